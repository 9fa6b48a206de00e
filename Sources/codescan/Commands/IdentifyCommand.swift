// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan identify`: what single files say of licences, without a repository.

import ArgumentParser
import Foundation
import Inventory
import Languages
import LicenseDetection
import Reports

struct IdentifyCommand: ParsableCommand, SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "identify",
        abstract: "Says which licences files hold.",
        discussion: """
            A folder stands for all the files below it. Symbolic links are not followed.

            EXAMPLES
              codescan identify LICENSE
              codescan identify --explain LICENSE
              codescan identify src --format jsonl
              git ls-files | codescan identify --files-from - --format jsonl
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

    @Argument(help: ArgumentHelp("Files and folders.", valueName: "path"))
    var paths: [String] = []

    @Option(help: ArgumentHelp("Take the paths from this file, one a line; - for standard input.", valueName: "list"))
    var filesFrom: String?

    @Option(help: "How to write the answer.")
    var format: Format = .text

    @Flag(help: "Say why: each match, what is missing from it, and what was dropped by which step.")
    var explain = false

    @OptionGroup var languageOption: LanguageOption
    @OptionGroup var index: IndexOption

    func validate() throws {
        if explain, format != .text {
            throw ValidationError("--explain is written as text, for people: leave out --format")
        }
        if paths.isEmpty, filesFrom == nil { throw ValidationError("give a file or a folder, or --files-from LIST") }
    }

    var language: Language { languageOption.language }

    func run() throws {
        let detector = LicenseDetector(index: try index.open())
        var failed = false
        for path in try FileList(paths: paths, listFile: filesFrom).files {
            do {
                try StandardOutput.write(line: try line(for: path, detector))
            } catch let error as CocoaError {
                failed = true
                Failure.say(
                    language(
                        "\(path): cannot be read: \(error.reason(.english))",
                        "\(path)\u{A0}: illisible\u{A0}: \(error.reason(.french))"))
            }
        }
        if failed { throw Failure.incomplete }
    }

    private func line(for path: String, _ detector: LicenseDetector) throws -> String {
        if explain { return try ExplainedFile(path: path, detector, language: languageOption.language).text() }
        let file = try IdentifiedFile(path: path, detector)
        return format == .jsonl ? try file.jsonLine() : file.textLine()
    }
}
