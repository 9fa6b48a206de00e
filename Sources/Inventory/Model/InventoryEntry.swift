// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What the inventory says of one repository: the JSON contract of docs/inventory.md as Swift values.

import Git

/// One repository in the inventory.
public struct InventoryEntry: Codable, Sendable, Equatable {
    /// The forge's host name; null when the layout does not say.
    public var forge: String?
    /// Organisation, group or group path on the forge.
    public var owner: String?
    /// The repository's name, without `.git`.
    public var name: String
    /// What the repository holds, judged from its files; null when they could not be read.
    public var kind: ContentKind?
    /// Why it is of that kind, in a sentence.
    public var kindReason: String
    /// Whether it is a fork; null without what the forge says.
    public var fork: Bool?
    /// Whether it is archived; null without what the forge says.
    public var archived: Bool?
    /// Where people find it.
    public var url: String?
    /// Where codescan read it, as given on the command line.
    public var path: String
    /// The body responsible, from `inventory.yml`.
    public var administration: Administration?
    /// The commit that was read; null when there is none.
    public var head: Head?
    /// Software Heritage's identifier of the commit.
    public var swhid: String?
    public var license: LicenseConclusion
    /// Algorithm-transparency notices; null: this version did not look.
    public var algorithms: [AlgorithmNotice]?
    public var metadata: RepositoryMetadata
    /// Largest first.
    public var languages: [LanguageShare]
    /// Files that matter and were not read.
    public var skipped: [SkippedFile]
    /// Corrections from `inventory.yml`, applied or stale.
    public var corrections: [AppliedCorrection]
    /// What went wrong, each in a sentence; the run went on.
    public var errors: [String]

    /// The commit that was read.
    public struct Head: Codable, Sendable, Equatable {
        /// The branch; null for a detached HEAD.
        public var branch: String?
        /// The commit's object id.
        public var commit: String
        /// Committer date, UTC, RFC 3339.
        public var date: String
    }

    /// A body from the national list.
    public struct Administration: Codable, Sendable, Equatable, Hashable {
        /// Identifier in the public-service directory.
        public var psoId: String
        public var name: String?
        public var ministry: String?
    }

    /// Not yet looked for: see `InventoryEntry.algorithms`.
    public struct AlgorithmNotice: Codable, Sendable, Equatable {}
}

/// What a repository holds.
public enum ContentKind: String, Codable, Sendable, CaseIterable {
    case software, data, documentation, mixed, empty
}

/// The files that describe a repository; a path, or null.
public struct RepositoryMetadata: Codable, Sendable, Equatable {
    public var readme: String?
    public var publiccode: String?
    public var codemeta: String?
    public var contributing: String?
    public var changelog: String?
    /// The degree of opening its README's badge says (DINUM): contributif, ouvert or publié.
    public var openness: String?

    /// Nothing found.
    public init() {}
}

/// A programming language's part of a repository.
public struct LanguageShare: Codable, Sendable, Equatable {
    public var name: String
    /// Size of its files.
    public var bytes: Int
}

/// A file that matters and was not read.
public struct SkippedFile: Codable, Sendable, Equatable {
    /// Why a file was not read.
    public enum Reason: String, Codable, Sendable {
        /// Its blob is not in the object store (a partial clone, a filtered mirror).
        case missing
        case tooLarge
        case binary
        case unreadable
    }
    public var path: String
    public var reason: Reason
}

/// A correction by a person.
public struct AppliedCorrection: Codable, Sendable, Equatable {
    public var field: String
    public var value: String
    public var reason: String
    public var who: String
    public var date: String
    public var expires: String?
    /// What codescan had concluded.
    public var original: String?
    /// Why it was not applied (it has expired, or agrees with what codescan concludes); null when applied.
    public var stale: String?
}
