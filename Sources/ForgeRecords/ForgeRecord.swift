// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a forge says of a repository, and when codescan saw it there: git itself knows none of it. It is kept as
// `<name>.forge.json` beside the mirror `<name>.git`.

/// A repository as its forge describes it. Dates are RFC 3339, UTC; a field that is
/// absent is one the forge did not give.
public struct ForgeRecord: Codable, Sendable, Hashable {
    /// The version of this format.
    public static let currentSchemaVersion = 1

    /// The version of the format this record is in.
    public var schemaVersion = ForgeRecord.currentSchemaVersion
    /// What the forge runs; nil for a repository that was only named by its URL.
    public var kind: ForgeKind?
    /// The forge's host name, in lower case.
    public var host: String
    /// Organisation, user or group path.
    public var owner: String
    /// The repository's name, without `.git`.
    public var name: String
    /// The forge's own identifier, which survives a change of name or owner.
    public var id: String?
    /// The page where people find it.
    public var url: String?
    /// The description its owner wrote.
    public var description: String?
    /// The project's site.
    public var homepage: String?
    /// The default branch.
    public var defaultBranch: String?
    /// The main programming language.
    public var language: String?
    /// Whether it is a fork.
    public var isFork: Bool?
    /// Whether it is archived.
    public var isArchived: Bool?
    /// Whether it only carries another project's history.
    public var isMirror: Bool?
    /// When it was made on the forge, which may be long before it was opened.
    public var createdAt: String?
    /// When anything of it changed last.
    public var updatedAt: String?
    /// When its code changed last.
    public var pushedAt: String?
    /// How many people starred it.
    public var stars: Int?
    /// How many forks it has.
    public var forks: Int?
    /// How many issues are open.
    public var openIssues: Int?
    /// Its topics.
    public var topics: [String] = []
    /// The licence, as the forge says it: an SPDX identifier for most.
    public var license: String?
    /// Where it was before, as `host/owner/name`, the oldest first.
    public var formerNames: [String] = []
    /// When codescan first saw it listed publicly: that it was public by then is proven.
    public var firstSeenAt: String?
    /// When codescan last saw it listed publicly.
    public var lastSeenAt: String?
    /// When codescan first no longer saw it; nil while it is there.
    public var vanishedSince: String?

    /// A record of which only the place is known.
    public init(kind: ForgeKind?, host: String, owner: String, name: String) {
        self.kind = kind
        self.host = host
        self.owner = owner
        self.name = name
    }
}
