// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What is kept from run to run.

import GRDB
import TestSupport
import Testing

@testable import Inventory

@Suite("The cache of findings", .enabled(if: Support.isReady, "needs the index: run make test"))
struct FindingsCacheTests {
    @Test("what another index or detector found is deleted, and what this one found is kept")
    func generations() async throws {
        let folder = try TemporaryFolder()
        let repository = try TestRepository(at: folder.path("f/example.org/o/r.git"), bare: true)
        try repository.commit(["LICENSE": try Support.text("mit"), "a.py": "1\n"])
        let path = folder.path("findings.sqlite")
        _ = try await Support.inventory(folder.path("f"), cache: path)
        let own = try rows(path, "generation LIKE '%-%'")
        #expect(own > 0)
        for other in ["0-older", "9-newer"] {
            try await DatabaseQueue(path: path).write { db in
                try db.execute(
                    sql: "INSERT INTO blob_findings SELECT ?, blob, extent, matches, notice FROM blob_findings "
                        + "WHERE generation <> '0-older'",
                    arguments: [other])
            }
        }
        _ = try await Support.inventory(folder.path("f"), cache: path)
        #expect(try rows(path, "generation IN ('0-older', '9-newer')") == 0)
        #expect(try rows(path, "1") == own)
    }

    @Test("what the cache gives back is concluded as what was read, though it keeps no places in a text")
    func sameConclusion() async throws {
        let folder = try TemporaryFolder()
        let repository = try TestRepository(at: folder.path("f/example.org/o/r.git"), bare: true)
        let license =
            "Outil is distributed under the MPL-2.0 license. It uses A, distributed under the MIT license.\n"
        try repository.commit(["LICENSE.md": license, "a.py": "1\n"])
        let path = folder.path("findings.sqlite")
        for _ in 1...2 {
            let entry = try await Support.inventory(folder.path("f"), cache: path).entries[0]
            #expect(entry.license.expression?.description == "MPL-2.0")
            #expect(entry.license.other == ["MIT"])
        }
    }

    private func rows(_ path: String, _ condition: String) throws -> Int {
        try DatabaseQueue(path: path).read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM blob_findings WHERE \(condition)") ?? 0
        }
    }
}
