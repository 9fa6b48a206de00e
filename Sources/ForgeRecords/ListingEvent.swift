// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What the program that lists a forge tells while it does: pages of repositories as they come, so that neither side
// holds more than one of them.

/// One line of a listing.
public enum ListingEvent: Codable, Sendable, Hashable {
    /// Repositories of an account, or of the whole forge when `account` is nil.
    case page(account: String?, repositories: [ListedRepository])
    /// An account was listed to its end, or given up.
    case ended(account: String?, outcome: ListingOutcome)
    /// The forge asks to wait, or a request is tried again.
    case waiting(seconds: Double, reason: String)
    /// Something odd that lost nothing but itself: a repository that the forge describes in a way nobody can read.
    case oddity(String)
    /// The last line: what the listing cost.
    case finished(ListingCost)
}

/// A repository as a forge lists it.
public struct ListedRepository: Codable, Sendable, Hashable {
    /// What the forge says of it.
    public var record: ForgeRecord
    /// Where it is cloned from.
    public var cloneURL: String

    /// A listed repository.
    public init(record: ForgeRecord, cloneURL: String) {
        self.record = record
        self.cloneURL = cloneURL
    }
}

/// How the listing of an account ended.
public enum ListingOutcome: Codable, Sendable, Hashable {
    /// Every page was read: a repository that was on none of them is no longer public.
    case complete
    /// The forge has no such account.
    case noSuchAccount
    /// It was given up, and nothing follows from what is missing. A sentence: what, where, how to mend it.
    case failed(String)
}

/// What a listing cost.
public struct ListingCost: Codable, Sendable, Hashable {
    /// Requests sent, retries among them.
    public var requests = 0
    /// Those that the forge answered with "not modified".
    public var notModified = 0
    /// Bytes of the answers, heads and bodies, as they were sent.
    public var bytesReceived = 0

    /// Nothing yet.
    public init() {}
}
