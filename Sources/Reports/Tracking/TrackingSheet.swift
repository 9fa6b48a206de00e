// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The tracking report as plain tables, which CSV, Markdown and ODS write each in its way.

import Foundation
import Inventory
import Languages
import Tracking

/// A table of texts, numbers and days.
struct Sheet {
    enum Cell {
        case text(String)
        case number(Int)
        /// yyyy-mm-dd.
        case day(String?)

        var string: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            case .day(let day): day ?? ""
            }
        }
    }

    var title: String
    var header: [String]
    var rows: [[Cell]]

    /// The columns of numbers.
    var numbers: Set<Int> {
        Set(
            header.indices.filter { column in
                rows.contains { if case .number = $0[column] { true } else { false } }
            })
    }

    /// Every cell as a text.
    var texts: [[String]] { rows.map { $0.map(\.string) } }
}

/// The tables of a result.
struct TrackingSheets {
    let result: TrackingResult
    let language: Language
    private var wording: Wording { Wording(language: language) }

    /// One line a commitment with source code.
    var commitments: Sheet {
        Sheet(
            title: language("Commitments", "Engagements"),
            header: [
                hasIDs ? language("Line or id", "Ligne ou id") : language("Line", "Ligne"), "Titre", "Producteur",
                "Producteur_Code_Source",
                language("Status before", "Statut avant"), "Statut_Code_Source", "URL_Code_Source",
                "Date_estimee_Code_Source", language("Why", "Pourquoi"), language("Repositories", "Dépôts"),
                language("Licences", "Licences"), language("Free software", "Logiciel libre"),
                language("Decree", "Décret"), language("Last activity", "Dernière activité"),
                language("Changed cells", "Cellules changées"), language("To know", "À savoir"),
                language("Proposals", "Propositions"),
            ],
            rows: result.rows.map(cells))
    }

    private var hasIDs: Bool { result.rows.contains { $0.id != nil } }

    private func cells(_ row: TrackedRow) -> [Sheet.Cell] {
        let entries = row.repositories.map { result.inventory.entries[$0.position] }
        func list(_ parts: [String]) -> Sheet.Cell {
            .text(parts.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: "; "))
        }
        return [
            row.id.map { .text("id \($0)") } ?? .number(row.line), .text(row.title), .text(row.producer),
            .text(row.cells[.producer] ?? ""),
            .text(row.written[.status] ?? ""), .text(row.cells[.status] ?? ""), .text(row.cells[.url] ?? ""),
            .text(row.cells[.expectedDate] ?? ""), .text(row.explanation), list(entries.map(\.fullName)),
            list(entries.compactMap { $0.license.expression?.description }),
            list(entries.map { wording($0.license.freeSoftware) }), list(entries.map { wording($0.license.decree) }),
            .day(entries.compactMap(\.lastActivity).max()), list(row.changes.map(\.field.rawValue)),
            list(row.remarks.map(\.message)),
            list(
                row.proposals.map {
                    "\(result.inventory.entries[$0.position].fullName) (\(language.decimal($0.score)))"
                }),
        ]
    }

    /// One line a ministry.
    var ministries: Sheet {
        Sheet(
            title: language("Ministries", "Ministères"),
            header: [
                language("Ministry", "Ministère"), language("Repositories", "Dépôts"),
                language("With a licence", "Avec une licence"), language("Free software", "Logiciel libre"),
                language("In the decree's list", "Dans la liste du décret"),
                language("With notices on algorithms", "Avec une mention sur un algorithme"),
                language("Last activity", "Dernière activité"),
            ],
            rows: result.inventory.ministries.map { activity in
                [
                    .text(activity.ministry ?? language("not known", "inconnu")), .number(activity.repositories),
                    .number(activity.withLicense), .number(activity.free), .number(activity.inDecree),
                    .number(activity.withNotices), .day(activity.lastActivity),
                ]
            })
    }
}

extension TrackingSheets {
    /// What changed since the inventory of last time; nil without one.
    var changes: Sheet? {
        result.changes.map { diff in
            let report = InventoryDiffReport(language: language)
            return Sheet(
                title: language("Changes", "Changements"), header: report.header,
                rows: report.rows(diff).map { $0.map(Sheet.Cell.text) })
        }
    }
}

/// `codescan track --report suivi.csv`.
public enum TrackingCSV {
    /// One row a commitment with source code; a list's parts are joined by `; `.
    public static func data(_ result: TrackingResult, language: Language, dialect: CSVDialect = .csv) -> Data {
        let sheet = TrackingSheets(result: result, language: language).commitments
        return dialect.data([sheet.header] + sheet.texts.map { $0.map(CSVDialect.neutralized) })
    }
}

/// `codescan track --report suivi.md`.
public enum TrackingMarkdown {
    /// A page: counts, what a person must know, every commitment, the ministries.
    public static func text(_ result: TrackingResult, language: Language) -> String {
        let sheets = TrackingSheets(result: result, language: language)
        let page = TrackingPage(result, language: language)
        let commitments = sheets.commitments
        // What a reader of a page looks for; the rest is in the CSV.
        let shown = [1, 2, 5, 6, 7, 8, 10, 13, 15, 16]
        var text = "# \(MarkdownTable.escaped(page.title))\n\n\(MarkdownTable.escaped(page.introduction))\n\n"
        text +=
            MarkdownTable(
                header: [language("Status", "Statut"), language("Commitments", "Engagements")],
                rows: page.counts.map { [$0.status, String($0.count)] }, rightAligned: [1]
            ).text
        let loud = page.loudRemarks
        if !loud.isEmpty {
            text += "\n## \(page.loudTitle)\n\n" + loud.map { "- \(MarkdownTable.escaped($0))\n" }.joined()
        }
        text += "\n## \(commitments.title)\n\n"
        text +=
            MarkdownTable(
                header: shown.map { commitments.header[$0] },
                rows: commitments.texts.map { row in shown.map { row[$0] } }
            ).text
        for sheet in [sheets.ministries, sheets.changes].compactMap(\.self) {
            text += "\n## \(sheet.title)\n\n"
            text += MarkdownTable(header: sheet.header, rows: sheet.texts, rightAligned: sheet.numbers).text
        }
        return text
    }
}
