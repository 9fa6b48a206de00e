// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a repository is judged by: a preset, and what its `.codescan.yml` changes.
//
//     let verdict = Policy(preset: .france).verdict(on: inspection, today: day)

import Forges
import Inventory
import Licensing

/// The rules in force.
public struct Policy: Sendable {
    /// Sets of severities that a project starts from.
    public enum Preset: String, Sendable, CaseIterable, Codable {
        /// The law and the policy of the French State.
        case france
        /// What the Open Source Initiative calls open source.
        case osi
        /// The State's, and every file with its licence (REUSE).
        case reuse

        /// What the preset changes in the rules' own severities.
        var changes: [Rule.Identifier: Severity] {
            switch self {
            case .france: [:]
            case .osi: [.licenseNotInDecree: .off, .noPubliccode: .off, .incompleteNotice: .off]
            case .reuse: [.fileWithoutLicense: .error]
            }
        }
    }

    /// A finding that is accepted for a while.
    public struct Exception: Sendable, Hashable {
        /// The rule.
        public var rule: Rule.Identifier
        /// Where it holds, as a pattern of paths; nil for everywhere.
        public var path: PathPattern?
        /// Why.
        public var reason: String
        /// The last day on which it holds.
        public var until: CalendarDate
        /// The line of the file, from 1.
        public var line: Int
    }

    /// The preset it started from.
    public var preset: Preset
    /// Severities that replace the preset's.
    public var severities: [Rule.Identifier: Severity] = [:]
    /// Licences that may be used; nil for any.
    public var allowed: Set<String>?
    /// Licences that may not be used.
    public var denied: Set<String> = []
    /// Paths whose findings are left out.
    public var ignoredPaths: [PathPattern] = []
    /// What is accepted for a while.
    public var exceptions: [Exception] = []

    /// A preset as it is.
    public init(preset: Preset = .france) { self.preset = preset }

    /// The weight of a rule.
    public func severity(of rule: Rule.Identifier) -> Severity {
        severities[rule] ?? preset.changes[rule] ?? Rule.rule(rule).severity
    }

    /// Whether the rule is applied at all: reading every file's head costs more than the rest together.
    public func applies(_ rule: Rule.Identifier) -> Bool { severity(of: rule) != .off }

    /// What is said of a repository on a day, the heaviest first.
    public func verdict(on inspection: RepositoryInspection, today: CalendarDate) -> Verdict {
        let found = RuleBook.findings(inspection, self).compactMap { finding -> Finding? in
            var finding = finding
            let isStated = severities[finding.rule] != nil || preset.changes[finding.rule] != nil
            if isStated, finding.severity == Rule.rule(finding.rule).severity {
                finding.severity = severity(of: finding.rule)
            }
            guard finding.severity != .off, applies(finding.rule) else { return nil }
            if let path = finding.path, ignoredPaths.contains(where: { $0.matches(path) }) { return nil }
            return isExcepted(finding, today) ? nil : finding
        }
        let order = Dictionary(uniqueKeysWithValues: Rule.all.enumerated().map { ($1.identifier, $0) })
        func key(_ finding: Finding) -> (Severity, Int, String, Int) {
            (finding.severity, order[finding.rule] ?? 0, finding.path ?? "", finding.lines?.lowerBound ?? 0)
        }
        let sorted = found.sorted { one, other in
            let (a, b) = (key(one), key(other))
            return a.0 != b.0 ? a.0 > b.0 : (a.1, a.2, a.3) < (b.1, b.2, b.3)
        }
        return Verdict(entry: inspection.entry, findings: sorted, known: [])
    }

    /// Exceptions whose day has passed: they are told, and no longer applied.
    public func expiredExceptions(on day: CalendarDate) -> [Exception] { exceptions.filter { $0.until < day } }

    private func isExcepted(_ finding: Finding, _ day: CalendarDate) -> Bool {
        exceptions.contains { exception in
            guard exception.rule == finding.rule, exception.until >= day else { return false }
            guard let pattern = exception.path else { return true }
            return finding.path.map(pattern.matches) ?? false
        }
    }
}
