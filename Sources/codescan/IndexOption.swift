// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Where the licence index is: --index, $CODESCAN_INDEX, ../share/codescan/ beside the program, the build folder.

import ArgumentParser
import Foundation
import LicenseDetection

struct IndexOption: ParsableArguments {
    @Option(
        name: .customLong("index"),
        help: ArgumentHelp(
            "The licence index to use.",
            discussion:
                "Default: $CODESCAN_INDEX, else ../share/codescan/licenses.idx beside the program, else beside it.",
            valueName: "file"))
    var path: String?

    /// The index, mapped.
    /// - Throws: `LicenseIndexError`, which names the command that makes one.
    func open() throws -> LicenseIndex {
        if let path = path ?? Environment["CODESCAN_INDEX"] { return try LicenseIndex(contentsOfFile: path) }
        let candidates = InstalledFiles.candidates(LicenseIndex.fileName)
        for candidate in candidates.dropLast() where FileManager.default.fileExists(atPath: candidate) {
            return try LicenseIndex(contentsOfFile: candidate)
        }
        return try LicenseIndex(contentsOfFile: candidates.last ?? LicenseIndex.fileName)
    }
}
