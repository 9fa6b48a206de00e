// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan history`: the inventory's counts month by month.

import ArgumentParser
import Foundation
import Git
import Inventory
import Languages
import Reports

struct HistoryCommand: AsyncParsableCommand, SpeakingCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json, markdown, svg }

    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Counts repositories by licence and free-software status, month by month.",
        discussion: """
            Tells what repositories held at the end of each period, along first parents and by committer dates, as
            codescan inventory --as-of would: content, and not publication. Each blob is read once over the whole span.

            EXAMPLES
              codescan history ./forges
              codescan history ./forges --every quarter --from 2021-04-27
              codescan history ./forges --every year --format markdown --lang fr
              codescan history ./forges --format svg --lang fr -o licences.svg
              codescan history ./forges --every month --format json -o history.json

            EXIT STATUS
              0   done
              2   done, and something could not be read: each is named on standard error
              64  the command line, a path, inventory.yml or the index is wrong
              73  the output cannot be created          74  the output cannot be written
            """)

    @Argument(help: ArgumentHelp("Repositories, and folders that hold some.", valueName: "path"))
    var paths: [String] = []

    @Option(help: "How often to look.")
    var every: HistoryInterval = .month

    @Option(
        help: ArgumentHelp(
            "The first day, yyyy-mm-dd; the period that holds it is told first. (default: the oldest commit's)",
            valueName: "date"), transform: PastDate.instant)
    var from: GitDate?

    @Option(
        help: ArgumentHelp("The last day, yyyy-mm-dd. (default: the newest commit's)", valueName: "date"),
        transform: PastDate.instant)
    var to: GitDate?

    @OptionGroup(title: "WHAT TO READ") var sources: SourceOptions

    @Option(help: "How to write the history; svg is a chart of repositories with and without a licence.")
    var format: Format = .table

    @OptionGroup var destination: DestinationOptions

    @OptionGroup var speech: LanguageOption

    @Flag(help: "Say nothing while reading.")
    var noProgress = false

    func validate() throws {
        if paths.isEmpty { throw ValidationError("give a repository, or a folder that holds some, such as ./forges") }
        if let from, let to, from.seconds > to.seconds {
            throw ValidationError("--from is after --to: give the earlier date first")
        }
        try destination.validate(isCSV: format == .csv)
    }

    var language: Language { speech.language }

    func run() async throws {
        let output = try OutputFile(destination.output)
        let run = InventoryRun(
            options: try sources.options(language: speech.language),
            accounts: try sources.forgeAccounts(besides: destination.output, language),
            index: try sources.index.open())
        let bar = ProgressBar(isOn: !noProgress, language: speech.language)
        let history: InventoryHistory
        do {
            history = try await run.history(paths: paths, every: every, from: from, to: to) { bar.show($0) }
        } catch {
            bar.erase()
            throw error
        }
        bar.erase()
        try output.write(try data(history))
        let errors = history.problems + history.repositories.flatMap(\.errors)
        for error in errors { Failure.say(error) }
        if !errors.isEmpty { throw Failure.incomplete }
    }

    private func data(_ history: InventoryHistory) throws -> Data {
        let report = HistoryReport(language: speech.language)
        switch format {
        case .json: return try HistoryReport.json(history)
        case .csv: return HistoryReport.csv(history, dialect: destination.csvDialect ?? .csv)
        case .markdown: return Data(report.markdown(history).utf8)
        case .svg: return Data(HistoryChart(language: speech.language).svg(history).utf8)
        case .table:
            guard destination.output == nil || destination.output == "-" else {
                return Data(report.table(history).utf8)
            }
            let terminal = Terminal.standardOutput
            return Data(report.table(history, width: terminal.width, colored: terminal.isColored(.auto)).utf8)
        }
    }
}

extension HistoryInterval: ExpressibleByArgument {}
