// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Searching short texts for fixed words, on their bytes: names and lines by the hundred thousand pass through here.

extension String {
    /// Whether the bytes of `word`, which is not empty, stand anywhere in the text.
    func holds(_ word: StaticString) -> Bool {
        let found = utf8.withContiguousStorageIfAvailable { bytes in
            word.withUTF8Buffer { word in
                guard bytes.count >= word.count else { return false }
                let first = word[0]
                for start in 0...(bytes.count - word.count) where bytes[start] == first {
                    if bytes[start..<(start + word.count)].elementsEqual(word) { return true }
                }
                return false
            }
        }
        return found ?? contains(String(describing: word))
    }
}
