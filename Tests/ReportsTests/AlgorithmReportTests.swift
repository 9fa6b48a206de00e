// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The inventory of algorithms in each of its forms.

import Algorithms
import Foundation
import Inventory
import Testing

@testable import Reports

struct AlgorithmReportTests {
    private let rows = [
        AlgorithmRow(
            repository: "example.org/ville/creches", url: nil, notice: nil, evidence: "algorithms.yml:1-9",
            record: AlgorithmRecord(values: [
                .administration: ["Ville de Montclair"], .name: ["=Places | crèches"], .purpose: ["départager <tous>"],
                .data: ["revenus", "dates"],
            ])),
        AlgorithmRow(
            repository: "example.org/etat/bourses", url: "https://example.org/etat/bourses", notice: .rulesPublication,
            evidence: "README.md:1-12", record: AlgorithmRecord(values: [.name: ["bourses"]])),
    ]

    @Test("the table speaks the reader's language")
    func table() {
        let text = AlgorithmReport(language: .french).table(rows)
        #expect(text.hasPrefix("ALGORITHME"))
        #expect(text.contains("algorithms.yml") && text.contains("publication"))
        #expect(AlgorithmReport(language: .french).table([]) == "Aucun algorithme n’est déclaré ni annoncé.\n")
    }

    @Test("CSV has every field, neutralises formulas and joins lists")
    func csv() {
        let lines = String(decoding: AlgorithmReport(language: .english).csv(rows), as: UTF8.self)
            .split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines[0].split(separator: ",").count == 4 + AlgorithmField.allCases.count)
        #expect(lines[1].contains("'=Places | crèches") && lines[1].contains("\"revenus; dates\""))
    }

    @Test("Markdown shows the fields that are given, and no markup of the repository's")
    func markdown() {
        let text = AlgorithmReport(language: .english).markdown(rows)
        #expect(text.contains("=Places \\| crèches") && text.contains("départager &lt;tous>"))
        #expect(!text.contains("Legal basis"))
        #expect(text.split(separator: "\n").count == 4)
    }

    @Test("JSON keeps lists, and says null of a URL that is not known")
    func json() throws {
        let object = try JSONSerialization.jsonObject(with: AlgorithmReport.json(rows)) as? [String: Any]
        let items = try #require(object?["algorithms"] as? [[String: Any]])
        #expect(items[0]["url"] is NSNull)
        #expect(items[0]["notice"] as? String == "declared")
        #expect((items[0]["fields"] as? [String: [String]])?["data"] == ["revenus", "dates"])
        #expect(items[1]["notice"] as? String == "rulesPublication")
    }
}
