// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The word automaton and the exact matcher against matchers that anyone can check by eye.

import Testing

@testable import LicenseDetection

@Suite("Exact matching")
struct WordAutomatonTests {
    /// An automaton over arrays in memory, which live as long as `body` runs.
    private func withAutomaton<R>(
        _ rules: [[WordID]], wordCount: Int, _ body: (WordAutomaton, _ numbers: [UInt32]) -> R
    ) -> R {
        var builder = WordAutomatonBuilder()
        // Rules with the same words share the first one's number.
        let numbers = rules.indices.map { builder.add(rules[$0], rule: UInt32($0)) ?? UInt32($0) }
        let compiled = builder.compile(wordCount: wordCount + 1)
        func table<Element: BitwiseCopyable>(_ elements: [Element]) -> (
            IndexTable<Element>, UnsafeMutableRawBufferPointer
        ) {
            let memory = UnsafeMutableRawBufferPointer.allocate(
                byteCount: elements.count * MemoryLayout<Element>.stride, alignment: 64)
            elements.withUnsafeBytes { memory.copyMemory(from: $0) }
            let section = SectionEntry(
                kind: 0, elementSize: MemoryLayout<Element>.stride, range: 0..<memory.count, checksum: 0)
            return (IndexTable(UnsafeRawBufferPointer(memory), section), memory)
        }
        let (root, m0) = table(compiled.rootStates)
        let (chain, m1) = table(compiled.chain)
        let (failure, m2) = table(compiled.failure)
        let (branchBits, m3) = table(compiled.branchBits)
        let (branchKeys, m4) = table(compiled.branchKeys)
        let (branchTargets, m5) = table(compiled.branchTargets)
        let (outputBits, m6) = table(compiled.outputBits)
        let (outputRanks, m7) = table(compiled.outputRanks)
        let (outputRules, m8) = table(compiled.outputRules)
        let (pairBits, m9) = table(compiled.pairBits)
        let (wordBits, m10) = table(compiled.wordBits)
        defer { for memory in [m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10] { memory.deallocate() } }
        return body(
            WordAutomaton(
                rootStates: root, chain: chain, failure: failure, branchBits: branchBits, branchKeys: branchKeys,
                branchTargets: branchTargets, outputBits: outputBits, outputRanks: outputRanks,
                outputRules: outputRules, pairBits: pairBits, wordBits: wordBits), numbers)
    }

    /// At each word the longest rule that ends there.
    private func longestEnds(_ rules: [[WordID]], _ numbers: [UInt32], _ text: [WordID]) -> [Int?] {
        text.indices.map { i in
            rules.indices.filter { text[...i].suffix(rules[$0].count).elementsEqual(rules[$0]) }
                .max { rules[$0].count < rules[$1].count }.map { Int(numbers[$0]) }
        }
    }

    private func check(_ rules: [[WordID]], _ text: [WordID], wordCount: Int, _ comment: Comment) {
        withAutomaton(rules, wordCount: wordCount) { automaton, numbers in
            var state: WordAutomaton.State = 0
            let found = text.map { word in
                state = automaton.step(state, word)
                return automaton.output(state)
            }
            #expect(found == longestEnds(rules, numbers, text), comment)
        }
    }

    @Test("at each word of a random text the automaton ends the longest rule, over alphabets of 1 to 5 words")
    func randomTexts() {
        for seed in 0..<500 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let alphabet = Int(seed % 5) + 1
            func words(_ lengths: Range<Int>) -> [WordID] {
                (0..<Int.random(in: lengths, using: &random)).map { _ in
                    WordID(Int.random(in: 1...alphabet, using: &random))
                }
            }
            let rules = (0..<Int.random(in: 1..<12, using: &random)).map { _ in words(1..<9) }
            // Zero is a word that no rule holds.
            let text = words(0..<120).map { Int.random(in: 0..<25, using: &random) == 0 ? WordID.unknown : $0 }
            check(rules, text, wordCount: alphabet, "seed \(seed)")
        }
    }

    @Test("one word repeated, prefixes of one another and suffixes of one another are all found")
    func awkward() {
        check([[1], [1, 1], [1, 1, 1, 1]], [WordID](repeating: 1, count: 50), wordCount: 1, "one word repeated")
        check([[1, 2, 3, 4], [1, 2], [2, 3], [3]], [1, 2, 3, 1, 2, 3, 4, 3], wordCount: 4, "prefixes")
        check([[1, 2, 3, 4], [2, 3, 5], [3, 6]], [1, 2, 3, 5, 1, 2, 3, 6], wordCount: 6, "failure links")
        check(
            [[1, 2], [1, 3], [1, 4], [1, 2, 5], [1, 2, 6]], [1, 4, 1, 2, 6, 1, 3, 1, 2, 5], wordCount: 6, "branches")
    }

    @Test("the exact matcher keeps every occurrence that no other contains, and no more")
    func maximalOccurrences() throws {
        let letters = ["aa", "bb", "cc"]
        for seed in 0..<40 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            func text(_ lengths: Range<Int>) -> [String] {
                (0..<Int.random(in: lengths, using: &random)).map { _ in letters[Int.random(in: 0..<3, using: &random)]
                }
            }
            let rules = Set((0..<8).map { _ in text(1..<7) })
            let files = rules.enumerated().map {
                TestRule.rule("r\($0.offset)", "is_license_reference", $0.element.joined(separator: " "))
            }
            let index = try makeDetector(files).index
            let words = text(0..<60)
            var occurrences: [Range<Int>] = []
            for rule in rules where rule.count <= words.count {
                for i in 0...(words.count - rule.count) where words[i..<(i + rule.count)].elementsEqual(rule) {
                    occurrences.append(i..<(i + rule.count))
                }
            }
            let maximal = occurrences.filter { one in
                !occurrences.contains {
                    $0 != one && $0.lowerBound <= one.lowerBound && $0.upperBound >= one.upperBound
                }
            }
            let found = Array(words.joined(separator: " ").utf8).withUnsafeBytes {
                ExactMatcher.candidates(in: WordStream($0, index.vocabulary), index, nil).map(\.words)
            }
            #expect(found == maximal.sorted { $0.lowerBound < $1.lowerBound }, "seed \(seed)")
        }
    }
}
