// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// With how few votes a rule is worth an alignment. The question is asked of every rule that a text gives a vote, thousands for
// a page, so the answers stand close together, where the processor keeps them, and not in the rules' records.

import Synchronization

/// The fewest votes for each rule, made from the records when they are first asked for.
final class FewestVotes: Sendable {
    /// With how few votes a rule is nominated.
    struct Bounds {
        /// By its votes alone.
        let alone: UInt16
        /// Beside exact matches that may hold more of it: fewer are chance.
        let beside: UInt16

        fileprivate init(_ record: RuleRecord) {
            var votes = 2
            while !FewestVotes.areMoreThanChance(votes, of: record) { votes += 1 }
            beside = UInt16(votes)
            votes = max(votes, Int(FewestVotes.neededShare(of: record) * Double(record.gramCount)))
            while FewestVotes.share(votes, of: record) < FewestVotes.neededShare(of: record) { votes += 1 }
            alone = UInt16(clamping: votes)
        }
    }

    private let table = Mutex<[Bounds]>([])

    func callAsFunction(of rules: IndexTable<RuleRecord>) -> [Bounds] {
        table.withLock { table in
            if table.isEmpty { table = (0..<rules.count).map { Bounds(rules[$0]) } }
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

    /// Whether so many votes are enough to be more than chance: two of a few runs, or four.
    private static func areMoreThanChance(_ votes: Int, of record: RuleRecord) -> Bool {
        votes >= 4 || (votes >= 2 && share(votes, of: record) >= 0.5)
    }

    /// What part of the rule's runs the votes are.
    static func share(_ votes: Int, of record: RuleRecord) -> Double {
        Double(votes) / Double(max(1, record.gramCount))
    }
}
