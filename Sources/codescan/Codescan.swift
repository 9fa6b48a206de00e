// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The command line: one file a subcommand in Commands/, no logic of its own.

import ArgumentParser
import Inventory
import Languages

@main
struct Codescan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codescan",
        abstract: "Inventories public source code: licences, free-software status, and the evidence for each claim.",
        discussion: """
            EXAMPLES
              codescan mirror inventory.yml --into ./forges
              codescan inventory ./forges
              codescan inventory forges --format csv --csv-dialect excel-fr -o depots.csv
              codescan diff last-month.json today.json
              codescan track suivi.csv --inventory inventory.json -o suivi-rempli.csv
              codescan history ./forges --format svg -o licences.svg
              codescan identify LICENSE src/main.c
              codescan algorithms ./forges

            EXIT STATUS
              0  done          2  done, and something could not be read (the report names it)
              64 the command line, a path or a file given is wrong
              73 the output cannot be created      74  the output cannot be written
            """,
        version: CodescanVersion.current,
        subcommands: [
            MirrorCommand.self, InventoryCommand.self, DiffCommand.self, HistoryCommand.self, TrackCommand.self,
            CheckCommand.self,
            IdentifyCommand.self, AlgorithmsCommand.self, IndexCommand.self, BenchFloorCommand.self,
            MirrorTransferCommand.self,
        ])

    static func main() async {
        var language = Environment.language
        do {
            var command = try parseAsRoot()
            language = Self.language(of: command)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Failure.exit(with: error, in: language)
        }
    }

    private static func language(of command: any ParsableCommand) -> Language {
        (command as? any SpeakingCommand)?.language ?? Environment.language
    }
}
