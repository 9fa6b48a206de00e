// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The policy file, patterns, compatibility, baselines and mends.

import Forges
import Foundation
import Inventory
import Languages
import Licensing
import Testing

@testable import Policy

@Suite(".codescan.yml")
struct PolicyFileTests {
    @Test("a whole file is read")
    func whole() throws {
        let policy = try Policy(
            parsing: """
                policy: osi
                rules:
                  readme-without-license: off
                  no-publiccode: warning
                licenses:
                  allowed: [mit, EUPL-1.2]
                  denied: [AGPL-3.0-only]
                paths:
                  ignored: [examples/, "**/*.min.js"]
                exceptions:
                  - rule: license-not-in-decree
                    path: LICENSE
                    reason: approved by decision 2026-12
                    until: 2026-12-31
                """, file: "f")
        #expect(policy.preset == .osi)
        #expect(policy.severity(of: .readmeWithoutLicense) == .off)
        #expect(policy.severity(of: .noPubliccode) == .warning)
        #expect(policy.severity(of: .licenseNotInDecree) == .off)
        #expect(policy.allowed == ["MIT", "EUPL-1.2"])
        #expect(policy.denied == ["AGPL-3.0-only"])
        #expect(policy.exceptions.map(\.until.description) == ["2026-12-31"])
    }

    @Test("the command line's preset replaces the file's")
    func preset() throws {
        #expect(try Policy(parsing: "policy: osi\n", file: "f", preset: .reuse).preset == .reuse)
    }

    @Test("an empty file, or one of comments, changes nothing", arguments: ["", "# nothing\n", "\n"])
    func empty(text: String) throws {
        #expect(try Policy(parsing: text, file: "f").severities.isEmpty)
    }

    @Test(
        "a mistake is named with its line and its mend",
        arguments: [
            ("policy: franse\n", "f:1: unknown policy"),
            ("rules:\n  no-licence: off\n", "f:2: there is no rule “no-licence”"),
            ("rules:\n  no-license: loud\n", "f:2: “loud” is no severity"),
            ("rule: {}\n", "f:1: the file has no key “rule”"),
            ("licenses:\n  allowed: [MTI]\n", "f:2: “MTI” is no SPDX identifier"),
            ("licenses:\n  allowed: MIT\n", "f:2: licenses.allowed is not a list"),
            ("exceptions:\n  - rule: no-license\n    until: 2026-12-31\n", "f:2: the exception gives no reason"),
            ("exceptions:\n  - {rule: no-license, reason: r, until: soon}\n", "f:2: until is not a day"),
            ("exceptions:\n  - {rule: no-license, reason: r}\n", "f:2: the exception has no end"),
            ("policy: france\npolicy: osi\n", "f:1: not read as YAML: the key"),
            ("- a\n", "f:1: the file is not a mapping"),
            ("a: &x [b]\nc: *x\n", "f:1: not read as YAML: anchors"), ("a: [[[[[[\n", "f:"), ("rules: {a: \"\n", "f:"),
        ])
    func mistakes(text: String, sentence: String) {
        let error = #expect(throws: PolicyFileError.self) { try Policy(parsing: text, file: "f") }
        #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
    }

    @Test("a bomb is refused at once")
    func bomb() {
        let nested = String(repeating: "[", count: 100_000)
        #expect(throws: PolicyFileError.self) { try Policy(parsing: "a: \(nested)\n", file: "f") }
        let large = String(repeating: "# x\n", count: 300_000)
        #expect(throws: PolicyFileError.self) { try Policy(parsing: large, file: "f") }
    }
}

@Suite("Paths of a policy")
struct PathPatternTests {
    @Test(
        "patterns",
        arguments: [
            ("docs/", "docs/a/b.md", true), ("docs", "docs/a.md", true), ("docs", "docsy/a.md", false),
            ("src/*.c", "src/a.c", true), ("src/*.c", "src/b/a.c", false), ("**/*.js", "a/b/c.js", true),
            ("**/*.js", "c.js", true), ("a/**/z", "a/z", true), ("a/**/z", "a/b/c/z", true),
            ("/LICENSE", "LICENSE", true),
            ("a?c", "abc", true), ("a?c", "a/c", false), ("*", "x", true), ("", "x", false),
        ])
    func patterns(pattern: String, path: String, expected: Bool) {
        #expect(PathPattern(pattern).matches(path) == expected)
    }

    @Test("a pattern made to take long does not")
    func hostile() {
        #expect(!PathPattern(String(repeating: "*a", count: 200)).matches(String(repeating: "a", count: 4_000) + "b"))
    }
}

@Suite("Compatibility")
struct CompatibilityTests {
    @Test(
        "the table",
        arguments: [
            ("MIT", "GPL-3.0-only", true), ("GPL-3.0-only", "MIT", false), ("GPL-2.0-only", "GPL-3.0-or-later", false),
            ("GPL-2.0-or-later", "GPL-3.0-only", true), ("GPL-3.0-only", "GPL-2.0-only", false),
            ("GPL-3.0-only", "AGPL-3.0-only", true), ("AGPL-3.0-only", "GPL-3.0-or-later", true),
            ("AGPL-3.0-only", "GPL-2.0-only", false), ("Apache-2.0", "GPL-2.0-only", false),
            ("Apache-2.0", "GPL-2.0-or-later", true), ("Apache-2.0", "MIT", true), ("LGPL-2.1-only", "MIT", true),
            ("EPL-1.0", "GPL-2.0-only", false), ("EPL-2.0", "MIT", true), ("MPL-2.0", "Apache-2.0", true),
            ("CECILL-2.1", "GPL-3.0-only", true), ("CECILL-2.1", "EUPL-1.2", true),
            ("CECILL-2.0", "AGPL-3.0-only", false),
            ("CECILL-2.1", "MIT", false), ("EUPL-1.2", "GPL-3.0-only", true), ("EUPL-1.1", "GPL-3.0-only", false),
            ("EUPL-1.2", "Apache-2.0", false), ("EUPL-1.1", "EUPL-1.2", true), ("EUPL-1.2", "EUPL-1.1", false),
            ("CC-BY-NC-4.0", "MIT", false), ("MIT OR GPL-3.0-only", "Apache-2.0", true),
            ("MIT AND GPL-3.0-only", "Apache-2.0", false), ("GPL-2.0-only WITH Classpath-exception-2.0", "MIT", true),
            ("GPL-3.0-only", "MIT OR GPL-3.0-only", true),
        ])
    func answers(theirs: String, own: String, expected: Bool) throws {
        let answer = Compatibility.answer(
            taking: try LicenseExpression(parsing: theirs), into: try LicenseExpression(parsing: own))
        switch answer {
        case .yes?: #expect(expected)
        case .no?: #expect(!expected)
        case nil: Issue.record("the table does not say")
        }
    }

    @Test(
        "where the sources are silent, so is the table", arguments: [("GPL-3.0-only", "EUPL-1.2"), ("OSL-3.0", "MIT")])
    func silence(theirs: String, own: String) throws {
        let answer = Compatibility.answer(
            taking: try LicenseExpression(parsing: theirs), into: try LicenseExpression(parsing: own))
        #expect(answer == nil)
    }
}

@Suite("publiccode.yml")
struct PubliccodeTests {
    private static let whole = """
        publiccodeYmlVersion: "0.5.0"
        name: Menus
        url: https://forge.example.org/commune/menus
        platforms: [web]
        usedBy: []
        releaseDate: 2026-03-01
        developmentStatus: stable
        softwareType: standalone/web
        description:
          fr:
            shortDescription: Les menus de la cantine.
            longDescription: \(String(repeating: "Les menus. ", count: 20))
            features: [Menus]
        legal:
          license: EUPL-1.2
        maintenance:
          type: internal
          contacts:
            - name: Service informatique
        localisation:
          localisationReady: true
          availableLanguages: [fr]
        dependsOn:
          open:
            - name: PostgreSQL
              optional: true
        it:
          conforme: {gdpr: true}

        """

    @Test("a file as the standard asks has no mistake, nor has a country's own section")
    func valid() {
        #expect(PubliccodeReader.mistakes(in: Self.whole).isEmpty)
    }

    @Test(
        "a mistake is named with its line",
        arguments: [
            ("\"0.5.0\"", "\"2.4.0\"", 1, "publiccodeYmlVersion is “2.4.0”"),
            ("https://forge.example.org/commune/menus", "forge.example.org", 3, "url is no absolute URL"),
            ("[web]", "web", 4, "platforms is a list"), ("[web]", "[]", 1, "platforms is required and missing"),
            ("2026-03-01", "March", 6, "releaseDate is no day"),
            ("developmentStatus: stable", "developmentStatus: done", 7, "developmentStatus is “done”"),
            ("Les menus. Les", "x\n#", 12, "description.fr.longDescription has 1 characters, and needs 150"),
            ("Les menus de la", String(repeating: "long", count: 50), 11, "description.fr.shortDescription has 209"),
            ("  fr:", "  fr: x\n  en:", 10, "description.fr is a mapping"),
            ("features: [Menus]", "feature: [Menus]", 10, "description.fr.features is required and missing"),
            ("license: EUPL-1.2", "license: [EUPL-1.2]", 15, "legal.license is a text"),
            ("type: internal", "type: contract", 17, "maintenance.contractors is required"),
            ("localisationReady: true", "localisationReady: perhaps", 21, "localisation.localisationReady is true"),
            ("usedBy: []", "userBy: []", 5, "userBy is no key of the standard"),
            ("- name: PostgreSQL", "- nom: PostgreSQL", 25, "dependsOn.open[0].name is required"),
            ("legal:\n", "legal: []\nLegal:\n", 1, "legal is required and missing"),
        ])
    func mistakes(good: String, bad: String, line: Int, sentence: String) {
        let mistakes = PubliccodeReader.mistakes(in: Self.whole.replacing(good, with: bad, maxReplacements: 1))
        #expect(
            mistakes.contains { $0.line == line && $0.english.hasPrefix(sentence) },
            "\(mistakes.map { "\($0.line ?? 0): \($0.english)" })")
    }

    @Test("what is no mapping, no YAML, or made to be long is told in a few words")
    func hostile() {
        #expect(PubliccodeReader.mistakes(in: "[]").map(\.english) == ["is not a mapping of keys"])
        #expect(PubliccodeReader.mistakes(in: "a: [").count == 1)
        let keys = (0..<20_000).map { "k\($0): 1\n" }.joined()
        #expect(PubliccodeReader.mistakes(in: keys).count == 50)
    }
}

@Suite("Contradictions")
struct ConflictSentenceTests {
    @Test(
        "the sentence of a contradiction is French in French, and names its file",
        arguments: [
            ("a/package.json says MIT", "a/package.json indique MIT", "a/package.json"),
            ("README.md refers to C, which is MIT", "README.md renvoie à C, qui est sous MIT", "README.md"),
            ("L is titled EUPL-1.2 above the text of MIT", "L a pour titre EUPL-1.2 au-dessus du texte de MIT", "L"),
            (
                "M.txt is named ISC and holds the text of MIT", "M.txt est nommé ISC et contient le texte de MIT",
                "M.txt"
            ),
            ("LICENSE.txt is empty", "LICENSE.txt est vide", "LICENSE.txt"),
            ("R.md:19 restricts the use that MIT allows", "R.md:19 restreint l’usage que permet MIT", "R.md"),
        ])
    func sentences(english: String, french: String, path: String) {
        let conflict = ConflictSentence(english)
        #expect(conflict(.english) == english)
        #expect(conflict(.french) == french)
        #expect(conflict.path == path)
        #expect(!conflict.subject.contains(":19"))
    }
}

@Suite("Verdicts", .enabled(if: Support.isReady, "needs the index: run make test"))
struct VerdictTests {
    private let unlicensed = [(path: "a.py", text: "print(1)\n")]

    @Test("an exception holds to its last day, and is told once it is over")
    func exceptions() throws {
        let day = CalendarDate("2026-06-01")!
        for (until, isRed) in [("2026-06-01", false), ("2026-05-31", true)] {
            let exception = Policy.Exception(
                rule: .noLicense, path: nil, reason: "r", until: CalendarDate(until)!, line: 1)
            let verdict = try Support.verdict(unlicensed) { $0.exceptions = [exception] }
            #expect(verdict.isRed == isRed)
            var policy = Policy()
            policy.exceptions = [exception]
            #expect(policy.expiredExceptions(on: day).isEmpty != isRed)
        }
    }

    @Test("findings under ignored paths are left out")
    func ignoredPaths() throws {
        let files =
            unlicensed + [(path: "LICENSE", text: "MIT License\n\nCopyright (c) <year> <name>\n\n(the text of MIT)\n")]
        #expect(try Support.verdict(files).findings.contains { $0.rule == .unfilledText })
        let verdict = try Support.verdict(files) { $0.ignoredPaths = [PathPattern("LICENSE")] }
        #expect(!verdict.findings.contains { $0.rule == .unfilledText })
    }

    @Test("data and documentation are judged as such: no licence is a warning, a data licence is right")
    func data() throws {
        let data = [
            (path: "a.csv", text: "a;b\n"), (path: "b.csv", text: "a;b\n"), (path: "README.md", text: "# Data\n"),
        ]
        let verdict = try Support.verdict(data)
        #expect(verdict.findings.first?.rule == .noLicense)
        #expect(verdict.findings.first?.severity == .warning)
        #expect(!verdict.isRed)
        let licensed = try Support.verdict(data + [(path: "LICENSE", text: "(the text of etalab-2.0)\n")])
        #expect(!licensed.findings.contains { $0.rule == .dataLicenseOnCode || $0.rule == .noLicense })
    }

    @Test("a contradiction is told at the line of the field that says it")
    func placeOfConflict() throws {
        let verdict = try Support.verdict(
            unlicensed + [
                (path: "LICENSE", text: "(the text of EUPL-1.2)\n"),
                (path: "package.json", text: "{\n  \"name\": \"x\",\n  \"license\": \"MIT\"\n}\n"),
            ])
        let finding = try #require(verdict.findings.first { $0.rule == .conflictingLicenses })
        #expect(finding.path == "package.json")
        #expect(finding.lines == 3...3)
    }

    @Test("a baseline makes what it knows green, whatever its line, and lets what is new fail")
    func baseline() throws {
        let old = try Support.verdict(unlicensed)
        let data = try Baseline([old]).data()
        let baseline = try Baseline(data, file: "b")
        var again = old
        again.entry.path = old.entry.path
        #expect(!baseline.apply(to: again, isOnlyOne: false).isRed)
        #expect(baseline.apply(to: again, isOnlyOne: false).known.count == old.findings.count)
        var other = old
        other.findings.append(Finding(.nonFreeLicense, at: "LICENSE", Bilingual("new", "nouveau")))
        #expect(baseline.apply(to: other, isOnlyOne: false).isRed)
        #expect(throws: BaselineError.self) { try Baseline(Data("{}".utf8), file: "b") }
    }

    @Test("--fix writes a LICENSE, a manifest's field and a README's section, and nothing twice")
    func mends() throws {
        var files = [
            "a.py": "print(1)\n", "package.json": "{\n  \"name\": \"x\"\n}\n", "README.md": "# X",
            "Cargo.toml": "[package]\nname = \"x\"\nversion = \"1.0.0\"\n",
            "pyproject.toml": "[build-system]\nname = \"no\"\n\n[project]\r\nname = \"x\"\r\n",
        ]
        let mend = LicenseMend(license: "MIT", holder: "Commune de Montclair", year: 2026)
        func changes() throws -> [FileChange] {
            let verdict = try Support.verdict(files.map { ($0.key, $0.value) })
            return try mend.changes(verdict, text: try Support.filled("(the text of MIT)")) {
                files[$0].map { .text($0) } ?? .absent
            }
        }
        let first = try changes()
        #expect(first.map(\.path) == ["LICENSE", "package.json", "pyproject.toml", "Cargo.toml", "README.md"])
        for change in first { files[change.path] = change.content }
        #expect(files["package.json"] == "{\n  \"license\": \"MIT\",\n  \"name\": \"x\"\n}\n")
        #expect(files["Cargo.toml"] == "[package]\nname = \"x\"\nlicense = \"MIT\"\nversion = \"1.0.0\"\n")
        #expect(files["pyproject.toml"]?.hasSuffix("name = \"x\"\r\nlicense = \"MIT\"\r\n") == true)
        #expect(files["LICENSE"]?.hasPrefix("Copyright (c) 2026 Commune de Montclair\n\n") == true)
        #expect(files["README.md"] == "# X\n\n## Licence\n\nMIT, [LICENSE](LICENSE)\n")
        #expect(try changes().isEmpty)
        #expect(try !Support.verdict(files.map { ($0.key, $0.value) }).isRed)
    }

    @Test("--fix never touches a licence that is there, nor a manifest that says another")
    func careful() throws {
        let files = [
            "a.py": "1\n", "LICENSE": "All rights reserved to nobody.\n", "package.json": "{\"license\": \"ISC\"}",
        ]
        let verdict = try Support.verdict(files.map { ($0.key, $0.value) })
        let mend = LicenseMend(license: "EUPL-1.2", holder: nil, year: 2026)
        #expect(try mend.changes(verdict, text: "text") { files[$0].map { .text($0) } ?? .absent }.isEmpty)
    }

    @Test("--fix ends the lines it adds as the file does, and leaves alone what it cannot write back")
    func surroundings() throws {
        let verdict = try Support.verdict(unlicensed + [(path: "README.md", text: "# X\r\n")])
        let mend = LicenseMend(license: "EUPL-1.2", holder: nil, year: 2026)
        let windows = try mend.changes(verdict, text: "text") { $0 == "README.md" ? .text("# X\r\n") : .absent }
        #expect(windows.last?.content == "# X\r\n\r\n## Licence\r\n\r\nEUPL-1.2, [LICENSE](LICENSE)\r\n")
        #expect(try mend.changes(verdict, text: "text") { _ in .untouchable }.isEmpty)
    }

    @Test("--fix puts no software under a licence for data, which would leave it red")
    func dataLicense() throws {
        let verdict = try Support.verdict(unlicensed)
        #expect(throws: MendError.self) {
            try LicenseMend(license: "etalab-2.0", holder: nil, year: 2026).changes(verdict, text: "t") { _ in .absent }
        }
    }

    @Test("MIT and BSD need to know whom they speak of")
    func holder() throws {
        let verdict = try Support.verdict(unlicensed)
        #expect(throws: MendError.self) {
            try LicenseMend(license: "MIT", holder: nil, year: 2026).changes(verdict, text: "text") { _ in .absent }
        }
    }

    @Test("a diff is one that patch applies, whatever ends the file")
    func diffs() {
        let change = FileChange(inserting: ["b\n"], below: 1, of: "a\nc", at: "x")
        #expect(change.content == "a\nb\nc")
        #expect(
            change.unifiedDiff
                == "--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n a\n+b\n c\n\\ No newline at end of file\n")
        #expect(FileChange(creating: "n", "1\n2\n").unifiedDiff == "--- /dev/null\n+++ b/n\n@@ -0,0 +1,2 @@\n+1\n+2\n")
    }
}
