// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What changed between two inventories, for a reader: a table for a terminal, Markdown for a message or a page, JSON for
// programs.

import Algorithms
import Foundation
import Inventory
import Languages
import Licensing

/// `codescan diff OLD NEW`.
public struct InventoryDiffReport: Sendable {
    /// The language of headings and words; JSON has none.
    public var language: Language

    /// A report for a reader.
    public init(language: Language) { self.language = language }

    private var words: Wording { Wording(language: language) }

    /// One JSON object, `Schemas/inventory-diff.schema.json`.
    public static func json(_ diff: InventoryDiff) throws -> Data {
        try JSONEncoder.report(.prettyPrinted).encode(diff) + Data("\n".utf8)
    }

    /// One line a change; as wide as the terminal, or as the text without one.
    public func table(_ diff: InventoryDiff, width: Int? = nil, colored: Bool = false) -> String {
        var blocks: [String] = []
        if !diff.changes.isEmpty {
            let table = TextTable(
                columns: [
                    .init(title: language("REPOSITORY", "DÉPÔT"), narrowest: 16, importance: 4),
                    .init(title: language("CHANGE", "CHANGEMENT"), narrowest: 10, importance: 3),
                    .init(title: language("BEFORE", "AVANT"), narrowest: 8, importance: 1),
                    .init(title: language("AFTER", "APRÈS"), narrowest: 8, importance: 2),
                ],
                rows: diff.changes.map { change in
                    [
                        .init(change.repository.fullName), .init(label(change), color(change.what)),
                        .init(value(change.from, of: change), .dim), .init(value(change.to, of: change)),
                    ]
                })
            blocks.append(table.lines(limit: width, colored: colored).map { $0 + "\n" }.joined())
        }
        blocks.append(
            TextColor.bold.paint(heading(diff), if: colored) + "\n" + counts(diff).map { "  \($0)\n" }.joined())
        blocks += caution(diff).map { $0 + "\n" }
        return blocks.joined(separator: "\n")
    }

    /// A heading, the counts and a table.
    public func markdown(_ diff: InventoryDiff) -> String {
        let title = language("What changed in the inventory", "Ce qui a changé dans l’inventaire")
        var text = "# \(title)\n\n\(heading(diff))\n"
        guard !diff.changes.isEmpty else { return text }
        text += "\n" + counts(diff).map { "- \($0)\n" }.joined() + "\n"
        text += MarkdownTable(header: header, rows: rows(diff)).text
        return text + caution(diff).map { "\n\($0)\n" }.joined()
    }

    // MARK: Rows

    /// The titles of a change's cells.
    var header: [String] {
        [
            language("Repository", "Dépôt"), language("Change", "Changement"), language("Before", "Avant"),
            language("After", "Après"),
        ]
    }

    /// The cells of each change.
    func rows(_ diff: InventoryDiff) -> [[String]] {
        diff.changes.map { change in
            [change.repository.fullName, label(change), value(change.from, of: change), value(change.to, of: change)]
        }
    }

    // MARK: Words

    /// "3 changes in 2 repositories, from 2024-01-01 (118 repositories) to 2025-01-01 (120 repositories)".
    func heading(_ diff: InventoryDiff) -> String {
        func side(_ side: InventoryDiff.Side) -> String {
            let day =
                side.asOf.map { language("", "le ") + language.longDate($0) }
                ?? language("an unknown day", "un jour inconnu")
            return "\(day) (\(language.repositories(side.repositories)))"
        }
        let count = diff.changes.count
        let repositories = language.repositories(Set(diff.changes.map(\.repository)).count)
        let what =
            count == 0
            ? language("Nothing changed", "Rien n’a changé")
            : language.count(count, ("change", "changes"), ("changement", "changements"))
                + " \(language("in", "dans")) \(repositories)"
        let (from, to) = (side(diff.from), side(diff.to))
        return language("\(what), from \(from) to \(to)", "\(what), entre \(from) et \(to)")
    }

    private func counts(_ diff: InventoryDiff) -> [String] {
        InventoryDiff.Change.What.allCases.compactMap { what in
            let count = diff.summary[what.rawValue] ?? 0
            return count > 0 ? "\(word(what))\(language.colon) \(count)" : nil
        }
    }

    /// Another version may conclude otherwise from the same files.
    private func caution(_ diff: InventoryDiff) -> [String] {
        let (from, to) = (diff.from.tool, diff.to.tool)
        guard !diff.changes.isEmpty, from != to, !from.version.isEmpty, !to.version.isEmpty else { return [] }
        func name(_ tool: Inventory.Tool) -> String { "codescan \(tool.version), LicenseDB \(tool.index)" }
        return [
            language(
                "The inventories were taken with different versions (\(name(from)); \(name(to))): some changes may come from that.",
                "Les inventaires proviennent de versions différentes (\(name(from))\u{A0}; \(name(to)))\u{A0}: des changements peuvent en venir."
            )
        ]
    }

    private func label(_ change: InventoryDiff.Change) -> String {
        change.place.map { "\(word(change.what))\(language.colon) \($0)" } ?? word(change.what)
    }

    private func word(_ what: InventoryDiff.Change.What) -> String {
        switch what {
        case .appeared: language("appeared", "apparu")
        case .vanished: language("vanished", "disparu")
        case .removedFromForge: language("REMOVED FROM THE FORGE", "RETIRÉ DE LA FORGE")
        case .listedAgain: language("listed again", "de nouveau listé")
        case .ignored: language("ignored from now on", "désormais ignoré")
        case .renamed: language("renamed", "renommé")
        case .unreadable: language("cannot be read any more", "n’est plus lisible")
        case .readable: language("can be read again", "de nouveau lisible")
        case .kind: language("kind", "nature")
        case .newlyConflicting: language("newly conflicting", "nouvelle contradiction")
        case .licenseStatus: language("licence status", "état de la licence")
        case .license: language("licence", "licence")
        case .freeSoftware: language("free software", "logiciel libre")
        case .decree: language("decree", "décret")
        case .noticeGained: language("notice gained", "mention ajoutée")
        case .noticeLost: language("notice lost", "mention perdue")
        case .archived: language("archived", "archivé")
        }
    }

    private func color(_ what: InventoryDiff.Change.What) -> TextColor {
        switch what {
        case .vanished, .removedFromForge, .unreadable, .noticeLost: .red
        case .newlyConflicting: .yellow
        case .appeared, .listedAgain, .readable, .noticeGained: .green
        default: .plain
        }
    }

    private func value(_ value: String?, of change: InventoryDiff.Change) -> String {
        guard let value else { return "-" }
        switch change.what {
        case .kind: return ContentKind(rawValue: value).map { words($0) } ?? value
        case .licenseStatus: return LicenseConclusion.Status(rawValue: value).map { words($0) } ?? value
        case .newlyConflicting:
            return LicenseConclusion.Status(rawValue: value).map { words($0) } ?? ConflictSentence(value)(language)
        case .freeSoftware: return FreeSoftwareStatus(rawValue: value).map { words($0) } ?? value
        case .decree: return DecreeFamily(rawValue: value).map { words($0) } ?? value
        case .noticeGained, .noticeLost: return AlgorithmNotice.Kind(rawValue: value).map { words($0) } ?? value
        case .archived: return value == "true" ? language("yes", "oui") : language("no", "non")
        case .removedFromForge, .listedAgain:
            return since(value)
        case .ignored: return change.to == value ? since(value) : value
        default: return value
        }
    }

    private func since(_ day: String) -> String {
        language("since \(language.date(day))", "depuis le \(language.date(day))")
    }
}
