// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

/// Eight bytes of a text in one register, the first in the low bits. No arithmetic on a byte reaches the next: its upper
/// bit is put aside and then holds the answer, so an answer is the upper bit of each byte that it is true of.
struct EightBytes {
    static let count = 8

    private let bytes: UInt64

    @inline(__always)
    init(_ text: UnsafeRawBufferPointer, at i: Int) {
        bytes = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: i, as: UInt64.self))
    }

    /// Which are ASCII letters and digits.
    @inline(__always)
    var letters: UInt64 {
        let lower = plain | Self.each(0x20)
        let isLetter = Self.isAtLeast(0x61, lower) & ~Self.isAtLeast(0x7b, lower)
        let isDigit = Self.isAtLeast(0x30, plain) & ~Self.isAtLeast(0x3a, plain)
        return (isLetter | isDigit) & ~bytes & Self.each(0x80)
    }

    /// Which are neither letters nor plain separators: `+`, `&`, the backslash, and what is not ASCII (see `ByteClass`).
    @inline(__always)
    var signs: UInt64 {
        let isNoSign = Self.differs(0x2b, plain) & Self.differs(0x26, plain) & Self.differs(0x5c, plain)
        return (~isNoSign | bytes) & Self.each(0x80)
    }

    /// The first `count` of them, letters or digits, folded and packed as a word's hash packs them.
    @inline(__always)
    func packed(_ count: Int) -> UInt64 {
        (bytes | Self.each(0x20)).byteSwapped &>> UInt64(truncatingIfNeeded: 8 &* (Self.count &- count))
    }

    @inline(__always)
    private var plain: UInt64 { bytes & Self.each(0x7f) }

    @inline(__always)
    private static func each(_ byte: UInt64) -> UInt64 { 0x0101_0101_0101_0101 &* byte }

    /// Of bytes below 0x80: which are `least` or more.
    @inline(__always)
    private static func isAtLeast(_ least: UInt64, _ bytes: UInt64) -> UInt64 { bytes &+ each(0x80 &- least) }

    /// Of bytes below 0x80: which are not `value`.
    @inline(__always)
    private static func differs(_ value: UInt64, _ bytes: UInt64) -> UInt64 { (bytes ^ each(value)) &+ each(0x7f) }
}
