// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// An inventory made by hand, with what breaks writers: quotes, newlines, formulas, escape sequences, wide characters,
// nulls everywhere they may be.

import Foundation
import Licensing

@testable import Inventory

enum Sample {
    static let inventory = Inventory(
        tool: .init(name: "codescan", version: "0.1.0", index: "32.5.0"), asOf: "2026-11-23T00:00:00Z",
        entries: [tax, hostile, unlicensed, unreadable],
        ignored: [
            .init(
                forge: "github.com", owner: "ancien", name: "outil", path: "forges/github.com/ancien/outil.git",
                since: "2025-01-01")
        ], problems: ["forges/secret: permission denied"])

    static let tax = entry("taxe-habitation", forge: "github.com", owner: "etalab") {
        $0.kind = .software
        $0.fork = false
        $0.url = "https://github.com/etalab/taxe-habitation"
        $0.administration = .init(
            psoId: "0d2b", name: "Direction générale des Finances publiques", ministry: "Finances")
        $0.head = .init(branch: "master", commit: String(repeating: "a", count: 40), date: "2019-01-01T10:00:00Z")
        $0.swhid = "swh:1:rev:" + String(repeating: "a", count: 40)
        $0.license = license("CECILL-2.1") {
            $0.other = ["etalab-2.0", "CC-BY-4.0"]
            $0.since = "2018-05-04T00:00:00Z"
            $0.explanation = "LICENSE holds the text of CeCILL 2.1, \"whole\";\nsee there."
            $0.evidence = [evidence("LICENSE", 1, 518), evidence("README.md", 12, 12)]
        }
    }

    static let hostile = entry(
        "=HYPERLINK(\"http://x\")\u{1B}[2J\u{9B}31m漢字\u{202E}", forge: "gitlab.example.org", owner: "a/b"
    ) {
        $0.kind = .mixed
        $0.head = .init(branch: nil, commit: String(repeating: "b", count: 40), date: "2020-01-01T10:00:00Z")
        $0.license = license("MIT") {
            $0.status = .conflicting
            $0.conflicts = ["-package.json says GPL-3.0-only", "@x\u{1B}]0;title\u{7}"]
            $0.explanation = "+1"
        }
        $0.skipped = [.init(path: "data/\r\u{1B}[1Abig.csv", reason: .tooLarge)]
        $0.corrections = [
            .init(
                field: "license", value: "MIT", reason: "mail", who: "AMDAC", date: "2026-01-01", expires: "2026-02-01",
                original: nil, stale: "it expired on 2026-02-01")
        ]
    }

    static let unlicensed = entry("sans-licence", forge: "github.com", owner: "etalab") { $0.kind = .data }

    static let unreadable = entry("abîmé", path: "forges/abîmé.git") {
        $0.errors = ["the pack is corrupt", "\tand so is the rest"]
    }

    static func entry(
        _ name: String, forge: String? = nil, owner: String? = nil, path: String? = nil,
        _ change: (inout InventoryEntry) -> Void
    ) -> InventoryEntry {
        var entry = InventoryEntry(
            forge: forge, owner: owner, name: name, kind: nil, kindReason: "", fork: nil, archived: nil, mirror: nil,
            url: nil,
            path: path ?? "forges/\(name)", administration: nil, head: nil, swhid: nil, forgeRecord: nil,
            publication: .init(status: .unproven, reason: "nobody looked"),
            license: license(nil) { _ in }, algorithms: nil, metadata: RepositoryMetadata(),
            languages: [], skipped: [], corrections: [], errors: [])
        change(&entry)
        return entry
    }

    static func license(_ expression: String?, _ change: (inout LicenseConclusion) -> Void) -> LicenseConclusion {
        let parsed = expression.flatMap { try? LicenseExpression(parsing: $0) }
        var license = LicenseConclusion(
            status: parsed == nil ? .missing : .declared, expression: parsed, freeSoftware: .init(parsed),
            osiApproved: parsed?.osiApproved, fsfFree: parsed?.fsfFree, decree: .init(parsed), other: [], since: nil,
            sinceReason: nil, explanation: "", evidence: [], conflicts: [])
        change(&license)
        return license
    }

    static func evidence(_ path: String, _ first: Int, _ last: Int) -> LicenseEvidence {
        LicenseEvidence(
            path: path, blob: String(repeating: "c", count: 40), kind: .text, expression: "CECILL-2.1",
            lines: [first, last], coverage: 99.5, rule: "cecill-2.1.LICENSE")
    }
}
