// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a rule's front matter asks of a match, and where a short name is none.

import Foundation
import Testing

@testable import LicenseDetection

@Suite("What rules ask for")
struct RuleMeaningTests {
    @Test("an exact match covers its rule, and says rule, kind, relevance and words")
    func exact() throws {
        let detector = try makeDetector([.rule("sow", "released under the garden licence", facts: "relevance: 90")])
        let match = try #require(detector.matches(in: "This is\nReleased under\n  the GARDEN licence.\n").first)
        #expect(match.rule == "sow.RULE")
        #expect(match.kind == .notice)
        #expect(match.expression == "LicenseRef-scancode-garden")
        #expect((match.coverage, match.relevance, match.words) == (100, 90, 5))
        #expect(match.lines == 2...3)
    }

    @Test("a text with no rule's words, an empty text and a binary say nothing")
    func nothing() throws {
        let detector = try makeDetector(Sample.rules)
        #expect(detector.matches(in: "").isEmpty)
        #expect(detector.matches(in: [UInt8](repeating: 0, count: 100)).isEmpty)
        #expect(detector.matches(in: Sample.prose).isEmpty)
        #expect(detector.matches(in: Array((Sample.garden + "\0\0").utf8)).isEmpty)
    }

    @Test("a required phrase must stand unbroken in an approximate match")
    func requiredPhrase() throws {
        let marked = Sample.garden.replacingOccurrences(of: "share the harvest", with: "{{share the harvest}}")
        let detector = try makeDetector([.license("garden", spdx: "Garden-1.0", marked)])
        #expect(detector.expressions(in: Sample.garden) == ["Garden-1.0"])
        let elsewhere = Sample.garden.replacingOccurrences(of: "slugs", with: "snails")
        #expect(detector.expressions(in: elsewhere) == ["Garden-1.0"])
        let broken = Sample.garden.replacingOccurrences(of: "share the harvest", with: "share the whole harvest")
        #expect(detector.expressions(in: broken).isEmpty)
        let changed = Sample.garden.replacingOccurrences(of: "share the harvest", with: "sell the harvest")
        #expect(detector.expressions(in: changed).isEmpty)
    }

    @Test("one change in ten words of a long required phrase is none, and one in five is too many")
    func longRequiredPhrase() throws {
        let phrase = "Whoever receives these seeds may sow them, water them and share the harvest with neighbours near"
        let marked = Sample.garden.replacingOccurrences(of: phrase, with: "{{\(phrase)}}")
        let detector = try makeDetector([.license("garden", spdx: "Garden-1.0", marked)])
        func expressions(_ edits: (old: String, new: String)...) -> [String] {
            detector.expressions(
                in: edits.reduce(Sample.garden) { $0.replacingOccurrences(of: $1.old, with: $1.new) })
        }
        #expect(expressions() == ["Garden-1.0"])
        #expect(expressions(("share the harvest", "share the whole harvest")) == ["Garden-1.0"])
        #expect(expressions(("share the harvest", "share the whole ripe summer harvest")) == ["Garden-1.0"])
        #expect(expressions(("these seeds", "seeds")) == ["Garden-1.0"])
        #expect(expressions(("share the harvest", "share the whole ripe and sweet summer harvest")).isEmpty)
        #expect(expressions(("these seeds", "these good seeds"), ("sow them, water", "water")).isEmpty)
    }

    @Test("below its minimum coverage a rule does not match", arguments: [(90, 1), (95, 1), (99, 0), (100, 0)])
    func minimumCoverage(percent: Int, count: Int) throws {
        let detector = try makeDetector([
            .rule("garden", "is_license_text", Sample.garden, facts: "minimum_coverage: \(percent)")
        ])
        #expect(detector.matches(in: Sample.garden).count == 1)
        // Four words of some 150.
        let edited = Sample.garden.replacingOccurrences(of: "slugs", with: "snails")
            .replacingOccurrences(of: "pumpkin", with: "melon").replacingOccurrences(of: "glass", with: "pane")
            .replacingOccurrences(of: "hedge", with: "bush")
        #expect(detector.matches(in: edited).count == count)
    }

    @Test("a continuous rule matches word for word or not at all")
    func continuous() throws {
        let detector = try makeDetector([.rule("garden", Sample.garden, facts: "is_continuous: yes")])
        #expect(detector.matches(in: Sample.garden).count == 1)
        #expect(detector.matches(in: Sample.garden.replacingOccurrences(of: "slugs", with: "snails")).isEmpty)
    }

    @Test("a false positive takes what it covers with it, and nothing beside it")
    func falsePositive() throws {
        let detector = try makeDetector([
            .rule("name", "is_license_reference", "garden licence"),
            .rule("plate", "is_false_positive", "the garden licence plate office"),
        ])
        #expect(detector.matches(in: "at the garden licence plate office").isEmpty)
        #expect(detector.matches(in: "under the garden licence").count == 1)
        let both = detector.matches(in: "the garden licence plate office\nuses the garden licence")
        #expect(both.map(\.lines) == [2...2])
    }

    @Test("the longer of two rules at the same place is the one that matches")
    func containment() throws {
        let detector = try makeDetector([
            .rule("short", "is_license_reference", of: "garden", "garden licence"),
            .rule("long", "is_license_notice", of: "harbour", "garden licence or the harbour licence"),
        ])
        #expect(detector.matches(in: "garden licence or the harbour licence").map(\.rule) == ["long.RULE"])
        #expect(detector.matches(in: "garden licence or the harbour").map(\.rule) == ["short.RULE"])
    }

    @Test("of a licence's text and a rule with the same words the licence is named")
    func ownText() throws {
        let detector = try makeDetector([
            .license("garden", spdx: "Garden-1.0", "sow and share alike"),
            .rule("aaa", of: "harbour", "Sow and share, alike!"),
        ])
        #expect(detector.matches(in: "sow and share alike").map(\.rule) == ["garden.LICENSE"])
    }

    @Test("several licences are given in the order of the text")
    func several() throws {
        let detector = try makeDetector(Sample.rules)
        #expect(detector.expressions(in: Sample.harbour + "\n" + Sample.garden) == ["Harbour", "Garden-1.0"])
        #expect(
            detector.expressions(in: Sample.garden2 + Sample.prose + Sample.harbour + Sample.garden2) == [
                "Garden-2.0", "Harbour", "Garden-2.0",
            ])
    }

    @Test(
        "a short name counts where a person would count it",
        arguments: [
            "MIT", "(MIT)", "MIT.", "MIT, or", "licence: MIT", "\"MIT\"", "*MIT*", "MIT\n", "| MIT |", "<b>MIT</b>",
        ])
    func shortName(text: String) throws {
        let detector = try makeDetector([.rule("mit", "is_license_reference", of: "mit", "MIT")])
        #expect(detector.matches(in: text).count == 1)
    }

    @Test(
        "a short name inside an identifier, a path or an address is none",
        arguments: [
            "mit_license_t", "is_mit", "$mit", "@mit", "src/mit", "mit/file.c", "mit.edu", "https://web.mit.edu/x",
            "x-mit",
            "mit-x", "a.mit", #"C:\mit"#, "mit=1", "someone@mit.edu", "%mit", "mit:tex", "permit", "mit2",
        ])
    func shortNameInside(text: String) throws {
        let detector = try makeDetector([.rule("mit", "is_license_reference", of: "mit", "MIT")])
        #expect(detector.matches(in: text).isEmpty)
    }

    @Test("the same bytes give the same matches, in whichever order and from whichever task")
    func determinism() async throws {
        let detector = try makeDetector(Sample.rules + [.rule("mit", "is_license_reference", of: "mit", "MIT")])
        let text = changed(Sample.garden + "\nMIT\n" + Sample.harbour, oneIn: 30, seed: 7)
        let expected = detector.matches(in: text)
        #expect(expected.count == 3)
        await withTaskGroup(of: [LicenseMatch].self) { group in
            for _ in 0..<16 { group.addTask { detector.matches(in: text) } }
            for await found in group { #expect(found == expected) }
        }
    }
}
