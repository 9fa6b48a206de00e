// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan algorithms mention`: the mention to print on a decision, from algorithms.yml.

import Algorithms
import ArgumentParser
import Foundation
import Languages

struct AlgorithmsMentionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mention",
        abstract: "Prints the explicit mention (CRPA, R.311-3-1-1) for decisions, in French.",
        discussion: """
            Checks algorithms.yml first. Without FILE it reads algorithms.yml or docs/algorithms.yml.

            EXAMPLES
              codescan algorithms mention
              codescan algorithms mention algorithms.yml --algorithm "Calcul des bourses"

            EXIT STATUS
              0   done          64  the file is not there, is wrong, or lacks what the mention must say
            """)

    @Argument(help: ArgumentHelp("The file that declares the algorithms.", valueName: "file"))
    var file: String?

    @Option(help: ArgumentHelp("The algorithm, when the file declares several.", valueName: "name"))
    var algorithm: String?

    func run() throws {
        let path = try file ?? found()
        guard let data = FileManager.default.contents(atPath: path) else {
            throw InputError(
                "\(path): cannot be read; “codescan algorithms init” writes one to fill in",
                "\(path)\u{A0}: illisible\u{A0}; «\u{A0}codescan algorithms init\u{A0}» en écrit un à remplir")
        }
        guard data.count <= AlgorithmsFile.maximumBytes else {
            throw InputError(
                "\(path): is larger than 1 MB; give an algorithms.yml",
                "\(path)\u{A0}: dépasse 1\u{A0}Mo\u{A0}; donnez un algorithms.yml")
        }
        do {
            let declared = try AlgorithmsFile(parsing: String(decoding: data, as: UTF8.self), file: path)
            print(try chosen(from: declared.algorithms, path).mention())
        } catch let error as AlgorithmsFileError {
            throw InputError(Bilingual(error.sentence))
        } catch let error as MentionError {
            throw InputError(Bilingual { "\(path)\($0.colon) \(error.sentence($0))" })
        }
    }

    private func found() throws -> String {
        if let path = AlgorithmsFile.paths.first(where: FileManager.default.fileExists) { return path }
        throw InputError(
            "no algorithms.yml here nor in docs/; “codescan algorithms init” writes one to fill in",
            "pas d’algorithms.yml ici ni dans docs/\u{A0}; «\u{A0}codescan algorithms init\u{A0}» en écrit un à remplir"
        )
    }

    private func chosen(from records: [AlgorithmRecord], _ path: String) throws -> AlgorithmRecord {
        let candidates = algorithm.map { name in records.filter { $0[.name] == name } } ?? records
        if candidates.count == 1 { return candidates[0] }
        let names = Bilingual { language in
            records.compactMap { $0[.name] }.map { language("“\($0)”", "«\u{A0}\($0)\u{A0}»") }.joined(separator: ", ")
        }
        throw candidates.isEmpty
            ? InputError(
                "\(path): declares no such algorithm; it declares \(names(.english))",
                "\(path)\u{A0}: ne déclare aucun algorithme de ce nom\u{A0}; il déclare \(names(.french))")
            : InputError(
                "\(path): declares several algorithms; give --algorithm with one of \(names(.english))",
                "\(path)\u{A0}: déclare plusieurs algorithmes\u{A0}; donnez --algorithm avec l’un de \(names(.french))")
    }
}
