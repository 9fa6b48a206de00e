// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What changed from one inventory to another: a flat list, each change with what it was and what it is.
//
//     let diff = InventoryDiff(from: last, to: today)
//     for change in diff.changes { print(change.repository.fullName, change.what, change.from, change.to) }

import Algorithms
import Licensing

/// The changes between two inventories.
public struct InventoryDiff: Codable, Sendable, Equatable {
    /// The version of this format.
    public static let currentSchemaVersion = 1

    /// The version of the format this is in.
    public var schemaVersion = InventoryDiff.currentSchemaVersion
    /// The earlier inventory.
    public var from: Side
    /// The later one.
    public var to: Side
    /// How many changes of each kind; keys are `Change.What` raw values, each is present.
    public var summary: [String: Int]
    /// In order of forge, owner and name; of one repository, in the order of `Change.What`.
    public var changes: [Change]

    /// One of the two inventories.
    public struct Side: Codable, Sendable, Equatable {
        /// The day it speaks of (RFC 3339).
        public var asOf: String?
        /// How many entries it has.
        public var repositories: Int
        /// The program's and the licence data's versions: a newer one can conclude otherwise from the same content.
        public var tool: Inventory.Tool

        init(_ inventory: Inventory) {
            asOf = inventory.asOf
            repositories = inventory.entries.count
            tool = inventory.tool
        }
    }

    /// A repository by its place.
    public struct Name: Codable, Sendable, Equatable, Hashable {
        /// The forge's host name.
        public var forge: String?
        /// Organisation, group or group path.
        public var owner: String?
        /// The repository's name.
        public var name: String
        /// Where codescan read it.
        public var path: String

        /// `forge/owner/name`, as far as they are known.
        public var fullName: String { [forge, owner, name].compactMap(\.self).joined(separator: "/") }
    }

    /// One thing that changed.
    public struct Change: Codable, Sendable, Equatable {
        /// What changed; `from` and `to` hold the values it names.
        public enum What: String, Codable, Sendable, CaseIterable {
            /// The repository is new; `to` is its licence's expression, null without one.
            case appeared
            /// The repository is there no more; `from` is its licence's expression.
            case vanished
            /// The forge no longer lists the repository, though its mirror is kept; `to` is the date.
            case removedFromForge
            /// The forge lists it again; `from` is the date since which it did not.
            case listedAgain
            /// `inventory.yml` tells to ignore it; `to` is the day since which.
            case ignored
            /// The same repository under another name; `from` and `to` are `forge/owner/name`.
            case renamed
            /// It could not be read any more; `to` is the error. What it holds is then not compared.
            case unreadable
            /// It can be read again; `from` is the error.
            case readable
            /// software, data, documentation, mixed, empty.
            case kind
            /// Declarations contradict one another by now; `from` is the former status, `to` names the contradictions.
            case newlyConflicting
            /// declared, conflicting, unrecognized, missing.
            case licenseStatus
            /// SPDX expressions; null where there is none.
            case license
            /// free, dataLicense, nonFree, unknown, none.
            case freeSoftware
            /// permissive, reciprocity, data, notListed, none.
            case decree
            /// A notice about an algorithm; `to` is its kind and `place` its path.
            case noticeGained
            /// A notice about an algorithm; `from` is its kind and `place` its path.
            case noticeLost
            /// "true" or "false"; null where the forge has not said.
            case archived
        }

        /// The repository, as the later inventory names it where it is there.
        public var repository: Name
        /// What changed.
        public var what: What
        /// What it was; null for nothing.
        public var from: String?
        /// What it is; null for nothing.
        public var to: String?
        /// The file that it is about; null for the repository as a whole.
        public var place: String?
    }

    /// What changed between two inventories.
    public init(from old: Inventory, to new: Inventory) {
        from = Side(old)
        to = Side(new)
        let pairs = EntryPairs(old, new)
        let order = Dictionary(uniqueKeysWithValues: Change.What.allCases.enumerated().map { ($1, $0) })
        changes = pairs.all.flatMap(Self.changes).enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            let names = (one.repository.sortKey, other.repository.sortKey)
            if names.0 != names.1 { return names.0.lexicographicallyPrecedes(names.1) }
            return (order[one.what] ?? 0, left.offset) < (order[other.what] ?? 0, right.offset)
        }.map(\.element)
        let counts = Dictionary(grouping: changes, by: \.what.rawValue).mapValues(\.count)
        summary = Dictionary(
            uniqueKeysWithValues: Change.What.allCases.map { ($0.rawValue, counts[$0.rawValue] ?? 0) })
    }

    private static func changes(of pair: EntryPairs.Pair) -> [Change] {
        switch pair {
        case .onlyNew(let entry):
            return [Change(repository: entry.diffName, what: .appeared, to: entry.license.expression?.description)]
        case .onlyOld(let entry, let ignoredSince?):
            return [
                Change(
                    repository: entry.diffName, what: .ignored, from: entry.license.expression?.description,
                    to: ignoredSince)
            ]
        case .onlyOld(let entry, nil):
            return [Change(repository: entry.diffName, what: .vanished, from: entry.license.expression?.description)]
        case .both(let old, let new):
            return EntryComparison(old: old, new: new).changes
        }
    }
}

extension InventoryDiff.Name {
    fileprivate var sortKey: [String] { [forge ?? "", owner ?? "", name, path] }
}

extension InventoryEntry {
    var diffName: InventoryDiff.Name { .init(forge: forge, owner: owner, name: name, path: path) }
}

/// What changed in one repository.
private struct EntryComparison {
    let old: InventoryEntry
    let new: InventoryEntry

    var changes: [InventoryDiff.Change] {
        var changes: [InventoryDiff.Change] = []
        func note(_ what: InventoryDiff.Change.What, _ from: String?, _ to: String?, place: String? = nil) {
            guard from != to else { return }
            changes.append(.init(repository: new.diffName, what: what, from: from, to: to, place: place))
        }
        let (oldName, newName) = (old.diffName.fullName, new.diffName.fullName)
        note(.renamed, oldName, newName)
        let (oldGone, newGone) = (old.forgeRecord?.vanishedSince, new.forgeRecord?.vanishedSince)
        if let newGone, oldGone == nil { note(.removedFromForge, nil, newGone) }
        if let oldGone, newGone == nil, new.forgeRecord != nil { note(.listedAgain, oldGone, nil) }
        // Where the forge has only been asked since, or was not asked for a past day, nothing changed.
        if old.archived != nil, new.archived != nil {
            note(.archived, old.archived.map(String.init), new.archived.map(String.init))
        }
        guard old.isRead, new.isRead else {
            if old.isRead { note(.unreadable, nil, new.errors.first ?? "") }
            if new.isRead { note(.readable, old.errors.first ?? "", nil) }
            return changes
        }
        note(.kind, old.kind?.rawValue, new.kind?.rawValue)
        if new.license.status == .conflicting, old.license.status != .conflicting {
            note(.newlyConflicting, old.license.status.rawValue, new.license.conflicts.joined(separator: "; "))
        } else {
            note(.licenseStatus, old.license.status.rawValue, new.license.status.rawValue)
        }
        note(.license, old.license.expression?.description, new.license.expression?.description)
        note(.freeSoftware, old.license.freeSoftware.rawValue, new.license.freeSoftware.rawValue)
        note(.decree, old.license.decree.rawValue, new.license.decree.rawValue)
        let (before, after) = (Self.notices(old), Self.notices(new))
        for (kind, path) in after.subtracting(before).sorted() { note(.noticeGained, nil, kind, place: path) }
        for (kind, path) in before.subtracting(after).sorted() { note(.noticeLost, kind, nil, place: path) }
        return changes
    }

    /// Kind and path: a notice that only moved to other lines is the same.
    private static func notices(_ entry: InventoryEntry) -> PairSet {
        PairSet((entry.algorithms ?? []).map { ($0.kind.rawValue, $0.path) })
    }
}

/// A set of pairs in order.
private struct PairSet {
    private var pairs: [(String, String)]

    init(_ pairs: [(String, String)]) { self.pairs = pairs }

    func subtracting(_ other: PairSet) -> PairSet {
        PairSet(pairs.filter { pair in !other.pairs.contains { $0 == pair } })
    }

    func sorted() -> [(String, String)] { pairs.sorted { ($0.1, $0.0) < ($1.1, $1.0) } }
}
