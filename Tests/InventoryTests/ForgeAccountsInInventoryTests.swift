// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What inventory.yml changes in an inventory: who is ignored, and what a person knows better.

import Forges
import Foundation
import Git
import Inventory
import TestSupport
import Testing

@Suite("inventory.yml in an inventory", .enabled(if: Support.isReady, "needs the index: run make test"))
struct ForgeAccountsInInventoryTests {
    private let folder: TemporaryFolder
    private let accounts: ForgeAccounts

    init() throws {
        folder = try TemporaryFolder()
        for path in ["old/tool", "old/group/part", "new/tool"] {
            try TestRepository(at: folder.path("f/git.example.org/\(path).git"), bare: true).commit(["a.py": "1"])
        }
        accounts = try ForgeAccounts(
            contentsOf: folder.write(
                """
                git.example.org:
                  forge: gitea
                  owners:
                    old: {ignored_since: 2025-01-01}
                    new: {}
                corrections:
                  - {repository: git.example.org/new/tool, field: mirror, value: yes, reason: r, who: w, date: 2024-01-01}
                """, to: "inventory.yml"))
    }

    private func inventory(asOf: String) async throws -> Inventory {
        var options = InventoryOptions()
        options.sourceDate = GitDate(rfc3339: asOf)
        return try await InventoryRun(options: options, accounts: accounts, index: Support.index())
            .run(paths: [folder.path("f")]) { _ in }
    }

    @Test("an ignored account's repositories are left out of the entries, counted and named")
    func ignored() async throws {
        let inventory = try await inventory(asOf: "2025-01-01T00:00:00Z")
        #expect(inventory.entries.map(\.owner) == ["new"])
        #expect(inventory.summary.repositories == 1)
        #expect(inventory.summary.ignored == 2)
        #expect(
            inventory.ignored.map { "\($0.owner ?? "")/\($0.name) \($0.since)" } == [
                "old/tool 2025-01-01", "old/group/part 2025-01-01",
            ])
    }

    @Test("an inventory of an earlier day has them")
    func notYetIgnored() async throws {
        let inventory = try await inventory(asOf: "2024-12-31T00:00:00Z")
        #expect(inventory.entries.count == 3)
        #expect(inventory.ignored.isEmpty)
    }

    @Test("whether a repository is a mirror is not known until a person says so")
    func mirrors() async throws {
        let summary = try await inventory(asOf: "2024-12-31T00:00:00Z").summary
        #expect(summary.mirrors.yes == 1)
        #expect(summary.mirrors.no == 0)
        #expect(summary.mirrors.notKnown == 2)
    }
    @Test("what the forge says of a repository stands in its entry, and a person's word before it")
    func forgeRecord() async throws {
        var record = ForgeRecord(kind: .gitea, host: "git.example.org", owner: "new", name: "tool")
        (record.isFork, record.isMirror, record.url) = (true, false, "https://git.example.org/New/Tool")
        try folder.write(
            String(decoding: try JSONEncoder().encode(record), as: UTF8.self),
            to: "f/git.example.org/new/tool.forge.json")
        let entry = try #require(try await inventory(asOf: "2025-01-01T00:00:00Z").entries.first)
        #expect(entry.forgeRecord == record)
        #expect(entry.fork == true)
        #expect(entry.mirror == true)
        #expect(entry.archived == nil)
        #expect(entry.url == "https://git.example.org/New/Tool")
    }

    @Test("a damaged record is said in the entry, which is written all the same")
    func damagedRecord() async throws {
        try folder.write("{", to: "f/git.example.org/new/tool.forge.json")
        let entry = try #require(try await inventory(asOf: "2025-01-01T00:00:00Z").entries.first)
        #expect(entry.errors.count == 1)
        #expect(entry.errors.first?.contains("tool.forge.json: is not what a forge says") == true)
        #expect(entry.head != nil)
    }
}
