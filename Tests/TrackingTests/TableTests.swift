// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Tables as people make them: damaged, in odd encodings, without a column; and what they are told.

import Foundation
import Testing

@testable import Tracking

struct TableTests {
    private static let header =
        "Titre,Type,Producteur," + SourceCodeField.allCases.map(\.rawValue).joined(separator: ",")

    private func failure(_ bytes: [UInt8]) -> String {
        do {
            _ = try TrackingTable(bytes: bytes, file: "suivi.csv")
            return "no failure"
        } catch { return error.description }
    }

    @Test(
        "a table that cannot be used is refused with the file, the line and the mend",
        arguments: [
            ("", "suivi.csv: empty; give"),
            (" \r\n ", "suivi.csv: empty; give"),
            (
                "Titre,Type\na,b\n",
                "suivi.csv:1: no column \"Producteur_Code_Source\", \"Statut_Code_Source\", \"URL_Code_Source\", \"Date_estimee_Code_Source\" among \"Titre\", \"Type\"…; add them"
            ),
            (
                header.replacing("URL_Code", with: "Url_Code"),
                "suivi.csv:1: no column \"URL_Code_Source\" among \"Titre\", \"Type\", \"Producteur\", \"Producteur_Code_Source\", \"Statut_Code_Source\", \"Url_Code_Source\"…; add it"
            ),
            ("\n\nTitre\n", "suivi.csv:3: no column"),
            (header + ",URL_Code_Source\n", "suivi.csv:1: the column \"URL_Code_Source\" is there twice; keep one"),
            (header + ",Titre\n", "suivi.csv:1: the column \"Titre\" is there twice"),
            (header + "\na,b\n\nc,\"d\ne,f\n", "suivi.csv:4: a quotation mark opens a cell here and nothing closes it"),
            ("{\"records\":[{\"fields\":{}}", "suivi.csv:1:26: a comma or \"]\" is expected here"),
            ("{\"records\":\n[{\"fields\":{\"a\":}}]}", "suivi.csv:2:17: not JSON: a value is expected here"),
            ("{\"rows\":[]}", "suivi.csv:1: no list of \"records\" at the top; give the site's JSON"),
            ("[1]", "suivi.csv:1: no list of \"records\""),
            ("{\"records\":[\n{\"id\":1}]}", "suivi.csv:2:1: a record without an object of \"fields\""),
            (
                "{\"records\":[{\"fields\":{\"URL_Code_Source\":\"\",\n\"URL_Code_Sourc\\u0065\":\"\"}}]}",
                "suivi.csv:2:1: the field \"URL_Code_Source\" is there twice in a record; keep one"
            ),
            ("{\"records\":[]} x", "suivi.csv:1:16: something follows the end of the value"),
            (
                "{\"records\":[{\"fields\":{\"a\":\"b\nc\"}}]}",
                "suivi.csv:1:31: a line break or control character inside quotes"
            ),
            (String(repeating: "[", count: 100_000), "suivi.csv:1:129: nested deeper than 128 levels"),
        ])
    func refusals(_ text: String, _ sentence: String) {
        #expect(failure(Array(text.utf8)).hasPrefix(sentence), "\(failure(Array(text.utf8)))")
    }

    @Test("UTF-16 is refused, with the way to save it")
    func utf16() {
        let bytes = Self.header.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(failure([0xFF, 0xFE] + bytes).contains("save it as CSV UTF-8"))
        #expect(failure(bytes).contains("save it as CSV UTF-8"))
    }

    @Test("what else people give for a table is told how to be saved")
    func otherFiles() throws {
        #expect(failure(Array("PK\u{3}\u{4}\u{14}\u{0}".utf8)).contains("a spreadsheet program's own file"))
        let tabs = Self.header.replacing(",", with: "\t")
        #expect(failure(Array(tabs.utf8)).contains("its cells are parted by tabs: save it with commas or semicolons"))
        let latin1 = Array("{\"records\":[{\"fields\":{\"Titre\":\"".utf8) + [0xE9] + Array("\"}}]}".utf8)
        #expect(failure(latin1) == "suivi.csv: JSON that is not UTF-8; save it with the encoding UTF-8")
    }

    @Test(
        "lines of nothing but separators are no commitments, and blank ones may stand before the names of the columns")
    func blankLines() throws {
        let text = "\r\n" + Self.header + "\r\n,,,,,,\r\na,Code source,,,,,\r\n,,,,,,,,\r\n\r\n"
        let table = try TrackingTable(bytes: Array(text.utf8), file: "a")
        #expect(table.rows.map(\.line) == [4])
        let edited = table.bytes(with: [CellEdit(row: 0, field: .url, text: "u")])
        #expect(String(decoding: edited, as: UTF8.self) == text.replacing("source,,,,,", with: "source,,,,u,"))
    }

    @Test("the separator is the one that gives the columns, whatever stands in the titles")
    func separator() throws {
        let text = Self.header.replacing(",", with: ";") + ";\"a, b, c, d, e, f, g, h, i\"\n"
        #expect(try TrackingTable(bytes: Array(text.utf8), file: "a").format == .csv(separator: UInt8(ascii: ";")))
    }

    @Test("Windows-1252 is read and written with its own bytes")
    func windows1252() throws {
        let text = Self.header + "\nœuvre ’,Code source,été,,Planifié,,\n"
        let bytes = try #require(TableEncoding.windows1252.bytes(text))
        let table = try TrackingTable(bytes: bytes, file: "a")
        #expect(table.encoding == .windows1252)
        #expect(table.text(table.rows[0], .title) == "œuvre ’")
        #expect(table.text(table.rows[0], .status) == "Planifié")
        let edited = table.bytes(with: [CellEdit(row: 0, field: .producer, text: "Sœurs d’été")])
        #expect(edited == TableEncoding.windows1252.bytes(text.replacing(",été,,", with: ",été,Sœurs d’été,")))
    }

    @Test("what an encoding cannot hold is not written")
    func notInEncoding() throws {
        let table = try TrackingTable(
            bytes: TableEncoding.windows1252.bytes(Self.header + "\né,,,,,,\n") ?? [], file: "a")
        let edit = CellEdit(row: 0, field: .producer, text: "漢字")
        #expect(table.refusal(of: edit) == .notInEncoding(.windows1252))
        #expect(table.bytes(with: [edit]) == table.originalBytes)
    }

    @Test("a row with more cells than columns is left alone: it is not sure which is which")
    func tooManyCells() throws {
        let wide = try TrackingTable(
            bytes: Array((Self.header + "\na, b,Code source,m,,Disponible,,,x\n").utf8), file: "a")
        #expect(wide.rows[0].damage == .tooManyCells(9, columns: 7))
        #expect(wide.bytes(with: [CellEdit(row: 0, field: .status, text: "Planifié")]) == wide.originalBytes)
    }

    @Test("a row that stops early is filled up to the cell")
    func shortRow() throws {
        let table = try TrackingTable(bytes: Array((Self.header + "\r\na,Code source\r\nb").utf8), file: "a")
        let edits = [
            CellEdit(row: 0, field: .url, text: "u"), CellEdit(row: 0, field: .status, text: "s"),
            CellEdit(row: 1, field: .producer, text: "p"),
        ]
        #expect(
            String(decoding: table.bytes(with: edits), as: UTF8.self)
                == Self.header + "\r\na,Code source,,,s,u\r\nb,,,p")
    }

    @Test("a field that a JSON record lacks is put after its last one, spaced as that is")
    func insertedField() throws {
        let text = "{\"records\":[{\"fields\":{\n  \"Titre\" : \"é\"\n}},{\"fields\":{ }}]}"
        let table = try TrackingTable(bytes: Array(text.utf8), file: "a")
        let edits = [CellEdit(row: 0, field: .status, text: "à"), CellEdit(row: 1, field: .url, text: "u")]
        #expect(
            String(decoding: table.bytes(with: edits), as: UTF8.self)
                == "{\"records\":[{\"fields\":{\n  \"Titre\" : \"é\",\n  \"Statut_Code_Source\" : \"à\"\n}},{\"fields\":{\"URL_Code_Source\":\"u\" }}]}"
        )
    }

    @Test("a JSON file that is all ASCII stays so, and a list loses its marker when it is read")
    func asciiJSON() throws {
        let text =
            #"{"records":[{"id":7,"fields":{"Type":["L","API","Code source"],"Statut_Code_Source":null,"URL_Code_Source":[1]}}]}"#
        let table = try TrackingTable(bytes: Array(text.utf8), file: "a")
        #expect(table.rows[0].id == "7")
        #expect(table.text(table.rows[0], .type) == "API, Code source")
        let edit = CellEdit(row: 0, field: .status, text: "Planifié 😀")
        #expect(
            String(decoding: table.bytes(with: [edit]), as: UTF8.self)
                == text.replacing("null", with: #""Planifi\u00e9 \ud83d\ude00""#))
        #expect(table.refusal(of: CellEdit(row: 0, field: .url, text: "u")) == .notText)
    }

    @Test("no cell is written that a spreadsheet would compute", arguments: ["=1", "+1", "-1", "@a"])
    func formula(_ text: String) throws {
        let table = try TrackingTable(bytes: Array((Self.header + "\na,b,c,d,e,f,g\n").utf8), file: "a")
        #expect(table.refusal(of: CellEdit(row: 0, field: .producer, text: text)) == .formula)
    }

    @Test("random bytes are a table or a refusal, and never a crash")
    func randomBytes() {
        var tables = 0
        for seed in 0..<3_000 {
            var random = SeededGenerator(state: UInt64(seed) &+ 7 << 50)
            let start = random.pick([Self.header + "\n", "{\"records\":[{\"fields\":{\"Titre\":", ""])
            let noise = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
                random.chance(70)
                    ? random.pick(Array("\",;\r\n{}[]:\\u0 nét".utf8)) : UInt8.random(in: 0...255, using: &random)
            }
            guard let table = try? TrackingTable(bytes: Array(start.utf8) + noise, file: "a") else { continue }
            tables += 1
            for row in table.rows { _ = table.texts(row) }
            let edits = table.rows.indices.map { CellEdit(row: $0, field: .status, text: "Disponible") }
            _ = table.bytes(with: edits)
        }
        #expect(tables > 500)
    }
}
