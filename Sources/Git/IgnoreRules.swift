// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// One .gitignore, or .git/info/exclude: which paths below its folder are left out (gitignore(5)). Patterns are matched
// without going back, so that none can be made to take long: the set of places in the pattern that the text so far may
// have reached moves one byte at a time.

struct IgnoreRules {
    /// Larger files, and patterns beyond these, are not read: no person wrote them.
    static let maximumBytes = 1 << 20
    private static let maximumPatterns = 10_000
    private static let maximumPatternBytes = 1_024

    private let patterns: [Pattern]

    init(_ bytes: [UInt8]) {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        patterns = text.split(separator: 10).prefix(Self.maximumPatterns).compactMap { line in
            line.count <= Self.maximumPatternBytes ? Pattern(line) : nil
        }
    }

    var isEmpty: Bool { patterns.isEmpty }

    /// Whether a path below the rules' folder is left out: true or false by the last pattern that matches it, nil when
    /// none does.
    func isIgnored(_ path: ArraySlice<UInt8>, isFolder: Bool) -> Bool? {
        let name = path.lastIndex(of: slash).map { path[($0 + 1)...] } ?? path
        for pattern in patterns.reversed()
        where (isFolder || !pattern.isForFolders) && pattern.glob.matches(pattern.isAnchored ? path : name) {
            return !pattern.isNegated
        }
        return nil
    }

    private struct Pattern {
        var glob: PathGlob
        var isNegated = false
        /// Matches folders alone.
        var isForFolders = false
        /// Matches from the folder of the rules on, not a name at any depth.
        var isAnchored = false

        init?(_ line: ArraySlice<UInt8>) {
            var text = line
            if text.last == 13 { text.removeLast() }
            while text.last == 32, text.dropLast().last != backslash { text.removeLast() }
            guard let first = text.first, first != UInt8(ascii: "#") else { return nil }
            if first == UInt8(ascii: "!") {
                isNegated = true
                text.removeFirst()
            }
            if text.last == slash {
                isForFolders = true
                text.removeLast()
            }
            isAnchored = text.contains(slash)
            if text.first == slash { text.removeFirst() }
            if text.isEmpty { return nil }
            glob = PathGlob(text)
        }
    }
}

private let slash = UInt8(ascii: "/")
private let backslash = UInt8(ascii: "\\")

/// A pattern of gitignore(5): `*`, `?` and `[…]` stay within a folder, `**` between slashes does not.
private struct PathGlob {
    private enum Part {
        case byte(UInt8)
        case any
        case set([ClosedRange<UInt8>], isNegated: Bool)
        case star
        /// `**/`: nothing, or folders.
        case folders
        /// `/**` at the end: everything inside.
        case rest
    }

    private let parts: [Part]
    /// What the name must end with, for `*.log` and its like: most patterns, answered at once.
    private let literalSuffix: ArraySlice<UInt8>?
    private let isLiteral: Bool

    init(_ pattern: ArraySlice<UInt8>) {
        var parts: [Part] = []
        var rest = pattern
        while let byte = rest.popFirst() {
            switch byte {
            case backslash:
                if let escaped = rest.popFirst() { parts.append(.byte(escaped)) }
            case UInt8(ascii: "?"): parts.append(.any)
            case UInt8(ascii: "*"):
                let stars = rest.prefix { $0 == byte }.count
                rest = rest.dropFirst(stars)
                let opens = parts.isEmpty || { if case .byte(slash)? = parts.last { true } else { false } }()
                if stars == 1, opens, rest.first == slash {
                    rest.removeFirst()
                    parts.append(.folders)
                } else if stars == 1, opens, rest.isEmpty {
                    parts.append(.rest)
                } else {
                    parts.append(.star)
                }
            case UInt8(ascii: "["): parts.append(Self.set(&rest) ?? .byte(byte))
            default: parts.append(.byte(byte))
            }
        }
        self.parts = parts
        let isPlain = pattern.allSatisfy { !"*?[\\".utf8.contains($0) }
        isLiteral = isPlain
        let tail = pattern.dropFirst()
        let isSuffix = pattern.first == UInt8(ascii: "*") && tail.allSatisfy { !"*?[\\/".utf8.contains($0) }
        literalSuffix = isPlain ? pattern : isSuffix ? tail : nil
    }

    /// `[a-z]`, `[!x]`, `[]x]`; nil, and nothing is taken, when it is not closed.
    private static func set(_ rest: inout ArraySlice<UInt8>) -> Part? {
        var text = rest
        var ranges: [ClosedRange<UInt8>] = []
        let isNegated = text.first == UInt8(ascii: "!") || text.first == UInt8(ascii: "^")
        if isNegated { text.removeFirst() }
        var isFirst = true
        while var low = text.popFirst() {
            if low == UInt8(ascii: "]"), !isFirst {
                rest = text
                return .set(ranges, isNegated: isNegated)
            }
            isFirst = false
            if low == backslash, let escaped = text.popFirst() { low = escaped }
            if text.first == UInt8(ascii: "-"), let high = text.dropFirst().first, high != UInt8(ascii: "]") {
                text = text.dropFirst(2)
                if low <= high { ranges.append(low...high) }
            } else {
                ranges.append(low...low)
            }
        }
        return nil
    }

    func matches(_ text: ArraySlice<UInt8>) -> Bool {
        if let literalSuffix {
            return isLiteral
                ? text == literalSuffix
                : text.count >= literalSuffix.count && text.suffix(literalSuffix.count) == literalSuffix
                    && !text.contains(slash)
        }
        // The places that the text so far may have reached; `parts.count` is the end.
        var places = [Bool](repeating: false, count: parts.count + 1)
        var next = places
        places[0] = true
        close(&places, atFolder: true)
        for byte in text {
            var isAny = false
            for place in parts.indices where places[place] {
                let reached =
                    switch parts[place] {
                    case .byte(let wanted): byte == wanted ? place + 1 : nil as Int?
                    case .any: byte != slash ? place + 1 : nil
                    case .set(let ranges, let isNegated):
                        byte != slash && ranges.contains { $0.contains(byte) } != isNegated ? place + 1 : nil
                    case .star: byte != slash ? place : nil
                    case .folders, .rest: place
                    }
                if let reached {
                    next[reached] = true
                    isAny = true
                }
            }
            if !isAny { return false }
            swap(&places, &next)
            for place in next.indices { next[place] = false }
            close(&places, atFolder: byte == slash)
        }
        return places[parts.count]
    }

    /// Adds the places that are reached without a byte: a star may stand for nothing, and `**/` ends where a folder begins.
    private func close(_ places: inout [Bool], atFolder: Bool) {
        for place in parts.indices where places[place] {
            switch parts[place] {
            case .star, .rest: places[place + 1] = true
            case .folders: if atFolder { places[place + 1] = true }
            default: break
            }
        }
    }
}
