// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import LicenseDetection

@Suite("The longest common subsequence of two stretches of words")
struct CommonSubsequenceTests {
    /// The table of lengths, cell by cell: the textbook's way.
    private static func length(_ text: [WordID], _ rule: [WordID]) -> Int {
        var lengths = [[Int]](repeating: [Int](repeating: 0, count: rule.count + 1), count: text.count + 1)
        for i in text.indices.reversed() {
            for k in rule.indices.reversed() {
                lengths[i][k] =
                    text[i] == rule[k] ? lengths[i + 1][k + 1] + 1 : max(lengths[i + 1][k], lengths[i][k + 1])
            }
        }
        return lengths[0][0]
    }

    private static func pairs(_ text: [WordID], _ rule: [WordID]) -> [(text: Int, rule: Int)] {
        text.withUnsafeBufferPointer { text in
            rule.withUnsafeBufferPointer { rule in
                var pairs: [(Int, Int)] = []
                CommonSubsequence(text, rule).forEach { pairs.append(($0, $1)) }
                return pairs
            }
        }
    }

    @Test("is as long as the textbook's, of equal words, and ascends in both")
    func random() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            // Words whose numbers have the same low bits among them, and stretches up to the longest.
            let words: [WordID] = [1, 2, 3, 64, 65, 66, 129]
            let stretches = (0..<2).map { _ in
                (0..<Int.random(in: 0...CommonSubsequence.longest, using: &random)).map { _ in
                    words.randomElement(using: &random)!
                }
            }
            let pairs = Self.pairs(stretches[0], stretches[1])
            #expect(pairs.count == Self.length(stretches[0], stretches[1]))
            #expect(pairs.allSatisfy { stretches[0][$0.text] == stretches[1][$0.rule] })
            #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.text < $1.text && $0.rule < $1.rule })
        }
    }

    @Test("of the longest stretches is all of them where they are the same")
    func whole() {
        let words = (1...WordID(CommonSubsequence.longest)).map { $0 }
        #expect(Self.pairs(words, words).count == CommonSubsequence.longest)
        #expect(Self.pairs(words, []).isEmpty)
        #expect(Self.pairs(words, words.reversed()).count == 1)
    }
}
