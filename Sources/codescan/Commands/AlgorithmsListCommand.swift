// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan algorithms PATH…`: one row for each algorithm that repositories declare or announce.

import ArgumentParser
import Foundation
import Inventory
import Languages
import Reports

struct AlgorithmsListCommand: AsyncParsableCommand, SpeakingCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json, markdown }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the algorithms that repositories declare or announce, with the national template's fields.",
        discussion: """
            An algorithm comes from algorithms.yml where there is one, else from the strongest notice of the repository.

            EXAMPLES
              codescan algorithms ./forges
              codescan algorithms ./forges --full --format markdown --lang fr
              codescan algorithms ./forges --format csv --csv-dialect excel-fr -o a.csv

            EXIT STATUS
              0   done
              2   done, and something could not be read: codescan inventory names it
              64  the command line, a path, inventory.yml or the index is wrong
              73  the output cannot be created          74  the output cannot be written
            """)

    @Argument(help: ArgumentHelp("Repositories, and folders that hold some.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup(title: "WHAT TO READ") var reading: ReadingOptions

    @Option(help: "How to write the rows; a table is for people, the others hold every field.")
    var format: Format = .table

    @OptionGroup var destination: DestinationOptions

    @OptionGroup var speech: LanguageOption

    func validate() throws {
        if paths.isEmpty { throw ValidationError("give a repository, or a folder that holds some, such as ./forges") }
        try destination.validate(isCSV: format == .csv)
    }

    var language: Language { speech.language }

    func run() async throws {
        let file = try OutputFile(destination.output)
        let run = InventoryRun(
            options: try reading.options(language: speech.language),
            accounts: try reading.forgeAccounts(besides: destination.output, language),
            index: try reading.index.open())
        let inventory = try await run.run(paths: paths) { _ in }
        try file.write(try data(inventory.algorithmRows()))
        let failed = inventory.entries.filter { !$0.errors.isEmpty }
        guard failed.isEmpty, inventory.problems.isEmpty else {
            for entry in failed { for error in entry.errors { Failure.say("\(entry.path)\(language.colon) \(error)") } }
            for problem in inventory.problems { Failure.say(problem) }
            throw Failure.incomplete
        }
    }

    private func data(_ rows: [AlgorithmRow]) throws -> Data {
        let report = AlgorithmReport(language: speech.language)
        switch format {
        case .json: return try AlgorithmReport.json(rows)
        case .csv: return report.csv(rows, dialect: destination.csvDialect ?? .csv)
        case .markdown: return Data(report.markdown(rows).utf8)
        case .table:
            guard destination.output == nil || destination.output == "-" else { return Data(report.table(rows).utf8) }
            let terminal = Terminal.standardOutput
            return Data(report.table(rows, width: terminal.width, colored: terminal.isColored(.auto)).utf8)
        }
    }
}
