// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Searching short texts for fixed words, on their bytes: names and lines by the hundred thousand pass through here.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension String {
    /// Whether the bytes of `word`, which is not empty, stand anywhere in the text. By the C library, which looks at many
    /// bytes at once.
    func holds(_ word: StaticString) -> Bool {
        var text = self
        return text.withUTF8 { bytes in
            var start = 0
            while let base = bytes.baseAddress, start + word.utf8CodeUnitCount <= bytes.count {
                let starts = bytes.count - word.utf8CodeUnitCount + 1 - start
                guard let found = memchr(base + start, Int32(word.utf8Start[0]), starts) else { return false }
                if memcmp(found, word.utf8Start, word.utf8CodeUnitCount) == 0 { return true }
                start = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
            }
            return false
        }
    }
}
