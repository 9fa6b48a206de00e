// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// When names of licences in one sentence are a choice, and when each stands by itself.

import Testing

@testable import LicenseDetection

@Suite("Choices between licences")
struct ChoicesTests {
    private static let whole = "LicenseRef-scancode-garden OR LicenseRef-scancode-meadow"

    @Test(
        "an \"or\" between two names is a choice",
        arguments: [
            "under the garden licence or the meadow licence", "under the garden licence or under the meadow licence",
            "la garden licence ou sous la meadow licence", "garden licence | meadow licence",
            "under the garden licence\n * or the meadow licence",
        ])
    func choices(text: String) throws {
        #expect(try detector().expressions(in: text) == [Self.whole, Self.whole])
    }

    @Test(
        "without it, beyond the sentence or at a distance each stands by itself",
        arguments: [
            "the garden licence and the meadow licence", "the garden licence, the meadow licence",
            "the garden licence. Or the meadow licence", "the garden licence; or the meadow licence",
            "the garden licence or later versions of what we grow, the meadow licence",
            "the garden licence or or the meadow licence", "| garden licence | meadow licence |",
            "garden licence\n  o meadow licence",
        ])
    func noChoices(text: String) throws {
        #expect(
            try detector().expressions(in: text) == ["LicenseRef-scancode-garden", "LicenseRef-scancode-meadow"])
    }

    @Test("a row with commas is a choice up to its last \"or\"")
    func rows() throws {
        let all = "LicenseRef-scancode-garden OR LicenseRef-scancode-meadow OR LicenseRef-scancode-orchard"
        #expect(
            try detector().expressions(in: "the garden licence, meadow licence or orchard licence")
                == [all, all, all])
        #expect(
            try detector().expressions(in: "the garden licence or meadow licence, orchard licence")
                == [Self.whole, Self.whole, "LicenseRef-scancode-orchard"])
    }

    @Test("a licence or itself is no choice")
    func same() throws {
        #expect(
            try detector().expressions(in: "the garden licence or the garden licence")
                == ["LicenseRef-scancode-garden", "LicenseRef-scancode-garden"])
    }

    @Test(
        "the three letters of MIT are a licence where they are one side of a choice",
        arguments: [
            ("the garden licence or MIT", "LicenseRef-scancode-garden OR MIT"),
            ("MIT ou garden licence", "MIT OR LicenseRef-scancode-garden"),
            ("garden licence or the MIT.", "LicenseRef-scancode-garden OR MIT"),
            ("garden licence | MIT", "LicenseRef-scancode-garden OR MIT"),
        ])
    func bareMIT(text: String, choice: String) throws {
        #expect(try detector().expressions(in: text) == [choice])
    }

    @Test(
        "elsewhere they are a university, a word of German or part of another name",
        arguments: [
            "the garden licence, MIT", "the garden licence oder mit", "the garden licence or MIT-0",
            "the garden licence or a.MIT", "the garden licence. Or MIT", "the garden licence of MIT",
        ])
    func noMIT(text: String) throws {
        #expect(try detector().expressions(in: text) == ["LicenseRef-scancode-garden"])
    }

    @Test("of two names as long that share their words the choice is heard")
    func widerName() throws {
        let detector = try makeDetector([
            .rule("name", "is_license_reference", of: "garden", "licensed under garden"),
            .rule("choice", "is_license_reference", of: "garden OR meadow", "garden or meadow"),
        ])
        #expect(detector.expressions(in: "licensed under garden or meadow") == [Self.whole])
    }

    private func detector() throws -> LicenseDetector {
        try makeDetector(
            ["garden", "meadow", "orchard"].map { .rule("name-\($0)", "is_license_reference", of: $0, "\($0) licence") }
                + [
                    .rule(
                        "words", "is_false_positive",
                        "or o oder the under ou la sous le of terms and later your option at mit")
                ])
    }
}
