// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

/// The longest exact match of a window, beside which most nominees have nothing to say.
struct LongestExact {
    private let length: Int
    /// The window's words outside it.
    private let others: WordSet

    init(_ words: Range<Int>, in window: Range<Int>, of ids: [WordID]) {
        length = words.count
        let inside = words.clamped(to: window)
        others = WordSet(ids, [window.lowerBound..<inside.lowerBound, inside.upperBound..<window.upperBound])
    }

    /// Whether a rule, of which the window has `held` words anywhere, can neither outweigh the match nor stand beside it
    /// on words of its own.
    func outdoes(_ rule: UnsafeBufferPointer<WordID>, held: Int, _ minimumCoverage: Double) -> Bool {
        let own = others.count(in: rule)
        let matched = min(held, length + own)
        // The least that a missing word costs (see `Candidate.weight`), and what a version after the match may take from it.
        let outweighs = 2 * matched - (rule.count - matched) >= 2 * length - 6
        // Half of what must match; two thirds must be its own (see `MatchResolver`), "license" not counted.
        let stands = 2 * Double(own) >= minimumCoverage / 100 * Double(rule.count)
        return !outweighs && !stands
    }
}
