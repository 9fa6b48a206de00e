// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Texts that were edited: a preamble, another holder, a sentence less. Where something tells of licences (`StretchFinder`),
// runs of four words vote for the rules that hold them (`GramTable`, `RuleVotes`); the rules with enough votes
// (`FewestVotes`) that the longest exact match does not outdo (`LongestExact`) are aligned with the text (`Alignment`), word
// by word, and the ones that explain it best stay.
//
// Why votes and not a comparison with each rule, as the reference does: a text of a repository is about no licence at
// all in nearly every case, and then nothing is compared; what is, mostly stood in the file before (`Memory`). A
// long stretch is cut in blocks, so that its votes do not add up by chance and the work stays proportional to the text.

struct ApproximateMatcher {
    /// Words a block.
    private static let blockLength = 16_384
    /// Words below which no rule matches approximately.
    private static let shortestText = 16
    /// Words of an exact match that needs no second explanation.
    private static let explaining = 30
    /// Rules aligned with a block in one round at most, and rounds.
    private static let maximumAlignments = 24
    private static let maximumRounds = 4

    private let index: LicenseIndex
    private let ids: [WordID]
    /// Whether a word lies in a long exact match, which needs no second explanation; empty where there is none.
    private var explained: [Bool]
    /// The long exact matches, in order.
    private let long: [Stretch.Exact]
    /// The rules that the stretch holds word for word.
    private let found: Set<Int>
    /// What the rounds before have settled in the block: rules that were aligned, and words that they explain.
    private var aligned: Set<Int> = []
    private var claimed: [Int] = []

    /// Where the stretch begins in its text.
    private let start: Int
    private let trace: DetectionTrace?

    /// The rules that the text holds approximately, in no order; they may overlap.
    static func candidates(
        in stream: WordStream, exact: [Candidate], tags: [SPDXTag], _ index: LicenseIndex, _ trace: DetectionTrace?
    ) -> [Candidate] {
        guard stream.count >= shortestText else { return [] }
        let long = exact.filter { $0.ruleLength >= explaining }
        let finder = StretchFinder(index: index, ids: stream.ids, long: long, tags: tags.map(\.words))
        return finder.stretches().flatMap { place in
            let stretch = Stretch(stream.ids, place, exact: exact)
            func find() -> [Candidate] {
                var matcher = ApproximateMatcher(index, stretch, start: place.lowerBound, trace)
                return matcher.candidates()
            }
            // An explanation is of what was compared here and now.
            let found = trace == nil ? index.stretches.value(for: stretch, cost: place.count, find) : find()
            return found.map { $0.moved(by: place.lowerBound) }
        }
    }

    private init(_ index: LicenseIndex, _ stretch: Stretch, start: Int, _ trace: DetectionTrace?) {
        self.index = index
        self.start = start
        self.trace = trace
        ids = stretch.words
        long = stretch.exact.filter { $0.words.count >= Self.explaining }
        var explained = [Bool](repeating: false, count: long.isEmpty ? 0 : ids.count)
        for match in long {
            for i in match.words.clamped(to: ids.indices) { explained[i] = true }
        }
        self.explained = explained
        found = Set(stretch.exact.map(\.rule))
    }

    /// The rules that the stretch holds approximately, counted from its first word.
    private mutating func candidates() -> [Candidate] {
        var found: [Candidate] = []
        var start = 0
        while start < ids.count {
            let end = min(start + Self.blockLength, ids.count)
            found += candidates(in: start..<end)
            start = end
        }
        return found
    }

    /// Without those that lie inside one that is surely taken before them (see `MatchResolver`): a text has some twenty near
    /// twins.
    private func withoutTwins(_ candidates: [Candidate]) -> [Candidate] {
        let weights = candidates.map(\.weight)
        var sure: [Int] = []
        var kept: [Int] = []
        for i in candidates.indices.sorted(by: { (weights[$0], $1) > (weights[$1], $0) }) {
            let twin = sure.first {
                weights[$0] - Candidate.costOfVersion > weights[i] && candidates[$0].holds(candidates[i])
            }
            if let twin {
                let rule = index.string(index.rules[candidates[twin].rule].name)
                trace?.drop(candidates[i].moved(by: start), .overlapped(by: rule))
                continue
            }
            if !kept.contains(where: { candidates[$0].words.overlaps(candidates[i].words) }),
                isSure(candidates[i], weights[i])
            {
                sure.append(i)
            }
            kept.append(i)
        }
        return kept.sorted().map { candidates[$0] }
    }

    /// Whether a candidate that no heavier one overlaps is taken for sure: it is no introduction, no row of single texts
    /// explains it better, and no exact match outweighs it.
    private func isSure(_ candidate: Candidate, _ weight: Int) -> Bool {
        let least = weight - Candidate.costOfVersion
        return !candidate.isLossy && index.rules[candidate.rule].kind != RuleKind.intro.rawValue
            && least > 2 * Self.explaining
            && longMatches(in: candidate.words).allSatisfy { 2 * $0.words.count < least }
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
        return withoutTwins(found)
    }

    /// Near twins of one text may fill all the places: what it explains votes no more, and then it is the others' turn.
    private mutating func settle(_ nominees: [Int], _ placed: [Candidate]) {
        aligned.formUnion(nominees)
        if explained.isEmpty { explained = [Bool](repeating: false, count: ids.count) }
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
        let margin = block == 0..<ids.count ? 0 : longestRule
        let window = max(0, block.lowerBound - margin)..<min(ids.count, block.upperBound + margin)
        let text = AlignmentText(ids, window)
        let longest = longestExact(in: window)
        return nominees.flatMap { placements(of: $0, in: text, longest) }
    }

    /// The rules that enough of the block's runs vote for, and whether they are all of them.
    private func nominees(in block: Range<Int>) -> (rules: [Int], areAll: Bool) {
        let nominated = nominated(by: runs(in: block), in: block)
        if nominated.count <= Self.maximumAlignments { return (nominated.map(\.rule).sorted(), true) }
        // Those with most votes, those that would weigh most if the text holds all the words that it has of them, and the own
        // texts of the licences that are named there.
        let half = Self.maximumAlignments / 2
        let byVotes = Self.first(half, of: nominated) { ($0.votes, $0.share, $1.rule) > ($1.votes, $1.share, $0.rule) }
        let byName = Self.first(half, of: ownTexts(in: nominated)) { ($0.votes, $1.rule) > ($1.votes, $0.rule) }
        let others = nominated.filter { nominee in !byVotes.contains { $0.rule == nominee.rule } }
        let byWeight = heaviest(half, of: byVotes + others, in: block)
        return (Set((byVotes + byName).map(\.rule) + byWeight).sorted(), false)
    }

    /// The rules that would weigh most if the block held in their order all the words that it has of them. Those that come
    /// first should be heavy: of what cannot take a place, little is read.
    private func heaviest(_ count: Int, of nominated: [Nominee], in block: Range<Int>) -> [Int] {
        let vocabulary = WordSet(ids, [block])
        var heaviest: [(rule: Int, weight: Int)] = []
        for nominee in nominated {
            let least = heaviest.count == count ? heaviest[count - 1].weight : .min
            let words = index.words(of: index.rules[nominee.rule])
            guard let weight = vocabulary.weight(of: words, atLeast: least) else { continue }
            Self.take((nominee.rule, weight), into: &heaviest, count) {
                ($0.weight, $1.rule) > ($1.weight, $0.rule)
            }
        }
        return heaviest.map(\.rule)
    }

    /// The runs of the block that some rule may hold, but for those in long exact matches.
    private func runs(in block: Range<Int>) -> [UInt32] {
        ids.withUnsafeBufferPointer { ids in
            var found: [UInt32] = []
            var run = GramTable.Run()
            for i in block {
                run.append(ids[i])
                guard let hash = run.hash else { continue }
                if !explained.isEmpty, explained[i], explained[i - 3] { continue }
                if index.grams.mayHold(hash) { found.append(hash) }
            }
            return found
        }
    }

    private typealias Nominee = (rule: Int, votes: Int, share: Double)

    /// The own texts of the licences that the stretch names.
    private func ownTexts(in nominated: [Nominee]) -> [Nominee] {
        let named = Set(found.map { index.rules[$0].expression })
        return nominated.filter {
            let rule = index.rules[$0.rule]
            return rule.has(RuleRecord.licenseFile) && named.contains(rule.expression)
        }
    }

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
        for element in elements { take(element, into: &best, count, by: precedes) }
        return best
    }

    /// Puts an element in its place among the first `count` in an order, if it is one of them.
    private static func take<Element>(
        _ element: Element, into best: inout [Element], _ count: Int, by precedes: (Element, Element) -> Bool
    ) {
        if best.count == count {
            guard let last = best.last, precedes(element, last) else { return }
            best.removeLast()
        }
        best.insert(element, at: best.partitioningIndex { precedes(element, $0) })
    }

    /// The long exact matches that lie in the range or reach into it.
    private func longMatches(in range: Range<Int>) -> some Sequence<Stretch.Exact> {
        let first = long.partitioningIndex { $0.words.upperBound > range.lowerBound }
        return long[first...].prefix { $0.words.lowerBound < range.upperBound }
    }

    /// Three runs of each long exact match of the block.
    private func probes(in block: Range<Int>) -> [ExactProbe] {
        longMatches(in: block).flatMap { match -> [ExactProbe] in
            if match.words.clamped(to: ids.indices) != match.words { return [] }
            return (1...3).map { quarter in
                let first = match.words.lowerBound + match.words.count * quarter / 4 - GramTable.length / 2
                var run = GramTable.Run()
                for i in first..<(first + GramTable.length) { run.append(ids[i]) }
                return ExactProbe(rules: index.grams.rules(of: run.hash ?? 0), words: match.words.count / 3)
            }
        }
    }

    private func longestExact(in window: Range<Int>) -> LongestExact? {
        let match = longMatches(in: window).filter { index.rules[$0.rule].kind != RuleKind.intro.rawValue }
            .max { $0.words.count < $1.words.count }
        return match.map { LongestExact($0.words, in: window, of: ids) }
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
                rule: words, textPositions: alignment.textPositions, text: ids,
                words: alignment.words)
            if let reason = objection(to: candidate, alignment, record, minimum) {
                trace?.drop(candidate.moved(by: start), reason)
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

    /// Whether each required phrase of the rule stands in the text. A short one is whole and unbroken; in a long one, one
    /// change in ten words is none: the decisive words among them are counted elsewhere.
    private func holdsPhrases(_ record: RuleRecord, _ alignment: Alignment) -> Bool {
        for phrase in index.phrases.slice(from: Int(record.phrasesStart), count: Int(record.phraseCount)) {
            let range = Int(phrase.start)..<(Int(phrase.start) + Int(phrase.count))
            guard !range.isEmpty, range.upperBound <= alignment.textPositions.count else { return false }
            if changes(in: alignment.textPositions[range]) > range.count / 10 { return false }
        }
        return true
    }

    /// Words put in at one place that are one change; more are a sentence of their own, and break a phrase.
    private static let longestAside = 4

    /// How many words of a phrase are missing, and between how many of them others were put in.
    private func changes(in positions: ArraySlice<Int32>) -> Int {
        let present = positions.filter { $0 >= 0 }
        return zip(present, present.dropFirst()).reduce(positions.count - present.count) { changes, neighbours in
            let inserted = Int(neighbours.1 - neighbours.0) - 1
            return changes + (inserted > Self.longestAside ? inserted : min(inserted, 1))
        }
    }
}
