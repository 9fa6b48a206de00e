// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a page about a tracking table says, whatever it is written in: title, introduction, counts, loud remarks.

import Inventory
import Languages
import Tracking

struct TrackingPage {
    let result: TrackingResult
    let language: Language

    init(_ result: TrackingResult, language: Language) {
        self.result = result
        self.language = language
    }

    var title: String {
        language("Source code: where the commitments stand", "Code source\u{A0}: où en sont les engagements")
    }

    /// Of which table, inventory and day.
    var introduction: String {
        let file = result.table.file.split(separator: "/").last.map(String.init) ?? result.table.file
        let day = result.day.map { language.longDate($0) } ?? language("an unknown day", "un jour inconnu")
        let count = language.repositories(result.inventory.entries.count)
        let past = language(
            " The inventory is of a past day: only what the forges' records prove public by then counts as available.",
            " L’inventaire est celui d’un jour passé\u{A0}: seul compte comme disponible ce que les fiches des forges prouvent public à cette date."
        )
        return language(
            "The table \(file) has \(language.commitments(result.table.rows.count)), \(result.rows.count) of them about source code, compared with an inventory of \(count), as of \(day).",
            "Le tableau \(file) compte \(language.commitments(result.table.rows.count)), dont \(result.rows.count) au sujet de code source, comparés à un inventaire de \(count), au \(day)."
        ) + (result.isPast ? past : "")
    }

    /// How many commitments have each status that occurs.
    var counts: [(status: String, code: CodeStatus?, count: Int)] {
        result.countsByStatus.filter { $0.count > 0 }.map { status, count in
            (status?.rawValue ?? noStatus, status, count)
        }
    }

    var noStatus: String { language("No status", "Sans statut") }

    var loudTitle: String { language("To look at first", "À regarder d’abord") }

    /// What is said whatever else is, each with the commitment it is about.
    var loudRemarks: [String] {
        let colon = language.colon
        let all =
            result.remarks.map { (name: String?.none, remark: $0) }
            + result.rows.flatMap { row in row.remarks.map { (name: String?.some(name(row)), remark: $0) } }
        return all.loudest(\.remark).map { name, remark in (name.map { "\($0)\(colon) " } ?? "") + remark.message }
    }

    /// What a commitment is called.
    func name(_ row: TrackedRow) -> String {
        row.title.isEmpty ? place(row) : row.title
    }

    /// Where the table has it: the record's id, else the line.
    func place(_ row: TrackedRow) -> String {
        row.id.map { "id \($0)" } ?? language("line \(row.line)", "ligne \(row.line)")
    }
}

extension Language {
    /// "3 commitments".
    func commitments(_ count: Int) -> String {
        self.count(count, ("commitment", "commitments"), ("engagement", "engagements"))
    }
}
