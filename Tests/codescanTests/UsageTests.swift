// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a person who mistypes is told, and the status that a script tests.

import Foundation
import Testing

struct UsageTests {
    @Test(
        "a mistake in the command line, a path or a file given ends with 64 and names what is wrong",
        arguments: [
            (["inventory", "forges", "--formt", "json"], "--formt"),
            (["inventory", "forges", "--format", "xml"], "'xml' is invalid for '--format"),
            (["inventory", "forges", "--lang", "de"], "--lang"),
            (["inventory", "forges", "--jobs", "0"], "--jobs 0"),
            (["inventory", "forges", "--csv-dialect", "excel-fr"], "--csv-dialect is for --format csv"),
            (["inventory", "forges", "--no-cache", "--cache", "a"], "--no-cache"),
            (["inventory"], "give a repository, or a folder"),
            (["identify"], "give a file or a folder"),
            (["algorithms"], "give a repository, or a folder"),
            (["algorithms", "forges", "--csv-dialect", "excel-fr"], "--csv-dialect is for --format csv"),
            (["algorithms", "mention"], "codescan algorithms init"),
            (["algorithms", "mention", "nowhere.yml"], "codescan: nowhere.yml: cannot be read"),
            (["inventory", "nowhere"], "codescan: nowhere: no such folder"),
            (["identify", "nowhere"], "codescan: nowhere: no such file or folder"),
            (["identify", "--files-from", "nowhere"], "codescan: nowhere: the list cannot be read"),
            (["inventory", "forges", "--accounts", "nowhere.yml"], "codescan: nowhere.yml: no such file"),
            (["inventory", "forges", "--index", "nowhere.idx"], "codescan index build"),
            (["identify", "db", "--index", "db/rules/mit_1.RULE"], "codescan index build"),
        ])
    func mistakes(_ arguments: [String], _ sentence: String) throws {
        let workplace = try Workplace()
        let index = ["CODESCAN_INDEX": workplace.path + "/licenses.idx"]
        let run = try ProgramRun(arguments, in: workplace.path, environment: index)
        #expect(run.status == 64)
        #expect(run.errors.contains(sentence), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test(
        "what is wrong with a file is said in the language asked for, else in the locale's",
        arguments: [
            (["inventory", "nowhere"], "nowhere\u{A0}: aucun dossier de ce nom\u{A0}; vérifiez le chemin"),
            (["inventory", "db"], "db\u{A0}: ne contient aucun dépôt git\u{A0}; on y attend"),
            (["history", "db/rules/mit_1.RULE"], "db/rules/mit_1.RULE\u{A0}: n’est pas un dossier"),
            (["identify", "nowhere"], "nowhere\u{A0}: aucun fichier ni dossier de ce nom"),
            (["identify", "--files-from", "nowhere"], "nowhere\u{A0}: la liste est illisible"),
            (["check", "forges", "--config", "nowhere"], "nowhere\u{A0}: illisible\u{A0}; vérifiez"),
            (["diff", "nowhere.json", "b.json"], "nowhere.json\u{A0}: aucun fichier de ce nom"),
            (
                ["diff", "db/rules/mit_1.RULE", "b"],
                "db/rules/mit_1.RULE\u{A0}: n’est pas un inventaire\u{A0}; codescan"
            ),
            (
                ["track", "nowhere.csv", "--inventory", "i"],
                "nowhere.csv\u{A0}: illisible\u{A0}: aucun fichier ou dossier"
            ),
            (["track", "db/rules/mit_1.RULE", "--inventory", "i"], "db/rules/mit_1.RULE:1\u{A0}: pas de colonne"),
            (
                ["inventory", "forges", "--index", "nowhere.idx"],
                "nowhere.idx\u{A0}: pas d’index des licences ici\u{A0}; faites-le avec\u{A0}: codescan index build"
            ),
            (["mirror", "nowhere.yml"], "nowhere.yml\u{A0}: aucun fichier de ce nom\u{A0}; écrivez-y"),
            (
                ["inventory", "forges", "-o", "gone/i.txt"],
                "gone/i.txt\u{A0}: ne peut être créé dans gone\u{A0}: aucun"
            ),
        ])
    func inFrench(_ arguments: [String], _ sentence: String) throws {
        let workplace = try Workplace()
        let index = ["CODESCAN_INDEX": workplace.path + "/licenses.idx"]
        for (option, locale) in [(["--lang", "fr"], "C"), ([], "fr_FR.UTF-8")] {
            let run = try ProgramRun(
                arguments + option, in: workplace.path, environment: index.merging(["LANG": locale]) { $1 })
            #expect(run.errors.hasPrefix("codescan: \(sentence)"), "\(run.errors)")
        }
        let english = try ProgramRun(
            arguments + ["--lang", "en"], in: workplace.path, environment: index.merging(["LANG": "fr"]) { $1 })
        #expect(!english.errors.contains("\u{A0}"), "\(english.errors)")
    }

    @Test("a repository that cannot be read is told of in French: in the table, on the terminal and in the entry")
    func damagedInFrench() throws {
        let workplace = try Workplace()
        try workplace.folder.write("ref: ../outside\n", to: "forges/forge.example.org/owner/empty.git/HEAD")
        let sentence = "la référence HEAD est abîmée"
        let table = try workplace.run("inventory", "forges", "--lang", "fr", "--no-cache")
        #expect(table.status == 2)
        #expect(table.text.contains(sentence), "\(table.text)")
        #expect(table.text.contains("1 dépôt\n"))
        #expect(table.errors.contains("tout n’a pas pu être lu\u{A0}: 1 dépôt en erreur, 0 autre problème\u{A0};"))
        for command in ["history", "check"] {
            let run = try workplace.run(command, "forges", "--lang", "fr")
            #expect(run.status == 2)
            #expect((run.text + run.errors).contains(sentence), "\(run.text)\(run.errors)")
        }
        let json = try workplace.run("inventory", "forges", "--lang", "fr", "--no-cache", "--format", "json")
        #expect(json.text.contains(sentence))
    }

    @Test("without an index, one line names the command that makes one")
    func missingIndex() throws {
        let workplace = try Workplace()
        let run = try workplace.run("inventory", "forges", environment: ["CODESCAN_INDEX": "gone.idx"])
        #expect(run.status == 64)
        #expect(run.errors.hasPrefix("codescan: gone.idx: "))
        #expect(run.errors.contains("codescan index build"))
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test("a mistake in ./inventory.yml is named with its line")
    func accounts() throws {
        let workplace = try Workplace()
        try workplace.folder.write("github.com:\n  forge: subversion\n", to: "inventory.yml")
        let run = try workplace.run("inventory", "forges")
        #expect(run.status == 64)
        #expect(run.errors.hasPrefix("codescan: inventory.yml:2: "))
    }

    @Test(
        "a SOURCE_DATE_EPOCH that is no number of seconds is refused",
        arguments: ["yesterday", "-1", "99999999999999999999"])
    func sourceDate(_ value: String) throws {
        let run = try Workplace().run("inventory", "forges", environment: ["SOURCE_DATE_EPOCH": value])
        #expect(run.status == 64)
        #expect(run.errors.hasPrefix("codescan: SOURCE_DATE_EPOCH: "))
    }

    @Test(
        "help shows examples, each on one line",
        arguments: [
            [], ["inventory"], ["identify"], ["check"], ["mirror"], ["diff"], ["history"], ["track"], ["algorithms"],
            ["algorithms", "list"], ["algorithms", "init"], ["algorithms", "mention"], ["index"], ["index", "build"],
            ["index", "info"],
        ])
    func help(_ command: [String]) throws {
        let run = try ProgramRun(command + ["--help"], in: "/tmp", environment: ["COLUMNS": "80"])
        #expect(run.status == 0)
        let text = run.text
        let examples = try #require(text.firstRange(of: "EXAMPLES\n"))
        let block = text[examples.upperBound...].prefix { _ in true }.split(separator: "\n\n", maxSplits: 1)[0]
        for line in block.split(separator: "\n") { #expect(line.hasPrefix("  "), "\(line)") }
    }

    @Test(
        "today is a past day as far as it has come; a day or an instant still to come is refused",
        arguments: ["inventory", "history"])
    func future(_ command: String) throws {
        let workplace = try Workplace()
        func text(_ seconds: TimeInterval) -> String { Date(timeIntervalSinceNow: seconds).formatted(.iso8601) }
        let option = command == "inventory" ? "--as-of" : "--to"
        for date in [text(0).prefix(10), text(-60).prefix(20)].map(String.init) {
            #expect(try workplace.run(command, "forges", "--no-cache", option, date).status == 0, "\(date)")
        }
        for date in [text(3600), String(text(172_800).prefix(10))] {
            let run = try workplace.run(command, "forges", "--no-cache", option, date)
            #expect(run.status == 64)
            #expect(run.errors.contains("\(date) is still to come: give a past date"), "\(run.errors)")
        }
    }

    @Test("the version is a semantic version")
    func version() throws {
        let run = try ProgramRun(["--version"], in: "/tmp")
        #expect(run.status == 0)
        #expect(run.text.wholeMatch(of: #/[0-9]+\.[0-9]+\.[0-9]+\n/#) != nil)
    }
}
