// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What `track` did, for a terminal: cell by cell old and new with the reason, what a person must know, and counts.

import Inventory
import Languages
import Tracking

/// What `codescan track` says beside the table.
public struct TrackingText: Sendable {
    private let result: TrackingResult
    private let language: Language
    private let colored: Bool

    /// What there is to say of a result.
    public init(_ result: TrackingResult, language: Language, colored: Bool = false) {
        self.result = result
        self.language = language
        self.colored = colored
    }

    /// What is loud, every change, the other remarks, the proposals and the counts.
    public var whole: [String] {
        loud + changes + remarks.filter { !$0.remark.kind.isLoud }.map(said) + proposals + [""] + counts
    }

    /// What is loud, the first changes, and the counts.
    public func brief(most: Int) -> [String] {
        Self.cut(loud, most, language) + Self.cut(changes, most, language) + counts
    }

    private static func cut(_ lines: [String], _ most: Int, _ language: Language) -> [String] {
        guard lines.count > most else { return lines }
        let rest = lines.count - most
        return lines.prefix(most) + [
            language(
                "\(language.others(rest)); --dry-run or --report shows them all",
                "\(language.others(rest))\u{A0}; --dry-run ou --report les montre tous")
        ]
    }

    /// `suivi.csv:12: Statut_Code_Source: "Disponible" → "Partiellement disponible": no licence`.
    private var changes: [String] {
        result.rows.flatMap { row in
            row.changes.map { change in
                place(row) + "\(change.field.rawValue)\(language.colon) " + paint(quoted(change.old), .red) + " → "
                    + paint(quoted(change.new), .green) + "\(language.colon) " + TerminalText(change.reason).string
            }
        }
    }

    private var loud: [String] { remarks.loudest(\.remark).map(said) }

    private var remarks: [(place: String, remark: Remark)] {
        result.remarks.map { ("", $0) } + result.rows.flatMap { row in row.remarks.map { (place(row), $0) } }
    }

    private func said(_ place: String, _ remark: Remark) -> String {
        place + paint(TerminalText(remark.message).string, remark.kind.isLoud ? .yellow : .dim)
    }

    private var proposals: [String] {
        result.rows.flatMap { row in
            row.proposals.map { proposal in
                let name = result.inventory.entries[proposal.position].fullName
                let words = language("perhaps", "peut-être")
                return place(row)
                    + TerminalText(
                        "\(words) \(name) (\(language.decimal(proposal.score)))\(language.colon) \(proposal.reason)"
                    ).string
            }
        }
    }

    /// Counts in a few lines.
    private var counts: [String] {
        let rows = result.table.rows.count
        let changed = result.rows.reduce(0) { $0 + $1.changes.count }
        let statuses = result.countsByStatus.filter { $0.count > 0 }.map { status, count in
            "\(count) \(status?.rawValue ?? language("without a status", "sans statut"))"
        }.joined(separator: ", ")
        var lines = [
            language(
                "\(result.rows.count) of \(language.commitments(rows)) about source code",
                "\(language.commitments(result.rows.count)) sur \(rows) au sujet de code source")
                + (statuses.isEmpty ? "" : "\(language.colon) \(statuses)"),
            language(
                "cells changed: \(changed)", "cellules changées\u{A0}: \(changed)"),
        ]
        let proposed = result.rows.count { !$0.proposals.isEmpty }
        if proposed > 0 {
            lines.append(
                language(
                    "commitments with a proposed repository, for a person to confirm (--propose, then --accept): \(proposed)",
                    "engagements avec un dépôt proposé, à confirmer par une personne (--propose, puis --accept)\u{A0}: \(proposed)"
                ))
        }
        return lines
    }

    /// File and line; of JSON, which is one line at times, the record too.
    private func place(_ row: TrackedRow) -> String {
        let record = row.id.map { "id \($0)" } ?? (result.table.format == .json ? row.title : "")
        return paint(TerminalText("\(result.table.file):\(row.line)").string, .bold) + "\(language.colon) "
            + (record.isEmpty ? "" : TerminalText(record).string + "\(language.colon) ")
    }

    private func quoted(_ text: String) -> String {
        "\"\(TerminalText(text.split(whereSeparator: \.isNewline).joined(separator: " ")).string)\""
    }

    private func paint(_ text: String, _ color: TextColor) -> String { color.paint(text, if: colored) }
}
