// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A lock that ends with the process that holds it, however that ends: flock(2) on a file.

import Foundation
import Languages

/// Somebody else is at work.
public struct LockedError: Error, Sendable, Spoken {
    private let message: Bilingual

    init(_ message: Bilingual) { self.message = message }

    /// What is locked, and what to do.
    public func sentence(_ language: Language) -> String { message(language) }
}

struct FileLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock in a file, for what people know as `path`, and waits for it for so long.
    /// - Throws: `LockedError` when another process keeps it, or the file cannot be made.
    init(_ file: String, on path: String, waiting: Duration = .zero) throws(LockedError) {
        descriptor = open(file, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else {
            let reason = Bilingual(systemError: errno)
            throw LockedError(
                Bilingual(
                    "\(file): cannot be made: \(reason(.english))",
                    "\(file)\u{A0}: ne peut être créé\u{A0}: \(reason(.french))"))
        }
        let end = ContinuousClock.now + waiting
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard ContinuousClock.now < end else {
                close(descriptor)
                throw LockedError(
                    Bilingual(
                        "\(path): another codescan is at work there; wait for it to end, or end it",
                        "\(path)\u{A0}: un autre codescan y travaille\u{A0}; attendez qu’il finisse, ou arrêtez-le"))
            }
            usleep(50_000)
        }
    }

    /// Gives it back.
    func release() { close(descriptor) }
}
