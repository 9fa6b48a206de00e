// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What an inventory says of a past day: content by first parents and committer dates, and publication only as proven.

import Forges
import Foundation
import Git
import TestSupport
import Testing

@testable import Inventory

@Suite("As of a day", .enabled(if: Support.isReady, "needs the index: run make test"))
struct TimeTravelTests {
    private let folder: TemporaryFolder
    private let repository: TestRepository
    private var path: String { folder.path("f/example.org/o/r.git") }

    init() throws {
        folder = try TemporaryFolder()
        repository = try TestRepository(at: folder.path("f/example.org/o/r.git"), bare: true)
    }

    /// No licence in 2018, MIT from 2019, the EUPL from 2022.
    private func commitThreeTimes() throws -> [String] {
        [
            try repository.commit(["a.py": "1"], date: "1514808000 +0000"),
            try repository.commit(["a.py": "1", "LICENSE": Support.text("mit")], date: "1546344000 +0000"),
            try repository.commit(["a.py": "2", "LICENSE": Support.text("eupl-1.2")], date: "1641038400 +0000"),
        ]
    }

    private func inventory(_ day: String, corrections: String? = nil) async throws -> Inventory {
        var options = InventoryOptions()
        options.asOf = GitDate(endOfDay: day)
        let accounts = try corrections.map {
            try ForgeAccounts(contentsOf: folder.write($0, to: "inventory.yml"))
        }
        return try await InventoryRun(options: options, accounts: accounts, index: Support.index())
            .run(paths: [folder.path("f")]) { _ in }
    }

    private func entry(_ day: String, corrections: String? = nil) async throws -> InventoryEntry {
        try await inventory(day, corrections: corrections).entries[0]
    }

    @Test("the content, the licence, its date and the inventory's are those of the day")
    func content() async throws {
        let commits = try commitThreeTimes()
        let inventory = try await inventory("2020-06-30")
        let entry = inventory.entries[0]
        #expect(inventory.asOf == "2020-06-30T23:59:59Z")
        #expect(inventory.pastDate == "2020-06-30T23:59:59Z")
        #expect(entry.head == .init(branch: "main", commit: commits[1], date: "2019-01-01T12:00:00Z"))
        #expect(entry.swhid == "swh:1:rev:\(commits[1])")
        #expect(entry.license.expression?.description == "MIT")
        #expect(entry.license.since == "2019-01-01T12:00:00Z")
        #expect(try await self.entry("2018-12-31").license.status == .missing)
        // The day counts whole.
        #expect(try await self.entry("2022-01-01").license.expression?.description == "EUPL-1.2")
        #expect(try await self.entry("2021-12-31").license.expression?.description == "MIT")
    }

    @Test("a committer's clock that runs ahead gives the inventory no day that is still to come")
    func clockAhead() async throws {
        _ = try commitThreeTimes()
        let ahead = try TestRepository(at: folder.path("f/example.org/o/ahead.git"), bare: true)
        try ahead.commit(["a.py": "1"], date: "4070908800 +0000")
        let inventory = try await InventoryRun(options: InventoryOptions(), accounts: nil, index: Support.index())
            .run(paths: [folder.path("f")]) { _ in }
        #expect(inventory.entries.map(\.head?.date) == ["2099-01-01T00:00:00Z", "2022-01-01T12:00:00Z"])
        #expect(inventory.asOf == "2022-01-01T12:00:00Z")
    }

    @Test("before its first commit a repository is empty, which is no error")
    func beforeTheFirst() async throws {
        _ = try commitThreeTimes()
        let entry = try await entry("2017-12-31")
        #expect(entry.kind == .empty && entry.head == nil && entry.swhid == nil)
        #expect(entry.kindReason == "no commit yet on that day: the first is of 1 January 2018")
        #expect(entry.license.explanation == "The repository had no commit yet on that day.")
        #expect(entry.errors.isEmpty)
    }

    @Test("beyond the end of a shallow clone nothing is claimed, and the date of the licence is not known")
    func shallow() async throws {
        _ = try commitThreeTimes()
        try repository.git(
            "clone", "-q", "--bare", "--depth", "1", "file://" + path, folder.path("f/example.org/o/s.git"))
        let entries = try await inventory("2020-06-30").entries
        #expect(entries[1].name == "s" && entries[1].head == nil && entries[1].kind == nil)
        #expect(entries[1].errors.count == 1 && entries[1].errors[0].contains("git fetch --unshallow"))
        let today = try await inventory("2023-01-01").entries[1].license
        #expect(today.expression?.description == "EUPL-1.2" && today.since == nil)
        #expect(today.sinceReason?.contains("shallow") == true)
    }

    private func writeRecord(created: String?, first: String?, last: String) throws {
        var record = ForgeRecord(kind: .gitlab, host: "example.org", owner: "o", name: "r")
        record.createdAt = created
        record.firstSeenAt = first
        record.lastSeenAt = last
        record.isFork = true
        record.isArchived = true
        let data = try JSONEncoder().encode(record)
        try folder.write(String(decoding: data, as: UTF8.self), to: "f/example.org/o/r.forge.json")
    }

    @Test("commits of 2018 in a repository that was first seen in 2023 prove no publication in 2020")
    func publication() async throws {
        _ = try commitThreeTimes()
        let none = try await entry("2020-06-30").publication
        #expect(none.status == .unproven && none.publishedBy == nil && none.reason.contains("codescan mirror"))

        try writeRecord(created: "2019-06-01T00:00:00Z", first: "2023-05-01T10:00:00Z", last: "2026-01-01T00:00:00Z")
        #expect(try await entry("2018-06-30").publication.status == .notYet)
        let unproven = try await entry("2020-06-30").publication
        #expect(unproven.status == .unproven && unproven.publishedBy == nil)
        #expect(unproven.reason.contains("1 May 2023"))
        let proven = try await entry("2023-05-01").publication
        #expect(proven.status == .proven && proven.publishedBy == "2023-05-01T10:00:00Z")
        let summary = try await inventory("2023-05-01").summary
        #expect(summary.byPublication == ["proven": 1, "unproven": 0, "notYet": 0])
        // Without a day, the record speaks of the time it was read.
        let today = try await Support.inventory(path).entries[0]
        #expect(today.publication.status == .proven)
    }

    @Test("what the forge says today of forks and archives is not said of an earlier day")
    func forgeFacts() async throws {
        _ = try commitThreeTimes()
        try writeRecord(created: nil, first: "2019-01-01T00:00:00Z", last: "2021-01-01T00:00:00Z")
        let before = try await entry("2020-06-30")
        #expect(before.fork == nil && before.archived == nil && before.forgeRecord?.isArchived == true)
        let after = try await entry("2021-01-01")
        #expect(after.fork == true && after.archived == true)
        #expect(try await Support.inventory(path).entries[0].archived == true)
    }

    @Test("corrections and ignored accounts follow the day")
    func corrections() async throws {
        _ = try commitThreeTimes()
        let file = """
            example.org:
              forge: gitlab
              owners:
                o: {pso_id: "1", ignored_since: 2023-01-01}
            corrections:
              - {repository: example.org/o/r, field: license.expression, value: ISC, reason: mail, who: AMDAC, date: 2021-01-01, expires: 2021-12-31}
            """
        let early = try await entry("2020-06-30", corrections: file)
        #expect(early.license.expression?.description == "MIT")
        #expect(early.corrections.map(\.stale) == ["it speaks of later content: it was made after that day"])
        #expect(try await entry("2021-06-30", corrections: file).license.expression?.description == "ISC")
        #expect(try await entry("2022-06-30", corrections: file).corrections.first?.stale == "it has expired")
        let ignored = try await inventory("2023-01-01", corrections: file)
        #expect(ignored.entries.isEmpty && ignored.ignored.count == 1)
    }

    @Test("an inventory that says nothing of publication is read")
    func olderInventory() throws {
        var object = try #require(
            try JSONSerialization.jsonObject(
                with: JSONEncoder().encode(InventoryEntry(at: RepositoryLocation(path: "r.git")))) as? [String: Any])
        object["publication"] = nil
        let data = try JSONSerialization.data(withJSONObject: object)
        #expect(try JSONDecoder().decode(InventoryEntry.self, from: data).publication == .untold)
    }
}
