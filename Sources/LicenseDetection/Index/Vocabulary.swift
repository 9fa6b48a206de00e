// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The words that the rules hold, by the hash of their folded letters: an open-addressing table, at most half full.

struct Vocabulary: Sendable {
    let hashes: IndexTable<UInt64>
    let ids: IndexTable<WordID>

    /// The word's number, `.unknown` where no rule holds it.
    @inline(__always)
    func id(of hash: UInt64) -> WordID {
        let mask = hashes.count - 1
        guard mask >= 0 else { return .unknown }
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while true {
            let found = hashes[slot]
            if found == hash { return ids[slot] }
            // Empty slots hold zero; a damaged table without one ends after a lap.
            if found == 0 { return .unknown }
            slot = (slot + 1) & mask
            if slot == Int(truncatingIfNeeded: hash ^ hash >> 32) & mask { return .unknown }
        }
    }

    /// The words of mark-up and comments that stand between the words of a licence without being part of it.
    static let stopwords: [StaticString] = [
        "br", "p", "div", "span", "li", "ul", "ol", "dl", "dt", "dd", "td", "tr", "tbody", "href", "nbsp", "quot",
        "lt", "gt", "amp", "rsquo", "lsquo", "ldquo", "rdquo", "dnl", "rem", "em", "strong", "blockquote", "tt",
        "h1", "h2", "h3", "h4", "h5", "h6",
    ]

    /// Words of a licence's name that make it another of its family.
    static let decisive: [StaticString] = [
        "affero", "agpl", "lesser", "library", "lgpl", "noncommercial", "noderivatives", "noderivs", "sharealike",
        "later",
    ]

    /// Builds the table's two arrays. `words` gives each hash its number, from 1.
    static func compile(_ words: [UInt64: WordID]) -> (hashes: [UInt64], ids: [WordID]) {
        var capacity = 1024
        while capacity < 2 * words.count { capacity *= 2 }
        var hashes = [UInt64](repeating: 0, count: capacity)
        var ids = [WordID](repeating: .unknown, count: capacity)
        for (hash, id) in words.sorted(by: { $0.value < $1.value || ($0.value == $1.value && $0.key < $1.key) }) {
            var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (capacity - 1)
            while hashes[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            hashes[slot] = hash
            ids[slot] = id
        }
        return (hashes, ids)
    }
}
