// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Tells text from binary, and turns UTF-16 into UTF-8. Every other encoding is read in place by the word scanner.

import Foundation

/// What a blob's bytes are, judged from the bytes alone.
public enum TextEncoding: Sendable, Equatable {
    /// UTF-8, ASCII, Latin-1 or another code page that keeps ASCII.
    case asciiCompatible
    case utf16LittleEndian
    case utf16BigEndian
    /// Not text.
    case binary

    /// Looks at the first 8,000 bytes, as git does: a NUL there means binary, unless it is UTF-16.
    public init(of bytes: UnsafeRawBufferPointer) {
        let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(8000))
        if head.starts(with: [0xff, 0xfe]) {
            self = .utf16LittleEndian
            return
        }
        if head.starts(with: [0xfe, 0xff]) {
            self = .utf16BigEndian
            return
        }
        guard let base = head.baseAddress, memchr(base, 0, head.count) != nil else {
            self = .asciiCompatible
            return
        }
        // UTF-16 without a mark: nearly every other byte is a NUL, always on the same side.
        var zeros = (even: 0, odd: 0)
        for (i, byte) in head.enumerated() where byte == 0 {
            if i % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let half = head.count / 2
        if half < 2 {
            self = .binary
            return
        }
        if zeros.odd > half * 7 / 10, zeros.even <= half / 20 {
            self = .utf16LittleEndian
        } else if zeros.even > half * 7 / 10, zeros.odd <= half / 20 {
            self = .utf16BigEndian
        } else {
            self = .binary
        }
    }

    /// What `body` makes of the text in an encoding that keeps ASCII; nil for a binary, of which it is not asked.
    public func withText<Result>(
        of bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result? {
        switch self {
        case .binary: return nil
        case .asciiCompatible: return body(bytes)
        case .utf16LittleEndian, .utf16BigEndian:
            let bigEndian = self == .utf16BigEndian
            return Self.utf8(bytes, bigEndian: bigEndian).withUnsafeBytes(body)
        }
    }

    /// UTF-16 as UTF-8, whatever stands in it: half a pair becomes U+FFFD.
    private static func utf8(_ bytes: UnsafeRawBufferPointer, bigEndian: Bool) -> [UInt8] {
        let count = bytes.count / 2
        func unit(_ i: Int) -> UInt32 {
            let (first, second) = (UInt32(bytes[2 * i]), UInt32(bytes[2 * i + 1]))
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        var utf8: [UInt8] = []
        utf8.reserveCapacity(count + count / 8)
        var i = 0
        while i < count {
            var scalar = unit(i)
            i += 1
            if scalar < 0x80 {
                utf8.append(UInt8(scalar))
                continue
            }
            if scalar & 0xf800 == 0xd800 {
                let low = i < count ? unit(i) : 0
                if scalar & 0x400 == 0, low & 0xfc00 == 0xdc00 {
                    scalar = 0x1_0000 + (scalar & 0x3ff) << 10 + (low & 0x3ff)
                    i += 1
                } else {
                    scalar = 0xfffd
                }
            }
            if let scalar = Unicode.Scalar(scalar) { utf8 += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter }
        }
        return utf8
    }
}
