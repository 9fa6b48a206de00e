// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What looks like a notice and is none. Each trap names itself, the kinds it keeps a text from, the concepts that spring
// it and those that disarm it.

struct Trap {
    /// What a trap keeps a text from being.
    enum Claim { case mention, inventory, publication, discussion, record }

    var name: String
    var claims: [Claim]
    /// All of these spring it…
    var when: [Concept]
    /// … unless one of these is there.
    var unless: [Concept]
}

enum Traps {
    static let table: [Trap] = [
        Trap(
            name: "a privacy notice on automated decisions (GDPR), without the law on algorithms",
            claims: [.mention], when: [.privacy], unless: [.cada, .citation, .formula, .statutoryRules]),
        Trap(
            name: "a private firm's algorithm", claims: [.mention, .publication],
            when: [.privateFirm], unless: [.cada, .citation, .publicBody]),
        Trap(
            name: "an explicit mention of something else: property, a link, a source",
            claims: [.mention, .discussion], when: [.otherMention], unless: [.algorithm]),
        Trap(
            name: "the same article number of another code", claims: [.mention, .discussion],
            when: [.citation, .otherCode], unless: [.algorithm, .automated, .explicitMention]),
        Trap(
            name: "an inventory of cryptographic algorithms", claims: [.inventory, .discussion], when: [.cryptography],
            unless: [.citation, .calculation]),
        Trap(
            name: "a policy of opening data, algorithms and source codes", claims: [.publication],
            when: [.openGovernment],
            unless: []),
        Trap(name: "what is to be published one day", claims: [.publication], when: [.plan], unless: []),
        Trap(name: "a guide for administrations", claims: [.publication], when: [.guide], unless: []),
        Trap(
            name: "a public register and its software, not an algorithm", claims: [.publication], when: [.registerName],
            unless: []),
        Trap(name: "invented data", claims: [.inventory, .mention, .publication], when: [.fictitious], unless: []),
        Trap(name: "a schema of records, not a record", claims: [.record, .inventory], when: [.schema], unless: []),
    ]

    /// Whether any trap keeps the text from being this.
    static func all(_ claim: Trap.Claim, _ concepts: ConceptSet) -> Bool {
        table.contains { trap in
            trap.claims.contains(claim) && trap.when.allSatisfy(concepts.has)
                && !trap.unless.contains(where: concepts.has)
        }
    }
}
