// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// One character of a text, whatever way it is written – UTF-8, Windows-1252, a character reference (&eacute;), an escape
// (\u00e9, \xe9) – folded to lower-case letters without accents.

struct FoldedCharacter {
    enum Meaning: Equatable {
        case letter(UInt8)
        case letters(UInt8, UInt8)
        case digit(UInt8)
        /// Stands inside a word without being part of it: soft hyphen, zero-width space, combining accent.
        case ignorable
        case ellipsis
        case euro
        case separator
    }

    var meaning: Meaning
    /// How many bytes it stands on.
    var length: Int

    /// Reads the character at `i`, which is in bounds and no ASCII letter, digit or sign of markup.
    static func read(_ text: UnsafeRawBufferPointer, at i: Int) -> FoldedCharacter {
        switch text[i] {
        case UInt8(ascii: "&"): reference(text, at: i)
        case UInt8(ascii: "\\"): escape(text, at: i)
        case 0x80...0xff: nonASCII(text, at: i)
        default: FoldedCharacter(meaning: .separator, length: 1)
        }
    }

    private static func nonASCII(_ text: UnsafeRawBufferPointer, at i: Int) -> FoldedCharacter {
        let first = text[i]
        let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1
        if length > 1, first < 0xf5, i + length <= text.count {
            var scalar = UInt32(first) & (0x7f >> UInt32(length))
            var isValid = true
            for k in 1..<length {
                let next = text[i + k]
                isValid = isValid && next & 0xc0 == 0x80
                scalar = scalar << 6 | UInt32(next & 0x3f)
            }
            if isValid { return FoldedCharacter(meaning: meaning(of: scalar), length: length) }
        }
        let scalar: UInt32 = first == 0x9c || first == 0x8c ? 0x153 : first == 0x85 ? 0x2026 : UInt32(first)
        return FoldedCharacter(meaning: meaning(of: scalar), length: 1)
    }

    private static func reference(_ text: UnsafeRawBufferPointer, at i: Int) -> FoldedCharacter {
        let plain = FoldedCharacter(meaning: .separator, length: 1)
        var end = i + 1
        while end < text.count, end - i <= 10, text[end] != UInt8(ascii: ";") {
            guard isNameByte(text[end]) else { return plain }
            end += 1
        }
        guard end < text.count, end > i + 1, text[end] == UInt8(ascii: ";") else { return plain }
        let length = end - i + 1
        let name = String(decoding: text[(i + 1)..<end], as: UTF8.self)
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let isHex = digits.first == "x" || digits.first == "X"
            guard let scalar = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return plain }
            return FoldedCharacter(meaning: meaning(of: scalar), length: length)
        }
        if name.lowercased() == "oelig" { return FoldedCharacter(meaning: .letters(0x6f, 0x65), length: length) }
        if name == "hellip" { return FoldedCharacter(meaning: .ellipsis, length: length) }
        if name == "euro" { return FoldedCharacter(meaning: .euro, length: length) }
        if name == "shy" || name == "zwnj" { return FoldedCharacter(meaning: .ignorable, length: length) }
        if accents.contains(where: { name.hasSuffix($0) && name.utf8.count == $0.utf8.count + 1 }),
            let letter = name.utf8.first
        {
            return FoldedCharacter(meaning: .letter(letter | 0x20), length: length)
        }
        return FoldedCharacter(meaning: .separator, length: length)
    }

    private static let accents = ["acute", "grave", "circ", "uml", "cedil", "tilde"]

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "#"): true
        default: false
        }
    }

    /// `\u00e9`, `\u{e9}`, `\xe9`; `\n`, `\t`, `\r` and any other backslash separate.
    private static func escape(_ text: UnsafeRawBufferPointer, at i: Int) -> FoldedCharacter {
        guard i + 1 < text.count else { return FoldedCharacter(meaning: .separator, length: 1) }
        switch text[i + 1] {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return FoldedCharacter(meaning: .separator, length: 2)
        case UInt8(ascii: "u"):
            if i + 2 < text.count, text[i + 2] == UInt8(ascii: "{") {
                var end = i + 3
                while end < text.count, end - i < 10, text[end] != UInt8(ascii: "}") { end += 1 }
                if let found = hex(text, (i + 3)..<end) {
                    return FoldedCharacter(meaning: meaning(of: found), length: end - i + 1)
                }
            } else if let found = hex(text, (i + 2)..<(i + 6)) {
                return FoldedCharacter(meaning: meaning(of: found), length: 6)
            }
        case UInt8(ascii: "x"):
            if let found = hex(text, (i + 2)..<(i + 4)) {
                return FoldedCharacter(meaning: meaning(of: found), length: 4)
            }
        default: break
        }
        return FoldedCharacter(meaning: .separator, length: 1)
    }

    private static func hex(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt32? {
        guard range.upperBound <= text.count, !range.isEmpty else { return nil }
        return UInt32(String(decoding: text[range], as: UTF8.self), radix: 16)
    }

    static func meaning(of scalar: UInt32) -> Meaning {
        switch scalar {
        case 0x30...0x39: return .digit(UInt8(scalar))
        case 0x41...0x5a, 0x61...0x7a: return .letter(UInt8(scalar) | 0x20)
        case 0xad, 0x200b...0x200d, 0x2060, 0xfeff, 0x300...0x36f: return .ignorable
        case 0x152, 0x153: return .letters(0x6f, 0x65)
        case 0xe6, 0xc6: return .letters(0x61, 0x65)
        case 0xdf: return .letters(0x73, 0x73)
        case 0xc0...0xff:
            let letter = latin1[Int(scalar) - 0xc0]
            return letter == UInt8(ascii: " ") ? .separator : .letter(letter)
        case 0x2026: return .ellipsis
        case 0x20ac: return .euro
        default: return .separator
        }
    }

    private static let latin1 = Array("aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy y".utf8)
}
