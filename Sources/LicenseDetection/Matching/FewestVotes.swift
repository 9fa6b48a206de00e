// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// With how few votes a rule is worth an alignment. The question is asked of every rule that a text gives a vote, thousands for
// a page, so the answers stand close together, where the processor keeps them, and not in the rules' records.

import Synchronization

/// The fewest votes for each rule, made from the records when they are first asked for.
final class FewestVotes: Sendable {
    /// What one rule needs.
    struct Needed {
        /// To be nominated by votes alone.
        var votes: UInt16
        /// To be more than chance, whatever else speaks for the rule.
        var moreThanChance: UInt16
    }

    /// What each rule needs, and the least that any of them does.
    struct Table {
        fileprivate(set) var rules: [Needed] = []
        fileprivate(set) var least = Int.max

        subscript(_ rule: Int) -> Needed { rules[rule] }
    }

    private let table = Mutex(Table())

    func callAsFunction(of rules: IndexTable<RuleRecord>) -> Table {
        table.withLock { table in
            if table.rules.isEmpty {
                for rule in rules.all {
                    let needed = Self.needed(by: rule)
                    table.rules.append(needed)
                    if rule.has(RuleRecord.approximate) { table.least = min(table.least, Int(needed.moreThanChance)) }
                }
            }
            return table
        }
    }

    /// The share of a rule's runs that must stand in a block: little, since an edit breaks four runs and a block may hold
    /// part of a text, but more where hardly a word may be missing (see `minimumCoverage`).
    static func neededShare(of record: RuleRecord) -> Double {
        switch record.wordCount {
        case ..<40: 0.5
        case ..<100: 0.3
        default: 0.2
        }
    }

    /// What part of the rule's runs the votes are.
    static func share(_ votes: Int, of record: RuleRecord) -> Double {
        Double(votes) / Double(max(1, record.gramCount))
    }

    private static func needed(by record: RuleRecord) -> Needed {
        // Two of a few runs, or four.
        let moreThanChance = min(4, max(2, (Int(record.gramCount) + 1) / 2))
        var votes = max(moreThanChance, Int(neededShare(of: record) * Double(record.gramCount)))
        while share(votes, of: record) < neededShare(of: record) { votes += 1 }
        return Needed(votes: UInt16(clamping: votes), moreThanChance: UInt16(moreThanChance))
    }
}
