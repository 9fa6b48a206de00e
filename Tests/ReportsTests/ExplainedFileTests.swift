// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `identify --explain`, as a person reads it. Needs $CODESCAN_INDEX.

import Foundation
import Inventory
import LicenseDetection
import Testing

@testable import Reports

@Suite("Explaining a file", .enabled(if: ProcessInfo.processInfo.environment["CODESCAN_INDEX"] != nil))
struct ExplainedFileTests {
    @Test("a match is shown with its rule and words, and what was dropped with the step", arguments: Language.allCases)
    func text(language: Language) throws {
        let path = NSTemporaryDirectory() + "/codescan-explained-" + UUID().uuidString
        try Data("Released under the MIT License.\nint license_gpl;\n".utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let index = try LicenseIndex(
            contentsOfFile: try #require(ProcessInfo.processInfo.environment["CODESCAN_INDEX"]))
        let text = try ExplainedFile(path: path, LicenseDetector(index: index), language: language).text()
        #expect(text.hasPrefix("\(path): MIT\n"))
        #expect(text.contains(language("✓ MIT: line 1, ", "✓ MIT: ligne 1, ")))
        #expect(text.contains(language("coverage 100", "couverture 100")))
        #expect(text.contains(language("part of an identifier", "partie d’un identifiant")))
    }
}
