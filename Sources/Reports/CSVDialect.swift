// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// How a table of text becomes CSV bytes: RFC 4180's quoting, and no cell that a spreadsheet takes for a formula.

import Foundation

/// A way to write CSV.
public enum CSVDialect: String, Sendable, CaseIterable {
    /// Comma, UTF-8, LF: RFC 4180 but for its line end, because people keep these files in git and read them with
    /// line tools.
    case csv
    /// What a French Excel opens with a double click: semicolon, byte-order mark, CRLF.
    case excelFr = "excel-fr"

    private var separator: String { self == .csv ? "," : ";" }
    private var lineEnd: String { self == .csv ? "\n" : "\r\n" }
    private var byteOrderMark: String { self == .csv ? "" : "\u{FEFF}" }

    /// The rows, each cell quoted where it must be.
    func data(_ rows: [[String]]) -> Data {
        var text = byteOrderMark
        for row in rows {
            text += row.map(Self.quoted).joined(separator: separator)
            text += lineEnd
        }
        return Data(text.utf8)
    }

    /// A text that a spreadsheet shows and never computes: one that begins like a formula (OWASP, "CSV Injection") gets
    /// an apostrophe before it.
    static func neutralized(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, formulaStarts.contains(first) else { return text }
        return "'" + text
    }

    /// The last four are the full-width forms, which Excel reads as the first four in some locales.
    private static let formulaStarts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]

    /// Looks at bytes, since a quote with a combining accent is another `Character`; quotes for either separator.
    private static func quoted(_ cell: String) -> String {
        guard cell.utf8.contains(where: { special.contains($0) }) || cell.hasPrefix(" ") || cell.hasSuffix(" ") else {
            return cell
        }
        var result = "\""
        for scalar in cell.unicodeScalars {
            result.unicodeScalars.append(scalar)
            if scalar == "\"" { result.unicodeScalars.append(scalar) }
        }
        result.unicodeScalars.append("\"")
        return result
    }

    private static let special = Set(",;\"\r\n\t".utf8)
}
