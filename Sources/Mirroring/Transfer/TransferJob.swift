// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What is asked of the process that copies one repository, and what it tells. It reads one job as JSON from its standard
// input, writes one event a line to its standard output, and ends when its input does: with whoever started it.

import Git

/// Which branches a mirror holds.
public enum MirroredBranches: String, Codable, Sendable, CaseIterable {
    /// Every branch and tag.
    case all
    /// The default branch alone.
    case head

    /// The references, as patterns of full names; the default branch's own name is known only once the server has said
    /// it.
    var patterns: [GitPath] { self == .all ? ["refs/heads/*", "refs/tags/*"] : ["refs/heads/*"] }
}

/// The order to copy a repository, or to bring its mirror up to date.
public struct TransferJob: Codable, Sendable, Hashable {
    /// The repository's address: https, http or git.
    public var url: String
    /// The mirror's folder, which need not exist.
    public var folder: String
    /// Which branches.
    public var branches: MirroredBranches
    /// How many commits of each branch; nil for all.
    public var depth: Int?
    /// A file of certificates to trust in the place of the system's; nil for the system's.
    public var certificates: String?
    /// What the program calls itself before servers.
    public var userAgent: String
    /// The most bytes a file of the mirror may have.
    public var maximumBytes: Int
}

/// One line of a copy.
enum TransferEvent: Codable, Sendable, Hashable {
    /// Bytes received, and steps that grow while anything happens.
    case progress(bytes: Int, steps: Int)
    /// It is done.
    case done(TransferOutcome)
    /// It failed: a sentence, and whether trying again may help.
    case failed(reason: String, isTransient: Bool)
}

/// What a copy came to.
public enum TransferOutcome: Codable, Sendable, Hashable {
    /// The mirror has what the repository has now.
    case updated(bytes: Int)
    /// It had it already.
    case unchanged
    /// The repository has no branch yet.
    case empty
    /// The mirror lacks objects that no server sends again while it has the others: it is to be made anew.
    case damaged
}
