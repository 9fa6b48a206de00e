// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Runs the program that was built beside these tests, as a shell would.

import Foundation
import TestSupport
import Testing

/// What a run of codescan wrote, and how it ended.
struct ProgramRun {
    var output: Data
    var errors: String
    var status: Int32

    var text: String { String(decoding: output, as: UTF8.self) }

    /// A shell's way to run a program with its arguments.
    static let plainly = #"exec "$0" "$@""#

    /// Runs `codescan` with no environment but what is given, in the way that `shell` says.
    init(
        _ arguments: [String], in folder: String, environment: [String: String] = [:], shell: String = plainly
    ) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", shell, try Self.program] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin", "TMPDIR": folder].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        // Files, not pipes: a pipe that nobody empties would hold the program up.
        let streams = folder + "/" + UUID().uuidString
        for name in [".out", ".err"] { try Data().write(to: URL(fileURLWithPath: streams + name)) }
        process.standardOutput = FileHandle(forWritingAtPath: streams + ".out")
        process.standardError = FileHandle(forWritingAtPath: streams + ".err")
        try process.run()
        process.waitUntilExit()
        output = try Data(contentsOf: URL(fileURLWithPath: streams + ".out"))
        errors = try String(contentsOfFile: streams + ".err", encoding: .utf8)
        status = process.terminationStatus
        for name in [".out", ".err"] { try FileManager.default.removeItem(atPath: streams + name) }
    }

    private static var program: String {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let folders = [tests, Bundle.main.bundlePath, CommandLine.arguments[0]].map {
                URL(fileURLWithPath: $0).deletingLastPathComponent().path
            }
            let candidates = folders.map { $0 + "/codescan" }
            guard let program = candidates.first(where: FileManager.default.isExecutableFile) else {
                throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: candidates[0]])
            }
            return program
        }
    }
}

/// A folder with a small index and a forge of one empty repository, which is all that a command line needs.
struct Workplace {
    let folder: TemporaryFolder
    var path: String { folder.path }

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            """
            ---
            key: mit
            name: MIT License
            short_name: MIT License
            category: Permissive
            spdx_license_key: MIT
            ---
            Permission is hereby granted, free of charge, to any person obtaining a copy of this software.
            """, to: "db/licenses/mit.LICENSE")
        try folder.write(
            """
            ---
            license_expression: mit
            is_license_notice: yes
            relevance: 100
            ---
            released under the MIT license
            """, to: "db/rules/mit_1.RULE")
        _ = try TestRepository(at: folder.path("forges/forge.example.org/owner/empty.git"), bare: true)
        let build = try ProgramRun(["index", "build", "db", "-o", "licenses.idx"], in: path)
        try #require(build.status == 0, "\(build.errors)")
    }

    func run(_ arguments: String..., environment: [String: String] = [:], shell: String = ProgramRun.plainly) throws
        -> ProgramRun
    {
        let index = ["CODESCAN_INDEX": path + "/licenses.idx"]
        return try ProgramRun(arguments, in: path, environment: index.merging(environment) { $1 }, shell: shell)
    }

    /// The files of the folder, those whose name begins with a dot too.
    var files: Set<String> { get throws { Set(try FileManager.default.contentsOfDirectory(atPath: path)) } }
}
