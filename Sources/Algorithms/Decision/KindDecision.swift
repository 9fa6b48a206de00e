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
        /// Sentences of something else that a notice may hold; its right and its appeal may stand further.
        static let gap = 4
        static let before = 6
        static let after = 14
        static let publication = 30
        static let list = 40
        static let table = 30
        static let record = 80
        /// Sentences in which a page has its title, and a service says how it works.
        static let title = 4
        static let service = 10
        /// The first sentences of a program, and its first lines, where it says what it is.
        static let header = 12
        static let headerLines = 60
        /// Words of a sentence; what has more is a list of files or of changes, in which words stand together by chance.
        static let sentence = 200
    }

    private let reading: Reading
    private let form: TextForm
    /// Every concept of the text.
    private let whole: ConceptSet
    /// Whether the text as a whole talks about the obligation.
    private let isTalk: Bool

    init(_ reading: Reading, _ form: TextForm) {
        self.reading = reading
        self.form = form
        let whole = reading.sentences.reduce(into: ConceptSet()) { $0.formUnion($1.concepts) }
        let law = reading.sentences.filter { $0.concepts.hasAny(.algorithm, .citation, .explicitMention, .formula) }
        let obligations = law.count { $0.concepts.has(.obligation) }
        self.whole = whole
        isTalk =
            obligations > 1 || law.contains { $0.concepts.has(.general) }
            || (obligations > 0 && whole.hasAny(.transparency, .legalCorpus))
    }

    var finding: Finding? {
        if form == .test { return discussion }
        return record ?? mention ?? inventory ?? publication ?? discussion
    }

    private var sentences: [Sentence] { reading.sentences }

    /// The concepts of a sentence and its neighbours.
    private func concepts(_ index: Int, before: Int = 0, after: Int = 0) -> ConceptSet {
        sentences[max(0, index - before)...min(sentences.count - 1, index + after)]
            .reduce(into: ConceptSet()) { $0.formUnion($1.concepts) }
    }

    // MARK: Registers

    /// A register's form: enough of its fields close together, with an algorithm in it, filled in.
    private var record: Finding? {
        guard form != .source, !sentences.isEmpty else { return nil }
        let all = whole
        let isNamed = all.has(.algorithm) || all.has(.registerName)
        for recordForm in [RecordForm.dutchRegister, .britishRecord, .cityRegister] {
            let needed = isNamed ? recordForm.threshold : 2 * recordForm.threshold - 2
            guard let range = densest(recordForm, needed, within: Reach.record), !Traps.all(.record, all) else {
                continue
            }
            let parts = sentences[range]
            let empty = parts.count { $0.concepts.has(.empty) }
            let hits = firsts(of: recordForm, in: range)
            let unfilled = hits.count { concepts($0.sentence, after: 1).has(.empty) }
            let isModel =
                parts.count { $0.concepts.has(.blank) } > 2 || (form == .document && all.has(.model))
                || (form == .document && empty > 3)
                || (form == .data && (empty * 4 > parts.count || unfilled * 2 > hits.count))
            return Finding(kind: isModel ? .template : .registerRecord, sentences: extended(range), form: recordForm)
        }
        return nil
    }

    /// The sentences of a form's fields, when enough of them stand close together: a page where the words happen to be
    /// somewhere is no form.
    private func densest(_ recordForm: RecordForm, _ needed: Int, within reach: Int) -> ClosedRange<Int>? {
        let hits = reading.fields.filter { $0.form == recordForm }
        var start = 0
        for (index, hit) in hits.enumerated() {
            while hit.sentence - hits[start].sentence > reach { start += 1 }
            guard index - start + 1 >= needed else { continue }
            let distinct = Set(hits[start...index].map(\.field))
            let own = distinct.subtracting(recordForm.commonFields).count
            if distinct.count >= needed, own >= recordForm.ownThreshold {
                return hits[start].sentence...hits[hits.count - 1].sentence
            }
        }
        return nil
    }

    /// Each field where it stands first: behind the form, a list may repeat common names.
    private func firsts(of recordForm: RecordForm, in range: ClosedRange<Int>) -> [FieldHit] {
        var seen: Set<Int> = []
        return reading.fields.filter {
            $0.form == recordForm && range.contains($0.sentence) && seen.insert($0.field).inserted
        }
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
            if let score = support(of: index, in: range, around), score > (best?.score ?? 0) { best = (score, range) }
        }
        guard let best else { return nil }
        let blanks = sentences[best.range].count { $0.concepts.has(.blank) }
        let head = concepts(best.range.lowerBound, before: 5)
        let isInstructed = (form == .document || form == .markup) && head.hasAll(.model, .instruction)
        let isModel =
            blanks > 1 || (blanks > 0 && (whole.hasAny(.model, .instruction) || head.has(.instruction)))
            || (head.has(.model) && form == .document) || isInstructed
        if !isModel, isTalk { return nil }
        return Finding(kind: isModel ? .template : .explicitMention, sentences: best.range, form: nil)
    }

    /// A sentence that says, of no decision in general, that an algorithm made or helped to make it.
    private func isCore(_ index: Int) -> Bool {
        let here = sentences[index].concepts
        if sentences[index].isComment || here.has(.general) || (here.has(.negation) && !here.has(.notOnly)) {
            return false
        }
        if here.has(.publication), here.hasAll(.algorithm, .publicBody) { return false }
        if here.has(.obligation), !here.hasAny(.thisDecision, .addressed) { return false }
        if here.hasAny(.algorithm, .automated), here.has(.basis) {
            return here.hasAny(.thisDecision, .decision, .addressed, .purpose, .publicBody)
        }
        return here.hasAll(.statutoryRules, .obtain) && here.hasAny(.addressed, .thisDecision)
            && concepts(index, before: 1, after: 1).hasAny(.algorithm, .automated)
    }

    /// How strongly a passage speaks for a mention; nil when it does not.
    private func support(of core: Int, in range: ClosedRange<Int>, _ around: ConceptSet) -> Int? {
        let here = sentences[core].concepts
        let grantsRight = range.contains { sentences[$0].concepts.hasAll(.obtain, .statutoryRules) }
        let isOfBody = around.hasAny(.publicBody, .anyBody, .citation, .cada, .formula)
        let isAtHand =
            here.has(.thisDecision)
            || (here.has(.formula) && concepts(core, before: 1, after: 1).hasAny(.addressed, .thisDecision))
        let isEnough =
            around.has(.algorithm)
            ? (grantsRight && isOfBody && (isAtHand || around.hasAny(.addressed, .cada, .citation)))
                || (around.has(.cada) && around.hasAny(.decision, .thisDecision)) || (isAtHand && isOfBody)
            : here.has(.thisDecision) && grantsRight && isOfBody
        guard isEnough else { return nil }
        return [grantsRight, isAtHand, around.has(.cada), around.has(.citation), around.has(.formula), isOfBody]
            .count { $0 }
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
        while candidate < sentences.count, candidate <= index + Reach.after {
            let here = sentences[candidate].concepts
            let isNear = candidate <= last + Reach.gap
            if isNear ? telling(here) : here.hasAll(.obtain, .statutoryRules) || here.has(.cada) { last = candidate }
            candidate += 1
        }
        if last + 1 < sentences.count, sentences[last + 1].concepts.has(.contact) { last += 1 }
        return first...last
    }

    // MARK: Inventories

    /// Several algorithms: the fields of the national template, or a title and a list under it.
    private var inventory: Finding? {
        guard form != .source, form != .translation, !sentences.isEmpty else { return nil }
        let all = whole
        guard all.has(.algorithm), all.hasAny(.publicBody, .anyBody), !Traps.all(.inventory, all) else { return nil }
        let title = sentences.indices.first {
            sentences[$0].concepts.has(.inventoryTitle) && sentences[$0].words < 25
                && concepts($0, before: 1, after: 2).hasAny(.publicBody, .anyBody, .transparency)
        }
        let isTabular = form == .table || form == .data
        if title != nil || isTabular,
            let fields = densest(.frenchInventory, RecordForm.frenchInventory.threshold, within: Reach.table),
            title != nil || sentences[fields].prefix(Reach.table).contains(where: { $0.concepts.has(.algorithm) })
        {
            let range = min(title ?? fields.lowerBound, fields.lowerBound)...sentences.count - 1
            let blanks = sentences[range].count { $0.concepts.hasAny(.blank, .empty) }
            let instructions = sentences[range].count { $0.concepts.has(.instruction) }
            let isModel = blanks > 3 || all.has(.model) || instructions > 1
            return Finding(kind: isModel ? .template : .inventory, sentences: range, form: .frenchInventory)
        }
        guard let title, form != .data, !isTalk else { return nil }
        let listed = sentences[title...].dropFirst().prefix(Reach.list)
        guard listed.count(where: { $0.concepts.hasAny(.calculation, .contribution, .purpose, .publicBody) }) > 1 else {
            return nil
        }
        return Finding(kind: .inventory, sentences: title...sentences.count - 1, form: nil)
    }

    // MARK: Publications

    /// The rules or the code that a public body uses, said so.
    private var publication: Finding? {
        guard form == .document || form == .markup || form == .source, !whole.has(.interface) else { return nil }
        for index in sentences.indices where isPublication(index) || isExplanation(index) || isService(index) {
            return Finding(
                kind: .rulesPublication, sentences: index...min(sentences.count - 1, index + Reach.publication),
                form: nil)
        }
        return nil
    }

    private func isPublication(_ index: Int) -> Bool {
        if sentences[index].words > Reach.sentence { return false }
        let here = sentences[index].concepts
        let next = min(index + 1, sentences.count - 1)
        let near = sentences[next].words > Reach.sentence ? here : concepts(index, after: 1)
        if here.hasAny(.general, .negation) || (here.has(.obligation) && !here.has(.publicBody)) { return false }
        if form == .source, index > Reach.header || sentences[index].lines.lowerBound > Reach.headerLines {
            return false
        }
        if Traps.all(.publication, concepts(index, before: 1, after: 2))
            || concepts(index, before: 1, after: 1).has(.general)
        {
            return false
        }
        if here.has(.publishedAlgorithms), !isTalk { return true }
        guard near.has(.publicBody) else { return false }
        let isNamed =
            here.hasAll(.algorithm, .publicBody) && near.has(.publication)
            && near.hasAny(.usedBy, .calculation, .program) && !near.has(.transparency)
        let isUsed =
            here.hasAny(.program, .automated, .usedBy) && here.hasAny(.publicBody, .calculation)
            && near.hasAll(.calculation, .usedBy) && concepts(index, before: 2, after: 1).has(.publication)
        return isNamed || isUsed
    }

    /// A page that explains a public body's algorithm: its title says so, and it tells what is done with which data.
    private func isExplanation(_ index: Int) -> Bool {
        let here = sentences[index]
        guard form == .document, index < Reach.title, here.words < 15, here.concepts.has(.explanation) else {
            return false
        }
        let told = sentences[index...].prefix(Reach.publication)
        let around = told.reduce(into: ConceptSet()) { $0.formUnion($1.concepts) }
        return around.hasAny(.publicBody, .anyBody) && whole.has(.publication) && !around.has(.guide)
            && around.has(.automated) && around.hasAny(.data, .operations, .parameters)
    }

    /// A public body's service that says by which algorithm it computes what it shows.
    private func isService(_ index: Int) -> Bool {
        guard form == .document, sentences[index].concepts.hasAll(.serviceOf, .publicBody) else { return false }
        let told = sentences[index...].prefix(Reach.service)
        return told.contains { $0.concepts.hasAll(.algorithm, .basis) && !$0.concepts.hasAny(.negation, .general) }
            && told.contains { $0.concepts.has(.automated) } && !Traps.all(.publication, sentences[index].concepts)
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
        if here.has(.treatment), form == .document, whole.has(.publicBody) { return true }
        if here.has(.citation), !here.has(.otherCode) {
            return near.hasAny(.algorithm, .automated, .explicitMention, .publicBody)
        }
        if form == .test { return false }
        let isOfLaw = here.hasAny(.rules, .statutoryRules, .explicitMention, .transparency, .formula, .citation)
        if here.hasAll(.algorithm, .decision), here.hasAny(.obligation, .explicitMention), isOfLaw { return true }
        if here.hasAll(.explicitMention, .algorithm), here.hasAny(.formula, .publicBody, .anyBody) { return true }
        if here.has(.transparency), near.hasAny(.publicBody, .anyBody, .obligation) { return true }
        if here.has(.registerName), form != .source { return true }
        if here.has(.inventoryTitle), here.has(.formula) || near.hasAny(.publicBody, .anyBody) { return true }
        return here.has(.general) && here.hasAll(.algorithm, .decision)
    }
}

extension Reading {
    /// The lines from the first of the sentences to the last.
    func lines(of range: ClosedRange<Int>) -> ClosedRange<Int> {
        let first = sentences[range.lowerBound].lines.lowerBound
        return first...max(first, sentences[range.upperBound].lines.upperBound)
    }
}
