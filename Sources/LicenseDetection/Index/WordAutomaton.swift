// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The exact matcher's machine: Aho and Corasick's automaton over words instead of letters. It finds every occurrence of
// every rule in one pass, in time linear in the text whatever the text is.
//
// 39,000 texts make some five million states, and all but some forty thousand have one child at most. States are
// numbered so that this child is the next number: a chain costs one word a state and walking it is walking an array.
// The few other children stand in a small hash table, asked only where a bit says that there are any. Of a state's
// outputs only the longest is kept: every shorter one ends at the same word, so it lies inside.

struct WordAutomaton: Sendable {
    typealias State = UInt32

    /// The state after one word, by the word.
    let rootStates: IndexTable<State>
    /// The word that leads from a state to the next number, `.none` where that is no child of it.
    let chain: IndexTable<WordID>
    /// The state of the longest proper suffix.
    let failure: IndexTable<State>
    let branchBits: IndexTable<UInt64>
    let branchKeys: IndexTable<UInt64>
    let branchTargets: IndexTable<State>
    /// Which states end a rule, themselves or by a suffix; the rank gives the place in `outputRules`.
    let outputBits: IndexTable<UInt64>
    let outputRanks: IndexTable<UInt32>
    let outputRules: IndexTable<UInt32>
    /// Which two words begin a rule, by a hash of the pair; now and then also two that begin none.
    let pairBits: IndexTable<UInt64>
    /// Which words are a rule by themselves.
    let wordBits: IndexTable<UInt64>

    /// Bits of the pairs, as a power of two: small enough to stay in the processor's near memory.
    static let pairWidth: UInt64 = 20

    /// The state after `word`.
    @inline(__always)
    func step(_ from: State, _ word: WordID) -> State {
        if word == .unknown { return 0 }
        var state = from
        // A failure chain is shorter than the deepest state; the bound is for a damaged index.
        for _ in 0..<65_536 {
            if state == 0 { return rootStates[Int(word)] }
            if chain[Int(state)] == word { return state + 1 }
            if Self.bit(branchBits, Int(state)), let target = branch(state, word) { return target }
            state = failure[Int(state)]
        }
        return 0
    }

    /// The state after one word.
    @inline(__always)
    func root(_ word: WordID) -> State { rootStates[Int(word)] }

    /// Whether the word is a rule by itself.
    @inline(__always)
    func isRule(_ word: WordID) -> Bool { Self.bit(wordBits, Int(word)) }

    /// Whether some rule may begin with the two words. Most words of a text begin a rule and most pairs none, so this
    /// spares nearly every word the walk through the states, which lie far apart.
    @inline(__always)
    func mayBegin(_ first: WordID, _ second: WordID) -> Bool {
        let bit = Self.pairBit(first, second)
        return pairBits[Int(bit >> 6)] >> (bit & 63) & 1 == 1
    }

    static func pairBit(_ first: WordID, _ second: WordID) -> UInt64 {
        ((UInt64(first) << 16 | UInt64(second)) &* 0x9e37_79b9_7f4a_7c15) >> (64 - pairWidth)
    }

    /// The longest rule that ends in this state.
    @inline(__always)
    func output(_ state: State) -> Int? {
        let word = Int(state) >> 6
        let bits = outputBits[word]
        let mask: UInt64 = 1 << UInt64(state & 63)
        if bits & mask == 0 { return nil }
        let rank = Int(outputRanks[word]) + (bits & (mask - 1)).nonzeroBitCount
        return Int(outputRules[rank])
    }

    @inline(__always)
    static func bit(_ bits: IndexTable<UInt64>, _ i: Int) -> Bool { bits[i >> 6] >> UInt64(i & 63) & 1 == 1 }

    static func branchKey(_ state: State, _ word: WordID) -> UInt64 { UInt64(state) << 16 | UInt64(word) }

    @inline(__always)
    static func slot(_ key: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
    }

    private func branch(_ state: State, _ word: WordID) -> State? {
        let mask = branchKeys.count - 1
        guard mask >= 0 else { return nil }
        let key = Self.branchKey(state, word)
        let first = Self.slot(key, mask)
        var slot = first
        repeat {
            let found = branchKeys[slot]
            if found == key { return branchTargets[slot] }
            if found == 0 { return nil }
            slot = (slot + 1) & mask
        } while slot != first
        return nil
    }
}
