// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// An algorithm notice as the inventory writes it: where it stands, what it is, what it gives and what it owes.

import Algorithms

/// A notice about a public body's algorithm in a file of the repository, or talk about such notices.
public struct NoticeFinding: Codable, Sendable, Equatable {
    /// The file.
    public var path: String
    /// The file's blob: with `lines`, the evidence.
    public var blob: String
    /// What the notice is; a discussion fulfils nothing.
    public var kind: AlgorithmNotice.Kind
    /// First and last line, from 1.
    public var lines: [Int]
    /// For each element of R.311-3-1-1 and R.311-3-1-2, whether the text gives it.
    public var elements: [AlgorithmElement: Bool]
    /// For each element that the text gives, the first and last line that establish it.
    public var elementLines: [AlgorithmElement: [Int]]
    /// What the law asks of this kind of notice and the text does not give.
    public var missing: [AlgorithmElement]

    /// The notice found in a file.
    init(_ notice: AlgorithmNotice, in file: ListedFile) {
        path = file.path.string
        blob = file.id.hex
        kind = notice.kind
        lines = [notice.lines.lowerBound, notice.lines.upperBound]
        elements = Dictionary(
            uniqueKeysWithValues: AlgorithmElement.allCases.map { ($0, notice.elements[$0] != nil) })
        elementLines = notice.elements.mapValues { [$0.lowerBound, $0.upperBound] }
        missing = notice.missing
    }
}
