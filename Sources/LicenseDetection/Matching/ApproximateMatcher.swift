// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Texts that were edited: a preamble, another holder, a sentence less. Where something tells of licences (`TellingWords`),
// runs of four words vote for the rules that hold them (`GramTable`, `RuleVotes`); the rules with enough votes
// (`FewestVotes`) that the longest exact match does not outdo (`LongestExact`) are aligned with the text (`Alignment`), word
// by word, and the ones that explain it best stay.
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
    /// Words around a long exact match in which what belongs to it may go on without a telling word.
    private static let reach = 48
    /// Rules aligned with a block in one round at most, and rounds.
    private static let maximumAlignments = 24
    private static let maximumRounds = 4

    private let index: LicenseIndex
    private let stream: WordStream
    /// Whether a word lies in a long exact match, which needs no second explanation; empty where there is none.
    private var explained: [Bool]
    /// The long exact matches, in order.
    private let long: [Candidate]
    /// The rules that the text holds word for word.
    private let found: Set<Int>
    /// What the rounds before have settled in the block: rules that were aligned, and words that they explain.
    private var aligned: Set<Int> = []
    private var claimed: [Int] = []

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
    mutating func candidates() -> [Candidate] {
        guard stream.count >= Self.shortestText else { return [] }
        var found: [Candidate] = []
        var start = 0
        while start < stream.count {
            let end = min(start + Self.blockLength, stream.count)
            found += candidates(in: start..<end)
            start = end
        }
        return found
    }

    private mutating func candidates(in block: Range<Int>) -> [Candidate] {
        var found: [Candidate] = []
        for _ in 1...Self.maximumRounds {
            let (nominees, areAll) = nominees(in: block)
            let placed = placements(of: nominees, in: block)
            found += placed
            if areAll || placed.isEmpty { break }
            settle(nominees, placed)
        }
        forgetSettled()
        return found
    }

    /// Near twins of one text may fill all the places: what it explains votes no more, and then it is the others' turn.
    private mutating func settle(_ nominees: [Int], _ placed: [Candidate]) {
        aligned.formUnion(nominees)
        if explained.isEmpty { explained = [Bool](repeating: false, count: stream.count) }
        for i in placed.lazy.flatMap(\.segments).joined() where !explained[i] {
            explained[i] = true
            claimed.append(i)
        }
    }

    /// The next block begins with what the exact matches explain.
    private mutating func forgetSettled() {
        for i in claimed { explained[i] = false }
        claimed.removeAll(keepingCapacity: true)
        aligned.removeAll(keepingCapacity: true)
    }

    private func placements(of nominees: [Int], in block: Range<Int>) -> [Candidate] {
        guard let longestRule = nominees.lazy.map({ Int(index.rules[$0].wordCount) }).max() else { return [] }
        let margin = block == 0..<stream.count ? 0 : longestRule
        let window = max(0, block.lowerBound - margin)..<min(stream.count, block.upperBound + margin)
        let text = AlignmentText(stream.ids, window)
        let longest = longestExact(in: window)
        return nominees.flatMap { placements(of: $0, in: text, longest) }
    }

    /// The rules that enough of the block's runs vote for, and whether they are all of them.
    private func nominees(in block: Range<Int>) -> (rules: [Int], areAll: Bool) {
        let stretches = tells(block) ? [block] : neighbourhoods(in: block)
        if stretches.isEmpty { return ([], true) }
        let nominated = nominated(by: runs(in: stretches), in: block)
        if nominated.count <= Self.maximumAlignments { return (nominated.map(\.rule).sorted(), true) }
        // Those with most votes, and those that would weigh most if the text holds all the words that it has of them.
        let vocabulary = WordSet(stream.ids, [block])
        let weighed = nominated.map { nominee in
            (rule: nominee.rule, weight: vocabulary.weight(of: index.words(of: index.rules[nominee.rule])))
        }
        let half = Self.maximumAlignments / 2
        let byVotes = Self.first(half, of: nominated) { ($0.votes, $0.share, $1.rule) > ($1.votes, $1.share, $0.rule) }
        let byWeight = Self.first(half, of: weighed) { ($0.weight, $1.rule) > ($1.weight, $0.rule) }
        return (Set(byVotes.map(\.rule) + byWeight.map(\.rule)).sorted(), false)
    }

    /// The runs of the stretches that some rule may hold, but for those in long exact matches.
    private func runs(in stretches: [Range<Int>]) -> [UInt32] {
        stream.ids.withUnsafeBufferPointer { ids in
            var found: [UInt32] = []
            for stretch in stretches {
                var run = GramTable.Run()
                for i in stretch {
                    run.append(ids[i])
                    guard let hash = run.hash else { continue }
                    if !explained.isEmpty, explained[i], explained[i - 3] { continue }
                    if index.grams.mayHold(hash) { found.append(hash) }
                }
            }
            return found
        }
    }

    private typealias Nominee = (rule: Int, votes: Int, share: Double)

    /// The rules with votes enough. The runs of long exact matches were not asked: a rule may hold what they explain, too.
    private func nominated(by runs: [UInt32], in block: Range<Int>) -> [Nominee] {
        if runs.isEmpty { return [] }
        let fewest = index.fewestVotes(of: index.rules)
        if runs.count < fewest.least { return [] }
        return index.votes.with(ruleCount: index.rules.count, fewest: fewest.least) { votes in
            votes.count(runs, index.grams)
            if votes.reached.isEmpty { return [] }
            votes.explain(probes(in: block))
            return votes.reached.compactMap { number in
                let (rule, count) = (Int(number), votes.count(number))
                guard count >= fewest[rule].moreThanChance, count + votes.explainedWords >= fewest[rule].votes else {
                    return nil
                }
                let share = FewestVotes.share(count + votes.explained(number), of: index.rules[rule])
                guard share >= FewestVotes.neededShare(of: index.rules[rule]), !found.contains(rule),
                    !aligned.contains(rule)
                else { return nil }
                return (rule, count, share)
            }
        }
    }

    /// The first `count` in an order, of many more.
    private static func first<Element>(
        _ count: Int, of elements: [Element], by precedes: (Element, Element) -> Bool
    ) -> [Element] {
        var best: [Element] = []
        for element in elements {
            if best.count == count {
                guard let last = best.last, precedes(element, last) else { continue }
                best.removeLast()
            }
            best.insert(element, at: best.partitioningIndex { precedes(element, $0) })
        }
        return best
    }

    /// Whether something outside the exact matches shows that licences are spoken of.
    private func tells(_ block: Range<Int>) -> Bool {
        stream.ids.withUnsafeBufferPointer { ids in
            var run = TellingWords.Run()
            return block.contains { i in
                run.append(ids[i])
                return index.tellingWords.tell(ids[i], run) && (explained.isEmpty || !explained[i])
            }
        }
    }

    /// The long exact matches that lie in the range or reach into it.
    private func longMatches(in range: Range<Int>) -> ArraySlice<Candidate> {
        let first = long.partitioningIndex { $0.words.upperBound > range.lowerBound }
        return long[first...].prefix { $0.words.lowerBound < range.upperBound }
    }

    /// What stands around the long exact matches of the block: a longer rule may go on where one of them ends.
    private func neighbourhoods(in block: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for match in longMatches(in: (block.lowerBound - Self.reach)..<(block.upperBound + Self.reach)) {
            let around = (match.words.lowerBound - Self.reach)..<(match.words.upperBound + Self.reach)
            let stretch = around.clamped(to: block)
            if stretch.isEmpty { continue }
            if let last = found.last, last.upperBound >= stretch.lowerBound {
                found[found.count - 1] = last.lowerBound..<max(last.upperBound, stretch.upperBound)
            } else {
                found.append(stretch)
            }
        }
        return found
    }

    /// Three runs of each long exact match of the block.
    private func probes(in block: Range<Int>) -> [ExactProbe] {
        longMatches(in: block).flatMap { match in
            (1...3).map { quarter in
                let first = match.words.lowerBound + match.words.count * quarter / 4 - GramTable.length / 2
                var run = GramTable.Run()
                for i in first..<(first + GramTable.length) { run.append(stream.ids[i]) }
                return ExactProbe(rules: index.grams.rules(of: run.hash ?? 0), words: match.words.count / 3)
            }
        }
    }

    private func longestExact(in window: Range<Int>) -> LongestExact? {
        let match = longMatches(in: window).filter { index.rules[$0.rule].kind != RuleKind.intro.rawValue }
            .max { $0.matched < $1.matched }
        return match.map { LongestExact($0, in: window, of: stream.ids) }
    }

    /// Where the text holds the rule well enough.
    private func placements(of rule: Int, in text: AlignmentText, _ longest: LongestExact?) -> [Candidate] {
        let record = index.rules[rule]
        let words = index.words(of: record)
        let minimum = minimumCoverage(of: record)
        // An explanation counts what each of the nominees lacks.
        if trace == nil {
            let held = text.words.count(in: words)
            if 100 * Double(held) < minimum * Double(words.count) { return [] }
            if let longest, longest.outdoes(words, held: held, minimum) { return [] }
        }
        var found: [Candidate] = []
        for alignment in text.alignments(with: words) {
            var candidate = Candidate(
                rule: rule, words: alignment.words, matched: alignment.matched, ruleLength: Int(record.wordCount),
                segments: alignment.segments)
            if candidate.isExact { continue }
            candidate.cutOff = alignment.cutOff
            candidate.decisiveDifferences = index.decisiveWords.differences(
                rule: words, textPositions: alignment.textPositions, text: stream.ids,
                words: alignment.words)
            if let reason = objection(to: candidate, alignment, record, minimum) {
                trace?.drop(candidate, reason)
            } else {
                found.append(candidate)
            }
        }
        return found
    }

    private func objection(
        to candidate: Candidate, _ alignment: Alignment, _ record: RuleRecord, _ minimum: Double
    ) -> DropReason? {
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
