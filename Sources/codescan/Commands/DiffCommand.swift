// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan diff`: what changed from one inventory to another.

import ArgumentParser
import Foundation
import Inventory
import Languages
import Reports

struct DiffCommand: ParsableCommand, SpeakingCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, markdown }

    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Says what changed from one inventory to another.",
        discussion: """
            Repositories that appeared, vanished or changed their names; licences, free-software status, families of the
            decree and kinds that changed; new contradictions; notices about algorithms gained and lost.
            OLD and NEW are what codescan inventory wrote with --format json or jsonl.

            EXAMPLES
              codescan inventory ./forges --format json -o today.json
              codescan diff last-month.json today.json
              codescan diff last-month.json today.json --format markdown --lang fr
              codescan inventory ./forges --as-of 2021-04-27 --format json -o then.json
              codescan diff then.json today.json --format json
              codescan diff last-month.json today.json --exit-code || echo changed

            EXIT STATUS
              0   done
              1   done, and something changed, with --exit-code only
              64  the command line is wrong, or a file is no inventory
              73  the output cannot be created          74  the output cannot be written
            """)

    @Argument(help: ArgumentHelp("The earlier inventory.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The later inventory.", valueName: "new"))
    var new: String

    @Option(help: "How to write the changes.")
    var format: Format = .table

    @Flag(help: "End with status 1 when something changed, as git diff does.")
    var exitCode = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The file to write; it is there whole or not at all. (default: standard output)", valueName: "file"))
    var output: String?

    @OptionGroup var speech: LanguageOption

    var language: Language { speech.language }

    func run() throws {
        let file = try OutputFile(output)
        try FilePlan(
            reads: [
                .init(Bilingual("the earlier inventory", "premier inventaire"), old),
                .init(Bilingual("the later inventory", "second inventaire"), new),
            ],
            writes: [.init(Bilingual("--output"), output)]
        ).check()
        let diff = InventoryDiff(from: try Inventory(contentsOfFile: old), to: try Inventory(contentsOfFile: new))
        try file.write(try data(diff))
        if exitCode, !diff.changes.isEmpty { throw ExitCode(1) }
    }

    private func data(_ diff: InventoryDiff) throws -> Data {
        let report = InventoryDiffReport(language: speech.language)
        switch format {
        case .json: return try InventoryDiffReport.json(diff)
        case .markdown: return Data(report.markdown(diff).utf8)
        case .table:
            guard output == nil || output == "-" else { return Data(report.table(diff).utf8) }
            let terminal = Terminal.standardOutput
            return Data(report.table(diff, width: terminal.width, colored: terminal.isColored(.auto)).utf8)
        }
    }
}
