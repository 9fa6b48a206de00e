// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What was known on the day a project began to be checked: findings in it are told apart, and make nothing red.

import Foundation
import Languages

/// Findings that are known, by repository.
public struct Baseline: Sendable, Hashable, Codable {
    /// The version of this format.
    public static let currentSchemaVersion = 1

    /// The version of the format it is in.
    public var schemaVersion = Baseline.currentSchemaVersion
    /// The findings' fingerprints, by the name of their repository.
    public var findings: [String: Set<String>]

    /// The findings of verdicts, known or new.
    public init(_ verdicts: [Verdict]) {
        findings = Dictionary(
            verdicts.map { ($0.name, Set(($0.findings + $0.known).map(\.fingerprint))) },
            uniquingKeysWith: { $0.union($1) })
    }

    /// Reads a baseline.
    /// - Throws: `BaselineError`.
    public init(_ data: Data, file: String) throws(BaselineError) {
        guard let baseline = try? JSONDecoder().decode(Baseline.self, from: data),
            baseline.schemaVersion == Self.currentSchemaVersion
        else {
            throw BaselineError(file: file)
        }
        self = baseline
    }

    /// The file's content: sorted, so that a change is a change.
    public func data() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let sorted = Sorted(schemaVersion: schemaVersion, findings: findings.mapValues { $0.sorted() })
        return try encoder.encode(sorted) + Data("\n".utf8)
    }

    private struct Sorted: Encodable {
        var schemaVersion: Int
        var findings: [String: [String]]
    }

    /// The verdict with what is known set apart. A baseline of one repository speaks of the only one of a run, whatever the
    /// folder that it is checked out in is called.
    public func apply(to verdict: Verdict, isOnlyOne: Bool) -> Verdict {
        let only = isOnlyOne && findings.count == 1 ? findings.first?.value : nil
        let known = findings[verdict.name] ?? only ?? []
        var verdict = verdict
        verdict.known += verdict.findings.filter { known.contains($0.fingerprint) }
        verdict.findings.removeAll { known.contains($0.fingerprint) }
        return verdict
    }
}

/// A file that is no baseline.
public struct BaselineError: Error, Sendable, Hashable, Spoken {
    /// The file.
    let file: String

    /// The file, and how to make one.
    public func sentence(_ language: Language) -> String {
        language(
            "\(file): not a baseline of this codescan; make one with: codescan check --write-baseline \(file)",
            "\(file)\u{A0}: n’est pas une référence de ce codescan\u{A0}; faites-en une avec\u{A0}: "
                + "codescan check --write-baseline \(file)")
    }
}
