// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What `track` says of one commitment: its repositories, its status and the rule behind it, what changes in the table,
// and what a person should know or decide.

import Inventory

/// A commitment whose source code is promised or spoken of.
public struct TrackedRow: Sendable, Equatable {
    /// Its position in the table's rows.
    public let row: Int
    /// The line of the table it begins on, from 1.
    public let line: Int
    /// The record's id in a JSON table.
    public let id: String?
    /// `Titre`.
    public let title: String
    /// `Producteur`.
    public let producer: String
    /// What the four cells said.
    public let written: [SourceCodeField: String]
    /// What the four cells say now.
    public internal(set) var cells: [SourceCodeField: String]
    /// The status afterwards; nil for none, or words that are no status in use.
    public internal(set) var status: CodeStatus?
    /// Why.
    public internal(set) var rule: StatusRule
    /// The rule in a sentence; of several repositories, with how many there are of each state.
    public internal(set) var explanation: String
    /// The repositories it means, in the order of its addresses.
    public internal(set) var repositories: [TrackedRepository]
    /// Repositories that it may mean, for a person to confirm.
    public internal(set) var proposals: [Proposal]
    /// What changes in the table.
    public internal(set) var changes: [CellChange]
    /// What a person should know.
    public internal(set) var remarks: [Remark]
}

/// A cell that codescan fills in or changes.
public struct CellChange: Sendable, Equatable {
    /// The cell.
    public let field: SourceCodeField
    /// What it said.
    public let old: String
    /// What it says now.
    public let new: String
    /// Why, in a sentence.
    public let reason: String
}

/// Something that a person should know of a commitment, or of a file that was given.
public struct Remark: Sendable, Equatable {
    /// What it is about.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// A repository that was there and is not any more.
        case vanished
        /// A repository of an account that the inventory has, without it.
        case absent
        /// The table and the inventory contradict each other.
        case contradiction
        /// The repository has another name or owner now.
        case moved
        /// Outside what the inventory looked at, or ignored by inventory.yml.
        case notLookedAt
        /// The repository could not be read.
        case unread
        /// Open by its content, not proven public by the day in question.
        case unproven
        /// The status is none of those in use.
        case unknownStatus
        /// The expected date is past.
        case overdue
        /// Planned, without a date.
        case noDate
        /// The licence needs an approval, or its declarations contradict each other.
        case license
        /// The repository is archived.
        case archived
        /// A cell that could not be written.
        case notWritten
        /// A decision that no longer holds, or contradicts another or the table.
        case decision

        /// Whether it is said on the terminal whatever else is.
        public var isLoud: Bool {
            switch self {
            case .vanished, .absent, .contradiction, .notWritten, .decision: true
            default: false
            }
        }

        /// What is said first: that code is gone, that it may be, then all else.
        fileprivate var rank: Int { self == .vanished ? 0 : self == .absent ? 1 : 2 }
    }

    /// What it is about.
    public let kind: Kind
    /// The sentence.
    public let message: String
}

/// What `track` concludes of a table.
public struct TrackingResult: Sendable {
    /// The table, as it came.
    public let table: TrackingTable
    /// The inventory that was asked.
    public let inventory: Inventory
    /// The day that is spoken of (yyyy-mm-dd); nil when the inventory has none.
    public let day: String?
    /// Whether that day is a past one, of which publication must be proven.
    public let isPast: Bool
    /// The commitments with source code, in the order of the table; other people's rows are not here.
    public let rows: [TrackedRow]
    /// What changed since the inventory of last time; nil without one.
    public let changes: InventoryDiff?
    /// What is to be said of the files that were given.
    public let remarks: [Remark]

    /// The cells that change.
    public var edits: [CellEdit] {
        rows.flatMap { row in row.changes.map { CellEdit(row: row.row, field: $0.field, text: $0.new) } }
    }

    /// The table with its source-code column filled in; the same bytes when nothing changes.
    public var bytes: [UInt8] { table.bytes(with: edits) }
}

extension TrackingResult {
    /// How many commitments have each status afterwards, in the order of `CodeStatus`; nil last, for none and other words.
    public var countsByStatus: [(status: CodeStatus?, count: Int)] {
        (CodeStatus.allCases.map(Optional.some) + [nil]).map { status in (status, rows.count { $0.status == status }) }
    }
}

extension Sequence {
    /// The elements whose remark is loud, the gravest first, else in their order.
    public func loudest(_ remark: (Element) -> Remark) -> [Element] {
        let loud = filter { remark($0).kind.isLoud }
        return (0...2).flatMap { rank in loud.filter { remark($0).kind.rank == rank } }
    }
}
