// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Most files of a repository speak of no algorithm at all. This says so at the cost of a glance: a search for a few
// telling pieces of words at once (Wu and Manber), which looks at one position in four or so and allocates nothing.
// A piece is written without accents, in lower case; bytes are folded for the comparison only.

enum AnchorFilter {
    /// A text that holds none of these holds no notice. Pieces avoid letters that may carry an accent or be escaped.
    static let anchors = [
        "algorit", "311-3-1", "312-1-3", "311 3 1", "312 1 3", "automatis", "automated", "automatiqu", "matiseerd", "code source", "codes source", "source code",
        "calcul", "bareme", "artificiel", "besluit", "ai register", "ai-register", "airegister", "senior_resp", "senior resp",
    ]

    private static let block = 3
    private static let shortest = anchors.map(\.utf8.count).min() ?? block
    private static let patterns = anchors.map { Array($0.utf8) }
    private static let tables = Tables()

    /// Whether a look at the prose is worth its cost.
    static func holdsAnchor(_ text: UnsafeRawBufferPointer) -> Bool {
        let tables = Self.tables
        return tables.fold.withUnsafeBufferPointer { fold in
            tables.shift.withUnsafeBufferPointer { shift in
                search(text, fold, shift)
            }
        }
    }

    private static func search(
        _ text: UnsafeRawBufferPointer, _ fold: UnsafeBufferPointer<UInt8>, _ shift: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var end = shortest
        while end <= text.count {
            let a = fold[Int(text[end - 3])]
            let b = fold[Int(text[end - 2])]
            let c = fold[Int(text[end - 1])]
            let step = shift[Tables.slot(a, b, c)]
            if step > 0 {
                end += Int(step)
            } else {
                if matches(text, at: end - shortest, fold) { return true }
                end += 1
            }
        }
        return false
    }

    private static func matches(
        _ text: UnsafeRawBufferPointer, at start: Int, _ fold: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        patterns.contains { pattern in
            start + pattern.count <= text.count
                && pattern.indices.allSatisfy { fold[Int(text[start + $0])] == pattern[$0] }
        }
    }

    private struct Tables {
        /// Upper case to lower case; everything else is itself.
        let fold: [UInt8] = (0...255).map { byte in
            (0x41...0x5a).contains(byte) ? UInt8(byte | 0x20) : UInt8(byte)
        }
        /// How far the window may move, by the block at its end.
        let shift: [UInt8]

        init() {
            let far = UInt8(shortest - block + 1)
            var shift = [UInt8](repeating: far, count: 1 << 13)
            for pattern in patterns {
                for end in block...shortest {
                    let slot = Self.slot(pattern[end - 3], pattern[end - 2], pattern[end - 1])
                    shift[slot] = min(shift[slot], UInt8(shortest - end))
                }
            }
            self.shift = shift
        }

        static func slot(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
            (Int(a) &* 0x2b1 ^ Int(b) &* 0x35 ^ Int(c)) & 0x1fff
        }
    }
}
