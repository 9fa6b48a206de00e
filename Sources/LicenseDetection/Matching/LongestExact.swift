// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

/// The longest exact match of a window, beside which most nominees have nothing to say.
struct LongestExact {
    let words: Int
    /// The window's known words outside it.
    let others: Int

    /// Whether a rule of so many words can neither outweigh the match, whatever of the other words it holds, nor stand
    /// beside it on words of its own.
    func outdoes(_ ruleLength: Int, _ minimumCoverage: Double) -> Bool {
        let matched = min(ruleLength, words + others)
        // The least that a missing word costs (see `Candidate.weight`), and what a version after the match may take from it.
        let outweighs = 2 * matched - (ruleLength - matched) >= 2 * words - 6
        // Half of what must match; two thirds must be its own (see `MatchResolver`), "license" not counted.
        let stands = 2 * Double(others) >= minimumCoverage / 100 * Double(ruleLength)
        return !outweighs && !stands
    }
}
