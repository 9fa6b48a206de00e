// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Something that a rule found, and where.

import Inventory
import Languages

/// Something that is not as a rule asks.
public struct Finding: Sendable, Hashable {
    /// The rule.
    public var rule: Rule.Identifier
    /// Its weight under the policy.
    public var severity: Severity
    /// The file, from the repository's root; nil when it is the repository as a whole.
    public var path: String?
    /// First and last line, from 1; nil when it is the file as a whole.
    public var lines: ClosedRange<Int>?
    /// What was found.
    public var message: Bilingual
    /// How to mend it, when the finding knows more than its rule.
    public var ownMend: Bilingual?
    /// What tells the finding from others of its rule and file, whatever its line: a field, a licence.
    public var subject: String

    init(
        _ rule: Rule.Identifier, at path: String? = nil, lines: ClosedRange<Int>? = nil, _ message: Bilingual,
        mend: Bilingual? = nil, subject: String = "", severity: Severity? = nil
    ) {
        self.rule = rule
        self.severity = severity ?? Rule.rule(rule).severity
        self.path = path
        self.lines = lines
        self.message = message
        ownMend = mend
        self.subject = subject
    }

    /// How to mend it.
    public func mend(_ language: Language) -> String { (ownMend ?? Rule.rule(rule).mend)(language) }

    /// The same for the same thing from run to run, on any machine, whatever moved its line: 16 hexadecimal digits of rule,
    /// path and subject (FNV-1a).
    public var fingerprint: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in [rule.rawValue, path ?? "", subject].joined(separator: "\n").utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// What is said of one repository.
public struct Verdict: Sendable {
    /// The repository, as the inventory names it.
    public var entry: InventoryEntry
    /// What was found, the heaviest first.
    public var findings: [Finding]
    /// Findings that a baseline knows: told apart, and they make nothing red.
    public var known: [Finding]

    /// What the repository is called: `host/owner/name`, or its path.
    public var name: String {
        guard let forge = entry.forge else { return entry.path == "." ? entry.name : entry.path }
        return [forge, entry.owner, entry.name].compactMap(\.self).joined(separator: "/")
    }

    /// Whether the build is red.
    public var isRed: Bool { findings.contains { $0.severity == .error } }
    /// Whether it could not be read whole.
    public var hasErrors: Bool { !entry.errors.isEmpty }
}
