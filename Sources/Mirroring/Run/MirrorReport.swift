// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a run did, as it happens and in the end. Its memory is bounded by what went wrong or changed, not by the number
// of repositories: those that were as before are counted and not kept.

import Forges

/// What was done of one repository, or would be.
public enum MirrorAction: Sendable, Hashable {
    /// It is listed, with its address: of `MirrorMode.list`.
    case listed(MirrorPlace, url: String)
    /// A mirror was made.
    case made(MirrorPlace)
    /// A mirror was brought up to date.
    case updated(MirrorPlace)
    /// Nothing changed.
    case unchanged(MirrorPlace)
    /// A mirror is looked at: of `MirrorMode.rehearse`, where only the forge could tell whether anything changed.
    case checked(MirrorPlace)
    /// The forge calls it by another name now, and so does the tree.
    case moved(from: MirrorPlace, to: MirrorPlace)
    /// The forge no longer shows it; the mirror stays.
    case vanished(MirrorPlace)
    /// It could not be mirrored; a sentence.
    case failed(MirrorPlace, reason: String)
}

/// Something that went wrong with a forge, an account, or what the forge said.
public struct MirrorProblem: Codable, Sendable, Hashable {
    /// The forge's host.
    public var host: String
    /// The account; nil when it is the forge as a whole.
    public var account: String?
    /// What is wrong, and how to mend it.
    public var reason: String
    /// Whether anything is missing for it; an oddity that lost nothing but itself is no failure.
    public var isFailure: Bool
}

/// How far the work on one forge is.
public struct MirrorProgress: Sendable, Hashable {
    /// The forge's host.
    public var host: String
    /// Repositories the forge has listed so far.
    public var listed = 0
    /// Those that are done with, failed ones included.
    public var done = 0
    /// Those that failed.
    public var failed = 0
    /// Bytes of copies so far.
    public var bytes = 0
    /// What is waited for, in a few words; nil while work goes on.
    public var waiting: String?
    /// Whether the forge is done with.
    public var isFinished = false
}

/// What a run came to.
public struct MirrorReport: Codable, Sendable, Hashable {
    /// How many repositories of one kind of outcome.
    public struct Counts: Codable, Sendable, Hashable {
        /// Listed by a forge, or named by their address.
        public var listed = 0
        /// New mirrors.
        public var made = 0
        /// Mirrors that were brought up to date.
        public var updated = 0
        /// Mirrors that had it all.
        public var unchanged = 0
        /// Mirrors that follow a new name.
        public var moved = 0
        /// Repositories that a forge no longer shows, since this run.
        public var vanished = 0
        /// Those that could not be mirrored.
        public var failed = 0

        static func += (left: inout Counts, right: Counts) {
            left.listed += right.listed
            left.made += right.made
            left.updated += right.updated
            left.unchanged += right.unchanged
            left.moved += right.moved
            left.vanished += right.vanished
            left.failed += right.failed
        }
    }

    /// The version of this format.
    public private(set) var schemaVersion = 1
    /// All forges together.
    public internal(set) var counts = Counts()
    /// What went wrong with forges and accounts.
    public internal(set) var problems: [MirrorProblem] = []
    /// Repositories that could not be mirrored: `host/owner/name: reason`.
    public internal(set) var failures: [String] = []
    /// Mirrors that follow a new name: `host/owner/old → host/owner/new`.
    public internal(set) var moved: [String] = []
    /// Repositories that a forge no longer shows, since this run.
    public internal(set) var vanished: [String] = []
    /// Requests to the forges' APIs, and the bytes they cost.
    public internal(set) var cost = ListingCost()
    /// Bytes of copies.
    public internal(set) var bytesCopied = 0

    /// Whether everything that was asked for is there.
    public var isComplete: Bool { failures.isEmpty && !problems.contains(where: \.isFailure) }

    mutating func add(_ action: MirrorAction) {
        switch action {
        case .listed, .checked: break
        case .made: counts.made += 1
        case .updated: counts.updated += 1
        case .unchanged: counts.unchanged += 1
        case .moved(let old, let new):
            counts.moved += 1
            moved.append("\(old) → \(new)")
        case .vanished(let place):
            counts.vanished += 1
            vanished.append(place.description)
        case .failed(let place, let reason):
            counts.failed += 1
            failures.append("\(place): \(reason)")
        }
    }

    static func += (left: inout MirrorReport, right: MirrorReport) {
        left.counts += right.counts
        left.problems += right.problems
        left.failures += right.failures
        left.moved += right.moved
        left.vanished += right.vanished
        left.cost.requests += right.cost.requests
        left.cost.notModified += right.cost.notModified
        left.cost.bytesReceived += right.cost.bytesReceived
        left.bytesCopied += right.bytesCopied
    }
}
