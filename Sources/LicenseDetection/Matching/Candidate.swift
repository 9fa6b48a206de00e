// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

/// A rule found in a word stream, before the matches of a text are weighed against one another.
struct Candidate {
    var rule: Int
    /// From the first to the last matched word.
    var words: Range<Int>
    /// How many of the rule's words stand there, in order.
    var matched: Int
    var ruleLength: Int
    /// The parts of `words` that hold the rule's words; what lies between is somebody else's.
    var segments: [Range<Int>]

    /// The rule's missing words before its first and after its last that matched: cut off, not changed.
    var cutOff = 0
    /// Decisive words that rule and text do not share.
    var decisiveDifferences = 0

    /// Whether the version follows right after and the rule does not hold it: a rule that does says more.
    var stopsBeforeVersion = false

    /// Whether much is missing or put in, so that something else may explain the same words better.
    var isLossy: Bool { 2 * matched - weight > 40 }

    /// The same, found in words of which the first is the `offset`th of others.
    func moved(by offset: Int) -> Candidate {
        var moved = self
        moved.words = words.lowerBound + offset..<words.upperBound + offset
        moved.segments = segments.map { $0.lowerBound + offset..<$0.upperBound + offset }
        return moved
    }

    var isExact: Bool { matched == ruleLength && words.count == ruleLength }
    /// Percent of the rule's words.
    var coverage: Double { ruleLength == 0 ? 0 : 100 * Double(matched) / Double(ruleLength) }
    /// What the match explains, less what it leaves unexplained: a word of the rule that is missing weighs more than a
    /// word of the text that is too many, since texts get preambles and names put in; less where an end was cut off.
    var weight: Int {
        let missing = ruleLength - matched - cutOff
        let wrong = 3 * missing + Self.cost(ofRun: cutOff) + insertions + 6 * decisiveDifferences
        return 2 * matched - wrong - (stopsBeforeVersion ? min(2 * matched - 1, Self.costOfVersion) : 0)
    }

    /// What it costs that the version follows and the rule does not hold it.
    static let costOfVersion = 6

    /// Whether all that the other explains is explained by this one.
    func holds(_ other: Candidate) -> Bool {
        var own = segments[...]
        return other.segments.allSatisfy { segment in
            own = own.drop { $0.upperBound < segment.upperBound }
            return own.first.map { $0.lowerBound <= segment.lowerBound } ?? false
        }
    }

    /// Words of the text that are too many.
    private var insertions: Int {
        zip(segments, segments.dropFirst()).reduce(0) { $0 + Self.cost(ofRun: $1.1.lowerBound - $1.0.upperBound) }
    }

    /// What words in a row cost that were put in or cut off: more than a name or a line is a paragraph, one change and not
    /// many.
    private static func cost(ofRun words: Int) -> Int { min(words, 12) + max(0, words - 12) / 3 }
}
