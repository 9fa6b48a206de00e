// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The inventory over time. Its oracle is the inventory of each day: whatever a history takes over from one snapshot to the
// next, it must say what a reading from nothing says.

import Forges
import Foundation
import Git
import TestSupport
import Testing

@testable import Inventory

@Suite("History", .enabled(if: Support.isReady, "needs the index: run make test"))
struct HistoryTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func repository(_ name: String) throws -> TestRepository {
        try TestRepository(at: folder.path("f/example.org/o/\(name).git"), bare: true)
    }

    private func history(
        every: HistoryInterval = .month, from: String? = nil, to: String? = nil, accounts: String? = nil
    ) async throws -> InventoryHistory {
        let accounts = try accounts.map { try ForgeAccounts(contentsOf: folder.write($0, to: "inventory.yml")) }
        return try await InventoryRun(options: InventoryOptions(), accounts: accounts, index: Support.index())
            .history(
                paths: [folder.path("f")], every: every, from: from.flatMap { GitDate(endOfDay: $0) },
                to: to.flatMap { GitDate(endOfDay: $0) }
            ) { _ in }
    }

    private func date(_ day: String, _ hour: Int = 12) -> String {
        let end = GitDate(endOfDay: day)?.seconds ?? 0
        return "\(end - 86_399 + Int64(hour) * 3600) +0000"
    }

    @Test(
        "periods end where the calendar ends them",
        arguments: [
            (.week, "2024-01-03", "2024-01-07"), (.week, "2024-01-07", "2024-01-07"),
            (.week, "1969-12-31", "1970-01-04"),
            (.month, "2024-02-01", "2024-02-29"), (.month, "2023-02-28", "2023-02-28"),
            (.quarter, "2024-04-01", "2024-06-30"), (.quarter, "2023-12-31", "2023-12-31"),
            (.year, "2024-01-01", "2024-12-31"),
        ] as [(HistoryInterval, String, String)])
    func ends(every: HistoryInterval, day: String, end: String) throws {
        let instant = try #require(GitDate(rfc3339: day + "T00:00:00Z"))
        #expect(every.end(of: instant).description == end + "T23:59:59Z")
    }

    @Test("each date counts what the repositories held, and each repository's changes are told")
    func counts() async throws {
        let one = try repository("one")
        try one.commit(["a.py": "1"], date: date("2020-01-15"))
        try one.commit(["a.py": "1", "LICENSE": Support.text("mit")], date: date("2020-03-31", 23))
        try one.commit(["a.py": "2", "LICENSE": Support.text("mit")], date: date("2020-04-02"))
        let two = try repository("two")
        try two.commit(["b.py": "1", "LICENSE": Support.text("etalab-2.0")], date: date("2020-02-10"))
        let empty = try repository("void")
        try empty.commit([:], date: date("2020-01-01"))
        _ = try repository("unborn")

        let history = try await history()
        #expect(history.points.map { $0.date.prefix(10) } == ["2020-01-31", "2020-02-29", "2020-03-31", "2020-04-02"])
        #expect(history.points.map(\.repositories) == [1, 2, 2, 2])
        #expect(history.points.map(\.withLicense) == [0, 1, 2, 2])
        #expect(history.points.map(\.withoutLicense) == [1, 1, 0, 0])
        #expect(history.points.map { $0.byFreeSoftwareStatus["dataLicense"] } == [0, 1, 1, 1])
        #expect(history.points.map { $0.byPublication["unproven"] } == [1, 2, 2, 2])
        let told = history.repositories.first?.states.map {
            "\($0.since.prefix(10)) \($0.expression?.description ?? "-")"
        }
        #expect(told == ["2020-01-31 -", "2020-03-31 MIT"])
        #expect(history.repositories.map(\.states.count) == [2, 1, 0, 0])
    }

    @Test("a committer's clock that runs ahead gives the history no date that is still to come")
    func clockAhead() async throws {
        let one = try repository("one")
        try one.commit(["a.py": "1"], date: date("2020-01-15"))
        try one.commit(["a.py": "2"], date: date("2099-01-01"))
        let history = try await history(every: .year)
        #expect(history.points.first?.date.prefix(4) == "2020")
        let last = try #require(history.points.last.flatMap { GitDate(rfc3339: $0.date) })
        #expect(last.seconds <= Int64(Date().timeIntervalSince1970))
        #expect(history.points.allSatisfy { $0.repositories == 1 })
    }

    @Test("a history says at each date what an inventory as of that date says")
    func oracle() async throws {
        var generator = SystemRandomNumberGenerator()
        let licenses = try ["mit", "gpl-3.0", "cecill-2.1", "etalab-2.0"].map { try Support.text($0) }
        let notice = "Ce dépôt contient l'algorithme utilisé par la ville de Montclair pour calculer le tarif.\n"
        for name in ["a", "b", "c"] {
            let built = try repository(name)
            var files: [String: String] = ["README.md": "# a\n", "docs/algorithme.md": notice]
            var modes: [String: String] = [:]
            var seconds = 1_577_880_000
            for _ in 0..<40 {
                switch Int.random(in: 0..<14, using: &generator) {
                case 0: files["LICENSE"] = licenses.randomElement(using: &generator)
                case 1: files["LICENSE"] = nil
                case 2:
                    files["package.json"] =
                        "{\"license\": \"\(["MIT", "ISC"].randomElement(using: &generator) ?? "")\"}"
                case 3: files["src/a/\(Int.random(in: 0..<9, using: &generator)).js"] = "// \(seconds)\n"
                case 4: files["LICENSES/MIT.txt"] = files["LICENSES/MIT.txt"] == nil ? licenses[0] : nil
                case 5: files["vendor/p/LICENSE"] = files["vendor/p/LICENSE"] == nil ? licenses[1] : nil
                case 6: files["README.md"] = "# a\n\n## Licence\n\nGPL-3.0-or-later\n"
                case 7: files["docs/algorithme.md"] = "Algorithme \(seconds)\n"
                case 8: files["docs/algorithme.md"] = notice
                // A folder is moved with all that is in it, and back.
                case 9:
                    let isThere = files.keys.contains { $0.hasPrefix("src/") }
                    let (old, new) = isThere ? ("src/", "src.d/") : ("src.d/", "src/")
                    let moved = files.map { path, text in
                        (path.hasPrefix(old) ? new + path.dropFirst(old.count) : path, text)
                    }
                    files = Dictionary(moved) { first, _ in first }
                // A file becomes a folder, a link, a submodule, a program.
                case 10:
                    files["COPYING"] = files["COPYING"] == nil ? "LICENSE" : nil
                    modes["COPYING"] = "120000"
                case 11:
                    let isFolder = files.removeValue(forKey: "COPYRIGHT/MIT.txt") != nil
                    files["COPYRIGHT"] = isFolder ? licenses[2] : nil
                    if !isFolder { files["COPYRIGHT/MIT.txt"] = licenses[0] }
                case 12:
                    files["LICENCE"] = files["LICENCE"] == nil ? String(repeating: "1", count: 40) : nil
                    modes["LICENCE"] = "160000"
                default:
                    files["src/b.py"] = "# SPDX-License-Identifier" + ": EUPL-1.2\n"
                    modes["src/b.py"] = modes["src/b.py"] == nil ? "100755" : nil
                }
                // Clocks go back now and then.
                seconds += Int.random(in: -2_000_000..<6_000_000, using: &generator)
                try built.commit(
                    files.map { (Array($0.utf8), modes[$0] ?? "100644", Array($1.utf8)) }, date: "\(seconds) +0000")
            }
        }
        let history = try await history()
        #expect(history.points.count > 10)
        #expect(history.points.contains { $0.withNotices > 0 })
        for point in history.points {
            var options = InventoryOptions()
            options.asOf = GitDate(rfc3339: point.date)
            let inventory = try await InventoryRun(options: options, accounts: nil, index: Support.index())
                .run(paths: [folder.path("f")]) { _ in }
            let held = inventory.entries.filter { $0.kind != .empty }
            #expect(point.repositories == held.count, "\(point.date)")
            #expect(point.withoutLicense == held.count { $0.license.freeSoftware == .none }, "\(point.date)")
            for (entry, repository) in zip(inventory.entries, history.repositories) {
                let state = repository.states.last { $0.since <= point.date }
                guard let state, state.content == .held else {
                    #expect(entry.kind == .empty, "\(point.date) \(entry.name)")
                    continue
                }
                #expect(state.expression == entry.license.expression, "\(point.date) \(entry.name)")
                #expect(state.status == entry.license.status, "\(point.date) \(entry.name)")
                #expect(state.kind == entry.kind, "\(point.date) \(entry.name)")
                let told = RepositoryHistory.State(since: state.since, entry)
                #expect(state.notices == told.notices, "\(point.date) \(entry.name)")
            }
        }
    }

    @Test("from and to bound the history, and the last date is told up to its instant")
    func bounds() async throws {
        let built = try repository("one")
        try built.commit(["a.py": "1"], date: date("2019-05-05"))
        try built.commit(["a.py": "1", "LICENSE": Support.text("mit")], date: date("2020-06-20"))
        let history = try await history(every: .quarter, from: "2020-01-15", to: "2020-06-10")
        #expect(history.points.map { $0.date.prefix(10) } == ["2020-03-31", "2020-06-10"])
        #expect(history.points.map(\.withLicense) == [0, 0])
        let later = try await self.history(every: .year, from: "2021-01-01", to: "2022-06-30")
        #expect(later.points.map(\.withLicense) == [1, 1])
        // What was not touched since is still there.
        #expect(try await self.history(every: .year, from: "2021-01-01").points.map(\.withLicense) == [1])
    }

    @Test("damaged repositories and shallow clones are counted as not known, and said")
    func notKnown() async throws {
        let built = try repository("one")
        try built.commit(["a.py": "1"], date: date("2019-05-05"))
        try built.commit(["a.py": "2"], date: date("2020-06-20"))
        try built.git(
            "clone", "-q", "--bare", "--depth", "1", "file://" + built.path, folder.path("f/example.org/o/shallow.git"))
        let broken = try repository("broken")
        try broken.git("symbolic-ref", "HEAD", "refs/heads/main")
        try folder.write(String(repeating: "1", count: 40) + "\n", to: "f/example.org/o/broken.git/refs/heads/main")
        let history = try await history(every: .year)
        #expect(history.points.map(\.repositories) == [1, 2])
        #expect(history.points.map(\.notKnown) == [2, 1])
        #expect(history.repositories.first?.errors.count == 1)
    }

    @Test("an account that is ignored counts until its day, and a person's word from its date on")
    func accounts() async throws {
        let built = try repository("one")
        try built.commit(["a.py": "1"], date: date("2019-05-05"))
        try built.commit(["a.py": "2"], date: date("2022-06-20"))
        let history = try await history(
            every: .year,
            accounts: """
                example.org:
                  forge: gitlab
                  owners:
                    o: {pso_id: "1", ignored_since: 2022-01-01}
                corrections:
                  - {repository: example.org/o/one, field: license.expression, value: MIT, reason: mail, who: w, date: 2020-02-02, expires: 2021-02-02}
                """)
        #expect(history.points.map(\.repositories) == [1, 1, 1, 0])
        #expect(history.points.map(\.withLicense) == [0, 1, 0, 0])
    }

    @Test("a commit whose date git cannot read does not stretch the history to 1970")
    func brokenClock() async throws {
        let built = try repository("one")
        try built.commit(["a.py": "1"], date: "0 +0000")
        try built.commit(["a.py": "2"], date: date("2022-06-20"))
        #expect(try await history(every: .year).points.map { $0.date.prefix(10) } == ["2022-06-20"])
        // Beside an older repository it was there all the time, as an inventory of these days says.
        try repository("two").commit(["b.py": "1"], date: date("2020-05-05"))
        #expect(try await history(every: .year).points.map(\.repositories) == [2, 2, 2])
    }
}
