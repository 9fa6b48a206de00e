// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The longest common subsequence of two short stretches of words, a bit a word (Hyyrö, "Bit-Parallel LCS-length
// Computation Revisited", 2004): a row of the table of lengths is one integer, and a word of the text one addition.

struct CommonSubsequence {
    /// Words of a stretch.
    static let longest = 64

    private let text: UnsafeBufferPointer<WordID>
    private let rule: UnsafeBufferPointer<WordID>
    /// For each word of the text, what the words from there on have in common with those from each word of the rule on: the
    /// bit of a rule's word, the last one's lowest, is zero where the length is one more than from the next word on.
    private var rows: InlineArray<65, UInt64>

    /// Of `text` and `rule`, of `longest` words each at most.
    init(_ text: UnsafeBufferPointer<WordID>, _ rule: UnsafeBufferPointer<WordID>) {
        self.text = text
        self.rule = rule
        rows = InlineArray(repeating: .max)
        // The rule's words by the low bits of their numbers: the last with these bits, and for each the one before it.
        var last = InlineArray<64, UInt8>(repeating: 0)
        var before = InlineArray<64, UInt8>(repeating: 0)
        for k in rule.indices {
            let slot = Int(rule[k] & 63)
            before[k] = last[slot]
            last[slot] = UInt8(k + 1)
        }
        var row = UInt64.max
        for i in text.indices.reversed() {
            var same: UInt64 = 0
            var k = Int(last[Int(text[i] & 63)])
            while k > 0 {
                if rule[k - 1] == text[i] { same |= 1 << UInt64(rule.count - k) }
                k = Int(before[k - 1])
            }
            let shared = row & same
            row = (row &+ shared) | (row &- shared)
            rows[i] = row
        }
    }

    /// Calls `body` for each pair of the subsequence: a word of the text, a word of the rule.
    func forEach(_ body: (Int, Int) -> Void) {
        var i = 0
        var k = 0
        while i < text.count, k < rule.count {
            if text[i] == rule[k] {
                body(i, k)
                i += 1
                k += 1
            } else if length(from: i + 1, k) >= length(from: i, k + 1) {
                i += 1
            } else {
                k += 1
            }
        }
    }

    /// What the words from the `i`th of the text and from the `k`th of the rule on have in common. The rows are read through
    /// their span: the array's own subscript copies them all.
    private func length(from i: Int, _ k: Int) -> Int {
        k == rule.count ? 0 : (~rows.span[i] << UInt64(64 - (rule.count - k))).nonzeroBitCount
    }
}
