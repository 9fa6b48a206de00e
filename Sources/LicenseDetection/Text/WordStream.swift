// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A text as the matchers see it: the numbers of its words and where each begins.

struct WordStream {
    /// `.unknown` for a word that no rule holds.
    private(set) var ids: [WordID] = []
    /// The offset of each word's first byte.
    private(set) var starts: [UInt32] = []
    /// The bytes each word stands on.
    private(set) var lengths: [UInt16] = []

    var count: Int { ids.count }

    /// Scans `text`, of less than 4 GiB.
    init(_ text: UnsafeRawBufferPointer, _ vocabulary: Vocabulary) {
        ids.reserveCapacity(text.count / 6)
        starts.reserveCapacity(text.count / 6)
        lengths.reserveCapacity(text.count / 6)
        WordScanner.scan(text) { word in
            let id = vocabulary.id(of: word.hash)
            if id == .stopword { return }
            ids.append(id)
            starts.append(UInt32(truncatingIfNeeded: word.start))
            lengths.append(UInt16(clamping: word.end - word.start))
        }
    }

    /// The bytes from the first to the last of some words.
    func bytes(of words: Range<Int>) -> Range<Int> {
        guard let last = words.last else { return 0..<0 }
        return Int(starts[words.lowerBound])..<(Int(starts[last]) + Int(lengths[last]))
    }
}
