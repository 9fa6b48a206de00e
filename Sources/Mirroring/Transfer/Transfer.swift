// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Copies one repository, in the process that was started for it. libgit2 does it; where a history is to be cut short and
// libgit2 is older than 1.7, git does.

import Foundation
import Git

struct Transfer {
    let job: TransferJob
    /// Called as often as anything happens.
    let progress: (RemoteProgress) -> Void

    /// Brings the mirror up to date.
    /// - Throws: `RemoteError`, or what the file system says; the mirror is then as it was.
    func run() async throws -> TransferOutcome {
        guard let scheme = URL(string: job.url)?.scheme, ["https", "http", "git"].contains(scheme) else {
            throw RemoteError(url: job.url, reason: "is no address that is copied from; give https, http or git")
        }
        let folder = MirrorFolder(path: job.folder)
        let lock = try folder.lock()
        defer { lock.release() }
        let earlierDepth = folder.depth
        try folder.prepare(url: job.url, branches: job.branches, depth: job.depth)
        try RemoteRepository.prepare(certificates: job.certificates, userAgent: job.userAgent)
        if job.depth != nil, !RemoteRepository.canFetchShallow {
            return try await copyWithGit(into: folder, isAsBefore: earlierDepth == job.depth)
        }
        return try copy(into: folder)
    }

    private func copy(into folder: MirrorFolder) throws -> TransferOutcome {
        // libgit2 cannot lengthen a history that was cut short.
        if job.depth == nil, try Repository(opening: job.folder).isShallow { return .damaged }
        let remote = try RemoteRepository(url: job.url, into: GitPath(job.folder))
        let wanted = try wanted(of: remote.offer, for: folder)
        if folder.holds(wanted, head: remote.offer.head) { return wanted.isEmpty ? .empty : .unchanged }
        var received = 0
        let patterns = job.branches == .all ? job.branches.patterns : wanted.map(\.name)
        try remote.download(patterns, depth: job.depth) { step in
            received = step.receivedBytes
            progress(step)
        }
        return try publish(wanted, head: remote.offer.head, in: folder, received: received)
    }

    private func copyWithGit(into folder: MirrorFolder, isAsBefore: Bool) async throws -> TransferOutcome {
        let git = GitProgram(job: job, progress: progress)
        let offer = try await git.offer()
        let wanted = try wanted(of: offer, for: folder)
        if isAsBefore, folder.holds(wanted, head: offer.head) { return wanted.isEmpty ? .empty : .unchanged }
        let received = wanted.isEmpty ? 0 : try await git.fetch(wanted)
        return try publish(wanted, head: offer.head, in: folder, received: received)
    }

    /// What is to be had of an offer.
    /// - Throws: `RemoteError` when that is nothing and the mirror holds something: a server that lost its disk, or a HEAD
    ///   that names no branch any more, is no reason to lose the mirror, too.
    private func wanted(of offer: RemoteOffer, for folder: MirrorFolder) throws(RemoteError) -> [RemoteReference] {
        let wanted = offer.references.filter { reference in
            switch job.branches {
            case .all:
                reference.name.bytes.starts(with: "refs/heads/".utf8)
                    || reference.name.bytes.starts(with: "refs/tags/".utf8)
            case .head: reference.name == offer.head
            }
        }
        guard !wanted.isEmpty || !folder.holdsReferences else {
            throw RemoteError(url: job.url, reason: "offers no branch any more; the mirror stays as it was")
        }
        return wanted
    }

    /// Publishes what has come, when all of it has.
    private func publish(
        _ wanted: [RemoteReference], head: GitPath?, in folder: MirrorFolder, received: Int
    ) throws -> TransferOutcome {
        let repository = try Repository(opening: job.folder)
        guard wanted.allSatisfy({ repository.contains($0.id) }) else {
            throw RemoteError(
                url: job.url, reason: "did not send all it offers; it may have changed in between", isTransient: true)
        }
        try folder.publish(wanted, head: head)
        if wanted.isEmpty { return .empty }
        return folder.isWhole ? .updated(bytes: received) : .damaged
    }
}
