// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The decisions of people brought to the rows of a table, and those that no longer hold: a commitment or a repository
// that is gone, two decisions or a decision and the table that contradict each other.

import Inventory
import Languages

struct DecisionBook {
    private struct Entry {
        let decision: Decision
        let position: Int
    }

    private let language: Language
    private let file: String
    private var byRow: [Int: [Entry]] = [:]
    /// What is wrong with decisions whatever the rows say.
    private(set) var remarks: [Remark] = []

    init(_ decisions: Decisions, table: TrackingTable, directory: InventoryDirectory, _ language: Language) {
        self.language = language
        file = decisions.file
        guard !decisions.list.isEmpty else { return }
        var rows: [String: [Int]] = [:]
        for (position, row) in table.rows.enumerated() {
            rows[Words.spaced(table.text(row, .title)), default: []].append(position)
        }
        for decision in decisions.list where decision.verdict != .open {
            let named = rows[Words.spaced(decision.title)] ?? []
            let found = named.filter {
                decision.concerns(title: decision.title, producer: table.text(table.rows[$0], CommitmentField.producer))
            }
            guard let row = found.first else {
                remark(
                    decision,
                    language(
                        "no commitment “\(decision.title)” of that producer is in the table any more; remove the decision, or correct its title",
                        "aucun engagement «\u{A0}\(decision.title)\u{A0}» de ce producteur n’est plus dans le tableau\u{A0}; retirez la décision, ou corrigez son titre"
                    ))
                continue
            }
            guard found.count == 1 else {
                remark(
                    decision,
                    language(
                        "\(found.count) commitments have the title “\(decision.title)”; add the producer that tells them apart",
                        "\(found.count) engagements portent le titre «\u{A0}\(decision.title)\u{A0}»\u{A0}; ajoutez le producteur qui les distingue"
                    ))
                continue
            }
            guard let position = directory.entry(named: decision.repository) else {
                let isGroup = directory.isGroup(decision.repository)
                remark(
                    decision,
                    isGroup
                        ? language(
                            "\(decision.repository) is a whole account, and a decision is about a repository; write one decision for each, or the account into the table",
                            "\(decision.repository) est un compte entier, et une décision porte sur un dépôt\u{A0}; écrivez une décision par dépôt, ou le compte dans le tableau"
                        )
                        : language(
                            "\(decision.repository) is not in the inventory; remove the decision, or take the inventory with it",
                            "\(decision.repository) n’est pas dans l’inventaire\u{A0}; retirez la décision, ou faites l’inventaire avec ce dépôt"
                        ))
                continue
            }
            byRow[row, default: []].append(Entry(decision: decision, position: position))
        }
        for row in byRow.keys.sorted() { settle(row) }
    }

    /// Takes out of a row's decisions those that say yes and no of the same repository.
    private mutating func settle(_ row: Int) {
        for (position, entries) in Dictionary(grouping: byRow[row] ?? [], by: \.position).sorted(by: { $0.key < $1.key }
        )
        where Set(entries.map(\.decision.verdict)).count > 1 {
            let lines = entries.map { String($0.decision.line) }.joined(separator: ", ")
            remark(
                entries[0].decision,
                language(
                    "lines \(lines) accept and reject \(entries[0].decision.repository) for the same commitment; keep one, neither is followed",
                    "les lignes \(lines) acceptent et refusent \(entries[0].decision.repository) pour le même engagement\u{A0}; gardez-en une, aucune n’est suivie"
                ))
            byRow[row]?.removeAll { $0.position == position }
        }
    }

    private mutating func remark(_ decision: Decision, _ message: String) {
        remarks.append(Remark(kind: .decision, message: "\(file):\(decision.line)\(language.colon) \(message)"))
    }

    /// The repositories that a person accepted for a row.
    func accepted(_ row: Int) -> [Int] {
        var positions: [Int] = []
        for entry in byRow[row] ?? [] where entry.decision.verdict == .accepted && !positions.contains(entry.position) {
            positions.append(entry.position)
        }
        return positions
    }

    /// The repositories that a person accepted or rejected: they are not proposed again.
    func decided(_ row: Int) -> Set<Int> { Set((byRow[row] ?? []).map(\.position)) }

    /// Who accepted and when, for the reason of a change.
    func word(_ row: Int) -> String {
        let words = (byRow[row] ?? []).filter { $0.decision.verdict == .accepted }.map {
            language(
                "accepted by \($0.decision.who) on \(language.longDate($0.decision.date))",
                "accepté par \($0.decision.who) le \(language.longDate($0.decision.date))")
        }
        return words.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ", ")
    }

    /// An acceptance that the table's own addresses contradict: the table is right, and both are named.
    func remarks(_ row: Int, repositories: [Int]) -> [Remark] {
        (byRow[row] ?? []).filter { $0.decision.verdict == .accepted && !repositories.contains($0.position) }.map {
            Remark(
                kind: .decision,
                message: "\(file):\($0.decision.line)\(language.colon) "
                    + language(
                        "accepts \($0.decision.repository), and the table's URL names something else: the table is followed; remove one of them",
                        "accepte \($0.decision.repository), et l’URL du tableau nomme autre chose\u{A0}: le tableau est suivi\u{A0}; retirez l’un des deux"
                    ))
        }
    }
}
