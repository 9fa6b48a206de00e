// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The phrases that the detector knows, compiled: a trie from a word to its atoms, and from an atom to the phrases that
// begin with it. The phrases themselves are text, in the tables beside this file:
//
//     word          that word, without accents, in lower case; articles and single letters do not count as words
//     word*         any word that begins so
//     a|b*          either
//     _4            up to four words between, in the same sentence
//     ^             at the head of a sentence, cell or key
//     <number>      see Special

/// What a phrase means: a concept, or a field of a form.
enum Meaning: Hashable, Sendable {
    case concept(Concept)
    case field(RecordForm, Int)
}

struct Vocabulary: Sendable {
    /// Words that stand for no word of a language.
    enum Special: UInt16, CaseIterable {
        case fill, fillBody, fillContact, blank, email, url, number, percent, euro, empty

        var atom: UInt16 { rawValue }
    }

    struct Step: Sendable {
        var atoms: [UInt16]
        /// How many words may stand before it.
        var gap: Int
    }

    struct Phrase: Sendable {
        var steps: [Step]
        var meaning: Meaning
        var isAtHead: Bool
    }

    /// Every phrase known.
    static let shared = Vocabulary(
        Concept.allCases.flatMap { concept in concept.phrases.map { ($0, Meaning.concept(concept)) } }
            + RecordForm.allCases.flatMap { form in
                form.fields.enumerated().flatMap { index, field in
                    field.split(separator: "/").map { ("^ " + $0, Meaning.field(form, index)) }
                }
            })

    private var children: [UInt16] = Array(repeating: 0, count: 36)
    private var exact: [UInt16] = [0]
    private var prefix: [UInt16] = [0]
    private var atomCount = UInt16(Special.allCases.count)
    private(set) var phrases: [Phrase] = []
    private(set) var phrasesByAtom: [[Int]] = []

    init(_ table: [(String, Meaning)]) {
        for (phrase, meaning) in table { add(phrase, meaning) }
        phrasesByAtom = Array(repeating: [], count: Int(atomCount))
        for (index, phrase) in phrases.enumerated() {
            for atom in phrase.steps[0].atoms { phrasesByAtom[Int(atom)].append(index) }
        }
    }

    /// Words that carry no meaning here, in French, English and Dutch.
    static func isArticle(_ word: [UInt8]) -> Bool { word.count < 4 && articles.contains(word) }

    private static let articles: Set<[UInt8]> = Set(
        "le la les un une des du de the an of het een van der".split(separator: " ").map { Array($0.utf8) })

    /// Adds the atoms of a word of letters and digits.
    func appendAtoms(of word: [UInt8], to atoms: inout [UInt16]) {
        var node = 0
        for byte in word {
            let next = children[node * 36 + Self.index(byte)]
            guard next != 0 else { return }
            node = Int(next)
            if prefix[node] != 0 { atoms.append(prefix[node]) }
        }
        if exact[node] != 0 { atoms.append(exact[node]) }
    }

    private static func index(_ byte: UInt8) -> Int { byte < 0x3a ? Int(byte) - 0x30 + 26 : Int(byte) - 0x61 }

    private mutating func add(_ text: String, _ meaning: Meaning) {
        var steps: [Step] = []
        var gap = 0
        var isAtHead = false
        for piece in text.split(separator: " ") {
            if piece == "^" {
                isAtHead = true
            } else if piece.hasPrefix("_") {
                gap = Int(piece.dropFirst()) ?? 0
            } else {
                steps.append(Step(atoms: piece.split(separator: "|").map { atom(for: $0) }, gap: gap))
                gap = 0
            }
        }
        if !steps.isEmpty { phrases.append(Phrase(steps: steps, meaning: meaning, isAtHead: isAtHead)) }
    }

    private mutating func atom(for piece: Substring) -> UInt16 {
        if piece.hasPrefix("<") {
            return Special.allCases.first { "<\($0)>" == piece }?.atom ?? Special.fill.atom
        }
        let isPrefix = piece.hasSuffix("*")
        var node = 0
        for byte in isPrefix ? piece.dropLast().utf8 : piece.utf8 {
            let slot = node * 36 + Self.index(byte)
            if children[slot] == 0 {
                children[slot] = UInt16(exact.count)
                exact.append(0)
                prefix.append(0)
                children.append(contentsOf: repeatElement(0, count: 36))
            }
            node = Int(children[slot])
        }
        let known = isPrefix ? prefix[node] : exact[node]
        if known != 0 { return known }
        defer { atomCount += 1 }
        if isPrefix { prefix[node] = atomCount } else { exact[node] = atomCount }
        return atomCount
    }
}
