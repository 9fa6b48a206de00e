// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Why a text was read as it was: each match with what is missing from it and what was put in, and each that was dropped
// with the step that dropped it (`codescan identify --explain`).

/// What became of everything that a text might have said of licences.
public struct DetectionExplanation: Sendable {
    /// A match and how it lies on the text.
    public struct Entry: Sendable {
        /// The match; `expression` is empty for a rule that names no licence.
        public var match: LicenseMatch
        /// The SPDX tag as it is written; nil for the match of a rule.
        public var tag: String?
        /// What the rule says, where the words beside it ("version 2", "or later", "or the MIT licence") say more; else nil.
        public var ruleSays: String?
        /// Words of the rule; 0 for an SPDX tag.
        public var ruleWords: Int
        /// The rule's words that the text lacks, run by run, in lower case without accents.
        public var missing: [String]
        /// Words of the text between the rule's, which the rule lacks.
        public var inserted: Int
        /// The step that dropped it; nil for a match that was kept.
        public var reason: DropReason?
    }

    /// In order of place.
    public var kept: [Entry]
    /// In order of place.
    public var dropped: [Entry]

    init(_ findings: [Finding], _ trace: DetectionTrace, _ text: ExplainedText) {
        kept = findings.map { text.entry(for: $0.match, from: $0.origin, reason: nil) }
        var lines = LineCounter(text.text)
        dropped = trace.dropped.map { origin, reason in
            var match = text.match(of: origin)
            match.lines = lines.lines(of: match.bytes)
            return text.entry(for: match, from: origin, reason: reason)
        }.sorted { ($0.match.bytes.lowerBound, $0.match.rule) < ($1.match.bytes.lowerBound, $1.match.rule) }
    }
}

/// The text beside the rules that were laid over it.
struct ExplainedText {
    let text: UnsafeRawBufferPointer
    let stream: WordStream
    let index: LicenseIndex

    func entry(for match: LicenseMatch, from origin: MatchOrigin, reason: DropReason?) -> DetectionExplanation.Entry {
        switch origin {
        case .tag(let tag):
            let written = String(decoding: text[tag.bytes], as: UTF8.self)
            return DetectionExplanation.Entry(
                match: match, tag: written, ruleWords: 0, missing: [], inserted: 0, reason: reason)
        case .rule(let candidate):
            let said = index.string(index.rules[candidate.rule].expression)
            return DetectionExplanation.Entry(
                match: match, ruleSays: said == match.expression ? nil : said, ruleWords: candidate.ruleLength,
                missing: missing(from: candidate), inserted: candidate.words.count - candidate.matched, reason: reason)
        }
    }

    func match(of origin: MatchOrigin) -> LicenseMatch {
        switch origin {
        case .tag(let tag): Finding(tag).match
        case .rule(let candidate): match(of: candidate)
        }
    }

    private func match(of candidate: Candidate) -> LicenseMatch {
        if let finding = Finding(candidate, in: stream, index) { return finding.match }
        let record = index.rules[candidate.rule]
        var match = LicenseMatch(
            expression: "", rule: index.string(record.name), kind: .clue, lines: 1...1, coverage: 100,
            relevance: Int(record.relevance), words: candidate.matched)
        match.bytes = stream.bytes(of: candidate.words)
        return match
    }

    /// The rule's words without a place in the text, joined where they follow one another.
    private func missing(from candidate: Candidate) -> [String] {
        if candidate.matched == candidate.ruleLength { return [] }
        let rule = index.words(of: index.rules[candidate.rule])
        guard let alignment = AlignmentText(stream.ids, candidate.words).alignments(with: rule).first else { return [] }
        var runs: [[String]] = []
        var last = -2
        for (i, position) in alignment.textPositions.enumerated() where position < 0 {
            if i != last + 1 { runs.append([]) }
            runs[runs.count - 1].append(index.spelling(of: rule[i]))
            last = i
        }
        return runs.map { $0.joined(separator: " ") }
    }
}
