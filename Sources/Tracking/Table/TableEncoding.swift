// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The encodings a tracking table comes in. Windows-1252 holds Latin-1's letters, so one name does for both; the bytes
// that it leaves undefined are read as Latin-1's controls.

/// How the bytes of a cell are text.
public enum TableEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"

    /// UTF-8 where the bytes are valid as such, else Windows-1252.
    init(of bytes: some Collection<UInt8>) {
        self = String(validating: bytes, as: UTF8.self) != nil ? .utf8 : .windows1252
    }

    /// The text of some bytes; a byte that is no text becomes U+FFFD.
    func text(_ bytes: ArraySlice<UInt8>) -> String {
        switch self {
        case .utf8: String(decoding: bytes, as: UTF8.self)
        case .windows1252:
            String(String.UnicodeScalarView(bytes.map { Self.high[$0] ?? Unicode.Scalar($0) }))
        }
    }

    /// The bytes of a text; nil when the encoding cannot hold it.
    func bytes(_ text: String) -> [UInt8]? {
        switch self {
        case .utf8: return Array(text.utf8)
        case .windows1252:
            var bytes: [UInt8] = []
            for scalar in text.unicodeScalars {
                if let byte = Self.bytesOfHigh[scalar] {
                    bytes.append(byte)
                } else if scalar.value < 0x100 {
                    bytes.append(UInt8(scalar.value))
                } else {
                    return nil
                }
            }
            return bytes
        }
    }

    /// Where Windows-1252 is not Latin-1 (WHATWG Encoding Standard, index windows-1252).
    private static let high: [UInt8: Unicode.Scalar] = [
        0x80: "\u{20AC}", 0x82: "\u{201A}", 0x83: "\u{0192}", 0x84: "\u{201E}", 0x85: "\u{2026}", 0x86: "\u{2020}",
        0x87: "\u{2021}", 0x88: "\u{02C6}", 0x89: "\u{2030}", 0x8A: "\u{0160}", 0x8B: "\u{2039}", 0x8C: "\u{0152}",
        0x8E: "\u{017D}", 0x91: "\u{2018}", 0x92: "\u{2019}", 0x93: "\u{201C}", 0x94: "\u{201D}", 0x95: "\u{2022}",
        0x96: "\u{2013}", 0x97: "\u{2014}", 0x98: "\u{02DC}", 0x99: "\u{2122}", 0x9A: "\u{0161}", 0x9B: "\u{203A}",
        0x9C: "\u{0153}", 0x9E: "\u{017E}", 0x9F: "\u{0178}",
    ]

    private static let bytesOfHigh = Dictionary(uniqueKeysWithValues: high.map { ($1, $0) })
}
