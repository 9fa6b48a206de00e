// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The words that the rules hold, by the hash of their folded letters: an open-addressing table, at most a quarter full.
// A slot is one integer, the upper 48 bits of the hash above the word's number, so that a word costs one load.

struct Vocabulary: Sendable {
    let slots: IndexTable<UInt64>

    private static let hashBits: UInt64 = ~0xffff

    /// The word's number, `.unknown` where no rule holds it.
    @inline(__always)
    func id(of hash: UInt64) -> WordID {
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

    /// Builds the table. `words` gives each hash its number, from 1.
    static func compile(_ words: [UInt64: WordID]) -> [UInt64] {
        var capacity = 1024
        while capacity < 4 * words.count { capacity *= 2 }
        var slots = [UInt64](repeating: 0, count: capacity)
        for (hash, id) in words.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
            var slot = slot(hash, capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = hash & hashBits | UInt64(id)
        }
        return slots
    }
}
