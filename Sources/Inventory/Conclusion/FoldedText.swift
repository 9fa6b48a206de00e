// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Text as tables of words are written: lower case, no accents, plain apostrophes and spaces. READMEs pass through here
// line by line, so the bytes are folded, and only what French and English text holds.

extension String {
    /// The text in lower case, without the accents of Latin-1, with plain apostrophes and spaces; other letters stay.
    package var folded: String {
        var text = self
        return text.withUTF8 { bytes in
            // Folding never takes more bytes than there were.
            String(unsafeUninitializedCapacity: bytes.count) { Folding.fold(bytes, into: $0) }
        }
    }
}

private enum Folding {
    /// Letters without their accents, by the second byte of U+00C0 to U+00FF from 0x80 on; 0 for those that have none.
    private static let letters = Array("aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0\0".utf8)

    /// Returns how many bytes were written.
    static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into folded: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var read = 0
        var written = 0
        func write(_ byte: UInt8) {
            folded[written] = byte
            written += 1
        }
        while read < bytes.count {
            let byte = bytes[read]
            let second = read + 1 < bytes.count ? bytes[read + 1] : 0
            let third = read + 2 < bytes.count ? bytes[read + 2] : 0
            switch (byte, second, third) {
            case (0x41...0x5a, _, _):
                write(byte | 0x20)
                read += 1
            case (0xc3, 0x80..., _) where letters[Int(second & 0x1f)] != 0:
                write(letters[Int(second & 0x1f)])
                read += 2
            case (0xcc, _, _), (0xcd, ...0xaf, _):  // U+0300 to U+036F: combining accents
                read += 2
            case (0xe2, 0x80, 0x98...0x99):
                write(UInt8(ascii: "'"))
                read += 3
            case (0xc2, 0xa0, _):
                write(UInt8(ascii: " "))
                read += 2
            case (0xe2, 0x80, 0xaf):
                write(UInt8(ascii: " "))
                read += 3
            default:
                write(byte)
                read += 1
            }
        }
        return written
    }
}
