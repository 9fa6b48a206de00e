// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The tracking table as the bytes of its file, and where each cell stands in them. A cell is edited by its span, so that
// whatever codescan does not own – columns, order, encoding, quoting, line ends – comes out byte for byte as it went in.
//
//     let table = try TrackingTable(bytes: bytes, file: "suivi.csv")
//     let edited = try table.bytes(with: [CellEdit(row: 0, field: .status, text: "Disponible")])

import Languages

/// A table of commitments.
public struct TrackingTable: Sendable {
    /// What the file is.
    public enum Format: Sendable, Hashable {
        /// CSV with this separator, a comma or a semicolon.
        case csv(separator: UInt8)
        /// The site's API: `{"records":[{"id":1,"fields":{…}}]}`.
        case json
    }

    /// The file, as it was given.
    public let file: String
    /// What the file is.
    public let format: Format
    /// How its bytes are text; JSON is UTF-8, and nothing else (RFC 8259).
    public let encoding: TableEncoding
    /// Every column, in the order of the file; of JSON, in order of first appearance.
    public let columns: [String]
    /// The commitments, in the order of the file.
    public let rows: [TableRow]

    let bytes: [UInt8]
    /// Whether every byte is ASCII.
    let isASCII: Bool
    /// The position of each column that codescan knows.
    let positions: [String: Int]

    /// The file as it came.
    public var originalBytes: [UInt8] { bytes }

    /// Reads the bytes of a file that people know as `file`: JSON when the first sign is a brace or a bracket, else CSV.
    public init(bytes: [UInt8], file: String) throws(TrackFileError) {
        let start = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
        if bytes.starts(with: "PK\u{3}\u{4}".utf8) {
            throw TrackFileError(
                file,
                Bilingual(
                    "a spreadsheet program's own file (.xlsx, .ods); save it there as CSV UTF-8",
                    "un fichier de tableur (.xlsx, .ods)\u{A0}; enregistrez-le en CSV UTF-8 depuis le tableur"))
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(4096).contains(0) {
            throw TrackFileError(
                file,
                Bilingual(
                    "UTF-16, or no text; save it as CSV UTF-8, or give the site's JSON",
                    "de l’UTF-16, ou pas du texte\u{A0}; enregistrez-le en CSV UTF-8, ou donnez le JSON du site"))
        }
        guard let first = bytes[start...].first(where: { !Self.isSpace($0) }) else {
            throw TrackFileError(
                file,
                Bilingual(
                    "empty; give the table of commitments, with its line of column names",
                    "vide\u{A0}; donnez le tableau des engagements, avec la ligne des noms de colonnes"))
        }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            self = try JSONTableReader(bytes: bytes, file: file).table(from: start)
        } else {
            self = try CSVTableReader(bytes: bytes, file: file).table(from: start)
        }
    }

    init(
        file: String, format: Format, encoding: TableEncoding, columns: [String], rows: [TableRow], bytes: [UInt8]
    ) {
        self.file = file
        self.format = format
        self.encoding = encoding
        self.columns = columns
        self.rows = rows
        self.bytes = bytes
        isASCII = bytes.allSatisfy { $0 < 0x80 }
        positions = Dictionary(zip(columns, columns.indices)) { first, _ in first }
    }

    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    /// Whether the table has a column.
    func has(_ field: CommitmentField) -> Bool { positions[field.rawValue] != nil }

    /// What a cell says; empty for one that is not there.
    public func text(_ row: TableRow, _ field: CommitmentField) -> String {
        positions[field.rawValue].map { text(row, column: $0) } ?? ""
    }

    /// What a cell says; empty for one that is not there.
    public func text(_ row: TableRow, _ field: SourceCodeField) -> String {
        positions[field.rawValue].map { text(row, column: $0) } ?? ""
    }

    /// What every cell of a row says, in the order of the columns.
    public func texts(_ row: TableRow) -> [String] { columns.indices.map { text(row, column: $0) } }

    private func text(_ row: TableRow, column: Int) -> String {
        guard column < row.cells.count, let cell = row.cells[column] else { return "" }
        switch cell.style {
        case .bare: return encoding.text(bytes[cell.span])
        case .quoted: return CSVTableReader.unquoted(bytes[cell.span], encoding)
        case .json: return JSONText.reading(bytes[cell.span])
        }
    }
}

/// A commitment: one line of the CSV, one record of the JSON.
public struct TableRow: Sendable {
    /// The line it begins on, from 1.
    public let line: Int
    /// The record's id in the JSON, as it is written there; nil in a CSV.
    public let id: String?
    /// Why its cells are not to be edited; nil when they may be.
    public let damage: Damage?
    /// A cell for each column as far as the row goes; nil for one that a record does not give.
    let cells: [TableCell?]
    /// Where the row ends, before its line break; of JSON, the object of its fields, braces included.
    let span: Range<Int>

    /// What makes it unsure which cell is which.
    public enum Damage: Sendable, Hashable {
        /// More cells than there are columns: a separator stands outside quotes.
        case tooManyCells(Int, columns: Int)
    }
}

/// Where a cell stands.
struct TableCell: Sendable {
    enum Style: Sendable {
        /// As it is.
        case bare
        /// Between quotes, which the span includes.
        case quoted
        /// Any JSON value.
        case json
    }

    let span: Range<Int>
    let style: Style
}
