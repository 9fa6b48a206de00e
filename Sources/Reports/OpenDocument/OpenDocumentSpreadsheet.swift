// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Tables as an OpenDocument spreadsheet (ISO/IEC 26300, ODF 1.2): texts are typed as texts, so that nothing is ever
// computed; numbers and days can be sorted; the first row is a header with filters and stays in sight.

import Foundation
import Inventory
import Languages

struct OpenDocumentSpreadsheet {
    let sheets: [Sheet]
    let title: String
    let language: Language

    private static let mediaType = "application/vnd.oasis.opendocument.spreadsheet"
    private static let namespaces =
        #"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2""#
    private static let declaration = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"

    /// The file's bytes.
    var data: Data {
        var archive = ZipArchive()
        // The first entry says what the file is, to programs that read its first bytes.
        archive.add("mimetype", Array(Self.mediaType.utf8))
        archive.add("META-INF/manifest.xml", Array(manifest.utf8))
        archive.add("content.xml", Array(content.utf8))
        archive.add("styles.xml", Array(styles.utf8))
        archive.add("settings.xml", Array(settings.utf8))
        archive.add("meta.xml", Array(metadata.utf8))
        return archive.data
    }

    private var manifest: String {
        let parts = ["content.xml", "styles.xml", "settings.xml", "meta.xml"].map {
            #"<manifest:file-entry manifest:full-path="\#($0)" manifest:media-type="text/xml"/>"#
        }
        return Self.declaration
            + #"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="\#(Self.mediaType)"/>"#
            + parts.joined() + "</manifest:manifest>\n"
    }

    private var metadata: String {
        Self.declaration
            + "<office:document-meta \(Self.namespaces)><office:meta><meta:generator>codescan \(CodescanVersion.current)</meta:generator><dc:title>\(Markup.escaped(title))</dc:title><dc:language>\(language.rawValue)</dc:language></office:meta></office:document-meta>\n"
    }

    private var styles: String {
        let country = language("GB", "FR")
        return Self.declaration
            + #"<office:document-styles \#(Self.namespaces)><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:language="\#(language.rawValue)" fo:country="\#(country)" fo:font-size="10pt"/></style:default-style></office:styles></office:document-styles>"#
            + "\n"
    }

    /// The first row of each sheet stays in sight.
    private var settings: String {
        func item(_ name: String, _ type: String, _ value: String) -> String {
            #"<config:config-item config:name="\#(name)" config:type="\#(type)">\#(value)</config:config-item>"#
        }
        let tables = sheets.map { sheet in
            #"<config:config-item-map-entry config:name="\#(Markup.escaped(sheet.title))">"#
                + item("VerticalSplitMode", "short", "2") + item("VerticalSplitPosition", "int", "1")
                + item("PositionBottom", "int", "1") + item("ActiveSplitRange", "short", "2")
                + "</config:config-item-map-entry>"
        }
        return Self.declaration
            + #"<office:document-settings \#(Self.namespaces)><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item-map-named config:name="Tables">"#
            + tables.joined()
            + "</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>\n"
    }

    private var content: String {
        let ranges = sheets.enumerated().filter { !$1.header.isEmpty }.map { number, sheet in
            let name = Markup.escaped("'" + sheet.title.replacing("'", with: "''") + "'")
            let last = Self.column(sheet.header.count - 1)
            return
                #"<table:database-range table:name="filter\#(number + 1)" table:target-range-address="\#(name).A1:\#(name).\#(last)\#(sheet.rows.count + 1)" table:display-filter-buttons="true"/>"#
        }
        return Self.declaration
            + #"<office:document-content \#(Self.namespaces)><office:automatic-styles>\#(Self.cellStyles)</office:automatic-styles><office:body><office:spreadsheet>"#
            + sheets.map(Self.table).joined()
            + "<table:database-ranges>\(ranges.joined())</table:database-ranges></office:spreadsheet></office:body></office:document-content>\n"
    }

    private static let cellStyles =
        #"<number:date-style style:name="iso"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>"#
        + ##"<style:style style:name="header" style:family="table-cell"><style:table-cell-properties fo:background-color="#e3e3fd" fo:wrap-option="wrap" style:vertical-align="top"/><style:text-properties fo:font-weight="bold"/></style:style>"##
        + #"<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>"#
        + #"<style:style style:name="day" style:family="table-cell" style:data-style-name="iso"><style:table-cell-properties style:vertical-align="top"/></style:style>"#
        + #"<style:style style:name="narrow" style:family="table-column"><style:table-column-properties style:column-width="3cm"/></style:style>"#
        + #"<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="7cm"/></style:style>"#

    private static func table(_ sheet: Sheet) -> String {
        let columns = sheet.header.indices.map { column in
            let isWide = sheet.rows.contains { $0[column].string.count > 24 }
            return
                #"<table:table-column table:style-name="\#(isWide ? "wide" : "narrow")" table:default-cell-style-name="cell"/>"#
        }
        let header = row(sheet.header.map(Sheet.Cell.text), style: "header")
        return #"<table:table table:name="\#(Markup.escaped(sheet.title))">"# + columns.joined()
            + "<table:table-header-rows>\(header)</table:table-header-rows>"
            + sheet.rows.map { row($0, style: "cell") }.joined() + "</table:table>\n"
    }

    private static func row(_ cells: [Sheet.Cell], style: String) -> String {
        "<table:table-row>" + cells.map { cell($0, style) }.joined() + "</table:table-row>\n"
    }

    private static func cell(_ cell: Sheet.Cell, _ style: String) -> String {
        let text = cell.string
        if text.isEmpty { return #"<table:table-cell table:style-name="\#(style)"/>"# }
        let type =
            switch cell {
            case .text: #"table:style-name="\#(style)" office:value-type="string""#
            case .number(let number):
                #"table:style-name="\#(style)" office:value-type="float" office:value="\#(number)""#
            case .day: #"table:style-name="day" office:value-type="date" office:date-value="\#(text)""#
            }
        let paragraphs = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
            "<text:p>\(Markup.escaped(String($0)))</text:p>"
        }
        return "<table:table-cell \(type)>\(paragraphs.joined())</table:table-cell>"
    }

    /// A column's letters: 0 is A, 26 is AA.
    static func column(_ number: Int) -> String {
        let letter = String(Character(Unicode.Scalar(UInt8(65 + number % 26))))
        return number < 26 ? letter : column(number / 26 - 1) + letter
    }
}
