// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Proposals by title and producer, what a person decides on them, and cells that nobody wrote in.

import Git
import Languages
import Testing

@testable import Inventory
@testable import Tracking

struct MatchingTests {
    private static func body(_ name: String, _ ministry: String? = nil) -> InventoryEntry.Administration {
        .init(psoId: name, name: name, ministry: ministry)
    }

    private let forge = inventory(["example.org/x/documentation-technique", "example.org/x/outils"]).with(
        entry("example.org/dgfip/simulateur-impot").with {
            $0.administration = body("Direction des finances", "Finances")
        },
        entry("example.org/autre/impot").with { $0.administration = body("Agence de l’eau", "Écologie") },
        entry("example.org/mairie/taxehabitation").with { $0.administration = body("Mairie") }.recorded {
            $0.description = "Calcul local"
        })

    private func proposals(_ title: String, _ producer: String = "") throws -> [(String, Double)] {
        try tracked([:], title: title, producer: producer, in: forge).proposals.map {
            (forge.entries[$0.position].name, $0.score)
        }
    }

    @Test("repositories are proposed by the words of the title and by the producer, the best first")
    func proposed() throws {
        let found = try proposals("Simulateurs de l’Impôt sur le revenu", "Direction des Finances")
        #expect(found.map(\.0) == ["simulateur-impot", "impot"])
        #expect(found[0].1 > found[1].1)
        #expect(found.allSatisfy { (0.5...1).contains($0.1) })
        #expect(try proposals("Taxe d’habitation").map(\.0) == ["taxehabitation"])
        #expect(try proposals("Les données de la cantine").isEmpty)
        #expect(try proposals("").isEmpty)
        #expect(try proposals("Code source du site").isEmpty)
    }

    @Test("a repository of no forge is not proposed: there is no address to accept")
    func noForge() throws {
        let local = inventory([]).with(entry("example.org/a/impot").with { $0.forge = nil })
        #expect(try tracked([:], title: "Impôt", in: local).proposals.isEmpty)
        let known = inventory([]).with(entry("example.org/a/impot"))
        #expect(try tracked([:], title: "Impôt", in: known).proposals.count == 1)
    }

    @Test("a proposal changes nothing until a person accepts it")
    func nothingByGuess() throws {
        let row = try tracked([.expectedDate: ""], title: "Simulateur de l’impôt", in: forge)
        #expect(row.changes.isEmpty)
        #expect(row.proposals.count == 2)
        #expect(row.proposals[0].reason.contains("“simulateur”"))
    }

    private func decided(_ text: String, _ cells: [SourceCodeField: String] = [:]) throws -> TrackingResult {
        var options = TrackingOptions()
        options.decisions = try Decisions(bytes: Array(text.utf8), file: "d.yml")
        let table = try table(
            ("Simulateur de l’impôt", "DGFiP", cells), ("Autre", "A", [:]), ("Autre", "B", [:]))
        return TrackingRun(table: table, inventory: forge, options: options).result()
    }

    private func decision(_ title: String, _ repository: String, _ accept: String = "yes", producer: String? = nil)
        -> String
    {
        "- title: \(title)\n" + (producer.map { "  producer: \($0)\n" } ?? "")
            + "  repository: \(repository)\n  accept: \(accept)\n  who: M.\n  date: 2020-11-20\n"
    }

    @Test("an accepted repository fills in the URL, the status and the producer, with who and when")
    func accepted() throws {
        let result = try decided(decision("simulateur  de l’IMPOT", "https://example.org/dgfip/simulateur-impot.git"))
        let row = result.rows[0]
        #expect(row.changes.map(\.field) == [.url, .producer, .status])
        #expect(
            row.changes.map(\.new) == [
                "https://example.org/dgfip/simulateur-impot", "Direction des finances", "Disponible",
            ])
        #expect(row.changes[0].reason == "accepted by M. on 20 November 2020")
        #expect(row.repositories.map(\.foundBy) == [.acceptance])
        #expect(result.remarks.isEmpty)
        // Run again on what was written, the decision agrees with the table.
        let again = try decided(
            decision("Simulateur de l’impôt", "example.org/dgfip/simulateur-impot"),
            [
                .url: "https://example.org/dgfip/simulateur-impot", .status: "Disponible",
                .producer: "Direction des finances",
            ])
        #expect(again.rows[0].changes.isEmpty)
        #expect(again.rows[0].remarks.isEmpty)
    }

    @Test("a rejected repository is not proposed again")
    func rejected() throws {
        let result = try decided(decision("Simulateur de l’impôt", "example.org/dgfip/simulateur-impot", "no"))
        #expect(result.rows[0].proposals.map { forge.entries[$0.position].name } == ["impot"])
        #expect(result.rows[0].changes.isEmpty)
    }

    @Test("two accepted repositories are both written")
    func several() throws {
        let result = try decided(
            decision("Simulateur de l’impôt", "example.org/dgfip/simulateur-impot")
                + decision("Simulateur de l’impôt", "example.org/autre/impot"))
        #expect(
            result.rows[0].cells[.url] == "https://example.org/dgfip/simulateur-impot, https://example.org/autre/impot")
        // Of two bodies of two ministries none is the one that answers.
        #expect(result.rows[0].cells[.producer] == "")
    }

    @Test("a decision that no longer holds, or contradicts another or the table, is reported and not followed")
    func stale() throws {
        let impot = "example.org/dgfip/simulateur-impot"
        func remarks(_ text: String, _ cells: [SourceCodeField: String] = [:]) throws -> [String] {
            let result = try decided(text, cells)
            #expect(result.rows.allSatisfy { $0.changes.isEmpty || $0.written[.url]?.isEmpty == false })
            return (result.remarks + result.rows.flatMap { $0.remarks }).filter { $0.kind == .decision }.map(\.message)
        }
        #expect(try remarks(decision("Disparu", impot))[0].hasPrefix("d.yml:1: no commitment “Disparu”"))
        #expect(
            try remarks(decision("Autre", impot))[0].contains("2 commitments have the title “Autre”; add the producer"))
        #expect(
            try remarks(decision("Autre", impot, producer: "C"))[0].contains("no commitment “Autre” of that producer"))
        #expect(
            try remarks(decision("Simulateur de l’impôt", "example.org/no/where"))[0].contains(
                "is not in the inventory"))
        #expect(
            try remarks(decision("Simulateur de l’impôt", "example.org/autre"))[0].contains(
                "example.org/autre is a whole account, and a decision is about a repository"))
        let both = try remarks(
            decision("Simulateur de l’impôt", impot) + decision("Simulateur de l’impôt", impot + ".git", "no"))
        #expect(both.count == 1 && both[0].contains("lines 1, 6 accept and reject"))
        let other = try remarks(decision("Simulateur de l’impôt", impot), [.url: "https://example.org/autre/impot"])
        #expect(other.count == 1 && other[0].contains("the table is followed"))
    }

    @Test(
        "a mistake in a file of decisions is named with its line",
        arguments: [
            ("title: x", "d.yml:1: give a list"), ("- x", "d.yml:1: not a decision"),
            ("- repository: a.example/b\n  titel: x", "d.yml:2: unknown key \"titel\"; use one of accept, date"),
            ("- repository: a.example/b", "d.yml:1: a decision without \"title\""),
            ("\n- title: x\n  repository: nowhere", "d.yml:2: \"nowhere\" is no repository"),
            ("- title: x\n  repository: a.example/b\n  accept: maybe", "d.yml:1: accept: maybe is neither yes nor no"),
            ("- title: x\n  repository: a.example/b\n  accept: yes", "d.yml:1: a decision without \"who\""),
            (
                "- title: x\n  repository: a.example/b\n  accept: no\n  who: m\n  date: hier",
                "d.yml:1: date: write the day"
            ),
            ("- &a\n  title: x\n- *a", "d.yml:3: a YAML alias"), ("- title: \"x", "d.yml:1: not YAML"),
        ])
    func mistakes(_ text: String, _ sentence: String) {
        let error = #expect(throws: TrackFileError.self) { try Decisions(bytes: Array(text.utf8), file: "d.yml") }
        #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
    }

    @Test(
        "a decision is of a day that has begun somewhere on Earth",
        arguments: [("2026-11-20", true), ("2026-11-21", true), ("2026-11-22", false), ("2062-11-20", false)])
    func decidedInTheFuture(_ day: String, _ isTaken: Bool) throws {
        let text = decision("Simulateur", "example.org/a/b").replacing("2020-11-20", with: day)
        let now = try #require(GitDate(rfc3339: "2026-11-20T12:00:00Z"))
        do {
            let decisions = try Decisions(bytes: Array(text.utf8), file: "d.yml", now: now)
            #expect(isTaken && decisions.list.map(\.date) == [day])
        } catch {
            #expect(!isTaken)
            #expect(
                error.description
                    == "d.yml:1: date: \(day) is still to come; write the day of the decision, which is past")
            #expect(error.sentence(.french).contains("date: \(day) est à venir\u{A0};"))
        }
    }

    @Test("proposals are added behind what a person wrote, each once, and read back")
    func added() throws {
        let mine = "# mine\n" + decision("Simulateur", "example.org/a/b") + "# the end"
        let decisions = try Decisions(bytes: Array(mine.utf8), file: "d.yml")
        let proposal = Proposal(position: 0, score: 0.75, reason: "a \"reason\": # no\u{85} comment")
        let items = [
            (title: "- \"Titre\": @#'é\n", producer: "", repository: "example.org/c/d", proposal: proposal),
            (title: "Simulateur", producer: "P", repository: "example.org/a/B.git", proposal: proposal),
        ]
        let bytes = try decisions.bytes(adding: items)
        #expect(bytes.starts(with: Array(mine.utf8)))
        let again = try Decisions(bytes: bytes, file: "d.yml")
        #expect(again.list.map(\.verdict) == [.accepted, .open])
        #expect(again.list[1].title == "- \"Titre\": @#'é")
        #expect(try again.bytes(adding: items) == bytes)
        #expect(try Decisions.none.bytes(adding: []).isEmpty)
        let flow = try Decisions(bytes: Array("[{title: a, repository: a.example/b}]".utf8), file: "d.yml")
        #expect(throws: TrackFileError.self) { try flow.bytes(adding: items) }
    }

    @Test("an address that moved is replaced, and the words and the path around it stay")
    func moved() throws {
        let moved = inventory([]).with(
            entry("example.org/new/name").recorded {
                $0.formerNames = ["example.org/old/name", "example.org/older/name"]
            })
        let url = "Voir https://example.org/old/name/blob/main/a.py#L3 et http://www.example.org/older/name.git."
        let row = try tracked([.url: url, .status: "Disponible"], in: moved)
        #expect(
            row.cells[.url] == "Voir https://example.org/new/name/blob/main/a.py#L3 et https://example.org/new/name.")
        #expect(row.repositories.map(\.foundBy) == [.formerName])
        #expect(row.remarks.filter { $0.kind == .moved }.count == 2)
    }

    @Test("an account that moved is replaced; a file on another forge is only said to have moved")
    func movedAway() throws {
        let forge = inventory(["forge.example.org/new/name"])
        func row(_ url: String) throws -> TrackedRow {
            try tracked([.url: url, .status: "Disponible"], in: forge) {
                $0.aliases = try Aliases(bytes: Array("old.example/org: forge.example.org/new".utf8), file: "a.yml")
            }
        }
        #expect(try row("https://old.example/Org/").cells[.url] == "https://forge.example.org/new")
        #expect(
            try row("https://old.example/org/name.git#readme").cells[.url]
                == "https://forge.example.org/new/name#readme")
        let twice = try row("https://old.example/org/name http://OLD.example/org/name/?a=b")
        #expect(twice.cells[.url] == "https://forge.example.org/new/name https://forge.example.org/new/name?a=b")
        #expect(twice.repositories.count == 1)
        let file = try row("https://old.example/org/name/-/blob/main/a.py")
        #expect(file.changes.isEmpty)
        #expect(file.remarks.map(\.kind) == [.moved])
    }

    @Test("a producer is filled in where the cell is empty, and one that differs is kept and reported")
    func producers() throws {
        func row(_ producer: String) throws -> TrackedRow {
            try tracked(
                [.url: "https://example.org/dgfip/simulateur-impot", .status: "Disponible", .producer: producer],
                in: forge)
        }
        #expect(try row("").cells[.producer] == "Direction des finances")
        for same in ["Direction des Finances", "direction  des finances", "Finances", "La direction des finances (DF)"]
        {
            #expect(try row(same).remarks.isEmpty, "\(same)")
        }
        let other = try row("Ministère de la Marine")
        #expect(other.cells[.producer] == "Ministère de la Marine")
        #expect(other.remarks.map(\.kind) == [.contradiction])
    }

    @Test("other people's rows are not touched, and are told by their type")
    func others() throws {
        let text = """
            Titre,Type,Producteur,Producteur_Code_Source,Statut_Code_Source,URL_Code_Source,Date_estimee_Code_Source
            Taxe d'habitation,"Téléchargement,API",m,,,,
            Taxe d'habitation,"API, code  source",m,,,,
            Taxe d'habitation,API,m,,,,2020
            Taxe d'habitation,"[""L"",""Code source""]",m,,,,

            """
        let table = try TrackingTable(bytes: Array(text.utf8), file: "a")
        let result = TrackingRun(table: table, inventory: forge, options: TrackingOptions()).result()
        #expect(result.rows.map(\.line) == [3, 4, 5])
    }

    @Test("a row with more cells than columns is left alone and named, whatever its cells seem to say")
    func damaged() throws {
        let text = """
            Titre,Type,Producteur,Producteur_Code_Source,Statut_Code_Source,URL_Code_Source,Date_estimee_Code_Source
            Outils, suite,Code source,m,,Planifié,example.org/x/outils,

            """
        for text in [text, text.replacing("outils,\n", with: "outils,2027\n")] {
            let table = try TrackingTable(bytes: Array(text.utf8), file: "a")
            let result = TrackingRun(table: table, inventory: forge, options: TrackingOptions()).result()
            #expect(result.rows.isEmpty)
            #expect(result.remarks.count == 1 && result.remarks[0].message.hasPrefix("a:2: 8 cells for 7 columns"))
            #expect(result.bytes == Array(text.utf8))
        }
    }

    @Test("a table without the columns that tell a commitment is filled in by its URLs, and says what it lacks")
    func fewColumns() throws {
        let text =
            "Producteur_Code_Source;Statut_Code_Source;URL_Code_Source;Date_estimee_Code_Source\n;;example.org/x/outils;\n"
        let table = try TrackingTable(bytes: Array(text.utf8), file: "a")
        let result = TrackingRun(table: table, inventory: forge, options: TrackingOptions()).result()
        #expect(
            String(decoding: result.bytes, as: UTF8.self) == text.replacing(";;example", with: ";Disponible;example"))
        #expect(result.remarks.map(\.kind) == [.notWritten])
    }
}
