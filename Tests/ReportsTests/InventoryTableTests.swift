// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What the terminal shows: it fits, it is safe, it says what the inventory says in the reader's language.

import Forges
import Foundation
import Languages
import Licensing
import Testing

@testable import Inventory
@testable import Reports

struct InventoryTableTests {
    private func text(_ language: Language = .english, width: Int? = nil, colored: Bool = false) -> String {
        InventoryTable(language: language, width: width, colored: colored).text(Sample.inventory)
    }

    @Test("no line is wider than the terminal", arguments: [10, 20, 40, 60, 80, 100, 132, 200], Language.allCases)
    func fits(_ width: Int, _ language: Language) {
        for line in text(language, width: width).split(separator: "\n") {
            #expect(TerminalText(String(line)).width <= width, "\(line)")
        }
    }

    @Test("colours change nothing but colours", arguments: [nil, 30, 80])
    func colors(_ width: Int?) {
        let colored = text(width: width, colored: true)
        #expect(colored.contains("\u{1B}[32m"))
        #expect(colored.replacing(/\u{1B}\[[0-9]+m/, with: "") == text(width: width))
    }

    @Test(
        "a hostile name, path or message never reaches the terminal as control characters", arguments: Language.allCases
    )
    func safe(_ language: Language) {
        let text = text(language)
        for scalar in text.unicodeScalars where scalar != "\n" {
            #expect(scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format)
        }
        #expect(text.contains("\\u{1B}[2J\\u{9B}31m漢字\\u{202E}"))
        #expect(text.contains("data/\\u{D}\\u{1B}[1Abig.csv"))
    }

    @Test("a line tells a repository's licence, status, family and evidence")
    func row() throws {
        let line = try #require(text().split(separator: "\n").first { $0.contains("taxe-habitation") })
        #expect(
            line.split(separator: #/ {2,}/#).map(String.init) == [
                "github.com/etalab/taxe-habitation", "software", "CECILL-2.1", "free", "reciprocity",
                "LICENSE:1-518 +1",
            ])
    }

    @Test(
        "what vanished from its forge is said beside it and first below, in the reader's words; not of a day before",
        arguments: [
            (Language.english, "VANISHED", "package.json says MIT"), (.french, "DISPARU", "package.json indique MIT"),
        ])
    func vanished(_ language: Language, _ word: String, _ conflict: String) throws {
        var record = ForgeRecord(kind: .gitea, host: "github.com", owner: "etalab", name: "taxe-habitation")
        record.vanishedSince = "2026-03-08T06:00:00Z"
        var (gone, conflicting) = (Sample.tax, Sample.hostile)
        gone.forgeRecord = record
        conflicting.license.conflicts = ["package.json says MIT"]
        var inventory = Inventory(tool: Sample.inventory.tool, asOf: nil, entries: [conflicting, gone], problems: [])
        let table = InventoryTable(language: language)
        let blocks = table.text(inventory).split(separator: "\n\n")
        #expect(blocks[0].contains("github.com/etalab/taxe-habitation"))
        #expect(blocks[0].contains("\(word), "))
        #expect(blocks[0].contains(conflict))
        #expect(
            blocks[2].hasPrefix(word) && blocks[2].contains("etalab/taxe-habitation, ")
                && blocks[2].contains(language("since 8 March 2026", "depuis le 8\u{A0}mars 2026")))
        inventory.pastDate = "2026-03-07T23:59:59Z"
        #expect(!table.text(inventory).contains(word))
    }

    @Test("a contradiction is named, and a repository that cannot be read is not called unlicensed")
    func doubts() throws {
        let lines = text().split(separator: "\n")
        #expect(try #require(lines.first { $0.contains("HYPERLINK") }).contains("free, conflicting"))
        #expect(try #require(lines.first { $0.hasPrefix("abîmé") }).contains("not read"))
    }

    @Test("the summary counts by status and by ministry, and lists what needs an eye")
    func summary() {
        let text = text()
        #expect(text.contains("4 repositories, as of 23 November 2026\n"))
        #expect(text.contains(#/\n  free +2 +50\n/#))
        #expect(text.contains(#/\n  no licence +1 +25\n  not read +1 +25\n/#))
        #expect(text.contains(#/\nFinances +1 +1 +0 +0 +0 +0\n/#))
        #expect(text.contains("forks: 0, 3 not known · archived: 4 not known · mirrors: 4 not known · empty: 0"))
        #expect(text.contains("Left out, as inventory.yml says (1)\n  github.com/ancien/outil, since 1 January 2025"))
        #expect(text.contains("outside France nothing is granted"))
        #expect(text.contains("Errors (3)\n  forges/secret: permission denied\n  abîmé: the pack is corrupt"))
        #expect(text.contains("it expired on 2026-02-01"))
    }

    @Test("in French, the words and the spaces before colons are French")
    func french() {
        let text = text(.french)
        #expect(text.contains("DÉPÔT"))
        #expect(text.contains("4 dépôts, au 23\u{A0}novembre 2026"))
        #expect(text.contains("libre, contradictoire"))
        #expect(text.contains("bifurcations\u{A0}: 0, 3 inconnues · archivés\u{A0}: 4 inconnus"))
        #expect(text.contains("github.com/ancien/outil, depuis le 1er\u{A0}janvier 2025"))
        #expect(text.contains("hors de France rien n’est accordé"))
        #expect(text.contains("réciprocité"))
    }

    @Test("every value of the model has words in both languages", arguments: Language.allCases)
    func words(_ language: Language) {
        let words = Wording(language: language)
        let all =
            FreeSoftwareStatus.allCases.map { words($0) } + LicenseConclusion.Status.allCases.map { words($0) }
            + ContentKind.allCases.map { words($0) } + [words(nil as ContentKind?)]
        #expect(all.allSatisfy { !$0.isEmpty })
        #expect(Set(FreeSoftwareStatus.allCases.map { words($0) }).count == FreeSoftwareStatus.allCases.count)
    }

    @Test("no repository is a summary without a table")
    func empty() {
        let inventory = Inventory(tool: Sample.inventory.tool, asOf: nil, entries: [], problems: [])
        #expect(InventoryTable(language: .english).text(inventory) == "0 repositories\n")
        #expect(InventoryTable(language: .french).text(inventory) == "0 dépôt\n")
    }

    @Test("two repositories of one name are told apart by their paths")
    func twins() {
        let twins = ["a", "b"].map { folder in Sample.entry("outil", path: "\(folder)/outil") { _ in } }
        let names = RepositoryNames(twins)
        #expect(twins.map { names[$0] } == ["outil (a/outil)", "outil (b/outil)"])
    }
}

struct TerminalTextTests {
    @Test(
        "a width is counted in the terminal's cells",
        arguments: [
            ("abc", 3), ("漢字", 4), ("e\u{301}", 1), ("é", 1), ("\u{301}", 0), ("👩‍💻", 2), ("🇫🇷", 2), ("한", 2), ("Ａ", 2),
            ("…", 1),
            ("\u{1B}", 6), ("", 0),
        ])
    func width(_ text: String, _ cells: Int) {
        #expect(TerminalText(text).width == cells)
    }

    @Test(
        "a long text loses its middle",
        arguments: [
            ("abcdefgh", 8, "abcdefgh"), ("abcdefgh", 5, "ab…gh"), ("abcdefgh", 4, "ab…h"), ("漢字漢字", 5, "漢…字"),
            ("ab", 1, "…"), ("ab", 0, ""),
        ])
    func eliding(_ text: String, _ limit: Int, _ expected: String) {
        #expect(TerminalText(text).elided(to: limit).string == expected)
    }

    @Test("a sentence breaks at its spaces, a word that is too long anywhere")
    func wrapping() {
        #expect(TerminalText("one two three").wrapped(to: 7) == ["one two", "three"])
        #expect(TerminalText("abcdefgh ij").wrapped(to: 3) == ["abc", "def", "gh", "ij"])
    }
}
