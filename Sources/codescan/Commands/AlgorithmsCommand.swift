// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan algorithms`: the inventory of algorithms, and what people do with algorithms.yml.

import ArgumentParser

struct AlgorithmsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "algorithms",
        abstract: "Lists public algorithms, declares them, and prints the mention for decisions.",
        discussion: """
            algorithms.yml stands at a repository's root or in docs/: see docs/algorithms.md.

            EXAMPLES
              codescan algorithms ./forges
              codescan algorithms ./forges --format csv --csv-dialect excel-fr -o a.csv
              codescan algorithms init
              codescan algorithms mention
            """,
        subcommands: [AlgorithmsListCommand.self, AlgorithmsInitCommand.self, AlgorithmsMentionCommand.self],
        defaultSubcommand: AlgorithmsListCommand.self)
}
