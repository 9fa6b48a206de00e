// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The first stage: bytes in, words out. A word is a run of letters and digits, optionally with one "+" inside or at
// its end ("GPLv2+"); all else separates. Words are folded (case, accents, ligatures) and reduced to a 64-bit hash, so
// that "Pre\u{301}sent", "présent" in UTF-8, "présent" in Latin-1 and "PRÉSENT" are the same word.
// Nothing is decoded beforehand: a byte that is not valid UTF-8 is read as Windows-1252, one byte at a time.
// Nearly all words are ASCII between plain separators, and are found sixty-four bytes at once (`LetterWindow`); a word that
// touches anything else is read byte by byte.

/// A word of a text: the hash of its folded letters and the bytes it stands on.
struct Word {
    /// Of the folded letters (see `WordHash`).
    var hash: UInt64
    /// Offset of the first byte.
    var start: Int
    /// Offset just past the last byte.
    var end: Int
}

enum WordScanner {
    /// Calls `emit` for each word of `text`, in order.
    @inline(__always)
    static func scan(_ text: UnsafeRawBufferPointer, _ emit: (Word) -> Void) {
        ByteClass.table.withUnsafeBufferPointer { classes in
            var i = 0
            while true {
                if i &+ LetterWindow.reach <= text.count {
                    var window = LetterWindow(text, at: i)
                    var end = 0
                    while let word = window.takeWord() {
                        end = word.end
                        let hash = WordHash.of(letters: i &+ word.start, i &+ end, in: text)
                        emit(Word(hash: hash, start: i &+ word.start, end: i &+ end))
                    }
                    if let next = window.next {
                        i &+= next
                        continue
                    }
                    i &+= end
                }
                guard let word = next(in: text, from: i, classes) else { return }
                emit(word)
                i = word.end
            }
        }
    }

    /// Where the word ends that begins at `start`.
    static func end(ofWordAt start: Int, in text: UnsafeRawBufferPointer) -> Int {
        ByteClass.table.withUnsafeBufferPointer { next(in: text, from: start, $0)?.end ?? start }
    }

    /// The first word that begins at `first` or after, of any characters; nil where there is none.
    @inline(never)
    private static func next(
        in text: UnsafeRawBufferPointer, from first: Int, _ classes: UnsafeBufferPointer<UInt8>
    ) -> Word? {
        var i = first
        let count = text.count
        while i < count, classes[Int(text[i])] == ByteClass.separator { i += 1 }
        var start = -1
        var hash = WordHash()
        var plusSeen = false
        while i < count {
            let byte = text[i]
            let folded = classes[Int(byte)]
            if folded >= ByteClass.firstLetter {
                if start < 0 { start = i }
                hash.add(folded)
                i += 1
                continue
            }
            var length = 1
            if folded == ByteClass.plus {
                if start >= 0, !plusSeen {
                    plusSeen = true
                    hash.add(byte)
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
                    hash.add(letters)
                    i += length
                    continue
                case .ideograph(let letters):
                    // A word of its own: it ends the one before it, or is what comes next.
                    if start < 0 {
                        start = i
                        hash.add(letters)
                        i += length
                    }
                    return Word(hash: hash.value, start: start, end: i)
                }
            }
            if start >= 0 { return Word(hash: hash.value, start: start, end: i) }
            i += length
        }
        return start >= 0 ? Word(hash: hash.value, start: start, end: count) : nil
    }
}
