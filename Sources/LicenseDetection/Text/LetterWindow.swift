// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

/// The words of sixty-four bytes of a text, a bit for each byte. Where words begin and end are counts of zeros in a
/// register, where a loop over the bytes would be guessed wrong at the end of every word and of every gap.
struct LetterWindow {
    static let count = 64
    /// Bytes that the text must have from the window's first on: a word is read eight bytes at a time.
    static let reach = count + EightBytes.count

    /// The first bytes of words, and the bytes just past them: letters and digits of ASCII before what only separates. A
    /// word that goes on behind the window has a start and no end.
    private var starts: UInt64
    private var ends: UInt64
    /// Whether something in the window needs a look at the bytes that follow it. No word from there on is counted.
    private let isCut: Bool

    @inline(__always)
    init(_ text: UnsafeRawBufferPointer, at i: Int) {
        var letters: UInt64 = 0
        var signs: UInt64 = 0
        for eighth in 0..<EightBytes.count {
            let bytes = EightBytes(text, at: i &+ EightBytes.count &* eighth)
            let place = UInt64(truncatingIfNeeded: 7 &- eighth)
            letters |= bytes.letters &>> place
            signs |= bytes.signs &>> place
        }
        letters = Self.transposed(letters)
        starts = letters & ~(letters << 1)
        ends = ~letters & letters << 1
        isCut = signs != 0
        if isCut {
            let first = Self.transposed(signs)
            let before = first & (0 &- first) &- 1
            starts &= before
            ends &= before
        }
    }

    /// Takes the first word that ends in the window: the offsets of its first byte and just past its last.
    @inline(__always)
    mutating func takeWord() -> (start: Int, end: Int)? {
        if ends == 0 { return nil }
        let word = (starts.trailingZeroBitCount, ends.trailingZeroBitCount)
        starts &= starts &- 1
        ends &= ends &- 1
        return word
    }

    /// When all words are taken: where the next window begins, at the word under way if there is one; nil where a closer
    /// look is needed, at a sign or a word as long as the window.
    @inline(__always)
    var next: Int? { isCut || starts & 1 == 1 ? nil : starts.trailingZeroBitCount }

    /// Bits in the order of their bytes: what is gathered above has byte 8r + c of the window at bit 8c + r.
    @inline(__always)
    private static func transposed(_ bits: UInt64) -> UInt64 {
        let ones = swapped(bits, 7, 0x00aa_00aa_00aa_00aa)
        let twos = swapped(ones, 14, 0x0000_cccc_0000_cccc)
        return swapped(twos, 28, 0x0000_0000_f0f0_f0f0)
    }

    /// Each bit of the mask changes places with the one `distance` above it.
    @inline(__always)
    private static func swapped(_ bits: UInt64, _ distance: UInt64, _ mask: UInt64) -> UInt64 {
        let differences = (bits ^ bits &>> distance) & mask
        return bits ^ differences ^ differences &<< distance
    }
}
