// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Texts that were edited: a preamble, another holder, a sentence less. Runs of four words vote for the rules that hold
// them (`GramTable`); the rules with enough votes are aligned with the text (`Alignment`), word by word, and the ones
// that explain it best stay.
//
// Why votes and not a comparison with each rule, as the reference does: a text of a repository is about no licence at
// all in nearly every case, and then no rule gets enough votes and nothing is aligned. The text is cut in blocks, so
// that the votes of a long file do not add up by chance and the work stays proportional to the text.

struct ApproximateMatcher {
    /// Words a block.
    private static let blockLength = 16_384
    /// Words below which no rule matches approximately.
    private static let shortestText = 16
    /// Words of an exact match that needs no second explanation.
    private static let explaining = 30
    /// Rules aligned with a block at most.
    private static let maximumAlignments = 24

    private let index: LicenseIndex
    private let stream: WordStream
    /// Whether a word lies in a long exact match, which needs no second explanation.
    private let explained: [Bool]
    /// The long exact matches.
    private let long: [Candidate]
    /// The rules that the text holds word for word.
    private let found: Set<Int>

    private let trace: DetectionTrace?

    init(_ index: LicenseIndex, _ stream: WordStream, exact: [Candidate], _ trace: DetectionTrace?) {
        self.index = index
        self.stream = stream
        self.trace = trace
        long = exact.filter { $0.ruleLength >= Self.explaining }
        var explained = [Bool](repeating: false, count: long.isEmpty ? 0 : stream.count)
        for match in long {
            for i in match.words { explained[i] = true }
        }
        self.explained = explained
        found = Set(exact.map(\.rule))
    }

    /// The rules that the text holds approximately, in no order; they may overlap.
    func candidates() -> [Candidate] {
        var found: [Candidate] = []
        guard stream.count >= Self.shortestText else { return [] }
        var votes = Votes(ruleCount: index.rules.count)
        var start = 0
        while start < stream.count {
            let end = min(start + Self.blockLength, stream.count)
            let nominees = nominees(in: start..<end, &votes)
            if !nominees.isEmpty {
                let longest = nominees.lazy.map { Int(index.rules[$0].wordCount) }.max() ?? 0
                let margin = start == 0 && end == stream.count ? 0 : longest
                let window = max(0, start - margin)..<min(stream.count, end + margin)
                let text = AlignmentText(stream.ids, window)
                for rule in nominees { found += placements(of: rule, in: text) }
            }
            start = end
        }
        return found
    }

    /// The rules that enough of the block's runs vote for, the most voted first.
    private func nominees(in block: Range<Int>, _ votes: inout Votes) -> [Int] {
        votes.clear()
        guard tells(block) else { return [] }
        let probes = probes(in: block)
        let explainedWords = probes.reduce(0) { $0 + $1.words }
        stream.ids.withUnsafeBufferPointer { ids in
            var run = GramTable.Run()
            for i in block {
                run.append(ids[i])
                guard let hash = run.hash else { continue }
                if !explained.isEmpty, explained[i], explained[i - 3] { continue }
                if index.grams.mayHold(hash) { votes.add(index.grams.rules(of: hash), of: hash) }
            }
        }
        let nominated =
            explainedWords == 0 ? nominated(votes) : nominated(votes, probes, explainedWords: explainedWords)
        if nominated.count <= Self.maximumAlignments { return nominated.map(\.rule).sorted() }
        // The rules that explain most of the text, and those of which the text holds most.
        let half = Self.maximumAlignments / 2
        let byVotes = Self.first(half, of: nominated) { ($0.votes, $0.share, $1.rule) > ($1.votes, $1.share, $0.rule) }
        let byShare = Self.first(half, of: nominated) { ($0.share, $0.votes, $1.rule) > ($1.share, $1.votes, $0.rule) }
        return Set((byVotes + byShare).map(\.rule)).sorted()
    }

    private typealias Nominee = (rule: Int, votes: Int, share: Double)

    /// The rules with votes enough.
    private func nominated(_ votes: Votes) -> [Nominee] {
        let fewest = index.fewestVotes(of: index.rules)
        return votes.seconded.compactMap { number in
            let (rule, count) = (Int(number), votes.count(number))
            guard count >= fewest[rule].alone, !found.contains(rule) else { return nil }
            return (rule, count, FewestVotes.share(count, of: index.rules[rule]))
        }
    }

    /// The same where the runs of long exact matches were not asked: a rule may hold what an exact match explains, too.
    private func nominated(_ votes: Votes, _ probes: [Probe], explainedWords: Int) -> [Nominee] {
        let fewest = index.fewestVotes(of: index.rules)
        return votes.seconded.compactMap { number in
            let (rule, count) = (Int(number), votes.count(number))
            guard count >= fewest[rule].beside, !found.contains(rule) else { return nil }
            let record = index.rules[rule]
            let runs = Double(max(1, record.gramCount))
            let needed = FewestVotes.neededShare(of: record)
            var share = FewestVotes.share(count, of: record)
            if share + Double(explainedWords) / runs >= needed {
                share += Double(probes.reduce(0) { $1.rules.holds(number) ? $0 + $1.words : $0 }) / runs
            }
            return share >= needed ? (rule, count, share) : nil
        }
    }

    /// The first `count` in an order, of many more.
    private static func first(
        _ count: Int, of nominees: [Nominee], by precedes: (Nominee, Nominee) -> Bool
    ) -> [Nominee] {
        var best: [Nominee] = []
        for nominee in nominees {
            if best.count == count {
                guard let last = best.last, precedes(nominee, last) else { continue }
                best.removeLast()
            }
            best.insert(nominee, at: best.partitioningIndex { precedes(nominee, $0) })
        }
        return best
    }

    /// Whether a word outside the exact matches shows that licences are spoken of.
    private func tells(_ block: Range<Int>) -> Bool {
        stream.ids.withUnsafeBufferPointer { ids in
            block.contains { i in
                WordAutomaton.bit(index.tellingWords, Int(ids[i])) && (explained.isEmpty || !explained[i])
            }
        }
    }

    /// A run in a long exact match: the rules that hold it, in order, and how many words it speaks for.
    private struct Probe {
        var rules: UnsafeBufferPointer<UInt16>
        var words: Int
    }

    /// Three runs of each long exact match of the block.
    private func probes(in block: Range<Int>) -> [Probe] {
        let first = long.partitioningIndex { $0.words.upperBound > block.lowerBound }
        return long[first...].prefix { $0.words.lowerBound < block.upperBound }.flatMap { match in
            (1...3).map { quarter in
                let first = match.words.lowerBound + match.words.count * quarter / 4 - GramTable.length / 2
                var run = GramTable.Run()
                for i in first..<(first + GramTable.length) { run.append(stream.ids[i]) }
                return Probe(rules: index.grams.rules(of: run.hash ?? 0), words: match.words.count / 3)
            }
        }
    }

    /// Where the text holds the rule well enough.
    private func placements(of rule: Int, in text: AlignmentText) -> [Candidate] {
        let record = index.rules[rule]
        var found: [Candidate] = []
        for alignment in text.alignments(with: index.words(of: record)) {
            var candidate = Candidate(
                rule: rule, words: alignment.words, matched: alignment.matched, ruleLength: Int(record.wordCount),
                segments: alignment.segments)
            if candidate.isExact { continue }
            candidate.cutOff = alignment.cutOff
            candidate.decisiveDifferences = index.decisiveWords.differences(
                rule: index.words(of: record), textPositions: alignment.textPositions, text: stream.ids,
                words: alignment.words)
            if let reason = objection(to: candidate, alignment, record) {
                trace?.drop(candidate, reason)
            } else {
                found.append(candidate)
            }
        }
        return found
    }

    private func objection(to candidate: Candidate, _ alignment: Alignment, _ record: RuleRecord) -> DropReason? {
        let minimum = minimumCoverage(of: record)
        if candidate.coverage < minimum { return .belowCoverage(minimum: minimum) }
        // Words put in may be as many as the rule's own, no more: beyond that it is another text that quotes it.
        if candidate.words.count > 2 * candidate.matched + 20 { return .scattered }
        if !holdsPhrases(record, alignment) { return .missingPhrase }
        // In a notice one of them makes another licence; in a whole text they are a few among thousands, and are weighed.
        let isNotice = record.kind != RuleKind.text.rawValue && record.wordCount < 300
        return isNotice && candidate.decisiveDifferences > 0 ? .decisiveWord : nil
    }

    private func minimumCoverage(of record: RuleRecord) -> Double {
        let kind = RuleKind(rawValue: record.kind)
        let floor: Double =
            switch (kind, record.wordCount) {
            case (.text, 20..<40): 80
            case (_, ..<40): 95
            case (.text, 200...): 60
            case (.text, _): 70
            case (_, 100...): 70
            default: 80
            }
        return max(floor, Double(record.minimumCoverage))
    }

    /// Whether each required phrase of the rule stands in the text, whole and unbroken.
    private func holdsPhrases(_ record: RuleRecord, _ alignment: Alignment) -> Bool {
        for phrase in index.phrases.slice(from: Int(record.phrasesStart), count: Int(record.phraseCount)) {
            let range = Int(phrase.start)..<(Int(phrase.start) + Int(phrase.count))
            guard !range.isEmpty, range.upperBound <= alignment.textPositions.count else { return false }
            let first = alignment.textPositions[range.lowerBound]
            for (offset, position) in range.enumerated()
            where first < 0 || alignment.textPositions[position] != first + Int32(offset) {
                return false
            }
        }
        return true
    }
}

/// How many runs of a block each rule shares. Takes no memory before the first vote, which most texts never see.
private struct Votes {
    private let ruleCount: Int
    private var counts: [UInt16] = []
    /// The rules with two votes or more: no rule is nominated with fewer, and most have one.
    private(set) var seconded: [UInt16] = []
    /// Which runs were seen, by the low bits of their hash: a run that a text repeats votes once.
    private var seen: [UInt64] = []

    private static let seenWords = 1 << 12

    init(ruleCount: Int) { self.ruleCount = ruleCount }

    mutating func clear() {
        for i in counts.indices { counts[i] = 0 }
        seconded.removeAll(keepingCapacity: true)
        for i in seen.indices { seen[i] = 0 }
    }

    /// A vote for each of the rules that hold the run with this hash.
    mutating func add(_ rules: UnsafeBufferPointer<UInt16>, of hash: UInt32) {
        if rules.isEmpty { return }
        if counts.isEmpty {
            counts = [UInt16](repeating: 0, count: ruleCount)
            seen = [UInt64](repeating: 0, count: Self.seenWords)
        }
        let slot = Int(hash >> 1) & (Self.seenWords * 64 - 1)
        let mask: UInt64 = 1 << UInt64(slot & 63)
        if seen[slot >> 6] & mask != 0 { return }
        seen[slot >> 6] |= mask
        for rule in rules where Int(rule) < ruleCount {
            counts[Int(rule)] += 1
            if counts[Int(rule)] == 2 { seconded.append(rule) }
        }
    }

    func count(_ rule: UInt16) -> Int { Int(counts[Int(rule)]) }
}
