// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Finds the vocabulary's phrases in prose and sums them up by sentence, which is what kinds and elements are decided on.

/// A sentence, a heading, a cell or a key, and what it speaks of.
struct Sentence {
    var concepts: ConceptSet = []
    var lines: ClosedRange<Int>
    var isComment: Bool
    /// How many words: a title has few.
    var words: Int
}

/// A field of a form, at the head of a sentence.
struct FieldHit {
    var form: RecordForm
    var field: Int
    var sentence: Int
}

/// The sentences of a text and the forms' fields in it.
struct Reading {
    private(set) var sentences: [Sentence] = []
    private(set) var fields: [FieldHit] = []

    init(_ prose: Prose, _ vocabulary: Vocabulary) {
        var start = 0
        while start < prose.words.count {
            let number = prose.words[start].sentence
            var end = start + 1
            while end < prose.words.count, prose.words[end].sentence == number { end += 1 }
            read(prose, start..<end, vocabulary)
            start = end
        }
    }

    private mutating func read(_ prose: Prose, _ range: Range<Int>, _ vocabulary: Vocabulary) {
        var told: ClosedRange<UInt32>?
        var sentence = Sentence(
            lines: Int(prose.words[range.lowerBound].line)...Int(prose.words[range.upperBound - 1].line),
            isComment: prose.words[range.lowerBound].isComment, words: range.count)
        for index in range {
            for atom in prose.atoms(of: prose.words[index]) {
                for number in vocabulary.phrasesByAtom[Int(atom)] {
                    let phrase = vocabulary.phrases[number]
                    if phrase.isAtHead, index != range.lowerBound { continue }
                    guard matches(phrase, prose, index..<range.upperBound) else { continue }
                    let line = prose.words[index].line
                    told = min(told?.lowerBound ?? line, line)...max(told?.upperBound ?? line, line)
                    switch phrase.meaning {
                    case .concept(let concept): sentence.concepts.insert(concept)
                    case .field(let form, let field):
                        fields.append(FieldHit(form: form, field: field, sentence: sentences.count))
                    }
                }
            }
        }
        // Code around a literal is no part of what it says: the lines are those that say something.
        if let told { sentence.lines = Int(told.lowerBound)...Int(told.upperBound) }
        sentences.append(sentence)
    }

    /// Each step is looked for in the words its gap allows, and the first that fits is taken: linear, never back.
    private func matches(_ phrase: Vocabulary.Phrase, _ prose: Prose, _ range: Range<Int>) -> Bool {
        var next = range.lowerBound + 1
        for step in phrase.steps.dropFirst() {
            let limit = min(range.upperBound, next + step.gap + 1)
            guard
                let found = (next..<max(next, limit)).first(where: { index in
                    prose.atoms(of: prose.words[index]).contains { step.atoms.contains($0) }
                })
            else { return false }
            next = found + 1
        }
        return true
    }
}
