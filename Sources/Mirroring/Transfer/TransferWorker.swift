// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The process that copies one repository, from its first byte to its last: `codescan mirror-transfer`. Whatever a server
// does to it happens to nobody else: it can be ended at any moment, and it ends with whoever started it.

import Foundation
import Git
import Synchronization

/// The process that was started to copy one repository.
public enum TransferWorker {
    /// Reads the job from standard input, does it, and tells of it on standard output.
    public static func run() async throws {
        guard let line = readLine(), let job = try? JSONDecoder().decode(TransferJob.self, from: Data(line.utf8)) else {
            throw RemoteError(
                url: "mirror-transfer", reason: "expects a job on its standard input; run codescan mirror")
        }
        endWithStarter()
        boundFiles(job.maximumBytes)
        let voice = Voice()
        let event: TransferEvent
        do {
            let transfer = Transfer(job: job) { voice.report($0) }
            event = .done(try await transfer.run())
        } catch let error as RemoteError {
            event = .failed(reason: error.reason, isTransient: error.isTransient)
        } catch let error as LockedError {
            event = .failed(reason: error.description, isTransient: true)
        } catch {
            event = .failed(reason: "cannot be kept: \(error)", isTransient: false)
        }
        voice.say(event)
    }

    /// Ends this process and those it started when standard input closes, which the system does for a starter that was
    /// killed, too. They are one process group.
    private static func endWithStarter() {
        Thread.detachNewThread {
            while readLine() != nil {}
            kill(getpgrp() == getpid() ? 0 : getpid(), SIGKILL)
        }
    }

    /// No file may grow far beyond the limit, git's own included: the system ends who tries, if the watchdog has not.
    private static func boundFiles(_ limit: Int) {
        let bytes = limit.addingReportingOverflow(1 << 30).partialValue
        var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
        #if canImport(Glibc)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
        #else
            setrlimit(RLIMIT_FSIZE, &limit)
        #endif
    }
}

/// Writes events, a line each; of progress, no more than a few a second.
private final class Voice {
    private var last = ContinuousClock.now

    func report(_ progress: RemoteProgress) {
        guard ContinuousClock.now - last > .milliseconds(200) else { return }
        last = .now
        say(.progress(bytes: progress.receivedBytes, steps: progress.steps))
    }

    func say(_ event: TransferEvent) {
        guard let line = try? JSONEncoder().encode(event) else { return }
        FileHandle.standardOutput.write(line + Data("\n".utf8))
    }
}
