// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Builds the repositories that tests read, with the `git` program, in a folder that is removed afterwards. Dates,
// names and configuration are fixed: the same steps give the same object ids on every machine.
//
//     let folder = try TemporaryFolder()
//     let repository = try TestRepository(at: folder.path("a.git"), bare: true)
//     let commit = try repository.commit(["LICENSE": "MIT License\n"])

import Foundation

/// A folder of its own for a test, removed when the value goes.
public final class TemporaryFolder: Sendable {
    /// The folder's path.
    public let path: String

    /// Makes the folder.
    public init() throws {
        path = FileManager.default.temporaryDirectory.path + "/codescan-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        // A test may have taken its own rights away.
        _ = try? Command.run("chmod", ["-R", "u+rwX", path])
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of something in the folder.
    public func path(_ name: String) -> String { path + "/" + name }

    /// Makes a folder in this one, with its parents, and returns its path.
    @discardableResult
    public func makeFolder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
        return path(name)
    }

    /// Writes a file in this folder, making the folders it is in, and returns its path.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String {
        try makeFolder((name as NSString).deletingLastPathComponent)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }
}

/// A program that failed, and what it wrote.
public struct CommandFailure: Error, CustomStringConvertible {
    /// The command and its standard error.
    public let description: String
}

/// Runs a program of the machine.
public enum Command {
    /// Runs `program` with `arguments` and returns what it wrote, without the line break at the end.
    @discardableResult
    public static func run(
        _ program: String, _ arguments: [String], in folder: String? = nil, input: [UInt8] = [],
        environment: [String: String] = [:]
    ) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
            .merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }

        // Files, not pipes: a pipe that nobody drains would stop the program half-way.
        let files = FileManager.default.temporaryDirectory.path + "/codescan-command-" + UUID().uuidString
        defer { for end in ["in", "out", "err"] { try? FileManager.default.removeItem(atPath: "\(files).\(end)") } }
        try Data(input).write(to: URL(fileURLWithPath: files + ".in"))
        for end in ["out", "err"] { try Data().write(to: URL(fileURLWithPath: "\(files).\(end)")) }
        process.standardInput = FileHandle(forReadingAtPath: files + ".in")
        process.standardOutput = FileHandle(forWritingAtPath: files + ".out")
        process.standardError = FileHandle(forWritingAtPath: files + ".err")
        try process.run()
        process.waitUntilExit()

        func text(_ end: String) throws -> String {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(files).\(end)")), as: UTF8.self)
        }
        guard process.terminationStatus == 0 else {
            let command = ([program] + arguments).joined(separator: " ")
            throw CommandFailure(description: "\(command): status \(process.terminationStatus): \(try text("err"))")
        }
        var output = try text("out")
        if output.last == "\n" { output.removeLast() }
        return output
    }
}

/// A repository that a test builds.
public struct TestRepository {
    /// Where it is.
    public let path: String

    /// The date of every commit that is given none: 2024-01-02 03:04:05 in a zone one hour ahead of UTC.
    public static let date = "1704161045 +0100"

    /// Takes a repository that is already there.
    public init(existing path: String) {
        self.path = path
    }

    /// Makes an empty repository, whose HEAD names a branch without a commit.
    public init(at path: String, bare: Bool = false, branch: String = "main", options: [String] = []) throws {
        self.path = path
        let shape = bare ? ["--bare"] : []
        try Command.run(
            "git", ["init", "-q", "-b", branch] + shape + options + [path], environment: Self.environment())
    }

    /// Runs git in the repository and returns what it wrote.
    @discardableResult
    public func git(_ arguments: String..., input: String = "", date: String = date) throws -> String {
        try git(arguments, input: Array(input.utf8), date: date)
    }

    /// Runs git in the repository with bytes as its input.
    @discardableResult
    public func git(_ arguments: [String], input: [UInt8], date: String = date) throws -> String {
        try Command.run("git", arguments, in: path, input: input, environment: Self.environment(date: date))
    }

    /// Commits on `branch` a tree that holds these files and nothing else, and returns the commit's id. Works in bare
    /// repositories, too, and leaves the work tree as it is.
    @discardableResult
    public func commit(
        _ files: [String: String], on branch: String = "main", date: String = date
    ) throws -> String {
        try commit(
            files.map { (path: Array($0.utf8), mode: "100644", content: Array($1.utf8)) }, on: branch, date: date)
    }

    /// Commits files whose paths and contents are any bytes, with their modes.
    @discardableResult
    public func commit(
        _ files: [(path: [UInt8], mode: String, content: [UInt8])], on branch: String = "main", date: String = date
    ) throws -> String {
        let reference = "refs/heads/" + branch
        var stream = Array("commit \(reference)\ncommitter codescan <test@codescan.example> \(date)\ndata 0\n".utf8)
        if let parent = try? git("rev-parse", "--verify", "-q", reference) { stream += Array("from \(parent)\n".utf8) }
        stream += Array("deleteall\n".utf8)
        for file in files.sorted(by: { $0.path.lexicographicallyPrecedes($1.path) }) {
            let isSubmodule = file.mode == "160000"
            let source = isSubmodule ? String(decoding: file.content, as: UTF8.self) : "inline"
            stream += Array("M \(file.mode) \(source) ".utf8) + Self.quoted(file.path) + Array("\n".utf8)
            if !isSubmodule {
                stream += Array("data \(file.content.count)\n".utf8) + file.content + Array("\n".utf8)
            }
        }
        try git(["fast-import", "--quiet"], input: stream, date: date)
        return try git("rev-parse", reference)
    }

    /// Adds `count` commits to `branch` in one go; the file `counter` holds each one's number, from 1 on, and `files`
    /// says what else changes at a number: a text, or nil to remove the file. Returns the ids, oldest first.
    @discardableResult
    public func commits(
        _ count: Int, on branch: String = "main", files: [Int: [String: String?]] = [:]
    ) throws -> [String] {
        var stream = ""
        for number in 1...count {
            stream += "commit refs/heads/\(branch)\ncommitter codescan <test@codescan.example> "
            stream += "\(1_600_000_000 + number * 60) +0000\ndata 0\n"
            stream += "M 100644 inline counter\ndata \(String(number).utf8.count)\n\(number)\n"
            for (path, content) in (files[number] ?? [:]).sorted(by: { $0.key < $1.key }) {
                if let content {
                    stream += "M 100644 inline \(path)\ndata \(content.utf8.count)\n\(content)\n"
                } else {
                    stream += "D \(path)\n"
                }
            }
        }
        try git("fast-import", "--quiet", input: stream)
        return try git("rev-list", "--reverse", "--first-parent", branch).split(separator: "\n").map(String.init)
    }

    /// Where the git directory is.
    public var gitDirectory: String {
        FileManager.default.fileExists(atPath: path + "/.git") ? path + "/.git" : path
    }

    /// The file of a loose object.
    public func looseObject(_ hex: String) -> String {
        "\(gitDirectory)/objects/\(hex.prefix(2))/\(hex.dropFirst(2))"
    }

    /// Unpacks every pack, so that each object is a file of its own.
    public func unpack() throws {
        let packs = gitDirectory + "/objects/pack"
        for name in try FileManager.default.contentsOfDirectory(atPath: packs) where name.hasSuffix(".pack") {
            let aside = path + "/" + name
            try FileManager.default.moveItem(atPath: packs + "/" + name, toPath: aside)
            try FileManager.default.removeItem(atPath: packs + "/" + name.dropLast(4) + "idx")
            let pack = try Data(contentsOf: URL(fileURLWithPath: aside))
            try git(["unpack-objects", "-q"], input: Array(pack))
            try FileManager.default.removeItem(atPath: aside)
        }
    }

    /// Nothing of the machine's own configuration, and fixed dates and names.
    private static func environment(date: String = date) -> [String: String] {
        [
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "codescan", "GIT_AUTHOR_EMAIL": "test@codescan.example", "GIT_AUTHOR_DATE": date,
            "GIT_COMMITTER_NAME": "codescan", "GIT_COMMITTER_EMAIL": "test@codescan.example",
            "GIT_COMMITTER_DATE": date, "HOME": "/nonexistent", "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0",
        ]
    }

    /// A path as fast-import reads any bytes: in quotes, those that are not letters or digits in octal.
    private static func quoted(_ path: [UInt8]) -> [UInt8] {
        var result = [UInt8(ascii: "\"")]
        for byte in path {
            if Character(UnicodeScalar(byte)).isASCII, Character(UnicodeScalar(byte)).isLetter || byte == 0x2F {
                result.append(byte)
            } else {
                let octal = String(byte, radix: 8)
                result += Array(("\\" + String(repeating: "0", count: 3 - octal.count) + octal).utf8)
            }
        }
        return result + [UInt8(ascii: "\"")]
    }
}
