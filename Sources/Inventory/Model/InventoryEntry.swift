// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What the inventory says of one repository: the JSON contract of docs/inventory.md as Swift values.

import Forges
import Git
import Languages
import Licensing

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
    /// Whether it is a fork; null without what the forge says of that day.
    public var fork: Bool?
    /// Whether it is archived; null without what the forge says of that day.
    public var archived: Bool?
    /// Whether it only carries another project's history; null without what the forge, or a person, says.
    public var mirror: Bool?
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
    /// What the forge said of it when codescan last saw it there; null without a record beside the repository
    /// (`codescan mirror` writes them).
    public var forgeRecord: ForgeRecord?
    /// Whether it is proven to have been public on the inventory's day.
    public var publication: Publication
    /// What is concluded of its licence.
    public var license: LicenseConclusion
    /// What the forge's own licence field says, where it says another licence: "github.com says NOASSERTION"; null else.
    public var forgeDisagreement: String?
    /// Notices about algorithms, in the order of the tree; null when the repository could not be read.
    public var algorithms: [NoticeFinding]?
    /// The files that describe it.
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
        /// The name as people write it.
        public var name: String?
        /// The ministry it belongs to; null where not known.
        public var ministry: String?
    }
}

/// What a repository holds.
public enum ContentKind: String, Codable, Sendable, CaseIterable {
    case software, data, documentation, mixed, empty
}

/// The files that describe a repository; a path, or null.
public struct RepositoryMetadata: Codable, Sendable, Equatable {
    /// The README at the root.
    public var readme: String?
    /// publiccode.yml at the root.
    public var publiccode: String?
    /// codemeta.json at the root.
    public var codemeta: String?
    /// The guide for contributors.
    public var contributing: String?
    /// The list of changes.
    public var changelog: String?
    /// The degree of opening its README's badge says (DINUM): contributif, ouvert or publié.
    public var openness: String?

    /// Nothing found.
    public init() {}

    /// The files by their names, and what the READMEs that could be read say.
    init(_ listing: RepositoryListing, _ readmes: [ReadmeReading]) {
        func path(_ role: FileRole, depth: Int = 0) -> String? {
            listing.files { $0 == role }.first { $0.depth <= depth }?.path.string
        }
        readme = readmes.first?.path
        publiccode = path(.manifest(.publiccode))
        codemeta = path(.manifest(.codemeta))
        contributing = path(.contributing, depth: 1)
        changelog = path(.changelog)
        openness = readmes.lazy.compactMap(\.openness).first
    }
}

/// A programming language's part of a repository.
public struct LanguageShare: Codable, Sendable, Equatable {
    /// The name as people write it.
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
        /// Git cannot hand it over, or it is a manifest that its parser refuses: then `detail` says where and why.
        case unreadable

        /// A word or two for people.
        public func words(_ language: Language) -> String {
            switch self {
            case .missing: language("not in this copy", "absent de cette copie")
            case .tooLarge: language("too large", "trop gros")
            case .binary: language("binary", "binaire")
            case .unreadable: language("unreadable", "illisible")
            }
        }
    }
    /// The path in the repository.
    public var path: String
    /// Why.
    public var reason: Reason
    /// Of a manifest that cannot be parsed: the line, what is wrong, and how to mend it.
    public var detail: String?
}

/// A correction by a person.
public struct AppliedCorrection: Codable, Sendable, Equatable {
    /// The field that is corrected, such as `license.expression`.
    public var field: String
    /// The new value.
    public var value: String
    /// Why.
    public var reason: String
    /// The person who says so.
    public var who: String
    /// When it was said (yyyy-mm-dd).
    public var date: String
    /// The last day it holds; null when it holds on.
    public var expires: String?
    /// What codescan had concluded.
    public var original: String?
    /// Why it was not applied (it has expired, or agrees with what codescan concludes); null when applied.
    public var stale: String?
}

extension InventoryEntry {
    /// Whether there was anything to conclude from: without it, "no licence" would be a claim without evidence.
    public var isRead: Bool { errors.isEmpty || head != nil || license.expression != nil }

    /// An entry about which nothing is known yet but the place.
    init(at location: RepositoryLocation) {
        self.init(
            forge: location.forge, owner: location.owner, name: location.name, kind: nil, kindReason: "", fork: nil,
            archived: nil, mirror: nil, url: location.webURL, path: location.path.string, administration: nil,
            head: nil, swhid: nil, forgeRecord: nil, publication: .untold,
            license: .unknown, forgeDisagreement: nil, algorithms: nil, metadata: RepositoryMetadata(), languages: [],
            skipped: [],
            corrections: [], errors: [])
    }

    /// Takes what the forge says from the record beside the repository, and no more of the past than it proves.
    mutating func takeForgeRecord(beside path: GitPath, _ options: InventoryOptions) {
        do {
            forgeRecord = try ForgeRecord(beside: path)
        } catch {
            errors.append(error.sentence(options.language))
        }
        publication = Publication(forgeRecord, on: options.statedDate, options.language)
        guard let forgeRecord else { return }
        url = forgeRecord.url ?? url
        guard forgeRecord.speaks(for: options.asOf) else { return }
        fork = forgeRecord.isFork
        archived = forgeRecord.isArchived
        mirror = forgeRecord.isMirror
    }

    /// Compares what the forge says of the licence with what is concluded. A forge names one licence and no "or later", so
    /// it agrees when the conclusion has the one it names; what a forge cannot name (GitHub's NOASSERTION, GitLab's
    /// `other`) differs from every conclusion.
    mutating func compareForgeLicense(on date: GitDate?) {
        guard let record = forgeRecord, record.speaks(for: date), let said = record.license, !said.isEmpty else {
            return
        }
        let named = try? LicenseExpression(parsing: said.uppercased() == "NOASSERTION" ? "" : said, identifiers: .any)
        let bases = Set((named?.normalized.bases ?? []).map { $0.lowercased() })
        let concluded = Set((license.expression?.bases ?? []).map { $0.lowercased() })
        forgeDisagreement = bases.isDisjoint(with: concluded) ? "\(record.host) says \(said)" : nil
    }
}
