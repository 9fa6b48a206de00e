// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Path patterns of REUSE.toml and dep5, matched without backtracking: the set of places in the pattern that the text so
// far may have reached moves one character at a time, so the time is the product of both lengths at worst.

struct Glob: Sendable, Hashable {
    enum Style {
        /// `*` stays within a folder, `**` does not, `\` escapes (REUSE 3.3).
        case reuse
        /// `*` and `?` take any character, `/` too (Debian's copyright format).
        case debian
    }

    private enum Part: Sendable, Hashable {
        case one(Character)
        case any
        case manyInFolder
        case many
    }

    private static let maximumLength = 1_024

    private let parts: [Part]

    /// A pattern longer than any path matches nothing.
    init(_ pattern: String, style: Style) {
        var parts: [Part] = []
        var isEscaped = false
        for character in pattern.prefix(Self.maximumLength + 1) {
            switch character {
            case _ where isEscaped:
                parts.append(.one(character))
                isEscaped = false
            case "\\":
                isEscaped = true
            case "*" where style == .debian || parts.last == .manyInFolder || parts.last == .many:
                if parts.last == .manyInFolder { parts.removeLast() }
                if parts.last != .many { parts.append(.many) }
            case "*":
                parts.append(.manyInFolder)
            case "?" where style == .debian:
                parts.append(.any)
            default:
                parts.append(.one(character))
            }
        }
        self.parts = parts.count > Self.maximumLength ? [.one("\0")] : parts
    }

    func matches(_ path: String) -> Bool {
        var reached = closure([0])
        for character in path {
            var next: Set<Int> = []
            for place in reached where place < parts.count {
                switch parts[place] {
                case .one(character), .any: next.insert(place + 1)
                case .many: next.insert(place)
                case .manyInFolder where character != "/": next.insert(place)
                default: break
                }
            }
            guard !next.isEmpty else { return false }
            reached = closure(next)
        }
        return reached.contains(parts.count)
    }

    /// The places, and those that a star reaches by taking nothing.
    private func closure(_ places: Set<Int>) -> Set<Int> {
        var result = places
        for place in places {
            var next = place
            while next < parts.count, parts[next] == .many || parts[next] == .manyInFolder {
                next += 1
                result.insert(next)
            }
        }
        return result
    }
}
