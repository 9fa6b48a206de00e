// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What every licence and every notice of some length holds, and most texts do not: a stretch of a text without it is not
// compared with the rules at all. Most rules hold a few words that speak of licences; "copyright" is not among them, since
// it stands in nearly every file. For the others runs of three words stand in: single words that licences seldom use are
// what programs are made of ("link", "name", "list").

struct TellingWords: Sendable {
    private static let usual: [StaticString] = [
        "license", "licensed", "licensing", "licensee", "licensor", "sublicense", "copyrighted", "copyleft",
        "warranty", "warranties", "liable", "liability", "disclaimer", "disclaims", "redistribution", "redistribute",
        "redistributions", "redistributed", "royalty", "gnu", "gpl", "lgpl", "agpl", "mozilla", "cecill", "eupl",
        "etalab",
        "proprietary", "merchantability",
    ]
    /// A rule with fewer of the usual words than two gives runs for each that lacks, and one more, without a word in
    /// common, so that an edit of one is not the end of it.
    private static let wantedWords = 2

    /// What each word does, by its number.
    let words: IndexTable<UInt8>
    /// The hashes of the runs: an open-addressing table, at most half full, in which zero is an empty slot.
    let runs: IndexTable<UInt32>

    private static let tells: UInt8 = 1
    /// With a word that ends runs, the bit for the word before it in one of them: few pairs need be looked up.
    @inline(__always)
    private static func bit(before word: WordID) -> UInt8 {
        // One of seven, by the upper bits of a hash.
        2 &<< UInt8(truncatingIfNeeded: (UInt32(word &* 0x9e37) &* 7) >> 16)
    }

    /// Words of a run.
    private static let runLength = 3

    /// Whether the `i`th word, or the run that it ends, shows that licences are spoken of.
    @inline(__always)
    func tell(_ ids: UnsafeBufferPointer<WordID>, _ i: Int) -> Bool {
        let mark = words[Int(ids[i])]
        if mark & Self.tells != 0 { return true }
        guard i + 1 >= Self.runLength, mark & Self.bit(before: ids[i - 1]) != 0 else { return false }
        let run = UInt64(ids[i - 2]) << 32 | UInt64(ids[i - 1]) << 16 | UInt64(ids[i])
        let hash = Self.hash(run)
        let mask = runs.count - 1
        var slot = Int(hash) & mask
        for _ in 0...max(mask, 0) {
            let found = runs[slot]
            if found == hash { return true }
            // A damaged table without an empty slot ends after a lap.
            if found == 0 { return false }
            slot = (slot + 1) & mask
        }
        return false
    }

    @inline(__always)
    private static func hash(_ packed: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: ((packed ^ packed >> 31) &* 0x9e37_79b9_7f4a_7c15) >> 32) | 1
    }

    /// The arrays of the table.
    static func compile(
        _ rules: [RuleRecord], _ ruleWords: [WordID], _ numbers: [UInt64: WordID], wordCount: Int
    ) -> (words: [UInt8], runs: [UInt32]) {
        var marks = [UInt8](repeating: 0, count: wordCount)
        for word in usual {
            if let number = numbers[WordHash.of(folded: word)] { marks[Int(number)] = tells }
        }
        var frequency = [Int](repeating: 0, count: wordCount)
        for word in ruleWords { frequency[Int(word)] += 1 }
        var runs: Set<UInt32> = []
        for rule in rules where rule.has(RuleRecord.approximate) {
            let words = ruleWords[Int(rule.wordsStart)..<Int(rule.wordsStart + rule.wordCount)]
            let usual = words.count { marks[Int($0)] & tells != 0 }
            if usual >= wantedWords { continue }
            for run in rarestRuns(of: Array(words), frequency, count: wantedWords + 1 - usual) {
                runs.insert(hash(run))
                marks[Int(run & 0xffff)] |= bit(before: WordID(truncatingIfNeeded: run >> 16))
            }
        }
        var slots = [UInt32](repeating: 0, count: 1024)
        while slots.count < 2 * runs.count { slots += slots }
        for run in runs.sorted() {
            var slot = Int(run) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = run
        }
        return (marks, slots)
    }

    /// The runs whose words are the rarest together, none of them with a word of another.
    private static func rarestRuns(of words: [WordID], _ frequency: [Int], count: Int) -> [UInt64] {
        let starts = 0...max(0, words.count - runLength)
        let rarity = starts.map { start in
            words[start...].prefix(runLength).reduce(1.0) { $0 * Double(frequency[Int($1)]) }
        }
        var taken: Set<WordID> = []
        var found: [UInt64] = []
        for start in starts.sorted(by: { (rarity[$0], $0) < (rarity[$1], $1) }) where found.count < count {
            let run = words[start...].prefix(runLength)
            if !taken.isDisjoint(with: run) { continue }
            taken.formUnion(run)
            found.append(run.reduce(0) { $0 << 16 | UInt64($1) })
        }
        return found
    }
}
