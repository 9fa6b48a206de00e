// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The tracking reports: what a page must be for everyone to read it (RGAA 4), and words of others that must stay words.

import Foundation
import Languages
import Testing

@testable import Inventory
@testable import Reports
@testable import Tracking

struct TrackingReportTests {
    /// A commitment and a repository that try to be markup, formulas and control sequences.
    private static let hostile =
        "=cmd|'/C calc'!A0\"\u{301} onmouseover=\"alert(1)\"><script>x</script>|\u{1B}[2J & 'é'"

    private static func result(previous: Inventory? = nil) throws -> TrackingResult {
        let titles = [hostile, "Taxe d’habitation", "Sans licence", "Planifié", "Disparu", "Proposé taxe habitation"]
        let urls = [
            "", "https://github.com/etalab/taxe-habitation", "https://github.com/etalab/sans-licence", "",
            "https://github.com/etalab/none", "",
        ]
        let header = ["Titre", "Type", "Producteur", "x"] + SourceCodeField.allCases.map(\.rawValue) + ["x", ""]
        let rows = zip(titles, urls).map { title, url in
            [title, "Code source", "Etalab", hostile, "", title == "Planifié" ? "Planifié" : "", url, "", "", ""]
        }
        let text = CSVDialect.csv.data([header] + rows)
        var options = TrackingOptions()
        options.language = .french
        options.previous = previous
        let table = try TrackingTable(bytes: Array(text), file: "suivi.csv")
        return TrackingRun(table: table, inventory: Sample.inventory, options: options).result()
    }

    private static func page(_ language: Language = .french, previous: Inventory? = nil) throws -> String {
        String(decoding: try TrackingHTML(result(previous: previous), language: language).data(), as: UTF8.self)
    }

    @Test("what vanished is said first, then what is missing, then the rest, and what is quiet is not among it")
    func loudest() {
        let remarks = [
            Remark(kind: .contradiction, message: "contradiction"), Remark(kind: .absent, message: "missing"),
            Remark(kind: .archived, message: "quiet"), Remark(kind: .vanished, message: "gone"),
        ]
        #expect(remarks.loudest(\.self).map(\.message) == ["gone", "missing", "contradiction"])
    }

    // MARK: RGAA

    @Test(
        "the page says its language, its title, and asks for nothing outside itself",
        arguments: [Language.french, .english])
    func page(_ language: Language) throws {
        let page = try Self.page(language)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
        #expect(page.contains("<title>\(language("Source code: where", "Code source\u{A0}: où"))"))
        #expect(page.matches(of: /<h1>/).count == 1)
        for outside in ["<script", "<link", "<img", "<iframe", "@import", "url(", "src="] {
            #expect(!page.contains(outside), "\(outside)")
        }
        #expect(!page.contains("{{"))
    }

    @Test("every table has a caption and headers with a scope, and scrolls by keyboard")
    func tables() throws {
        let page = try Self.page(previous: Sample.inventory)
        let tables = page.components(separatedBy: "<table").dropFirst()
        #expect(tables.count == 3)
        for table in tables { #expect(table.contains("<caption>")) }
        #expect(page.matches(of: /<th[ >]/).count == page.matches(of: /<th scope="(col|row)"/).count)
        #expect(
            page.matches(of: /class="wide" role="region" aria-labelledby="[a-z]+" tabindex="0"/).count == tables.count)
        let ids = page.matches(of: /\ id="([^"]+)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        for reference in page.matches(of: /(?:aria-labelledby="|href="#)([^"]+)"/) {
            #expect(ids.contains(String(reference.1)))
        }
    }

    @Test("a skip link comes first, focus is seen, and landmarks are there")
    func keyboard() throws {
        let page = try Self.page()
        let body = try #require(page.firstRange(of: "<body>\n"))
        #expect(page[body.upperBound...].hasPrefix("<a class=\"skip\" href=\"#commitments\">Aller aux engagements</a>"))
        #expect(page.contains("a:focus, [tabindex]:focus { outline: 3px solid"))
        for landmark in ["<header>", "<main>", "<footer>"] { #expect(page.contains(landmark)) }
    }

    @Test("every pair of colours of the style has a contrast of 4.5 or more (RGAA 3.2)")
    func contrast() throws {
        let page = try Self.page()
        let rules = page.matches(of: /([^{}\n]+){[^}\n]*[ {]color: #([0-9a-f]{6}); background: #([0-9a-f]{6});/)
        #expect(rules.count >= 12)
        for rule in rules {
            let ratio = Self.contrast(String(rule.2), String(rule.3))
            #expect(ratio >= 4.5, "\(rule.1): \(ratio)")
        }
        // No rule gives a text colour without the colour behind it.
        #expect(page.matches(of: /[ {]color: #/).count == rules.count)
        #expect(abs(Self.contrast("000000", "ffffff") - 21) < 0.01)
    }

    /// WCAG 2.1, relative luminance and contrast ratio.
    private static func contrast(_ one: String, _ other: String) -> Double {
        func luminance(_ hex: String) -> Double {
            let parts = stride(from: 0, to: 6, by: 2).map { start -> Double in
                let digits = hex.dropFirst(start).prefix(2)
                let share = Double(Int(digits, radix: 16) ?? 0) / 255
                return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    // MARK: Words of others

    @Test("what others wrote stays text in HTML, an attribute's quote under an accent too")
    func hostileHTML() throws {
        let page = try Self.page()
        #expect(!page.contains("<script>x"))
        #expect(!page.unicodeScalars.contains("\u{1B}"))
        #expect(page.contains("&lt;script&gt;x&lt;/script&gt;"))
        // The accent stays, the quote before it is spelled out.
        #expect(page.contains("&quot;\u{301} onmouseover=&quot;"))
        for tag in page.matches(of: /<[a-z][^>]*>/) { #expect(!tag.0.contains("onmouseover")) }
    }

    @Test("only web addresses become links")
    func links() {
        #expect(Markup.link("https://a.example") == "https://a.example")
        for url in ["javascript:alert(1)", "data:text/html,x", " https://a.example", "//a.example", nil] {
            #expect(Markup.link(url) == nil)
        }
    }

    @Test("no cell of a CSV report begins like a formula", arguments: CSVDialect.allCases)
    func csv(_ dialect: CSVDialect) throws {
        let text = String(
            decoding: TrackingCSV.data(try Self.result(), language: .french, dialect: dialect), as: UTF8.self)
        #expect(text.contains("'=cmd"))
        #expect(!text.contains("\n=") && !text.contains(",=") && !text.contains(";=") && !text.contains("\"="))
    }

    @Test("what others wrote is no markup in Markdown")
    func markdown() throws {
        let text = TrackingMarkdown.text(try Self.result(), language: .french)
        #expect(!text.contains("<script"))
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
        for table in [rows.filter { $0.contains("Etalab") }] {
            #expect(Set(table.map { $0.replacing("\\|", with: "").count { $0 == "|" } }).count == 1)
        }
    }

    // MARK: Spreadsheet and package

    @Test("a zip's checksum is CRC-32's check value, and columns are lettered as spreadsheets do")
    func checksum() {
        #expect(ZipArchive.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(
            [0, 25, 26, 51, 52, 701, 702].map(OpenDocumentSpreadsheet.column) == [
                "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
            ])
    }

    @Test("a spreadsheet begins with its media type, stored, and holds no formula")
    func ods() throws {
        let data = TrackingODS.data(try Self.result(previous: Sample.inventory), language: .french)
        #expect(data.prefix(4) == Data([0x50, 0x4B, 3, 4]))
        #expect(data[30..<84] == Data("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8))
        let text = String(decoding: data, as: UTF8.self)
        #expect(!text.contains("table:formula"))
        #expect(text.contains("<text:p>=cmd|"))
        #expect(!text.unicodeScalars.contains("\u{1B}"))
        #expect(
            text.matches(of: /<table:table table:name="([^"]+)"/).map { String($0.1) } == [
                "Engagements", "Ministères", "Changements",
            ])
        #expect(TrackingODS.data(try Self.result(previous: Sample.inventory), language: .french) == data)
    }

    @Test("a data package names each column once, and holds what the table says now")
    func package() throws {
        let package = try DataPackage(try Self.result(), language: .french)
        #expect(
            package.files.map(\.name) == [
                "engagements.csv", "engagements.schema.json", "inventaire.csv", "inventaire.schema.json",
                "ministeres.csv",
                "ministeres.schema.json", "datapackage.json",
            ])
        let lines = String(decoding: package.files[0].data, as: UTF8.self).split(separator: "\n")
        #expect(lines[0].hasSuffix("Date_estimee_Code_Source,x_2,colonne_10"))
        #expect(lines[2].contains(",Disponible,https://github.com/etalab/taxe-habitation,"))
        #expect(!String(decoding: package.files[2].data, as: UTF8.self).contains("forges/"))
        #expect(DataPackage.names(["a", "A", "a_2", "a", ""]) == ["a", "A_2", "a_2_2", "a_3", "colonne_5"])
    }

    @Test("a row that says nothing is no row of the package")
    func emptyRows() throws {
        let json = "{\"records\":[{\"fields\":{\"Titre\":null}},{\"fields\":{\"Titre\":\"a\"}}]}"
        let table = try TrackingTable(bytes: Array(json.utf8), file: "suivi.json")
        let result = TrackingRun(table: table, inventory: Sample.inventory, options: TrackingOptions()).result()
        let lines = String(decoding: try DataPackage(result, language: .english).files[0].data, as: UTF8.self)
            .split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[1].hasPrefix("a,"))
    }

    @Test(
        "where the whole table is one line, as the site's JSON is, each commitment is named by its id, or by its title")
    func oneLine() throws {
        let url = "\"URL_Code_Source\":\"https://github.com/etalab/taxe-habitation\",\"Type\":\"Code source\""
        let json =
            "{\"records\":[{\"id\":12,\"fields\":{\(url)}},{\"id\":\"rec\",\"fields\":{\(url),\"Titre\":\"T\"}},{\"fields\":{\"Titre\":\"Taxe\",\(url)}}]}"
        let table = try TrackingTable(bytes: Array(json.utf8), file: "suivi.json")
        let result = TrackingRun(table: table, inventory: Sample.inventory, options: TrackingOptions()).result()
        let lines = TrackingText(result, language: .english).whole
        for place in ["suivi.json:1: id 12: ", "suivi.json:1: id rec: ", "suivi.json:1: Taxe: "] {
            #expect(lines.contains { $0.hasPrefix(place + "Statut_Code_Source: ") }, "\(place)")
        }
        let page = String(decoding: try TrackingHTML(result, language: .french).data(), as: UTF8.self)
        #expect(page.contains("<span class=\"sub\">id 12</span>"))
        #expect(page.contains("<span lang=\"fr\">id 12</span>"))
        #expect(page.contains("<span class=\"sub\">ligne 1</span>"))
        let sheet = TrackingSheets(result: result, language: .french).commitments
        #expect(sheet.header[0] == "Ligne ou id")
        #expect(sheet.texts.map { $0[0] } == ["id 12", "id rec", "1"])
    }

    @Test("the report for programs names every row, and is the same each time")
    func json() throws {
        let data = try TrackingJSON.data(try Self.result(previous: Sample.inventory))
        #expect(try TrackingJSON.data(try Self.result(previous: Sample.inventory)) == data)
        let value = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect((value["rows"] as? [Any])?.count == 6)
        #expect(value["changes"] is [String: Any])
        #expect(String(decoding: data, as: UTF8.self).contains("\"id\" : null"))
    }

    @Test("on a terminal no control sequence of others gets through")
    func terminal() throws {
        let text = TrackingText(try Self.result(), language: .english, colored: false)
        let lines = text.whole + text.brief(most: 1)
        #expect(!lines.joined().unicodeScalars.contains("\u{1B}"))
        #expect(text.brief(most: 1).contains { $0.contains("more; --dry-run or --report shows them all") })
    }
}
