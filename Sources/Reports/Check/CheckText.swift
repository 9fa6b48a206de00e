// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan check` for the person who reads the build's log: each finding with its place, its reason and the mend.

import Foundation
import Inventory
import Languages
import Policy

/// `codescan check --format text`.
public struct CheckText {
    private let report: CheckReport
    private let width: Int?
    private let colored: Bool

    /// A text at most `width` cells wide, in colours or not.
    public init(_ report: CheckReport, width: Int? = nil, colored: Bool = false) {
        self.report = report
        self.width = width
        self.colored = colored
    }

    private var language: Language { report.language }

    /// The text, with a newline at the end.
    public var text: String {
        var lines: [String] = []
        for verdict in report.verdicts {
            lines.append(heading(verdict))
            // On a whole forge notes would drown what matters.
            let shown = verdict.findings.filter { report.verdicts.count == 1 || $0.severity >= .warning }
            for finding in shown { lines += self.lines(finding) }
            for error in verdict.entry.errors { lines += wrapped(error, indent: 2, .red) }
            if !verdict.known.isEmpty {
                lines += wrapped(
                    language.count(
                        verdict.known.count, ("known from the baseline", "known from the baseline"),
                        ("connu par la référence", "connus par la référence")), indent: 2, .dim)
            }
            if !shown.isEmpty { lines.append("") }
        }
        lines.append(summary)
        return lines.joined(separator: "\n") + "\n"
    }

    private func heading(_ verdict: Verdict) -> String {
        let name = TerminalText(verdict.name).string
        let license = verdict.entry.license.expression.map { TerminalText($0.description).string } ?? "-"
        let status =
            verdict.entry.isRead
            ? Wording(language: language)(verdict.entry.license.freeSoftware) : language("not read", "non lu")
        let (sign, color): (String, TextColor) =
            verdict.isRed ? ("✗", .red) : verdict.hasErrors ? ("?", .yellow) : ("✓", .green)
        return "\(color.paint(sign, if: colored)) \(TextColor.bold.paint(name, if: colored))  \(license) (\(status))"
    }

    private func lines(_ finding: Finding) -> [String] {
        let color: TextColor =
            switch finding.severity {
            case .error: .red
            case .warning: .yellow
            case .note, .off: .cyan
            }
        let place = [finding.path, finding.lines.map { String($0.lowerBound) }].compactMap(\.self).joined(
            separator: ":")
        let head =
            "  \(color.paint(finding.severity.word(language), if: colored))  "
            + TextColor.bold.paint(finding.rule.rawValue, if: colored)
            + (place.isEmpty ? "" : "  \(TerminalText(place).string)")
        return [head] + wrapped(report.sentence(finding), indent: 4)
            + wrapped("→ " + finding.mend(language), indent: 4, .green)
            + wrapped(Rule.rule(finding.rule).source(report.language), indent: 4, .dim)
    }

    private func wrapped(_ text: String, indent: Int, _ color: TextColor = .plain) -> [String] {
        let safe = TerminalText(text)
        let lines = width.map { safe.wrapped(to: max(20, $0 - indent)) } ?? [safe.string]
        return lines.map { String(repeating: " ", count: indent) + color.paint($0, if: colored) }
    }

    private var summary: String {
        let counts = [Severity.error, .warning, .note].map { ($0, report.count($0)) }.filter { $0.1 > 0 }
            .map { language.count($1, $0.noun(.english), $0.noun(.french)) }.joined(separator: ", ")
        let red = report.verdicts.count(where: \.isRed)
        let incomplete = report.verdicts.count { !$0.isRed && $0.hasErrors }
        let total = report.verdicts.count
        let color: TextColor = red > 0 ? .red : incomplete > 0 ? .yellow : .green
        let word = language("incomplete", incomplete < 2 ? "incomplet" : "incomplets")
        let verdict =
            total == 1
            ? (red > 0 ? language("red", "rouge") : incomplete > 0 ? word : language("green", "vert"))
            : language(
                "\(red) of \(language.repositories(total)) red", "\(language.repositories(red)) sur \(total) en rouge")
                + (incomplete > 0 ? ", \(incomplete) \(word)" : "")
        return color.paint(verdict, if: colored) + (counts.isEmpty ? "" : " (\(counts))")
    }
}

extension Severity {
    /// Its word in the singular and in the plural.
    fileprivate func noun(_ language: Language) -> Language.Noun { (word(language), word(language) + "s") }
}
