// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The command line: one file a subcommand in Commands/, no logic of its own.

import ArgumentParser
import Inventory

@main
struct Codescan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codescan",
        abstract: "Inventories public source code: licences, free-software status, and the evidence for each claim.",
        discussion: """
            EXAMPLES
              codescan inventory ./forges
              codescan inventory ./forges --format csv --csv-dialect excel-fr --output inventaire.csv
              codescan identify LICENSE src/main.c

            EXIT STATUS
              0  done          2  done, and something could not be read (the report names it)
              64 the command line, a path or a file given is wrong
            """,
        version: CodescanVersion.current,
        subcommands: [TryCommand.self, IdentifyCommand.self, IndexCommand.self, BenchFloorCommand.self])
}
