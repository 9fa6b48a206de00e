// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `identify --explain`, as a person reads it. Needs $CODESCAN_INDEX.

import Foundation
import Inventory
import Languages
import LicenseDetection
import Testing

@testable import Reports

@Suite("Explaining a file", .enabled(if: ProcessInfo.processInfo.environment["CODESCAN_INDEX"] != nil))
struct ExplainedFileTests {
    @Test("a match is shown with its rule and words, and what was dropped with the step", arguments: Language.allCases)
    func text(language: Language) throws {
        let text = try explained("Released under the MIT License.\nint license_gpl;\n", language)
        #expect(text.hasPrefix("MIT\n"))
        #expect(text.contains(language("✓ MIT: line 1, ", "✓ MIT\u{A0}: ligne 1, ")))
        #expect(text.contains(language("coverage 100", "couverture 100")))
        #expect(text.contains(language("part of an identifier", "partie d’un identifiant")))
    }

    @Test(
        "a tag is shown as it is written, an empty one as empty, and an \u{201C}or later\u{201D} with the rule's own words"
    )
    func tags() throws {
        let text = try explained(
            "// SPDX-License-Identifier: Apache-2.0 OR MIT\n// SPDX-License-Identifier:\n", .english)
        #expect(text.contains("reads: SPDX-License-Identifier: Apache-2.0 OR MIT"))
        #expect(text.contains("dropped: the tag has no value"))
        let later = try explained("Licensed under the GNU GPL v3, or, as you prefer, any later version.", .french)
        #expect(later.contains("la règle dit GPL-3.0-only"))
    }

    /// What is said of a file with this content, after its path.
    private func explained(_ content: String, _ language: Language) throws -> String {
        let path = NSTemporaryDirectory() + "/codescan-explained-" + UUID().uuidString
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let index = try LicenseIndex(
            contentsOfFile: try #require(ProcessInfo.processInfo.environment["CODESCAN_INDEX"]))
        let text = try ExplainedFile(path: path, LicenseDetector(index: index), language: language).text()
        return String(text.dropFirst(path.count + 2))
    }
}
