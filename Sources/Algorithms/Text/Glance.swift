// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The first look at a text: which rows of four bytes stand in it, of a few that promise something. Wherever such a row
// stands, one of its first two pairs begins at an even position, so one bit is asked for at every other position and
// nothing else in nearly all of them. It meets every byte of every text, so it may say yes too often, and never no to what
// an `AnchorFilter` would find.

struct Glance: Sendable {
    private static let length = 4
    private static let step = 2

    /// Which pairs of bytes, folded, are part of a row.
    private let pairs: [UInt64]
    /// Which rows there are, by a hash: most pairs are part of other words.
    private let rows: [UInt64]
    private let promises: [UInt32: Promises]
    private let all: Promises

    /// What a row promises: that one of a filter's words may be around it.
    struct Promises: OptionSet {
        let rawValue: UInt8
        static let citation = Promises(rawValue: 1)
        static let algorithm = Promises(rawValue: 2)
        static let weak = Promises(rawValue: 4)
    }

    /// Four bytes that each of a filter's words holds, of which letters are written in lower case; `latin1` of the texts in
    /// which every character is one byte.
    init(_ sequences: [(promise: Promises, rows: [String])], latin1: [(promise: Promises, rows: [String])] = []) {
        var pairs = [UInt64](repeating: 0, count: 1 << 10)
        var rows = [UInt64](repeating: 0, count: (1 << Self.rowBits) / 64)
        var promises: [UInt32: Promises] = [:]
        func add(_ bytes: [UInt8], _ promise: Promises) {
            for first in 0..<Self.step {
                let pair = Self.folded(UInt16(bytes[first]) | UInt16(bytes[first + 1]) << 8)
                pairs[Int(pair >> 6)] |= 1 << UInt64(pair & 63)
            }
            let row = Self.folded(bytes.prefix(Self.length).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
            rows[Self.slot(row) >> 6] |= 1 << UInt64(Self.slot(row) & 63)
            promises[row, default: []].formUnion(promise)
        }
        for (promise, texts) in sequences { for text in texts { add(Array(text.utf8), promise) } }
        for (promise, texts) in latin1 {
            for text in texts { add(text.unicodeScalars.map { UInt8($0.value) }, promise) }
        }
        self.pairs = pairs
        self.rows = rows
        self.promises = promises
        all = promises.values.reduce([]) { $0.union($1) }
    }

    /// What the rows in the text promise, in either case.
    func promises(in text: UnsafeRawBufferPointer) -> Promises {
        guard text.count >= Self.length else { return [] }
        return pairs.withUnsafeBufferPointer { pairs in
            var found: Promises = []
            var i = 0
            while i + 1 < text.count {
                let pair = Self.folded(UInt16(littleEndian: text.loadUnaligned(fromByteOffset: i, as: UInt16.self)))
                if pairs[Int(pair >> 6)] >> UInt64(pair & 63) & 1 == 1 {
                    found.formUnion(promises(around: i, in: text))
                    if found == all { break }
                }
                i += Self.step
            }
            return found
        }
    }

    @inline(__always)
    private func promises(around i: Int, in text: UnsafeRawBufferPointer) -> Promises {
        var found: Promises = []
        for start in max(0, i - Self.step + 1)...i where start + Self.length <= text.count {
            let row = Self.folded(UInt32(littleEndian: text.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
            let slot = Self.slot(row)
            if rows[slot >> 6] >> UInt64(slot & 63) & 1 == 1, let promise = promises[row] { found.formUnion(promise) }
        }
        return found
    }

    private static let rowBits = 12

    @inline(__always)
    private static func slot(_ row: UInt32) -> Int { Int(row &* 0x9e37_79b1 >> UInt32(32 - rowBits)) }

    /// Letters to lower case; what other bytes become matters not, as long as it is always the same.
    @inline(__always)
    private static func folded<Word: FixedWidthInteger>(_ word: Word) -> Word {
        word | Word(truncatingIfNeeded: 0x2020_2020)
    }
}
