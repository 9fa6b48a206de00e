// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What the repositories held at the ends of periods: counts for each date, and for each repository the dates at which
// something about its licence changed. It tells content, not publication.

import Forges
import Git
import Licensing

/// An inventory over time.
public struct InventoryHistory: Codable, Sendable, Equatable {
    /// The version of this format.
    public static let currentSchemaVersion = 1

    /// The version of the format this history is in.
    public var schemaVersion = InventoryHistory.currentSchemaVersion
    /// What made it.
    public var tool: Inventory.Tool
    /// How often it looks.
    public var every: HistoryInterval
    /// The dates, the oldest first; none when no repository has a commit.
    public var points: [Point]
    /// In order of forge, owner and name.
    public var repositories: [RepositoryHistory]
    /// What went wrong outside any repository, such as a folder that cannot be read.
    public var problems: [String]

    /// The counts at a date.
    public struct Point: Codable, Sendable, Equatable {
        /// The end of the period, or the last instant of the history (RFC 3339).
        public var date: String
        /// Repositories with content: at least one file.
        public var repositories: Int
        /// Those of them with a licence, be it one that no rule explains.
        public var withLicense: Int
        /// Those without.
        public var withoutLicense: Int
        /// Keys are `FreeSoftwareStatus` raw values; each is present, and they sum up to `repositories`.
        public var byFreeSoftwareStatus: [String: Int]
        /// Keys are `DecreeFamily` raw values; each is present, and they sum up to `repositories`.
        public var byDecree: [String: Int]
        /// Those whose declarations contradict one another.
        public var conflicting: Int
        /// Those that carry a notice about an algorithm, talk about such notices left aside.
        public var withNotices: Int
        /// What is proven of their publication by that date: keys are `Publication.Status` raw values.
        public var byPublication: [String: Int]
        /// Repositories of which it cannot be told what they held: damaged ones, and shallow clones cut later.
        public var notKnown: Int
    }
}

/// One repository over time.
public struct RepositoryHistory: Codable, Sendable, Equatable {
    /// The forge's host name.
    public var forge: String?
    /// Organisation, group or group path.
    public var owner: String?
    /// The repository's name.
    public var name: String
    /// Where codescan read it.
    public var path: String
    /// From which date on it held what, the oldest first; only changes are listed.
    public var states: [State]
    /// What went wrong, each in a sentence.
    public var errors: [String]

    /// What a repository held from a date on.
    public struct State: Codable, Sendable, Equatable {
        /// Whether it held anything.
        public enum Content: String, Codable, Sendable {
            case held, none, notKnown
        }

        /// The first date of the history at which it was so (RFC 3339).
        public var since: String
        /// The commit that was read for that date; null without one.
        public var commit: String?
        /// Whether it held anything.
        public var content: Content
        /// What it held; null where that is not known.
        public var kind: ContentKind?
        /// How it spoke of its licence; null without content.
        public var status: LicenseConclusion.Status?
        /// The licence of its own code; null when none.
        public var expression: LicenseExpression?
        /// Whether that is free software; null without content.
        public var freeSoftware: FreeSoftwareStatus?
        /// Its family in the decree's list; null without content.
        public var decree: DecreeFamily?
        /// Files with a notice about an algorithm, talk about such notices left aside.
        public var notices: Int
    }
}

extension RepositoryHistory.State {
    /// Nothing, or nothing known.
    init(since: String, _ content: Content) {
        self.init(
            since: since, commit: nil, content: content, kind: content == .none ? .empty : nil, status: nil,
            expression: nil, freeSoftware: nil, decree: nil, notices: 0)
    }

    /// What an entry says, at a date.
    init(since: String, _ entry: InventoryEntry) {
        self.init(since: since, entry.kind == .empty ? .none : .held)
        commit = entry.head?.commit
        guard content == .held else { return }
        kind = entry.kind
        status = entry.license.status
        expression = entry.license.expression
        freeSoftware = entry.license.freeSoftware
        decree = entry.license.decree
        notices = (entry.algorithms ?? []).count { $0.kind != .discussion && $0.kind != .template }
    }

    /// Whether nothing but the date and the commit differ.
    func says(theSameAs other: RepositoryHistory.State) -> Bool {
        var other = other
        (other.since, other.commit) = (since, commit)
        return self == other
    }
}
