// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// How far the work on each forge is, on standard error: a line a forge, drawn over where there is a terminal; in a log, a
// line when a forge is waited for and when it is done.

import Foundation
import Inventory
import Languages
import Mirroring
import Reports
import Synchronization

/// Shows the progress of `codescan mirror`.
final class HostLines: Sendable {
    private struct State {
        var hosts: [String: MirrorProgress] = [:]
        var drawn = 0
        var last = ContinuousClock.now
    }

    private let terminal = Terminal.standardError
    private let language: Language
    private let isOn: Bool
    private let state = Mutex(State())

    init(isOn: Bool, language: Language) {
        self.isOn = isOn
        self.language = language
    }

    /// Shows it, unless lines were drawn a moment ago.
    func show(_ progress: MirrorProgress) {
        guard isOn else { return }
        state.withLock { state in
            let before = state.hosts.updateValue(progress, forKey: progress.host)
            guard terminal.canRedraw else {
                let isNews = progress.isFinished || (progress.waiting != nil && progress.waiting != before?.waiting)
                if isNews { write("codescan: \(line(progress))\n") }
                return
            }
            let now = ContinuousClock.now
            guard progress.isFinished || now - state.last > .milliseconds(100) else { return }
            state.last = now
            draw(&state)
        }
    }

    /// Takes the lines away.
    func erase() {
        guard isOn, terminal.canRedraw else { return }
        state.withLock { state in
            write(Self.up(state.drawn) + "\u{1B}[J")
            state.drawn = 0
        }
    }

    private func draw(_ state: inout State) {
        // Forges that are done give way to those at work when there are more than a screen shows.
        let shown = state.hosts.values
            .sorted { ($0.isFinished ? 1 : 0, $0.host) < ($1.isFinished ? 1 : 0, $1.host) }.prefix(16)
        let width = (terminal.width ?? 80) - 1
        let lines = shown.map { TerminalText(line($0)).elided(to: width).string + "\u{1B}[K\n" }
        write(Self.up(state.drawn) + lines.joined())
        state.drawn = lines.count
    }

    private func line(_ progress: MirrorProgress) -> String {
        var text = language(
            "\(progress.host): \(progress.done) of \(progress.listed)",
            "\(progress.host)\u{A0}: \(progress.done) sur \(progress.listed)")
        if progress.failed > 0 {
            text += language(", \(progress.failed) failed", ", \(progress.failed) en échec")
        }
        if let waiting = progress.waiting {
            text += language(", waiting: \(waiting)", ", attente\u{A0}: \(waiting)")
        } else if progress.isFinished {
            text += language(", done", ", terminé")
        }
        return text
    }

    private static func up(_ lines: Int) -> String { lines > 0 ? "\r\u{1B}[\(lines)A" : "\r" }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
