// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What `track` writes: the table, any number of reports, proposals to decide on, a package for a data portal.

import ArgumentParser
import Foundation
import Inventory
import Languages
import Reports
import Tracking

struct TrackWritingOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The table to write; it is there whole or not at all. (default: standard output)", valueName: "file"))
    var output: String?

    @Flag(name: .shortAndLong, help: "Write no table: say what would change, cell by cell.")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "A report to write, as often as wanted; its name says how: .html, .pdf, .md, .csv, .json or .ods.",
            valueName: "file"))
    var report: [String] = []

    @Option(help: "How to write the report, when its name does not say.")
    var format: TrackReport.Format?

    @Option(
        help: ArgumentHelp(
            "How to write a CSV report: as programs like it, or as a French Excel opens it.", valueName: "dialect"))
    var csvDialect: CSVDialect?

    @Option(
        help: ArgumentHelp(
            "Where to write proposals for a person to decide on; decisions that are there stay.", valueName: "file"))
    var propose: String?

    @Option(
        help: ArgumentHelp(
            "The folder for a data package: CSV, Table Schemas and datapackage.json.", valueName: "dir"))
    var datapackage: String?

    @OptionGroup var languageOption: LanguageOption

    func validate() throws {
        if dryRun, output != nil { throw ValidationError("--dry-run writes no table: leave out --output") }
        if report.isEmpty, format != nil { throw ValidationError("--format is for --report") }
        if report.count > 1, format != nil { throw ValidationError("--format is for one --report; let the names say") }
        let formats = try report.map { try TrackReport.format(of: $0, format) }
        if csvDialect != nil, !formats.contains(.csv) {
            throw ValidationError("--csv-dialect is for a CSV report; the table keeps the dialect it has")
        }
        let isTableOnOutput = !dryRun && (output == nil || output == "-")
        if report.count(where: { $0 == "-" }) + (isTableOnOutput ? 1 : 0) > 1 {
            throw ValidationError("standard output takes one thing: give the table a file (--output) or use --dry-run")
        }
    }

    /// What is written; the table may take its own place, and proposals that of the decisions they are added to.
    func files(table: String, decisions: String?, package: DataPackage?) -> [FilePlan.File] {
        [.init(Bilingual("--output"), output, replaces: table)] + report.map { .init(Bilingual("--report"), $0) }
            + [.init(Bilingual("--propose"), propose, replaces: decisions)]
            + (package?.files ?? []).map { .init(Bilingual("--datapackage"), (datapackage ?? "") + "/" + $0.name) }
    }

    var reportsOnStandardOutput: Bool { report.contains("-") }

    /// Each report with its file, which is known to be writable; a PDF with the program that makes it.
    func reports() throws -> [TrackReport] {
        try report.map { path in
            try TrackReport(
                file: try OutputFile(path), format: try TrackReport.format(of: path, format),
                language: languageOption.language, csvDialect: csvDialect ?? .csv)
        }
    }
}

/// One report and its file.
struct TrackReport {
    enum Format: String, ExpressibleByArgument, CaseIterable { case html, pdf, markdown, csv, json, ods }

    let file: OutputFile
    private let format: Format
    private let language: Language
    private let csvDialect: CSVDialect
    /// What makes the PDF.
    private let renderer: String?

    /// - Throws: `PDFError` when a PDF is asked for and nothing can make it.
    init(file: OutputFile, format: Format, language: Language, csvDialect: CSVDialect) throws {
        self.file = file
        self.format = format
        self.language = language
        self.csvDialect = csvDialect
        renderer = format == .pdf ? try PDFRenderer.program() : nil
    }

    /// The format by the name's ending, unless one is given.
    static func format(of path: String, _ given: Format?) throws -> Format {
        if let given { return given }
        let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased()
        if let format = ending.flatMap({ endings[$0] }) { return format }
        throw ValidationError(
            "--report \(path): give --format, or a name that ends with .html, .pdf, .md, .csv, .json or .ods")
    }

    private static let endings: [String: Format] = [
        "html": .html, "htm": .html, "pdf": .pdf, "md": .markdown, "markdown": .markdown, "csv": .csv, "json": .json,
        "ods": .ods,
    ]

    /// The report's bytes.
    func data(_ result: TrackingResult) throws -> Data {
        switch format {
        case .html: return try TrackingHTML(result, language: language).data()
        case .pdf:
            if Terminal.standardError.isTerminal {
                Failure.say(language("making the PDF with weasyprint…", "mise en PDF par weasyprint…"))
            }
            return try PDFRenderer.pdf(of: TrackingHTML(result, language: language).data(), by: renderer ?? "")
        case .markdown: return Data(TrackingMarkdown.text(result, language: language).utf8)
        case .csv: return TrackingCSV.data(result, language: language, dialect: csvDialect)
        case .json: return try TrackingJSON.data(result)
        case .ods: return TrackingODS.data(result, language: language)
        }
    }
}

/// The folder of a data package: its files are written one by one, the one that names them last.
struct DataPackageFolder {
    private let path: String

    /// Makes the folder where there is none.
    /// - Throws: `OutputError` when it cannot be made.
    init(_ path: String) throws(OutputError) {
        self.path = path
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw OutputError(
                path,
                cannotBeCreated: Bilingual(
                    "cannot be created: give a folder, or a name for one",
                    "ne peut être créé\u{A0}: donnez un dossier, ou un nom pour un dossier"))
        }
    }

    func write(_ package: DataPackage) throws {
        for file in package.files { try OutputFile(path + "/" + file.name).write(file.data) }
    }
}
