// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Each format of `codescan check`, against a golden file in Tests/ReportsTests/Golden: two repositories, hostile names
// among them. To write the files anew after a change that is meant: CODESCAN_GOLDEN=write swift test --filter CheckReport.

import Foundation
import Inventory
import Languages
import Licensing
import Testing

@testable import Policy
@testable import Reports

@Suite("Reports of codescan check")
struct CheckReportTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    static func report(_ language: Language = .english) throws -> CheckReport {
        let red = Sample.entry("menus", forge: "forge.example.org", owner: "commune") { entry in
            entry.kind = .software
            entry.errors = ["a.bin: damaged"]
        }
        let hostile = Sample.entry("a|b\u{1B}[31m", forge: "forge.example.org", owner: "commune") { entry in
            entry.kind = .software
            entry.license = Sample.license("MIT") { _ in }
        }
        let findings = [
            Finding(.noLicense, Bilingual("no licence is declared", "aucune licence n'est déclarée")),
            Finding(
                .unfilledText, at: "docs/LICENSE, 100%: é.txt", lines: 3...4,
                Bilingual("the notice has the blank <year>\nand \"more\" & ::error::", "la mention a un blanc"),
                subject: "blank"),
            Finding(.noPubliccode, Bilingual("there is no publiccode.yml", "il n'y a pas de publiccode.yml")),
        ]
        return CheckReport(
            [
                Verdict(entry: red, findings: findings, known: []),
                Verdict(entry: hostile, findings: [], known: [findings[1]]),
            ], preset: .france, language: language)
    }

    static let formats: [(name: String, write: @Sendable (CheckReport) throws -> Data)] = [
        ("check.txt", { Data(CheckText($0).text.utf8) }),
        ("check-narrow-colored.txt", { Data(CheckText($0, width: 40, colored: true).text.utf8) }),
        ("check.github", { CheckGitHub.data($0) }),
        ("check.md", { CheckMarkdown.data($0) }),
        ("check.codequality.json", { try CheckCodeQuality.data($0) }),
        ("check.sarif", { try CheckSARIF.data($0) }),
        ("check.junit.xml", { CheckJUnit.data($0) }),
        ("check.json", { try CheckJSON.data($0) }),
    ]

    @Test("is as its golden file", arguments: formats.map(\.name))
    func golden(name: String) throws {
        let write = try #require(Self.formats.first { $0.name == name }).write
        let written = String(decoding: try write(Self.report()), as: UTF8.self)
        let file = Self.folder.appending(path: name)
        if ProcessInfo.processInfo.environment["CODESCAN_GOLDEN"] == "write" {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(written.utf8).write(to: file)
        }
        #expect(written == (try String(contentsOf: file, encoding: .utf8)))
    }

    @Test("speaks French where people read")
    func french() throws {
        let text = CheckText(try Self.report(.french)).text
        #expect(text.contains("aucune licence n'est déclarée."))
        #expect(text.contains("1 dépôt sur 2 en rouge"))
        let sarif = String(decoding: try CheckSARIF.data(Self.report(.french)), as: UTF8.self)
        #expect(sarif.contains("Un logiciel a une licence"))
    }

    @Test("a repository that could not be read is neither red nor green")
    func incomplete() throws {
        let unread = Sample.entry("menus", forge: "forge.example.org", owner: "commune") {
            $0.errors = ["HEAD is missing"]
        }
        let report = CheckReport([Verdict(entry: unread, findings: [], known: [])], preset: .france, language: .english)
        let text = CheckText(report).text
        #expect(text.hasPrefix("? forge.example.org/commune/menus  - (not read)\n  HEAD is missing\n"))
        #expect(text.hasSuffix("\nincomplete\n"))
        #expect(
            String(decoding: CheckGitHub.data(report), as: UTF8.self) == "::error title=codescan::HEAD is missing\n")
        #expect(String(decoding: CheckMarkdown.data(report), as: UTF8.self).contains("⚠️"))
        let both = CheckReport(
            try Self.report().verdicts + report.verdicts, preset: .france, language: .french)
        #expect(CheckText(both).text.contains("1 dépôt sur 3 en rouge, 1 incomplet"))
    }

    @Test("no workflow command can be smuggled in by a path or a message")
    func noInjection() throws {
        let text = String(decoding: CheckGitHub.data(try Self.report()), as: UTF8.self)
        #expect(text.split(separator: "\n").count == 4)
        for line in text.split(separator: "\n") { #expect(line.hasPrefix("::")) }
    }

    @Test(
        "a SARIF location is a relative reference, escaped",
        arguments: [("a b/é#?.txt", "a%20b/%C3%A9%23%3F.txt"), ("c:d", "c%3Ad")])
    func uris(path: String, uri: String) { #expect(CheckSARIF.uri(path) == uri) }
}
