// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What codescan concludes of a project's licence, and the evidence for it.

import Languages
import Licensing

/// A project's licence.
public struct LicenseConclusion: Codable, Sendable, Equatable {
    /// How the project speaks of its licence.
    public enum Status: String, Codable, Sendable, CaseIterable {
        case declared
        /// Declarations contradict one another; `conflicts` names them.
        case conflicting
        /// There is a licence file or statement that no rule explains.
        case unrecognized
        case missing
    }

    /// How the project speaks of its licence.
    public var status: Status
    /// The licence of the project's own code; null when none.
    public var expression: LicenseExpression?
    /// Whether the expression is free software (docs/conclusion.md).
    public var freeSoftware: FreeSoftwareStatus
    /// The SPDX list's OSI flag; null when it cannot be told.
    public var osiApproved: Bool?
    /// The SPDX list's FSF flag; null when it says nothing.
    public var fsfFree: Bool?
    /// The family in the list of the CRPA, article D.323-2-1.
    public var decree: DecreeFamily
    /// Licences of documentation, data and vendored parts, as declared.
    public var other: [String]
    /// Date of the commit that first brought a licence (RFC 3339); null when none or not known.
    public var since: String?
    /// Why `since` is null although there is a licence; null otherwise.
    public var sinceReason: String?
    /// Why the status is what it is, in a sentence, in the language of the run.
    public var explanation: String
    /// Where each claim stands.
    public var evidence: [LicenseEvidence]
    /// Declarations that contradict the conclusion, each as "package.json says MIT".
    public var conflicts: [String]
}

/// A place in the repository that says something of its licence.
public struct LicenseEvidence: Codable, Sendable, Equatable {
    /// What kind of place.
    public enum Kind: String, Codable, Sendable {
        case text, notice, reference, tag, manifest, reuse, readme
    }
    /// The path in the repository.
    public var path: String
    /// Object id of the blob.
    public var blob: String
    /// What kind of place it is.
    public var kind: Kind
    /// The SPDX expression said there.
    public var expression: String
    /// First and last line, from 1.
    public var lines: [Int]
    /// Percent of the rule's words found; 100 for a manifest's field.
    public var coverage: Double
    /// The rule of the index, or the manifest's field.
    public var rule: String
}

extension LicenseConclusion {
    /// Of a repository that could not be read.
    static let unknown = LicenseConclusion(
        status: .missing, expression: nil, freeSoftware: .none, osiApproved: nil, fsfFree: nil, decree: .none,
        other: [], since: nil, sinceReason: nil, explanation: "", evidence: [], conflicts: [])

    /// What was concluded, in the words of a language; its date is not known yet.
    init(_ result: LicenseConcluder.Result, _ language: Language) {
        self.init(
            status: result.status, expression: result.expression, freeSoftware: result.freeSoftware,
            osiApproved: result.expression?.osiApproved, fsfFree: result.expression?.fsfFree,
            decree: DecreeFamily(result.expression), other: result.other, since: nil, sinceReason: nil,
            explanation: LicenseExplanation.text(result, language), evidence: result.evidence,
            conflicts: result.conflicts)
    }
}
