// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a sentence can speak of, as far as notices are concerned. The words are in the tables by language.

/// A thing that phrases speak of.
enum Concept: UInt8, CaseIterable, Sendable {
    // The treatment and the decision.
    /// An algorithm, in so many words.
    case algorithm
    /// Another word for a computation that may be one.
    case automated
    case decision
    /// The decision, award, ranking … at hand: this one, yours.
    case thisDecision
    /// A person is spoken to.
    case addressed
    /// Taken on the basis of, by means of, with the help of.
    case basis
    /// The law's own words: a decision taken on the basis of an algorithmic treatment.
    case formula
    /// Any decision, every decision: the law speaks so, a letter does not.
    case general
    /// No algorithm is involved.
    case negation
    /// "Not only": what a negation does not deny.
    case notOnly

    // The elements.
    /// A public body by its name or kind.
    case publicBody
    /// "The administration", whichever it is.
    case anyBody
    case purpose
    case rules
    /// The rules that define the treatment, the main features of its application.
    case statutoryRules
    case obtain
    case contact
    case cada
    case contribution
    case data
    case parameters
    case operations

    // Publication and inventory.
    /// Code, a program, rules: what can be published.
    case program
    case publication
    /// Public algorithms, said to be coded or published here.
    case publishedAlgorithms
    case usedBy
    /// What administrations compute: taxes, benefits, rankings.
    case calculation
    case inventoryTitle
    /// A title that promises an explanation of an algorithm.
    case explanation
    /// A service, and who offers it.
    case serviceOf
    /// The law's own name for what an algorithm does.
    case treatment

    // Talk.
    case citation
    case explicitMention
    case obligation
    case transparency
    case registerName

    // Models.
    case blank
    /// Words that say a text is a model.
    case model
    /// Words that tell a person to fill something in.
    case instruction

    // Traps.
    case otherCode
    case otherMention
    case privacy
    case privateFirm
    /// Data, algorithms and source codes, named in one breath.
    case openGovernment
    /// What is to be done, in a road map or a list of commitments.
    case plan
    /// A guide for those who do it.
    case guide
    /// The reference of a programming interface.
    case interface
    case cryptography
    case fictitious
    case legalCorpus
    case schema
    /// A field without a value.
    case empty

    /// The phrases of every language.
    var phrases: [String] {
        [FrenchPhrases.table, EnglishPhrases.table, DutchPhrases.table].flatMap { table in
            (table[self] ?? "").split(separator: "\n").map { String($0) }
        }
    }
}

/// A set of concepts.
struct ConceptSet: OptionSet, Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }
    init(_ concepts: [Concept]) { self.init(rawValue: concepts.reduce(0) { $0 | 1 << UInt64($1.rawValue) }) }

    mutating func insert(_ concept: Concept) { self = ConceptSet(rawValue: rawValue | 1 << UInt64(concept.rawValue)) }

    /// Whether the concept is in it.
    func has(_ concept: Concept) -> Bool { rawValue & 1 << UInt64(concept.rawValue) != 0 }
    /// Whether any of the concepts is in it.
    func hasAny(_ concepts: Concept...) -> Bool { concepts.contains(where: has) }
    /// Whether all of the concepts are in it.
    func hasAll(_ concepts: Concept...) -> Bool { concepts.allSatisfy(has) }
}
