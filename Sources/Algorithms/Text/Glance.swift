// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The first look at a text: whether some four bytes in a row stand in it. Wherever such a row stands, one of its first two
// pairs begins at an even position, so one bit is asked for at every other position and nothing else in nearly all of
// them. It meets every byte of every text, so it may say yes too often, and never no to what `AnchorFilter` would find.

struct Glance: Sendable {
    private static let length = 4
    private static let step = 2

    /// Which pairs of bytes, folded, are part of a sequence.
    private let pairs: [UInt64]
    private let sequences: [UInt32]

    /// Four bytes that each of the words holds, of which letters are written in lower case; `latin1` of the texts in which
    /// every character is one byte.
    init(_ sequences: [String], latin1: [String] = []) {
        var pairs = [UInt64](repeating: 0, count: 1 << 10)
        var packed: [UInt32] = []
        for bytes in sequences.map({ Array($0.utf8) }) + latin1.map({ $0.unicodeScalars.map { UInt8($0.value) } }) {
            for first in 0..<Self.step {
                let pair = Self.folded(UInt16(bytes[first]) | UInt16(bytes[first + 1]) << 8)
                pairs[Int(pair >> 6)] |= 1 << UInt64(pair & 63)
            }
            let whole = bytes.prefix(Self.length).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            packed.append(Self.folded(whole))
        }
        self.pairs = pairs
        self.sequences = packed
    }

    /// Whether one of the sequences is in the text, in either case.
    func isIn(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count >= Self.length else { return false }
        return pairs.withUnsafeBufferPointer { pairs in
            var i = 0
            while i + 1 < text.count {
                let pair = Self.folded(UInt16(littleEndian: text.loadUnaligned(fromByteOffset: i, as: UInt16.self)))
                if pairs[Int(pair >> 6)] >> UInt64(pair & 63) & 1 == 1, isAround(i, in: text) { return true }
                i += Self.step
            }
            return false
        }
    }

    private func isAround(_ i: Int, in text: UnsafeRawBufferPointer) -> Bool {
        for start in max(0, i - Self.step + 1)...i where start + Self.length <= text.count {
            let here = UInt32(littleEndian: text.loadUnaligned(fromByteOffset: start, as: UInt32.self))
            let folded = Self.folded(here)
            for sequence in sequences where sequence == folded { return true }
        }
        return false
    }

    /// Letters to lower case; what other bytes become matters not, as long as it is always the same.
    private static func folded<Word: FixedWidthInteger>(_ word: Word) -> Word {
        word | Word(truncatingIfNeeded: 0x2020_2020)
    }
}
