// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What `codescan check` tells, whatever the format: the verdicts, and where their paths start.

import Inventory
import Languages
import Policy

/// Verdicts on repositories, to be written.
public struct CheckReport: Sendable {
    /// One for each repository.
    public var verdicts: [Verdict]
    /// The preset they were judged by.
    public var preset: Policy.Preset
    /// The language of what people read.
    public var language: Language

    /// A report of verdicts.
    public init(_ verdicts: [Verdict], preset: Policy.Preset, language: Language) {
        self.verdicts = verdicts
        self.preset = preset
        self.language = language
    }

    /// Whether any repository makes the build red.
    public var isRed: Bool { verdicts.contains(where: \.isRed) }

    /// How many findings weigh this much.
    func count(_ severity: Severity) -> Int {
        verdicts.reduce(0) { $0 + $1.findings.count { $0.severity == severity } }
    }

    /// A finding's path from where the program runs: of the one repository of a CI job its own, of a forge behind the
    /// repository's. A finding on the repository as a whole stands at the file that would mend it.
    func place(_ finding: Finding, in verdict: Verdict) -> String {
        let path = finding.path ?? (finding.rule == .noPubliccode ? "publiccode.yml" : "LICENSE")
        return verdicts.count == 1 ? path : "\(verdict.name)/\(path)"
    }

    /// What a finding is known by from run to run: of the one repository of a CI job whatever the folder is called.
    func fingerprint(_ finding: Finding, in verdict: Verdict) -> String {
        verdicts.count == 1 ? finding.fingerprint : "\(verdict.name):\(finding.fingerprint)"
    }

    /// What a finding says, in one sentence.
    func sentence(_ finding: Finding) -> String {
        let message = finding.message(language)
        return message.hasSuffix(".") ? message : message + "."
    }
}

extension Severity {
    /// The word for it.
    func word(_ language: Language) -> String {
        switch self {
        case .error: language("error", "erreur")
        case .warning: language("warning", "avertissement")
        case .note: language("note", "note")
        case .off: language("off", "éteinte")
        }
    }
}
