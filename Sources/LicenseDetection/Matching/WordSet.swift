// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A set of words as bits: what a rule could have in common with a text at most, before it is laid over it.

/// Some of the words that rules hold.
struct WordSet {
    private var bits = [UInt64](repeating: 0, count: (Int(WordID.max) + 1) / 64)

    init(_ words: [WordID]) { self.init(words, [words.indices]) }

    /// The words of some stretches of a text.
    init(_ ids: [WordID], _ stretches: [Range<Int>]) {
        for stretch in stretches {
            for i in stretch where ids[i] != .unknown { bits[Int(ids[i] >> 6)] |= 1 << UInt64(ids[i] & 63) }
        }
    }

    @inline(__always)
    func contains(_ word: WordID) -> Bool { bits[Int(word >> 6)] >> UInt64(word & 63) & 1 == 1 }

    /// How many of the rule's words are among them.
    func count(in rule: UnsafeBufferPointer<WordID>) -> Int {
        rule.reduce(0) { $0 + (contains($1) ? 1 : 0) }
    }

    /// What a match of the rule would weigh (see `Candidate.weight`) that has all of these words; nil for less than `least`.
    func weight(of rule: UnsafeBufferPointer<WordID>, atLeast least: Int) -> Int? {
        // A word weighs two, and a missing one costs three.
        var weight = 2 * rule.count
        var rest = rule[...]
        while weight >= least, !rest.isEmpty {
            let part = UnsafeBufferPointer(rebasing: rest.prefix(64))
            weight -= 5 * (part.count - count(in: part))
            rest = rest.dropFirst(part.count)
        }
        return weight >= least ? weight : nil
    }
}
