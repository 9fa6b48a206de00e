// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Makes one mirror, or brings it up to date: a process copies, a watchdog ends it when it must, and what failed for the
// moment is tried again. A new mirror is made aside and put in its place whole.

import Foundation
import Synchronization

/// A repository that could not be copied; a sentence.
struct CopyError: Error {
    let reason: String
    let isTransient: Bool
}

struct Copier: Sendable {
    let options: MirrorOptions
    let tree: MirrorTree

    /// Copies what is at an address to its place.
    /// - Throws: `CopyError`; the mirror, if there was one, is then as it was.
    func copy(_ url: String, to place: MirrorPlace) async throws -> TransferOutcome {
        var attempt = 0
        while true {
            do {
                return try await once(url, to: place)
            } catch let error as CopyError {
                guard error.isTransient, attempt < options.retries else { throw error }
                // Full jitter: those who failed together do not come back together.
                let longest = min(60, options.pace.firstRetryWait * Double(1 << min(attempt, 16)))
                try await Task.sleep(for: .seconds(Double.random(in: 0...longest)))
                attempt += 1
            }
        }
    }

    private func once(_ url: String, to place: MirrorPlace) async throws -> TransferOutcome {
        if tree.hasMirror(place) {
            let outcome = try await transfer(url, into: tree.path(of: place))
            if outcome != .damaged { return outcome }
        }
        let folder = tree.newFolder()
        do {
            let outcome = try await transfer(url, into: folder)
            guard outcome != .damaged else {
                throw CopyError(reason: "\(url): what it sends lacks its HEAD's content", isTransient: false)
            }
            try tree.place(folder, at: place)
            return outcome
        } catch {
            tree.discard(folder)
            throw error
        }
    }

    private func transfer(_ url: String, into folder: String) async throws -> TransferOutcome {
        let job = TransferJob(
            url: url, folder: folder, branches: options.branches, depth: options.depth,
            certificates: options.certificates, userAgent: options.userAgent,
            maximumBytes: options.limits.maximumBytes)
        let watch = Watch(options.limits)
        return try await options.copier.run(job) { process in
            let ending = Task {
                try await watch.waitForVerdict()
                process.end()
            }
            defer { ending.cancel() }
            for try await event in process.events(TransferEvent.self) {
                switch event {
                case .progress(let bytes, let steps): watch.observe(bytes: bytes, steps: steps)
                case .done(let outcome): return outcome
                case .failed(let reason, let isTransient): throw CopyError(reason: reason, isTransient: isTransient)
                }
            }
            if let reason = watch.reason { throw CopyError(reason: "\(reason) and was ended", isTransient: false) }
            // The system ends who writes a file beyond the limit.
            throw CopyError(
                reason:
                    "the copy broke off; a pack may be larger than \(options.limits.maximumBytes) bytes (--max-size)",
                isTransient: true)
        }
    }
}

/// Asks the watchdog once a second, beside the reading of what the copy tells.
private final class Watch: Sendable {
    private let dog: Mutex<Watchdog>
    private let verdict = Mutex<String?>(nil)

    init(_ limits: TransferLimits) { dog = Mutex(Watchdog(limits, start: .now)) }

    /// Why the copy was ended; nil when it was not.
    var reason: String? { verdict.withLock { $0 } }

    func observe(bytes: Int, steps: Int) { dog.withLock { $0.observe(bytes: bytes, steps: steps, at: .now) } }

    /// Returns when the copy is to be ended.
    /// - Throws: `CancellationError` when it ended by itself.
    func waitForVerdict() async throws {
        while true {
            try await Task.sleep(for: .seconds(1))
            guard let reason = dog.withLock({ $0.verdict(at: .now) }) else { continue }
            return verdict.withLock { $0 = reason }
        }
    }
}
