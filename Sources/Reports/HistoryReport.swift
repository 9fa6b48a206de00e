// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The inventory over time, one line a date: a table for a terminal, CSV, Markdown, JSON.

import Foundation
import Inventory
import Languages
import Licensing

/// `codescan history PATH…`.
public struct HistoryReport: Sendable {
    /// The language of headings and words; CSV and JSON have none.
    public var language: Language

    /// A report for a reader.
    public init(language: Language) { self.language = language }

    private var words: Wording { Wording(language: language) }

    /// One JSON object, `Schemas/history.schema.json`.
    public static func json(_ history: InventoryHistory) throws -> Data {
        try JSONEncoder.report(.prettyPrinted).encode(history) + Data("\n".utf8)
    }

    /// A header and one row a date, `Schemas/history.tableschema.json`.
    public static func csv(_ history: InventoryHistory, dialect: CSVDialect = .csv) -> Data {
        dialect.data([columns.map(\.name)] + history.points.map { point in columns.map { $0.value(point) } })
    }

    /// One line a date; as wide as the terminal, or as the text without one.
    public func table(_ history: InventoryHistory, width: Int? = nil, colored: Bool = false) -> String {
        guard !history.points.isEmpty else { return nothing + "\n" }
        let shown = Self.columns.compactMap { column in column.title.map { (column, $0) } }
        let table = TextTable(
            columns: shown.enumerated().map { index, shown in
                .init(
                    title: shown.1(language).uppercased(), narrowest: index == 0 ? nil : 4, alignsRight: index > 0,
                    importance: shown.0.importance)
            },
            rows: history.points.map { point in shown.map { .init($0.0.text(point, language), $0.0.color) } })
        let lines = table.lines(limit: width, colored: colored).joined(separator: "\n")
        return "\(lines)\n\n\(cautions(history).joined(separator: "\n"))\n"
    }

    /// A heading and a table.
    public func markdown(_ history: InventoryHistory) -> String {
        let title = language(
            "Repositories and their licences over time", "Les dépôts et leurs licences au fil du temps")
        guard !history.points.isEmpty else { return "# \(title)\n\n\(nothing)\n" }
        let shown = Self.columns.compactMap { column in column.title.map { (column, $0) } }
        let table = MarkdownTable(
            header: shown.map { $0.1(language) },
            rows: history.points.map { point in shown.map { $0.0.text(point, language) } },
            rightAligned: Set(1..<shown.count))
        return "# \(title)\n\n\(table.text)\n\(cautions(history).joined(separator: "\n\n"))\n"
    }

    private var nothing: String { language("No repository holds a commit.", "Aucun dépôt ne contient de commit.") }

    /// What the counts are not, and whom they leave out.
    func cautions(_ history: InventoryHistory) -> [String] {
        let caution = language(
            "Counts tell what repositories held at each date, not that they were public by then.",
            "Les nombres disent ce que les dépôts contenaient à chaque date, non qu’ils étaient alors publics.")
        let notKnown = history.points.map(\.notKnown).max() ?? 0
        guard notKnown > 0 else { return [caution] }
        let several = language.repositories(notKnown)
        return [
            caution,
            language(
                "Of up to \(several) it is not known at some dates what they held: shallow clones (git fetch --unshallow) or damaged ones.",
                "À certaines dates, on ignore ce que contenaient jusqu’à \(several)\u{A0}: copies tronquées (git fetch --unshallow) ou endommagées."
            ),
        ]
    }

    private struct Column: Sendable {
        var name: String
        /// What people read above it; nil for a column of CSV alone.
        var title: (@Sendable (Language) -> String)?
        var importance = 1
        var color = TextColor.plain
        /// As programs read it.
        var value: @Sendable (InventoryHistory.Point) -> String
        /// As people read it, where that is otherwise.
        var people: (@Sendable (InventoryHistory.Point, Language) -> String)?

        func text(_ point: InventoryHistory.Point, _ language: Language) -> String {
            people?(point, language) ?? value(point)
        }
    }

    private static let columns: [Column] =
        [
            Column(
                name: "date", title: { $0("date", "date") }, importance: 9, value: { String($0.date.prefix(10)) },
                people: { $1.date($0.date) }),
            Column(name: "repositories", title: { $0("repositories", "dépôts") }, importance: 8, color: .bold) {
                String($0.repositories)
            },
            Column(name: "with_license", title: { $0("with licence", "avec licence") }, importance: 7) {
                String($0.withLicense)
            },
            Column(name: "without_license", title: { $0("without", "sans licence") }, importance: 7, color: .red) {
                String($0.withoutLicense)
            },
        ]
        + FreeSoftwareStatus.allCases.filter { $0 != .none }.map { status in
            Column(
                name: CSVName.of(status), title: { Wording(language: $0)(status) }, importance: status == .free ? 6 : 4,
                color: status.color
            ) { String($0.byFreeSoftwareStatus[status.rawValue] ?? 0) }
        }
        + [
            Column(name: "conflicting", title: { $0("conflicting", "contradictoires") }, importance: 3, color: .yellow)
            {
                String($0.conflicting)
            },
            Column(name: "with_notices", title: { $0("with notices", "avec mentions") }, importance: 2) {
                String($0.withNotices)
            },
        ]
        + DecreeFamily.allCases.filter { $0 != .none }.map { family in
            Column(name: CSVName.of(family)) { String($0.byDecree[family.rawValue] ?? 0) }
        }
        + Publication.Status.allCases.map { status in
            Column(name: CSVName.of(status)) { String($0.byPublication[status.rawValue] ?? 0) }
        }
        + [
            Column(name: "not_known", title: { $0("not known", "inconnus") }, importance: 1, color: .magenta) {
                String($0.notKnown)
            }
        ]

    /// The names of columns of counts.
    private enum CSVName {
        static func of(_ status: FreeSoftwareStatus) -> String {
            switch status {
            case .free: "free"
            case .dataLicense: "data_license"
            case .nonFree: "non_free"
            case .unknown: "unknown_license"
            case .none: "without_license"
            }
        }

        static func of(_ family: DecreeFamily) -> String {
            switch family {
            case .permissive: "decree_permissive"
            case .reciprocity: "decree_reciprocity"
            case .data: "decree_data"
            case .notListed: "decree_not_listed"
            case .none: "decree_none"
            }
        }

        static func of(_ status: Publication.Status) -> String {
            switch status {
            case .proven: "publication_proven"
            case .unproven: "publication_unproven"
            case .notYet: "publication_not_yet"
            }
        }
    }
}
