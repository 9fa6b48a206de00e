// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan track` as it is typed: what is written where, and what is told to whoever mistypes.

import Foundation
import Testing

struct TrackTests {
    private let workplace: Workplace
    private static let table = """
        Titre;Type;Producteur;Producteur_Code_Source;Statut_Code_Source;URL_Code_Source;Date_estimee_Code_Source
        Dépôt vide;Code source;M;;Disponible;https://forge.example.org/owner/empty;
        Autre;API;M;;;;

        """
    private static let filled = table.replacingOccurrences(of: ";;Disponible;", with: ";;Partiellement disponible;")

    init() throws {
        workplace = try Workplace()
        try workplace.folder.write(Self.table, to: "suivi.csv")
        let run = try workplace.run("inventory", "forges", "--no-cache", "--format", "json", "-o", "inventory.json")
        try #require(run.status == 0, "\(run.errors)")
    }

    private func track(_ arguments: String...) throws -> ProgramRun {
        try ProgramRun(["track", "suivi.csv", "--inventory", "inventory.json"] + arguments, in: workplace.path)
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: workplace.folder.path(name), encoding: .utf8)
    }

    @Test("the table goes to standard output, what changed to standard error")
    func streams() throws {
        let run = try track()
        #expect(run.status == 0)
        #expect(run.text == Self.filled)
        #expect(
            run.errors.contains(
                "suivi.csv:2: Statut_Code_Source: \"Disponible\" → \"Partiellement disponible\": forge.example.org/owner/empty"
            ))
        #expect(run.errors.contains("1 of 2 commitments about source code: 1 Partiellement"))
    }

    @Test("with --dry-run no table is written, and what would change is said on standard output")
    func dryRun() throws {
        let run = try track("--dry-run", "--lang", "fr")
        #expect(run.status == 0)
        #expect(run.text.contains("\"Disponible\" → \"Partiellement disponible\"\u{A0}: forge"))
        #expect(run.errors.isEmpty)
        #expect(try text("suivi.csv") == Self.table)
    }

    @Test("the table may be filled in where it is, or come by a pipe")
    func inPlace() throws {
        #expect(try track("-o", "suivi.csv").status == 0)
        #expect(try text("suivi.csv") == Self.filled)
        let piped = try ProgramRun(
            ["track", "-", "--inventory", "inventory.json"], in: workplace.path,
            shell: #"exec "$0" "$@" < suivi.csv"#)
        #expect(piped.text == Self.filled)
    }

    @Test("what a shell gives for a file is read: a process's output, a link to standard input")
    func pipes() throws {
        for shell in [
            #"exec "$0" track <(cat suivi.csv) --inventory <(cat inventory.json)"#,
            #"cat suivi.csv | "$0" track /dev/stdin --inventory inventory.json"#,
        ] {
            let run = try ProgramRun([], in: workplace.path, shell: shell)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.text == Self.filled)
        }
        let diff = try ProgramRun(
            [], in: workplace.path, shell: #"exec "$0" diff <(cat inventory.json) inventory.json --exit-code"#)
        #expect(diff.status == 0, "\(diff.errors)")
    }

    @Test("several reports, proposals and a package are written in one run")
    func reports() throws {
        let run = try track(
            "-d", "--report", "a.html", "--report", "a.md", "--report", "a.csv", "--report", "a.json", "--report",
            "a.ods",
            "--propose", "d.yml", "--datapackage", "new/package", "--since", "inventory.json")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try text("a.html").contains("<html lang=\"en\">"))
        #expect(try text("a.md").hasPrefix("# Source code: where the commitments stand\n"))
        #expect(try text("new/package/datapackage.json").contains("tabular-data-package"))
        for name in ["a.csv", "a.json", "a.ods", "d.yml"] { #expect(try workplace.files.contains(name), "\(name)") }
    }

    @Test(
        "no output takes the place of what is read, or of another output, however the file is named",
        arguments: [
            (["-d", "--report", "./suivi.csv"], "./suivi.csv: --report would take the place of the table"),
            (["-o", "inventory.json"], "inventory.json: --output would take the place of the inventory"),
            (["-d", "--report", "link.json"], "link.json: --report would take the place of the inventory"),
            (["-d", "--since", "before.json", "--report", "before.json"], "would take the place of --since"),
            (["-d", "--aliases", "a.yml", "--propose", "a.yml"], "a.yml: --propose would take the place of --aliases"),
            (["-o", "a.csv", "--report", "./a.csv"], "./a.csv: --output and --report would both write it"),
            (["-d", "--report", "a.csv", "--report", "a.csv"], "a.csv: --report and --report would both write it"),
            (
                ["-o", "p/engagements.csv", "--datapackage", "p"],
                "p/engagements.csv: --output and --datapackage would both write it"
            ),
        ])
    func collisions(_ arguments: [String], _ sentence: String) throws {
        try workplace.folder.write("", to: "a.yml")
        try workplace.folder.write("", to: "p/other.csv")
        try FileManager.default.createSymbolicLink(
            atPath: workplace.folder.path("link.json"), withDestinationPath: "inventory.json")
        try FileManager.default.copyItem(
            atPath: workplace.folder.path("inventory.json"), toPath: workplace.folder.path("before.json"))
        let (files, inventory) = (try workplace.files, try text("inventory.json"))
        let run = try ProgramRun(
            ["track", "suivi.csv", "--inventory", "inventory.json"] + arguments, in: workplace.path)
        #expect(run.status == 64)
        #expect(run.errors.contains(sentence), "\(run.errors)")
        #expect(try workplace.files == files)
        #expect(try text("suivi.csv") == Self.table)
        #expect(try text("inventory.json") == inventory)
        #expect(try text("before.json") == inventory)
    }

    @Test("neither does a diff take the place of an inventory, nor an inventory that of the list of forge accounts")
    func collisionsOfOthers() throws {
        let inventory = try text("inventory.json")
        let diff = try workplace.run("diff", "inventory.json", "inventory.json", "-o", "inventory.json")
        #expect(diff.status == 64)
        #expect(diff.errors.contains("--output would take the place of the earlier inventory"), "\(diff.errors)")
        #expect(try text("inventory.json") == inventory)
        try workplace.folder.write("forge.example.org:\n  forge: gitea\n", to: "inventory.yml")
        let taken = try workplace.run("inventory", "forges", "--no-cache", "--format", "yaml", "-o", "inventory.yml")
        #expect(taken.status == 64)
        #expect(taken.errors.contains("would take the place of the list of forge accounts"), "\(taken.errors)")
        #expect(try text("inventory.yml") == "forge.example.org:\n  forge: gitea\n")
    }

    @Test(
        "a mistake ends with 64 and names what is wrong; nothing is written",
        arguments: [
            (["track"], "<table>"), (["track", "suivi.csv"], "--inventory"),
            (["track", "nowhere.csv", "--inventory", "inventory.json"], "codescan: nowhere.csv: cannot be read"),
            (["track", "suivi.csv", "--inventory", "nowhere.json"], "codescan: nowhere.json: no such file"),
            (["track", "suivi.csv", "--inventory", "suivi.csv"], "codescan: suivi.csv: "),
            (
                ["track", "inventory.json", "--inventory", "inventory.json"],
                "codescan: inventory.json:1: no list of \"records\""
            ),
            (
                ["track", "suivi.csv", "--inventory", "inventory.json", "--accept", "suivi.csv"],
                "codescan: suivi.csv:1: give a list"
            ),
            (
                ["track", "suivi.csv", "--inventory", "inventory.json", "--aliases", "nowhere"],
                "codescan: nowhere: cannot be read"
            ),
            (
                ["track", "suivi.csv", "--inventory", "inventory.json", "--report", "a.doc"],
                ".html, .pdf, .md, .csv, .json or .ods"
            ),
            (["track", "suivi.csv", "--inventory", "inventory.json", "--format", "html"], "--format is for --report"),
            (
                ["track", "suivi.csv", "--inventory", "inventory.json", "--report", "-", "--format", "html"],
                "standard output takes one"
            ),
            (
                ["track", "suivi.csv", "--inventory", "inventory.json", "-d", "-o", "b.csv"],
                "--dry-run writes no table"
            ),
            (
                ["track", "suivi.csv", "--inventory", "inventory.json", "--csv-dialect", "excel-fr"],
                "--csv-dialect is for a CSV report"
            ),
            (["track", "suivi.csv", "--inventory", "inventory.json", "--as-of", "hier"], "hier is no date"),
        ])
    func mistakes(_ arguments: [String], _ sentence: String) throws {
        let before = try workplace.files
        let run = try ProgramRun(arguments, in: workplace.path)
        #expect(run.status == 64)
        #expect(run.errors.contains(sentence), "\(run.errors)")
        #expect(run.output.isEmpty)
        #expect(try workplace.files == before)
    }

    @Test("what a file says in an error moves no cursor")
    func controlCharacters() throws {
        try workplace.folder.write("a\u{1B}[2J,\u{202E}b\n", to: "odd.csv")
        let run = try ProgramRun(["track", "odd.csv", "--inventory", "inventory.json"], in: workplace.path)
        #expect(run.status == 64)
        #expect(run.errors.contains("\\u{1B}[2J"), "\(run.errors)")
        #expect(!run.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }

    @Test(
        "an inventory of another day than the one asked for, or in JSON lines, is refused with the command that makes a right one"
    )
    func wrongInventory() throws {
        let dated = try workplace.run(
            "inventory", "forges", "--no-cache", "--format", "json", "-o", "inventory.json",
            environment: ["SOURCE_DATE_EPOCH": "1700000000"])
        #expect(dated.status == 0)
        let past = try track("--as-of", "2021-04-27")
        #expect(past.status == 64)
        #expect(past.errors.contains("codescan inventory ./forges --as-of 2021-04-27 --format json"))
        let older = try workplace.run(
            "inventory", "forges", "--no-cache", "--format", "json", "--as-of", "2020-01-01", "-o", "inventory.json")
        #expect(older.status == 0)
        #expect(try track("--as-of", "2020-01-01").status == 0)
        let stale = try track("--as-of", "2021-04-27")
        #expect(stale.status == 64)
        #expect(
            stale.errors.contains("speaks of 1 January 2020, earlier than --as-of; make it with"), "\(stale.errors)")
        _ = try workplace.run("inventory", "forges", "--no-cache", "--format", "jsonl", "-o", "inventory.json")
        let lines = try track()
        #expect(lines.status == 64)
        #expect(lines.errors.contains("give what --format json writes"))
    }

    @Test("a PDF without what makes it ends with 69 and says how to install it, before anything is written")
    func withoutRenderer() throws {
        let refused = try ProgramRun(
            ["track", "suivi.csv", "--inventory", "inventory.json", "-o", "c.csv", "--report", "c.pdf"],
            in: workplace.path,
            environment: ["CODESCAN_WEASYPRINT": "/nonexistent/weasyprint"])
        #expect(refused.status == 69)
        #expect(refused.errors.contains("apt install weasyprint"))
        #expect(try !workplace.files.contains("c.csv"))
        let failing = try ProgramRun(
            ["track", "suivi.csv", "--inventory", "inventory.json", "-d", "--report", "c.pdf"], in: workplace.path,
            environment: ["CODESCAN_WEASYPRINT": "/bin/false"])
        #expect(failing.status == 69)
        #expect(failing.errors.contains("/bin/false ended with 1"))
    }
}
