// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Which rules a text may be like: its runs vote for those that hold them, and what long exact matches explain already is
// asked at three runs each, which speak for all its words.

/// How many runs of a block each rule shares. Takes no memory before the first vote, which most texts never see.
struct RuleVotes {
    private let ruleCount: Int
    private let fewest: Int
    private var counts: [UInt16] = []
    /// The rules with as many votes as any rule needs; most have one.
    private(set) var reached: [UInt16] = []
    /// Which runs were seen, by the low bits of their hash: a run that a text repeats votes once.
    private var seen: [UInt64] = []

    private static let seenWords = 1 << 12

    init(ruleCount: Int, fewest: Int) {
        self.ruleCount = ruleCount
        self.fewest = fewest
    }

    /// Counts a vote for each of the rules that hold one of the runs, and none of those before.
    mutating func count(_ runs: [UInt32], _ grams: GramTable) {
        if counts.isEmpty {
            counts = [UInt16](repeating: 0, count: ruleCount)
            seen = [UInt64](repeating: 0, count: Self.seenWords)
        } else {
            for i in counts.indices { counts[i] = 0 }
            for i in seen.indices { seen[i] = 0 }
            reached.removeAll(keepingCapacity: true)
        }
        for run in runs where isNew(run) { add(grams.rules(of: run)) }
    }

    private mutating func isNew(_ run: UInt32) -> Bool {
        let slot = Int(run >> 1) & (Self.seenWords * 64 - 1)
        let mask: UInt64 = 1 << UInt64(slot & 63)
        defer { seen[slot >> 6] |= mask }
        return seen[slot >> 6] & mask == 0
    }

    private mutating func add(_ rules: UnsafeBufferPointer<UInt16>) {
        for rule in rules where Int(rule) < ruleCount {
            counts[Int(rule)] += 1
            if Int(counts[Int(rule)]) == fewest { reached.append(rule) }
        }
    }

    func count(_ rule: UInt16) -> Int { Int(counts[Int(rule)]) }
}

/// A run in a long exact match: the rules that hold it, in order, and how many words it speaks for.
struct ExactProbe {
    var rules: UnsafeBufferPointer<UInt16>
    var words: Int
}

/// How many of the words that long exact matches explain each rule seems to hold; none where there are no such matches.
struct ExplainedWords {
    let total: Int
    private var words: [UInt32]

    init(_ probes: [ExactProbe], ruleCount: Int) {
        total = probes.reduce(0) { $0 + $1.words }
        words = [UInt32](repeating: 0, count: probes.isEmpty ? 0 : ruleCount)
        for probe in probes {
            for rule in probe.rules where Int(rule) < words.count { words[Int(rule)] += UInt32(probe.words) }
        }
    }

    func held(by rule: UInt16) -> Int { words.isEmpty ? 0 : Int(words[Int(rule)]) }
}
