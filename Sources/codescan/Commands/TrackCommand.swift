// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan track`: the source-code column of the tracking table, filled in from an inventory.

import ArgumentParser
import Foundation
import Git
import Inventory
import Languages
import Reports
import Tracking

struct TrackCommand: ParsableCommand, SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "track",
        abstract: "Fills in the source-code column of the tracking table from an inventory, and says why.",
        discussion: """
            TABLE is the published table, in CSV or as the site's JSON. Only the four cells Producteur_, Statut_, URL_ and
            Date_estimee_Code_Source are ever changed, by the rules of docs/track.md; every other byte comes out as it went in.

            EXAMPLES
              codescan track suivi.csv --inventory inventory.json --dry-run
              codescan track suivi.csv --inventory inventory.json -o suivi-rempli.csv
              codescan track t.json --inventory i.json -o t.json --report t.pdf --lang fr
              codescan track t.csv --inventory i.json --dry-run --propose decisions.yml
              codescan track t.csv --inventory i.json --accept decisions.yml -o t.csv
              codescan track t.csv --inventory 2021.json --as-of 2021-04-27 -o t2021.csv
              codescan track t.csv --inventory i.json --dry-run --datapackage ./publication

            EXIT STATUS
              0   done
              64  the command line, the table, the inventory or a list is wrong: file, line and mend
              69  what makes a PDF is not installed
              73  the output cannot be created          74  the output cannot be written
            """)

    @Argument(help: ArgumentHelp("The tracking table, CSV or JSON.", valueName: "table"))
    var table: String

    @OptionGroup(title: "WHAT TO READ") var reading: TrackReadingOptions
    @OptionGroup(title: "WHAT TO WRITE") var writing: TrackWritingOptions

    var language: Language { writing.languageOption.language }

    func run() throws {
        let output = writing.dryRun ? nil : try OutputFile(writing.output)
        let reports = try writing.reports()
        let proposals = try writing.propose.map { try OutputFile($0) }
        let table = try TrackingTable(bytes: Self.bytes(table), file: table)
        let result = try reading.run(table: table, language: language)
        // All is made before anything is written.
        let contents = try reports.map { try $0.data(result) }
        let decisions = proposals == nil ? Data() : try proposed(result)
        let package = writing.datapackage == nil ? nil : try DataPackage(result, language: language)
        try FilePlan(
            reads: [.init(Bilingual("the table", "tableau"), self.table)] + reading.files,
            writes: writing.files(table: self.table, decisions: reading.accept, package: package)
        ).check()
        let folder = try writing.datapackage.map { try DataPackageFolder($0) }
        try output?.write(Data(result.bytes))
        for (report, content) in zip(reports, contents) { try report.file.write(content) }
        try proposals?.write(decisions)
        if let folder, let package { try folder.write(package) }
        try say(result, language)
    }

    /// The proposals in the form that `--accept` reads, behind what the file holds already.
    private func proposed(_ result: TrackingResult) throws -> Data {
        let path = writing.propose ?? ""
        let isThere = FileManager.default.fileExists(atPath: path)
        let decisions = try Decisions(bytes: isThere ? Self.bytes(path) : [], file: path)
        let items = result.rows.flatMap { row in
            row.proposals.map { proposal in
                (
                    title: row.title, producer: row.producer,
                    repository: result.inventory.entries[proposal.position].fullName, proposal: proposal
                )
            }
        }
        return Data(try decisions.bytes(adding: items))
    }

    /// Everything on standard output when nothing else is written there; else the first of it on standard error.
    private func say(_ result: TrackingResult, _ language: Language) throws {
        if writing.dryRun, !writing.reportsOnStandardOutput {
            let terminal = Terminal.standardOutput
            let text = TrackingText(result, language: language, colored: terminal.isColored(.auto))
            try StandardOutput.write(Data(text.whole.map { $0 + "\n" }.joined().utf8))
            return
        }
        let terminal = Terminal.standardError
        let text = TrackingText(result, language: language, colored: terminal.isColored(.auto))
        FileHandle.standardError.write(Data(text.brief(most: 40).map { $0 + "\n" }.joined().utf8))
    }

    /// - Throws: `InputError` when there is no such file, or it cannot be read.
    static func bytes(_ path: String) throws -> [UInt8] {
        if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
        do {
            return [UInt8](try WholeFile.data(at: path))
        } catch let error as CocoaError {
            throw InputError(
                "\(path): cannot be read: \(error.reason(.english)); check the path",
                "\(path)\u{A0}: illisible\u{A0}: \(error.reason(.french))\u{A0}; vérifiez le chemin")
        }
    }
}

struct TrackReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The inventory, as codescan inventory --format json wrote it.", valueName: "file"))
    var inventory: String

    @Option(
        help: ArgumentHelp(
            "Repositories and accounts that moved: a YAML file of lines OLD: NEW.", valueName: "file"))
    var aliases: String?

    @Option(
        help: ArgumentHelp(
            "What people decided on proposals: a file that --propose wrote and a person filled in.", valueName: "file"))
    var accept: String?

    @Option(
        help: ArgumentHelp(
            "The inventory of last time, to say what changed since.", valueName: "file"))
    var since: String?

    @Option(
        help: ArgumentHelp(
            "Speak of a past date: only what the forge's record proves public by then is Disponible. (default: the inventory's)",
            valueName: "date"), transform: PastDate.instant)
    var asOf: GitDate?

    /// What is read beside the table.
    var files: [FilePlan.File] {
        [
            .init(Bilingual("the inventory", "inventaire"), inventory), .init(Bilingual("--aliases"), aliases),
            .init(Bilingual("--accept"), accept),
            .init(Bilingual("--since"), since),
        ]
    }

    func run(table: TrackingTable, language: Language) throws -> TrackingResult {
        let inventory = try Self.inventory(inventory)
        var options = TrackingOptions()
        options.language = language
        options.pastDate = try pastDate(inventory)
        if let aliases { options.aliases = try Aliases(bytes: TrackCommand.bytes(aliases), file: aliases) }
        if let accept { options.decisions = try Decisions(bytes: TrackCommand.bytes(accept), file: accept) }
        if let since { options.previous = try Self.inventory(since) }
        return TrackingRun(table: table, inventory: inventory, options: options).result()
    }

    /// JSON lines do not tell the day of an inventory, nor whether it is a past one.
    private static func inventory(_ path: String) throws -> Inventory {
        let inventory = try Inventory(contentsOfFile: path)
        guard !inventory.tool.version.isEmpty else {
            throw InputError(
                "\(path): JSON lines do not tell which day they speak of; give what --format json writes",
                "\(path)\u{A0}: des lignes JSON ne disent pas de quel jour elles parlent\u{A0}; donnez ce qu’écrit --format json"
            )
        }
        return inventory
    }

    /// The content must not be newer than the date that is spoken of; nor older, where it is that of a past date.
    private func pastDate(_ inventory: Inventory) throws -> GitDate? {
        func date(_ text: String?) -> GitDate? { text.flatMap { GitDate(rfc3339: $0) } }
        guard let asOf else { return nil }
        if let content = date(inventory.asOf), content.seconds > asOf.seconds { throw wrongDay(content, isLater: true) }
        if let past = date(inventory.pastDate), past.seconds < asOf.seconds { throw wrongDay(past, isLater: false) }
        return asOf
    }

    private func wrongDay(_ day: GitDate, isLater: Bool) -> InputError {
        let wanted = asOf?.description.prefix(10) ?? ""
        return InputError(
            "\(inventory): speaks of \(Language.english.longDate(day.description)), \(isLater ? "later" : "earlier") than --as-of; make it "
                + "with codescan inventory ./forges --as-of \(wanted) --format json",
            "\(inventory)\u{A0}: parle du \(Language.french.longDate(day.description)), \(isLater ? "après" : "avant") --as-of\u{A0}; "
                + "faites-le avec codescan inventory ./forges --as-of \(wanted) --format json"
        )
    }
}
