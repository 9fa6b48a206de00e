// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inventory
import Testing

@testable import Reports

struct InventoryDiffReportTests {
    private let diff: InventoryDiff = {
        var later = Sample.inventory
        later.asOf = "2027-01-01T00:00:00Z"
        later.tool.index = "33.0.0"
        later.entries.removeFirst()
        later.entries[1].license = Sample.license("EUPL-1.2") { _ in }
        later.entries[2].name = "<b>|réparé"
        return InventoryDiff(from: Sample.inventory, to: later)
    }()

    @Test("a table says each change, the counts, and that the tool is another")
    func table() {
        let text = InventoryDiffReport(language: .english).table(diff)
        #expect(text.contains("github.com/etalab/sans-licence"))
        #expect(text.contains("no licence"))
        #expect(
            text.contains(
                "6 changes in 3 repositories, from 23 November 2026 (4 repositories) to 1 January 2027 (3 repositories)"
            ))
        #expect(text.contains("  vanished: 1\n"))
        #expect(text.contains("LicenseDB 33.0.0"))
        #expect(!text.contains("\u{1B}"))
    }

    @Test("in French, with French words and spaces before colons")
    func french() {
        let text = InventoryDiffReport(language: .french).table(diff)
        #expect(
            text.contains(
                "6 changements dans 3 dépôts, entre le 23\u{A0}novembre 2026 (4 dépôts) et le 1er\u{A0}janvier 2027 (3 dépôts)"
            ))
        #expect(text.contains("  disparu\u{A0}: 1\n"))
        #expect(text.contains("sans licence"))
    }

    @Test("in Markdown no repository's name is markup")
    func markdown() {
        let text = InventoryDiffReport(language: .english).markdown(diff)
        #expect(text.hasPrefix("# What changed in the inventory\n"))
        #expect(text.contains("| Repository | Change | Before | After |\n|---|---|---|---|\n"))
        #expect(text.contains("&lt;b>\\|réparé"))
    }

    @Test("nothing changed is said")
    func nothing() {
        let same = InventoryDiff(from: Sample.inventory, to: Sample.inventory)
        #expect(InventoryDiffReport(language: .english).table(same).hasPrefix("Nothing changed, from 23 November 2026"))
        var undated = Sample.inventory
        undated.asOf = nil
        #expect(
            InventoryDiffReport(language: .french).table(InventoryDiff(from: undated, to: Sample.inventory)).hasPrefix(
                "Rien n’a changé, entre un jour inconnu (4 dépôts) et le 23\u{A0}novembre 2026 (4 dépôts)\n"))
        #expect(InventoryDiffReport(language: .french).markdown(same).contains("Rien n’a changé"))
    }

    @Test("JSON holds every key, null where there is no value")
    func json() throws {
        let text = String(decoding: try InventoryDiffReport.json(diff), as: UTF8.self)
        #expect(text.contains("\"place\" : null"))
        #expect(try JSONDecoder().decode(InventoryDiff.self, from: Data(text.utf8)) == diff)
    }
}
