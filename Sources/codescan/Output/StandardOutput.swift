// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Standard output that tells when it fails: `print` does not, and a full disk would look like success.

import Foundation

enum StandardOutput {
    /// Writes all of it. A reader that has closed its end (`| head`) ends the program, quietly, as SIGPIPE does.
    static func write(_ data: Data) throws(OutputError) {
        do throws(OutputError) {
            try writeAll(data, STDOUT_FILENO, "standard output")
        } catch {
            if error.isClosedPipe { exit(128 + SIGPIPE) }
            throw error
        }
    }

    /// Writes a line.
    static func write(line: String) throws(OutputError) {
        var text = line + "\n"
        try write(text.withUTF8 { Data(buffer: $0) })
    }
}
