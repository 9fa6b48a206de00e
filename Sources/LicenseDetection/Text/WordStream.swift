// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A text as the matchers see it: the numbers of its words and where each begins.

struct WordStream {
    /// `.unknown` for a word that no rule holds.
    let ids: [WordID]
    /// The offset of each word's first byte.
    let starts: [UInt32]
    private let text: UnsafeRawBufferPointer

    var count: Int { ids.count }

    /// Scans `text`, of less than 4 GiB, which must outlive the stream.
    init(_ text: UnsafeRawBufferPointer, _ vocabulary: Vocabulary) {
        self.text = text
        // A word and what separates it take two bytes at least; memory that is not written to is not taken.
        let capacity = text.count / 2 + 1
        var starts: [UInt32] = []
        ids = [WordID](unsafeUninitializedCapacity: capacity) { ids, idCount in
            starts = [UInt32](unsafeUninitializedCapacity: capacity) { starts, startCount in
                var count = 0
                WordScanner.scan(text) { word in
                    let id = vocabulary.id(of: word.hash)
                    if id == .stopword || count == capacity { return }
                    ids[count] = id
                    starts[count] = UInt32(truncatingIfNeeded: word.start)
                    count += 1
                }
                startCount = count
            }
            idCount = starts.count
        }
        self.starts = starts
    }

    /// The bytes from the first to the last of some words.
    func bytes(of words: Range<Int>) -> Range<Int> {
        guard let last = words.last else { return 0..<0 }
        return Int(starts[words.lowerBound])..<WordScanner.end(ofWordAt: Int(starts[last]), in: text)
    }
}
