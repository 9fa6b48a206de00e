// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan algorithms`: from a skeleton to the mention, and from a forge to its algorithms.

import Foundation
import Testing

struct AlgorithmsTests {
    private static let declared = """
        administration:
          name: Ville de Montclair
          contact: algo@montclair.example
        algorithms:
          - name: Tarif des cantines
            purpose: calculer le tarif de chaque foyer
          - name: Places en crèche
            purpose: départager les demandes
        """

    @Test("init writes a file that mention takes once it says who answers, and never writes over one")
    func skeleton() throws {
        let workplace = try Workplace()
        #expect(try workplace.run("algorithms", "init").status == 0)
        let again = try workplace.run("algorithms", "init")
        #expect(again.status == 64)
        #expect(again.errors.contains("algorithms.yml: is there already"))
        let silent = try workplace.run("algorithms", "mention")
        #expect(silent.status == 64)
        #expect(silent.errors.contains("contact"))
    }

    @Test("mention prints the mention of the algorithm that is named")
    func mention() throws {
        let workplace = try Workplace()
        try workplace.folder.write(Self.declared, to: "algorithms.yml")
        let several = try workplace.run("algorithms", "mention")
        #expect(several.status == 64)
        #expect(several.errors.contains("“Tarif des cantines”, “Places en crèche”"))
        let one = try workplace.run("algorithms", "mention", "--algorithm", "Places en crèche")
        #expect(one.status == 0)
        #expect(one.text.contains("départager les demandes") && one.text.contains("CADA"))
    }

    @Test("a mistake in algorithms.yml is named with its line")
    func mistake() throws {
        let workplace = try Workplace()
        try workplace.folder.write("administration:\n  nom: x\n", to: "algorithms.yml")
        let run = try workplace.run("algorithms", "mention")
        #expect(run.status == 64)
        #expect(run.errors.hasPrefix("codescan: algorithms.yml:2: "))
    }
}
