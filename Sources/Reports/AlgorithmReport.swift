// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The inventory of algorithms for a reader: a table for a terminal, CSV with the national template's fields, JSON for
// programs, Markdown for a web page.

import Algorithms
import Foundation
import Inventory
import Languages

/// `codescan algorithms PATH…`.
public struct AlgorithmReport: Sendable {
    /// The language of headings and words; JSON has none.
    public var language: Language

    /// A report for a reader.
    public init(language: Language) { self.language = language }

    // MARK: Table

    /// One line an algorithm; as wide as the terminal, or as the text without one.
    public func table(_ rows: [AlgorithmRow], width: Int? = nil, colored: Bool = false) -> String {
        guard !rows.isEmpty else {
            return language("No algorithm is declared or announced.", "Aucun algorithme n’est déclaré ni annoncé.")
                + "\n"
        }
        let table = TextTable(
            columns: [
                .init(title: language("ALGORITHM", "ALGORITHME"), narrowest: 12, importance: 6),
                .init(title: "ADMINISTRATION", narrowest: 10, importance: 5),
                .init(title: language("PURPOSE", "FINALITÉ"), narrowest: 10, importance: 3),
                .init(title: language("SAID IN", "DIT DANS"), narrowest: 10, importance: 4),
                .init(title: language("REPOSITORY", "DÉPÔT"), narrowest: 12, importance: 2),
                .init(title: language("EVIDENCE", "PREUVE"), narrowest: 10, importance: 1),
            ],
            rows: rows.map { row in
                [
                    .init(row.record[.name] ?? "-", .bold), .init(row.record[.administration] ?? "-"),
                    .init(row.record[.purpose] ?? "-"), .init(word(row.notice)), .init(row.repository, .dim),
                    .init(row.evidence, .dim),
                ]
            })
        return table.lines(limit: width, colored: colored).joined(separator: "\n") + "\n"
    }

    private func word(_ kind: AlgorithmNotice.Kind?) -> String {
        kind.map { Wording(language: language)($0) } ?? "algorithms.yml"
    }

    // MARK: CSV and Markdown

    private var header: [String] {
        [language("Repository", "Dépôt"), "URL", language("Said in", "Dit dans"), language("Evidence", "Preuve")]
            + AlgorithmField.allCases.map { language($0.englishLabel, $0.frenchLabel) }
    }

    private func cells(_ row: AlgorithmRow) -> [String] {
        [row.repository, row.url ?? "", word(row.notice), row.evidence]
            + AlgorithmField.allCases.map { row.record[$0] ?? "" }
    }

    /// A header and one row an algorithm, every field a column.
    public func csv(_ rows: [AlgorithmRow], dialect: CSVDialect = .csv) -> Data {
        dialect.data([header] + rows.map { cells($0).map(CSVDialect.neutralized) })
    }

    /// A table of the fields that any algorithm gives.
    public func markdown(_ rows: [AlgorithmRow]) -> String {
        let cells = rows.map(cells)
        let shown = header.indices.filter { column in cells.contains { !$0[column].isEmpty } }
        guard !shown.isEmpty else { return table(rows) }
        return MarkdownTable(
            header: shown.map { header[$0] }, rows: cells.map { row in shown.map { row[$0] } }
        ).text
    }

    // MARK: JSON

    private struct Document: Encodable {
        struct Item: Encodable {
            var repository: String
            var url: String?
            var notice: String
            var evidence: String
            var fields: [String: [String]]

            private enum Key: CodingKey { case repository, url, notice, evidence, fields }

            /// A URL that is not known is null, and its key is there.
            func encode(to encoder: any Encoder) throws {
                var values = encoder.container(keyedBy: Key.self)
                try values.encode(repository, forKey: .repository)
                try values.encode(url, forKey: .url)
                try values.encode(notice, forKey: .notice)
                try values.encode(evidence, forKey: .evidence)
                try values.encode(fields, forKey: .fields)
            }
        }

        var schemaVersion = 1
        var algorithms: [Item]
    }

    /// An object with the fields under their keys in algorithms.yml, each a list of texts.
    public static func json(_ rows: [AlgorithmRow]) throws -> Data {
        let items = rows.map { row in
            Document.Item(
                repository: row.repository, url: row.url, notice: row.notice?.rawValue ?? "declared",
                evidence: row.evidence,
                fields: Dictionary(uniqueKeysWithValues: row.record.values.map { ($0.key.rawValue, $0.value) }))
        }
        return try JSONEncoder.report(.prettyPrinted).encode(Document(algorithms: items)) + Data("\n".utf8)
    }
}
