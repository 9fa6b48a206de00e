// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A change that `--fix` proposes: a new file, or lines put into one. Nothing that is there is ever taken away.

/// A new file, or lines added to one.
public struct FileChange: Sendable, Hashable {
    /// The file, from the repository's root.
    public let path: String
    /// The file's lines before, with their ends; nil for a file that is not there.
    let before: [Substring]?
    /// The lines that are added, with their ends.
    let added: [String]
    /// How many lines stand above them.
    let position: Int

    /// A file that is not there yet.
    init(creating path: String, _ text: String) {
        self.path = path
        before = nil
        added = Self.lines(text[...]).map(String.init)
        position = 0
    }

    /// Lines put below the first `position` lines of a text.
    init(inserting added: [String], below position: Int, of text: String, at path: String) {
        self.path = path
        self.added = added
        self.position = position
        before = Self.lines(text[...])
    }

    /// Whether the file is new.
    public var isNew: Bool { before == nil }

    /// The file's content after the change.
    public var content: String {
        let before = before ?? []
        return before.prefix(position).joined() + added.joined() + before.dropFirst(position).joined()
    }

    /// The change as `diff -u` writes it.
    public var unifiedDiff: String {
        let old = before ?? []
        let first = max(0, position - 3)
        let above = old[first..<position]
        let below = old[position..<min(old.count, position + 3)]
        let (was, becomes) = (above.count + below.count, above.count + added.count + below.count)
        let start = before == nil ? "0,0" : "\(first + 1),\(was)"
        func written(_ sign: String, _ line: some StringProtocol) -> String {
            sign + line + (line.last?.isNewline == true ? "" : "\n\\ No newline at end of file\n")
        }
        return
            "--- \(before == nil ? "/dev/null" : "a/\(path)")\n+++ b/\(path)\n@@ -\(start) +\(first + 1),\(becomes) @@\n"
            + above.map { written(" ", $0) }.joined() + added.map { written("+", $0) }.joined()
            + below.map { written(" ", $0) }.joined()
    }

    /// The lines of a text with their ends: joined, they are the text.
    static func lines(_ text: Substring) -> [Substring] {
        var lines: [Substring] = []
        var rest = text
        while let end = rest.firstIndex(where: \.isNewline) {
            let next = rest.index(after: end)
            lines.append(rest[..<next])
            rest = rest[next...]
        }
        if !rest.isEmpty { lines.append(rest) }
        return lines
    }
}
