// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

/// A place in a text that says something of a licence.
public struct LicenseMatch: Sendable, Hashable, Codable {
    /// What kind of wording matched.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// The licence's own text, whole or a telling part of it.
        case text
        /// A grant: "this program is licensed under …".
        case notice
        /// A name, a title, a URL.
        case reference
        /// A machine-readable statement, such as an SPDX tag or a manifest's field.
        case tag
        /// The sentence that leads to a licence without naming one.
        case intro
        /// A hint too weak to be a statement.
        case clue
    }

    /// SPDX expression; a licence without SPDX identifier is `LicenseRef-scancode-KEY`.
    public var expression: String
    /// The rule's name in the index, or `spdx-license-identifier` for an SPDX tag.
    public var rule: String
    public var kind: Kind
    /// First and last line, from 1.
    public var lines: ClosedRange<Int>
    /// Percent of the rule's words that the text holds, in order.
    public var coverage: Double
    /// LicenseDB's confidence in the rule, 0 to 100.
    public var relevance: Int
    /// Words of the text that match.
    public var words: Int
    /// Offsets in the text, of UTF-16 in its UTF-8 form. Not encoded: empty in a match read back.
    public var bytes: Range<Int> = 0..<0

    /// The name that stands for the rule in the match of an SPDX tag.
    public static let spdxTagRule = "spdx-license-identifier"

    private enum CodingKeys: String, CodingKey {
        case expression, rule, kind, lines, coverage, relevance, words
    }

    init(
        expression: String, rule: String, kind: Kind, lines: ClosedRange<Int>, coverage: Double, relevance: Int,
        words: Int
    ) {
        self.expression = expression
        self.rule = rule
        self.kind = kind
        self.lines = lines
        self.coverage = coverage
        self.relevance = relevance
        self.words = words
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        expression = try values.decode(String.self, forKey: .expression)
        rule = try values.decode(String.self, forKey: .rule)
        kind = try values.decode(Kind.self, forKey: .kind)
        let bounds = try values.decode([Int].self, forKey: .lines)
        guard bounds.count == 2, bounds[0] <= bounds[1] else {
            throw DecodingError.dataCorruptedError(
                forKey: .lines, in: values, debugDescription: "lines are [first, last]")
        }
        lines = bounds[0]...bounds[1]
        coverage = try values.decode(Double.self, forKey: .coverage)
        relevance = try values.decode(Int.self, forKey: .relevance)
        words = try values.decode(Int.self, forKey: .words)
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(expression, forKey: .expression)
        try values.encode(rule, forKey: .rule)
        try values.encode(kind, forKey: .kind)
        try values.encode([lines.lowerBound, lines.upperBound], forKey: .lines)
        try values.encode(coverage, forKey: .coverage)
        try values.encode(relevance, forKey: .relevance)
        try values.encode(words, forKey: .words)
    }
}
