// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Which elements a notice gives, and on which lines. A table: an element is established by a sentence that speaks of all
// of a row's concepts, or by a filled field of a form.

struct ElementFinder {
    private struct Row {
        var element: AlgorithmElement
        var all: [Concept]
        /// One of these too, in the sentence.
        var any: [Concept] = []
        /// How many sentences before may bring what `any` asks for.
        var reach = 0
    }

    private static let rows: [Row] = [
        Row(element: .administration, all: [.publicBody]),
        Row(
            element: .purpose, all: [.purpose], any: [.algorithm, .automated, .statutoryRules, .calculation], reach: 1),
        Row(element: .rightToRules, all: [.obtain, .statutoryRules]),
        Row(element: .rightToRules, all: [.obtain, .rules], any: [.algorithm, .automated], reach: 1),
        Row(element: .howToExercise, all: [.contact], any: [.statutoryRules, .algorithm], reach: 1),
        Row(
            element: .howToExercise, all: [.contact, .obtain], any: [.rules, .statutoryRules, .algorithm, .automated],
            reach: 2),
        Row(element: .appeal, all: [.cada]),
        Row(element: .contribution, all: [.contribution]),
        Row(element: .data, all: [.data]),
        Row(element: .parameters, all: [.parameters]),
        Row(element: .operations, all: [.operations]),
    ]

    private let reading: Reading

    init(_ reading: Reading) { self.reading = reading }

    func elements(of finding: Finding) -> [AlgorithmElement: ClosedRange<Int>] {
        if finding.kind == .discussion { return [:] }
        var found: [AlgorithmElement: ClosedRange<Int>] = [:]
        for index in finding.sentences {
            for row in Self.rows
            where found[row.element] == nil && establishes(row, index, finding.sentences.lowerBound) {
                found[row.element] = reading.sentences[index].lines
            }
        }
        // In a record or a list, an address is the body's own unless the right to ask is spoken of.
        if finding.kind == .inventory || finding.kind == .registerRecord, found[.rightToRules] == nil {
            found[.howToExercise] = nil
        }
        if let form = finding.form { addFields(of: form, to: &found) }
        return found
    }

    private func establishes(_ row: Row, _ index: Int, _ first: Int) -> Bool {
        let here = reading.sentences[index].concepts
        guard row.all.allSatisfy(here.has) else { return false }
        return row.any.isEmpty
            || (max(first, index - row.reach)...index).contains { sentence in
                row.any.contains(where: reading.sentences[sentence].concepts.has)
            }
    }

    private func addFields(of form: RecordForm, to found: inout [AlgorithmElement: ClosedRange<Int>]) {
        for hit in reading.fields where hit.form == form {
            guard let element = form.elements[hit.field], found[element] == nil else { continue }
            let sentence = reading.sentences[hit.sentence]
            if !sentence.concepts.has(.empty) { found[element] = sentence.lines }
        }
    }
}
