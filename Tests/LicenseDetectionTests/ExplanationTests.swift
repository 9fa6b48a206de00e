// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Why a text was read as it was: what was kept, what was dropped, and by which step.

import Testing

@testable import LicenseDetection

@Suite("Explaining what was found")
struct ExplanationTests {
    @Test("an explanation names what is missing, what was put in, and the step that dropped a match")
    func explanation() throws {
        let detector = try makeDetector([
            .license("garden", spdx: "Garden-1.0", Sample.garden),
            .rule("plum", "is_license_reference", of: "plum", "plum"),
        ])
        let text = Sample.garden.replacingOccurrences(of: "slugs", with: "fat snails") + "\nplum_count = 1\n"
        let explanation = try #require(Array(text.utf8).withUnsafeBytes { detector.explanation(of: $0) })
        let match = try #require(explanation.kept.first)
        #expect(explanation.kept.count == 1)
        #expect(match.missing == ["slugs"])
        #expect(match.inserted > 0 && match.ruleWords > 100 && match.reason == nil)
        #expect(explanation.dropped.contains { $0.match.rule == "plum.RULE" && $0.reason == .notAName })
        #expect([UInt8](repeating: 0, count: 9).withUnsafeBytes { detector.explanation(of: $0) } == nil)
    }
    @Test(
        "a rule for a wording that names no licence is shown as what won, and by name where it took words from another")
    func falsePositive() throws {
        let explanation = try explained(
            "the red plum jam recipe book",
            [
                .rule("jam", "is_false_positive", of: "plum", "red plum jam recipe"),
                .rule("book", "is_license_reference", of: "plum", "recipe book"),
                .rule("plum", "is_license_reference", of: "plum", "plum jam"),
            ])
        #expect(explanation.kept.isEmpty)
        #expect(
            reasons(explanation) == [
                "jam.RULE": .namesNoLicense, "book.RULE": .falsePositive(rule: "jam.RULE"),
                "plum.RULE": .contained(by: "jam.RULE"),
            ])
        #expect(explanation.dropped.first { $0.match.rule == "jam.RULE" }?.match.expression == "")
    }

    @Test("an SPDX tag is shown as it is written, and what it says in place of a rule")
    func tag() throws {
        let explanation = try explained(
            "// SPDX-License-Identifier: MIT\n// SPDX-License-Identifier:\n",
            [.rule("garden", "is_license_tag", of: "garden", "SPDX-License-Identifier: MIT")])
        #expect(explanation.kept.map(\.tag) == ["SPDX-License-Identifier: MIT"])
        #expect(explanation.kept.map(\.match.lines) == [1...1])
        #expect(explanation.dropped.map(\.reason) == [.saidByTag, .emptyTag])
        #expect(explanation.dropped.map(\.tag) == [nil, "SPDX-License-Identifier:"])
    }

    @Test("a tag that a text shows as an example, or that a rule reads better, is dropped for that")
    func droppedTag() throws {
        let text = Sample.garden.replacingOccurrences(of: "Nobody", with: "SPDX-License-Identifier: MIT\nNobody")
        let example = try explained(text, [.license("orchard", spdx: "Orchard", text)])
        #expect(reasons(example)[LicenseMatch.spdxTagRule] == .exampleTag(in: "orchard.LICENSE"))
        let odd = try explained(
            "SPDX-License-Identifier: plum juice",
            [.rule("juice", "is_license_tag", of: "garden", "SPDX-License-Identifier: plum juice")])
        #expect(odd.kept.map(\.match.rule) == ["juice.RULE"])
        #expect(reasons(odd)[LicenseMatch.spdxTagRule] == .tagReadByRule("juice.RULE"))
    }

    @Test("an \u{201C}or later\u{201D} that stands after the rule's words is told apart from what the rule says")
    func laterVersion() throws {
        let explanation = try explained(
            "Released under the GNU GPL v3, or (at your option) any later version.",
            [
                .license("gpl-3.0", spdx: "GPL-3.0-only", Sample.harbour),
                .rule("name", of: "gpl-3.0", "released under the gnu gpl v3"),
                .rule("other", "any later version of the story"),
            ])
        let entry = try #require(explanation.kept.first)
        #expect(entry.match.expression == "GPL-3.0-or-later")
        #expect(entry.ruleSays == "GPL-3.0-only")
    }

    private func explained(_ text: String, _ rules: [TestRule]) throws -> DetectionExplanation {
        let detector = try makeDetector(
            rules + [
                .license("garden", spdx: "Garden-1.0", Sample.garden), .license("plum", spdx: "Plum", Sample.garden2),
            ])
        return try #require(Array(text.utf8).withUnsafeBytes { detector.explanation(of: $0) })
    }

    private func reasons(_ explanation: DetectionExplanation) -> [String: DropReason] {
        Dictionary(explanation.dropped.compactMap { entry in entry.reason.map { (entry.match.rule, $0) } }) { a, _ in a
        }
    }
}
