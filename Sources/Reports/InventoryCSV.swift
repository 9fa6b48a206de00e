// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The inventory's entries as a table of one row each, for spreadsheets and for the national data portal.

import Foundation
import Inventory

/// `codescan inventory --format csv`.
public enum InventoryCSV {
    /// A header and one row an entry. A list's parts are joined by `; `; what is not known is an empty cell.
    public static func data(_ inventory: Inventory, dialect: CSVDialect = .csv) -> Data {
        dialect.data([header] + inventory.entries.map { entry in columns.map { $0.text(entry) } })
    }

    /// The columns' names, in order.
    public static var header: [String] { columns.map(\.name) }

    /// The columns that tell of a repository, and not of the machine that read it.
    static var publishedColumns: [Column] { columns.filter { $0.name != "path" && $0.name != "errors" } }

    private static let columns: [Column] = [
        Column("forge") { .text($0.forge) },
        Column("owner") { .text($0.owner) },
        Column("name") { .text($0.name) },
        Column("kind") { .text($0.kind?.rawValue) },
        Column("url") { .text($0.url) },
        Column("path") { .text($0.path) },
        Column("fork", "boolean") { .flag($0.fork) },
        Column("archived", "boolean") { .flag($0.archived) },
        Column("mirror", "boolean") { .flag($0.mirror) },
        Column("publication") { .text($0.publication.status.rawValue) },
        Column("published_by", "datetime") { .text($0.publication.publishedBy) },
        Column("vanished_since", "datetime") { .text($0.forgeRecord?.vanishedSince) },
        Column("pso_id") { .text($0.administration?.psoId) },
        Column("administration") { .text($0.administration?.name) },
        Column("ministry") { .text($0.administration?.ministry) },
        Column("branch") { .text($0.head?.branch) },
        Column("commit") { .text($0.head?.commit) },
        Column("head_date", "datetime") { .text($0.head?.date) },
        Column("swhid") { .text($0.swhid) },
        Column("license_status") { .text($0.license.status.rawValue) },
        Column("license_expression") { .text($0.license.expression?.description) },
        Column("free_software") { .text($0.license.freeSoftware.rawValue) },
        Column("osi_approved", "boolean") { .flag($0.license.osiApproved) },
        Column("fsf_free", "boolean") { .flag($0.license.fsfFree) },
        Column("decree") { .text($0.license.decree.rawValue) },
        Column("license_other") { .list($0.license.other) },
        Column("license_since", "datetime") { .text($0.license.since) },
        Column("evidence") { .list($0.license.evidence.map(\.citation)) },
        Column("conflicts") { .list($0.license.conflicts) },
        Column("explanation") { .text($0.license.explanation) },
        Column("errors") { .list($0.errors) },
        Column("skipped_count", "integer") { .text(String($0.skipped.count)) },
    ]

    struct Column: Sendable {
        let name: String
        /// Its type in Table Schema.
        let type: String
        fileprivate let cell: @Sendable (InventoryEntry) -> Cell

        fileprivate init(
            _ name: String, _ type: String = "string", _ cell: @escaping @Sendable (InventoryEntry) -> Cell
        ) {
            self.name = name
            self.type = type
            self.cell = cell
        }

        /// What a row says.
        func text(_ entry: InventoryEntry) -> String { cell(entry).text }
    }

    fileprivate enum Cell {
        case text(String?)
        case flag(Bool?)
        case list([String])

        /// A list's parts are neutralised one by one: where a spreadsheet splits at `;`, each may become a cell.
        var text: String {
            switch self {
            case .text(let text): CSVDialect.neutralized(text ?? "")
            case .flag(let flag): flag.map(String.init) ?? ""
            case .list(let parts): parts.map(CSVDialect.neutralized).joined(separator: "; ")
            }
        }
    }
}

extension LicenseEvidence {
    /// The place: "LICENSE:1-518".
    var place: String {
        switch (lines.first, lines.last) {
        case (let first?, let last?) where first != last: "\(path):\(first)-\(last)"
        case (let line?, _): "\(path):\(line)"
        default: path
        }
    }

    /// The place and what it says: "LICENSE:1-518 (text: CECILL-2.1)".
    var citation: String { "\(place) (\(kind.rawValue): \(expression))" }
}
