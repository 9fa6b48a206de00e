// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// SPDX tags and rules that speak of the same words: which of the two is heard. A licence's text that shows its own tag
// makes no use of it; a tag that is no expression may be a wording that a rule knows; else the tag says it best.

struct TagsAndRules {
    let index: LicenseIndex
    let trace: DetectionTrace?

    /// Neighbours looked at: what was resolved hardly overlaps.
    private static let reach = 8

    /// The tags and the candidates that stay. Both are in the order of the text.
    func settled(_ tags: [SPDXTag], _ candidates: [Candidate]) -> (tags: [SPDXTag], candidates: [Candidate]) {
        if tags.isEmpty { return (tags, candidates) }
        let texts = candidates.filter(index.isWholeText)
        let tags = tags.filter { tag in
            guard let reason = objection(to: tag, texts, candidates) else { return true }
            trace?.drop(.tag(tag), reason)
            return false
        }
        let kept = candidates.filter { candidate in
            if !isSaid(candidate, by: tags) { return true }
            trace?.drop(candidate, .saidByTag)
            return false
        }
        return (tags, kept)
    }

    private func objection(to tag: SPDXTag, _ texts: [Candidate], _ candidates: [Candidate]) -> DropReason? {
        if let text = textHolding(tag, texts) { return .exampleTag(in: name(of: text)) }
        if let rule = betterReading(of: tag, candidates) { return .tagReadByRule(name(of: rule)) }
        return nil
    }

    private func name(of candidate: Candidate) -> String { index.string(index.rules[candidate.rule].name) }

    /// The whole text that holds the tag among its own words.
    private func textHolding(_ tag: SPDXTag, _ texts: [Candidate]) -> Candidate? {
        before(tag, in: texts).first { text in
            let next = text.segments.partitioningIndex { $0.upperBound >= tag.words.upperBound }
            return next < text.segments.count && text.segments[next].lowerBound < tag.words.lowerBound
        }
    }

    /// The match of the rule that knows what a tag means that is no SPDX expression ("GPL 2.0+ BSD-3-Clause").
    private func betterReading(of tag: SPDXTag, _ candidates: [Candidate]) -> Candidate? {
        tag.isUnknown ? before(tag, in: candidates).first { $0.words.upperBound >= tag.words.upperBound } : nil
    }

    /// The last candidates that begin before the tag or with it.
    private func before(_ tag: SPDXTag, in candidates: [Candidate]) -> ArraySlice<Candidate> {
        candidates[..<candidates.partitioningIndex { $0.words.lowerBound > tag.words.lowerBound }].suffix(Self.reach)
    }

    /// Whether a tag says with its own words what a rule makes of them; a text that shows one is still the text.
    private func isSaid(_ candidate: Candidate, by tags: [SPDXTag]) -> Bool {
        let first = tags.partitioningIndex { $0.words.upperBound > candidate.words.lowerBound }
        return tags[first...].prefix { $0.words.lowerBound < candidate.words.upperBound }.contains {
            candidate.matched < 2 * $0.words.count + 8
        }
    }
}
