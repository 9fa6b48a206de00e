// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What changed between two inventories, made by hand.

import Algorithms
import Forges
import Foundation
import Licensing
import Testing

@testable import Inventory

@Suite("What changed between two inventories")
struct InventoryDiffTests {
    private func entry(
        _ name: String, _ license: String? = nil, id: String? = nil, formerNames: [String] = [],
        _ change: (inout InventoryEntry) -> Void = { _ in }
    ) throws -> InventoryEntry {
        var entry = InventoryEntry(at: RepositoryLocation(path: .init("f/example.org/\(name).git")))
        let expression = try license.map { try LicenseExpression(parsing: $0) }
        entry.license.expression = expression
        entry.license.status = expression == nil ? .missing : .declared
        entry.license.freeSoftware = FreeSoftwareStatus(expression)
        entry.license.decree = DecreeFamily(expression)
        entry.kind = .software
        if id != nil || !formerNames.isEmpty {
            var record = ForgeRecord(kind: .gitlab, host: "example.org", owner: "o", name: "x")
            record.id = id
            record.formerNames = formerNames
            entry.forgeRecord = record
        }
        change(&entry)
        return entry
    }

    private func inventory(_ entries: [InventoryEntry], ignored: [IgnoredRepository] = []) -> Inventory {
        Inventory(
            tool: .init(name: "codescan", version: "1", index: "1"), asOf: "2025-01-01T00:00:00Z", entries: entries,
            ignored: ignored, problems: [])
    }

    /// "o/a license: MIT -> ISC", one a change.
    private func changes(_ old: [InventoryEntry], _ new: [InventoryEntry], ignored: [IgnoredRepository] = [])
        -> [String]
    {
        InventoryDiff(from: inventory(old), to: inventory(new, ignored: ignored)).changes.map { change in
            let place = change.place.map { " at \($0)" } ?? ""
            let name = change.repository.fullName.dropFirst("example.org/".count)
            return "\(name) \(change.what.rawValue)\(place): \(change.from ?? "-") -> \(change.to ?? "-")"
        }
    }

    @Test("an inventory does not differ from itself")
    func same() throws {
        let entries = [try entry("o/a", "MIT", id: "1"), try entry("o/b")]
        let diff = InventoryDiff(from: inventory(entries), to: inventory(entries))
        #expect(diff.changes.isEmpty)
        #expect(
            diff.summary.count == InventoryDiff.Change.What.allCases.count && diff.summary.values.allSatisfy { $0 == 0 }
        )
    }

    @Test("repositories appear and vanish, and an ignored one has not vanished")
    func comeAndGo() throws {
        let ignored = IgnoredRepository(
            forge: "example.org", owner: "o", name: "c", path: "f/example.org/o/c.git", since: "2024-05-01")
        #expect(
            changes(
                [try entry("o/a", "MIT"), try entry("o/b", "ISC"), try entry("o/c", "ISC")],
                [try entry("o/b", "ISC"), try entry("o/z", "EUPL-1.2")], ignored: [ignored])
                == ["o/a vanished: MIT -> -", "o/c ignored: ISC -> 2024-05-01", "o/z appeared: - -> EUPL-1.2"])
    }

    @Test("a new name of the same repository is told by the forge's identifier, or by its former names")
    func renamed() throws {
        #expect(
            changes([try entry("o/a", "MIT", id: "7")], [try entry("p/b", "MIT", id: "7")])
                == ["p/b renamed: example.org/o/a -> example.org/p/b"])
        #expect(
            changes([try entry("o/a", "MIT")], [try entry("p/b", "BSD-2-Clause", formerNames: ["example.org/o/a"])])
                == ["p/b renamed: example.org/o/a -> example.org/p/b", "p/b license: MIT -> BSD-2-Clause"])
        #expect(
            changes([try entry("o/a", id: "7")], [try entry("p/b", id: "8")])
                == ["o/a vanished: - -> -", "p/b appeared: - -> -"])
    }

    @Test("a repository that took over a name is another one")
    func nameTakenOver() throws {
        #expect(
            changes(
                [try entry("o/a", "MIT", id: "7")],
                [try entry("o/a", "ISC", id: "8"), try entry("o/b", "MIT", id: "7")])
                == ["o/a appeared: - -> ISC", "o/b renamed: example.org/o/a -> example.org/o/b"])
    }

    @Test("a licence that changes, changes its status and its family, too")
    func license() throws {
        #expect(
            changes([try entry("o/a", "MIT")], [try entry("o/a")]) == [
                "o/a licenseStatus: declared -> missing", "o/a license: MIT -> -", "o/a freeSoftware: free -> none",
                "o/a decree: permissive -> none",
            ])
    }

    @Test("a new contradiction is told by its words, an old one is not told again")
    func conflict() throws {
        let conflicting = try entry("o/a", "MIT") {
            $0.license.status = .conflicting
            $0.license.conflicts = ["package.json says ISC"]
        }
        let plain = try entry("o/a", "MIT")
        #expect(changes([plain], [conflicting]) == ["o/a newlyConflicting: declared -> package.json says ISC"])
        #expect(changes([conflicting], [conflicting]) == [])
        #expect(changes([conflicting], [plain]) == ["o/a licenseStatus: conflicting -> declared"])
    }

    @Test("a repository that could not be read has not lost its licence")
    func unreadable() throws {
        let broken = try entry("o/a") { $0.errors = ["the pack is corrupt"] }
        let read = try entry("o/a", "MIT")
        #expect(changes([read], [broken]) == ["o/a unreadable: - -> the pack is corrupt"])
        #expect(changes([broken], [read]) == ["o/a readable: the pack is corrupt -> -"])
        #expect(changes([broken], [broken]) == [])
    }

    @Test("notices are gained and lost by kind and path, whatever their lines")
    func notices() throws {
        func entry(_ kinds: [(AlgorithmNotice.Kind, String)], line: Int = 1) throws -> InventoryEntry {
            let notices = kinds.map { kind, path in
                #"{"path":"\#(path)","blob":"","kind":"\#(kind.rawValue)","lines":[\#(line),9],"elements":{},"#
                    + #""elementLines":{},"missing":[]}"#
            }
            let decoded = try JSONDecoder().decode(
                [NoticeFinding].self, from: Data("[\(notices.joined(separator: ","))]".utf8))
            return try self.entry("o/a") { $0.algorithms = decoded }
        }
        #expect(
            changes(
                [try entry([(.explicitMention, "README.md"), (.discussion, "b.md")])],
                [try entry([(.explicitMention, "README.md"), (.inventory, "a.md")], line: 5)])
                == ["o/a noticeGained at a.md: - -> inventory", "o/a noticeLost at b.md: discussion -> -"])
    }

    @Test("what the forge takes away is said, and what it has not been asked is no change")
    func forge() throws {
        let unknown = try entry("o/a")
        let listed = try entry("o/a", id: "1") { $0.archived = false }
        let gone = try entry("o/a", id: "1") {
            $0.archived = true
            $0.forgeRecord?.vanishedSince = "2025-01-01T00:00:00Z"
        }
        #expect(changes([unknown], [listed]) == [])
        #expect(
            changes([listed], [gone])
                == ["o/a removedFromForge: - -> 2025-01-01T00:00:00Z", "o/a archived: false -> true"])
        #expect(changes([gone], [listed]).first == "o/a listedAgain: 2025-01-01T00:00:00Z -> -")
    }

    @Test("two copies of a repository are told apart by their paths")
    func copies() throws {
        let one = try entry("o/a", "MIT") { $0.path = "x" }
        let two = try entry("o/a", "ISC") { $0.path = "y" }
        #expect(changes([one, two], [two, one]) == [])
        #expect(changes([one, two], [two]) == ["o/a vanished: MIT -> -"])
    }

    // MARK: Reading inventories back

    @Test("an inventory is read back from JSON and from JSON lines")
    func readBack() throws {
        let inventory = inventory([try entry("o/a", "MIT", id: "1"), try entry("o/b") { $0.errors = ["\n"] }])
        let encoder = JSONEncoder()
        #expect(try Inventory(encoder.encode(inventory), named: "a") == inventory)
        let lines = try inventory.entries.map { try encoder.encode($0) + Data("\n".utf8) }.reduce(Data(), +)
        #expect(try Inventory(lines, named: "a").entries == inventory.entries)
    }

    @Test("JSON lines are of the day of their newest HEAD, but for clocks that run ahead")
    func dateOfLines() throws {
        func dated(_ name: String, _ date: String) throws -> InventoryEntry {
            try entry(name, "MIT", id: name) {
                $0.head = .init(branch: nil, commit: String(repeating: "a", count: 40), date: date)
            }
        }
        let entries = [
            try dated("o/a", "2020-05-01T00:00:00Z"), try dated("o/b", "2021-04-27T10:00:00Z"),
            try dated("o/c", "2999-01-01T00:00:00Z"),
        ]
        let lines = try entries.map { try JSONEncoder().encode($0) + Data("\n".utf8) }.reduce(Data(), +)
        #expect(try Inventory(lines, named: "a").asOf == "2021-04-27T10:00:00Z")
    }

    @Test(
        "what is no inventory, or of a later format, or damaged, is refused with a reason",
        arguments: [
            ("", "a.json: is empty; codescan inventory PATH"),
            ("{\"schemaVersion\":1,\"entr", "a.json: is cut short, or no JSON"),
            ("[]", "a.json: is no inventory"),
            ("{\"a\":1}", "a.json: is no inventory"),
            ("forge,owner,name\n", "a.json: is no inventory"),
            ("{\"schemaVersion\":99,\"entries\":[]}", "a.json: is of format 99; this codescan reads 1"),
            ("{\"entries\":[]}", "a.json: is of format unknown"),
            ("{\"schemaVersion\":1,\"entries\":[{\"name\":3}]}", "a.json: is damaged at"),
        ])
    func refused(text: String, reason: String) {
        let error = #expect(throws: InventoryReadError.self) { try Inventory(Data(text.utf8), named: "a.json") }
        #expect(error?.description.hasPrefix(reason) == true, "\(error?.description ?? "")")
    }

    @Test("a file that is not there is named")
    func missing() {
        let error = #expect(throws: InventoryReadError.self) { try Inventory(contentsOfFile: "/nonexistent.json") }
        #expect(error?.description == "/nonexistent.json: no such file; check the path")
    }
}
