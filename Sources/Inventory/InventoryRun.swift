// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The pipeline: repositories are found, read side by side, given their administration and corrections, summed up.
//
//     let run = InventoryRun(options: InventoryOptions(), accounts: nil, index: index)
//     let inventory = try await run.run(paths: ["./forges"]) { print($0.done, $0.total) }
//     let history = try await run.history(paths: ["./forges"], every: .month) { _ in }

import Forges
import Git
import Languages
import LicenseDetection

/// A run over forges or single repositories.
public struct InventoryRun: Sendable {
    let options: InventoryOptions
    private let accounts: ForgeAccounts?
    let index: LicenseIndex

    /// A run with the knowledge of `index` and the bodies of `accounts`.
    public init(options: InventoryOptions, accounts: ForgeAccounts?, index: LicenseIndex) {
        self.options = options
        self.accounts = accounts
        self.index = index
    }

    /// The inventory of the repositories below `paths`. `progress` is called after each, on any thread.
    /// - Throws: what `RepositoryFinder` says of a path that is missing or holds no repository.
    public func run(
        paths: [String], progress: @escaping @Sendable (InventoryProgress) -> Void
    ) async throws -> Inventory {
        let found = try RepositoryFinder(knownHosts: accounts?.forges.map(\.host) ?? []).find(paths: paths)
        let (locations, ignored) = sort(found.locations)
        let reader = self.reader
        let read = await sideBySide(locations, progress) { entry(of: $0, reader) }
        return Inventory(
            tool: tool, asOf: options.statedDate?.description ?? Inventory.newestDate(of: read, until: options.now),
            pastDate: options.asOf?.description, entries: read, ignored: ignored,
            problems: found.problems.map { $0.sentence(options.language) })
    }

    /// The history of the repositories below `paths`, at the ends of the periods of `every`: from the oldest commit, or
    /// `from`, to the newest, or `to`. `progress` is called after each repository, on any thread.
    /// - Throws: what `RepositoryFinder` says of a path that is missing or holds no repository.
    public func history(
        paths: [String], every: HistoryInterval, from: GitDate? = nil, to: GitDate? = nil,
        progress: @escaping @Sendable (InventoryProgress) -> Void
    ) async throws -> InventoryHistory {
        let found = try RepositoryFinder(knownHosts: accounts?.forges.map(\.host) ?? []).find(paths: paths)
        let reader = self.reader
        let read = await sideBySide(found.locations, progress) { location in
            let history = HistoryReader(
                reader: reader, corrections: accounts?.corrections(for: location) ?? [], every: every, from: from,
                to: to)
            return CountedHistory(history.read(location), at: location, accounts, options.language)
        }
        return InventoryHistory(
            tool: tool, every: every, from: from, to: to, now: options.now, of: read,
            problems: found.problems.map { $0.sentence(options.language) })
    }

    private var tool: Inventory.Tool {
        .init(name: "codescan", version: CodescanVersion.current, index: index.metadata.dataVersion)
    }

    private var reader: RepositoryReader {
        let cache = options.cachePath.flatMap { FindingsCache(path: $0, index: index) }
        return RepositoryReader(detector: LicenseDetector(index: index), cache: cache, options: options)
    }

    /// What `read` makes of each repository, `options.jobs` of them at a time, in the order of the locations.
    private func sideBySide<Result: Sendable>(
        _ locations: [RepositoryLocation], _ progress: @Sendable (InventoryProgress) -> Void,
        _ read: @escaping @Sendable (RepositoryLocation) -> Result
    ) async -> [Result] {
        var results = [Result?](repeating: nil, count: locations.count)
        await withTaskGroup(of: (Int, Result).self) { group in
            var next = 0
            func start() {
                guard next < locations.count else { return }
                let position = next
                next += 1
                group.addTask { (position, read(locations[position])) }
            }
            for _ in 0..<max(1, options.jobs) { start() }
            var done = 0
            for await (position, result) in group {
                results[position] = result
                done += 1
                progress(
                    InventoryProgress(
                        done: done, total: locations.count, repository: locations[position].path.string))
                start()
            }
        }
        return results.compactMap(\.self)
    }

    /// What is to be read, and what `inventory.yml` tells to ignore by now.
    private func sort(_ found: [RepositoryLocation]) -> (read: [RepositoryLocation], ignored: [IgnoredRepository]) {
        guard let accounts else { return (found, []) }
        let today = options.day
        var read: [RepositoryLocation] = []
        var ignored: [IgnoredRepository] = []
        for location in found {
            guard let forge = location.forge,
                let since = accounts.ignoredSince(forge: forge, owner: location.owner), since <= today
            else {
                read.append(location)
                continue
            }
            ignored.append(
                IgnoredRepository(
                    forge: forge, owner: location.owner, name: location.name, path: location.path.string,
                    since: since.description))
        }
        return (read, ignored)
    }

    private func entry(of location: RepositoryLocation, _ reader: RepositoryReader) -> InventoryEntry {
        var entry = reader.entry(of: location)
        complete(&entry, at: location)
        return entry
    }

    /// Adds what others say of the repository: its forge, the list of accounts, people who correct.
    func complete(_ entry: inout InventoryEntry, at location: RepositoryLocation) {
        entry.takeForgeRecord(beside: location.path, options)
        defer { entry.compareForgeLicense(on: options.asOf) }
        guard let accounts else { return }
        if let forge = location.forge, let body = accounts.administration(forge: forge, owner: location.owner) {
            entry.administration = .init(psoId: body.psoID, name: body.name, ministry: body.ministry)
        }
        entry.apply(accounts.corrections(for: location), options)
    }
}
