// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// GitHub Actions: workflow commands, which become annotations at the lines of the change, and the job's summary in
// Markdown. Escaping is that of @actions/core: a value of a property escapes more than a message.

import Foundation
import Inventory
import Policy

/// `codescan check --format github`.
public enum CheckGitHub {
    /// One workflow command for each finding.
    public static func data(_ report: CheckReport) -> Data {
        var lines: [String] = []
        for verdict in report.verdicts {
            for finding in verdict.findings {
                let command =
                    switch finding.severity {
                    case .error: "error"
                    case .warning: "warning"
                    case .note, .off: "notice"
                    }
                var properties = [("file", report.place(finding, in: verdict))]
                if let range = finding.lines {
                    properties += [("line", String(range.lowerBound)), ("endLine", String(range.upperBound))]
                }
                properties.append(("title", "codescan \(finding.rule.rawValue)"))
                let list = properties.map { "\($0)=\(escaped($1, inProperty: true))" }.joined(separator: ",")
                let message = report.sentence(finding) + "\n" + finding.mend(report.language)
                lines.append("::\(command) \(list)::\(escaped(message, inProperty: false))")
            }
            // Without these a job would fail and show nothing of why.
            lines += verdict.entry.errors.map { "::error title=codescan::\(escaped($0, inProperty: false))" }
        }
        return Data(lines.map { $0 + "\n" }.joined().utf8)
    }

    private static func escaped(_ text: String, inProperty: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where inProperty: result += "%3A"
            case "," where inProperty: result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// The job's summary: what stands behind $GITHUB_STEP_SUMMARY.
public enum CheckMarkdown {
    /// A heading, the licence and a table of findings for each repository.
    public static func data(_ report: CheckReport) -> Data {
        let language = report.language
        var lines = ["## codescan", ""]
        for verdict in report.verdicts {
            let license = verdict.entry.license.expression?.description ?? language("no licence", "sans licence")
            lines += ["**\(cell(verdict.name))** — \(cell(license)) \(sign(verdict))", ""]
            if verdict.hasErrors { lines += verdict.entry.errors.map { "- \(cell($0))" } + [""] }
            if verdict.findings.isEmpty { continue }
            lines += [
                language(
                    "| | Rule | Where | What | Mend |", "| | Règle | Où | Quoi | Remède |"), "|---|---|---|---|---|",
            ]
            lines += verdict.findings.map { finding in
                let line = finding.lines.map { ":\($0.lowerBound)" } ?? ""
                return
                    "| \(finding.severity.word(language)) | [\(finding.rule.rawValue)](\(Rule.rule(finding.rule).page)) | "
                    + "\(cell((finding.path ?? "") + line)) | \(cell(report.sentence(finding))) | "
                    + "\(cell(finding.mend(language))) |"
            }
            lines.append("")
        }
        return Data((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func sign(_ verdict: Verdict) -> String { verdict.isRed ? "❌" : verdict.hasErrors ? "⚠️" : "✅" }

    /// A cell's text: names and paths of a repository are written by anyone.
    private static func cell(_ text: String) -> String {
        var result = ""
        for character in TerminalText(text).string {
            if "\\`*_{}[]<>|#!~".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }
}
