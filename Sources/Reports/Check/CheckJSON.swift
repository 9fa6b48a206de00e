// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan check` for programs: Schemas/check.schema.json.

import Foundation
import Inventory
import Languages
import Licensing
import Policy

/// `codescan check --format json`.
public enum CheckJSON {
    /// The verdicts in UTF-8, with a newline at the end.
    public static func data(_ report: CheckReport) throws -> Data {
        try JSONEncoder.report(.prettyPrinted).encode(Document(report)) + Data("\n".utf8)
    }

    private struct Document: Encodable {
        var schemaVersion = 1
        var tool = ["name": "codescan", "version": CodescanVersion.current]
        var policy: String
        var red: Bool
        var summary: [String: Int]
        var repositories: [Repository]

        init(_ report: CheckReport) {
            policy = report.preset.rawValue
            red = report.isRed
            summary = [
                "repositories": report.verdicts.count, "red": report.verdicts.count(where: \.isRed),
                "error": report.count(.error), "warning": report.count(.warning), "note": report.count(.note),
            ]
            repositories = report.verdicts.map { Repository($0, report.language) }
        }
    }

    private struct Repository: Encodable {
        var name: String
        var path: String
        var kind: String?
        var license: String?
        var freeSoftware: FreeSoftwareStatus
        var red: Bool
        var findings: [Item]
        var known: [Item]
        var errors: [String]

        init(_ verdict: Verdict, _ language: Language) {
            name = verdict.name
            path = verdict.entry.path
            kind = verdict.entry.kind?.rawValue
            license = verdict.entry.license.expression?.description
            freeSoftware = verdict.entry.license.freeSoftware
            red = verdict.isRed
            findings = verdict.findings.map { Item($0, language) }
            known = verdict.known.map { Item($0, language) }
            errors = verdict.entry.errors
        }
    }

    private struct Item: Encodable {
        var rule: String
        var severity: Severity
        var path: String?
        var lines: [Int]?
        var message: String
        var mend: String
        var reason: String
        var source: String
        var page: String
        var fingerprint: String

        init(_ finding: Finding, _ language: Language) {
            let rule = Rule.rule(finding.rule)
            self.rule = finding.rule.rawValue
            severity = finding.severity
            path = finding.path
            lines = finding.lines.map { [$0.lowerBound, $0.upperBound] }
            message = finding.message(language)
            mend = finding.mend(language)
            reason = rule.reason(language)
            source = rule.source(language)
            page = rule.page
            fingerprint = finding.fingerprint
        }
    }
}
