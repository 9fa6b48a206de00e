// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The history's reports and its chart: what a reader with eyes sees, and what one without is told.

import Foundation
import Languages
import Testing

@testable import Inventory
@testable import Reports

struct HistoryReportTests {
    /// One date for each count of repositories with a licence, without, and not known; of those with one, one is not free.
    private static func history(_ counts: [(with: Int, without: Int, notKnown: Int)]) -> InventoryHistory {
        let points = counts.enumerated().map { index, count in
            InventoryHistory.Point(
                date: "\(1999 + index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)-28T23:59:59Z",
                repositories: count.with + count.without, withLicense: count.with, withoutLicense: count.without,
                byFreeSoftwareStatus: ["free": max(0, count.with - 1), "nonFree": min(1, count.with)], byDecree: [:],
                conflicting: 0, withNotices: 0, byPublication: [:], notKnown: count.notKnown)
        }
        return InventoryHistory(
            tool: .init(name: "codescan", version: "0.1.0", index: "32.5.0"), every: .month, points: points,
            repositories: [], problems: [])
    }

    private static let rising = history([(0, 0, 2), (1, 1, 1), (2, 1, 0), (4, 2, 0)])

    private static func chart(_ history: InventoryHistory, _ language: Language = .english) -> String {
        HistoryChart(language: language).svg(history)
    }

    /// The corners of the areas and of the line, in the order they are drawn: without, with, free.
    private static func paths(_ svg: String) -> [[(x: Double, y: Double)]] {
        svg.matches(of: /<path d="M([0-9.L ]+)Z?" fill="(?:url|#000091|none)/).map { match in
            match.1.split(separator: "L").map { corner in
                let numbers = corner.split(separator: " ").compactMap { Double($0) }
                return (numbers[0], numbers[1])
            }
        }
    }

    // MARK: The chart

    @Test("every count is as wide as it is long in time, the last one too", arguments: [1, 2, 4, 300])
    func widths(_ count: Int) {
        let paths = Self.paths(Self.chart(Self.history((1...count).map { ($0, 1, 0) })))
        #expect(paths.count == 3)
        for path in paths {
            let ends = path.map(\.x).sorted()
            #expect(ends.first == 64)
            #expect(ends.last ?? 0 <= 764)
        }
        // The line ends on what holds from the last date on, and that is to be seen.
        let last = paths[2].suffix(2)
        #expect(last.first?.y == last.last?.y)
        #expect((last.last?.x ?? 0) - (last.first?.x ?? 0) >= 4)
    }

    @Test("areas lie on one another: what is without a licence begins where that with one ends")
    func areas() {
        let paths = Self.paths(Self.chart(Self.rising))
        let highest = paths.map { $0.map(\.y).min() ?? 0 }
        #expect(highest[0] < highest[1] && highest[1] < highest[2])
        #expect(paths.allSatisfy { $0.allSatisfy { (76...416).contains($0.y) } })
    }

    @Test(
        "its title, its description and its words are in the reader's language", arguments: [Language.french, .english])
    func words(_ language: Language) throws {
        let svg = Self.chart(Self.rising, language)
        #expect(svg.contains("xml:lang=\"\(language.rawValue)\""))
        #expect(svg.contains("role=\"img\" aria-labelledby=\"title desc\""))
        #expect(
            svg.contains(
                language(">Repositories with and without a licence</title>", ">Dépôts avec et sans licence</title>")))
        #expect(
            svg.contains(
                language(
                    "4 with, of which 3 free software, 2 without.</desc>",
                    "4 avec, dont 3 sous licence libre, 2 sans.</desc>")))
        #expect(svg.contains(language(">with a licence: 4<", ">avec licence\u{A0}: 4<")))
        #expect(
            svg.contains(
                language("in the end 4 of 6 with a licence (67%)", "à la fin, 4 sur 6 avec licence (67\u{A0}%)")))
        for outside in ["<script", "href", "url(http", "<image", "<style"] { #expect(!svg.contains(outside)) }
    }

    @Test("people read days as they write them, programs as RFC 3339 does")
    func days() {
        let report = HistoryReport(language: .french)
        #expect(report.table(Self.rising).contains("\n28/01/1999 "))
        #expect(report.markdown(Self.rising).contains("| 28/01/1999 |"))
        #expect(Self.chart(Self.rising, .french).contains(">Du 28\u{A0}janvier 1999 au "))
        #expect(String(decoding: HistoryReport.csv(Self.rising), as: UTF8.self).contains("\n1999-01-28,"))
    }

    @Test("repositories of which nothing is known are no repositories that were not there: chart and tables say so")
    func notKnown() {
        let sentence = "Of up to 2 repositories it is not known at some dates what they held"
        let report = HistoryReport(language: .english)
        #expect(Self.chart(Self.rising).contains(sentence))
        #expect(report.table(Self.rising, width: 40).contains(sentence))
        #expect(report.markdown(Self.rising).contains(sentence))
        let known = Self.history([(1, 0, 0)])
        #expect(!Self.chart(known).contains("not known"))
        #expect(!report.markdown(known).contains("Of up to"))
        let unseen = Self.chart(Self.history([(0, 0, 1)]))
        #expect(unseen.contains("0 without, 1 not known.</desc>"))
    }

    @Test("a history without a commit has a chart that says so")
    func nothing() {
        let svg = Self.chart(Self.history([]), .french)
        #expect(svg.contains(">Aucun commit</text>"))
        #expect(svg.contains("<desc id=\"desc\">Il n’y a rien à montrer.</desc>"))
        #expect(HistoryReport(language: .french).table(Self.history([])) == "Aucun dépôt ne contient de commit.\n")
    }

    // MARK: The tables

    @Test("a CSV has one row a date, for either dialect", arguments: CSVDialect.allCases)
    func csv(_ dialect: CSVDialect) {
        let text = String(decoding: HistoryReport.csv(Self.rising, dialect: dialect), as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline)
        #expect(lines.count == 5)
        #expect(
            lines[0].contains(dialect == .csv ? "date,repositories,with_license," : "date;repositories;with_license;"))
        #expect(lines[4].hasPrefix(dialect == .csv ? "1999-04-28,6,4,2,3," : "1999-04-28;6;4;2;3;"))
    }
}
