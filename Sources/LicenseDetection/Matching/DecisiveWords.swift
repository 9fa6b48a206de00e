// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Near twins are told apart by the few words that differ: "affero", "noncommercial", "later", and the number after
// "version". One of them too many or too few weighs more than any other word.

/// The words that make a licence another of its family.
struct DecisiveWords: Sendable {
    /// What each word can be, by its number.
    private let marks: [UInt8]

    private static let name: UInt8 = 1
    private static let number: UInt8 = 2
    private static let beforeNumber: UInt8 = 4
    /// "library" makes a name only before "general", as the LGPL 2.0 was called.
    private static let library: UInt8 = 8
    private static let general: UInt8 = 16

    private static let names: [StaticString] = [
        "affero", "agpl", "lesser", "lgpl", "noncommercial", "noderivatives", "noderivs", "sharealike", "later",
    ]
    private static let leads: [StaticString] = [
        "version", "versions", "v", "ver", "license", "gpl", "lgpl", "agpl", "mpl", "epl", "eupl", "cecill", "by", "sa",
        "nd",
        "nc",
    ]

    init(_ vocabulary: Vocabulary) {
        var marks = [UInt8](repeating: 0, count: Int(WordID.max) + 1)
        func mark(_ hash: UInt64, _ value: UInt8) {
            let id = vocabulary.id(of: hash)
            if id != .unknown, id < .firstReserved { marks[Int(id)] |= value }
        }
        for word in Self.names { mark(WordHash.of(folded: word), Self.name) }
        mark(WordHash.of(folded: "library"), Self.library)
        mark(WordHash.of(folded: "general"), Self.general)
        for word in Self.leads { mark(WordHash.of(folded: word), Self.beforeNumber) }
        // 0 to 99, 00 to 09, v1 to v9: the parts of a version, since a point separates words.
        let digits = (0...9).map { UInt8(ascii: "0") + $0 }
        for first in digits {
            mark(WordHash.of([first]), Self.number)
            mark(WordHash.of([UInt8(ascii: "v"), first]), Self.number | Self.name)
            for second in digits { mark(WordHash.of([first, second]), Self.number) }
        }
        self.marks = marks
    }

    /// How many decisive words the rule has and the text lacks, or the text has between the rule's words and the rule
    /// lacks.
    func differences(
        rule: UnsafeBufferPointer<WordID>, textPositions: [Int32], text: [WordID], words: Range<Int>
    ) -> Int {
        var count = 0
        var next = words.lowerBound
        for (i, position) in textPositions.enumerated() {
            if position < 0 {
                if isDecisive(i, rule.count, { rule[$0] }) { count += 1 }
                continue
            }
            while next < Int(position) {
                if isDecisive(next, text.count, { text[$0] }) { count += 1 }
                next += 1
            }
            next += 1
        }
        return count
    }

    /// Whether the word is the number of a version or a part of it.
    func isNumber(_ word: WordID) -> Bool { marks[Int(word)] & Self.number != 0 }

    @inline(__always)
    private func isDecisive(_ i: Int, _ count: Int, _ word: (Int) -> WordID) -> Bool {
        let mark = marks[Int(word(i))]
        if mark & Self.name != 0 { return true }
        if mark & Self.library != 0 { return i + 1 < count && marks[Int(word(i + 1))] & Self.general != 0 }
        guard mark & Self.number != 0, i > 0 else { return false }
        let before = marks[Int(word(i - 1))]
        if before & Self.beforeNumber != 0 { return true }
        return before & Self.number != 0 && i > 1 && marks[Int(word(i - 2))] & Self.beforeNumber != 0
    }
}
