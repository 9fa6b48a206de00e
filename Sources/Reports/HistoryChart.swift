// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Repositories with and without a licence over time, as an SVG that needs nothing else: no script, no font, no style from
// outside. What colour tells, a hatch, a label and the description tell, too (RGAA 3.1, 1.1), so that it reads in grey
// and to a screen reader.

import Foundation
import Inventory
import Languages

/// `codescan history --format svg`.
public struct HistoryChart: Sendable {
    /// The language of the words.
    public var language: Language

    /// A chart for a reader.
    public init(language: Language) { self.language = language }

    private var words: Wording { Wording(language: language) }

    /// In SVG's units, which are pixels at first sight.
    private enum Size {
        static let width = 960.0
        static let height = 480.0
        static let left = 64.0
        static let right = 196.0
        static let top = 76.0
        static let bottom = 64.0
        /// Between the lines of two labels.
        static let line = 20.0
    }

    /// The chart, one SVG 1.1 document.
    public func svg(_ history: InventoryHistory) -> String {
        let plot = Plot(history.points)
        let title = language("Repositories with and without a licence", "Dépôts avec et sans licence")
        var body = ["<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>"]
        body.append(text(title, Size.left, 30, size: 20, weight: "bold"))
        body.append(text(subtitle(history), Size.left, 54, size: 14, color: Color.secondary))
        if plot.points.isEmpty {
            body.append(text(language("No commit", "Aucun commit"), Size.left, Size.top + 30))
        } else {
            body += horizontalLines(plot) + areas(plot) + axis(plot) + labels(plot)
        }
        let notes = HistoryReport(language: language).cautions(history)
        for (index, note) in notes.enumerated() {
            let y = Size.height - 12 - 16 * Double(notes.count - 1 - index)
            body.append(text(note, Size.left, y, size: 12, color: Color.secondary))
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" xml:lang="\(language.rawValue)" lang="\(language.rawValue)" \
            role="img" aria-labelledby="title desc" viewBox="0 0 \(number(Size.width)) \(number(Size.height))" \
            width="\(number(Size.width))" height="\(number(Size.height))" \
            font-family="Marianne, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif">
              <title id="title">\(Self.escaped(title))</title>
              <desc id="desc">\(Self.escaped(description(history)))</desc>
              <defs>
                <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                  <rect width="8" height="8" fill="\(Color.without)"/>
                  <rect width="2" height="8" fill="\(Color.hatch)"/>
                </pattern>
              </defs>
            \(body.map { "  " + $0 }.joined(separator: "\n"))
            </svg>

            """
    }

    /// With a licence is dark, without light and hatched: they differ in grey as well, 3:1 and more to one another and to
    /// the white lines between them.
    private enum Color {
        static let text = "#161616"
        static let secondary = "#3a3a3a"
        static let grid = "#dddddd"
        static let with = "#000091"
        static let without = "#fcc0b4"
        static let hatch = "#b34000"
        static let free = "#ffffff"
    }

    // MARK: What is said

    private func day(_ point: InventoryHistory.Point) -> String { language.longDate(point.date) }

    private func subtitle(_ history: InventoryHistory) -> String {
        guard let first = history.points.first, let last = history.points.last else { return "" }
        let share = last.repositories > 0 ? (last.withLicense * 100 + last.repositories / 2) / last.repositories : 0
        return language(
            "\(day(first)) to \(day(last)) · in the end \(last.withLicense) of \(last.repositories) with a licence (\(share)%)",
            "Du \(day(first)) au \(day(last)) · à la fin, \(last.withLicense) sur \(last.repositories) avec licence (\(share)\u{A0}%)"
        )
    }

    /// The chart in words: its kind, its ends, and a value for each year.
    private func description(_ history: InventoryHistory) -> String {
        guard !history.points.isEmpty else { return language("There is nothing to show.", "Il n’y a rien à montrer.") }
        let lasts = Dictionary(grouping: history.points) { $0.date.prefix(4) }.compactMap(\.value.last)
            .sorted { $0.date < $1.date }
        let values = lasts.map { point in
            language(
                "\(day(point)): \(point.withLicense) with, of which \(free(point)) free software, \(point.withoutLicense) without",
                "\(day(point))\u{A0}: \(point.withLicense) avec, dont \(free(point)) sous licence libre, \(point.withoutLicense) sans"
            )
                + (point.notKnown > 0
                    ? ", " + language.count(point.notKnown, ("not known", "not known"), ("inconnu", "inconnus")) : "")
        }
        let kind = language(
            "Two areas, one on the other: repositories with a licence, and above them those without. A white dashed line shows how many are under a free-software licence.",
            "Deux aires superposées\u{A0}: les dépôts avec licence et, au-dessus, les dépôts sans licence. Une ligne blanche en tirets montre combien sont sous licence libre."
        )
        return kind + " " + values.joined(separator: "\(language.semicolon) ") + "."
    }

    private func free(_ point: InventoryHistory.Point) -> Int { point.byFreeSoftwareStatus["free"] ?? 0 }

    // MARK: What is drawn

    /// Where dates and counts stand.
    private struct Plot {
        let points: [InventoryHistory.Point]
        private let days: [Double]
        let step: Int
        let maximum: Int
        /// How wide the last count is drawn, which holds from the last date on.
        let lastWidth: Double

        init(_ points: [InventoryHistory.Point]) {
            self.points = points
            days = points.map { Self.day($0.date) }
            lastWidth = min(40, max(4, Self.width / Double(max(1, points.count))))
            let highest = max(1, points.map(\.repositories).max() ?? 1)
            // 1, 2 or 5 times a power of ten, for some five lines.
            var step = 1
            for factor in [2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000]
            where highest > step * 6 {
                step = factor
            }
            self.step = step
            maximum = (highest + step - 1) / step * step
        }

        private static let width = Size.width - Size.left - Size.right

        /// Where what holds from the last date on ends.
        var end: Double { x(points.count - 1) + lastWidth }

        func x(_ index: Int) -> Double { x(ofDay: days[index]) }

        func x(ofDay day: Double) -> Double {
            guard let first = days.first, let last = days.last, last > first else { return Size.left }
            return Size.left + (day - first) / (last - first) * (Self.width - lastWidth)
        }

        func y(_ count: Int) -> Double {
            Size.height - Size.bottom - Double(count) / Double(maximum) * (Size.height - Size.top - Size.bottom)
        }

        /// The years whose first of January lies within, with its day.
        var years: [(year: Int, day: Double)] {
            guard let first = points.first, let last = points.last, let begin = Int(first.date.prefix(4)),
                let end = Int(last.date.prefix(4)), begin < end
            else { return [] }
            return ((begin + 1)...end).map { ($0, Self.day("\($0)-01-01")) }
        }

        /// Days of the Gregorian calendar, from any beginning.
        static func day(_ date: String) -> Double {
            let parts = date.prefix(10).split(separator: "-").compactMap { Double($0) }
            guard parts.count == 3 else { return 0 }
            let (year, month) = parts[1] <= 2 ? (parts[0] - 1, parts[1] + 12) : (parts[0], parts[1])
            return (365.25 * year).rounded(.down) + (30.6001 * (month + 1)).rounded(.down) + parts[2]
        }
    }

    private func horizontalLines(_ plot: Plot) -> [String] {
        stride(from: 0, through: plot.maximum, by: plot.step).flatMap { count in
            let y = plot.y(count)
            return [
                "<line x1=\"\(number(Size.left))\" x2=\"\(number(Size.width - Size.right))\" y1=\"\(number(y))\" "
                    + "y2=\"\(number(y))\" stroke=\"\(Color.grid)\"/>",
                text(String(count), Size.left - 8, y + 4, size: 13, anchor: "end"),
            ]
        }
    }

    private func areas(_ plot: Plot) -> [String] {
        let with = plot.points.map(\.withLicense)
        let all = plot.points.map { $0.withLicense + $0.withoutLicense }
        let free = plot.points.map { self.free($0) }
        let line = outline(plot, free).enumerated().map { ($0 == 0 ? "M" : "L") + $1 }.joined()
        return [
            "<path d=\"\(area(plot, with, all))\" fill=\"url(#hatch)\"/>",
            "<path d=\"\(area(plot, with.map { _ in 0 }, with))\" fill=\"\(Color.with)\" stroke=\"#ffffff\"/>",
            "<path d=\"\(line)\" fill=\"none\" stroke=\"\(Color.free)\" stroke-width=\"2\" stroke-dasharray=\"6 4\"/>",
        ]
    }

    /// The corners of steps: a count holds from its date until the next.
    private func outline(_ plot: Plot, _ counts: [Int]) -> [String] {
        var corners: [String] = []
        for index in counts.indices {
            if index > 0 { corners.append("\(number(plot.x(index))) \(number(plot.y(counts[index - 1])))") }
            corners.append("\(number(plot.x(index))) \(number(plot.y(counts[index])))")
        }
        if let last = counts.last { corners.append("\(number(plot.end)) \(number(plot.y(last)))") }
        return corners
    }

    private func area(_ plot: Plot, _ lower: [Int], _ upper: [Int]) -> String {
        "M" + (outline(plot, upper) + outline(plot, lower).reversed()).joined(separator: "L") + "Z"
    }

    private func axis(_ plot: Plot) -> [String] {
        let years = plot.years
        let y = Size.height - Size.bottom
        let base =
            "<line x1=\"\(number(Size.left))\" x2=\"\(number(Size.width - Size.right))\" y1=\"\(number(y))\" "
            + "y2=\"\(number(y))\" stroke=\"\(Color.text)\"/>"
        guard !years.isEmpty else {
            let ends = plot.points.count > 1 ? [plot.points.first, plot.points.last] : [plot.points.first]
            return [base]
                + zip(ends.compactMap(\.self), [(Size.left, "start"), (Size.width - Size.right, "end")])
                .map { text(day($0), $1.0, y + 20, size: 13, anchor: $1.1) }
        }
        // A year's name takes some 40 units.
        let every = max(1, (years.count * 40 + 699) / 700)
        return [base]
            + years.flatMap { year, day in
                let x = plot.x(ofDay: day)
                let tick =
                    "<line x1=\"\(number(x))\" x2=\"\(number(x))\" y1=\"\(number(y))\" y2=\"\(number(y + 5))\" "
                    + "stroke=\"\(Color.text)\"/>"
                return year % every == 0 ? [tick, text(String(year), x, y + 20, size: 13, anchor: "middle")] : [tick]
            }
    }

    /// What each area is, beside its end, kept apart where the areas are thin.
    private func labels(_ plot: Plot) -> [String] {
        guard let last = plot.points.last else { return [] }
        let names: [(text: String, swatch: String, y: Double)] = [
            (
                language("without: \(last.withoutLicense)", "sans licence\u{A0}: \(last.withoutLicense)"),
                "fill=\"url(#hatch)\"", (plot.y(last.repositories) + plot.y(last.withLicense)) / 2
            ),
            (
                language("with a licence: \(last.withLicense)", "avec licence\u{A0}: \(last.withLicense)"),
                "fill=\"\(Color.with)\"", (plot.y(last.withLicense) + plot.y(free(last))) / 2
            ),
            (
                language("of which free: \(free(last))", "dont libre\u{A0}: \(free(last))"), "", plot.y(free(last))
            ),
        ]
        let x = Size.width - Size.right + 14
        var lowest = Size.top - Size.line
        return names.flatMap { name in
            let y = min(max(name.y, lowest + Size.line), Size.height - Size.bottom)
            lowest = y
            let swatch =
                name.swatch.isEmpty
                ? "<rect x=\"\(number(x))\" y=\"\(number(y - 7))\" width=\"14\" height=\"14\" fill=\"\(Color.with)\"/>"
                    + "<path d=\"M\(number(x)) \(number(y))h14\" stroke=\"\(Color.free)\" stroke-width=\"2\" stroke-dasharray=\"6 4\"/>"
                : "<rect x=\"\(number(x))\" y=\"\(number(y - 7))\" width=\"14\" height=\"14\" \(name.swatch)/>"
            return [swatch, text(name.text, x + 20, y + 5, size: 14, weight: "bold")]
        }
    }

    // MARK: Writing

    private func text(
        _ text: String, _ x: Double, _ y: Double, size: Int = 14, weight: String = "normal", anchor: String = "start",
        color: String = Color.text
    ) -> String {
        "<text x=\"\(number(x))\" y=\"\(number(y))\" font-size=\"\(size)\" font-weight=\"\(weight)\" "
            + "text-anchor=\"\(anchor)\" fill=\"\(color)\">\(Self.escaped(text))</text>"
    }

    /// With one decimal, and no more digits than it needs.
    private func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
        return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
