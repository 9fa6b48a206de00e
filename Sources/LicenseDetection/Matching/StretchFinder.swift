// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Cuts out of a text what is worth comparing with the rules. Around the words that tell of licences (`TellingWords`), and
// around long exact matches, it looks for runs of four words that some rule holds. Where they stand close together is an
// island; islands that one rule may span, with the exact matches beside them, are a stretch. It ends with its runs, and not
// somewhere in the program that follows, so that the same header is the same stretch in each file.

/// Finds the stretches of a text.
struct StretchFinder {
    /// Words around one that tells of licences in which others belong to the same text.
    private static let reach = 256
    /// Words around a long exact match in which what belongs to it may go on without a telling word.
    private static let reachOfExact = 48
    /// Words around a run that a rule holds in which the next one may stand.
    private static let reachOfRun = 64
    /// Words without a run of any rule that end an island of such runs.
    private static let gap = 16
    /// Runs of an island in which nothing tells of licences; fewer are chance.
    private static let fewestRuns = 3
    /// Words around the runs of a stretch that may be a rule's, too: an edit of one breaks all runs that hold it.
    private static let margin = GramTable.length

    let index: LicenseIndex
    let ids: [WordID]
    /// The exact matches that need no second explanation, in order.
    let long: [Candidate]
    /// The words of the SPDX tags, which say it all, in order.
    let tags: [Range<Int>]

    /// The stretches, in order; what lies between is about no licence, or explained.
    func stretches() -> [Range<Int>] {
        ids.withUnsafeBufferPointer { ids in
            let open = open(in: ids.indices)
            let telling = tellingWords(of: ids, in: open)
            let near = Self.united(
                telling.map { $0 - Self.reach..<$0 + 1 + Self.reach }
                    + long.map { $0.words.lowerBound - Self.reachOfExact..<$0.words.upperBound + Self.reachOfExact })
            var islands = Islands(telling: telling)
            for part in open {
                let first = near.partitioningIndex { $0.upperBound > part.lowerBound }
                var scanned = part.lowerBound
                for region in near[first...].prefix(while: { $0.lowerBound < part.upperBound }) {
                    let end = min(region.upperBound, part.upperBound)
                    if scanned >= end { continue }
                    let start = beginning(ids, before: region.lowerBound, downTo: scanned)
                    scanned = scan(ids, start..<end, upTo: part.upperBound, &islands)
                }
            }
            return joined(islands.finished()).map {
                ($0.lowerBound - Self.margin..<$0.upperBound + Self.margin).clamped(to: ids.indices)
            }
        }
    }

    /// What lies outside the long exact matches.
    private func open(in text: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = text.lowerBound
        for match in long {
            if start < match.words.lowerBound { found.append(start..<match.words.lowerBound) }
            start = max(start, match.words.upperBound)
        }
        if start < text.upperBound { found.append(start..<text.upperBound) }
        return found
    }

    /// The words outside the long exact matches and the tags that show that licences are spoken of.
    private func tellingWords(of ids: UnsafeBufferPointer<WordID>, in open: [Range<Int>]) -> [Int] {
        var found: [Int] = []
        var next = 0
        for part in open {
            for i in part where index.tellingWords.tell(ids, i) {
                while next < tags.count, tags[next].upperBound <= i { next += 1 }
                if next == tags.count || i < tags[next].lowerBound { found.append(i) }
            }
        }
        return found
    }

    /// Where runs that rules hold stand close together.
    private struct Islands {
        private let telling: [Int]
        private var nextTelling = 0
        private var found: [Range<Int>] = []
        private(set) var last: Range<Int>?
        private var runs = 0

        init(telling: [Int]) { self.telling = telling }

        /// Takes a run, all of which lie in order.
        mutating func add(_ run: Range<Int>) {
            if let last, run.lowerBound <= last.upperBound + StretchFinder.gap {
                self.last = last.lowerBound..<run.upperBound
                runs += 1
            } else {
                end()
                last = run
                runs = 1
            }
        }

        mutating func finished() -> [Range<Int>] {
            end()
            return found
        }

        private mutating func end() {
            guard let last else { return }
            while nextTelling < telling.count, telling[nextTelling] < last.lowerBound { nextTelling += 1 }
            let tells = nextTelling < telling.count && telling[nextTelling] < last.upperBound
            if tells || runs >= StretchFinder.fewestRuns { found.append(last) }
        }
    }

    /// Where to begin, so that no run stands shortly before, and after `limit`.
    private func beginning(_ ids: UnsafeBufferPointer<WordID>, before start: Int, downTo limit: Int) -> Int {
        var start = max(limit, start)
        while start > limit {
            let next = max(limit, start - Self.reachOfRun)
            if !holdsRun(ids[next..<start]) { break }
            start = next
        }
        return start
    }

    private func holdsRun(_ words: Slice<UnsafeBufferPointer<WordID>>) -> Bool {
        var run = GramTable.Run()
        return words.contains { word in
            run.append(word)
            return run.hash.map(index.grams.holds) ?? false
        }
    }

    /// Looks for runs in a region, and on behind it as long as one follows another; returns where it stopped.
    private func scan(
        _ ids: UnsafeBufferPointer<WordID>, _ region: Range<Int>, upTo limit: Int, _ islands: inout Islands
    ) -> Int {
        // Part of a run may lie in a long exact match.
        let rest = GramTable.length - 1
        let limit = min(ids.count, limit + rest)
        var end = min(limit, region.upperBound + rest)
        var run = GramTable.Run()
        var i = max(0, region.lowerBound - rest)
        while i < end {
            run.append(ids[i])
            i += 1
            guard i > region.lowerBound, let hash = run.hash else { continue }
            // Right after a run that rules hold there is little doubt.
            let isHeld = islands.last?.upperBound == i - 1 ? index.grams.mayHold(hash) : index.grams.holds(hash)
            if !isHeld { continue }
            islands.add((i - GramTable.length)..<i)
            end = max(end, min(limit, i + Self.reachOfRun))
        }
        return end
    }

    /// The islands that one rule may span, together with the long exact matches beside them.
    private func joined(_ islands: [Range<Int>]) -> [Range<Int>] {
        let parts = Self.united(islands + long.map(\.words), across: AlignmentText.longestInsertion)
        var next = 0
        return parts.filter { part in
            while next < islands.count, islands[next].lowerBound < part.lowerBound { next += 1 }
            return next < islands.count && islands[next].lowerBound < part.upperBound
        }
    }

    /// The ranges in order, those as one that overlap or have no more than `gap` between them.
    private static func united(_ ranges: [Range<Int>], across gap: Int = 0) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = found.last, last.upperBound + gap >= range.lowerBound {
                found[found.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                found.append(range)
            }
        }
        return found
    }
}
