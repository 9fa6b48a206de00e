// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Paths as `.codescan.yml` names them: `docs/`, `src/*.c`, `vendor/**`. `*` and `?` stay within a folder, `**` does not, and
// a folder stands for all that is in it.

/// A pattern of paths from the repository's root.
public struct PathPattern: Sendable, Hashable {
    /// The pattern as it was written.
    public let text: String

    /// The pattern of a text.
    public init(_ text: String) { self.text = text }

    /// Whether a path is meant. The time is the product of both lengths at worst.
    public func matches(_ path: String) -> Bool {
        let pattern = Array((text.hasSuffix("/") ? text + "**" : text).utf8.drop { $0 == UInt8(ascii: "/") })
        let path = Array(path.utf8)
        return Self.matches(pattern, path) || Self.matches(pattern + Array("/**".utf8), path)
    }

    /// The places in the pattern that the path so far may have reached move one byte at a time.
    private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let (star, slash, any) = (UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "?"))
        func isDouble(_ place: Int) -> Bool { place + 1 < pattern.count && pattern[place + 1] == star }
        func closed(_ places: Set<Int>) -> Set<Int> {
            var result = places
            var open = Array(places)
            while let place = open.popLast() {
                guard place < pattern.count, pattern[place] == star else { continue }
                let next = place + (isDouble(place) ? 2 : 1)
                if result.insert(next).inserted { open.append(next) }
                // `**/` may stand for nothing at all.
                if isDouble(place), next < pattern.count, pattern[next] == slash, result.insert(next + 1).inserted {
                    open.append(next + 1)
                }
            }
            return result
        }
        var places = closed([0])
        for byte in path {
            var next: Set<Int> = []
            for place in places where place < pattern.count {
                if pattern[place] == star {
                    if byte != slash || isDouble(place) { next.insert(place) }
                } else if pattern[place] == byte || (pattern[place] == any && byte != slash) {
                    next.insert(place + 1)
                }
            }
            if next.isEmpty { return false }
            places = closed(next)
        }
        return places.contains(pattern.count)
    }
}
