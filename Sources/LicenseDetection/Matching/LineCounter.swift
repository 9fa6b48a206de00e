// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Line numbers of byte offsets, counted only as far as there is something to place.

struct LineCounter {
    private let text: UnsafeRawBufferPointer
    /// Offsets just past the line ends among the first `scanned` bytes.
    private var ends: [Int] = []
    private var scanned = 0

    init(_ text: UnsafeRawBufferPointer) { self.text = text }

    /// The first and the last line of some bytes.
    mutating func lines(of bytes: Range<Int>) -> ClosedRange<Int> {
        let first = line(at: bytes.lowerBound)
        return first...max(first, line(at: max(bytes.lowerBound, bytes.upperBound - 1)))
    }

    /// The line, from 1, of the byte at `wanted`. What was counted once is looked up.
    mutating func line(at wanted: Int) -> Int {
        let end = min(wanted, text.count)
        while scanned < end {
            let byte = text[scanned]
            scanned += 1
            if byte > 0x0d { continue }
            // A carriage return ends a line unless a line feed follows.
            if byte == 0x0a || (byte == 0x0d && !(scanned < text.count && text[scanned] == 0x0a)) {
                ends.append(scanned)
            }
        }
        return 1 + ends.partitioningIndex { $0 > wanted }
    }
}
