// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The pages of docs/rules as specifications: their examples are repositories, and the rule finds something in the bad one
// and nothing in the good one.

import Forges
import Foundation
import Git
import Inventory
import LicenseDetection
import TestSupport
import Testing

@testable import Policy

struct RulePage {
    let rule: Rule
    let text: String

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/rules")
        .standardizedFileURL

    init(_ rule: Rule) throws {
        self.rule = rule
        text = try String(contentsOf: Self.folder.appending(path: rule.identifier.rawValue + ".md"), encoding: .utf8)
    }

    /// The files of the fenced blocks under a heading: the words after the fence are the language and the path.
    func files(under heading: String) -> [(path: String, text: String)] {
        var files: [(path: String, text: String)] = []
        var isInside = false
        var open: (path: String, lines: [Substring])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let block = open {
                if line == "```" {
                    files.append((block.path, block.lines.joined(separator: "\n") + "\n"))
                    open = nil
                } else {
                    open?.lines.append(line)
                }
            } else if line.hasPrefix("## ") {
                isInside = line == "## \(heading)"
            } else if isInside, line.hasPrefix("```"), let path = line.split(separator: " ").dropFirst().first {
                open = (String(path), [])
            }
        }
        return files
    }
}

enum Support {
    private static let environment = ProcessInfo.processInfo.environment
    static let isReady = environment["CODESCAN_INDEX"] != nil && environment["CODESCAN_LICENSEDB"] != nil

    /// "(the text of MIT)" becomes LicenseDB's.
    static func filled(_ text: String) throws -> String {
        let keys = [
            "MIT": "mit", "EUPL-1.2": "eupl-1.2", "ISC": "isc", "Apache-2.0": "apache-2.0", "GPL-3.0-only": "gpl-3.0",
            "CC-BY-NC-4.0": "cc-by-nc-4.0", "etalab-2.0": "etalab-2.0",
        ]
        var result = text
        for (identifier, key) in keys where text.contains("(the text of \(identifier))") {
            let file = (environment["CODESCAN_LICENSEDB"] ?? "") + "/licenses/\(key).LICENSE"
            let parts = try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "\n---\n")
            result = result.replacing(
                "(the text of \(identifier))", with: parts.dropFirst().joined(separator: "\n---\n"))
        }
        return result
    }

    /// What is said of a folder that holds these files, by its own `.codescan.yml` if it has one.
    static func verdict(_ files: [(path: String, text: String)], _ change: (inout Policy) -> Void = { _ in }) throws
        -> Verdict
    {
        let folder = try TemporaryFolder()
        var policy = Policy()
        for file in files {
            try folder.write(filled(file.text), to: file.path)
            if file.path == Policy.fileName { policy = try Policy(parsing: file.text, file: file.path) }
        }
        change(&policy)
        var options = InventoryOptions()
        options.readsWorkTrees = true
        let readsHeaders = policy.applies(.fileWithoutLicense)
        options.readsHeaders = { _ in readsHeaders }
        let index = try LicenseIndex(contentsOfFile: environment["CODESCAN_INDEX"] ?? "")
        var verdict: Verdict?
        InventoryRun(options: options, accounts: nil, index: index)
            .inspect([RepositoryLocation(path: GitPath(folder.path))]) { inspection in
                verdict = policy.verdict(on: inspection, today: CalendarDate("2026-06-01")!)
            }
        return try #require(verdict)
    }
}

@Suite("The pages of the rules", .enabled(if: Support.isReady, "needs the index: run make test"))
struct RulePageTests {
    @Test("every rule has its page, which says what the table says", arguments: Rule.all)
    func agrees(rule: Rule) throws {
        let page = try RulePage(rule)
        let names: [Severity: String] = [.error: "Error", .warning: "Warning", .note: "Note", .off: "Off"]
        #expect(page.text.hasPrefix("# `\(rule.identifier.rawValue)`\n\n**\(names[rule.severity] ?? "") by default.**"))
        for sentence in [rule.title, rule.reason, rule.mend] {
            #expect(page.text.contains(sentence(.english)))
            #expect(page.text.contains(sentence(.french)))
        }
        #expect(page.text.contains("Source: \(rule.source(.english))."))
        let list = try String(contentsOf: RulePage.folder.appending(path: "README.md"), encoding: .utf8)
        #expect(
            list.contains(
                "| [`\(rule.identifier.rawValue)`](\(rule.identifier.rawValue).md) | \(rule.severity.rawValue) |"))
    }

    @Test("there is no page without a rule")
    func noOthers() throws {
        let pages = try FileManager.default.contentsOfDirectory(atPath: RulePage.folder.path).filter {
            $0 != "README.md"
        }
        #expect(Set(pages) == Set(Rule.all.map { $0.identifier.rawValue + ".md" }))
    }

    @Test("the bad example of a rule fails it, with its weight", arguments: Rule.all)
    func bad(rule: Rule) throws {
        let verdict = try Support.verdict(RulePage(rule).files(under: "Fails"))
        let found = try #require(verdict.findings.first { $0.rule == rule.identifier })
        #expect(found.severity == (rule.severity == .off ? .error : rule.severity))
        #expect(verdict.isRed == (found.severity == .error))
    }

    @Test("the good example of a rule passes it, and is green", arguments: Rule.all)
    func good(rule: Rule) throws {
        let verdict = try Support.verdict(RulePage(rule).files(under: "Passes"))
        #expect(!verdict.findings.contains { $0.rule == rule.identifier }, "\(verdict.findings)")
        #expect(!verdict.isRed)
    }
}
