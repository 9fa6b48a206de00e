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
    /// A name, after which a number is a version of the licence.
    private static let licenseName: UInt8 = 4
    /// "version": of the licence after one of its names or "either", of the program after a program's.
    private static let version: UInt8 = 8
    private static let beforeVersion: UInt8 = 16
    /// "library" makes a name only before "general", as the LGPL 2.0 was called.
    private static let library: UInt8 = 32
    private static let general: UInt8 = 64

    private static let words: [(mark: UInt8, words: [StaticString])] = [
        (
            name,
            ["affero", "agpl", "lesser", "lgpl", "noncommercial", "noderivatives", "noderivs", "sharealike", "later"]
        ),
        (
            licenseName | beforeVersion,
            [
                "license", "gpl", "lgpl", "agpl", "mpl", "epl", "eupl", "cecill", "by", "sa", "nd", "nc",
                "international",
            ]
        ),
        (version, ["version", "versions", "v", "ver"]),
        (beforeVersion, ["either", "or", "the", "foundation", "public"]),
        (library, ["library"]), (general, ["general"]),
    ]

    init(_ vocabulary: Vocabulary) {
        var marks = [UInt8](repeating: 0, count: Int(WordID.max) + 1)
        func mark(_ hash: UInt64, _ value: UInt8) {
            let id = vocabulary.id(of: hash)
            if id != .unknown, id < .firstReserved { marks[Int(id)] |= value }
        }
        for (value, words) in Self.words {
            for word in words { mark(WordHash.of(folded: word), value) }
        }
        // 0 to 99, 00 to 09, v1 to v9, each with a plus, too: the parts of a version, since a point separates words.
        let digits = (0...9).map { UInt8(ascii: "0") + $0 }
        for first in digits {
            for number in [[first], [UInt8(ascii: "v"), first]] + digits.map({ [first, $0] }) {
                mark(WordHash.of(number), Self.number)
                mark(WordHash.of(number + [UInt8(ascii: "+")]), Self.number)
            }
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

    /// Whether the word ends a licence's name, so that a number after it is its version.
    func isLicenseName(_ word: WordID) -> Bool { marks[Int(word)] & Self.licenseName != 0 }

    /// Whether the word announces a number.
    func isVersion(_ word: WordID) -> Bool { marks[Int(word)] & Self.version != 0 }

    /// Whether the word is the number of a version or a part of it.
    func isNumber(_ word: WordID) -> Bool { marks[Int(word)] & Self.number != 0 }

    @inline(__always)
    private func isDecisive(_ i: Int, _ count: Int, _ word: (Int) -> WordID) -> Bool {
        let mark = marks[Int(word(i))]
        if mark & Self.name != 0 { return true }
        if mark & Self.library != 0 { return i + 1 < count && marks[Int(word(i + 1))] & Self.general != 0 }
        guard mark & Self.number != 0 else { return false }
        // "2.1" is two words.
        let first = i > 1 && marks[Int(word(i - 1))] & Self.number != 0 ? i - 1 : i
        guard first > 0 else { return false }
        let before = marks[Int(word(first - 1))]
        if before & Self.licenseName != 0 { return true }
        return before & Self.version != 0 && first > 1 && marks[Int(word(first - 2))] & Self.beforeVersion != 0
    }
}
