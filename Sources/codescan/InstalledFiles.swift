// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What is installed with the program: ../share/codescan/ beside it, else the folder it is in, as in the build.

import Foundation

enum InstalledFiles {
    /// This program's own path.
    static var program: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }

    private static var folder: String {
        let path = program
        return path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
    }

    /// The places where a file or folder may be, the likeliest first.
    static func candidates(_ name: String) -> [String] { places("share", name) }

    /// A program of codescan's own that people do not run: ../libexec/codescan/ beside this one, else the same folder.
    static func findProgram(_ name: String) -> String? {
        places("libexec", name).first(where: FileManager.default.isExecutableFile)
    }

    private static func places(_ kind: String, _ name: String) -> [String] {
        let folder = folder
        return ["\(folder)/../\(kind)/codescan/\(name)", "\(folder)/\(name)"]
    }

    /// The first of them that is there.
    static func find(_ name: String) -> String? {
        candidates(name).first { FileManager.default.fileExists(atPath: $0) }
    }
}
