// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The approximate matcher's candidates: which rules hold a given run of `length` words. A bit for each hash's upper part
// answers nearly every run of a text that is about no licence, in one load; the others are looked up.

struct GramTable: Sendable {
    /// Words a run.
    static let length = 4
    /// A run that more rules hold than this tells nothing and is left out.
    static let maximumPostings = 4000

    private static let bucketShift: UInt32 = 14
    private static let bitShift: UInt32 = 7

    /// Which hashes may be kept, by their upper bits.
    let bits: IndexTable<UInt64>
    /// Where the keys with a given beginning stand in `keys`: a few each.
    let buckets: IndexTable<UInt32>
    /// The hashes of the kept runs, sorted.
    let keys: IndexTable<UInt32>
    /// Where a key's postings begin; one more than there are keys.
    let starts: IndexTable<UInt32>
    /// Rule numbers, ascending for each key.
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

    /// The rules that hold the run; empty where none does.
    @inline(__always)
    func rules(of hash: UInt32) -> UnsafeBufferPointer<UInt16> {
        let bucket = Int(hash >> Self.bucketShift)
        var i = Int(buckets[bucket])
        let end = Int(buckets[bucket + 1])
        while i < end {
            let key = keys[i]
            if key >= hash {
                if key > hash { break }
                let start = Int(starts[i])
                return postings.slice(from: start, count: Int(starts[i + 1]) - start)
            }
            i += 1
        }
        return UnsafeBufferPointer(start: nil, count: 0)
    }

    /// The arrays of the table. Each pair is a hash, in the upper bits, and a rule, in the lower 16.
    static func compile(_ pairs: consuming [UInt64]) -> (
        bits: [UInt64], buckets: [UInt32], keys: [UInt32], starts: [UInt32], postings: [UInt16]
    ) {
        pairs.sort()
        var bits = [UInt64](repeating: 0, count: 1 << (32 - Int(bitShift) - 6))
        var buckets = [UInt32](repeating: 0, count: (1 << (32 - Int(bucketShift))) + 1)
        var keys: [UInt32] = []
        var starts: [UInt32] = [0]
        var postings: [UInt16] = []
        var i = 0
        while i < pairs.count {
            let hash = UInt32(pairs[i] >> 16)
            let end = pairs[i...].firstIndex { UInt32($0 >> 16) != hash } ?? pairs.count
            if end - i <= maximumPostings {
                buckets[Int(hash >> bucketShift) + 1] += 1
                let bit = hash >> bitShift
                bits[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
                keys.append(hash)
                for pair in pairs[i..<end] { postings.append(UInt16(truncatingIfNeeded: pair)) }
                starts.append(UInt32(postings.count))
            }
            i = end
        }
        for i in 1..<buckets.count { buckets[i] += buckets[i - 1] }
        return (bits, buckets, keys, starts, postings)
    }

    /// The distinct hashes of a rule's runs.
    static func hashes(_ words: UnsafeBufferPointer<WordID>) -> Set<UInt32> {
        guard words.count >= length else { return [] }
        return Set((0...(words.count - length)).map { hash(words[$0], words[$0 + 1], words[$0 + 2], words[$0 + 3]) })
    }
}
