// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The whole inventory: its entries and their summary.

import Git
import Licensing

/// An inventory of public source code.
public struct Inventory: Codable, Sendable, Equatable {
    /// The version of this format.
    public static let currentSchemaVersion = 1

    /// The version of the format this inventory is in.
    public var schemaVersion = Inventory.currentSchemaVersion
    /// What made it.
    public var tool: Tool
    /// The day the inventory speaks of (RFC 3339): `--as-of`, else SOURCE_DATE_EPOCH, else the newest HEAD; null without one.
    public var asOf: String?
    /// `--as-of`: the past date whose content was read (RFC 3339), of which publication must be proven; null when it was
    /// that of HEAD.
    public var pastDate: String?
    /// Counts over the entries.
    public var summary: InventorySummary
    /// In order of forge, owner and name.
    public var entries: [InventoryEntry]
    /// Repositories that `inventory.yml` tells to ignore: not read, and counted nowhere but here.
    public var ignored: [IgnoredRepository]
    /// What went wrong outside any repository, such as a folder that cannot be read.
    public var problems: [String]

    /// What made the inventory.
    public struct Tool: Codable, Sendable, Equatable {
        /// The program's name.
        public var name: String
        /// The program's version.
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
    public init(
        tool: Tool, asOf: String?, pastDate: String? = nil, entries: [InventoryEntry],
        ignored: [IgnoredRepository] = [], problems: [String]
    ) {
        self.tool = tool
        self.asOf = asOf
        self.pastDate = pastDate
        self.summary = InventorySummary(of: entries, ignored: ignored.count)
        self.entries = entries
        self.ignored = ignored
        self.problems = problems
    }
}

/// A repository whose account, or whole forge, is ignored.
public struct IgnoredRepository: Codable, Sendable, Equatable {
    /// The forge's host name.
    public var forge: String
    /// Organisation, group or group path; null for one that stands in the forge's folder itself.
    public var owner: String?
    /// The repository's name, without `.git`.
    public var name: String
    /// Where it is.
    public var path: String
    /// The day since which it is ignored (yyyy-mm-dd).
    public var since: String
}

/// Counts over the entries.
public struct InventorySummary: Codable, Sendable, Equatable {
    /// How many repositories.
    public var repositories: Int
    /// Keys are `FreeSoftwareStatus` raw values; each is present.
    public var byFreeSoftwareStatus: [String: Int]
    /// Keys are `LicenseConclusion.Status` raw values; each is present.
    public var byLicenseStatus: [String: Int]
    /// Keys are `DecreeFamily` raw values; each is present.
    public var byDecree: [String: Int]
    /// Keys are `ContentKind` raw values and "unknown"; each is present.
    public var byKind: [String: Int]
    /// Repositories that are forks.
    public var forks: Tally
    /// Repositories that are archived.
    public var archived: Tally
    /// Repositories that only carry another project's history.
    public var mirrors: Tally
    /// Keys are `Publication.Status` raw values; each is present.
    public var byPublication: [String: Int]
    /// Repositories without a file.
    public var empty: Int
    /// Repositories that could not be read whole.
    public var withErrors: Int
    /// Repositories that `inventory.yml` tells to ignore; no other count has them.
    public var ignored: Int
    /// In order of name; repositories of no known ministry come last, under null.
    public var byMinistry: [MinistrySummary]

    /// A count that only the forge can tell.
    public struct Tally: Codable, Sendable, Equatable {
        /// The forge says yes.
        public var yes: Int
        /// The forge says no.
        public var no: Int
        /// The forge has not said.
        public var notKnown: Int

        init(of values: [Bool?]) {
            yes = values.count { $0 == true }
            no = values.count { $0 == false }
            notKnown = values.count { $0 == nil }
        }
    }

    /// Counts over one ministry's repositories.
    public struct MinistrySummary: Codable, Sendable, Equatable {
        /// The ministry's name; null for repositories of no known ministry.
        public var ministry: String?
        /// How many repositories.
        public var repositories: Int
        /// Keys are `FreeSoftwareStatus` raw values; each is present.
        public var byFreeSoftwareStatus: [String: Int]
    }

    init(of entries: [InventoryEntry], ignored: Int) {
        self.ignored = ignored
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
        forks = Tally(of: entries.map(\.fork))
        archived = Tally(of: entries.map(\.archived))
        mirrors = Tally(of: entries.map(\.mirror))
        byPublication = Self.tally(entries, Publication.Status.allCases.map(\.rawValue)) {
            $0.publication.status.rawValue
        }
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

extension Inventory {
    /// The date of the newest HEAD. A committer's clock may run ahead: what is still to come is the date of nothing.
    static func newestDate(of entries: [InventoryEntry], until now: GitDate) -> String? {
        let today = now.description.prefix(10)
        return entries.compactMap(\.head?.date).filter { $0.prefix(10) <= today }.max()
    }

    /// Repositories that their forge no longer shows on the inventory's day, each with the instant since which (RFC 3339).
    public var vanished: [(entry: InventoryEntry, since: String)] {
        let day = pastDate.flatMap { GitDate(rfc3339: $0) }
        return entries.compactMap { entry in entry.vanishedSince(on: day).map { (entry, $0) } }
    }
}

extension InventoryEntry {
    /// The instant since which its forge no longer shows it (RFC 3339), as known on a past date or, without one, in the
    /// inventory's own present; nil for a repository that was still shown then.
    public func vanishedSince(on date: GitDate?) -> String? {
        guard let since = forgeRecord?.vanishedSince else { return nil }
        guard let date, let instant = GitDate(rfc3339: since) else { return since }
        return instant.seconds <= date.seconds ? since : nil
    }
}
