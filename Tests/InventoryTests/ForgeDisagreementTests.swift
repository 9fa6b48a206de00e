// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

import Forges
import Foundation
import Inventory
import TestSupport
import Testing

@Suite("Where the forge's licence is another than the conclusion, the entry says so", .enabled(if: Support.isReady))
struct ForgeDisagreementTests {
    @Test(
        "a forge names one licence, in its own spelling, and never 'or later'",
        arguments: [
            // GitHub's spelling, GitLab's, and what either says when it cannot tell.
            ("MIT", "mit", nil), ("mit", "mit", nil), ("MIT", "apache-2.0", "forge.example.org says MIT"),
            ("GPL-3.0", "gpl-3.0", nil), ("gpl-3.0", "gpl-3.0", nil),
            ("LGPL-3.0", "gpl-3.0", "forge.example.org says LGPL-3.0"),
            ("NOASSERTION", "cecill-2.1", "forge.example.org says NOASSERTION"),
            ("other", "mit", "forge.example.org says other"), (nil, "mit", nil),
        ] as [(String?, String, String?)])
    func disagreement(said: String?, key: String, expected: String?) async throws {
        let folder = try TemporaryFolder()
        let repository = try TestRepository(at: folder.path("f/forge.example.org/o/r.git"), bare: true)
        try repository.commit(["LICENSE": try Support.text(key), "a.c": "int main(void) { return 0; }"])
        var record = ForgeRecord(kind: .github, host: "forge.example.org", owner: "o", name: "r")
        record.license = said
        try folder.write(
            String(decoding: try JSONEncoder().encode(record), as: UTF8.self), to: "f/forge.example.org/o/r.forge.json")
        let entry = try #require(try await Support.inventory(folder.path("f")).entries.first)
        #expect(entry.license.expression != nil)
        #expect(entry.forgeDisagreement == expected)
    }
}
