// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Weighs the candidates of one text against one another: the heaviest first, what it explains is explained, false
// positives take what they cover with them, and a short name inside an identifier or a path names no licence.

struct MatchResolver {
    let index: LicenseIndex
    let stream: WordStream
    let trace: DetectionTrace?
    private let names: ShortNames

    init(index: LicenseIndex, stream: WordStream, text: UnsafeRawBufferPointer, trace: DetectionTrace?) {
        self.index = index
        self.stream = stream
        self.trace = trace
        names = ShortNames(index: index, stream: stream, text: text)
    }

    /// The candidates that stay, in the order of the text.
    func resolve(_ candidates: consuming [Candidate]) -> [Candidate] {
        var standing = candidates
        standing.removeAll { !stands($0) }
        for i in standing.indices { standing[i].stopsBeforeVersion = names.stopsBeforeVersion(standing[i]) }
        standing = withoutComposites(standing)
        let ordered = standing.indices.map { precedence(of: standing[$0], at: $0) }.sorted { $0 < $1 }
        var kept: [Candidate] = []
        var explained = [Bool](repeating: false, count: ordered.isEmpty ? 0 : stream.count)
        for candidate in ordered.lazy.map({ standing[$0.offset] }) {
            var taken = 0
            var total = 0
            for segment in candidate.segments {
                total += segment.count
                for i in segment where explained[i] && !index.isSharedWord(stream.ids[i]) { taken += 1 }
            }
            // Two long notices may share a sentence; a short one must stand on its own words, but for "license", which
            // ends one name and begins the next sentence.
            if taken * 10 > total * (total >= 20 ? 4 : 1) || isExplained(candidate, explained) {
                traceOverlap(candidate, kept)
                continue
            }
            kept.append(candidate)
            for segment in candidate.segments {
                for i in segment { explained[i] = true }
            }
        }
        return withoutAsides(kept).filter(namesLicense)
            .sorted { ($0.words.lowerBound, $0.words.upperBound) < ($1.words.lowerBound, $1.words.upperBound) }
    }

    /// Words of the shortest text that is part of a composite.
    private static let shortestPart = 20

    /// Some licences are several texts in a row, and lie roughly over any such row. Where the single texts in it explain
    /// more than the whole does, they are what stands there.
    private func withoutComposites(_ candidates: [Candidate]) -> [Candidate] {
        guard candidates.contains(where: \.isLossy) else { return candidates }
        let byEnd = candidates.filter { $0.matched >= Self.shortestPart }.sorted {
            $0.words.upperBound < $1.words.upperBound
        }
        return candidates.filter { candidate in
            guard candidate.isLossy else { return true }
            let weight = candidate.weight
            let first = byEnd.partitioningIndex { $0.words.upperBound > candidate.words.lowerBound }
            let parts = byEnd[first...].prefix { $0.words.upperBound <= candidate.words.upperBound }.filter {
                $0.words.lowerBound >= candidate.words.lowerBound && $0.matched < candidate.matched
                    && $0.weight < weight
            }
            guard parts.count > 1, let best = Self.heaviestRow(parts), best.weight > weight else { return true }
            trace?.drop(candidate, .overlapped(by: index.string(index.rules[best.heaviest.rule].name)))
            return false
        }
    }

    /// The weight of the heaviest row of candidates of which none overlaps the next, and the heaviest of them all. The
    /// candidates ascend by their ends.
    private static func heaviestRow(_ candidates: [Candidate]) -> (weight: Int, heaviest: Candidate)? {
        // best[i]: the heaviest row among the first i.
        var best = [0]
        for (i, candidate) in candidates.enumerated() {
            let before = candidates[..<i].partitioningIndex { $0.words.upperBound > candidate.words.lowerBound }
            best.append(max(best[i], best[before] + candidate.weight))
        }
        guard let heaviest = candidates.max(by: { $0.weight < $1.weight }) else { return nil }
        return (best[candidates.count], heaviest)
    }

    /// A name between the words of a whole text is a part of it that was edited, such as the address of a link.
    private func withoutAsides(_ candidates: [Candidate]) -> [Candidate] {
        let texts = candidates.filter { index.isWholeText($0) && $0.words.count > $0.matched }
            .sorted { $0.words.lowerBound < $1.words.lowerBound }
        if texts.isEmpty { return candidates }
        return candidates.filter { candidate in
            guard candidate.ruleLength <= ShortNames.longest else { return true }
            let next = texts.partitioningIndex { $0.words.lowerBound >= candidate.words.lowerBound }
            guard let text = texts[..<next].last, Self.holdsAside(candidate.words, in: text) else { return true }
            trace?.drop(candidate, .overlapped(by: index.string(index.rules[text.rule].name)))
            return false
        }
    }

    private static func holdsAside(_ words: Range<Int>, in text: Candidate) -> Bool {
        guard text.words.lowerBound < words.lowerBound, words.upperBound < text.words.upperBound else { return false }
        // The gap is between the last segment that ends before the words do and the next one.
        let next = text.segments.partitioningIndex { $0.upperBound >= words.upperBound }
        guard next > 0, next < text.segments.count else { return false }
        let room = max(longestAside, text.matched / shareOfAside)
        return text.segments[next].lowerBound - text.segments[next - 1].upperBound <= room
    }

    /// Words of an aside; a longer insertion is a text of its own, but in a text of thousands of words.
    private static let longestAside = 16
    private static let shareOfAside = 20

    private func isExplained(_ candidate: Candidate, _ explained: [Bool]) -> Bool {
        candidate.segments.allSatisfy { $0.allSatisfy { explained[$0] } }
    }

    private func namesLicense(_ candidate: Candidate) -> Bool {
        if !isFalsePositive(candidate) { return true }
        trace?.drop(candidate, .namesNoLicense)
        return false
    }

    private func isFalsePositive(_ candidate: Candidate) -> Bool {
        index.rules[candidate.rule].kind == RuleKind.falsePositive.rawValue
    }

    private func traceOverlap(_ candidate: Candidate, _ kept: [Candidate]) {
        guard let trace, let winner = kept.first(where: { $0.words.overlaps(candidate.words) }) else { return }
        let rule = index.string(index.rules[winner.rule].name)
        trace.drop(candidate, isFalsePositive(winner) ? .falsePositive(rule: rule) : .overlapped(by: rule))
    }

    private typealias Precedence = (intro: Int, weight: Int, own: Int, wider: Int, relevance: Int, offset: Int)

    /// The lesser comes first. Introductions last: the words that lead to a licence are worth nothing against those that name
    /// it. Else the heavier first; of equals the licence's own text, then what leaves a choice ("GPL v3 or later" and "MIT or
    /// GPL" share their words with "under GPL v3" and "under MIT", and say all of them), then the more relevant rule, then the
    /// earlier.
    private func precedence(of candidate: Candidate, at offset: Int) -> Precedence {
        let rule = index.rules[candidate.rule]
        return (
            rule.kind == RuleKind.intro.rawValue ? 1 : 0, -candidate.weight, rule.has(RuleRecord.licenseFile) ? 0 : 1,
            rule.has(RuleRecord.wide) ? 0 : 1, -Int(rule.relevance), offset
        )
    }

    /// Whether a person would read the words there as naming a licence. Only short matches are in doubt.
    private func stands(_ candidate: Candidate) -> Bool {
        if candidate.weight <= 0 {
            trace?.drop(candidate, .tooThin)
            return false
        }
        if names.isNoName(candidate) {
            trace?.drop(candidate, .notAName)
            return false
        }
        return true
    }
}
