// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Line numbers of byte offsets, counted only when there is something to place.

struct LineCounter {
    private let text: UnsafeRawBufferPointer
    private var offset = 0
    private var line = 1

    init(_ text: UnsafeRawBufferPointer) { self.text = text }

    /// The line, from 1, of the byte at `wanted`. Cheap when the calls ascend.
    mutating func line(at wanted: Int) -> Int {
        if wanted < offset {
            offset = 0
            line = 1
        }
        let end = min(wanted, text.count)
        while offset < end {
            let byte = text[offset]
            // A carriage return ends a line unless a line feed follows.
            if byte == 0x0a || (byte == 0x0d && !(offset + 1 < text.count && text[offset + 1] == 0x0a)) { line += 1 }
            offset += 1
        }
        return line
    }
}
