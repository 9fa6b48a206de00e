// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The formats of states: where a page of a forge is named, it is one that the forge has.

import Forges
import Foundation
import Testing

@testable import Inventory
@testable import Reports

struct NationalReportTests {
    private static func entry(_ kind: ForgeKind?, host: String = "forge.example.org", branch: String? = "main")
        -> InventoryEntry
    {
        Sample.entry("n", forge: host, owner: "o") {
            $0.url = "https://\(host)/o/n"
            $0.head = .init(branch: branch, commit: "c0ffee", date: "2020-01-01T00:00:00Z")
            if let kind { $0.forgeRecord = ForgeRecord(kind: kind, host: host, owner: "o", name: "n") }
        }
    }

    @Test(
        "a file's page and the issues are where the forge's program has them",
        arguments: [
            (.github, "blob/main/a%20b", "issues"), (.gitlab, "-/blob/main/a%20b", "-/issues"),
            (.gitea, "src/branch/main/a%20b", "issues"), (.gogs, "src/main/a%20b", "issues"),
            (.bitbucket, "src/main/a%20b", "issues"), (.sourcehut, "tree/main/item/a%20b", nil), (nil, nil, nil),
        ] as [(ForgeKind?, String?, String?)])
    func pages(_ kind: ForgeKind?, _ file: String?, _ issues: String?) {
        let pages = ForgePages(Self.entry(kind))
        let url = "https://forge.example.org/o/n"
        #expect(pages.file("a b") == url + (file.map { "/" + $0 } ?? ""))
        #expect(pages.issues == url + (issues.map { "/" + $0 } ?? ""))
    }

    @Test("a commit that no branch names is named, and a host tells its program where no record does")
    func commits() {
        #expect(ForgePages(Self.entry(.gitea, branch: nil)).file("a").hasSuffix("/src/commit/c0ffee/a"))
        #expect(ForgePages(Self.entry(nil, host: "github.com")).file("a") == "https://github.com/o/n/blob/main/a")
        #expect(ForgePages(Self.entry(nil, host: "gitlab.example.org")).issues.hasSuffix("/o/n/-/issues"))
    }

    @Test("code.json names them")
    func codeJSON() throws {
        var entry = Self.entry(.gitea)
        entry.license = Sample.license("MIT") { $0.evidence = [Sample.evidence("LICENSE", 1, 2)] }
        let inventory = Inventory(tool: Sample.inventory.tool, asOf: nil, entries: [entry], problems: [])
        let text = String(decoding: try CodeJSONReport.data(inventory), as: UTF8.self)
        #expect(text.contains("\"https://forge.example.org/o/n/src/branch/main/LICENSE\""))
        #expect(text.contains("\"feedbackMechanism\" : \"https://forge.example.org/o/n/issues\""))
    }
}
