// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// algorithms.yml: what is read, what is refused and how, and the mention that comes of it.

import Languages
import Testing

@testable import Algorithms

private let complete = """
    administration:
      name: Ville de Montclair
      service: Direction des familles
      contact: algorithmes@montclair.example
      updated: 2026-03-01
    algorithms:
      - name: Attribution des places en crèche
        purpose: départager les demandes quand les places manquent
        automation: support
        decisionsPerYear: 450
        data: [revenus, date de la demande]
        parameters: 40 points pour un emploi
      - name: Tarif des cantines
        purpose: calculer le tarif de chaque foyer.
        kind: rules
    """

@Suite("algorithms.yml")
struct AlgorithmsFileTests {
    @Test("each algorithm is a row, with its administration's fields")
    func rows() throws {
        let file = try AlgorithmsFile(parsing: complete, file: "algorithms.yml")
        #expect(file.algorithms.count == 2)
        #expect(file.algorithms[0][.data] == "revenus; date de la demande")
        #expect(file.algorithms[1][.administration] == "Ville de Montclair")
        #expect(file.algorithms[1][.data] == nil)
        #expect(
            AlgorithmsFile.elements(of: file.algorithms[0])
                == [.administration, .purpose, .contribution, .data, .parameters])
    }

    @Test("the skeleton is valid as it stands")
    func skeleton() throws {
        let file = try AlgorithmsFile(parsing: AlgorithmsFile.skeleton, file: "algorithms.yml")
        #expect(file.algorithms.count == 1)
        for field in AlgorithmField.allCases { #expect(AlgorithmsFile.skeleton.contains("\(field.key):"), "\(field)") }
    }

    @Test(
        "what is wrong is named with its line and its mend",
        arguments: [
            ("", 1, "the file is empty"),
            ("- a\n", 1, "the file is not a mapping"),
            ("administration:\n  name: x\n", 1, "the file lacks “algorithms”"),
            ("administration:\n  nom: x\n", 2, "administration has no key “nom”"),
            ("administration:\n  service: x\nalgorithms: []\n", 2, "administration lacks “name”"),
            ("administration:\n  name: x\nalgorithms: []\n", 3, "algorithms is not a list"),
            ("administration:\n  name: x\nalgorithms:\n  - name: y\n", 4, "an algorithm lacks “purpose”"),
            ("administration:\n  name: x\n  updated: hier\nalgorithms: []\n", 3, "“updated” is “hier”"),
            (
                "administration:\n  name: x\nalgorithms:\n  - name: y\n    purpose: z\n    automation: oui\n", 6,
                "“automation” is “oui”"
            ),
            (
                "administration:\n  name: x\nalgorithms:\n  - name: y\n    purpose: z\n    decisionsPerYear: 1 000\n",
                6,
                "“decisionsPerYear” is “1 000”"
            ),
            ("administration: &a\n  name: x\nalgorithms: *a\n", 1, "anchors, aliases and deep nesting are not read"),
        ])
    func errors(text: String, line: Int, problem: String) throws {
        let error = try #require(throws: AlgorithmsFileError.self) {
            try AlgorithmsFile(parsing: text, file: "docs/algorithms.yml")
        }
        #expect(error.line == line)
        #expect(error.problem(.english) == problem)
        #expect(error.description.hasPrefix("docs/algorithms.yml:\(line): \(problem); "))
        #expect(!error.mend(.english).isEmpty)
        #expect(
            error.sentence(.french).hasPrefix("docs/algorithms.yml:\(line)\u{A0}: \(error.problem(.french))\u{A0}; "))
        #expect(error.problem(.french) != problem && error.mend(.french) != error.mend(.english))
    }

    @Test("broken YAML is refused with its line")
    func broken() throws {
        let error = try #require(throws: AlgorithmsFileError.self) {
            try AlgorithmsFile(parsing: "administration:\n  name: \"x\n", file: "a.yml")
        }
        #expect(error.problem(.english).hasPrefix("this is not YAML"))
        #expect(error.line != nil)
    }

    @Test("the mention is complete in the detector's own eyes")
    func mention() throws {
        let record = try AlgorithmsFile(parsing: complete, file: "algorithms.yml").algorithms[0]
        let text = try record.mention()
        let notice = try #require(NoticeDetector.notice(in: Array(text.utf8), form: .document))
        #expect(notice.kind == .explicitMention)
        #expect(notice.missing.isEmpty)
        #expect(notice.elements[.contribution] != nil)
        #expect(text.contains("Ville de Montclair") && text.contains("algorithmes@montclair.example"))
    }

    @Test("no mention is written without what it must say")
    func refused() throws {
        let text = "administration:\n  name: x\nalgorithms:\n  - name: y\n    purpose: z\n"
        let record = try AlgorithmsFile(parsing: text, file: "algorithms.yml").algorithms[0]
        let error = try #require(throws: MentionError.self) { try record.mention() }
        #expect(error.description.contains("contact"))
        #expect(error.sentence(.french).hasPrefix("la mention doit indiquer contact (CRPA"))
    }
}
