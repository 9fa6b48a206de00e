// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Text on its way to a terminal: what could move the cursor is made visible, and widths are counted in the terminal's
// cells, not in characters, so that columns stay straight under Chinese names and combining accents.

/// Text that is safe to print on a terminal.
public struct TerminalText: Sendable, Equatable {
    /// The text, every control character written out.
    public let string: String
    /// How many cells it takes.
    public let width: Int

    /// Makes any text safe: control characters, bidirectional overrides, line separators and the other invisible
    /// characters become `\u{1B}`, since the names and paths of a repository are written by anyone.
    public init(_ raw: String) {
        var safe = String.UnicodeScalarView()
        for scalar in raw.unicodeScalars {
            if Self.isHostile(scalar) {
                safe.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
            } else {
                safe.append(scalar)
            }
        }
        self.init(safe: String(safe))
    }

    private init(safe: String) {
        string = safe
        width = safe.reduce(0) { $0 + Self.width(of: $1) }
    }

    /// The text in at most `limit` cells: what does not fit goes from the middle, since a repository's name is told by
    /// its two ends.
    public func elided(to limit: Int) -> TerminalText {
        guard width > limit else { return self }
        guard limit > 1 else { return TerminalText(safe: limit == 1 ? "…" : "") }
        let tail = (limit - 1) / 2
        let head = limit - 1 - tail
        return TerminalText(
            safe: Self.prefix(of: string, cells: head) + "…"
                + Self.prefix(of: string.reversed(), cells: tail).reversed())
    }

    /// The text with spaces up to `cells`.
    public func padded(to cells: Int) -> String { string + String(repeating: " ", count: max(0, cells - width)) }

    /// The text in lines of at most `limit` cells, broken at spaces where there are any.
    func wrapped(to limit: Int) -> [String] {
        var lines: [String] = []
        var line = TerminalText(safe: "")
        for word in string.split(separator: " ") {
            var word = TerminalText(safe: String(word))
            let longer = TerminalText(safe: line.string.isEmpty ? word.string : line.string + " " + word.string)
            if longer.width <= limit {
                line = longer
                continue
            }
            if !line.string.isEmpty { lines.append(line.string) }
            while word.width > max(2, limit) {
                let head = Self.prefix(of: word.string, cells: max(2, limit))
                lines.append(head)
                word = TerminalText(safe: String(word.string.dropFirst(head.count)))
            }
            line = word
        }
        return line.string.isEmpty ? lines : lines + [line.string]
    }

    private static func prefix(of text: some Sequence<Character>, cells: Int) -> String {
        var used = 0
        return String(
            text.prefix {
                used += width(of: $0)
                return used <= cells
            })
    }

    /// Joiners stay: emoji, Persian and Indic scripts are spelled with them.
    private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format: scalar != "\u{200C}" && scalar != "\u{200D}"
        default: false
        }
    }

    /// Two cells for what Unicode's UAX #11 calls wide and for emoji, none for a lone combining mark, else one.
    private static func width(of character: Character) -> Int {
        guard let base = character.unicodeScalars.first else { return 0 }
        if base.isASCII { return character.unicodeScalars.contains("\u{FE0F}") ? 2 : 1 }
        switch base.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        if base.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
        return wide.contains { $0.contains(base.value) } ? 2 : 1
    }

    /// The blocks of UAX #11's wide and full-width characters.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
        0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD,
    ]
}
