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
    func run() throws -> TransferOutcome {
        guard let scheme = URL(string: job.url)?.scheme, ["https", "http", "git"].contains(scheme) else {
            throw RemoteError(url: job.url, reason: "is no address that is copied from; give https, http or git")
        }
        let folder = MirrorFolder(path: job.folder)
        let lock = try folder.lock()
        defer { lock.release() }
        try folder.prepare(url: job.url, branches: job.branches)
        try RemoteRepository.prepare(certificates: job.certificates, userAgent: job.userAgent)
        if job.depth != nil, !RemoteRepository.canFetchShallow {
            return try GitProgram(job: job, progress: progress).fetch(into: folder)
        }
        return try copy(into: folder)
    }

    private func copy(into folder: MirrorFolder) throws -> TransferOutcome {
        // libgit2 cannot lengthen a history that was cut short.
        if job.depth == nil, try Repository(opening: job.folder).isShallow { return .damaged }
        let remote = try RemoteRepository(url: job.url, into: GitPath(job.folder))
        let wanted = remote.offer.references.filter { isWanted($0.name, head: remote.offer.head) }
        if folder.holds(wanted, head: remote.offer.head) { return wanted.isEmpty ? .empty : .unchanged }
        var received = 0
        let patterns = job.branches == .all ? job.branches.patterns : wanted.map(\.name)
        try remote.download(patterns, depth: job.depth) { step in
            received = step.receivedBytes
            progress(step)
        }
        // A server may offer what it does not send.
        let repository = try Repository(opening: job.folder)
        guard wanted.allSatisfy({ repository.contains($0.id) }) else {
            throw RemoteError(
                url: job.url, reason: "did not send all it offers; it may have changed in between", isTransient: true)
        }
        try folder.publish(wanted, head: remote.offer.head)
        if wanted.isEmpty { return .empty }
        return folder.isWhole ? .updated(bytes: received) : .damaged
    }

    private func isWanted(_ name: GitPath, head: GitPath?) -> Bool {
        switch job.branches {
        case .all: name.bytes.starts(with: "refs/heads/".utf8) || name.bytes.starts(with: "refs/tags/".utf8)
        case .head: name == head
        }
    }
}
