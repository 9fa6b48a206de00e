// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The rules of docs/track.md: what evidence concludes, and what becomes of what a person wrote.

import Git
import Licensing
import Testing

@testable import Inventory
@testable import Tracking

struct StatusTests {
    private static let base = "https://example.org/o/"

    /// One repository of each state.
    private static let states = inventory(["example.org/o/open"]).with(
        entry("example.org/o/none", nil), entry("example.org/o/data", "etalab-2.0"),
        entry("example.org/o/closed", "CC-BY-NC-4.0"),
        entry("example.org/o/unknown").with { $0.license.freeSoftware = .unknown },
        entry("example.org/o/empty", nil).with { $0.kind = .empty },
        entry("example.org/o/vanished").recorded { $0.vanishedSince = "2026-03-08T06:00:00Z" },
        entry("example.org/o/broken", nil).with { $0.kind = nil }, entry("example.org/p/other"))

    private func row(
        _ url: String, _ status: String = "", date: String = "", _ change: (inout TrackingOptions) -> Void = { _ in }
    )
        throws -> TrackedRow
    {
        try tracked([.url: url, .status: status, .expectedDate: date], in: Self.states, change)
    }

    @Test(
        "an empty status is filled in by what the repositories are",
        arguments: [
            ("open", "Disponible", StatusRule.open), ("none", "Partiellement disponible", .noLicense),
            ("data", "Partiellement disponible", .dataLicense), ("closed", "Partiellement disponible", .notFree),
            ("unknown", "Partiellement disponible", .unknownLicense), ("empty", "Partiellement disponible", .empty),
            ("vanished", "Non disponible", .vanished), ("gone", "", .absent), ("broken", "", .unread),
            ("open https://example.org/o/open/blob/main/a", "Disponible", .open),
            ("open https://example.org/o/none", "Partiellement disponible", .partOfRepositories),
            ("open https://example.org/o/vanished", "Partiellement disponible", .partOfRepositories),
            ("none https://example.org/o/empty", "Partiellement disponible", .noneFree),
            ("none https://example.org/o/vanished", "Partiellement disponible", .noneFree),
            ("empty https://example.org/o/vanished", "Partiellement disponible", .noneFree),
            ("none https://example.org/o/none.git", "Partiellement disponible", .noLicense),
            ("vanished https://example.org/o/gone", "", .vanished),
            ("open https://elsewhere.example/a/b", "", .notLookedAt), ("open https://example.org/p/gone", "", .absent),
            ("open https://example.org/o/broken", "", .unread),
            ("none https://elsewhere.example/a/b", "Partiellement disponible", .noLicense),
            ("vanished https://elsewhere.example/a/b", "", .vanished),
        ])
    func filled(_ repositories: String, _ status: String, _ rule: StatusRule) throws {
        let row = try row(Self.base + repositories)
        #expect(row.cells[.status] == status)
        #expect(row.rule == rule)
    }

    @Test("ministries count each repository once, and with a licence whatever is not without one")
    func ministries() {
        let ministries = Self.states.ministries
        #expect(ministries.map(\.repositories).reduce(0, +) == Self.states.entries.count)
        let undeclared = entry("example.org/o/undeclared", nil).with {
            $0.license.freeSoftware = .unknown
            $0.administration = .init(psoId: "1", name: "A", ministry: "M")
        }
        let other = entry("example.org/o/other", nil).with { $0.administration = undeclared.administration }
        let activity = inventory([]).with(undeclared, other).ministries[0]
        #expect(activity.ministry == "M")
        #expect([activity.repositories, activity.withLicense, activity.free] == [2, 1, 0])
    }

    @Test(
        "what a person wrote is kept unless evidence proves another status",
        arguments: [
            // repository, written, afterwards, whether the contradiction is said
            ("open", "Disponible", "Disponible", false), ("none", "Disponible", "Partiellement disponible", false),
            ("vanished", "Disponible", "Non disponible", false), ("open", "Planifié", "Disponible", false),
            ("none", "Planifié", "Partiellement disponible", false), ("empty", "Planifié", "Planifié", false),
            ("vanished", "Planifié", "Planifié", true),
            ("empty https://example.org/o/vanished", "Planifié", "Planifié", false),
            ("none https://example.org/o/vanished", "Planifié", "Partiellement disponible", false),
            ("open", "Non disponible", "Disponible", false),
            ("open", "Partiellement disponible", "Partiellement disponible", true),
            ("none", "Partiellement disponible", "Partiellement disponible", false),
            ("vanished", "Partiellement disponible", "Non disponible", false),
            ("open", "Disponible sur data.gouv.fr", "Disponible sur data.gouv.fr", false),
            ("none", "Disponible sur data.gouv.fr", "Disponible sur data.gouv.fr", true),
            ("vanished", "Disponible sur data.gouv.fr", "Disponible sur data.gouv.fr", true),
            ("open", "En cours", "Disponible", false), ("broken", "En cours", "En cours", false),
            ("broken", "Disponible", "Disponible", false), ("open", " DISPONIBLE ", " DISPONIBLE ", false),
            ("empty", "planifie", "planifie", false),
            ("none", "partiellement  disponible", "partiellement  disponible", false),
        ])
    func written(_ repository: String, _ written: String, _ status: String, _ isSaid: Bool) throws {
        let row = try row(Self.base + repository, written)
        #expect(row.cells[.status] == status)
        #expect(row.remarks.contains { $0.kind == .contradiction } == isSaid)
    }

    @Test("without a repository nothing is concluded, but for a date that is announced")
    func withoutRepository() throws {
        #expect(try row("", "", date: "2027").cells[.status] == "Planifié")
        #expect(try row("", "", date: "2027").rule == .plannedByDate)
        #expect(try row("").cells[.status] == "")
        #expect(try row("", "Disponible").rule == .keptAsWritten)
        #expect(try row("à venir", "", date: "2027").cells[.url] == "à venir")
    }

    @Test("a status of last time's inventory was codescan's own, and follows the evidence")
    func followsEvidence() throws {
        var previous = Self.states
        previous.entries[0].license = entry("example.org/o/open", nil).license
        let row = try row(Self.base + "open", "Partiellement disponible") { $0.previous = previous }
        #expect(row.cells[.status] == "Disponible")
        let same = try self.row(Self.base + "open", "Partiellement disponible") { $0.previous = Self.states }
        #expect(same.cells[.status] == "Partiellement disponible")
    }

    @Test("a vanished repository, one that an account lost, and one nobody looked at are told apart")
    func lost() throws {
        func kinds(_ url: String) throws -> [Remark.Kind] { try row(url, "Disponible").remarks.map(\.kind) }
        #expect(try kinds(Self.base + "vanished") == [.vanished])
        #expect(try kinds(Self.base + "gone") == [.absent])
        #expect(try kinds("https://elsewhere.example/a/b") == [.notLookedAt])
        #expect(try row(Self.base + "gone", "Disponible").cells[.status] == "Disponible")
        #expect(try row("https://elsewhere.example/a/b", "Disponible").changes.isEmpty)
    }

    @Test("of a group its own software counts, where it has some")
    func group() throws {
        let group = inventory(["example.org/g/a", "example.org/g/sub/b"]).with(
            entry("example.org/g/fork", nil).with { $0.fork = true },
            entry("example.org/g/mirror", nil).with { $0.mirror = true },
            entry("example.org/g/data", "etalab-2.0").with { $0.kind = .data },
            entry("example.org/g/empty", nil).with { $0.kind = .empty },
            entry("example.org/g/gone").recorded { $0.vanishedSince = "2026-01-01T00:00:00Z" },
            entry("example.org/onlydata/x", "etalab-2.0").with { $0.kind = .data })
        let row = try tracked([.url: "https://example.org/g"], in: group)
        #expect(row.cells[.status] == "Disponible")
        #expect(row.repositories.count == 7)
        #expect(row.repositories.filter(\.counts).count == 2)
        #expect(row.remarks.map(\.kind) == [.vanished])
        #expect(row.explanation.hasSuffix("2 of 2 open"))
        let part = try tracked([.url: "https://example.org/g"], in: group.with(entry("example.org/g/c", nil)))
        #expect(part.rule == .partOfRepositories)
        #expect(part.explanation.hasSuffix("2 of 3 open, 1 without a licence"))
        #expect(try tracked([.url: "https://example.org/onlydata"], in: group).rule == .dataLicense)
    }

    @Test("of a past day only what the forge's record proves public by then is available")
    func pastDay() throws {
        let seen = "2020-05-01T00:00:00Z"
        let past = Inventory(
            tool: Self.states.tool, asOf: "2021-04-27T23:59:59Z", pastDate: "2021-04-27T23:59:59Z",
            entries: [
                entry("example.org/o/unrecorded"), entry("example.org/o/proven").recorded { $0.firstSeenAt = seen },
                entry("example.org/o/later").recorded { $0.firstSeenAt = "2023-01-01T00:00:00Z" },
                entry("example.org/o/made").recorded { $0.createdAt = "2022-01-01T00:00:00Z" },
                entry("example.org/o/closed").recorded {
                    $0.firstSeenAt = seen
                    $0.vanishedSince = "2024-01-01T00:00:00Z"
                },
                entry("example.org/o/unlicensed", nil),
            ], problems: [])
        func row(_ name: String, _ status: String = "") throws -> TrackedRow {
            try tracked([.url: Self.base + name, .status: status], in: past)
        }
        #expect(try row("unrecorded").cells[.status] == "")
        #expect(try row("unrecorded").rule == .unproven)
        #expect(try row("unrecorded").remarks.map(\.kind) == [.unproven])
        #expect(try row("unrecorded", "Disponible").changes.isEmpty)
        #expect(try row("unlicensed", "Disponible").changes.isEmpty)
        #expect(try row("later").rule == .unproven)
        #expect(try row("proven").cells[.status] == "Disponible")
        #expect(try row("closed").cells[.status] == "Disponible")
        #expect(try row("made", "Disponible").cells[.status] == "Non disponible")
        #expect(try row("made").rule == .notYetCreated)
        #expect(try row("made", "Planifié").cells[.status] == "Planifié")
        // The former name was right then.
        let moved = Inventory(
            tool: past.tool, asOf: past.asOf, pastDate: past.pastDate,
            entries: [
                entry("example.org/o/new").recorded {
                    $0.firstSeenAt = seen
                    $0.formerNames = ["example.org/o/old"]
                }
            ], problems: [])
        let old = try tracked([.url: Self.base + "old", .status: "Disponible"], in: moved)
        #expect(old.changes.isEmpty)
        #expect(old.remarks.map(\.kind) == [.moved])
        #expect(old.rule == .open)
        #expect(try row("gone", "Disponible").changes.isEmpty)
        // Asked for explicitly, of an inventory of the present.
        let row = try tracked([.url: Self.base + "open"], in: Self.states) {
            $0.pastDate = GitDate(endOfDay: "2026-11-23")
        }
        #expect(row.rule == .unproven)
    }

    @Test(
        "a date that people write is past or not",
        arguments: [
            ("2026-11-22", true), ("2026-11-23", false), ("22/11/2026", true), ("2026-10", true), ("2026-11", false),
            ("10/2026", true), ("T3 2026", true), ("t4 2026", false), ("2025", true), ("2026", false),
            ("fin 2025", true),
            ("1640995200", true), ("bientôt", false), ("", false), ("2026-13-45", false),
        ])
    func overdue(_ date: String, _ isPast: Bool) throws {
        let row = try row("", "Planifié", date: date)
        #expect(row.remarks.contains { $0.kind == .overdue } == isPast)
        #expect(row.remarks.contains { $0.kind == .noDate } == date.isEmpty)
        #expect(row.changes.isEmpty)
    }

    @Test("a licence that is free and not in the decree's list is open, and needs an approval")
    func homologation() throws {
        let row = try tracked(
            [.url: "https://example.org/o/r"],
            in: inventory([]).with(entry("example.org/o/r", "ISC").with { $0.archived = true }))
        #expect(row.cells[.status] == "Disponible")
        #expect(row.remarks.map(\.kind) == [.license, .archived])
    }
}
