// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// From a list of accounts to a tree of mirrors: every forge is listed by a process of its own, every repository copied
// by another. This program speaks to no network; what does can be ended at any moment.
//
//     let run = MirrorRun(options: options, accounts: accounts, addresses: [], now: GitDate.now)
//     let report = try await run.run(progress: { … }, did: { … })

import Forges
import Foundation
import Git

/// A run over forges.
public struct MirrorRun: Sendable {
    private let options: MirrorOptions
    private let accounts: ForgeAccounts
    private let hosts: [(name: String, sources: [HostSource])]
    private let now: GitDate
    private let today: CalendarDate?

    /// A run over the forges of `accounts`, but for what is ignored by the day it is `now`, and over single addresses.
    /// A host's addresses are copied after its forge's repositories.
    public init(options: MirrorOptions, accounts: ForgeAccounts, addresses: [RepositoryAddress], now: GitDate) {
        self.options = options
        self.accounts = accounts
        self.now = now
        let today = CalendarDate(String(now.description.prefix(10)))
        self.today = today
        func isRead(_ account: Account) -> Bool {
            guard let since = account.ignoredSince, let today else { return true }
            return today < since
        }
        var sources: [(host: String, source: HostSource)] = []
        for forge in accounts.forges where isRead(forge.account) {
            let owners = forge.owners?.values.filter { isRead($0.account) }.map(\.path)
            guard owners?.isEmpty != true else { continue }
            sources.append((forge.host.lowercased(), .forge(forge.kind, accounts: owners.map(Self.outermost))))
        }
        for (host, addresses) in Dictionary(grouping: addresses, by: \.place.host) {
            sources.append((host, .addresses(addresses)))
        }
        hosts = Dictionary(grouping: sources, by: \.host).sorted { $0.key < $1.key }
            .map { ($0.key, $0.value.map(\.source)) }
    }

    /// The accounts that are in no other of the list, by name: a group is listed with the groups in it.
    private static func outermost(_ accounts: [String]) -> [String] {
        let known = Set(accounts.map { $0.lowercased() })
        return accounts.filter { account in
            var group = account.lowercased().split(separator: "/")
            while group.popLast() != nil, !group.isEmpty {
                if known.contains(group.joined(separator: "/")) { return false }
            }
            return true
        }.sorted()
    }

    private func isIgnored(_ owner: String, on host: String) -> Bool {
        guard let today, let since = accounts.ignoredSince(forge: host, owner: owner) else { return false }
        return since <= today
    }

    /// Mirrors, or lists. `progress` and `did` are called as things happen, on any thread.
    /// - Throws: `LockedError` when another run has the tree, and what the file system says of its folder.
    public func run(
        progress: @escaping @Sendable (MirrorProgress) -> Void, did: @escaping @Sendable (MirrorAction) -> Void
    ) async throws -> MirrorReport {
        let tree = MirrorTree(root: options.root)
        let lock = options.mode == .mirror ? try tree.open() : nil
        defer { lock?.release() }
        return await withTaskGroup(of: MirrorReport.self) { group in
            var report = MirrorReport()
            for (index, (host, sources)) in hosts.enumerated() {
                if index >= options.hosts, let ended = await group.next() { report += ended }
                group.addTask {
                    await HostRun(
                        host: host, sources: sources, options: options, tree: tree, now: now.description,
                        isIgnored: { isIgnored($0, on: host) }, progress: progress, did: did
                    ).run()
                }
            }
            for await ended in group { report += ended }
            report.failures.sort()
            report.moved.sort()
            report.vanished.sort()
            return report
        }
    }
}
