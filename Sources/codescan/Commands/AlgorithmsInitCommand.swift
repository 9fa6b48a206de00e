// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan algorithms init`: a commented algorithms.yml to fill in.

import Algorithms
import ArgumentParser
import Foundation

struct AlgorithmsInitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Writes a commented algorithms.yml to fill in.",
        discussion: """
            EXAMPLES
              codescan algorithms init
              codescan algorithms init docs/algorithms.yml
              codescan algorithms init -
            """)

    @Argument(help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
    var file = AlgorithmsFile.paths[0]

    func run() throws {
        if file != "-", FileManager.default.fileExists(atPath: file) {
            throw InputError(
                "\(file): is there already; give another name, or move it away first",
                "\(file)\u{A0}: existe déjà\u{A0}; donnez un autre nom, ou déplacez-le d’abord")
        }
        try OutputFile(file).write(Data(AlgorithmsFile.skeleton.utf8))
    }
}
