// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The first stage: bytes in, words out. A word is a run of letters and digits, optionally with one "+" inside or at
// its end ("GPLv2+"); all else separates. Words are folded (case, accents, ligatures) and reduced to a 64-bit hash, so
// that "Pre\u{301}sent", "présent" in UTF-8, "présent" in Latin-1 and "PRÉSENT" are the same word.
// Nothing is decoded beforehand: a byte that is not valid UTF-8 is read as Windows-1252, one byte at a time.

/// A word of a text: the hash of its folded letters and the bytes it stands on.
struct Word {
    /// FNV-1a over the folded bytes.
    var hash: UInt64
    /// Offset of the first byte.
    var start: Int
    /// Offset just past the last byte.
    var end: Int
}

enum WordScanner {
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    @inline(__always)
    static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* prime }

    /// The hash of a word already folded to lower-case ASCII.
    static func hash(folded word: StaticString) -> UInt64 {
        word.withUTF8Buffer { $0.reduce(seed) { mix($0, $1) } }
    }

    /// Calls `emit` for each word of `text`, in order.
    @inline(__always)
    static func scan(_ text: UnsafeRawBufferPointer, _ emit: (Word) -> Void) {
        let count = text.count
        ByteClass.table.withUnsafeBufferPointer { classes in
            var i = 0
            var start = -1
            var hash = seed
            var plusSeen = false
            while i < count {
                let byte = text[i]
                let folded = classes[Int(byte)]
                if folded >= ByteClass.firstLetter {
                    if start < 0 { start = i }
                    hash = mix(hash, folded)
                    i += 1
                    continue
                }
                var length = 1
                if folded == ByteClass.plus {
                    if start >= 0, !plusSeen {
                        plusSeen = true
                        hash = mix(hash, byte)
                        i += 1
                        continue
                    }
                } else if folded == ByteClass.special {
                    let special = SpecialCharacter.read(text, at: i)
                    length = special.length
                    switch special.meaning {
                    case .separator:
                        break
                    case .ignorable:
                        i += length
                        continue
                    case .letters(let letters):
                        if start < 0 { start = i }
                        hash = mix(letters, into: hash)
                        i += length
                        continue
                    case .ideograph(let letters):
                        if start >= 0 { emit(Word(hash: hash, start: start, end: i)) }
                        emit(Word(hash: mix(letters, into: seed), start: i, end: i + length))
                        start = -1
                        hash = seed
                        plusSeen = false
                        i += length
                        continue
                    }
                }
                if start >= 0 {
                    emit(Word(hash: hash, start: start, end: i))
                    start = -1
                    hash = seed
                    plusSeen = false
                }
                i += length
            }
            if start >= 0 { emit(Word(hash: hash, start: start, end: count)) }
        }
    }

    /// Mixes up to four folded bytes, low byte first.
    @inline(__always)
    private static func mix(_ letters: UInt32, into hash: UInt64) -> UInt64 {
        var hash = hash
        var rest = letters
        while rest != 0 {
            hash = mix(hash, UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
        return hash
    }
}
