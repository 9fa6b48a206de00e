// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A version as people write it behind a licence's name: ", Version 1.1", " v2", "(2.0+)".

struct VersionNumber {
    var major: Int
    var minor: Int?
    /// Whether a plus follows.
    var isOrLater = false

    /// The version that begins at `start`; nil for none.
    init?(after start: Int, in text: UnsafeRawBufferPointer) {
        var i = start
        func skip(_ isWanted: (UInt8) -> Bool) { while i < text.count, i - start < 24, isWanted(text[i]) { i += 1 } }
        func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x0a, 0x0d, 0x2c, 0x28, 0x2d].contains(byte) }
        skip(isSpace)
        for lead in ["version", "ver.", "v."] as [StaticString] where text.holds(lead, at: i) {
            i += lead.utf8CodeUnitCount
            break
        }
        if i < text.count, text[i] | 0x20 == UInt8(ascii: "v") { i += 1 }
        skip(isSpace)
        guard let major = Self.number(in: text, at: &i) else { return nil }
        self.major = major
        if i + 1 < text.count, text[i] == UInt8(ascii: ".") {
            i += 1
            minor = Self.number(in: text, at: &i)
        }
        isOrLater = i < text.count && text[i] == UInt8(ascii: "+")
    }

    /// A number of one or two digits; nil for none and for longer ones, which are years.
    private static func number(in text: UnsafeRawBufferPointer, at i: inout Int) -> Int? {
        var value = 0
        let start = i
        while i < text.count, i - start < 3, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[i]) {
            value = value * 10 + Int(text[i] - UInt8(ascii: "0"))
            i += 1
        }
        return (1...2).contains(i - start) ? value : nil
    }
}

extension UnsafeRawBufferPointer {
    /// Whether these lower-case ASCII letters stand at `start`, in either case.
    fileprivate func holds(_ letters: StaticString, at start: Int) -> Bool {
        let count = letters.utf8CodeUnitCount
        guard start + count <= self.count else { return false }
        return letters.withUTF8Buffer { wanted in
            for k in 0..<count where self[start + k] | 0x20 != wanted[k] | 0x20 { return false }
            return true
        }
    }
}
