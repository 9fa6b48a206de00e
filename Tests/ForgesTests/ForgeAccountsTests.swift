// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What `inventory.yml` may say, and what is said of one that is wrong.

import Forges
import Foundation
import TestSupport
import Testing

@Suite("ForgeAccounts")
struct ForgeAccountsTests {
    private func read(_ yaml: String) throws -> ForgeAccounts {
        try ForgeAccounts(bytes: Array(yaml.utf8), file: "inventory.yml")
    }

    /// The lines of the error that reading `yaml` ends with.
    private func mistakes(_ yaml: String) -> [String] {
        do {
            _ = try read(yaml)
            return []
        } catch {
            return (error as? InventoryFileError)?.mistakes.map(\.description) ?? ["\(error)"]
        }
    }

    private let nationalList = """
        github.com:
          forge: github
          owners:
            139bercy:
              pso_id: c4195774-f535-4d82-b03f-d5f0c6b08635
            etalab:
              pso_id: db2b74d4-4dbc-4d7d-ba1b-5762e2cb06b8
              floss_policy: https://example.org/policy
              ospo_url: https://example.org/ospo
            nobody:
            unknown:
              pso_id: 00000000-0000-0000-0000-000000000000
            gone:
              ignored_since: 2023-05-04
        gitlab.example.org:
          forge: gitlab
          pso_id: host-id
          owners:
            group/sub:
              pso_id: sub-id
            group:
              pso_id: group-id
            old:
              ignored_since: "2021-01-01"
        gogs.example.org:
          forge: gogs
          pso_id: gogs-id
          ignored_since: 2022-02-02
        organizations:
          DB2B74D4-4dbc-4d7d-ba1b-5762e2cb06b8: {name: Etalab, ministry: Services du Premier ministre}
          host-id: {name: Body}
        """

    @Test("the national list is read unchanged")
    func national() throws {
        let accounts = try read(nationalList)
        #expect(accounts.forges.map(\.host) == ["github.com", "gitlab.example.org", "gogs.example.org"])
        #expect(accounts.forges.map(\.kind) == [.github, .gitlab, .gogs])
        #expect(accounts.forge("GitHub.com")?.owners?.count == 5)
        #expect(accounts.forge("gogs.example.org")?.owners == nil)
        let etalab = accounts.forge("github.com")?.owners?["etalab"]?.account
        #expect(etalab?.flossPolicy == "https://example.org/policy")
        #expect(etalab?.ospoURL == "https://example.org/ospo")
        #expect(accounts.warnings.isEmpty)
    }

    @Test(
        "an account belongs to the body that is named closest to it",
        arguments: [
            ("github.com", "etalab", "db2b74d4-4dbc-4d7d-ba1b-5762e2cb06b8"),
            ("GITHUB.com", "Etalab", "db2b74d4-4dbc-4d7d-ba1b-5762e2cb06b8"),
            ("github.com", "139bercy", "c4195774-f535-4d82-b03f-d5f0c6b08635"), ("github.com", "nobody", nil),
            ("github.com", "unknown", nil), ("github.com", "stranger", nil), ("example.org", "etalab", nil),
            ("gitlab.example.org", "group/sub", "sub-id"), ("gitlab.example.org", "group/sub/deep", "sub-id"),
            ("gitlab.example.org", "Group/other", "group-id"), ("gitlab.example.org", "else", "host-id"),
            ("gitlab.example.org", nil, "host-id"),
        ] as [(String, String?, String?)])
    func administrations(host: String, owner: String?, id: String?) throws {
        #expect(try read(nationalList).administration(forge: host, owner: owner)?.psoID == id)
    }

    @Test("organizations give a body its name and its ministry, whatever the case of the id")
    func organizations() throws {
        let accounts = try read(nationalList)
        let etalab = accounts.administration(forge: "github.com", owner: "etalab")
        #expect(etalab?.name == "Etalab" && etalab?.ministry == "Services du Premier ministre")
        let body = accounts.administration(forge: "gitlab.example.org", owner: "any")
        #expect(body?.name == "Body" && body?.ministry == nil)
        #expect(accounts.administration(forge: "github.com", owner: "139bercy")?.name == nil)
    }

    @Test("an account is ignored since its own day, its group's or its forge's")
    func ignored() throws {
        let accounts = try read(nationalList)
        #expect(accounts.ignoredSince(forge: "github.com", owner: "gone") == CalendarDate("2023-05-04"))
        #expect(accounts.ignoredSince(forge: "gitlab.example.org", owner: "old/sub") == CalendarDate("2021-01-01"))
        #expect(accounts.ignoredSince(forge: "gogs.example.org", owner: "any") == CalendarDate("2022-02-02"))
        #expect(accounts.ignoredSince(forge: "github.com", owner: "etalab") == nil)
    }

    @Test("corrections have a field, a value of its type, a reason, a person and a date")
    func corrections() throws {
        let accounts = try read(
            """
            corrections:
              - {repository: github.com/Etalab/a.git, field: license.expression, value: MIT, reason: r, who: w, date: 2026-01-02}
              - {repository: https://github.com/etalab/a, field: license.other, value: [etalab-2.0], reason: r, who: w,
                 date: 2026-01-02, expires: 2026-12-31}
              - {repository: github.com/etalab/b, field: license.expression, value: null, reason: r, who: w, date: 2026-01-02}
              - {repository: github.com/etalab/b, field: kind, value: data, reason: r, who: w, date: 2026-01-02}
              - {repository: github.com/etalab/b, field: fork, value: true, reason: r, who: w, date: 2026-01-02}
              - {repository: github.com/etalab/b, field: archived, value: no, reason: r, who: w, date: 2026-01-02}
              - {repository: github.com/etalab/b, field: mirror, value: yes, reason: r, who: w, date: 2026-01-02}
            """)
        let changes = accounts.corrections(forge: "github.com", owner: "etalab", name: "A").map(\.change)
        #expect(changes == [.licenseExpression("MIT"), .licenseOther(["etalab-2.0"])])
        let others = accounts.corrections(forge: "github.com", owner: "etalab", name: "b").map(\.change)
        #expect(others == [.licenseExpression(nil), .kind("data"), .fork(true), .archived(false), .mirror(true)])
        let location = RepositoryLocation(
            path: "github.com/etalab/a.git", forge: "github.com", owner: "etalab", name: "a")
        let second = try #require(accounts.corrections(for: location).last)
        #expect(second.line == 3 && second.who == "w" && second.date == CalendarDate("2026-01-02"))
        let last = try #require(CalendarDate("2026-12-31"))
        #expect(try !second.isExpired(on: last) && second.isExpired(on: #require(CalendarDate("2027-01-01"))))
        #expect(accounts.corrections(forge: "github.com", owner: "etalab", name: "c").isEmpty)
    }

    @Test("every mistake is told at once, with its line and how to mend it")
    func allMistakes() {
        let yaml = """
            github.com:
              forge: gitbucket
              owners:
                etalab: {ignored_since: 2023-02-30}
            nothost: {forge: github}
            gitlab.example.org:
              owners: [a, b]
            organizations:
              some-id: {ministry: M, nom: N}
            corrections:
              - {repository: etalab/a, field: licence, value: MIT, reason: r, who: w, date: 2026-01-02, expires: 2025-01-01}
              - {repository: github.com/a/b, field: kind, value: game, who: w, date: today}
            """
        #expect(
            mistakes(yaml) == [
                "inventory.yml:2: unknown forge \"gitbucket\"; use one of github, gitlab, gitea, gogs, sourcehut, bitbucket "
                    + "(gitea for Forgejo)",
                "inventory.yml:4: ignored_since is not a date: \"2023-02-30\"; write yyyy-MM-dd",
                "inventory.yml:5: \"nothost\" is not a host name; use one such as github.com, organizations or corrections",
                "inventory.yml:6: gitlab.example.org has no forge; add one, such as `forge: gitlab`",
                "inventory.yml:7: owners is not a mapping; write `key: value` lines below it",
                "inventory.yml:9: unknown key \"nom\"; an organization has name and ministry",
                "inventory.yml:9: the organization some-id has no name; add `name:`",
                "inventory.yml:11: \"etalab/a\" is not a repository; write <host>/<owner>/<name>",
                "inventory.yml:11: unknown field \"licence\"; use one of license.expression, license.other, kind, fork, "
                    + "archived, mirror",
                "inventory.yml:11: expires 2025-01-01 is before date 2026-01-02; correct one of them",
                "inventory.yml:12: a correction has no reason; add it",
            ])
    }

    @Test(
        "a file that is no such list is refused in one line",
        arguments: [
            ("- a\n- b", "inventory.yml:1: the file is not a mapping"),
            ("hello", "inventory.yml:1: the file is not a mapping"),
            ("github.com: hello", "inventory.yml:1: github.com is not a mapping"),
            ("a: [", "inventory.yml:2: not YAML"), ("a:\n\tb: c", "inventory.yml:2: not YAML"),
            (
                "github.com: {forge: github}\ngithub.com: {forge: github}",
                "inventory.yml:1: \"github.com\" is there twice"
            ),
            (
                "github.com: {forge: github}\nGitHub.com: {forge: github}",
                "inventory.yml:2: the forge GitHub.com is there"
            ),
            ("a: 1\n---\nb: 2", "inventory.yml:2: not YAML"),
            ("a: &x [1]\nb: *x", "inventory.yml:2: a YAML alias"),
            ("a: \u{1}", "inventory.yml: not YAML"),
            ("corrections: {a: b}", "inventory.yml:1: corrections is not a list"),
            ("corrections: [a]", "inventory.yml:1: a correction is not a mapping"),
            (
                "github.com: {forge: github, owners: {a: {}, A: {}}}",
                "inventory.yml:1: the owner A of github.com is there"
            ),
        ])
    func refused(yaml: String, beginning: String) {
        let lines = mistakes(yaml)
        #expect(lines.first?.hasPrefix(beginning) == true, "\(lines)")
        #expect(lines.allSatisfy { !$0.contains("\n") })
    }

    @Test("a file that unfolds, nests or is too large is refused in no time", .timeLimit(.minutes(10)))
    func bombs() {
        var bomb = "a0: &a0 [x]\n"
        for level in 1...40 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            bomb += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(mistakes(bomb + "? *a40\n: x").first?.contains("alias") == true)
        #expect(!mistakes(String(repeating: "[", count: 100_000)).isEmpty)
        #expect(!mistakes(String(repeating: "{a: ", count: 100_000)).isEmpty)
        #expect(!mistakes(String(repeating: "- ", count: 100_000)).isEmpty)
        #expect(
            mistakes(String(repeating: "#", count: ForgeAccounts.maximumBytes + 1)).first?.contains("8 MiB") == true)
    }

    @Test("bytes that are not UTF-8 are refused by name, and a byte-order mark is read")
    func encodings() throws {
        let error = #expect(throws: InventoryFileError.self) {
            try ForgeAccounts(bytes: [0x61, 0xE9, 0x3A], file: "inventory.yml")
        }
        #expect(error?.description == "inventory.yml: not UTF-8; save it with the encoding UTF-8")
        #expect(try read("\u{FEFF}github.com: {forge: github}\r\n").forges.count == 1)
    }

    @Test("a file that is not there, or is a folder, is an error with its path")
    func missing() throws {
        let folder = try TemporaryFolder()
        for path in [folder.path("none.yml"), folder.path] {
            let error = #expect(throws: InventoryFileError.self) { try ForgeAccounts(contentsOf: path) }
            #expect(error?.description.hasPrefix(path) == true)
        }
    }

    @Test("an empty file is a list of nothing", arguments: ["", "# nothing\n", "---\n"])
    func empty(yaml: String) throws {
        #expect(try read(yaml) == ForgeAccounts.none)
    }

    @Test("a key that is not known is passed over with a warning: the national list may gain some")
    func unknownKeys() throws {
        let accounts = try read("github.com:\n  forge: github\n  new_key: x\n")
        #expect(
            accounts.warnings.map(\.description) == [
                "inventory.yml:3: github.com: the key \"new_key\" is not known and was passed over"
            ])
    }

    @Test("the project's own inventory.yml names real bodies")
    func example() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent()
        let accounts = try ForgeAccounts(contentsOf: root.appendingPathComponent("inventory.yml").path)
        #expect(accounts.warnings.isEmpty && accounts.corrections.isEmpty)
        let anssi = accounts.administration(forge: "github.com", owner: "ANSSI-FR")
        #expect(anssi?.psoID == "221319d6-0ceb-4daa-9074-0db98cbdd1b2")
        #expect(anssi?.ministry == "Services du Premier ministre")
        let owners = try #require(accounts.forge("github.com")?.owners)
        #expect(owners.count >= 12 && owners.values.allSatisfy { $0.account.psoID != nil })
        let named = Set(owners.values.compactMap { $0.account.psoID })
        #expect(accounts.organizations.keys.allSatisfy { named.contains($0) })
    }

    @Test("the example correction of the project's inventory.yml is one, once it is uncommented")
    func exampleCorrection() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("inventory.yml"), encoding: .utf8)
        let lines = text.split(separator: "\n").drop { $0 != "# corrections:" }.map { $0.dropFirst(2) }
        let accounts = try read(lines.joined(separator: "\n"))
        #expect(accounts.corrections.map(\.change) == [.kind("documentation")])
    }

    @Test(
        "a date is a day of the calendar",
        arguments: [
            ("2024-02-29", true), ("2023-02-29", false), ("2000-02-29", true), ("1900-02-29", false),
            ("2024-13-01", false), ("2024-00-01", false), ("2024-1-1", false), ("2024-01-01T00:00:00Z", false),
            ("+024-01-01", false), ("", false),
        ])
    func dates(text: String, isDate: Bool) {
        #expect(CalendarDate(text)?.description == (isDate ? text : nil))
    }
}
