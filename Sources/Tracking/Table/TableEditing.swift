// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Cells of the source-code column given another text: the bytes of their spans are replaced, and no others.

/// A cell that is to say something else.
public struct CellEdit: Sendable, Hashable {
    /// The position in `TrackingTable.rows`.
    public let row: Int
    /// The cell.
    public let field: SourceCodeField
    /// What it is to say.
    public let text: String

    /// An edit of a cell.
    public init(row: Int, field: SourceCodeField, text: String) {
        self.row = row
        self.field = field
        self.text = text
    }
}

/// Why a cell cannot be edited.
public enum CellEditRefusal: Sendable, Hashable {
    /// The file's encoding has no byte for a character of the text.
    case notInEncoding(TableEncoding)
    /// The JSON value is neither a text nor absent.
    case notText
    /// The row is damaged: it is not sure which cell is which.
    case damaged(TableRow.Damage)
    /// A spreadsheet would compute the text.
    case formula
}

extension TrackingTable {
    /// Why an edit cannot be made; nil when it can.
    public func refusal(of edit: CellEdit) -> CellEditRefusal? {
        let row = rows[edit.row]
        if let damage = row.damage { return .damaged(damage) }
        if let first = edit.text.first, "=+-@".contains(first) { return .formula }
        if encoding.bytes(edit.text) == nil { return .notInEncoding(encoding) }
        if format == .json, let cell = cell(edit), !JSONText.isTextOrNull(bytes[cell.span]) { return .notText }
        return nil
    }

    /// The file with some cells changed, at most one edit a cell; edits that are refused are left out.
    public func bytes(with edits: [CellEdit]) -> [UInt8] {
        var patches: [Patch] = []
        for (row, edits) in Dictionary(grouping: edits.filter { refusal(of: $0) == nil }, by: \.row) {
            patches += self.patches(of: rows[row], edits.sorted { position($0) < position($1) })
        }
        patches.sort { $0.span.lowerBound < $1.span.lowerBound }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + patches.reduce(0) { $0 + $1.bytes.count })
        var read = 0
        for patch in patches {
            result += bytes[read..<patch.span.lowerBound]
            result += patch.bytes
            read = patch.span.upperBound
        }
        result += bytes[read...]
        return result
    }

    /// Bytes that take the place of others, or come between them where the span is empty.
    private struct Patch {
        var span: Range<Int>
        var bytes: [UInt8]
    }

    private func position(_ edit: CellEdit) -> Int { positions[edit.field.rawValue] ?? .max }

    private func cell(_ edit: CellEdit) -> TableCell? {
        let cells = rows[edit.row].cells
        let position = position(edit)
        return position < cells.count ? cells[position] : nil
    }

    private func patches(of row: TableRow, _ edits: [CellEdit]) -> [Patch] {
        var patches: [Patch] = []
        var missing: [CellEdit] = []
        for edit in edits {
            guard let cell = cell(edit) else {
                missing.append(edit)
                continue
            }
            patches.append(Patch(span: cell.span, bytes: newBytes(edit, quoted: cell.style == .quoted)))
        }
        if !missing.isEmpty { patches.append(insertion(of: missing, in: row)) }
        return patches
    }

    private func newBytes(_ edit: CellEdit, quoted: Bool) -> [UInt8] {
        switch format {
        case .csv(let separator): CSVTableReader.cell(edit.text, quoted: quoted, separator: separator, encoding) ?? []
        case .json: JSONText.writing(edit.text, asciiOnly: isASCII)
        }
    }

    /// Cells that the row stops before, in the order of the columns: a CSV's row is filled up to them, a JSON's record
    /// given more fields, spaced as the last one it has.
    private func insertion(of edits: [CellEdit], in row: TableRow) -> Patch {
        switch format {
        case .csv(let separator):
            var bytes: [UInt8] = []
            var count = row.cells.count
            for edit in edits {
                bytes += [UInt8](repeating: separator, count: position(edit) + 1 - count)
                bytes += newBytes(edit, quoted: false)
                count = position(edit) + 1
            }
            return Patch(span: row.span.upperBound..<row.span.upperBound, bytes: bytes)
        case .json:
            let style = JSONText.MemberStyle(of: bytes[row.span])
            let members = edits.map { edit in
                style.beforeKey + JSONText.writing(edit.field.rawValue, asciiOnly: isASCII) + style.colon
                    + newBytes(edit, quoted: true)
            }
            let comma = [UInt8(ascii: ",")]
            let joined = Array(members.joined(separator: comma))
            return Patch(
                span: style.end..<style.end, bytes: style.isEmpty ? joined : comma + joined)
        }
    }
}
