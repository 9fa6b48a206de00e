// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Where the cells of a CSV stand (RFC 4180, and what spreadsheets make of it). A reader of our own, since every library
// gives values and drops what is needed to write the same file again: the byte-order mark, the quoting of each cell, the
// line ends, the encoding, the missing line break at the end. SwiftCSV is the oracle of its tests.

import Languages

struct CSVTableReader {
    let bytes: [UInt8]
    let file: String

    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// The table after a byte-order mark.
    func table(from start: Int) throws(TrackFileError) -> TrackingTable {
        let encoding = TableEncoding(of: bytes[start...])
        let separator = try separator(from: start)
        var scan = Scan(bytes: bytes, at: start, separator: separator)
        let header = try self.header(&scan)
        let columns = header.cells.map { cell in
            let text =
                cell.style == .quoted ? Self.unquoted(bytes[cell.span], encoding) : encoding.text(bytes[cell.span])
            return text.trimmed
        }
        try check(columns, line: header.line)
        var rows: [TableRow] = []
        while !scan.isAtEnd {
            let record = try record(&scan)
            // A blank line is no commitment, nor one of separators alone, as spreadsheets leave them at the end.
            if record.cells.allSatisfy(\.span.isEmpty) { continue }
            // An empty cell too many may come from a separator in a title as well as from one at the end.
            let damage: TableRow.Damage? =
                record.cells.count > columns.count
                ? .tooManyCells(record.cells.count, columns: columns.count) : nil
            rows.append(
                TableRow(line: record.line, id: nil, damage: damage, cells: record.cells, span: record.span))
        }
        return TrackingTable(
            file: file, format: .csv(separator: separator), encoding: encoding, columns: columns, rows: rows,
            bytes: bytes)
    }

    /// What a quoted cell says, quotes included in `bytes`: two quotes are one, and what follows the closing quote counts.
    static func unquoted(_ bytes: ArraySlice<UInt8>, _ encoding: TableEncoding) -> String {
        var content: [UInt8] = []
        content.reserveCapacity(bytes.count)
        var index = bytes.startIndex + 1
        while index < bytes.endIndex {
            if bytes[index] == quote {
                if index + 1 < bytes.endIndex, bytes[index + 1] == quote {
                    content.append(quote)
                    index += 2
                    continue
                }
                content += bytes[(index + 1)...]
                break
            }
            content.append(bytes[index])
            index += 1
        }
        return encoding.text(content[...])
    }

    /// The bytes of a cell that says `text`; between quotes where it was, or where it must be.
    static func cell(_ text: String, quoted: Bool, separator: UInt8, _ encoding: TableEncoding) -> [UInt8]? {
        guard let bytes = encoding.bytes(text) else { return nil }
        let mustBeQuoted = bytes.contains {
            $0 == separator || $0 == quote || $0 == newline || $0 == carriageReturn
        }
        guard quoted || mustBeQuoted else { return bytes }
        return [quote] + bytes.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }

    // MARK: Reading

    private struct Scan {
        let bytes: [UInt8]
        var at: Int
        let separator: UInt8
        var line = 1
        /// Whether a carriage return alone ends a line, as the header's does: elsewhere it is a part of its cell.
        var isMacintosh: Bool?

        init(bytes: [UInt8], at: Int, separator: UInt8) {
            self.bytes = bytes
            self.at = at
            self.separator = separator
        }

        var isAtEnd: Bool { at >= bytes.count }

        /// How many bytes end a line here; 0 when it goes on.
        func lineEnd() -> Int {
            guard at < bytes.count else { return 0 }
            if bytes[at] == CSVTableReader.newline { return 1 }
            guard bytes[at] == CSVTableReader.carriageReturn else { return 0 }
            if at + 1 < bytes.count, bytes[at + 1] == CSVTableReader.newline { return 2 }
            return isMacintosh ?? true ? 1 : 0
        }
    }

    private struct Record {
        var cells: [TableCell]
        var span: Range<Int>
        var line: Int
    }

    /// Reads up to the end of a line, and over it.
    private func record(_ scan: inout Scan) throws(TrackFileError) -> Record {
        let start = scan.at
        let line = scan.line
        var cells: [TableCell] = []
        while true {
            cells.append(try cell(&scan))
            if scan.isAtEnd || bytes[scan.at] != scan.separator { break }
            scan.at += 1
        }
        let span = start..<scan.at
        let lineEnd = scan.lineEnd()
        if lineEnd > 0 {
            if scan.isMacintosh == nil { scan.isMacintosh = lineEnd == 1 && bytes[scan.at] == Self.carriageReturn }
            scan.at += lineEnd
            scan.line += 1
        }
        return Record(cells: cells, span: span, line: line)
    }

    private func cell(_ scan: inout Scan) throws(TrackFileError) -> TableCell {
        let start = scan.at
        let isQuoted = !scan.isAtEnd && bytes[start] == Self.quote
        if isQuoted {
            let line = scan.line
            scan.at += 1
            while true {
                guard !scan.isAtEnd else {
                    throw TrackFileError(
                        file, line: line,
                        Bilingual(
                            "a quotation mark opens a cell here and nothing closes it; close it, or double it where it is part of the text",
                            "un guillemet ouvre ici une cellule et rien ne la ferme\u{A0}; fermez-la, ou doublez le guillemet s’il est dans le texte"
                        )
                    )
                }
                let byte = bytes[scan.at]
                scan.at += 1
                if byte == Self.quote {
                    guard !scan.isAtEnd, bytes[scan.at] == Self.quote else { break }
                    scan.at += 1
                } else if byte == Self.newline
                    || byte == Self.carriageReturn && (scan.isAtEnd || bytes[scan.at] != Self.newline)
                {
                    scan.line += 1
                }
            }
        }
        while !scan.isAtEnd, bytes[scan.at] != scan.separator, scan.lineEnd() == 0 { scan.at += 1 }
        return TableCell(span: start..<scan.at, style: isQuoted ? .quoted : .bare)
    }

    // MARK: The first line

    /// The first line that is not blank.
    private func header(_ scan: inout Scan) throws(TrackFileError) -> Record {
        while true {
            let record = try record(&scan)
            if scan.isAtEnd || record.cells.count > 1 || !record.span.isEmpty { return record }
        }
    }

    /// The one of `,` and `;` by which the first line gives the columns; the one that gives more cells when in doubt.
    private func separator(from start: Int) throws(TrackFileError) -> UInt8 {
        var best: (separator: UInt8, known: Int, cells: Int)?
        for separator in [UInt8(ascii: ","), UInt8(ascii: ";")] {
            var scan = Scan(bytes: bytes, at: start, separator: separator)
            let cells = try header(&scan).cells
            let names = cells.map { cell in
                cell.style == .quoted
                    ? Self.unquoted(bytes[cell.span], .utf8) : TableEncoding.utf8.text(bytes[cell.span])
            }
            let known = names.count { SourceCodeField(rawValue: $0.trimmed) != nil }
            if best.map({ (known, cells.count) > ($0.known, $0.cells) }) ?? true {
                best = (separator, known, cells.count)
            }
        }
        return best?.separator ?? UInt8(ascii: ",")
    }

    private func check(_ columns: [String], line: Int) throws(TrackFileError) {
        let counts = columns.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        let missing = SourceCodeField.allCases.map(\.rawValue).filter { counts[$0] == nil }
        if !missing.isEmpty {
            let seen = columns.prefix(6).map { "\"\($0)\"" }.joined(separator: ", ")
            let names = missing.map { "\"\($0)\"" }.joined(separator: ", ")
            let mend =
                columns[0].contains("\t")
                ? Bilingual(
                    "its cells are parted by tabs: save it with commas or semicolons",
                    "ses cellules sont séparées par des tabulations\u{A0}: enregistrez-le avec virgules ou points-virgules"
                )
                : Bilingual(
                    "add \(missing.count == 1 ? "it" : "them") to the first line, and an empty cell to each row, or give "
                        + "the table as it is published",
                    "ajoutez-\(missing.count == 1 ? "la" : "les") à la première ligne, et une cellule vide à chaque "
                        + "rangée, ou donnez le tableau tel qu’il est publié")
            throw TrackFileError(
                file, line: line,
                Bilingual(
                    "no column \(names) among \(seen)…; \(mend(.english))",
                    "pas de colonne \(names) parmi \(seen)…\u{A0}; \(mend(.french))"))
        }
        for field in SourceCodeField.allCases where counts[field.rawValue] != 1 {
            throw TrackFileError(
                file, line: line,
                Bilingual(
                    "the column \"\(field.rawValue)\" is there twice; keep one, so that it is sure which to fill in",
                    "la colonne «\u{A0}\(field.rawValue)\u{A0}» y est deux fois\u{A0}; gardez-en une, pour qu’on sache laquelle remplir"
                ))
        }
        for field in CommitmentField.allCases where counts[field.rawValue, default: 0] > 1 {
            throw TrackFileError(
                file, line: line,
                Bilingual(
                    "the column \"\(field.rawValue)\" is there twice; keep one",
                    "la colonne «\u{A0}\(field.rawValue)\u{A0}» y est deux fois\u{A0}; gardez-en une"))
        }
    }
}

extension StringProtocol {
    /// Without the spaces and line breaks around it, no-break spaces included.
    var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
