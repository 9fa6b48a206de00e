// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a run of codescan mirror did, for a reader: counts, then what changed its name, vanished or failed, each on a
// line; JSON for programs.

import Foundation
import Inventory
import Languages
import Mirroring

/// `codescan mirror`.
public struct MirrorRunReport: Sendable {
    /// The language of words; JSON has none.
    public var language: Language

    /// A report for a reader.
    public init(language: Language) { self.language = language }

    /// One JSON object, `Schemas/mirror.schema.json`.
    public static func json(_ report: MirrorReport) throws -> Data {
        try JSONEncoder.report(.prettyPrinted).encode(report) + Data("\n".utf8)
    }

    /// The whole run; of a rehearsal, what it would have done.
    public func text(_ report: MirrorReport, isRehearsal: Bool) -> String {
        let counts = report.counts
        var text =
            language.count(
                counts.listed, ("repository listed", "repositories listed"), ("dépôt listé", "dépôts listés")) + "\n"
        let lines: [(Int, String, String)] = [
            (counts.made, "new", "nouveaux"), (counts.updated, "updated", "mis à jour"),
            (counts.unchanged, "unchanged", "inchangés"), (counts.moved, "under a new name", "sous un nouveau nom"),
            (counts.vanished, "vanished", "disparus"), (counts.failed, "failed", "en échec"),
        ]
        for (count, english, french) in lines where count > 0 {
            text += "  \(language(english, french))\(language.colon) \(count)\n"
        }
        if !isRehearsal {
            text += language(
                "  requests: \(report.cost.requests), of which not modified: \(report.cost.notModified); copied: \(size(report.bytesCopied))\n",
                "  requêtes\u{A0}: \(report.cost.requests), dont sans changement\u{A0}: \(report.cost.notModified)\u{A0}; copié\u{A0}: \(size(report.bytesCopied))\n"
            )
        }
        text += section(language("New names", "Nouveaux noms"), report.moved)
        text += section(
            language("Vanished: the mirror stays", "Disparus\u{A0}: le miroir reste"), report.vanished)
        text += section(language("Failed", "En échec"), report.failures)
        text += section(
            language("Problems with forges", "Problèmes avec les forges"),
            report.problems.map(sentence))
        return text
    }

    /// What a rehearsal would do of a repository, or what a listing found; nil for what is of no interest there.
    public func line(of action: MirrorAction) -> String? {
        switch action {
        case .listed(_, let url): url
        case .made(let place): language("mirror   \(place)", "copier       \(place)")
        case .checked(let place): language("refresh  \(place)", "rafraîchir   \(place)")
        case .moved(let old, let new): language("move     \(old) → \(new)", "déplacer     \(old) → \(new)")
        case .vanished(let place): language("vanished \(place)", "disparu      \(place)")
        case .failed(let place, let reason): "\(place)\(language.colon) \(reason)"
        case .updated, .unchanged: nil
        }
    }

    /// A problem with a forge, in a sentence.
    public func sentence(_ problem: MirrorProblem) -> String {
        [problem.host, problem.account].compactMap(\.self).joined(separator: "/")
            + "\(language.colon) \(problem.reason)"
    }

    private func section(_ title: String, _ lines: [String]) -> String {
        lines.isEmpty ? "" : "\n\(title) (\(lines.count))\n" + lines.map { "  \(TerminalText($0).string)\n" }.joined()
    }

    private func size(_ bytes: Int) -> String {
        let units = language == .french ? ["o", "ko", "Mo", "Go"] : ["B", "kB", "MB", "GB"]
        var (value, unit) = (Double(bytes), 0)
        while value >= 1000, unit < units.count - 1 { (value, unit) = (value / 1000, unit + 1) }
        let digits = unit == 0 || value >= 100 ? String(Int(value)) : language.decimal((value * 10).rounded() / 10)
        return "\(digits) \(units[unit])"
    }
}
