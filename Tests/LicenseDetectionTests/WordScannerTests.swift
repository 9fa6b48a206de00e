// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a word is, in every encoding and notation that repositories hold.

import Foundation
import Testing

@testable import LicenseDetection

@Suite("Word scanner")
struct WordScannerTests {
    @Test("a word is the same in UTF-8, Latin-1, Windows-1252, decomposed, escaped and upper case")
    func sameWord() {
        let spellings: [[UInt8]] = [
            Array("présent".utf8), Array("PRÉSENT".utf8), Array("pre\u{301}sent".utf8), Array("present".utf8),
            Array("pr&eacute;sent".utf8), Array("PR&Eacute;SENT".utf8), Array("pr&#233;sent".utf8),
            Array("pr&#xE9;sent".utf8), Array(#"pr\u00e9sent"#.utf8), Array(#"pr\u00E9sent"#.utf8),
            [0x70, 0x72, 0xe9, 0x73, 0x65, 0x6e, 0x74], [0x50, 0x52, 0xc9, 0x53, 0x45, 0x4e, 0x54],
            Array("pré\u{ad}sent".utf8), [0x70, 0x72, 0xe9, 0xad, 0x73, 0x65, 0x6e, 0x74],
            Array("pré\u{200b}sent".utf8), Array("\u{feff}présent".utf8),
        ]
        for spelling in spellings {
            #expect(
                scannedWords(spelling).map(\.hash) == hashes("present"), "\(String(decoding: spelling, as: UTF8.self))")
        }
    }

    @Test(
        "letters fold to their base letters",
        arguments: [
            ("œuvre", "oeuvre"), ("Œuvre", "oeuvre"), ("&oelig;uvre", "oeuvre"), ("encyclopædia", "encyclopaedia"),
            ("Straße", "strasse"), ("stra&szlig;e", "strasse"), ("Łódź", "lodz"), ("Žižka", "zizka"), ("ÿ", "Y"),
            ("ÅNGSTRÖM", "angstrom"), ("þing", "thing"), ("ЛИЦЕНЗИЯ", "лицензия"), ("ЂУРЂЕВ", "ђурђев"),
            ("αδεια", "ΑΔΕΙΑ"), ("fa&ccedil;ade", "façade"), ("&ntilde;and&uacute;", "ñandú"),
        ])
    func folds(word: String, base: String) {
        #expect(hashes(word) == hashes(base))
        #expect(hashes(word).count == 1)
    }

    @Test(
        "letters beyond Latin-1 and Latin Extended are the same composed and decomposed",
        arguments: ["лицензий", "άδεια", "giấy phép"])
    func decomposedBeyondLatin(text: String) {
        #expect(
            hashes(text.precomposedStringWithCanonicalMapping) == hashes(text.decomposedStringWithCanonicalMapping))
    }

    @Test("Windows-1252 letters are their UTF-8 selves and its typographic signs separate")
    func windows1252() {
        #expect(scannedWords([0x9c, 0x75, 0x76, 0x72, 0x65]).map(\.hash) == hashes("œuvre"))
        #expect(scannedWords([0x8a, 0x61, 0x9e]).map(\.hash) == hashes("šaž"))
        #expect(scannedWords([0x93, 0x61, 0x94, 0x62, 0x85, 0x63]).map(\.hash) == hashes("a b c"))
    }

    @Test(
        "what stands between two words separates them",
        arguments: [
            " ", "\t", "\n", "\r\n", "\0", "-", "_", ".", "'", "’", "&rsquo;", "&#8217;", "\u{a0}", "&nbsp;", "&#160;",
            "\u{202f}", "\u{2009}", "«", "\u{2014}", "…", "\u{3000}", "、", "&", "&&", #"\n"#, #"\r\n"#, #"\t"#, #"\fB"#,
            #"\\"#, #"\u00a0"#, #"\u2019"#, "&mdash;", "😀", "&copy;", "+ ", "++ ", "/", "\u{1}",
        ])
    func separators(separator: String) {
        let words = hashes("l" + separator + "auteur")
        #expect(words.count == 2)
        #expect(words.last == hashes("auteur").first)
    }

    @Test(
        "no-break space and both apostrophes separate in Windows-1252 as well",
        arguments: [0xa0, 0x27, 0x91, 0x92, 0x96])
    func singleByteSeparators(byte: UInt8) {
        #expect(scannedWords([0x6c, byte, 0x61, 0x6d, 0x69]).map(\.hash) == hashes("l ami"))
    }

    @Test("one plus belongs to a word, inside or at the end; more and a leading one do not")
    func plus() {
        #expect(hashes("GPLv2+") != hashes("GPLv2"))
        #expect(hashes("GPLv2+").count == 1)
        #expect(hashes("GPLv2++") == hashes("GPLv2+"))
        #expect(hashes("+GPLv2") == hashes("GPLv2"))
        #expect(hashes("a+b").count == 1)
        #expect(hashes("a+b+c").count == 2)
    }

    @Test("each character of a script without spaces is a word")
    func ideographs() {
        #expect(hashes("木兰宽松").count == 4)
        #expect(hashes("木兰").first == hashes("木").first)
        #expect(hashes("木兰") != hashes("兰木"))
        #expect(hashes("v2木").count == 2)
        #expect(hashes("ライセンス").count == 5)
    }

    @Test(
        "a broken reference or escape is no letter and nothing after it is lost",
        arguments: [
            "&eacute present", "&; present", "&#; present", "&#x; present", "&#xzz; present", "&#99999999; present",
            #"\u00 present"#, #"\uzzzz present"#, #"\ present"#, "& present", "&toolongtobeaname; present",
        ])
    func brokenEscapes(text: String) {
        #expect(hashes(text).last == hashes("present").first)
    }

    @Test("an escape that is cut off at the end of the text is read within bounds")
    func cutEscapes() {
        for whole in ["pr&eacute;", "&#233;", #"\u00e9"#, #"\fB"#, "é", "木", "😀", "e\u{301}", "GPL+"] {
            let bytes = Array(whole.utf8)
            for length in 0...bytes.count {
                let words = scannedWords(Array(bytes.prefix(length)))
                #expect(words.allSatisfy { $0.end <= length })
            }
        }
    }

    @Test("four hexadecimal digits follow \\u, not a sign")
    func signedEscape() {
        #expect(hashes(#"pr\u+0e9sent"#) != hashes("present"))
    }

    @Test("an empty text has no words")
    func empty() {
        #expect(scannedWords([]).isEmpty)
        #expect(hashes(" \n\t\u{feff}\u{301}…").isEmpty)
    }

    @Test("whatever the bytes, the words ascend, do not overlap and lie within the text")
    func anyBytes() {
        // Bytes that begin something are as likely as all the others together.
        let telling = Array("&;#xu\\nf+é\u{301}木😀".utf8) + [0xad, 0xc2, 0xe2, 0xf0, 0xff, 0x80, 0x00]
        for seed in 0..<600 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let count = Int.random(in: 0..<400, using: &random)
            let bytes = (0..<count).map { _ in
                Bool.random(using: &random)
                    ? telling[Int.random(in: 0..<telling.count, using: &random)]
                    : UInt8.random(in: 0...255, using: &random)
            }
            var last = 0
            for word in scannedWords(bytes) {
                #expect(word.start >= last && word.end > word.start && word.end <= count, "seed \(seed)")
                last = word.end
            }
        }
    }

    @Test("a word is its letters one by one, however long it is and wherever it stands", arguments: 1...40)
    func lengths(count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
        for before in 0..<9 {
            for after in 0..<17 {
                let word = (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }
                let text = [UInt8](repeating: 0x2e, count: before) + word + [UInt8](repeating: 0x2d, count: after)
                let found = scannedWords(text)
                #expect(found.map(\.hash) == [WordHash.of(word.map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 })])
                #expect(found.map(\.start) == [before] && found.map(\.end) == [before + count])
            }
        }
    }

    @Test(
        "every byte separates or joins alike near the end of a text and far from it",
        arguments: 0...255 as ClosedRange<UInt8>)
    func everyByte(byte: UInt8) {
        for count in 1...7 {
            let short = [UInt8](repeating: 0x61, count: count) + [byte, 0x62, 0x20]
            let long = short + Array("nothing that matters to what was said".utf8)
            let words = scannedWords(short)
            #expect(scannedWords(long).prefix(words.count).map(\.hash) == words.map(\.hash))
        }
    }

    @Test("a text's words do not depend on what follows them")
    func prefix() {
        let text = Array("Présenté sous licence «\u{a0}GPLv2+\u{a0}» \\n &eacute;t&eacute;, 木兰 v2".utf8)
        let all = scannedWords(text)
        for (i, word) in all.enumerated() {
            let head = scannedWords(Array(text[..<word.end]))
            #expect(head.map(\.hash) == all[...i].map(\.hash))
        }
    }

    @Test("the words of a text are the same by sixty-four bytes at a time and one by one, wherever it begins and ends")
    func windows() {
        var random = SeededGenerator(seed: 64)
        // Runs of every length, in every kind of gap, and what needs a look at the bytes after it.
        let pieces = [
            "a", "GPLv2+", "licence", "Z9", String(repeating: "long", count: 30), " ", "\n\n", "    ", "+", "&",
            "&amp;", "\\",
            "\\n", "é", "e\u{301}", "'", "_", "/*", "權", "\u{ad}", "&eacute;", "3.0",
        ].map { Array($0.utf8) }
        for _ in 0..<2_000 {
            let text = Array(
                (0..<Int.random(in: 1...12, using: &random)).flatMap { _ in pieces.randomElement(using: &random)! })
            let alone = text.prefix(LetterWindow.reach - 1)
            let before = [UInt8](repeating: 0x20, count: Int.random(in: 0..<LetterWindow.count, using: &random))
            let words = scannedWords(before + alone + [UInt8](repeating: 0x20, count: LetterWindow.reach))
            let expected = scannedWords(Array(alone))
            #expect(words.map(\.hash) == expected.map(\.hash), "\(String(decoding: alone, as: UTF8.self))")
            #expect(words.map { $0.start - before.count } == expected.map(\.start))
            #expect(words.map { $0.end - before.count } == expected.map(\.end))
        }
    }
}
