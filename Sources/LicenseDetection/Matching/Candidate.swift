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

    var isExact: Bool { matched == ruleLength && words.count == ruleLength }
    /// Percent of the rule's words.
    var coverage: Double { ruleLength == 0 ? 0 : 100 * Double(matched) / Double(ruleLength) }
    /// What the match explains, less what it leaves unexplained: a word of the rule that is missing weighs more than a
    /// word of the text that is too many, since texts get preambles and names put in.
    var weight: Int { 2 * matched - 3 * (ruleLength - matched) - (words.count - matched) }
}
