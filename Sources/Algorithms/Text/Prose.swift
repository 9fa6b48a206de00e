// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A text as the words a person would read in it: what ProseReader makes, and what phrases are looked for in.

/// The words of a text, with their sentences and lines.
struct Prose {
    struct Word {
        /// Where the word's atoms (see Vocabulary) begin in the pool.
        var firstAtom: UInt32
        var atomCount: UInt8
        /// Whether it stands in a comment of a program.
        var isComment: Bool
        var line: UInt32
        var sentence: UInt32
    }

    var words: [Word] = []
    var atoms: [UInt16] = []

    func atoms(of word: Word) -> ArraySlice<UInt16> {
        atoms[Int(word.firstAtom)..<Int(word.firstAtom) + Int(word.atomCount)]
    }
}
