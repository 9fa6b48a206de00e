// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The first look at a text: which rows of four bytes stand in it, of a few that promise something. Wherever such a row
// stands, its first or its last three bytes begin at an even position, so a table is asked at every other position, three
// of them at once, and nothing else in nearly all of them. It meets every byte of every text, so it may say yes too often,
// and never no to what an `AnchorFilter` would find.

struct Glance: Sendable {
    private static let length = 4
    /// Bytes that are loaded at once, which hold three parts at even positions, and those after which the next are.
    private static let loaded = 8
    private static let step = 6
    /// Bits of a part's hash.
    private static let partBits: UInt32 = 13

    /// Which three bytes, folded, begin or end a row, by a hash: 1, and 0 for all others.
    private let parts: [UInt8]
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
        var parts = [UInt8](repeating: 0, count: 1 << Self.partBits)
        var promises: [UInt32: Promises] = [:]
        func add(_ bytes: [UInt8], _ promise: Promises) {
            let row = Self.folded(bytes.prefix(Self.length).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
            for part in [row, row >> 8] { parts[Self.slot(ofPart: part)] = 1 }
            promises[row, default: []].formUnion(promise)
        }
        for (promise, texts) in sequences { for text in texts { add(Array(text.utf8), promise) } }
        for (promise, texts) in latin1 {
            for text in texts { add(text.unicodeScalars.map { UInt8($0.value) }, promise) }
        }
        self.parts = parts
        self.promises = promises
        all = promises.values.reduce([]) { $0.union($1) }
    }

    /// What the rows in the text promise, in either case.
    func promises(in text: UnsafeRawBufferPointer) -> Promises {
        guard text.count >= Self.length else { return [] }
        return parts.withUnsafeBufferPointer { parts in
            // The last row may begin at the one position that is not even.
            var found = promise(at: text.count - Self.length, in: text)
            func look(at i: Int) {
                found.formUnion(promise(at: i, in: text))
                if i > 0 { found.formUnion(promise(at: i - 1, in: text)) }
            }
            var i = 0
            while i + Self.loaded <= text.count {
                let bytes = Self.folded(UInt64(littleEndian: text.loadUnaligned(fromByteOffset: i, as: UInt64.self)))
                let first = parts[Self.slot(ofPart: UInt32(truncatingIfNeeded: bytes))]
                let second = parts[Self.slot(ofPart: UInt32(truncatingIfNeeded: bytes >> 16))]
                let third = parts[Self.slot(ofPart: UInt32(truncatingIfNeeded: bytes >> 32))]
                if first | second | third != 0 {
                    if first != 0 { look(at: i) }
                    if second != 0 { look(at: i + 2) }
                    if third != 0 { look(at: i + 4) }
                    if found == all { return found }
                }
                i += Self.step
            }
            for i in stride(from: i, through: text.count - Self.length, by: 2)
            where parts[Self.slot(ofPart: Self.row(at: i, in: text))] != 0 {
                look(at: i)
            }
            return found
        }
    }

    private func promise(at i: Int, in text: UnsafeRawBufferPointer) -> Promises {
        promises[Self.row(at: i, in: text)] ?? []
    }

    /// The four bytes from `i`, folded.
    @inline(__always)
    private static func row(at i: Int, in text: UnsafeRawBufferPointer) -> UInt32 {
        folded(UInt32(littleEndian: text.loadUnaligned(fromByteOffset: i, as: UInt32.self)))
    }

    /// The place of three bytes, the first in the low bits.
    @inline(__always)
    private static func slot(ofPart part: UInt32) -> Int {
        Int(((part << 8) &* 0x9e37_79b1) >> (32 - partBits))
    }

    /// Letters to lower case; what other bytes become matters not, as long as it is always the same.
    @inline(__always)
    private static func folded<Word: FixedWidthInteger>(_ word: Word) -> Word {
        word | Word(truncatingIfNeeded: 0x2020_2020_2020_2020 as UInt64)
    }
}
