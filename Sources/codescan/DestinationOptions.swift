// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Where a list is written, and how a CSV of it: options of every command that writes one.

import ArgumentParser
import Reports

struct DestinationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How to write CSV: as programs like it, or as a French Excel opens it.", valueName: "dialect"))
    var csvDialect: CSVDialect?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The file to write; it is there whole or not at all. (default: standard output)", valueName: "file"))
    var output: String?

    func validate(isCSV: Bool) throws {
        if csvDialect != nil, !isCSV { throw ValidationError("--csv-dialect is for --format csv") }
    }
}
