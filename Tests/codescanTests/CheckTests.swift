// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan check` as a CI job runs it.

import Foundation
import TestSupport
import Testing

@Suite("codescan check")
struct CheckTests {
    private let workplace: Workplace
    private let mit = "Permission is hereby granted, free of charge, to any person obtaining a copy of this software.\n"

    init() throws {
        workplace = try Workplace()
        _ = try TestRepository(at: workplace.folder.path("r"))
        try workplace.folder.write("print(1)\n", to: "r/a.py")
    }

    @Test("a work tree without a licence is red, with the mend; with one, though not committed, it is green")
    func verdict() throws {
        let red = try workplace.run("check", "r", "--lang", "en")
        #expect(red.status == 1)
        #expect(red.text.hasPrefix("✗ r  - (no licence)\n  error  no-license\n"))
        #expect(red.text.contains("→ Add a file LICENSE"))
        try workplace.folder.write(mit, to: "r/LICENSE")
        let green = try workplace.run("check", "r", "--lang", "en")
        #expect(green.status == 0)
        #expect(green.text.hasPrefix("✓ r  MIT (free)\n"))
    }

    @Test("--committed judges HEAD, whatever lies in the work tree")
    func committed() throws {
        try TestRepository(existing: workplace.folder.path("r")).commit(["a.py": "1\n"])
        try workplace.folder.write(mit, to: "r/LICENSE")
        #expect(try workplace.run("check", "r", "--committed").status == 1)
        #expect(try workplace.run("check", "r").status == 0)
    }

    @Test("a folder inside a repository means the repository; a folder that is none is judged by its files")
    func folders() throws {
        try workplace.folder.write(mit, to: "r/LICENSE")
        try workplace.folder.write("1\n", to: "r/src/b.py")
        #expect(try workplace.run("check", "r/src").text.hasPrefix("✓ "))
        try workplace.folder.write("print(1)\n", to: "plain/a.py")
        #expect(try workplace.run("check", "plain").status == 1)
        #expect(try workplace.run("check", "nowhere").status == 64)
    }

    @Test("a work tree made to harm is judged all the same")
    func hostile() throws {
        try Command.run("mkfifo", [workplace.folder.path("r/LICENSE")])
        try FileManager.default.createSymbolicLink(
            atPath: workplace.folder.path("r/COPYING"), withDestinationPath: "/etc/passwd")
        try FileManager.default.createSymbolicLink(
            atPath: workplace.folder.path("r/LICENCE"), withDestinationPath: "LICENCE")
        try Command.run("bash", ["-c", "printf x > $'bad\\xff\\n::error::.py'"], in: workplace.folder.path("r"))
        try Command.run("truncate", ["-s", "300M", workplace.folder.path("r/UNLICENSE")])
        for format in ["text", "github", "codequality", "sarif", "junit", "json"] {
            let run = try workplace.run("check", "r", "--format", format)
            #expect(run.status == 1, "\(format): \(run.errors)")
        }
    }

    @Test(
        "a mistake in .codescan.yml is named with its line",
        arguments: ["rules:\n  no-licence: off\n", "rules:\n  x: [\n"])
    func policy(text: String) throws {
        try workplace.folder.write(text, to: "r/.codescan.yml")
        let run = try workplace.run("check", "r")
        #expect(run.status == 64)
        #expect(run.errors.hasPrefix("codescan: r/.codescan.yml:"))
    }

    @Test("the policy is that of the files that are judged: the work tree's, with --committed HEAD's, a mirror's own")
    func policyOfCommit() throws {
        let repository = TestRepository(existing: workplace.folder.path("r"))
        try repository.commit(["a.py": "1\n", ".codescan.yml": "rules:\n  no-license: note\n"])
        try Command.run("git", ["clone", "-q", "--bare", workplace.folder.path("r"), workplace.folder.path("m.git")])
        #expect(try workplace.run("check", "m.git").status == 0)
        try workplace.folder.write("rules:\n  no-license: error\n", to: "r/.codescan.yml")
        #expect(try workplace.run("check", "r").status == 1)
        #expect(try workplace.run("check", "r", "--committed").status == 0)
        #expect(try workplace.run("check", "m.git", "--config", "r/.codescan.yml").status == 1)
    }

    @Test("a policy that leads out of the repository, or is no file, is not obeyed")
    func policyElsewhere() throws {
        try workplace.folder.write("rules:\n  no-license: off\n", to: "elsewhere.yml")
        try FileManager.default.createSymbolicLink(
            atPath: workplace.folder.path("r/.codescan.yml"), withDestinationPath: "../elsewhere.yml")
        let run = try workplace.run("check", "r")
        #expect(run.status == 64)
        #expect(run.errors.hasPrefix("codescan: r/.codescan.yml: cannot be read"))
        try FileManager.default.removeItem(atPath: workplace.folder.path("r/.codescan.yml"))
        try Command.run("mkfifo", [workplace.folder.path("r/.codescan.yml")])
        #expect(try workplace.run("check", "r").status == 1)
    }

    @Test("a baseline that was written makes the same run green")
    func baseline() throws {
        #expect(try workplace.run("check", "r", "--write-baseline", "b.json").status == 0)
        #expect(try workplace.run("check", "r", "--baseline", "b.json").status == 0)
        #expect(try workplace.run("check", "r").status == 1)
        #expect(try workplace.run("check", "r", "--baseline", "none.json").status == 64)
        try FileManager.default.moveItem(
            atPath: workplace.folder.path("r"), toPath: workplace.folder.path("another-name"))
        #expect(try workplace.run("check", "another-name", "--baseline", "b.json").status == 0)
    }

    @Test("several reports come from one run")
    func reports() throws {
        let run = try workplace.run("check", "r", "--report", "sarif=o.sarif", "--report", "junit=o.xml")
        #expect(run.status == 1)
        #expect(run.text.contains("no-license"))
        #expect(try workplace.files.isSuperset(of: ["o.sarif", "o.xml"]))
        #expect(try workplace.run("check", "r", "--report", "pdf=x").status == 64)
    }

    @Test("--fix shows a diff, writes only when it is told, and the next check is green")
    func fix() throws {
        try workplace.folder.write(mit, to: "texts/MIT.txt")
        let texts = ["CODESCAN_TEXTS": workplace.path + "/texts"]
        let arguments = ["--fix", "--license", "mit", "--holder", "Montclair"]
        let shown = try workplace.run(
            "check", "r", arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], environment: texts)
        #expect(shown.text.contains("+++ b/LICENSE"))
        #expect(!FileManager.default.fileExists(atPath: workplace.folder.path("r/LICENSE")))
        let written = try workplace.run(
            "check", "r", "--fix", "--license", "MIT", "--holder", "Montclair", "--yes", environment: texts)
        #expect(written.status == 0, "\(written.errors)")
        #expect(try workplace.run("check", "r").status == 0)
        #expect(try workplace.run("check", "r", "--fix", "--license", "Nope", environment: texts).status == 64)
    }

    @Test("--fix writes through no link, waits for no pipe, and spoils no text in another encoding")
    func fixSpoilsNothing() throws {
        try workplace.folder.write(mit, to: "texts/EUPL-1.2.txt")
        try workplace.folder.write("# Elsewhere\n", to: "elsewhere.md")
        try FileManager.default.createSymbolicLink(
            atPath: workplace.folder.path("r/README.md"), withDestinationPath: "../elsewhere.md")
        try Command.run("mkfifo", [workplace.folder.path("r/package.json")])
        func fix() throws -> Int32 {
            try workplace.run(
                "check", "r", "--fix", "--license", "EUPL-1.2", "--yes",
                environment: ["CODESCAN_TEXTS": workplace.path + "/texts"]
            ).status
        }
        #expect(try fix() == 0)
        #expect(try String(contentsOfFile: workplace.folder.path("elsewhere.md"), encoding: .utf8) == "# Elsewhere\n")
        try FileManager.default.removeItem(atPath: workplace.folder.path("r/README.md"))
        try FileManager.default.removeItem(atPath: workplace.folder.path("r/LICENSE"))
        let latin = Data("# Caf\u{E9}\n".unicodeScalars.map { UInt8($0.value) })
        try latin.write(to: URL(fileURLWithPath: workplace.folder.path("r/README.md")))
        #expect(try fix() == 0)
        #expect(FileManager.default.contents(atPath: workplace.folder.path("r/README.md")) == latin)
    }
}
