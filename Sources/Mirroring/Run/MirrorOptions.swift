// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a run is told: where the tree is, what a mirror holds, how hard forges are pressed, who does the work.

import Forges

/// What a run does of what it finds.
public enum MirrorMode: Sendable, Hashable {
    /// Mirrors.
    case mirror
    /// Tells what it would do, and writes nothing into the tree.
    case rehearse
    /// Lists the repositories alone.
    case list
}

/// The options of a run.
public struct MirrorOptions: Sendable {
    /// The folder of the mirrors.
    public var root: String
    /// What is done.
    public var mode = MirrorMode.mirror
    /// Which branches a mirror holds.
    public var branches = MirroredBranches.all
    /// How many commits of each branch; nil for all.
    public var depth: Int?
    /// Forges at work side by side.
    public var hosts = 8
    /// Copies side by side from one forge.
    public var transfersPerHost = 2
    /// How often a copy that failed for the moment is tried again.
    public var retries = 2
    /// How hard the forges' APIs are pressed; its waits count for copies, too.
    public var pace = ListingPace()
    /// When a copy is ended.
    public var limits = TransferLimits()
    /// A file of certificates to trust in the place of the system's; nil for the system's.
    public var certificates: String?
    /// Where forges' answers are kept from run to run; nil to keep none.
    public var cachePath: String?
    /// What codescan calls itself before servers.
    public var userAgent: String
    /// What lists a forge.
    public var lister: Worker
    /// What copies a repository.
    public var copier: Worker
    /// The token for a host; nil where there is none.
    public var token: @Sendable (String) async -> String?

    /// Options with the usual limits.
    public init(
        root: String, userAgent: String, lister: Worker, copier: Worker,
        token: @escaping @Sendable (String) async -> String?
    ) {
        self.root = root
        self.userAgent = userAgent
        self.lister = lister
        self.copier = copier
        self.token = token
    }
}
