// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What the stages drop and why, written down only when somebody asks (`codescan identify --explain`).

/// The step of the pipeline that dropped a match.
public enum DropReason: Sendable, Equatable {
    /// Another exact match of a longer rule holds it whole.
    case contained(by: String)
    /// A required phrase of the rule is missing or broken.
    case missingPhrase
    /// Less of the rule stands in the text than its kind and length ask for, in percent.
    case belowCoverage(minimum: Double)
    /// More words of others stand between the rule's words than the rule has.
    case scattered
    /// Rule and text differ in a word that makes it another licence ("affero", "later").
    case decisiveWord
    /// The words are part of an identifier, a path or another licence's name, another version follows, or they stand there
    /// by chance.
    case notAName
    /// More is missing than matches.
    case tooThin
    /// A match that explains more has these words.
    case overlapped(by: String)
    /// The rule itself is one of those for wordings that name no licence, and explains its words best.
    case namesNoLicense
    /// A rule for wordings that name no licence has these words.
    case falsePositive(rule: String)
    /// One of many names in a row: a table of licences, not a statement.
    case listOfLicenses
    /// An SPDX tag says it better.
    case saidByTag
    /// An SPDX tag without a value.
    case emptyTag
    /// An SPDX tag that a whole text shows as an example.
    case exampleTag(in: String)
    /// An SPDX tag whose value is no SPDX expression, and which a rule knows.
    case tagReadByRule(String)
    /// A neighbour says more.
    case vague
}

/// Collects what was dropped. Absent in the ordinary run, where it would cost time.
final class DetectionTrace {
    private(set) var dropped: [(origin: MatchOrigin, reason: DropReason)] = []

    func drop(_ origin: MatchOrigin, _ reason: DropReason) { dropped.append((origin, reason)) }
    func drop(_ candidate: Candidate, _ reason: DropReason) { drop(.rule(candidate), reason) }
}
