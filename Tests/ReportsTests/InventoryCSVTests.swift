// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The table for spreadsheets: RFC 4180's rules, the dialect of a French Excel, and no formula.

import Foundation
import Testing

@testable import Inventory
@testable import Reports

struct InventoryCSVTests {
    private func rows(_ dialect: CSVDialect) -> [[String]] {
        readCSV(
            String(decoding: InventoryCSV.data(Sample.inventory, dialect: dialect), as: UTF8.self),
            dialect == .csv ? "," : ";")
    }

    @Test("a header and one row an entry, each of as many cells", arguments: CSVDialect.allCases)
    func shape(_ dialect: CSVDialect) {
        let rows = rows(dialect)
        #expect(rows.count == 5)
        #expect(rows.allSatisfy { $0.count == InventoryCSV.header.count })
        #expect(
            InventoryCSV.header.joined(separator: " ")
                == "forge owner name kind url path fork archived mirror publication published_by vanished_since "
                + "pso_id administration ministry branch commit head_date swhid license_status license_expression free_software osi_approved fsf_free decree "
                + "license_other license_since evidence conflicts explanation errors skipped_count")
    }

    @Test("cells read back hold what the entry holds")
    func cells() {
        let rows = rows(.csv)
        let row = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
        #expect(row["name"] == "taxe-habitation")
        #expect(row["fork"] == "false")
        #expect(row["archived"] == "")
        #expect(row["administration"] == "Direction générale des Finances publiques")
        #expect(row["osi_approved"] == "true")
        #expect(row["license_other"] == "etalab-2.0; CC-BY-4.0")
        #expect(row["explanation"] == "LICENSE holds the text of CeCILL 2.1, \"whole\";\nsee there.")
        #expect(row["evidence"] == "LICENSE:1-518 (text: CECILL-2.1); README.md:12 (text: CECILL-2.1)")
        #expect(row["skipped_count"] == "0")
    }

    @Test("no cell, and no part of a list, begins like a formula", arguments: CSVDialect.allCases)
    func formulas(_ dialect: CSVDialect) {
        let rows = rows(dialect)
        let hostile = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[2]))
        #expect(hostile["name"] == "'" + Sample.hostile.name)
        #expect(hostile["explanation"] == "'+1")
        #expect(hostile["conflicts"] == "'-package.json says GPL-3.0-only; '@x\u{1B}]0;title\u{7}")
        let unreadable = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[4]))
        #expect(unreadable["errors"] == "the pack is corrupt; '\tand so is the rest")
        for cell in rows.joined() { #expect(!"=+-@\t\r".contains(cell.first ?? " ")) }
    }

    @Test(
        "the apostrophe goes before what a spreadsheet computes, and only there",
        arguments: [
            ("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\ta", "'\ta"), ("\r\na", "'\r\na"),
            ("=\u{301}", "'=\u{301}"), ("\u{FF1D}1", "'\u{FF1D}1"), ("a=1", "a=1"), ("", ""), ("'a", "'a"),
        ])
    func neutralizing(_ raw: String, _ cell: String) {
        #expect(CSVDialect.neutralized(raw) == cell)
    }

    @Test("csv is UTF-8 without a mark, lines end with LF")
    func plainBytes() {
        #expect(
            CSVDialect.csv.data([["é", "a,b", "c\"d"], ["", " e", "f\ng"]])
                == Data("é,\"a,b\",\"c\"\"d\"\n,\" e\",\"f\ng\"\n".utf8))
    }

    @Test("excel-fr is a mark, semicolons and CRLF")
    func excelBytes() {
        #expect(
            CSVDialect.excelFr.data([["é", "a;b"], ["c", ""]])
                == Data([0xEF, 0xBB, 0xBF]) + Data("é;\"a;b\"\r\nc;\r\n".utf8))
    }

    @Test("a quote under a combining accent is still a quote")
    func combiningQuote() {
        #expect(CSVDialect.csv.data([["a\"\u{301}b"]]) == Data("\"a\"\"\u{301}b\"\n".utf8))
    }
}

/// Reads CSV as RFC 4180 says, byte-order mark and either line end allowed.
private func readCSV(_ text: String, _ separator: Unicode.Scalar) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = String.UnicodeScalarView()
    var quoted = false
    var scalars = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })[...]
    while let scalar = scalars.popFirst() {
        switch scalar {
        case "\"" where quoted && scalars.first == "\"": cell.append(scalars.removeFirst())
        case "\"": quoted.toggle()
        case separator where !quoted:
            rows[rows.count - 1].append(String(cell))
            cell.removeAll()
        case "\r" where !quoted: break
        case "\n" where !quoted:
            rows[rows.count - 1].append(String(cell))
            cell.removeAll()
            rows.append([])
        default: cell.append(scalar)
        }
    }
    return rows.dropLast()
}
