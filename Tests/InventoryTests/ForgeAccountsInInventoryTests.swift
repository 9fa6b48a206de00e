// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What inventory.yml changes in an inventory: who is ignored, and what a person knows better.

import Forges
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
        options.asOf = asOf
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
}
