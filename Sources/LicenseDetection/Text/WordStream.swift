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
        ids = [WordID](unsafeUninitializedCapacity: capacity) { ids, count in
            starts = [UInt32](unsafeUninitializedCapacity: capacity) { starts, startCount in
                count = Self.scan(text, vocabulary, ids, starts)
                startCount = count
            }
        }
        self.starts = starts
    }

    /// Words that some rule may hold, looked up together.
    private static let batch = 256

    /// Fills in the words of a text, as many as there is room for, and returns how many they are.
    private static func scan(
        _ text: UnsafeRawBufferPointer, _ vocabulary: Vocabulary, _ ids: UnsafeMutableBufferPointer<WordID>,
        _ starts: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        withUnsafeTemporaryAllocation(of: (word: Int, hash: UInt64).self, capacity: batch) { known in
            var count = 0
            var knownCount = 0
            var holdsStopwords = false
            func lookUp() {
                for (word, hash) in known[..<knownCount] {
                    ids[word] = vocabulary.id(ofHeld: hash)
                    if ids[word] == .stopword { holdsStopwords = true }
                }
                knownCount = 0
            }
            WordScanner.scan(text) { word in
                if count == ids.count { return }
                ids[count] = .unknown
                starts[count] = UInt32(truncatingIfNeeded: word.start)
                // Whether a rule may hold the word is guessed wrong at every other: it is put down in any case, and overwritten.
                known[knownCount] = (count, word.hash)
                knownCount += vocabulary.mayHold(word.hash) ? 1 : 0
                count += 1
                if knownCount == batch { lookUp() }
            }
            lookUp()
            return holdsStopwords ? withoutStopwords(ids, starts, count) : count
        }
    }

    /// Closes the gaps that the stopwords leave, and returns how many words stay.
    private static func withoutStopwords(
        _ ids: UnsafeMutableBufferPointer<WordID>, _ starts: UnsafeMutableBufferPointer<UInt32>, _ count: Int
    ) -> Int {
        var kept = 0
        for i in 0..<count where ids[i] != .stopword {
            ids[kept] = ids[i]
            starts[kept] = starts[i]
            kept += 1
        }
        return kept
    }

    /// The bytes from the first to the last of some words.
    func bytes(of words: Range<Int>) -> Range<Int> {
        guard let last = words.last else { return 0..<0 }
        return Int(starts[words.lowerBound])..<WordScanner.end(ofWordAt: Int(starts[last]), in: text)
    }
}
