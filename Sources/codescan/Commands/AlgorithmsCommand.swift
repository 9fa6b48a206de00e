// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan algorithms`: what people do with algorithms.yml.

import ArgumentParser

struct AlgorithmsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "algorithms",
        abstract: "Declares a public body's algorithms, and prints the mention for its decisions.",
        discussion: """
            algorithms.yml stands at a repository's root or in docs/: see docs/algorithms.md.

            EXAMPLES
              codescan algorithms init
              codescan algorithms mention
            """,
        subcommands: [AlgorithmsInitCommand.self, AlgorithmsMentionCommand.self])
}
