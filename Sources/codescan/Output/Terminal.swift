// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What stands at the other end of a stream: a terminal or not, how wide, and whether it is to be coloured.

import ArgumentParser
import Foundation

/// `--color`.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

struct Terminal {
    /// The stream's file descriptor.
    let descriptor: Int32

    static let standardOutput = Terminal(descriptor: STDOUT_FILENO)
    static let standardError = Terminal(descriptor: STDERR_FILENO)

    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Cells in a line; null for what is not a terminal. A terminal that does not say has $COLUMNS, else 80.
    var width: Int? {
        guard isTerminal else { return nil }
        var size = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return Environment["COLUMNS"].flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil } ?? 80
    }

    /// Whether to colour. Left to the environment, NO_COLOR (no-color.org) is stronger than CLICOLOR_FORCE
    /// (bixense.com/clicolors), and both than what the stream is.
    func isColored(_ choice: ColorChoice) -> Bool {
        switch choice {
        case .always: return true
        case .never: return false
        case .auto:
            if Environment["NO_COLOR"] != nil { return false }
            if let force = Environment["CLICOLOR_FORCE"] { return force != "0" }
            return isTerminal && Environment["TERM"] != "dumb"
        }
    }

    /// Whether a line can be written over.
    var canRedraw: Bool { isTerminal && Environment["TERM"] != "dumb" }
}
