// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The inventory as a person reads it in a terminal: one line a repository, then what it all comes to.
//
//     print(InventoryTable(language: .french, width: 100, colored: true).text(inventory))

import Inventory
import Languages
import Licensing

/// `codescan inventory --format table`.
public struct InventoryTable: Sendable {
    /// The language of headings and words.
    public var language: Language
    /// The terminal's cells in a line; null for as many as the text takes, as in a file.
    public var width: Int?
    /// Whether to colour by free-software status.
    public var colored: Bool

    /// A table for a reader.
    public init(language: Language, width: Int? = nil, colored: Bool = false) {
        self.language = language
        self.width = width
        self.colored = colored
    }

    /// The whole report, with a newline at the end.
    public func text(_ inventory: Inventory) -> String {
        let names = RepositoryNames(inventory.entries)
        let repositories = repositoryTable(inventory, names).lines(limit: width, colored: colored)
        let summary = InventorySummaryText(inventory: inventory, names: names, style: self)
        let blocks = (inventory.entries.isEmpty ? [] : [repositories]) + summary.blocks
        return blocks.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    var words: Wording { Wording(language: language) }

    private func repositoryTable(_ inventory: Inventory, _ names: RepositoryNames) -> TextTable {
        let vanished = Set(inventory.vanished.map(\.entry.path))
        return TextTable(
            columns: [
                .init(title: language("REPOSITORY", "DÉPÔT"), narrowest: 16, importance: 6),
                .init(title: language("KIND", "NATURE"), narrowest: 4, importance: 2),
                .init(title: language("LICENCE", "LICENCE"), narrowest: 12, importance: 4),
                .init(title: language("FREE SOFTWARE", "LOGICIEL LIBRE"), narrowest: 10, importance: 5),
                .init(title: language("DECREE", "DÉCRET"), narrowest: 6, importance: 3),
                .init(title: language("EVIDENCE", "PREUVE"), narrowest: 12, importance: 1),
            ],
            rows: inventory.entries.map { entry in
                let isVanished = vanished.contains(entry.path)
                let color = entry.isRead && !isVanished ? entry.license.freeSoftware.color : .red
                return [
                    .init(names[entry]),
                    .init(words(entry.kind), .dim),
                    .init(entry.license.expression?.description ?? "-", color),
                    .init(status(entry, isVanished: isVanished), color),
                    .init(entry.isRead ? words(entry.license.decree) : "-"),
                    .init(evidence(entry), .dim),
                ]
            })
    }

    /// The free-software status, and what puts it in doubt.
    private func status(_ entry: InventoryEntry, isVanished: Bool) -> String {
        var parts = isVanished ? [language("VANISHED", "DISPARU")] : []
        guard entry.isRead else { return (parts + [language("not read", "non lu")]).joined(separator: ", ") }
        parts.append(words(entry.license.freeSoftware))
        if entry.license.status == .conflicting { parts.append(words(.conflicting)) }
        if entry.corrections.contains(where: { $0.stale == nil }) { parts.append(language("corrected", "corrigé")) }
        return parts.joined(separator: ", ")
    }

    /// What contradicts, else the strongest place.
    private func evidence(_ entry: InventoryEntry) -> String {
        let license = entry.license
        if license.status == .conflicting, !license.conflicts.isEmpty {
            return license.conflicts.map { ConflictSentence($0)(language) }.joined(separator: "\(language.semicolon) ")
        }
        guard let first = license.evidence.first else { return "-" }
        let more = license.evidence.count - 1
        return more > 0 ? "\(first.place) +\(more)" : first.place
    }
}

/// What repositories are called in a report: forge, owner and name, and the path as well where two have them alike.
struct RepositoryNames {
    private let counts: [String: Int]

    init(_ entries: [InventoryEntry]) {
        counts = Dictionary(entries.map { (Self.name($0), 1) }, uniquingKeysWith: +)
    }

    subscript(entry: InventoryEntry) -> String {
        let name = Self.name(entry)
        return counts[name] == 1 ? name : "\(name) (\(entry.path))"
    }

    private static func name(_ entry: InventoryEntry) -> String {
        [entry.forge, entry.owner, entry.name].compactMap(\.self).joined(separator: "/")
    }
}
