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

    /// The hash of ASCII letters and digits in either case, which are not yet folded; eight bytes of the text follow them.
    @inline(__always)
    static func of(letters start: Int, _ end: Int, in text: UnsafeRawBufferPointer) -> UInt64 {
        var hash = WordHash()
        var i = start
        while end &- i > EightBytes.count {
            hash.packed = EightBytes(text, at: i).packed(EightBytes.count)
            hash.mix()
            i &+= EightBytes.count
        }
        hash.packed = EightBytes(text, at: i).packed(end &- i)
        return hash.value
    }

    /// The hash of folded bytes.
    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = WordHash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }
}
