// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Where results go: a file that is whole or not there, standard output that fails aloud, colours that were asked for.

import Foundation
import TestSupport
import Testing

struct OutputTests {
    private let workplace: Workplace

    init() throws { workplace = try Workplace() }

    @Test(
        "an output that cannot be created ends with 73, before anything is read",
        arguments: ["forges", "gone/out.json", "/proc/out.json"])
    func cannotBeCreated(_ output: String) throws {
        let before = try workplace.files
        let run = try workplace.run("inventory", "forges", "--output", output)
        #expect(run.status == 73)
        #expect(run.errors.hasPrefix("codescan: \(output): "))
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(try workplace.files == before)
    }

    @Test(
        "a full disk ends with 74",
        arguments: [("/dev/full", ProgramRun.plainly), ("-", ProgramRun.plainly + " > /dev/full")])
    func fullDisk(_ output: String, _ shell: String) throws {
        let run = try workplace.run("inventory", "forges", "--no-cache", "--output", output, shell: shell)
        #expect(run.status == 74)
        #expect(run.errors.contains("No space left on device"))
    }

    @Test("a file that outgrows its disk leaves what was there before, and nothing beside it")
    func halfWritten() throws {
        try workplace.folder.write("before", to: "out.idx")
        let before = try workplace.files
        // A limit of 1024 bytes; without its signal, write(2) fails as it does on a full disk.
        let run = try workplace.run(
            "index", "build", "db", "-o", "out.idx", shell: "ulimit -f 1; trap '' XFSZ; " + ProgramRun.plainly)
        #expect(run.status == 74)
        #expect(run.errors == "codescan: out.idx: cannot be written: File too large\n")
        #expect(try String(contentsOfFile: workplace.path + "/out.idx", encoding: .utf8) == "before")
        #expect(try workplace.files == before)
    }

    @Test("a file is replaced through its link, with the rights it had, and nothing is left beside it")
    func replaced() throws {
        try workplace.folder.write("before", to: "out.json")
        try FileManager.default.createSymbolicLink(
            atPath: workplace.path + "/link.json", withDestinationPath: "out.json")
        try Command.run("chmod", ["640", workplace.path + "/out.json"])
        let before = try workplace.files
        let run = try workplace.run("inventory", "forges", "--format", "json", "-o", "link.json", "--no-cache")
        #expect(run.output.isEmpty)
        let attributes = try FileManager.default.attributesOfItem(atPath: workplace.path + "/out.json")
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: workplace.path + "/link.json") == "out.json")
        let data = try Data(contentsOf: URL(fileURLWithPath: workplace.path + "/out.json"))
        #expect(try JSONSerialization.jsonObject(with: data) is [String: Any])
        #expect(try workplace.files == before)
    }

    @Test("a reader that has seen enough ends the program without a word")
    func closedPipe() throws {
        // With the signal as it comes, and with a parent that ignores it.
        for trap in ["", "trap '' PIPE; "] {
            let run = try workplace.run(
                "inventory", "forges", "--no-cache", shell: trap + #"exec > >(:); wait $!; "$0" "$@"; exit $?"#)
            #expect(run.status == 128 + SIGPIPE)
            #expect(!run.errors.contains("codescan"))
        }
    }

    @Test(
        "colours: what was asked for, then NO_COLOR, then CLICOLOR_FORCE, then whether it is a terminal",
        arguments: [
            ("auto", [:], false), ("auto", ["CLICOLOR_FORCE": "1"], true), ("auto", ["CLICOLOR_FORCE": "0"], false),
            ("auto", ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
            ("auto", ["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true),
            ("always", ["NO_COLOR": "1", "TERM": "dumb"], true), ("never", ["CLICOLOR_FORCE": "1"], false),
        ] as [(String, [String: String], Bool)])
    func colors(_ choice: String, _ environment: [String: String], _ colored: Bool) throws {
        let run = try workplace.run("inventory", "forges", "--color", choice, "--no-cache", environment: environment)
        #expect(run.text.contains("\u{1B}[") == colored)
    }

    @Test(
        "the language is the option's, else the locale's in POSIX's order, else English",
        arguments: [
            ([:], false), (["LANG": "fr_FR.UTF-8"], true), (["LANG": "fr_FR.UTF-8", "LC_ALL": "C"], false),
            (["LANG": "C", "LC_MESSAGES": "fr_CA"], true), (["LC_ALL": "", "LANG": "fr"], true),
        ] as [([String: String], Bool)])
    func language(_ environment: [String: String], _ french: Bool) throws {
        #expect(
            try workplace.run("inventory", "forges", "--no-cache", environment: environment).text.contains("dépôt")
                == french)
        #expect(
            try workplace.run("inventory", "forges", "--no-cache", "--lang", "en", environment: environment).text
                .contains("repositor"))
    }

    @Test("the same input gives the same bytes")
    func deterministic() throws {
        let runs = try (0..<2).map { _ in
            try workplace.run("inventory", "forges", "--format", "json", "--no-cache").output
        }
        #expect(!runs[0].isEmpty && runs[0] == runs[1])
    }

    @Test("identify goes on after a file that cannot be read, and ends with 2")
    func unreadableFile() throws {
        try workplace.folder.write("It is released under the MIT license.\n", to: "notice")
        let run = try workplace.run("identify", "/proc/self/mem", "notice")
        #expect(run.status == 2)
        #expect(run.text == "notice: MIT\n")
        #expect(run.errors == "codescan: /proc/self/mem: cannot be read: Input/output error\n")
    }
}
