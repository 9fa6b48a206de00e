// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a signal that ends the program must leave behind: no file aside. The path stands in C memory, since a signal
// handler may do little more than `unlink`.

import Foundation
import Synchronization

enum Interruption {
    /// The path to remove, as a pointer's bits; 0 for none. A pointer that was stored is never freed: the handler may
    /// hold it, and there is one a run.
    private static let path = Atomic<UInt>(0)

    /// Names the file that is to go when the program is ended; null when there is none any more.
    static func removes(_ file: String?) {
        path.store(file.flatMap { UInt(bitPattern: strdup($0)) } ?? 0, ordering: .sequentiallyConsistent)
    }

    /// Removes the file on SIGINT, SIGTERM and SIGHUP, then ends the program as the signal would have.
    static func watch() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            let previous = signal(number) { number in
                if let file = UnsafePointer<CChar>(
                    bitPattern: Interruption.path.load(ordering: .sequentiallyConsistent))
                {
                    unlink(file)
                }
                signal(number, SIG_DFL)
                raise(number)
            }
            // nohup and its like want the signal ignored.
            if previous.map({ unsafeBitCast($0, to: Int.self) }) == 1 { signal(number, SIG_IGN) }
        }
    }
}
