// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Texts that people edited: what still is the licence, and which of two near twins it is.

import Foundation
import Testing

@testable import LicenseDetection

@Suite("Approximate matching")
struct ApproximateMatchingTests {
    /// An edit and what it does to the text.
    struct Edit: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var apply: @Sendable (String) -> String

        init(_ testDescription: String, _ apply: @escaping @Sendable (String) -> String) {
            self.testDescription = testDescription
            self.apply = apply
        }
    }

    static let edits: [Edit] = [
        Edit("nothing") { $0 },
        Edit("a preamble") { Sample.prose + "\n\n" + $0 },
        Edit("a postscript") { $0 + "\n\n" + Sample.prose },
        Edit("a sentence missing") {
            $0.replacingOccurrences(
                of: "These words hold in every season until the field is given back to the village.", with: "")
        },
        Edit("another holder") {
            $0.replacingOccurrences(
                of: "the gardeners of the north field", with: "Léa Dupont, Noé Martin and Anne Roy (2024)")
        },
        Edit("a sentence put in") {
            $0.replacingOccurrences(
                of: "A visitor who", with: "Dogs are welcome on Sundays if kept on a leash. A visitor who")
        },
        Edit("one line") { $0.replacingOccurrences(of: "\n", with: " ") },
        Edit("a word a line") { $0.replacingOccurrences(of: " ", with: "\n") },
        Edit("comment markers") { "/*\n" + $0.split(separator: "\n").map { " * \($0)\n" }.joined() + " */" },
        Edit("typographic quotes and dashes") {
            "“" + $0.replacingOccurrences(of: ", ", with: " — ").replacingOccurrences(of: "'", with: "’") + "”"
        },
        Edit("HTML") {
            "<p>"
                + $0.replacingOccurrences(of: "\n", with: "</p>\n<p>").replacingOccurrences(
                    of: "slugs", with: "<em>slugs</em>")
                + "</p>"
        },
        Edit("a program's string") { "\"" + $0.replacingOccurrences(of: "\n", with: #"\n"#) + "\"" },
        Edit("upper case") { $0.uppercased() },
        Edit("two words swapped") {
            $0.replacingOccurrences(of: "the weather, the slugs", with: "the slugs, the weather")
        },
        Edit("one word in 40 changed") { changed($0, oneIn: 40, seed: 3) },
        Edit("one word in 25 changed") { changed($0, oneIn: 25, seed: 4) },
    ]

    @Test("an edited text is still the licence", arguments: edits)
    func edited(edit: Edit) throws {
        let detector = try makeDetector(Sample.rules)
        let matches = detector.matches(in: edit.apply(Sample.garden))
        #expect(matches.map(\.expression) == ["Garden-1.0"])
        #expect(matches.allSatisfy { $0.kind == .text && $0.coverage >= 80 && $0.coverage <= 100 })
    }

    @Test("coverage is the share of the rule's words that stand there, in order")
    func coverage() throws {
        let detector = try makeDetector([.license("garden", spdx: "Garden-1.0", Sample.garden)])
        let words = hashes(Sample.garden).count
        let edited = Sample.garden.replacingOccurrences(of: "hedge", with: "bush").replacingOccurrences(
            of: "hill", with: "slope")
        let match = try #require(detector.matches(in: edited).first)
        #expect(match.words == words - 2)
        #expect(match.coverage == (1000 * Double(words - 2) / Double(words)).rounded() / 10)
        // Words put in do not lower the coverage.
        let longer = Sample.garden.replacingOccurrences(of: "the slugs", with: "the dreadful and numerous slugs")
        #expect(detector.matches(in: longer).map(\.coverage) == [100])
    }

    @Test(
        "near twins are told apart by the words that differ, edited or not",
        arguments: [
            (Sample.garden, "Garden-1.0"), (Sample.garden2, "Garden-2.0"),
            (Sample.gardenWithoutCompost, "Garden-short-1.0"),
        ])
    func twins(text: String, expression: String) throws {
        let detector = try makeDetector(Sample.rules)
        #expect(detector.expressions(in: text) == [expression])
        #expect(detector.expressions(in: Sample.prose + "\n" + text) == [expression])
        let edited = text.replacingOccurrences(of: "the gardeners of the north field", with: "Léa Dupont, 2024")
            .replacingOccurrences(of: "pumpkin", with: "melon")
        #expect(detector.expressions(in: edited) == [expression])
    }

    @Test("half of a text, or its words in another order, is not the text")
    func notTheText() throws {
        let detector = try makeDetector(Sample.rules)
        let lines = Sample.garden.split(separator: "\n")
        #expect(detector.matches(in: lines.prefix(3).joined(separator: "\n")).isEmpty)
        var words = Sample.garden.split(whereSeparator: \.isWhitespace)
        var random = SeededGenerator(seed: 1)
        words.shuffle(using: &random)
        #expect(detector.matches(in: words.joined(separator: " ")).isEmpty)
    }

    @Test("two copies of a text, each edited, are two matches in their places")
    func copies() throws {
        let detector = try makeDetector(Sample.rules)
        let first = Sample.garden.replacingOccurrences(of: "hedge", with: "bush")
        let second = Sample.garden.replacingOccurrences(of: "slugs", with: "snails")
        let matches = detector.matches(in: first + "\n" + Sample.prose + "\n" + second)
        #expect(matches.map(\.expression) == ["Garden-1.0", "Garden-1.0"])
        #expect(matches.map(\.lines) == [1...8, 11...18])
    }

    @Test("two near twins in one file, each edited, are both found", arguments: [true, false])
    func twinsTogether(isInOrder: Bool) throws {
        let detector = try makeDetector(Sample.rules)
        let first = Sample.garden.replacingOccurrences(of: "hedge", with: "bush")
        let second = Sample.garden2.replacingOccurrences(of: "slugs", with: "snails")
        let texts = isInOrder ? [first, second] : [second, first]
        let found = detector.expressions(in: texts.joined(separator: "\n" + Sample.prose + "\n"))
        #expect(found == (isInOrder ? ["Garden-1.0", "Garden-2.0"] : ["Garden-2.0", "Garden-1.0"]))
    }

    @Test("near twins of one text do not crowd out the other text of a file")
    func crowded() throws {
        let twins = (0..<60).map { i in
            TestRule.license(
                "garden\(i)", spdx: "Garden-\(i).0",
                Sample.garden.replacingOccurrences(of: "version 1.0", with: "version \(i).0"))
        }
        let detector = try makeDetector(twins + [.license("harbour", spdx: "Harbour", Sample.harbour)])
        let edited = Sample.garden.replacingOccurrences(of: "version 1.0", with: "version 17.0")
            .replacingOccurrences(of: "hedge", with: "bush")
        let found = detector.expressions(in: edited + "\n\n" + changed(Sample.harbour, oneIn: 25, seed: 4))
        #expect(found == ["Garden-17.0", "Harbour"])
    }

    @Test("a text is found by its rarest words where it has none of those that licences are made of")
    func withoutUsualWords() throws {
        let text = Sample.garden.replacingOccurrences(of: "Garden Licence, ", with: "")
        let detector = try makeDetector([.license("garden", spdx: "Garden-1.0", text)] + Sample.rules.dropFirst())
        #expect(detector.expressions(in: text.replacingOccurrences(of: "hedge", with: "bush")) == ["Garden-1.0"])
        #expect(detector.expressions(in: changed(text, oneIn: 40, seed: 3)) == ["Garden-1.0"])
    }

    @Test("an edited text is found wherever it stands in a long file", arguments: [0, 16_300, 16_384, 40_000])
    func longFile(before: Int) throws {
        let detector = try makeDetector(Sample.rules)
        let filler = (0..<before).map { "word\($0 % 977)" }.joined(separator: "\n")
        let matches = detector.matches(
            in: filler + "\n" + Sample.garden.replacingOccurrences(of: "slugs", with: "snails"))
        #expect(matches.map(\.expression) == ["Garden-1.0"])
        #expect(matches.first?.lines == (max(before, 1) + 1)...(max(before, 1) + 8))
    }
}
