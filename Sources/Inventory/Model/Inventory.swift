// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The whole inventory: its entries and their summary.

import Licensing

/// An inventory of public source code.
public struct Inventory: Codable, Sendable, Equatable {
    /// The version of this format.
    public static let currentSchemaVersion = 1

    public var schemaVersion = Inventory.currentSchemaVersion
    public var tool: Tool
    /// The day the inventory speaks of (RFC 3339): `--as-of`, else SOURCE_DATE_EPOCH, else the newest HEAD; null without one.
    public var asOf: String?
    public var summary: InventorySummary
    /// In order of forge, owner and name.
    public var entries: [InventoryEntry]
    /// What went wrong outside any repository, such as a folder that cannot be read.
    public var problems: [String]

    /// What made the inventory.
    public struct Tool: Codable, Sendable, Equatable {
        public var name: String
        public var version: String
        /// The licence data's version.
        public var index: String

        /// A tool's name and versions.
        public init(name: String, version: String, index: String) {
            self.name = name
            self.version = version
            self.index = index
        }
    }

    /// An inventory of `entries`, summed up.
    public init(tool: Tool, asOf: String?, entries: [InventoryEntry], problems: [String]) {
        self.tool = tool
        self.asOf = asOf
        self.summary = InventorySummary(of: entries)
        self.entries = entries
        self.problems = problems
    }
}

/// Counts over the entries.
public struct InventorySummary: Codable, Sendable, Equatable {
    public var repositories: Int
    /// Keys are `FreeSoftwareStatus` raw values; each is present.
    public var byFreeSoftwareStatus: [String: Int]
    /// Keys are `LicenseConclusion.Status` raw values; each is present.
    public var byLicenseStatus: [String: Int]
    /// Keys are `DecreeFamily` raw values; each is present.
    public var byDecree: [String: Int]
    /// Keys are `ContentKind` raw values and "unknown"; each is present.
    public var byKind: [String: Int]
    public var forks: Tally
    public var archived: Tally
    /// Repositories without a file.
    public var empty: Int
    /// Repositories that could not be read whole.
    public var withErrors: Int
    /// In order of name; repositories of no known ministry come last, under null.
    public var byMinistry: [MinistrySummary]

    /// A count that only the forge can tell.
    public struct Tally: Codable, Sendable, Equatable {
        public var yes = 0
        public var no = 0
        public var notKnown = 0

        mutating func count(_ value: Bool?) {
            switch value {
            case true?: yes += 1
            case false?: no += 1
            case nil: notKnown += 1
            }
        }
    }

    /// Counts over one ministry's repositories.
    public struct MinistrySummary: Codable, Sendable, Equatable {
        public var ministry: String?
        public var repositories: Int
        public var byFreeSoftwareStatus: [String: Int]
    }

    init(of entries: [InventoryEntry]) {
        repositories = entries.count
        byFreeSoftwareStatus = Self.tally(entries, FreeSoftwareStatus.allCases.map(\.rawValue)) {
            $0.license.freeSoftware.rawValue
        }
        byLicenseStatus = Self.tally(entries, LicenseConclusion.Status.allCases.map(\.rawValue)) {
            $0.license.status.rawValue
        }
        byDecree = Self.tally(entries, DecreeFamily.allCases.map(\.rawValue)) { $0.license.decree.rawValue }
        byKind = Self.tally(entries, ContentKind.allCases.map(\.rawValue) + ["unknown"]) {
            $0.kind?.rawValue ?? "unknown"
        }
        var forks = Tally()
        var archived = Tally()
        for entry in entries {
            forks.count(entry.fork)
            archived.count(entry.archived)
        }
        self.forks = forks
        self.archived = archived
        empty = entries.count { $0.kind == .empty }
        withErrors = entries.count { !$0.errors.isEmpty }
        byMinistry = Dictionary(grouping: entries) { $0.administration?.ministry }
            .map { ministry, entries in
                MinistrySummary(
                    ministry: ministry, repositories: entries.count,
                    byFreeSoftwareStatus: Self.tally(entries, FreeSoftwareStatus.allCases.map(\.rawValue)) {
                        $0.license.freeSoftware.rawValue
                    })
            }
            .sorted {
                ($0.ministry == nil ? 1 : 0, $0.ministry ?? "") < ($1.ministry == nil ? 1 : 0, $1.ministry ?? "")
            }
    }

    private static func tally(
        _ entries: [InventoryEntry], _ keys: [String], _ key: (InventoryEntry) -> String
    ) -> [String: Int] {
        var counts = Dictionary(uniqueKeysWithValues: keys.map { ($0, 0) })
        for entry in entries { counts[key(entry), default: 0] += 1 }
        return counts
    }
}
