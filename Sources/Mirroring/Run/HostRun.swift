// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The work on one forge: its pages are read as they come, each repository is matched with what is kept, copies run beside
// the reading. Neither runs ahead of the other: while every place for a copy is taken, the next page waits.

import Forges
import Foundation
import Git

/// Where a host's repositories are known from.
enum HostSource: Sendable {
    /// The forge lists them: those of some accounts, or all of them.
    case forge(ForgeKind, accounts: [String]?)
    /// Somebody listed their addresses.
    case addresses([RepositoryAddress])
}

struct HostRun: Sendable {
    let host: String
    let sources: [HostSource]
    let options: MirrorOptions
    let tree: MirrorTree
    /// RFC 3339; the same for the whole run.
    let now: String
    /// Whether an owner is to be left out: a group in one that is listed.
    let isIgnored: @Sendable (String) -> Bool
    let progress: @Sendable (MirrorProgress) -> Void
    let did: @Sendable (MirrorAction) -> Void

    func run() async -> MirrorReport {
        var state = State(progress: MirrorProgress(host: host))
        if options.mode != .list { state.known = KnownMirrors(of: host, in: tree) }
        await withTaskGroup(of: Copied.self) { copies in
            for source in sources {
                switch source {
                case .addresses(let addresses):
                    for address in addresses { await take(address.listed, &state, &copies) }
                case .forge(let kind, let accounts): await list(kind, accounts, &state, &copies)
                }
            }
            for await copied in copies { finish(copied, &state) }
        }
        state.progress.isFinished = true
        progress(state.progress)
        return state.report
    }

    /// What is known half-way.
    private struct State {
        var report = MirrorReport()
        var progress: MirrorProgress
        var known: KnownMirrors?
        /// The accounts that were listed to their end, and those that the forge says it has not.
        var complete: [String?] = []
        var unknown: [String?] = []
        /// Whether something that the forge has may be missing from what was met.
        var isUnsure = false
        var copying = 0
    }

    /// A copy that ended, well or not.
    private struct Copied: Sendable {
        let place: MirrorPlace
        let isNew: Bool
        let result: Result<TransferOutcome, CopyError>
    }

    // MARK: - Listing

    private func list(
        _ kind: ForgeKind, _ accounts: [String]?, _ state: inout State, _ copies: inout TaskGroup<Copied>
    ) async {
        var job = ListingJob(
            host: host, kind: kind, accounts: accounts, token: await options.token(host),
            certificates: options.certificates, cachePath: options.cachePath, pace: options.pace)
        job.userAgent = options.userAgent
        do {
            try await options.lister.run(job) { try await read($0, &state, &copies) }
        } catch {
            note("\(error)", &state)
        }
    }

    private func read(_ lister: RunningWorker, _ state: inout State, _ copies: inout TaskGroup<Copied>) async throws {
        var isFinished = false
        for try await event in lister.events(ListingEvent.self) {
            state.progress.waiting = nil
            switch event {
            case .page(_, let repositories):
                for repository in repositories { await take(repository, &state, &copies) }
            case .ended(let account, let outcome): end(account, outcome, &state)
            case .waiting(let seconds, let reason):
                state.progress.waiting = "\(reason) (\(Int(seconds.rounded(.up))) s)"
            case .oddity(let reason):
                state.isUnsure = true
                note(reason, isFailure: false, &state)
            case .finished(let cost):
                state.report.cost = cost
                isFinished = true
                markVanished(&state)
            }
            progress(state.progress)
        }
        guard isFinished else {
            throw WorkerError(
                description: "the listing broke off; what was listed is mirrored, run codescan mirror again")
        }
    }

    private func end(_ account: String?, _ outcome: ListingOutcome, _ state: inout State) {
        switch outcome {
        case .complete: state.complete.append(account)
        case .noSuchAccount:
            note("the forge has no such account; mend inventory.yml, or write ignored_since", of: account, &state)
            state.unknown.append(account)
        case .failed(let reason):
            note(reason, of: account, &state)
            // Where it went on, or whether it was there: a repository may have moved there from another account.
            state.isUnsure = true
        }
    }

    /// What follows from the end of the whole listing: what no account showed has vanished. Nothing follows where anything
    /// could not be read, or where a forge answers that it has none of the accounts, as another program at its address would.
    private func markVanished(_ state: inout State) {
        guard !state.isUnsure, !state.complete.isEmpty else { return }
        for place in (state.complete + state.unknown).flatMap({ state.known?.missing(from: $0) ?? [] }) {
            tell(.vanished(place), &state)
            state.known?.markVanished(place)
            guard options.mode == .mirror, var record = tree.record(of: place) else { continue }
            record.vanishedSince = now
            do {
                try tree.write(record, at: place)
            } catch {
                tell(.failed(place, reason: "cannot be kept: \(error)"), &state)
            }
        }
    }

    // MARK: - One repository

    private func take(_ listed: ListedRepository, _ state: inout State, _ copies: inout TaskGroup<Copied>) async {
        guard let place = MirrorPlace(listed.record), place.host == host.lowercased() else {
            state.isUnsure = true
            return note("lists a repository whose name cannot be a folder's, which is left out", &state)
        }
        if isIgnored(place.owner) { return }
        // An account and a group in it may both list it.
        if state.known?.hasMet(place, listed.record) == true { return }
        state.report.counts.listed += 1
        state.progress.listed += 1
        if options.mode == .list { return tell(.listed(place, url: listed.cloneURL), &state) }

        var record = listed.record
        let before = state.known?.place(of: record, at: place)
        do {
            try settle(&record, at: place, before: before, &state)
        } catch {
            state.isUnsure = true
            return tell(.failed(place, reason: "cannot be kept: \(error)"), &state)
        }
        let isNew = !tree.hasMirror(options.mode == .mirror ? place : before ?? place)
        let push = pushMark(listed.record)
        if !isNew, let push, push == tree.copiedPush(of: place) { return tell(.unchanged(place), &state) }
        guard options.mode == .mirror else { return tell(isNew ? .made(place) : .checked(place), &state) }

        if state.copying == options.transfersPerHost, let copied = await copies.next() { finish(copied, &state) }
        state.copying += 1
        let url = listed.cloneURL
        let isAddress = listed.record.kind == nil
        copies.addTask { [record] in
            do {
                let outcome = try await Copier(options: options, tree: tree).copy(url, to: place)
                // The date was said before the copy began: the copy has at least that push.
                try tree.setCopiedPush(push, of: place)
                // An address is known to be public once it was copied from, without a name or a password.
                if isAddress { try tree.write(record, at: place) }
                return Copied(place: place, isNew: isNew, result: .success(outcome))
            } catch {
                let error = error as? CopyError ?? CopyError(reason: "\(error)", isTransient: false)
                return Copied(place: place, isNew: isNew, result: .failure(error))
            }
        }
    }

    /// What a copy that is asked for now will have, as GitHub says it: the last push, of so many branches and commits. Nil
    /// where the forge does not say it for sure.
    private func pushMark(_ record: ForgeRecord) -> String? {
        guard record.kind == .github, let date = record.pushedAt else { return nil }
        return [date, record.defaultBranch ?? "", options.branches.rawValue, options.depth.map(String.init) ?? "all"]
            .joined(separator: " ")
    }

    /// Brings the tree to the forge's names, and keeps what the forge says now with what was known before.
    private func settle(
        _ record: inout ForgeRecord, at place: MirrorPlace, before: MirrorPlace?, _ state: inout State
    ) throws {
        let old = before.flatMap { tree.record(of: $0) }
        let isAddress = record.kind == nil
        // An address says nothing of a repository: what its forge said once stays.
        if isAddress, let old { record = old }
        record.vanishedSince = nil
        record.formerNames = old?.formerNames ?? []
        record.firstSeenAt = old?.firstSeenAt ?? now
        record.lastSeenAt = now
        if state.known?.isTaken(place, byAnotherThan: record) == true { try displace(place, &state) }
        if let before, before != place {
            record.formerNames.removeAll { $0 == place.description }
            if !isDisplaced(before, record) { record.formerNames.append(before.description) }
            if options.mode == .mirror { try tree.move(from: before, to: place, record: record) }
            tell(.moved(from: before, to: place), &state)
        } else if options.mode == .mirror, !isAddress {
            try tree.write(record, at: place)
        }
        state.known?.meet(record, at: place, before: before)
    }

    /// Moves a mirror out of the way of another repository that has its name now. Its own new name, if it has one, comes
    /// later in the listing; until then it is kept under its id, with a sign that forges allow in no name.
    private func displace(_ place: MirrorPlace, _ state: inout State) throws {
        guard var record = tree.record(of: place), let id = record.id,
            let aside = MirrorPlace(host: place.host, owner: place.owner, name: "\(place.name)~\(id)")
        else { throw WorkerError(description: "another repository has its name, and cannot be moved out of its way") }
        record.formerNames.append(place.description)
        if options.mode == .mirror { try tree.move(from: place, to: aside, record: record) }
        state.known?.displace(from: place, to: aside)
    }

    /// Whether a place is one of those.
    private func isDisplaced(_ place: MirrorPlace, _ record: ForgeRecord) -> Bool {
        record.id.map { place.name.hasSuffix("~\($0)") } ?? false
    }

    private func finish(_ copied: Copied, _ state: inout State) {
        state.copying -= 1
        switch copied.result {
        case .failure(let error): tell(.failed(copied.place, reason: error.reason), &state)
        case .success(.updated(let bytes)):
            state.report.bytesCopied += bytes
            state.progress.bytes += bytes
            tell(copied.isNew ? .made(copied.place) : .updated(copied.place), &state)
        case .success: tell(copied.isNew ? .made(copied.place) : .unchanged(copied.place), &state)
        }
    }

    private func note(_ reason: String, of account: String? = nil, isFailure: Bool = true, _ state: inout State) {
        state.report.problems.append(
            MirrorProblem(host: host, account: account, reason: reason, isFailure: isFailure))
    }

    private func tell(_ action: MirrorAction, _ state: inout State) {
        state.report.add(action)
        switch action {
        case .moved, .vanished: break
        case .failed:
            state.progress.failed += 1
            state.progress.done += 1
        default: state.progress.done += 1
        }
        did(action)
        progress(state.progress)
    }
}
