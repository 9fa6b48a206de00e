// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The approximate matcher's candidates: which rules hold a given run of `length` words. A bit for each hash's upper part
// answers nearly every run of a text that is about no licence, in one load; the others are looked up.

struct GramTable: Sendable {
    /// Words a run.
    static let length = 4
    /// A run that more rules hold than this tells little; a rule that holds no others is known by the rarest of them.
    private static let rare = 500
    private static let fewestRuns = 16
    /// A run that more rules hold than this tells nothing.
    private static let common = 4000

    /// Stands for a rule's number with a run that no rule is known by.
    private static let noRule: UInt64 = 0xffff

    private static let bucketShift: UInt32 = 14
    private static let bitShift: UInt32 = 7

    /// Which hashes may be runs of a rule, by their upper bits.
    let bits: IndexTable<UInt64>
    /// Where the keys with a given beginning stand in `keys`: a few each.
    let buckets: IndexTable<UInt32>
    /// The hashes of all runs, sorted.
    let keys: IndexTable<UInt32>
    /// Where a key's postings begin; one more than there are keys.
    let starts: IndexTable<UInt32>
    /// The numbers of the rules that are known by the run, ascending for each key; none where thousands hold it.
    let postings: IndexTable<UInt16>

    /// The last words of a text under way, packed.
    struct Run {
        private var packed: UInt64 = 0
        private var known = 0

        /// Takes the next word; one that no rule holds breaks the run.
        @inline(__always)
        mutating func append(_ word: WordID) {
            packed = packed >> 16 | UInt64(word) << 48
            known = word == .unknown ? 0 : known + 1
        }

        /// The hash of the last `length` words; nil where there are fewer since the last unknown one.
        @inline(__always)
        var hash: UInt32? { known >= GramTable.length ? GramTable.hash(packed) : nil }
    }

    /// The hash of a run of words.
    @inline(__always)
    static func hash(_ a: WordID, _ b: WordID, _ c: WordID, _ d: WordID) -> UInt32 {
        hash(UInt64(a) | UInt64(b) << 16 | UInt64(c) << 32 | UInt64(d) << 48)
    }

    @inline(__always)
    private static func hash(_ packed: UInt64) -> UInt32 {
        let mixed = (packed ^ packed >> 31) &* 0x9e37_79b9_7f4a_7c15
        return UInt32(truncatingIfNeeded: (mixed ^ mixed >> 29) >> 16)
    }

    /// Whether some rule may hold the run; false where none does.
    @inline(__always)
    func mayHold(_ hash: UInt32) -> Bool {
        let bit = hash >> Self.bitShift
        return bits[Int(bit >> 6)] >> UInt64(bit & 63) & 1 == 1
    }

    /// Whether some rule holds the run.
    @inline(__always)
    func holds(_ hash: UInt32) -> Bool { mayHold(hash) && place(of: hash) != nil }

    /// The rules that are known by the run; empty where none is.
    func rules(of hash: UInt32) -> UnsafeBufferPointer<UInt16> {
        place(of: hash).map(rules(at:)) ?? UnsafeBufferPointer(start: nil, count: 0)
    }

    /// The rules that are known by each of the runs that some rule holds. Each step is taken for all runs before the next is:
    /// what it reads lies far apart, and waiting for the memory of many takes no longer than for that of one.
    func rules(of hashes: [UInt32]) -> [UnsafeBufferPointer<UInt16>] {
        let first = hashes.map { Int(buckets[Self.bucket(of: $0)]) }
        let keys = first.map { self.keys[$0] }
        let places = hashes.indices.compactMap { place(of: hashes[$0], from: first[$0], key: keys[$0]) }
        return places.map(rules(at:))
    }

    private func rules(at place: Int) -> UnsafeBufferPointer<UInt16> {
        let start = Int(starts[place])
        return postings.slice(from: start, count: Int(starts[place + 1]) - start)
    }

    @inline(__always)
    private static func bucket(of hash: UInt32) -> Int { Int(hash >> bucketShift) }

    @inline(__always)
    private func place(of hash: UInt32) -> Int? {
        let first = Int(buckets[Self.bucket(of: hash)])
        return place(of: hash, from: first, key: keys[first])
    }

    /// Where the run's key stands, looked for from the first place of its bucket on, which has the given key.
    @inline(__always)
    private func place(of hash: UInt32, from first: Int, key: UInt32) -> Int? {
        // The end of a damaged bucket may lie anywhere.
        let end = min(Int(buckets[Self.bucket(of: hash) + 1]), keys.count)
        var (i, key) = (first, key)
        while i < end {
            if key >= hash { return key == hash ? i : nil }
            i += 1
            key = keys[i]
        }
        return nil
    }

    /// By which of its runs each rule is known: the rare ones, and some of the others where those are few. Most runs of a
    /// notice stand in thousands of its like, which would all be counted for each text that holds them.
    static func telling(_ rules: [Set<UInt32>]) -> [[UInt32]] {
        var holders: [UInt32: Int] = [:]
        for run in rules.joined() { holders[run, default: 0] += 1 }
        return rules.map { runs in
            let known = runs.map { (run: $0, holders: holders[$0] ?? 0) }.filter { $0.holders <= common }
                .sorted { ($0.holders, $0.run) < ($1.holders, $1.run) }
            let rare = known.partitioningIndex { $0.holders > Self.rare }
            return known.prefix(max(rare, fewestRuns)).map(\.run)
        }
    }

    /// The arrays of the table, of all runs of the rules and of those that each is known by.
    static func compile(_ all: [Set<UInt32>], known: [[UInt32]]) -> (
        bits: [UInt64], buckets: [UInt32], keys: [UInt32], starts: [UInt32], postings: [UInt16]
    ) {
        // The hash in the upper bits, the rule in the lower 16.
        var pairs = known.enumerated().flatMap { rule, runs in runs.map { UInt64($0) << 16 | UInt64(rule) } }
        pairs += Set(all.joined()).subtracting(known.joined()).map { UInt64($0) << 16 | noRule }
        pairs.sort()
        var bits = [UInt64](repeating: 0, count: 1 << (32 - Int(bitShift) - 6))
        var buckets = [UInt32](repeating: 0, count: (1 << (32 - Int(bucketShift))) + 1)
        var keys: [UInt32] = []
        var starts: [UInt32] = []
        var postings: [UInt16] = []
        for pair in pairs {
            let hash = UInt32(pair >> 16)
            if keys.last != hash {
                buckets[Int(hash >> bucketShift) + 1] += 1
                let bit = hash >> bitShift
                bits[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
                keys.append(hash)
                starts.append(UInt32(postings.count))
            }
            if pair & noRule != noRule { postings.append(UInt16(truncatingIfNeeded: pair)) }
        }
        starts.append(UInt32(postings.count))
        for i in 1..<buckets.count { buckets[i] += buckets[i - 1] }
        return (bits, buckets, keys, starts, postings)
    }

    /// The distinct hashes of a rule's runs.
    static func hashes(_ words: UnsafeBufferPointer<WordID>) -> Set<UInt32> {
        guard words.count >= length else { return [] }
        return Set((0...(words.count - length)).map { hash(words[$0], words[$0 + 1], words[$0 + 2], words[$0 + 3]) })
    }
}
