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

    /// Calls `body` with the text in an encoding that keeps ASCII.
    func withText<Result>(
        of bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result? {
        switch self {
        case .binary: return nil
        case .asciiCompatible: return body(bytes)
        case .utf16LittleEndian, .utf16BigEndian:
            let bigEndian = self == .utf16BigEndian
            var units: [UInt16] = []
            units.reserveCapacity(bytes.count / 2)
            for i in stride(from: 0, to: bytes.count - 1, by: 2) {
                let pair = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
                units.append(bigEndian ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0)
            }
            return Array(String(decoding: units, as: UTF16.self).utf8).withUnsafeBytes(body)
        }
    }
}
