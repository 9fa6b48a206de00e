// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A table in fixed-width text: columns as wide as their widest cell, narrowed until the whole fits its terminal.

/// What colour a piece of text has where colours are on.
enum TextColor: String {
    case plain = "0"
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case magenta = "35"
    case cyan = "36"

    /// The text in this colour (ECMA-48, Select Graphic Rendition), as it is where colours are off.
    func paint(_ text: String, if isOn: Bool) -> String {
        isOn && self != .plain ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
    }
}

struct TextTable {
    struct Column {
        var title: String
        /// The fewest cells it may be narrowed to; nil for a column that is shown whole.
        var narrowest: Int?
        var alignsRight = false
        /// Of the columns that cannot all be shown, the one with the lowest goes first.
        var importance = 1
    }

    struct Cell {
        var text: TerminalText
        var color: TextColor

        init(_ text: String, _ color: TextColor = .plain) {
            self.text = TerminalText(text)
            self.color = color
        }
    }

    var columns: [Column]
    var rows: [[Cell]]
    var indent = 0

    private static let gap = 2

    /// The lines, each at most `limit` cells wide; as wide as the text without a limit.
    func lines(limit: Int?, colored: Bool) -> [String] {
        let header = columns.map { Cell($0.title, .bold) }
        let widths = fittedWidths(header: header, limit: limit)
        return ([header] + rows).map { row in
            var line = String(repeating: " ", count: indent)
            let shown = row.indices.filter { widths[$0] > 0 }
            for index in shown {
                let cell = row[index]
                let text = cell.text.elided(to: widths[index])
                let space = String(repeating: " ", count: widths[index] - text.width)
                let painted = cell.color.paint(text.string, if: colored)
                if columns[index].alignsRight {
                    line += space + painted
                } else {
                    line += index == shown.last ? painted : painted + space
                }
                if index != shown.last { line += String(repeating: " ", count: Self.gap) }
            }
            return line
        }
    }

    /// A cell's width for each column, 0 for one that is left out.
    private func fittedWidths(header: [Cell], limit: Int?) -> [Int] {
        var widths = columns.indices.map { index in ([header] + rows).map { $0[index].text.width }.max() ?? 0 }
        guard let limit else { return widths }
        func excess() -> Int {
            let shown = widths.filter { $0 > 0 }
            return indent + shown.reduce(0, +) + max(0, shown.count - 1) * Self.gap - limit
        }
        while excess() > 0 {
            // The widest gives first, so that the columns come to a like width.
            let narrowable = columns.indices.filter { widths[$0] > columns[$0].narrowest ?? Int.max }
            if let widest = narrowable.max(by: { widths[$0] < widths[$1] }) {
                widths[widest] -= 1
                continue
            }
            let shown = columns.indices.filter { widths[$0] > 0 }
            guard shown.count > 1, let least = shown.min(by: { columns[$0].importance < columns[$1].importance }) else {
                if let last = shown.first { widths[last] = max(1, widths[last] - excess()) }
                break
            }
            widths[least] = 0
        }
        return widths
    }
}
