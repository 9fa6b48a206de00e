// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What is written into the four cells, by the rules of docs/track.md: the URL and the producer where they are empty, an
// address that moved, a status that evidence proves. The expected date is a person's and never written.

import Inventory
import Languages

struct CellWriter {
    let table: TrackingTable
    let inventory: Inventory
    let language: Language

    /// The addresses of accepted repositories in an empty cell.
    func fillURL(_ row: inout TrackedRow, _ accepted: [Int], _ word: String) {
        let urls = accepted.map { inventory.entries[$0].address }
        write(&row, .url, urls.joined(separator: ", "), word)
    }

    /// The present address in the place of a former one; the rest of the cell stays, a path in the repository too. Of a
    /// past day the move is only said: the former address was right then.
    func replaceMoved(_ row: inout TrackedRow, _ moves: [String: AddressFinder.Move], isWritten: Bool) {
        guard !moves.isEmpty else { return }
        let text = row.written[.url] ?? ""
        var result = ""
        var read = text.startIndex
        var reasons: [String] = []
        for (_, move) in moves.sorted(by: { $0.key < $1.key }) {
            reasons.append(
                language("\(move.from.key) is \(move.name) now", "\(move.from.key) est désormais \(move.name)"))
        }
        row.remarks += reasons.map { Remark(kind: .moved, message: $0) }
        guard isWritten else { return }
        for place in AddressCell(text).places {
            guard let replacement = moves[place.address.key]?.replacement(of: place.address) else { continue }
            result += text[read..<place.range.lowerBound] + replacement
            read = place.range.upperBound
        }
        result += text[read...]
        write(&row, .url, result, reasons.joined(separator: "; "))
    }

    /// The body that answers for the repositories, or the ministry that they share, in an empty cell.
    func fillProducer(_ row: inout TrackedRow) {
        guard (row.written[.producer] ?? "").trimmed.isEmpty else { return }
        let bodies = RowWords(inventory: inventory, language: language, day: nil).bodies(row)
        let ministries = Set(bodies.map(\.ministry))
        guard let name = bodies.count == 1 ? bodies[0].name : ministries.count == 1 ? bodies[0].ministry : nil else {
            return
        }
        write(
            &row, .producer, name,
            language("the body of the repositories, by inventory.yml", "l’organisme des dépôts, selon inventory.yml"))
    }

    /// The status, unless the cell means it already.
    func writeStatus(_ row: inout TrackedRow, _ reason: String, isWritten: Bool) {
        guard !isWritten, let status = row.status else { return }
        write(&row, .status, status.rawValue, reason)
    }

    private func write(_ row: inout TrackedRow, _ field: SourceCodeField, _ text: String, _ reason: String) {
        let old = row.cells[field] ?? ""
        guard text != old, !text.isEmpty else { return }
        if let refusal = table.refusal(of: CellEdit(row: row.row, field: field, text: text)) {
            row.remarks.append(
                Remark(
                    kind: .notWritten,
                    message: "\(field.rawValue)\(language(":", "\u{A0}:")) \(sentence(refusal, text))"))
            if field == .status { row.status = CodeStatus(reading: old) }
            return
        }
        row.changes.append(CellChange(field: field, old: old, new: text, reason: reason))
        row.cells[field] = text
    }

    private func sentence(_ refusal: CellEditRefusal, _ text: String) -> String {
        switch refusal {
        case .notInEncoding(let encoding):
            language(
                "“\(text)” cannot be written in \(encoding.rawValue); save the table in UTF-8",
                "«\u{A0}\(text)\u{A0}» ne peut s’écrire en \(encoding.rawValue)\u{A0}; enregistrez le tableau en UTF-8")
        case .notText:
            language(
                "the cell holds no text; write “\(text)” there by hand",
                "la cellule ne contient pas de texte\u{A0}; écrivez-y «\u{A0}\(text)\u{A0}» à la main")
        case .damaged:
            language("the row is damaged", "la ligne est abîmée")
        case .formula:
            language(
                "“\(text)” would be computed by a spreadsheet; not written",
                "«\u{A0}\(text)\u{A0}» serait calculé par un tableur\u{A0}; non écrit")
        }
    }
}

extension InventoryEntry {
    /// Where people find it.
    public var address: String { url ?? "https://" + fullName }
}
