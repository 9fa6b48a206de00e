// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Which rules a text may be like: its runs vote for those that hold them, and what long exact matches explain already is
// asked at three runs each, which speak for all its words.

import Synchronization

/// A run in a long exact match: the rules that hold it, in order, and how many words it speaks for.
struct ExactProbe {
    var rules: UnsafeBufferPointer<UInt16>
    var words: Int
}

/// How many runs of a block each rule shares, and of how many words that long exact matches explain it holds the probes.
struct RuleVotes {
    private let fewest: Int
    private var counts: [UInt16]
    /// The rules with as many votes as any rule needs; most have one.
    private(set) var reached: [UInt16] = []
    /// Which runs were seen, by the low bits of their hash: a run that a text repeats votes once.
    private var seen = [UInt64](repeating: 0, count: Self.seenWords)

    /// How many of the explained words each rule seems to hold, and the rules that hold any.
    private var explained: [UInt32]
    private var probed: [UInt16] = []
    /// The words that the probes speak for.
    private(set) var explainedWords = 0

    private static let seenWords = 1 << 12

    fileprivate init(ruleCount: Int, fewest: Int) {
        self.fewest = fewest
        counts = [UInt16](repeating: 0, count: ruleCount)
        explained = [UInt32](repeating: 0, count: ruleCount)
    }

    /// Counts a vote for each of the rules that hold one of the runs, and none of those before.
    mutating func count(_ runs: [UInt32], _ grams: GramTable) {
        for i in seen.indices { seen[i] = 0 }
        let lists = grams.rules(of: runs.filter { isNew($0) })
        var reached: [UInt16] = []
        counts.withUnsafeMutableBufferPointer { counts in
            counts.update(repeating: 0)
            func add(_ rules: Slice<UnsafeBufferPointer<UInt16>>) {
                for rule in rules where Int(rule) < counts.count {
                    counts[Int(rule)] += 1
                    if Int(counts[Int(rule)]) == fewest { reached.append(rule) }
                }
            }
            // The first of each list by itself, so that the waits for them are one.
            for list in lists { add(list.prefix(1)) }
            for list in lists { add(list.dropFirst()) }
        }
        self.reached = reached
    }

    private mutating func isNew(_ run: UInt32) -> Bool {
        let slot = Int(run >> 1) & (Self.seenWords * 64 - 1)
        let mask: UInt64 = 1 << UInt64(slot & 63)
        defer { seen[slot >> 6] |= mask }
        return seen[slot >> 6] & mask == 0
    }

    func count(_ rule: UInt16) -> Int { Int(counts[Int(rule)]) }

    /// Takes what the probes explain instead of what those before did.
    mutating func explain(_ probes: [ExactProbe]) {
        for rule in probed { explained[Int(rule)] = 0 }
        probed.removeAll(keepingCapacity: true)
        explainedWords = probes.reduce(0) { $0 + $1.words }
        for probe in probes {
            for rule in probe.rules where Int(rule) < explained.count {
                if explained[Int(rule)] == 0 { probed.append(rule) }
                explained[Int(rule)] += UInt32(probe.words)
            }
        }
    }

    /// How many of the explained words the rule seems to hold.
    func explained(_ rule: UInt16) -> Int { Int(explained[Int(rule)]) }
}

extension RuleVotes {
    /// Counters, lent to one block of a text after another: a short text is read sooner than they are made.
    final class Pool: Sendable {
        private let free = Mutex<[RuleVotes]>([])

        /// Lends counters to `body`.
        func with<Result>(ruleCount: Int, fewest: Int, _ body: (inout RuleVotes) -> Result) -> Result {
            var votes = free.withLock { $0.popLast() } ?? RuleVotes(ruleCount: ruleCount, fewest: fewest)
            defer { free.withLock { $0.append(votes) } }
            return body(&votes)
        }
    }
}
