// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Where the fields of the site's JSON stand: `{"records":[{"id":1,"fields":{…}}]}`. Foundation's reader gives values and
// loses the order of keys, doubled keys, spaces and escapes, so the spans are found by a scanner of our own.

import Languages

struct JSONTableReader {
    let bytes: [UInt8]
    let file: String

    /// The table after a byte-order mark.
    func table(from start: Int) throws(TrackFileError) -> TrackingTable {
        guard TableEncoding(of: bytes[start...]) == .utf8 else {
            throw TrackFileError(
                file,
                Bilingual(
                    "JSON that is not UTF-8; save it with the encoding UTF-8",
                    "du JSON qui n’est pas en UTF-8\u{A0}; enregistrez-le dans cet encodage"))
        }
        var scanner = JSONScanner(bytes: bytes, at: start, file: file)
        let root = try scanner.document()
        guard case .object(let members) = root.shape,
            let records = members.last(where: { $0.name == "records" }), case .array(let items) = records.value.shape
        else {
            throw TrackFileError(
                file, line: 1,
                Bilingual(
                    "no list of \"records\" at the top; give the site's JSON, {\"records\":[{\"fields\":{…}}]}",
                    "pas de liste «\u{A0}records\u{A0}» au sommet\u{A0}; donnez le JSON du site, {\"records\":[{\"fields\":{…}}]}"
                ))
        }
        var columns: [String] = []
        var positions: [String: Int] = [:]
        var rows: [TableRow] = []
        for item in items {
            guard case .object(let record) = item.shape, let fields = record.last(where: { $0.name == "fields" }),
                case .object(let cells) = fields.value.shape
            else {
                throw TrackFileError(
                    file, line: item.place.line, column: item.place.column,
                    Bilingual(
                        "a record without an object of \"fields\"; write {\"id\":1,\"fields\":{…}}",
                        "un enregistrement sans objet «\u{A0}fields\u{A0}»\u{A0}; écrivez {\"id\":1,\"fields\":{…}}"))
            }
            try check(cells)
            var row: [TableCell?] = []
            for cell in cells {
                let position = positions[cell.name, default: columns.count]
                if position == columns.count {
                    columns.append(cell.name)
                    positions[cell.name] = position
                }
                while row.count <= position { row.append(nil) }
                row[position] = TableCell(span: cell.value.span, style: .json)
            }
            rows.append(
                TableRow(
                    line: item.place.line,
                    id: record.last { $0.name == "id" }.map { JSONText.reading(bytes[$0.value.span]) }, damage: nil,
                    cells: row, span: fields.value.span))
        }
        // A field that no record gives yet can be given.
        for field in SourceCodeField.allCases where positions[field.rawValue] == nil { columns.append(field.rawValue) }
        return TrackingTable(file: file, format: .json, encoding: .utf8, columns: columns, rows: rows, bytes: bytes)
    }

    private func check(_ cells: [JSONScanner.Member]) throws(TrackFileError) {
        for field in SourceCodeField.allCases {
            let found = cells.filter { $0.name == field.rawValue }
            if found.count > 1 {
                throw TrackFileError(
                    file, line: found[1].place.line, column: found[1].place.column,
                    Bilingual(
                        "the field \"\(field.rawValue)\" is there twice in a record; keep one, so that it is sure which to fill in",
                        "le champ «\u{A0}\(field.rawValue)\u{A0}» est deux fois dans un enregistrement\u{A0}; gardez-en un, pour qu’on sache lequel remplir"
                    )
                )
            }
        }
    }
}

/// Finds the spans of a JSON text's values (RFC 8259), and says by line what is not JSON.
struct JSONScanner {
    /// A value, and where it stands.
    struct Value {
        indirect enum Shape {
            case object([Member])
            case array([Value])
            /// A string, a number, a word; or what stands deeper than the fields of a record.
            case other
        }

        var span: Range<Int>
        var place: Place
        var shape: Shape
    }

    /// Where it begins: a line, and a byte of it, both from 1. The site's JSON is one line.
    struct Place {
        var line: Int
        var column: Int
    }

    /// A key and its value.
    struct Member {
        var name: String
        var place: Place
        var value: Value
    }

    /// The parts of values are kept as deep as a field's own; what is deeper is only walked over.
    private static let keptDepth = 4
    private static let maximumDepth = 128

    let bytes: [UInt8]
    var at: Int
    let file: String
    private var line = 1
    private var lineStart: Int

    init(bytes: [UInt8], at: Int, file: String) {
        self.bytes = bytes
        self.at = at
        self.file = file
        lineStart = at
    }

    private var place: Place { Place(line: line, column: at - lineStart + 1) }

    /// The one value of the text, with nothing after it.
    mutating func document() throws(TrackFileError) -> Value {
        let value = try value(depth: 0)
        skipSpace()
        guard at == bytes.count else {
            throw mistake(
                Bilingual(
                    "something follows the end of the value; remove it",
                    "quelque chose suit la fin de la valeur\u{A0}; ôtez-le"))
        }
        return value
    }

    private mutating func value(depth: Int) throws(TrackFileError) -> Value {
        skipSpace()
        let start = at
        let place = place
        guard depth < Self.maximumDepth else {
            throw mistake(
                Bilingual(
                    "nested deeper than \(Self.maximumDepth) levels",
                    "plus de \(Self.maximumDepth) niveaux imbriqués"))
        }
        var shape = Value.Shape.other
        switch peek {
        case UInt8(ascii: "{"): shape = try object(depth: depth)
        case UInt8(ascii: "["): shape = try array(depth: depth)
        case UInt8(ascii: "\""): try string()
        case let byte? where Self.numeric.contains(byte): try number()
        default: try word()
        }
        return Value(span: start..<at, place: place, shape: shape)
    }

    private mutating func object(depth: Int) throws(TrackFileError) -> Value.Shape {
        var members: [Member] = []
        at += 1
        skipSpace()
        if peek == UInt8(ascii: "}") {
            at += 1
            return .object([])
        }
        while true {
            skipSpace()
            let start = at
            let place = place
            guard peek == UInt8(ascii: "\"") else {
                throw mistake(
                    Bilingual(
                        "a key in quotes is expected here",
                        "on attend ici une clé entre guillemets"))
            }
            try string()
            let name = start..<at
            skipSpace()
            guard peek == UInt8(ascii: ":") else {
                throw mistake(
                    Bilingual(
                        "a colon is expected after the key",
                        "on attend deux-points après la clé"))
            }
            at += 1
            let value = try value(depth: depth + 1)
            if depth <= Self.keptDepth {
                members.append(Member(name: JSONText.reading(bytes[name]), place: place, value: value))
            }
            if try endsList(with: UInt8(ascii: "}")) { return depth <= Self.keptDepth ? .object(members) : .other }
        }
    }

    private mutating func array(depth: Int) throws(TrackFileError) -> Value.Shape {
        var values: [Value] = []
        at += 1
        skipSpace()
        if peek == UInt8(ascii: "]") {
            at += 1
            return .array([])
        }
        while true {
            let value = try value(depth: depth + 1)
            if depth <= Self.keptDepth { values.append(value) }
            if try endsList(with: UInt8(ascii: "]")) { return depth <= Self.keptDepth ? .array(values) : .other }
        }
    }

    private mutating func endsList(with end: UInt8) throws(TrackFileError) -> Bool {
        skipSpace()
        guard let byte = peek, byte == end || byte == UInt8(ascii: ",") else {
            throw mistake(
                Bilingual(
                    "a comma or \"\(Character(Unicode.Scalar(end)))\" is expected here",
                    "on attend ici une virgule ou «\u{A0}\(Character(Unicode.Scalar(end)))\u{A0}»"))
        }
        at += 1
        return byte == end
    }

    private mutating func string() throws(TrackFileError) {
        at += 1
        while let byte = peek {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return
            case UInt8(ascii: "\\"): at += 1
            case 0..<0x20:
                throw mistake(
                    Bilingual(
                        "a line break or control character inside quotes; write it as \\n or \\u00XX",
                        "un saut de ligne ou un caractère de contrôle entre guillemets\u{A0}; écrivez-le \\n ou \\u00XX"
                    ))
            default: break
            }
        }
        throw mistake(
            Bilingual(
                "quotes that open here or before are never closed",
                "des guillemets ouverts ici ou plus haut ne sont jamais fermés"))
    }

    private mutating func number() throws(TrackFileError) {
        let start = at
        while let byte = peek, Self.numeric.contains(byte) { at += 1 }
        guard Double(String(decoding: bytes[start..<at], as: UTF8.self)) != nil else {
            throw mistake(
                Bilingual(
                    "not a number",
                    "n’est pas un nombre"))
        }
    }

    private mutating func word() throws(TrackFileError) {
        for word in ["true", "false", "null"] where bytes[at...].starts(with: word.utf8) {
            at += word.utf8.count
            return
        }
        throw mistake(
            peek == nil
                ? Bilingual(
                    "the text ends before its value does; is the file whole?",
                    "le texte s’arrête avant la fin de sa valeur\u{A0}; le fichier est-il entier\u{A0}?")
                : Bilingual(
                    "not JSON: a value is expected here",
                    "n’est pas du JSON\u{A0}: on attend ici une valeur"))
    }

    private static let numeric = Set("+-.0123456789eE".utf8)

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = peek, TrackingTable.isSpace(byte) {
            at += 1
            if byte == UInt8(ascii: "\n") {
                line += 1
                lineStart = at
            }
        }
    }

    private func mistake(_ message: Bilingual) -> TrackFileError {
        TrackFileError(file, line: line, column: place.column, message)
    }
}
