// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// GitLab's Code Quality report: the fields of its published table (description, check_name, fingerprint, severity,
// location), a subset of Code Climate's. GitLab wants a path and a line for each.

import Foundation
import Policy

/// `codescan check --format codequality`.
public enum CheckCodeQuality {
    /// The findings as one JSON array.
    public static func data(_ report: CheckReport) throws -> Data {
        let issues = report.verdicts.flatMap { verdict in
            verdict.findings.map { finding in
                Issue(
                    description: report.sentence(finding) + " " + finding.mend(report.language),
                    checkName: "codescan/\(finding.rule.rawValue)",
                    // Unique over all repositories of the report.
                    fingerprint: report.fingerprint(finding, in: verdict),
                    severity: severity(finding.severity),
                    location: .init(
                        path: report.place(finding, in: verdict),
                        lines: .init(begin: finding.lines?.lowerBound ?? 1)))
            }
        }
        return try JSONEncoder.report(.prettyPrinted).encode(issues) + Data("\n".utf8)
    }

    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "critical"
        case .warning: "minor"
        case .note, .off: "info"
        }
    }

    private struct Issue: Encodable {
        var description: String
        var checkName: String
        var fingerprint: String
        var severity: String
        var location: Location

        struct Location: Encodable {
            var path: String
            var lines: Lines
        }

        struct Lines: Encodable { var begin: Int }

        enum CodingKeys: String, CodingKey {
            case description, fingerprint, severity, location
            case checkName = "check_name"
        }
    }
}
