// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan index build` and `codescan index info`.

import ArgumentParser
import Foundation
import LicenseDetection

struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Compiles and describes the licence index.",
        discussion: """
            EXAMPLES
              codescan index build licensedcode/data Rules -o licenses.idx
              codescan index info
            """,
        subcommands: [Build.self, Info.self])

    struct Build: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "build",
            abstract: "Compiles LicenseDB, and rules in its format, into one file.",
            discussion: """
                Each DIR holds licenses/*.LICENSE, rules/*.RULE or both. The file holds numbers and names, no licence text.

                EXAMPLES
                  codescan index build licensedcode/data Rules -o licenses.idx
                """)

        @Argument(help: ArgumentHelp("Folders of licences and rules.", valueName: "dir"))
        var folders: [String]

        @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
        var output: String

        func run() throws {
            let file = try OutputFile(output)
            var builder = LicenseIndexBuilder()
            for folder in folders { try builder.add(folder: folder) }
            try file.write(try builder.build())
        }
    }

    struct Info: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "info",
            abstract: "Says what the licence index holds.",
            discussion: """
                EXAMPLES
                  codescan index info
                  codescan index info --verify --index licenses.idx
                """)

        @OptionGroup var index: IndexOption

        @Flag(help: "Read the whole file and compare it with its checksums.")
        var verify = false

        func run() throws {
            let index = try index.open()
            let metadata = index.metadata
            try StandardOutput.write(line: "file         \(index.path)")
            try StandardOutput.write(line: "size         \(index.size) bytes")
            try StandardOutput.write(line: "data         LicenseDB \(metadata.dataVersion)")
            try StandardOutput.write(line: "attribution  \(metadata.attribution)")
            try StandardOutput.write(line: "licences     \(metadata.licenses)")
            try StandardOutput.write(
                line: "rules        \(metadata.rules), and \(metadata.duplicateRules) with the same words as another")
            try StandardOutput.write(line: "words        \(metadata.words)")
            try StandardOutput.write(line: "states       \(metadata.states)")
            try StandardOutput.write(line: "fingerprint  \(metadata.fingerprint)")
            for section in index.sectionSizes where section.bytes > 0 {
                try StandardOutput.write(
                    line: "  \(section.name.padding(toLength: 14, withPad: " ", startingAt: 0)) \(section.bytes) bytes")
            }
            if verify {
                try index.verify()
                try StandardOutput.write(line: "verified     every section agrees with its checksum")
            }
        }
    }
}
