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
