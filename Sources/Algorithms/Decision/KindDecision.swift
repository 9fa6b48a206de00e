// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What kind of notice a text is. One rule a kind, tried from the most telling to the least; each looks at concepts in a
// sentence and its neighbours. What only looks like a notice is kept out by the named traps of Traps.swift.

/// A kind, and the sentences that hold the notice.
struct Finding {
    var kind: AlgorithmNotice.Kind
    var sentences: ClosedRange<Int>
    /// The form whose fields the notice fills in.
    var form: RecordForm?
}

struct KindDecision {
    /// How far, in sentences, what belongs to a notice may stand from its core.
    private enum Reach {
        static let near = 2
        static let before = 6
        static let after = 14
    }

    private let reading: Reading
    private let form: TextForm

    init(_ reading: Reading, _ form: TextForm) {
        self.reading = reading
        self.form = form
    }

    var finding: Finding? {
        record ?? mention ?? inventory ?? publication ?? discussion
    }

    private var sentences: [Sentence] { reading.sentences }

    /// The concepts of a sentence and its neighbours.
    private func concepts(_ index: Int, before: Int = 0, after: Int = 0) -> ConceptSet {
        sentences[max(0, index - before)...min(sentences.count - 1, index + after)]
            .reduce(into: ConceptSet()) { $0.formUnion($1.concepts) }
    }

    private var whole: ConceptSet { sentences.reduce(into: ConceptSet()) { $0.formUnion($1.concepts) } }

    // MARK: Registers

    /// A register's form: enough of its fields, with an algorithm in it, filled in.
    private var record: Finding? {
        guard form != .source, !sentences.isEmpty else { return nil }
        let all = whole
        guard all.has(.algorithm) || all.has(.registerName) || all.has(.automated) else { return nil }
        for recordForm in [RecordForm.dutchRegister, .britishRecord, .cityRegister] {
            let hits = reading.fields.filter { $0.form == recordForm }
            let distinct = Set(hits.map(\.field)).count
            guard distinct >= recordForm.threshold, !Traps.apply(.schema, all) else { continue }
            let range = hits[0].sentence...hits[hits.count - 1].sentence
            let isModel = sentences.count { $0.concepts.has(.blank) } > 2 || (form == .document && all.has(.model))
            return Finding(kind: isModel ? .template : .registerRecord, sentences: extended(range), form: recordForm)
        }
        return nil
    }

    /// A range and the sentence that the last field introduces.
    private func extended(_ range: ClosedRange<Int>) -> ClosedRange<Int> {
        range.lowerBound...min(range.upperBound + 1, sentences.count - 1)
    }

    // MARK: Mentions

    /// What is printed on a decision: this decision, taken by an algorithm – and a right, an address, an appeal, a body.
    private var mention: Finding? {
        guard form != .table else { return nil }
        var best: (score: Int, range: ClosedRange<Int>)?
        for index in sentences.indices where isCore(index) {
            let range = passage(around: index)
            let around = sentences[range].reduce(into: ConceptSet()) { $0.formUnion($1.concepts) }
            guard !Traps.all(.mention, around) else { continue }
            let score = support(in: range, around)
            if score > (best?.score ?? 1) { best = (score, range) }
        }
        guard let best else { return nil }
        let blanks = sentences[best.range].count { $0.concepts.has(.blank) }
        let head = concepts(best.range.lowerBound, before: 5)
        let isModel = blanks > 1 || (blanks > 0 && (whole.has(.model) || head.has(.model)))
            || (head.has(.model) && form == .document)
        if !isModel, isTalk { return nil }
        return Finding(kind: isModel ? .template : .explicitMention, sentences: best.range, form: nil)
    }

    private func isCore(_ index: Int) -> Bool {
        let sentence = sentences[index]
        let here = sentence.concepts
        if sentence.isComment || (here.has(.negation) && !here.has(.notOnly)) { return false }
        guard here.hasAny(.algorithm, .automated) || (here.has(.statutoryRules) && here.has(.obtain)) else { return false }
        let near = concepts(index, before: 1, after: 1)
        if here.has(.thisDecision), here.hasAny(.algorithm, .automated), here.has(.basis) { return true }
        if here.has(.formula), here.has(.decision), near.hasAny(.thisDecision, .addressed) { return true }
        return here.has(.statutoryRules) && here.has(.obtain) && near.hasAny(.addressed, .thisDecision)
            && near.hasAny(.algorithm, .automated)
    }

    /// What speaks for a mention: two and more will do.
    private func support(in range: ClosedRange<Int>, _ around: ConceptSet) -> Int {
        var score = 0
        if around.has(.algorithm) { score += 1 }
        if around.has(.formula) { score += 1 }
        if range.contains(where: { sentences[$0].concepts.hasAll(.obtain, .statutoryRules) }) { score += 2 }
        if around.has(.cada) { score += 2 }
        if around.has(.citation) { score += 1 }
        if around.has(.publicBody) { score += 1 }
        if around.has(.explicitMention) { score += 1 }
        return score
    }

    /// The sentences about the treatment, around its core: from the first to the last that add to it.
    private func passage(around index: Int) -> ClosedRange<Int> {
        var first = index
        var last = index
        let telling: (ConceptSet) -> Bool = {
            $0.hasAny(.algorithm, .automated, .statutoryRules, .cada, .citation, .explicitMention, .formula)
                || $0.hasAll(.obtain, .contact) || $0.hasAll(.obtain, .rules)
        }
        for candidate in stride(from: index - 1, through: max(0, index - Reach.before), by: -1)
        where telling(sentences[candidate].concepts) { first = candidate }
        var candidate = index + 1
        while candidate < sentences.count, candidate <= last + Reach.near + 2, candidate <= index + Reach.after {
            if telling(sentences[candidate].concepts) { last = candidate }
            candidate += 1
        }
        if last + 1 < sentences.count, sentences[last + 1].concepts.has(.contact) { last += 1 }
        return first...last
    }

    /// Whether the text as a whole talks about the obligation.
    private var isTalk: Bool {
        let obligations = sentences.count {
            $0.concepts.has(.obligation) && $0.concepts.hasAny(.algorithm, .citation, .explicitMention, .formula)
        }
        return obligations > 1 || (obligations > 0 && whole.hasAny(.transparency, .legalCorpus))
    }

    // MARK: Inventories

    /// Several algorithms: the fields of the national template, or a title and a list under it.
    private var inventory: Finding? {
        guard form != .source, form != .translation, !sentences.isEmpty else { return nil }
        let all = whole
        guard all.has(.algorithm), all.has(.publicBody), !Traps.all(.inventory, all) else { return nil }
        let hits = reading.fields.filter { $0.form == .frenchInventory }
        let distinct = Set(hits.map(\.field)).count
        let title = sentences.firstIndex { $0.concepts.has(.inventoryTitle) && $0.words < 40 }
        let blanks = sentences.count { $0.concepts.has(.blank) || $0.concepts.has(.empty) }
        if distinct >= RecordForm.frenchInventory.threshold, title != nil || distinct > 5 {
            let range = min(title ?? hits[0].sentence, hits[0].sentence)...sentences.count - 1
            let isModel = blanks > 3 || all.has(.model)
            return Finding(kind: isModel ? .template : .inventory, sentences: range, form: .frenchInventory)
        }
        guard let title else { return nil }
        let items = sentences[title...].dropFirst().count { $0.concepts.hasAny(.algorithm, .calculation, .automated, .purpose) }
        guard items > 2, !isTalk else { return nil }
        return Finding(kind: .inventory, sentences: title...sentences.count - 1, form: nil)
    }

    // MARK: Publications

    /// The rules or the code that a public body uses, said so.
    private var publication: Finding? {
        guard form == .document || form == .markup || form == .source else { return nil }
        for index in sentences.indices {
            let here = sentences[index].concepts
            let near = concepts(index, after: 1)
            let isNamed = here.has(.publication) && here.has(.algorithm) && near.has(.publicBody)
            let isUsed = here.has(.publication) && near.hasAny(.calculation, .automated, .algorithm) && near.has(.publicBody)
                && near.has(.usedBy)
            guard isNamed || isUsed, !here.has(.obligation), !here.has(.negation) else { continue }
            if form == .source, !sentences[index].isComment { continue }
            let range = index...min(sentences.count - 1, index + 30)
            if Traps.all(.publication, concepts(index, before: 1, after: 2)) || isTalk { continue }
            return Finding(kind: .rulesPublication, sentences: range, form: nil)
        }
        return nil
    }

    // MARK: Talk

    private var discussion: Finding? {
        var first: Int?
        var last = 0
        for index in sentences.indices where isTalk(index) {
            if first == nil { first = index }
            last = index
        }
        return first.map { Finding(kind: .discussion, sentences: $0...last, form: nil) }
    }

    private func isTalk(_ index: Int) -> Bool {
        let here = sentences[index].concepts
        let near = concepts(index, before: 2, after: 2)
        if Traps.all(.discussion, near) { return false }
        if here.has(.citation), !here.has(.otherCode), near.hasAny(.algorithm, .automated, .explicitMention, .publicBody) {
            return true
        }
        if here.has(.explicitMention), near.has(.algorithm) { return true }
        if here.has(.transparency), near.hasAny(.publicBody, .obligation, .publication) { return true }
        if here.has(.registerName) { return true }
        if here.has(.inventoryTitle), near.has(.publicBody) { return true }
        return here.hasAll(.algorithm, .publicBody) && here.hasAny(.obligation, .formula)
    }
}

extension Reading {
    /// The lines from the first of the sentences to the last.
    func lines(of range: ClosedRange<Int>) -> ClosedRange<Int> {
        let first = sentences[range.lowerBound].lines.lowerBound
        return first...max(first, sentences[range.upperBound].lines.upperBound)
    }
}
