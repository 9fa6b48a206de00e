// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What is asked of the program that lists a forge: a process of its own, the only one that speaks HTTP. It reads one
// job as JSON from its standard input and writes `ListingEvent`s, one JSON a line, to its standard output.

/// The order to list a forge's public repositories.
public struct ListingJob: Codable, Sendable, Hashable {
    /// The forge's host name, with its port where that is not the usual one. No other host is contacted, but for the
    /// two whose API has a host of its own: api.github.com and api.bitbucket.org.
    public var host: String
    /// What the forge runs.
    public var kind: ForgeKind
    /// The organisations, groups and users, by their paths; nil for every public repository of the forge.
    public var accounts: [String]?
    /// The forge's token, which raises its limits; nil for none.
    public var token: String?
    /// A file of certificates (PEM) to trust in the place of the system's; nil for the system's.
    public var certificates: String?
    /// Where answers are kept from run to run, so that an unchanged page is not sent again; nil to keep none.
    public var cachePath: String?
    /// How hard the forge is pressed.
    public var pace: ListingPace
    /// What the program calls itself to the forge.
    public var userAgent = "codescan (+https://github.com/codescan/codescan)"

    /// A job.
    public init(
        host: String, kind: ForgeKind, accounts: [String]?, token: String?, certificates: String?, cachePath: String?,
        pace: ListingPace
    ) {
        self.host = host
        self.kind = kind
        self.accounts = accounts
        self.token = token
        self.certificates = certificates
        self.cachePath = cachePath
        self.pace = pace
    }
}

/// How hard a forge is pressed, and how long it is waited for. All times in seconds.
public struct ListingPace: Codable, Sendable, Hashable {
    /// The most requests a second.
    public var requestsPerSecond = 5.0
    /// How often a request that failed for the moment is tried again.
    public var retries = 5
    /// The wait before the first retry; each next one is twice as long, with jitter.
    public var firstRetryWait = 1.0
    /// The longest wait that the forge's own limits (`Retry-After`, `X-RateLimit-Reset`) may ask for; beyond it the
    /// account is given up for this run, and the error says when to come back.
    public var longestWait = 900.0
    /// How long one answer may take as a whole.
    public var answerTimeout = 120.0
    /// How long an answer may stall.
    public var stallTimeout = 30.0

    /// The usual pace.
    public init() {}
}
