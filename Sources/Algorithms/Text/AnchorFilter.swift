// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Which words a text must hold to be read for notices: a search for a few telling pieces of words at once (Wu and
// Manber), which looks at one position in four or so and allocates nothing. `Glance` goes before it.
// A piece is written in lower case; ASCII letters are folded for the comparison, and an accent is spelt as texts do.

struct AnchorFilter: Sendable {
    /// What only the law and the registers of algorithms are cited by. Pieces avoid letters that may carry an accent or be
    /// escaped.
    static let citations = AnchorFilter(
        [
            "311-3-1", "312-1-3", "311 3 1", "312 1 3", "ai register", "ai-register", "airegister", "senior_resp",
            "senior resp", "algoritmeregister", "algorithm register", "traitement algorit",
        ])

    /// What notices are about.
    static let algorithm = AnchorFilter(["algorit"])

    /// Words that a notice without the word "algorithm" has, and much else too: only a text's head is looked at.
    static let weak = AnchorFilter(
        [
            "calcul", "automatis", "automated", "automatiqu", "matiseerd", "artificiel", "besluit", "finissant",
            // Its accent as UTF-8, a character reference and an escape; in Latin-1 it is one byte.
            "bareme", "barème", "barÈme", "bar&egrave;me", "bar\\u00e8me",
        ], latin1: ["barème", "barÈme"])

    /// Whom a notice speaks to or for, and what it is about: a library of algorithms has none of them.
    static let setting = AnchorFilter(
        [
            "cision", "minist", "administrat", "usager", "citoyen", "citizen", "besluit", "gemeente", "overheid",
            "collectivit", "fecture", "prefect", "mairie", "public serv", "public bod", "public sector",
            "service public",
            "government", "council", "registre", "inventaire", "municip", "allocat", "commune", "organisme",
            "provincie", "organisatie", "subsidie", "bourses", "ville de", "ville d'",
        ])

    /// A row of letters of each of the words but `setting`: without one there is nothing to search for.
    static let glance = Glance(
        [
            (.citation, ["311-", "312-", "311 ", "312 ", "ai r", "ai-r", "ireg", "nior"]),
            ([.citation, .algorithm], ["lgor"]),
            (.weak, ["lcul", "omat", "seer", "ciel", "slui", "niss", "arem", "rèm", "&egr", "e8me"]),
        ], latin1: [(.weak, ["rème"])])

    private static let block = 3
    private static let slots = 1 << 13

    /// Upper case to lower case; everything else is itself.
    private static let fold: [UInt8] = (0...255).map { byte in
        (0x41...0x5a).contains(byte) ? UInt8(byte | 0x20) : UInt8(byte)
    }

    private let patterns: [[UInt8]]
    private let shortest: Int
    /// How far the window may move, by the block at its end.
    private let shift: [UInt8]

    /// `latin1`: words whose every character is one byte of the text.
    init(_ anchors: [String], latin1: [String] = []) {
        let patterns = anchors.map { Array($0.utf8) } + latin1.map { $0.unicodeScalars.map { UInt8($0.value) } }
        let shortest = patterns.map(\.count).min() ?? Self.block
        var shift = [UInt8](repeating: UInt8(shortest - Self.block + 1), count: Self.slots)
        for pattern in patterns {
            for end in Self.block...shortest {
                let slot = Self.slot(pattern[end - 3], pattern[end - 2], pattern[end - 1])
                shift[slot] = min(shift[slot], UInt8(shortest - end))
            }
        }
        self.patterns = patterns
        self.shortest = shortest
        self.shift = shift
    }

    /// Whether one of the words is in the text.
    func isIn(_ text: UnsafeRawBufferPointer) -> Bool {
        Self.fold.withUnsafeBufferPointer { fold in
            shift.withUnsafeBufferPointer { shift in search(text, fold, shift) }
        }
    }

    private func search(
        _ text: UnsafeRawBufferPointer, _ fold: UnsafeBufferPointer<UInt8>, _ shift: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var end = shortest
        while end <= text.count {
            let slot = Self.slot(fold[Int(text[end - 3])], fold[Int(text[end - 2])], fold[Int(text[end - 1])])
            let step = shift[slot]
            if step > 0 {
                end += Int(step)
            } else {
                if matches(text, at: end - shortest, fold) { return true }
                end += 1
            }
        }
        return false
    }

    private func matches(
        _ text: UnsafeRawBufferPointer, at start: Int, _ fold: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        patterns.contains { pattern in
            start + pattern.count <= text.count
                && pattern.indices.allSatisfy { fold[Int(text[start + $0])] == pattern[$0] }
        }
    }

    private static func slot(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        (Int(a) &* 0x2b1 ^ Int(b) &* 0x35 ^ Int(c)) & (slots - 1)
    }
}
