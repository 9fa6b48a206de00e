// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan inventory`: every repository below some folders, its licence, and the evidence.

import ArgumentParser
import Forges
import Foundation
import Git
import Inventory
import Languages
import Reports
import Tracking

struct InventoryCommand: AsyncParsableCommand, SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "inventory",
        abstract: "Lists repositories with their licences, their free-software status and the evidence.",
        discussion: """
            A PATH is a repository, or a folder that holds some: forges/HOST/OWNER/NAME.git. Repositories are only read.

            EXAMPLES
              codescan inventory .
              codescan inventory ./forges
              codescan inventory ./forges --format json --output inventory.json
              codescan inventory forges --format csv --csv-dialect excel-fr -o depots.csv
              codescan inventory ./forges --lang fr --color always | less -R
              codescan inventory ./forges --as-of 2021-04-27

            EXIT STATUS
              0   done
              2   done, and something could not be read: the report names it
              64  the command line, a path, inventory.yml or the index is wrong
              73  the output cannot be created          74  the output cannot be written
            """)

    @Argument(help: ArgumentHelp("Repositories, and folders that hold some.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup(title: "WHAT TO READ") var reading: ReadingOptions
    @OptionGroup(title: "WHAT TO WRITE") var writing: WritingOptions

    func validate() throws {
        if paths.isEmpty { throw ValidationError("give a repository, or a folder that holds some, such as ./forges") }
    }

    var language: Language { writing.language }

    func run() async throws {
        let output = try OutputFile(writing.destination.output)
        let run = InventoryRun(
            options: try reading.options(language: language),
            accounts: try reading.forgeAccounts(besides: writing.destination.output, language),
            index: try reading.index.open())
        let bar = ProgressBar(isOn: !writing.noProgress, language: language)
        let inventory: Inventory
        do {
            inventory = try await run.run(paths: paths) { bar.show($0) }
        } catch {
            bar.erase()
            throw error
        }
        bar.erase()
        try output.write(try writing.data(inventory))
        let incomplete = writing.isNational ? CodegouvReport.incomplete(inventory) : 0
        if incomplete > 0 {
            let repositories = language.count(
                incomplete, ("repository lacks", "repositories lack"), ("dépôt n’a pas", "dépôts n’ont pas"))
            Failure.say(
                language(
                    "\(repositories) what the national schema requires, which only a forge can say; run codescan mirror",
                    "\(repositories) tout ce que le schéma national exige, et que seule une forge peut dire\u{A0}; lancez codescan mirror"
                ))
        }
        try report(inventory)
    }

    /// Vanished repositories that are named.
    private static let named = 20

    /// One line each for what vanished, what was left out and what went wrong, since the report may be a file that nobody opens, and
    /// some formats hold only the entries.
    private func report(_ inventory: Inventory) throws {
        let vanished = inventory.vanished.map { "\($0.entry.fullName) (\(language.date($0.since)))" }
        if !vanished.isEmpty {
            let rest = vanished.count - Self.named
            let names = vanished.prefix(Self.named).joined(separator: ", ") + (rest > 0 ? ", … (+\(rest))" : "")
            Failure.say(
                language(
                    "VANISHED, their forge no longer shows them: \(names)",
                    "DISPARUS, leur forge ne les montre plus\u{A0}: \(names)"))
        }
        let ignored = inventory.summary.ignored
        if ignored > 0 {
            Failure.say(
                language(
                    "left out, as inventory.yml says ignored_since: \(language.repositories(ignored))",
                    "laissés de côté, selon ignored_since dans inventory.yml\u{A0}: \(language.repositories(ignored))"))
        }
        let failed = inventory.summary.withErrors
        let problems = inventory.problems.count
        guard failed + problems > 0 else { return }
        let others = language.count(
            problems, ("other problem", "other problems"), ("autre problème", "autres problèmes"))
        Failure.say(
            language(
                "not everything could be read: \(language.repositories(failed)) with errors, \(others); the report names them",
                "tout n’a pas pu être lu\u{A0}: \(language.repositories(failed)) en erreur, \(others)\u{A0}; le rapport les nomme"
            ))
        throw Failure.incomplete
    }
}

struct ReadingOptions: ParsableArguments {
    @Flag(help: "Read every text file whole, not only the files that tell a licence.")
    var full = false

    @Flag(help: "Look for the commit that first brought a licence in the history of large repositories, too.")
    var since = false

    @Option(
        help: ArgumentHelp(
            "Conclude from what each repository held on that day: yyyy-mm-dd, the end of the day in UTC, or RFC 3339. (default: HEAD)",
            valueName: "date"), transform: PastDate.instant)
    var asOf: GitDate?

    @OptionGroup var sources: SourceOptions

    var index: IndexOption { sources.index }

    func options(language: Language) throws -> InventoryOptions {
        var options = try sources.options(language: language)
        options.full = full
        options.searchesHistories = since
        options.asOf = asOf
        return options
    }

    func forgeAccounts(besides output: String?, _ language: Language) throws -> ForgeAccounts? {
        try sources.forgeAccounts(besides: output, language)
    }
}

struct WritingOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json, jsonl, csv, yaml, codegouv, codejson
        case codegouvJSON = "codegouv-json"
    }

    @Option(
        help: ArgumentHelp(
            "How to write the inventory. A table is for people; codegouv and codegouv-json follow the national repository schema, "
                + "codejson the United States' code.json 2.0.0; the others hold all that is known."))
    var format: Format = .table

    @OptionGroup var destination: DestinationOptions

    @OptionGroup var languageOption: LanguageOption

    @Option(help: "When to colour the table.")
    var color: ColorChoice = .auto

    @Flag(help: "Say nothing while reading.")
    var noProgress = false

    var language: Language { languageOption.language }

    /// Whether the national schema says what has to be there.
    var isNational: Bool { format == .codegouv || format == .codegouvJSON }

    func validate() throws {
        try destination.validate(isCSV: format == .csv || format == .codegouv)
    }

    func data(_ inventory: Inventory) throws -> Data {
        switch format {
        case .json: try InventoryJSON.data(inventory)
        case .jsonl: try InventoryJSONLines.data(inventory)
        case .csv: InventoryCSV.data(inventory, dialect: destination.csvDialect ?? .csv)
        case .yaml: try InventoryYAML.data(inventory)
        case .codegouv: CodegouvReport.csv(inventory, dialect: destination.csvDialect ?? .csv)
        case .codegouvJSON: try CodegouvReport.json(inventory)
        case .codejson: try CodeJSONReport.data(inventory)
        case .table: Data(table.text(inventory).utf8)
        }
    }

    /// A file takes lines of any length, and colours only when they are asked for.
    private var table: InventoryTable {
        guard destination.output == nil || destination.output == "-" else {
            return InventoryTable(language: language, colored: color == .always)
        }
        let terminal = Terminal.standardOutput
        return InventoryTable(language: language, width: terminal.width, colored: terminal.isColored(color))
    }
}

extension CSVDialect: ExpressibleByArgument {}
