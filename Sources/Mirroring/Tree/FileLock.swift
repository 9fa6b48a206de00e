// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A lock that ends with the process that holds it, however that ends: flock(2) on a file.

import Foundation

/// Somebody else is at work.
public struct LockedError: Error, Sendable, CustomStringConvertible {
    /// What is locked, and what to do.
    public let description: String
}

struct FileLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock in a file, for what people know as `path`, and waits for it for so long.
    /// - Throws: `LockedError` when another process keeps it, or the file cannot be made.
    init(_ file: String, on path: String, waiting: Duration = .zero) throws(LockedError) {
        descriptor = open(file, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else {
            throw LockedError(description: "\(file): cannot be made: \(String(cString: strerror(errno)))")
        }
        let end = ContinuousClock.now + waiting
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard ContinuousClock.now < end else {
                close(descriptor)
                throw LockedError(
                    description: "\(path): another codescan is at work there; wait for it to end, or end it")
            }
            usleep(50_000)
        }
    }

    /// Gives it back.
    func release() { close(descriptor) }
}
