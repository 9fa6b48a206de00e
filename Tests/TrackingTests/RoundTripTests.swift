// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Random tables in every dress a table comes in: read, written again byte for byte, and edited where the edit is and
// nowhere else. A table is made as a model of its cells, so that the bytes that must come out are known.

import Foundation
import SwiftCSV
import Testing

@testable import Tracking

struct RoundTripTests {
    private static let tables = 2_000

    @Test("a random CSV comes out byte for byte, and an edit changes the bytes of its cell alone")
    func csv() throws {
        var edits = 0
        var cells = 0
        for seed in 0..<Self.tables {
            var random = SeededGenerator(state: UInt64(seed))
            let model = RandomCSV(&random)
            let table = try TrackingTable(bytes: model.bytes, file: "random.csv")
            try #require(table.bytes(with: []) == model.bytes, "seed \(seed)")
            try #require(table.rows.map { table.texts($0) } == model.texts, "seed \(seed)")
            cells += model.texts.joined().count
            for _ in 0..<4 {
                let edit = model.randomEdit(&random)
                let written = table.bytes(with: [edit])
                try #require(written == model.bytes(with: edit), "seed \(seed), \(edit)")
                let again = try TrackingTable(bytes: written, file: "random.csv")
                try #require(again.text(again.rows[edit.row], edit.field) == edit.text, "seed \(seed), \(edit)")
                edits += 1
            }
        }
        print("round trip: \(Self.tables) CSV tables, \(cells) cells, \(edits) edits")
    }

    @Test("what SwiftCSV reads in a random CSV, the reader reads")
    func oracle() throws {
        var compared = 0
        for seed in 0..<Self.tables {
            var random = SeededGenerator(state: UInt64(seed) &+ 1 << 40)
            let model = RandomCSV(&random, isPlain: true)
            guard model.encoding == .utf8 else { continue }
            let table = try TrackingTable(bytes: model.bytes, file: "random.csv")
            let text = String(decoding: model.bytes, as: UTF8.self).replacing("\u{FEFF}", with: "")
            let delimiter = CSVDelimiter(unicodeScalarLiteral: Character(Unicode.Scalar(model.separator)))
            let oracle = try EnumeratedCSV(string: text, delimiter: delimiter, loadColumns: false)
            try #require(table.columns == oracle.header, "seed \(seed)")
            // SwiftCSV takes a blank line for a row of one empty cell.
            let rows = oracle.rows.filter { !$0.allSatisfy(\.isEmpty) }
            try #require(table.rows.map { table.texts($0) } == rows, "seed \(seed)")
            compared += rows.count
        }
        #expect(compared > 4_000)
        print("oracle: \(compared) rows as SwiftCSV reads them")
    }

    @Test("a random JSON comes out byte for byte, and an edit changes the bytes of its value alone")
    func json() throws {
        var edits = 0
        for seed in 0..<Self.tables {
            var random = SeededGenerator(state: UInt64(seed) &+ 1 << 41)
            let model = RandomJSON(&random)
            let table = try TrackingTable(bytes: model.bytes, file: "random.json")
            try #require(table.bytes(with: []) == model.bytes, "seed \(seed)")
            try #require(table.rows.count == model.records.count, "seed \(seed)")
            for _ in 0..<4 where !model.records.isEmpty {
                let row = Int.random(in: 0..<model.records.count, using: &random)
                let field = random.pick(SourceCodeField.allCases)
                let edit = CellEdit(row: row, field: field, text: "Été \"à\\\n😀 \(seed)")
                let written = table.bytes(with: [edit])
                try #require(written == model.bytes(with: edit), "seed \(seed), \(edit)")
                let again = try TrackingTable(bytes: written, file: "random.json")
                try #require(again.text(again.rows[row], field) == edit.text, "seed \(seed)")
                try #require((try? JSONSerialization.jsonObject(with: Data(written))) != nil, "seed \(seed)")
                edits += 1
            }
        }
        print("round trip: \(Self.tables) JSON tables, \(edits) edits")
    }
}

/// A CSV as its cells, each with its quoting, and the dress of the file.
private struct RandomCSV {
    struct Cell {
        var text: String
        var isQuoted: Bool
    }

    let encoding: TableEncoding
    let separator: UInt8
    private let hasMark: Bool
    private let lineEnd: String
    private let endsWithLine: Bool
    private var header: [Cell]
    private var rows: [[Cell]] = []
    /// Blank lines before each row.
    private var blanks: [Int] = []

    /// `isPlain` leaves out what SwiftCSV reads otherwise: spaces at the head of a cell, rows that end in nothing, combining accents.
    init(_ random: inout SeededGenerator, isPlain: Bool = false) {
        encoding = random.chance(70) ? .utf8 : .windows1252
        separator = UInt8(ascii: random.chance(50) ? "," : ";")
        hasMark = encoding == .utf8 && random.chance(40)
        lineEnd = random.pick(isPlain ? ["\n", "\r\n"] : ["\n", "\r\n", "\r"])
        endsWithLine = random.chance(60)
        var names =
            SourceCodeField.allCases.map(\.rawValue) + ["Titre", "Type", "Producteur", "Note é", "x;y", "Autre, etc."]
        names.shuffle(using: &random)
        let separator = separator
        header = names.map { Cell(text: $0, isQuoted: Self.mustBeQuoted($0, separator) || random.chance(20)) }
        // So that a text in Windows-1252 is no UTF-8 by accident, nor the other way round.
        for _ in 0..<Int.random(in: 1..<8, using: &random) {
            var row = header.map { _ in Self.cell(&random, encoding, separator, isPlain: isPlain) }
            if !isPlain, random.chance(15) { row.removeLast(Int.random(in: 1..<row.count, using: &random)) }
            // A row of empty bare cells is a blank line.
            let isBlank = row.allSatisfy { $0.text.isEmpty && !$0.isQuoted }
            if isBlank || isPlain { row[0] = Cell(text: "a", isQuoted: random.chance(50)) }
            if isPlain { row[row.count - 1] = Cell(text: "z", isQuoted: random.chance(50)) }
            rows.append(row)
            blanks.append(random.chance(10) ? 1 : 0)
        }
    }

    private static let alphabet = Array("aZ09 é œ€’àç,;\"\n\r'=-|/:.")

    private static func cell(
        _ random: inout SeededGenerator, _ encoding: TableEncoding, _ separator: UInt8, isPlain: Bool
    ) -> Cell {
        if random.chance(35) { return Cell(text: "", isQuoted: random.chance(20)) }
        var text = String((0..<Int.random(in: 1..<14, using: &random)).map { _ in random.pick(alphabet) })
        if encoding == .utf8, random.chance(20) {
            text += random.pick(["漢字", "😀", isPlain ? "x" : "e\u{301}", "\u{A0}"])
        }
        if isPlain { text = "v" + String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" })) }
        return Cell(text: text, isQuoted: mustBeQuoted(text, separator) || random.chance(30))
    }

    private static func mustBeQuoted(_ text: String, _ separator: UInt8) -> Bool {
        let isSign: (UInt8) -> Bool = { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        return text.utf8.contains(where: isSign)
    }

    var texts: [[String]] {
        rows.map { row in row.map(\.text) + [String](repeating: "", count: header.count - row.count) }
    }

    var bytes: [UInt8] { bytes(header, rows) }

    /// The file with one cell changed: bare where it was bare, unless it may not be.
    func bytes(with edit: CellEdit) -> [UInt8] {
        var rows = rows
        let column = header.firstIndex { $0.text == edit.field.rawValue } ?? 0
        while rows[edit.row].count <= column { rows[edit.row].append(Cell(text: "", isQuoted: false)) }
        rows[edit.row][column].isQuoted =
            rows[edit.row][column].isQuoted || Self.mustBeQuoted(edit.text, separator)
        rows[edit.row][column].text = edit.text
        return bytes(header, rows)
    }

    func randomEdit(_ random: inout SeededGenerator) -> CellEdit {
        CellEdit(
            row: Int.random(in: 0..<rows.count, using: &random), field: random.pick(SourceCodeField.allCases),
            text: random.pick([
                "Disponible", "Planifié", "https://forge.example.org/a/b", "a,b;c", "dit «\u{A0}x\u{A0}» \"y\"", " é ",
                "a\nb",
            ]))
    }

    private func bytes(_ header: [Cell], _ rows: [[Cell]]) -> [UInt8] {
        var text = ""
        let separator = String(Character(Unicode.Scalar(separator)))
        func line(_ cells: [Cell]) -> String {
            cells.map { $0.isQuoted ? "\"" + Self.doubled($0.text) + "\"" : $0.text }.joined(separator: separator)
        }
        text = line(header)
        for (row, blanks) in zip(rows, blanks) {
            text += String(repeating: lineEnd, count: 1 + blanks) + line(row)
        }
        if endsWithLine { text += lineEnd }
        return (hasMark ? TrackingTable.byteOrderMark : []) + (encoding.bytes(text) ?? [])
    }

    /// Each quote twice; scalars, since "\r\n" and a quote under an accent are one `Character`.
    private static func doubled(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(scalar)
            if scalar == "\"" { result.append(scalar) }
        }
        return String(result)
    }
}

/// A JSON table as its records' members, each with its spaces and its value as it is written.
private struct RandomJSON {
    struct Member {
        var beforeKey: String
        var key: String
        var beforeColon: String
        var afterColon: String
        var value: String
        var afterValue: String
    }

    struct Record {
        var before: String
        var after: String
        var members: [Member]
        var end: String
    }

    private let isASCII: Bool
    private let hasMark: Bool
    let records: [Record]

    init(_ random: inout SeededGenerator) {
        isASCII = random.chance(30)
        hasMark = random.chance(20)
        let isASCII = isASCII
        records = (0..<Int.random(in: 0..<6, using: &random)).map { index in
            var names = ["Titre", "Type", "Titre", "T\\u0069tre", isASCII ? "a" : "é"].filter { _ in random.chance(60) }
            names += SourceCodeField.allCases.map(\.rawValue).filter { _ in random.chance(70) }
            names.shuffle(using: &random)
            return Record(
                before: random.pick([
                    "{\"id\":\(index),\"fields\":", "{ \"fields\" :\n\t", "{\"fields\":{},\"fields\": ",
                ]),
                after: random.pick(["}", ",\"createdTime\":null}", " }"]),
                members: names.map { name in
                    Member(
                        beforeKey: Self.space(&random), key: name, beforeColon: Self.space(&random),
                        afterColon: Self.space(&random), value: Self.value(&random, name, isASCII: isASCII),
                        afterValue: Self.space(&random))
                }, end: Self.space(&random))
        }
    }

    private static func space(_ random: inout SeededGenerator) -> String {
        random.chance(60) ? "" : random.pick([" ", "\n", "\r\n    ", "\t"])
    }

    private static func value(_ random: inout SeededGenerator, _ name: String, isASCII: Bool) -> String {
        let texts = ["null", "\"\"", "\"a\\u00e9\\/b\"", "\"\\\"]},{\"", "\"\\\\\"", isASCII ? "\"x\"" : "\"été 😀\""]
        // Only texts and nothing are edited.
        if SourceCodeField(rawValue: name) != nil { return random.pick(texts) }
        return random.pick(texts + ["[\"L\",\"API\",\"Code source\"]", "-1.5e+3", "true", "{\"a\":[1,{}]}", "[ ]"])
    }

    var bytes: [UInt8] { bytes(records) }

    func bytes(with edit: CellEdit) -> [UInt8] {
        var records = records
        let value = String(decoding: JSONText.writing(edit.text, asciiOnly: isAllASCII), as: UTF8.self)
        let members = records[edit.row].members
        if let index = members.firstIndex(where: { $0.key == edit.field.rawValue }) {
            records[edit.row].members[index].value = value
        } else if var last = members.last {
            records[edit.row].members[members.count - 1].afterValue = ""
            (last.key, last.value) = (edit.field.rawValue, value)
            records[edit.row].members.append(last)
        } else {
            // The only member of a record stands at its beginning.
            records[edit.row].end = "\"\(edit.field.rawValue)\":\(value)" + records[edit.row].end
        }
        return bytes(records)
    }

    private var isAllASCII: Bool { bytes.allSatisfy { $0 < 0x80 } }

    private func bytes(_ records: [Record]) -> [UInt8] {
        let list = records.map { record in
            let members = record.members.map {
                "\($0.beforeKey)\"\($0.key)\"\($0.beforeColon):\($0.afterColon)\($0.value)\($0.afterValue)"
            }
            return record.before + "{" + members.joined(separator: ",") + record.end + "}" + record.after
        }
        let text = "{\"records\": [" + list.joined(separator: ",\n") + "]}\n"
        return (hasMark ? TrackingTable.byteOrderMark : []) + Array(text.utf8)
    }
}
