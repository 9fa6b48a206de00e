// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The words that the rules hold, by the hash of their folded letters: an open-addressing table, at most half full. A slot
// is one integer, the upper 48 bits of the hash above the word's number. Before it stands a bit for each hash, small
// enough to stay in the processor's nearest memory: most names of a program are unknown, and end there.

struct Vocabulary: Sendable {
    let bits: IndexTable<UInt64>
    let slots: IndexTable<UInt64>

    private static let hashBits: UInt64 = ~0xffff
    /// Bits of the filter, as a power of two: 64 KiB.
    private static let filterWidth: UInt64 = 19

    /// The word's number, `.unknown` where no rule holds it.
    @inline(__always)
    func id(of hash: UInt64) -> WordID { mayHold(hash) ? id(ofHeld: hash) : .unknown }

    /// Whether some rule may hold the word; false where none does.
    @inline(__always)
    func mayHold(_ hash: UInt64) -> Bool {
        let bit = Self.bit(hash)
        return bits[Int(bit >> 6)] >> (bit & 63) & 1 == 1
    }

    /// The number of a word that some rule may hold, `.unknown` where none does.
    @inline(__always)
    func id(ofHeld hash: UInt64) -> WordID {
        let mask = slots.count - 1
        guard mask >= 0 else { return .unknown }
        let first = Self.slot(hash, mask)
        var slot = first
        repeat {
            let found = slots[slot]
            if (found ^ hash) & Self.hashBits == 0 { return WordID(truncatingIfNeeded: found) }
            // Empty slots hold zero; a damaged table without one ends after a lap.
            if found == 0 { return .unknown }
            slot = (slot + 1) & mask
        } while slot != first
        return .unknown
    }

    @inline(__always)
    private static func bit(_ hash: UInt64) -> UInt64 { hash >> (64 - filterWidth) }

    @inline(__always)
    private static func slot(_ hash: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: hash >> 20) & mask }

    /// The words of mark-up and comments that stand between the words of a licence without being part of it.
    static let stopwords: [StaticString] = [
        "br", "p", "div", "span", "li", "ul", "ol", "dl", "dt", "dd", "td", "tr", "tbody", "href", "nbsp", "quot",
        "lt", "gt", "amp", "rsquo", "lsquo", "ldquo", "rdquo", "dnl", "rem", "em", "strong", "blockquote", "tt",
        "h1", "h2", "h3", "h4", "h5", "h6",
    ]

    /// Spellings, numbers and common misspellings of one word, the first standing for all.
    static let spellings: [(word: StaticString, variants: [StaticString])] = [
        ("license", ["licence", "licenses", "licences", "lisence", "liscence", "lincense", "lizenz"]),
        ("licensed", ["licenced", "lisensed"]), ("licensing", ["licencing"]), ("licensee", ["licencee", "licensees"]),
        ("licensor", ["licencor", "licensors"]), ("sublicense", ["sublicence", "sublicenses", "sublicences"]),
        ("relicense", ["relicence"]), ("noncommercial", ["noncommerical"]), ("commercial", ["commerical"]),
        ("acknowledgment", ["acknowledgement", "acknowledgments", "acknowledgements"]),
        ("authorized", ["authorised"]), ("authorization", ["authorisation", "authorizations", "authorisations"]),
        ("http", ["https", "ftp"]), ("apache", ["apcahe", "apapche"]), ("favor", ["favour"]),
        ("fulfill", ["fulfil"]), ("judgment", ["judgement"]), ("agreement", ["agreements"]),
    ]

    /// Builds the filter and the table. `words` gives each hash its number, from 1.
    static func compile(_ words: [UInt64: WordID]) -> (bits: [UInt64], slots: [UInt64]) {
        var capacity = 1024
        while capacity < 2 * words.count { capacity *= 2 }
        var slots = [UInt64](repeating: 0, count: capacity)
        var bits = [UInt64](repeating: 0, count: 1 << (filterWidth - 6))
        for (hash, id) in words.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
            var slot = slot(hash, capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = hash & hashBits | UInt64(id)
            bits[Int(bit(hash) >> 6)] |= 1 << (bit(hash) & 63)
        }
        return (bits, slots)
    }
}
