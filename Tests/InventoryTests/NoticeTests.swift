// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Notices about algorithms in a repository's entry: where they are looked for, and what is said of them.

import Algorithms
import Inventory
import Testing

@Suite("Notices in an entry", .enabled(if: Support.isReady))
struct NoticeTests {
    private static let mention = """
        Cette décision a été prise sur le fondement d'un traitement algorithmique de la ville de Montclair, qui sert à classer
        les demandes.
        """

    @Test("the README and files whose names promise a notice are looked at; others with --full")
    func places() async throws {
        let files = [
            "README.md": "Ce dépôt contient l'algorithme utilisé par la ville de Montclair pour calculer le tarif.\n",
            "courriers/mention.txt": Self.mention, "src/courrier.txt": Self.mention, "tests/mention.txt": Self.mention,
        ]
        let entry = try await Support.entry(files)
        #expect(entry.algorithms?.map(\.path) == ["README.md", "courriers/mention.txt"])
        #expect(entry.algorithms?.map(\.kind) == [.rulesPublication, .explicitMention])
        let full = try await Support.entry(files, full: true)
        #expect(full.algorithms?.map(\.path) == ["README.md", "courriers/mention.txt", "src/courrier.txt"])
    }

    @Test("a notice is said of each copy of a text that may hold one")
    func copies() async throws {
        let entry = try await Support.entry(
            ["a/courrier.txt": Self.mention, "b/courrier.txt": Self.mention, "tests/c.txt": Self.mention], full: true)
        #expect(entry.algorithms?.map(\.path) == ["a/courrier.txt", "b/courrier.txt"])
    }

    @Test("a notice says what it gives, on which lines, and what is missing")
    func elements() async throws {
        let entry = try await Support.entry(["mention.txt": Self.mention])
        let notice = try #require(entry.algorithms?.first)
        #expect(notice.lines == [1, 2])
        #expect(notice.elements.count == AlgorithmElement.allCases.count)
        #expect(notice.elements[.administration] == true && notice.elements[.appeal] == false)
        #expect(notice.elementLines[.administration] != nil)
        #expect(notice.missing == [.rightToRules, .howToExercise, .appeal])
    }

    @Test("a repository without notices says so with an empty list")
    func none() async throws {
        #expect(try await Support.entry(["README.md": "A sorting algorithm.\n"]).algorithms == [])
    }

    @Test("a valid algorithms.yml is an inventory, one that is wrong an error of the entry")
    func declaration() async throws {
        let good = "administration:\n  name: x\nalgorithms:\n  - name: y\n    purpose: z\n"
        let entry = try await Support.entry(["docs/algorithms.yml": good])
        #expect(entry.algorithms?.map(\.kind) == [.inventory])
        #expect(entry.algorithms?.first?.elements[.purpose] == true)
        let wrong = try await Support.entry(["algorithms.yml": "administration:\n  nom: x\n"])
        #expect(wrong.algorithms == [])
        #expect(wrong.errors.count == 1 && wrong.errors[0].hasPrefix("algorithms.yml:2: "))
    }
}
