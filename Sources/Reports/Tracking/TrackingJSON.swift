// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What `track` concluded, for programs: Schemas/track.schema.json as Swift values.

import Foundation
import Inventory
import Licensing
import Tracking

/// `codescan track --report suivi.json`.
public enum TrackingJSON {
    /// The report in UTF-8, with a newline at the end.
    public static func data(_ result: TrackingResult) throws -> Data {
        try JSONEncoder.report(.prettyPrinted).encode(Document(result)) + Data("\n".utf8)
    }

    private struct Document: Encodable {
        var schemaVersion = 1
        var tool: Inventory.Tool
        var table: String
        @Null var asOf: String?
        var isPast: Bool
        var summary: Summary
        var rows: [Row]
        var remarks: [Note]
        var ministries: [Ministry]
        @Null var changes: InventoryDiff?

        init(_ result: TrackingResult) {
            tool = .init(
                name: "codescan", version: CodescanVersion.current, index: result.inventory.tool.index)
            table = result.table.file
            asOf = result.day
            isPast = result.isPast
            summary = Summary(result)
            rows = result.rows.map { Row($0, result.inventory) }
            remarks = result.remarks.map(Note.init)
            ministries = result.inventory.ministries.map(Ministry.init)
            changes = result.changes
        }
    }

    private struct Summary: Encodable {
        var rows: Int
        var sourceCode: Int
        var byStatus: [String: Int]
        var changedCells: Int
        var changedRows: Int
        var proposals: Int
        var remarks: [String: Int]

        init(_ result: TrackingResult) {
            rows = result.table.rows.count
            sourceCode = result.rows.count
            byStatus = Dictionary(
                uniqueKeysWithValues: result.countsByStatus.map { ($0.status?.rawValue ?? "other", $0.count) })
            changedCells = result.rows.reduce(0) { $0 + $1.changes.count }
            changedRows = result.rows.count { !$0.changes.isEmpty }
            proposals = result.rows.reduce(0) { $0 + $1.proposals.count }
            remarks = Dictionary(uniqueKeysWithValues: Remark.Kind.allCases.map { ($0.rawValue, 0) })
            for remark in result.rows.flatMap(\.remarks) + result.remarks {
                remarks[remark.kind.rawValue, default: 0] += 1
            }
        }
    }

    private struct Row: Encodable {
        var line: Int
        @Null var id: String?
        var title: String
        var producer: String
        @Null var status: String?
        var rule: String
        var explanation: String
        var before: [String: String]
        var after: [String: String]
        var changes: [Change]
        var repositories: [Repository]
        var proposals: [Candidate]
        var remarks: [Note]

        init(_ row: TrackedRow, _ inventory: Inventory) {
            line = row.line
            id = row.id
            title = row.title
            producer = row.producer
            status = row.status?.rawValue
            rule = row.rule.rawValue
            explanation = row.explanation
            before = Self.named(row.written)
            after = Self.named(row.cells)
            changes = row.changes.map(Change.init)
            repositories = row.repositories.map { Repository($0, inventory.entries[$0.position]) }
            proposals = row.proposals.map { Candidate($0, inventory.entries[$0.position]) }
            remarks = row.remarks.map(Note.init)
        }

        private static func named(_ cells: [SourceCodeField: String]) -> [String: String] {
            Dictionary(uniqueKeysWithValues: cells.map { ($0.rawValue, $1) })
        }
    }

    private struct Change: Encodable {
        var field: String
        var old: String
        var new: String
        var reason: String

        init(_ change: CellChange) {
            field = change.field.rawValue
            old = change.old
            new = change.new
            reason = change.reason
        }
    }

    private struct Repository: Encodable {
        var repository: String
        var url: String
        var foundBy: String
        var state: String
        var counts: Bool
        @Null var license: String?
        var freeSoftware: String
        var decree: String
        @Null var lastActivity: String?

        init(_ repository: TrackedRepository, _ entry: InventoryEntry) {
            self.repository = entry.fullName
            url = entry.address
            foundBy = repository.foundBy.rawValue
            state = repository.state.rawValue
            counts = repository.counts
            license = entry.license.expression?.description
            freeSoftware = entry.license.freeSoftware.rawValue
            decree = entry.license.decree.rawValue
            lastActivity = entry.lastActivity
        }
    }

    private struct Candidate: Encodable {
        var repository: String
        var url: String
        var score: Double
        var reason: String

        init(_ proposal: Proposal, _ entry: InventoryEntry) {
            repository = entry.fullName
            url = entry.address
            score = proposal.score
            reason = proposal.reason
        }
    }

    private struct Note: Encodable {
        var kind: String
        var message: String

        init(_ remark: Remark) {
            kind = remark.kind.rawValue
            message = remark.message
        }
    }

    private struct Ministry: Encodable {
        @Null var ministry: String?
        var repositories: Int
        var withLicense: Int
        var free: Int
        var inDecree: Int
        var withNotices: Int
        @Null var lastActivity: String?

        init(_ activity: MinistryActivity) {
            ministry = activity.ministry
            repositories = activity.repositories
            withLicense = activity.withLicense
            free = activity.free
            inDecree = activity.inDecree
            withNotices = activity.withNotices
            lastActivity = activity.lastActivity
        }
    }
}

/// A value that is written as null where it is not known, instead of being left out.
@propertyWrapper
struct Null<Value: Encodable>: Encodable {
    var wrappedValue: Value?

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
    }
}
