// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

/// The longest exact match of a window, beside which most nominees have nothing to say.
struct LongestExact {
    private let words: Int
    /// The window's words outside it.
    private let others: WordSet

    init(_ match: Candidate, in window: Range<Int>, of ids: [WordID]) {
        words = match.matched
        let outside = [0..<match.words.lowerBound, match.words.upperBound..<ids.count]
        others = WordSet(ids, outside.map { $0.clamped(to: window) })
    }

    /// Whether a rule, of which the window has `held` words anywhere, can neither outweigh the match nor stand beside it
    /// on words of its own.
    func outdoes(_ rule: UnsafeBufferPointer<WordID>, held: Int, _ minimumCoverage: Double) -> Bool {
        let own = others.count(in: rule)
        let matched = min(held, words + own)
        // The least that a missing word costs (see `Candidate.weight`), and what a version after the match may take from it.
        let outweighs = 2 * matched - (rule.count - matched) >= 2 * words - 6
        // Half of what must match; two thirds must be its own (see `MatchResolver`), "license" not counted.
        let stands = 2 * Double(own) >= minimumCoverage / 100 * Double(rule.count)
        return !outweighs && !stands
    }
}

/// Which words stretches of a text hold.
struct WordSet {
    private var bits = [UInt64](repeating: 0, count: (Int(WordID.max) + 1) / 64)

    init(_ ids: [WordID], _ stretches: [Range<Int>]) {
        for stretch in stretches {
            for i in stretch where ids[i] != .unknown { bits[Int(ids[i] >> 6)] |= 1 << UInt64(ids[i] & 63) }
        }
    }

    /// How many of the rule's words are among them.
    func count(in rule: UnsafeBufferPointer<WordID>) -> Int {
        rule.reduce(0) { $0 + Int(bits[Int($1 >> 6)] >> UInt64($1 & 63) & 1) }
    }
}
