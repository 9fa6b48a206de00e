// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

/// Eight bytes of a text in one register, where a branch a byte would be guessed wrong at the end of every word.
struct EightBytes {
    static let count = 8

    /// The first byte in the low bits.
    private let bytes: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits = ones << 7

    @inline(__always)
    init(_ text: UnsafeRawBufferPointer, at i: Int) {
        bytes = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: i, as: UInt64.self))
    }

    /// How many ASCII letters and digits the bytes begin with.
    @inline(__always)
    var leadingLetters: Int {
        let lower = folded & ~Self.highBits
        let plain = bytes & ~Self.highBits
        let letters = Self.atLeast(0x61, lower) & ~Self.atLeast(0x7b, lower)
        let digits = Self.atLeast(0x30, plain) & ~Self.atLeast(0x3a, plain)
        let others = ~(letters | digits) & Self.highBits | bytes & Self.highBits
        return others.trailingZeroBitCount >> 3
    }

    /// In lower case, if they are letters or digits.
    @inline(__always)
    private var folded: UInt64 { bytes | Self.ones << 5 }

    /// The first `count` of them, letters or digits and one at least, folded and packed as a word's hash packs them.
    @inline(__always)
    func packed(_ count: Int) -> UInt64 { folded.byteSwapped >> UInt64(64 - 8 * count) }

    /// The high bit of each byte that is `least` or more; the bytes are below 0x80.
    @inline(__always)
    private static func atLeast(_ least: UInt64, _ bytes: UInt64) -> UInt64 { bytes &+ ones &* (0x80 &- least) }
}
