// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A table in GitHub Flavored Markdown, whose cells stay text: a repository's words must not become markup of the page
// they are shown on.

struct MarkdownTable {
    var header: [String]
    var rows: [[String]]
    /// Columns of numbers, by position.
    var rightAligned: Set<Int> = []

    /// The lines, each with its end.
    var text: String {
        let rule = header.indices.map { rightAligned.contains($0) ? "---:" : "---" }.joined(separator: "|")
        return Self.line(header) + "|\(rule)|\n" + rows.map { Self.line($0.map(Self.escaped)) }.joined()
    }

    private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

    /// Text of one line that no reader of Markdown takes for anything else.
    static func escaped(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ").reduce(into: "") { result, character in
            switch character {
            case "<": result += "&lt;"
            case "&": result += "&amp;"
            case "|", "[", "]", "`", "*", "\\", "!": result += "\\\(character)"
            default: result.append(character)
            }
        }
    }
}
