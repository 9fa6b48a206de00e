// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Where matches are weighed against one another: near twins, composites, lists, tags, names and versions. The rules are
// our own, so that each test shows one decision.

import Foundation
import Testing

@testable import LicenseDetection

@Suite("Telling matches apart")
struct TwinsAndNamesTests {
    /// Two licences of one family: the second forbids trade and is called so.
    private static let twins: [TestRule] = [
        .license("orchard", spdx: "Orchard-1.0", "Orchard License version 1 0\n" + Sample.garden),
        .license("orchard-2", spdx: "Orchard-2.0", "Orchard License version 2 0\n" + Sample.garden),
        .license(
            "orchard-nc", spdx: "Orchard-NC-1.0",
            "Orchard NonCommercial License version 1 0\n" + Sample.garden
                + "\nEvery use stays noncommercial, and so does every noncommercial share of it."),
    ]

    @Test(
        "near twins are told apart by a version's number and by the words of a name",
        arguments: [
            ("Orchard License, version 1.0", "", "Orchard-1.0"), ("Orchard License, version 2.0", "", "Orchard-2.0"),
            (
                "Orchard NonCommercial License, version 1.0",
                "Every use stays noncommercial, and so does every noncommercial share of it.", "Orchard-NC-1.0"
            ),
        ])
    func versions(title: String, end: String, expected: String) throws {
        let detector = try makeDetector(Self.twins)
        // Edited, so that none of them stands there word for word.
        let body = Sample.garden.replacingOccurrences(of: "slugs", with: "snails")
        #expect(detector.expressions(in: "\(title)\n\(body)\n\(end)") == [expected])
    }

    @Test("a long exact match does not hide the longer rule that holds it")
    func containing() throws {
        let rest = Sample.prose + "\nThere is no warranty for the view, and nobody is liable for the clouds."
        let detector = try makeDetector([
            .rule("part", "is_license_text", of: "part", Sample.garden),
            .rule("whole", "is_license_text", of: "whole", Sample.garden + "\n" + rest),
        ])
        let edited = rest.replacingOccurrences(of: "two boats", with: "three boats")
        #expect(detector.expressions(in: Sample.garden + "\n" + edited) == ["LicenseRef-scancode-whole"])
        #expect(detector.expressions(in: Sample.garden) == ["LicenseRef-scancode-part"])
    }

    @Test("a paragraph put in after a licence's title is one change, and hides it behind no twin without a title")
    func paragraphPutIn() throws {
        let lines = Sample.garden.split(separator: "\n").map(String.init)
        let twin = lines.dropFirst().dropLast().joined(separator: "\n")
        let detector = try makeDetector([
            .license("garden", spdx: "Garden-1.0", Sample.garden), .license("twin", spdx: "Twin", twin),
        ])
        let text = [lines[0], Sample.prose, Sample.prose] + lines.dropFirst()
        #expect(detector.expressions(in: text.joined(separator: "\n")) == ["Garden-1.0"])
        #expect(detector.expressions(in: twin) == ["Twin"])
    }

    @Test("a licence whose appendix is cut off in the middle is not a shorter one and the notice in what is left of it")
    func appendixCutOff() throws {
        let notice = "Hang up the note that the seeds are given under the orchard licence, this one or a later one"
        let left = "How to give seeds away. \(Sample.prose)\n\(notice).\n"
        let detector = try makeDetector([
            .license(
                "garden", spdx: "Garden-1.0", Sample.garden + "\n" + left + Sample.prose + "\n" + Sample.harbour),
            .rule("body", "is_license_text", of: "short", Sample.garden),
            .rule("notice", of: "orchard", notice),
        ])
        #expect(detector.expressions(in: Sample.garden + "\n" + left) == ["Garden-1.0"])
        #expect(detector.expressions(in: Sample.garden) == ["LicenseRef-scancode-short"])
        #expect(detector.expressions(in: notice) == ["LicenseRef-scancode-orchard"])
    }

    @Test(
        "a name and the licence's field or part after it are two statements",
        arguments: [
            ("The garden licence applies.", true), ("see the garden\nlicence", true),
            ("/* the garden\n * licence */", true), ("garden licence: see below", true),
            ("The **garden** licence: see below", true), (#"under the "garden" licence: see below"#, true),
            (#"<book name="garden" license="x">"#, false), (#"{"keywords":["garden"],"license":"x"}"#, false),
            (#"{"keywords": ["garden"], "license": "x"}"#, false), ("tags: [garden]\nlicense: x", false),
            ("name = 'garden'\nlicense = 'x'", false), ("keywords='garden', license='x'", false),
            (#"`garden:"licence"`"#, false),
            ("(see the garden)\n- Licence of things", false),
            ("A book about the garden\n\nLicence", false), ("All about the garden.\nLicence\n-------", false),
        ])
    func statements(text: String, isName: Bool) throws {
        let detector = try makeDetector([.rule("name", "is_license_reference", "garden licence")])
        #expect(detector.matches(in: text).count == (isName ? 1 : 0))
    }

    @Test(
        "a name after a file's name or an address, or in a row of values, is none",
        arguments: [
            ("licence json", 1), ("license: JSON", 1), ("read license.json first", 0), ("the json license.json", 0),
            ("['license.json'](./license.json)", 0), ("LICENSE.JSON", 1),
            ("licence\n\njson", 1), ("see https://example.org/LICENSE\n\njson", 0), ("Cal-1.0", 1), ("Cal 1.0", 1),
            ("Cl = [Cal, 1.0 - Cal]", 0), ("under the licence Cal, 1.0", 1),
        ])
    func noNames(text: String, count: Int) throws {
        let detector = try makeDetector([
            .rule("json", "is_license_tag", "license: JSON"), .rule("json-2", "is_license_tag", "JSON license"),
            .rule("cal", "is_license_reference", "CAL-1.0"),
        ])
        #expect(detector.matches(in: text).count == count)
    }

    @Test(
        "a GNU licence's bare name takes the version that stands beside it",
        arguments: [
            ("under the GNU Plum Licence", "GPL-1.0-or-later"),
            ("under version 2.0 of the GNU Plum Licence", "GPL-2.0-only"),
            ("under the GNU Plum Licence, version 2", "GPL-2.0-only"),
            ("under the GNU Plum Licence (v3+)", "GPL-3.0-or-later"),
            ("under the GNU Plum Licence, either version 3 or any later version", "GPL-3.0-or-later"),
            ("under the GNU Plum Licence, version 7", "GPL-1.0-or-later"),
            ("since version 2 we chose the GNU Plum Licence", "GPL-1.0-or-later"),
        ])
    func versionBeside(text: String, expected: String) throws {
        let detector = try makeDetector([
            .license("gpl-1.0-plus", spdx: "GPL-1.0-or-later", Sample.garden),
            .rule("name", "is_license_reference", of: "gpl-1.0-plus", "GNU Plum Licence"),
            .rule("words", "is_false_positive", of: "gpl-1.0-plus", "version 2 0 either any later v3+ of the"),
        ])
        #expect(detector.expressions(in: text) == [expected])
    }

    @Test("a name in a longer insertion is still a part of a text of a thousand words, even where the rule is a notice")
    func longAsides() throws {
        let words = (0..<1_200).map { "leaf\($0)" }
        let detector = try makeDetector([
            .rule("code", of: "garden", words.joined(separator: " ")),
            .rule("name", "is_license_reference", of: "meadow", "the meadow licence"),
        ])
        func edited(_ inserted: Int) -> String {
            let others = (0..<inserted).map { "stone\($0)" }
            return (words[..<1_000] + others + ["under", "the", "meadow", "licence"] + words[1_000...])
                .joined(separator: " ")
        }
        #expect(detector.expressions(in: edited(40)) == ["LicenseRef-scancode-garden"])
        #expect(detector.expressions(in: edited(90)).contains("LicenseRef-scancode-meadow"))
    }

    @Test("a table of licences names many and grants none")
    func lists() throws {
        let names = (1...20).map { "herb\($0)" }
        let detector = try makeDetector(
            names.map { .rule($0, "is_license_reference", of: $0, "\($0) licence") })
        let table = names.map { "  \"\($0)\": \"\($0) licence\"," }.joined(separator: "\n")
        #expect(detector.expressions(in: table).isEmpty)
        #expect(detector.expressions(in: "Under the herb7 licence.") == ["LicenseRef-scancode-herb7"])
    }

    @Test("the address of a link inside a whole text is part of the text")
    func asides() throws {
        let detector = try makeDetector([
            .license("garden", spdx: "Garden-1.0", Sample.garden),
            .rule("link", "is_license_reference", of: "meadow", "https://meadow.example/licence"),
        ])
        let linked = Sample.garden.replacingOccurrences(of: "slugs", with: "[slugs](https://meadow.example/licence)")
        #expect(detector.expressions(in: linked) == ["Garden-1.0"])
        #expect(detector.expressions(in: "See https://meadow.example/licence") == ["LicenseRef-scancode-meadow"])
    }

    @Test(
        "a short name is one where a person would read it so",
        arguments: [
            ("* @license PLUM", 1), ("__license__ = \"PLUM\"", 1), ("spec.license = \"PLUM\"", 1),
            ("https://example.org/PLUM-LICENSE.txt", 1), ("FIG/PLUM", 1), ("src/plum/index.js", 0),
            ("license_plum = 1", 0), ("my-plum", 0), ("plum_count", 0),
        ])
    func names(text: String, count: Int) throws {
        let detector = try makeDetector([
            .rule("plum", "is_license_reference", of: "plum", "plum"),
            .rule("plum-license", "is_license_reference", of: "plum", "plum license"),
            .rule("license-plum", "is_license_tag", of: "plum", "license plum"),
        ])
        #expect(detector.matches(in: text).count == count, "\(text)")
    }

    @Test("a name without a version is not the licence whose version differs from the one that follows")
    func otherVersion() throws {
        let detector = try makeDetector([
            .license("fern-2.0", spdx: "Fern-2.0", Sample.garden),
            .rule("fern", "is_license_reference", of: "fern-2.0", "the fern software license"),
        ])
        #expect(detector.expressions(in: "The Fern Software License") == ["Fern-2.0"])
        #expect(detector.expressions(in: "The Fern Software License, Version 2.0") == ["Fern-2.0"])
        #expect(detector.expressions(in: "The Fern Software License, Version 1.1").isEmpty)
    }

    @Test("\"licence\", \"license\" and their plurals are one word")
    func spellings() throws {
        let detector = try makeDetector([.rule("garden", "released under the garden licence")])
        #expect(detector.expressions(in: "Released under the Garden License") == ["LicenseRef-scancode-garden"])
    }

    @Test(
        "a name that goes on to another SPDX identifier names that one, or nothing",
        arguments: [
            ("This is licensed under MIT-0.", []), ("licensed under MIT-Modern-Variant, see LICENSE", []),
            ("This is licensed under MIT.", ["MIT"]), ("licensed under MIT - see LICENSE", ["MIT"]),
            ("an MIT-licensed thing, licensed under MIT-like terms", ["MIT"]),
        ] as [(String, [String])])
    func identifiers(text: String, expected: [String]) throws {
        let detector = try makeDetector([
            .license("mit", spdx: "MIT", Sample.garden),
            .rule("mit_1", "is_license_reference", of: "mit", "licensed under MIT"),
        ])
        #expect(detector.expressions(in: text) == expected)
    }
}
