// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// One repository in, its states over time out. Its commits are read once, along first parents; each date's commit is
// found among them, as git would find it; and of commits with the same tree one is read.

import Forges
import Git
import Licensing

struct HistoryReader {
    let reader: RepositoryReader
    let corrections: [Correction]
    let every: HistoryInterval
    /// The first and the last instant to tell of; null for the repository's own first and last.
    let from: GitDate?
    let to: GitDate?

    /// A history, and the date of the first commit that counts.
    struct Result: Sendable {
        var history: RepositoryHistory
        /// The oldest commit's date and the newest's that are told of; null without any.
        var span: ClosedRange<GitDate>?
    }

    /// Dates before are taken for broken clocks where nobody asks for them: git shows 1970 for a date it cannot read, and
    /// the oldest histories that were converted to git begin about here.
    private static let earliest = GitDate(seconds: 315_532_800)

    func read(_ location: RepositoryLocation) -> Result {
        var history = RepositoryHistory(
            forge: location.forge, owner: location.owner, name: location.name, path: location.path.string, states: [],
            errors: [])
        do {
            let repository = try Repository(opening: location.path)
            let chain = repository.firstParentChain(from: try repository.head().commit)
            if case .unreadable(let error) = chain.end {
                history.errors.append(error.sentence(reader.options.language))
            }
            guard let head = chain.commits.first else {
                history.states = [Self.notKnown]
                return Result(history: history, span: nil)
            }
            if chain.end != .root { history.states = [Self.notKnown] }
            let dates = chain.commits.lazy.map(\.committerDate.seconds)
            let oldest = dates.filter { $0 >= Self.earliest.seconds }.min() ?? Self.earliest.seconds
            let first = from ?? GitDate(seconds: oldest)
            let last = to ?? GitDate(seconds: max(head.committerDate.seconds, first.seconds))
            guard first.seconds <= last.seconds else { return Result(history: history, span: nil) }
            // What a broken clock dates earlier was there before.
            let before = dates.contains { $0 < Self.earliest.seconds } ? [Self.earliest] : []
            read(chain, at: before + every.ends(from: first, to: last), in: repository, location, &history)
            return Result(history: history, span: first...last)
        } catch .unbornHead {
            return Result(history: history, span: nil)
        } catch {
            history.errors.append(error.sentence(reader.options.language))
            history.states = [Self.notKnown]
            return Result(history: history, span: nil)
        }
    }

    /// Before everything that is told of.
    private static let notKnown = RepositoryHistory.State(since: "0001-01-01T00:00:00Z", .notKnown)

    private func read(
        _ chain: FirstParentChain, at dates: [GitDate], in repository: Repository, _ location: RepositoryLocation,
        _ history: inout RepositoryHistory
    ) {
        let memo = SnapshotMemo()
        var last: (tree: ObjectID, entry: InventoryEntry)?
        for (date, commit) in zip(dates, commits(of: chain, at: dates)) {
            let since = date.description
            guard let commit else {
                add(.init(since: since, chain.end == .root ? .none : .notKnown), to: &history)
                continue
            }
            if last?.tree != commit.tree {
                last = (commit.tree, entry(of: commit, in: repository, location, memo, &history.errors))
            }
            guard var entry = last?.entry else { continue }
            entry.head?.commit = commit.commit.hex
            if !corrections.isEmpty {
                var options = reader.options
                options.asOf = date
                entry.apply(corrections, options)
            }
            add(entry.kind == nil ? .init(since: since, .notKnown) : .init(since: since, entry), to: &history)
        }
    }

    /// For each date the first commit back from HEAD that was made then or before. An earlier date's is never a later one
    /// on the way back, so that one pass finds all.
    private func commits(of chain: FirstParentChain, at dates: [GitDate]) -> [HistoryCommit?] {
        var found = [HistoryCommit?](repeating: nil, count: dates.count)
        var position = 0
        for (index, date) in dates.enumerated().reversed() {
            let until = min(date.seconds, to?.seconds ?? .max)
            while position < chain.commits.count, chain.commits[position].committerDate.seconds > until {
                position += 1
            }
            guard position < chain.commits.count else { break }
            found[index] = chain.commits[position]
        }
        return found
    }

    private func entry(
        of commit: HistoryCommit, in repository: Repository, _ location: RepositoryLocation, _ memo: SnapshotMemo,
        _ errors: inout [String]
    ) -> InventoryEntry {
        var entry = InventoryEntry(at: location)
        entry.head = .init(branch: nil, commit: commit.commit.hex, date: commit.committerDate.description)
        do {
            let snapshot = try repository.snapshot(of: commit.commit)
            try reader.read(CommittedTree(of: snapshot, in: repository), into: &entry, memo: memo)
        } catch {
            entry.errors.append(error.sentence(reader.options.language))
        }
        for error in entry.errors where !errors.contains(error) { errors.append(error) }
        return entry
    }

    private func add(_ state: RepositoryHistory.State, to history: inout RepositoryHistory) {
        if let last = history.states.last {
            if !state.says(theSameAs: last) { history.states.append(state) }
        } else if state.content != .none {
            // Before its first state a repository holds nothing.
            history.states.append(state)
        }
    }
}
