// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Compiles the rules' words into the arrays of `WordAutomaton`: first the trie, rule by rule, so that each rule's own
// tail is a chain of consecutive numbers; then, level by level, the failure links and the outputs.

struct WordAutomatonBuilder {
    typealias State = WordAutomaton.State

    private(set) var chain: [WordID] = [.none]
    private var branches: [UInt64: State] = [:]
    private var parents: [State] = [0]
    private var labels: [WordID] = [.none]
    private var own: [State: UInt32] = [:]

    var stateCount: Int { chain.count }

    /// Adds a rule. Gives the number of the rule with the same words, where one was added before.
    mutating func add(_ words: some Collection<WordID>, rule: UInt32) -> UInt32? {
        var state: State = 0
        for word in words {
            if let next = child(state, word) {
                state = next
                continue
            }
            let new = State(chain.count)
            if state != 0, state + 1 == new, chain[Int(state)] == .none {
                chain[Int(state)] = word
            } else {
                branches[WordAutomaton.branchKey(state, word)] = new
            }
            chain.append(.none)
            parents.append(state)
            labels.append(word)
            state = new
        }
        if let same = own[state] { return same }
        own[state] = rule
        return nil
    }

    private func child(_ state: State, _ word: WordID) -> State? {
        if chain[Int(state)] == word { return state + 1 }
        return branches[WordAutomaton.branchKey(state, word)]
    }

    /// The arrays of the finished automaton.
    struct Compiled {
        var rootStates: [State]
        var chain: [WordID]
        var failure: [State]
        var branchBits: [UInt64]
        var branchKeys: [UInt64]
        var branchTargets: [State]
        var outputBits: [UInt64]
        var outputRanks: [UInt32]
        var outputRules: [UInt32]
        var pairBits: [UInt64]
        var wordBits: [UInt64]
    }

    /// Links the states. `wordCount` is one more than the highest word number.
    consuming func compile(wordCount: Int) -> Compiled {
        let count = chain.count
        var depth = [UInt16](repeating: 0, count: count)
        var deepest = 0
        // A child's number is above its parent's, so one pass gives the depths and a counting sort the levels.
        for state in 1..<count {
            depth[state] = depth[Int(parents[state])] &+ 1
            deepest = max(deepest, Int(depth[state]))
        }
        var starts = [Int](repeating: 0, count: deepest + 2)
        for d in depth { starts[Int(d) + 1] += 1 }
        for d in 1..<starts.count { starts[d] += starts[d - 1] }
        var order = [State](repeating: 0, count: count)
        for state in 0..<count {
            order[starts[Int(depth[state])]] = State(state)
            starts[Int(depth[state])] += 1
        }

        var failure = [State](repeating: 0, count: count)
        var output = [UInt32](repeating: .max, count: count)
        for state in order.dropFirst() {
            let parent = parents[Int(state)]
            let word = labels[Int(state)]
            if parent != 0 {
                var suffix = failure[Int(parent)]
                while true {
                    if let next = child(suffix, word) {
                        failure[Int(state)] = next
                        break
                    }
                    if suffix == 0 { break }
                    suffix = failure[Int(suffix)]
                }
            }
            output[Int(state)] = own[state] ?? output[Int(failure[Int(state)])]
        }
        return assemble(failure: failure, output: output, wordCount: wordCount)
    }

    private func assemble(failure: [State], output: [UInt32], wordCount: Int) -> Compiled {
        let count = chain.count
        var rootStates = [State](repeating: 0, count: wordCount)
        var branchBits = [UInt64](repeating: 0, count: count / 64 + 1)
        var capacity = 1024
        while capacity < 2 * branches.count { capacity *= 2 }
        var keys = [UInt64](repeating: 0, count: capacity)
        var targets = [State](repeating: 0, count: capacity)
        for (key, target) in branches.sorted(by: { $0.key < $1.key }) {
            let state = Int(key >> 16)
            if state == 0 {
                rootStates[Int(key & 0xffff)] = target
                continue
            }
            branchBits[state >> 6] |= 1 << UInt64(state & 63)
            var slot = WordAutomaton.slot(key, capacity - 1)
            while keys[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            keys[slot] = key
            targets[slot] = target
        }
        var outputBits = [UInt64](repeating: 0, count: count / 64 + 1)
        var outputRanks = [UInt32](repeating: 0, count: count / 64 + 1)
        var outputRules: [UInt32] = []
        for state in 0..<count {
            if state & 63 == 0 { outputRanks[state >> 6] = UInt32(outputRules.count) }
            if output[state] == .max { continue }
            outputBits[state >> 6] |= 1 << UInt64(state & 63)
            outputRules.append(output[state])
        }
        return Compiled(
            rootStates: rootStates, chain: chain, failure: failure, branchBits: branchBits, branchKeys: keys,
            branchTargets: targets, outputBits: outputBits, outputRanks: outputRanks, outputRules: outputRules,
            pairBits: pairBits(), wordBits: wordBits(wordCount))
    }

    private func pairBits() -> [UInt64] {
        var bits = [UInt64](repeating: 0, count: 1 << (Int(WordAutomaton.pairWidth) - 6))
        for state in chain.indices.dropFirst() {
            let parent = Int(parents[state])
            if parent == 0 || parents[parent] != 0 { continue }
            let bit = WordAutomaton.pairBit(labels[parent], labels[state])
            bits[Int(bit >> 6)] |= 1 << (bit & 63)
        }
        return bits
    }

    private func wordBits(_ wordCount: Int) -> [UInt64] {
        var bits = [UInt64](repeating: 0, count: wordCount / 64 + 1)
        for state in own.keys where state != 0 && parents[Int(state)] == 0 {
            let word = Int(labels[Int(state)])
            bits[word >> 6] |= 1 << UInt64(word & 63)
        }
        return bits
    }
}
