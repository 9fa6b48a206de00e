// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What is installed with the program: ../share/codescan/ beside it, else the folder it is in, as in the build.

import Foundation

enum InstalledFiles {
    /// The places where a file or folder may be, the likeliest first.
    static func candidates(_ name: String) -> [String] {
        let program =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let folder = URL(fileURLWithPath: program).deletingLastPathComponent().path
        return [folder + "/../share/codescan/" + name, folder + "/" + name]
    }

    /// The first of them that is there.
    static func find(_ name: String) -> String? {
        candidates(name).first { FileManager.default.fileExists(atPath: $0) }
    }
}
