// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Words of which every licence and every notice of some length holds a few, and most texts none: a stretch of a text
// without one is not compared with the rules at all. "copyright" is not among them, since it stands in nearly every file.

enum TellingWords {
    private static let usual: [StaticString] = [
        "license", "licensed", "licensing", "licensee", "licensor", "sublicense", "copyrighted", "copyleft",
        "warranty", "warranties", "liable", "liability", "disclaimer", "disclaims", "redistribution", "redistribute",
        "redistributions", "redistributed", "royalty", "gnu", "gpl", "lgpl", "agpl", "mozilla", "cecill", "eupl",
        "etalab",
        "proprietary", "merchantability",
    ]
    /// A rule with fewer of the usual ones gives its rarest words, so that an edit of one is not the end of it.
    private static let wanted = 2

    /// A bit for each word's number.
    static func bits(_ rules: [RuleRecord], _ ruleWords: [WordID], _ numbers: [UInt64: WordID], wordCount: Int)
        -> [UInt64]
    {
        var bits = [UInt64](repeating: 0, count: wordCount / 64 + 1)
        func mark(_ word: WordID) { bits[Int(word) >> 6] |= 1 << UInt64(word & 63) }
        func isMarked(_ word: WordID) -> Bool { bits[Int(word) >> 6] >> UInt64(word & 63) & 1 == 1 }
        for word in usual {
            if let number = numbers[WordHash.of(folded: word)] { mark(number) }
        }
        var frequency = [Int](repeating: 0, count: wordCount)
        for word in ruleWords { frequency[Int(word)] += 1 }
        for rule in rules where rule.has(RuleRecord.approximate) {
            let words = ruleWords[Int(rule.wordsStart)..<Int(rule.wordsStart + rule.wordCount)]
            let lacking = wanted - words.count(where: isMarked)
            if lacking <= 0 { continue }
            let rarest = Set(words).filter { !isMarked($0) }
                .sorted { (frequency[Int($0)], $0) < (frequency[Int($1)], $1) }
            rarest.prefix(lacking).forEach(mark)
        }
        return bits
    }
}
