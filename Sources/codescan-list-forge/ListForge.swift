// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Lists a forge for codescan: a `ListingJob` as a line of JSON from the standard input, `ListingEvent`s to the standard output,
// one JSON a line. It is a program of its own because it alone speaks HTTP: libcurl and what it brings would be loaded
// at every start of codescan. Its status says nothing: what went wrong is told in the events.

import ForgeAPIs
import ForgeRecords
import Foundation

@main
enum ListForge {
    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        // One line: whoever started this program keeps its standard input open.
        guard let line = readLine(), let job = try? JSONDecoder().decode(ListingJob.self, from: Data(line.utf8)) else {
            FileHandle.standardError.write(
                Data(
                    "codescan-list-forge: no job on the standard input; it is codescan that starts this program\n".utf8)
            )
            exit(EX_USAGE)
        }
        endWithReader()
        await ForgeListing(job).run { event in
            let encoder = JSONEncoder()
            encoder.outputFormatting = .withoutEscapingSlashes
            guard let line = try? encoder.encode(event) else { return }
            write(line + [UInt8(ascii: "\n")])
        }
    }

    /// Writes a whole line, waiting for a reader that is slower: nothing is asked of the forge meanwhile.
    private static func write(_ line: Data) {
        line.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(
                    STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno != EINTR {
                    exit(0)
                }
            }
        }
    }

    /// Ends the program when nobody reads its output any more, also while it waits for the forge.
    private static func endWithReader() {
        Thread.detachNewThread {
            // Nothing is waited for but what is always reported: that the other end is closed.
            var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
            while poll(&output, 1, -1) < 0 && errno == EINTR {}
            exit(0)
        }
    }
}
