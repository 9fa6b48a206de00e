// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// How a folder of licences and rules is read, and what is said of a file that cannot be.

import Testing

@testable import LicenseDetection

@Suite("Rule files")
struct RuleFileTests {
    private func read(_ files: [TestRule]) throws -> RuleFolder {
        try TemporaryFolder(files).use { try RuleFolder(readingFrom: $0) }
    }

    @Test("a licence file gives a licence and the rule of its text")
    func licenseFile() throws {
        let folder = try read([.license("garden", spdx: "Garden-1.0", "Sow and share.")])
        #expect(folder.licenses.map(\.key) == ["garden"])
        #expect(folder.licenses.map(\.spdxIdentifier) == ["Garden-1.0"])
        #expect(folder.rules.map(\.identifier) == ["garden.LICENSE"])
        #expect(folder.rules.first?.isLicenseFile == true)
        #expect(folder.rules.first?.text == "Sow and share.\n")
    }

    @Test(
        "each kind of rule is told from its flag",
        arguments: zip(
            [
                "is_license_text", "is_license_notice", "is_license_reference", "is_license_tag", "is_license_intro",
                "is_license_clue", "is_false_positive",
            ], [RuleKind.text, .notice, .reference, .tag, .intro, .clue, .falsePositive]))
    func kinds(field: String, kind: RuleKind) throws {
        #expect(try read([.rule("r", field, "some words")]).rules.map(\.kind) == [kind])
    }

    @Test("relevance, minimum coverage and flags are read, percentages within 0 to 100")
    func facts() throws {
        let folder = try read([
            .rule("a", "x", facts: "relevance: 80", "minimum_coverage: 99.5", "is_continuous: yes"),
            .rule("b", "x", facts: "relevance: 250", "minimum_coverage: -3", "is_required_phrase: true"),
            .rule("c", "x", facts: "relevance: many", "is_continuous: no"),
        ])
        #expect(folder.rules.map(\.relevance) == [80, 100, 100])
        #expect(folder.rules.map(\.minimumCoverage) == [99, 0, 0])
        #expect(folder.rules.map(\.isContinuous) == [true, false, false])
        #expect(folder.rules.map(\.isRequiredPhrase) == [false, true, false])
    }

    @Test("a percentage that is no number is left out")
    func notANumber() throws {
        #expect(try read([.rule("a", "x", facts: "relevance: nan")]).rules.map(\.relevance) == [100])
    }

    @Test("lines may end as on Windows, and a text may hold dashes")
    func lineEnds() throws {
        let folder = try read([
            TestRule(
                path: "rules/r.RULE",
                content:
                    "---\r\nlicense_expression: garden\r\nis_license_notice: yes\r\n---\r\n\r\nsome\r\n---\r\nwords")
        ])
        #expect(folder.rules.map(\.expression) == ["garden"])
        #expect(folder.rules.map(\.text) == ["\nsome\n---\nwords"])
    }

    @Test("deprecated files are left out, and a licence without a text gives no rule")
    func leftOut() throws {
        let folder = try read([
            TestRule(path: "licenses/old.LICENSE", content: "---\nkey: old\nis_deprecated: yes\n---\nwords"),
            TestRule(path: "licenses/bare.LICENSE", content: "---\nkey: bare\n---\n\n"),
            .rule("old", "words", facts: "is_deprecated: yes"), .rule("new", "words"),
        ])
        #expect(folder.licenses.map(\.key) == ["bare"])
        #expect(folder.licenses.map(\.spdxIdentifier) == ["LicenseRef-scancode-bare"])
        #expect(folder.rules.map(\.identifier) == ["new.RULE"])
    }

    @Test(
        "a file that cannot be used is refused by its name, with what is wrong",
        arguments: [
            ("rules/bad.RULE", "no front matter", "does not begin with front matter"),
            ("rules/bad.RULE", "", "does not begin with front matter"),
            ("rules/bad.RULE", "---\nis_license_notice: yes\n", "does not begin with front matter"),
            ("rules/bad.RULE", "---\n---\nwords", "does not say what the text is"),
            ("rules/bad.RULE", "---\nlicense_expression: mit\n---\nwords", "does not say what the text is"),
            ("rules/bad.RULE", "---\nis_license_text: yes\n---\nwords", "no \"license_expression\""),
            ("rules/bad.RULE", "---\nis_license_text: [yes\n---\nwords", "not YAML"),
            ("licenses/bad.LICENSE", "---\nname: Bad\n---\nwords", "no \"key\""),
            ("licenses/bad.LICENSE", "---\n---\n", "no \"key\""),
        ])
    func refused(path: String, content: String, reason: String) throws {
        let error = try #require(throws: LicenseIndexError.self) {
            _ = try read([.rule("good", "words"), TestRule(path: path, content: content)])
        }
        #expect(error.description.contains("/" + path))
        #expect(error.description.contains(reason))
    }

    @Test("a folder without rules is refused, and so is one that is not there")
    func noRules() throws {
        #expect(throws: LicenseIndexError.self) { try read([]) }
        #expect(throws: LicenseIndexError.noRules(path: "/nowhere")) { try RuleFolder(readingFrom: "/nowhere") }
    }

    @Test(
        "expressions are written in SPDX identifiers",
        arguments: [
            ("garden", "Garden-1.0"), ("GARDEN", "Garden-1.0"), ("harbour", "LicenseRef-scancode-harbour"),
            ("garden and (harbour or garden)", "Garden-1.0 AND (LicenseRef-scancode-harbour OR Garden-1.0)"),
            ("garden WITH harbour", "Garden-1.0 WITH LicenseRef-scancode-harbour"),
            ("nobody-knows", "LicenseRef-scancode-nobody-knows"), ("CECILL-2.1", "CECILL-2.1"),
            ("LicenseRef-ours", "LicenseRef-ours"), ("", ""), ("garden\nAND garden", "Garden-1.0 AND Garden-1.0"),
        ])
    func translation(expression: String, spdx: String) throws {
        let folder = try read([
            .license("garden", spdx: "Garden-1.0", "x"),
            TestRule(path: "licenses/harbour.LICENSE", content: "---\nkey: harbour\n---\ny"),
        ])
        #expect(ExpressionTranslator(folder.licenses).translate(expression) == spdx)
    }

    @Test("the same files give the same index, and a rule with another's words is counted once")
    func determinism() throws {
        let files = Sample.rules + [.rule("twin", Sample.garden), .rule("short", "garden licence")]
        let first = try indexBytes(files)
        #expect(try indexBytes(files.reversed()) == first)
        let metadata = try makeDetector(files).index.metadata
        #expect(metadata.duplicateRules == 1)
        #expect(metadata.licenses == 4)
        #expect(metadata.rules == 5)
    }

    @Test("a rule without words gives its front matter to the rule of that name in an earlier folder, and to no other")
    func correction() throws {
        let given = try TemporaryFolder(
            Sample.rules + [.rule("wrong", "the third field"), .rule("right", "the fourth field")])
        let ours = try TemporaryFolder([
            .rule("wrong", of: "harbour", "\n"), .rule("nobody", of: "harbour", ""), .rule("own", "the fifth field"),
            .rule("garden-nc.LICENSE", of: "harbour", ""),
        ])
        let detector = try given.use { given in
            try ours.use { try makeDetector(folders: [given, $0]) }
        }
        #expect(detector.expressions(in: "the third field") == ["Harbour"])
        #expect(detector.expressions(in: "the fourth field") == ["Garden-1.0"])
        #expect(detector.expressions(in: "the fifth field") == ["Garden-1.0"])
        #expect(detector.expressions(in: Sample.gardenWithoutCompost) == ["Harbour"])
        #expect(detector.matches(in: Sample.gardenWithoutCompost).map(\.rule) == ["garden-nc.LICENSE"])
    }

    @Test("the facts of the licences can be read back")
    func licenseFacts() throws {
        let licenses = try makeDetector(Sample.rules).index.licenses
        #expect(licenses.map(\.key) == ["garden", "garden-2", "garden-nc", "harbour"])
        #expect(licenses.map(\.spdxIdentifier) == ["Garden-1.0", "Garden-2.0", "Garden-short-1.0", "Harbour"])
        #expect(licenses.allSatisfy { $0.category == "Permissive" && !$0.isException && !$0.isUnknown })
    }
}
