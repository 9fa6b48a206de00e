// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What the bytes that are not plain ASCII letters and separators mean to the word scanner: UTF-8 and Windows-1252
// letters folded to their base letter, character references (&eacute; &#233;), and the escapes \n and \u00e9 that
// program strings, JSON and notebooks put between or inside words.

import Foundation

/// The class of each byte value.
enum ByteClass {
    static let separator: UInt8 = 0
    static let plus: UInt8 = 1
    /// Needs a look at the bytes that follow.
    static let special: UInt8 = 2
    /// Values from here on are the folded letter or digit itself.
    static let firstLetter: UInt8 = 0x30

    static let table: [UInt8] = (0...255).map { value in
        let byte = UInt8(value)
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): return byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): return byte | 0x20
        case UInt8(ascii: "+"): return plus
        case UInt8(ascii: "&"), UInt8(ascii: "\\"), 0x80...0xff: return special
        default: return separator
        }
    }
}

/// A character, or an escape that stands for one.
struct SpecialCharacter {
    enum Meaning {
        case separator
        /// Stands inside a word without being part of it: soft hyphen, zero-width space, combining accent.
        case ignorable
        /// Up to four folded bytes, the first in the low byte.
        case letters(UInt32)
        /// A character of a script without spaces: a word of its own.
        case ideograph(UInt32)
    }

    var meaning: Meaning
    /// How many bytes it stands on.
    var length: Int

    /// Reads the character that begins at `i`, which is in bounds.
    static func read(_ text: UnsafeRawBufferPointer, at i: Int) -> SpecialCharacter {
        let byte = text[i]
        if byte >= 0x80 { return readNonASCII(text, at: i) }
        if byte == UInt8(ascii: "&") { return readReference(text, at: i) }
        return readEscape(text, at: i)
    }

    private static func readNonASCII(_ text: UnsafeRawBufferPointer, at i: Int) -> SpecialCharacter {
        let first = text[i]
        let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1
        if length > 1, first < 0xf5, i + length <= text.count {
            var scalar = UInt32(first) & (0x7f >> UInt32(length))
            var valid = true
            for k in 1..<length {
                let next = text[i + k]
                valid = valid && next & 0xc0 == 0x80
                scalar = scalar << 6 | UInt32(next & 0x3f)
            }
            let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
            if valid, scalar >= smallest, !(0xd800...0xdfff).contains(scalar), scalar <= 0x10_ffff {
                return SpecialCharacter(meaning: CharacterFolding.meaning(of: scalar), length: length)
            }
        }
        return SpecialCharacter(meaning: CharacterFolding.meaning(of: CharacterFolding.windows1252(first)), length: 1)
    }

    /// `&eacute;`, `&#233;`, `&#xe9;`; any other ampersand separates.
    private static func readReference(_ text: UnsafeRawBufferPointer, at i: Int) -> SpecialCharacter {
        let plain = SpecialCharacter(meaning: .separator, length: 1)
        var end = i + 1
        while end < text.count, end - i <= 10, text[end] != UInt8(ascii: ";") {
            let folded = ByteClass.table[Int(text[end])]
            guard folded >= ByteClass.firstLetter || text[end] == UInt8(ascii: "#") else { return plain }
            end += 1
        }
        guard end < text.count, end - i <= 10, text[end] == UInt8(ascii: ";"), end > i + 1 else { return plain }
        let length = end - i + 1
        let name = String(decoding: text[(i + 1)..<end], as: UTF8.self)
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let scalar =
                digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let scalar else { return plain }
            return SpecialCharacter(meaning: CharacterFolding.meaning(of: scalar), length: length)
        }
        for suffix in ["acute", "grave", "circ", "uml", "cedil", "tilde", "ring", "caron"]
        where name.hasSuffix(suffix) && name.utf8.count == suffix.utf8.count + 1 {
            guard let letter = name.utf8.first else { return plain }
            return SpecialCharacter(meaning: .letters(UInt32(letter | 0x20)), length: length)
        }
        switch name {
        case "oelig", "OElig": return SpecialCharacter(meaning: .letters(CharacterFolding.pack("oe")), length: length)
        case "aelig", "AElig": return SpecialCharacter(meaning: .letters(CharacterFolding.pack("ae")), length: length)
        case "szlig": return SpecialCharacter(meaning: .letters(CharacterFolding.pack("ss")), length: length)
        default: return SpecialCharacter(meaning: .separator, length: length)
        }
    }

    /// `\n`, `\r`, `\t` separate; `\u00e9` is its character; `\fB` of troff separates; any other backslash separates.
    private static func readEscape(_ text: UnsafeRawBufferPointer, at i: Int) -> SpecialCharacter {
        guard i + 1 < text.count else { return SpecialCharacter(meaning: .separator, length: 1) }
        switch text[i + 1] {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return SpecialCharacter(meaning: .separator, length: 2)
        case UInt8(ascii: "f") where i + 2 < text.count && isFont(text[i + 2]):
            return SpecialCharacter(meaning: .separator, length: 3)
        case UInt8(ascii: "u") where i + 6 <= text.count:
            if let scalar = hexadecimal(text[(i + 2)..<(i + 6)]) {
                return SpecialCharacter(meaning: CharacterFolding.meaning(of: scalar), length: 6)
            }
        default: break
        }
        return SpecialCharacter(meaning: .separator, length: 1)
    }

    /// A font of troff: bold, italic, roman, or the one before.
    private static func isFont(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "B"), UInt8(ascii: "I"), UInt8(ascii: "R"), UInt8(ascii: "P"): true
        default: false
        }
    }

    private static func hexadecimal(_ digits: Slice<UnsafeRawBufferPointer>) -> UInt32? {
        var value: UInt32 = 0
        for digit in digits {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(digit - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
                value = value << 4 | UInt32((digit | 0x20) - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
        return value
    }
}

/// The folding of characters beyond ASCII to the bytes that enter a word's hash.
enum CharacterFolding {
    @inline(__always)
    static func meaning(of scalar: UInt32) -> SpecialCharacter.Meaning {
        if scalar < UInt32(tableSize) {
            switch table[Int(scalar)] {
            case separator: return .separator
            case ignorable: return .ignorable
            case let letters: return .letters(letters)
            }
        }
        return meaning(ofRare: scalar)
    }

    private static func meaning(ofRare scalar: UInt32) -> SpecialCharacter.Meaning {
        switch scalar {
        case 0x200b...0x200f, 0x2060, 0xfeff:
            return .ignorable
        case 0x2000...0x2bff, 0x3000...0x3004, 0x3008...0x3020, 0xe000...0xf8ff, 0xfe10...0xfe6f, 0xff00...0xff0f,
            0xff1a...0xff20, 0x1f000...0x1faff:
            return .separator
        case 0x3040...0x30ff, 0x3400...0x9fff, 0xf900...0xfaff, 0x2_0000...0x3_ffff:
            return .ideograph(scalar)
        case 0x1e00..<0x2000: return .letters(extended[Int(scalar - 0x1e00)])
        default: return .letters(scalar)
        }
    }

    // The scripts of nearly every text that is not ASCII, worked out once: the folded letters, or one of these.
    private static let separator: UInt32 = 0
    private static let ignorable: UInt32 = 1
    private static let tableSize = 0x530
    private nonisolated(unsafe) static let table: UnsafePointer<UInt32> = {
        let table = UnsafeMutablePointer<UInt32>.allocate(capacity: tableSize)
        for i in 0..<tableSize { table[i] = folded(UInt32(i)) }
        return UnsafePointer(table)
    }()

    private static let extended = (0x1e00..<0x2000).map(decomposed)

    private static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0..<0x80:
            let folded = ByteClass.table[Int(scalar)]
            return folded >= ByteClass.firstLetter ? UInt32(folded) : separator
        case 0xad, 0x300...0x36f: return ignorable
        case 0x80..<0x250: return latin(scalar)
        case 0x370..<0x530: return decomposed(scalar)
        default: return scalar
        }
    }

    /// The letter without its accents, in lower case: composed and decomposed spellings are the same word.
    private static func decomposed(_ value: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(value) else { return value }
        let base = String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? scalar
        return base.properties.lowercaseMapping.unicodeScalars.first?.value ?? base.value
    }

    /// The base letter of U+0080 to U+024F, a separator where it is no letter. Made from Unicode's canonical
    /// decompositions, with the ligatures and stroked letters that have none.
    private static func latin(_ value: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { return separator }
        if let special = undecomposed[scalar.properties.lowercaseMapping] { return pack(special) }
        let base = String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars.first
        return base.flatMap { $0.isASCII ? $0.value | 0x20 : nil } ?? value
    }

    private static let undecomposed: [String: StaticString] = [
        "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
    ]

    /// Up to four ASCII letters in one integer, the first in the low byte.
    static func pack(_ letters: StaticString) -> UInt32 {
        letters.withUTF8Buffer { $0.reversed().reduce(0) { $0 << 8 | UInt32($1) } }
    }

    /// The character of a byte above 0x7f in Windows-1252, which contains Latin-1's letters.
    static func windows1252(_ byte: UInt8) -> UInt32 {
        switch byte {
        case 0x8a: 0x160
        case 0x8c: 0x152
        case 0x8e: 0x17d
        case 0x9a: 0x161
        case 0x9c: 0x153
        case 0x9e: 0x17e
        case 0x9f: 0x178
        case 0x80..<0xa0: 0x2022
        default: UInt32(byte)
        }
    }
}
