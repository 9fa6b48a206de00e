// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A word's hash, letter by letter. Eight folded bytes are packed before they are mixed in: most words take one
// multiplication, where a byte-wise hash waits for one at every letter. It meets every byte of every text.

/// The hash of a word under way.
struct WordHash {
    private var mixed: UInt64 = 0xcbf2_9ce4_8422_2325
    private var packed: UInt64 = 0

    /// Adds a folded byte, which is not zero.
    @inline(__always)
    mutating func add(_ byte: UInt8) {
        if packed >> 56 != 0 { mix() }
        packed = packed << 8 | UInt64(byte)
    }

    /// Adds the first `count` bytes, letters and digits, folded.
    @inline(__always)
    mutating func add(_ bytes: EightBytes, count: Int) {
        if packed >> 56 != 0 { mix() }
        let new = bytes.packed(count)
        if packed == 0 {
            packed = new
        } else {
            for shift in stride(from: 8 * (count - 1), through: 0, by: -8) {
                add(UInt8(truncatingIfNeeded: new >> UInt64(shift)))
            }
        }
    }

    /// Adds up to four folded bytes, the first in the low byte.
    @inline(__always)
    mutating func add(_ letters: UInt32) {
        var rest = letters
        while rest != 0 {
            if rest & 0xff != 0 { add(UInt8(truncatingIfNeeded: rest)) }
            rest >>= 8
        }
    }

    /// The hash of all that was added.
    @inline(__always)
    var value: UInt64 {
        var last = self
        last.mix()
        return last.mixed ^ last.mixed >> 29
    }

    @inline(__always)
    private mutating func mix() {
        mixed = (mixed ^ packed) &* 0x9e37_79b9_7f4a_7c15
        mixed ^= mixed >> 32
        packed = 0
    }
}

extension WordHash {
    /// The hash of a word already folded to lower-case ASCII.
    static func of(folded word: StaticString) -> UInt64 { word.withUTF8Buffer { of($0) } }

    /// The hash of folded bytes.
    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = WordHash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }
}
