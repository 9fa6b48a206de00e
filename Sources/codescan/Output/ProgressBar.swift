// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// How far a run is, on standard error: a bar where there is a terminal, a line now and then where a log is kept.

import Foundation
import Inventory
import Languages
import Reports
import Synchronization

/// Shows the progress that any task reports.
final class ProgressBar: Sendable {
    private let terminal = Terminal.standardError
    private let language: Language
    private let isOn: Bool
    private let redraws: Bool
    /// When it was last shown.
    private let last: Mutex<ContinuousClock.Instant>

    /// Between two draws of the bar; between two lines of a log.
    private static let drawing = Duration.milliseconds(100)
    private static let logging = Duration.seconds(30)

    init(isOn: Bool, language: Language) {
        self.isOn = isOn
        self.language = language
        redraws = Terminal.standardError.canRedraw
        last = Mutex(.now)
    }

    /// Shows it, unless it was shown a moment ago.
    func show(_ progress: InventoryProgress) {
        guard isOn else { return }
        last.withLock { last in
            let now = ContinuousClock.now
            guard now - last >= (redraws ? Self.drawing : Self.logging) else { return }
            last = now
            Self.write(redraws ? "\r" + bar(progress) + "\u{1B}[K" : log(progress))
        }
    }

    /// Takes the bar away.
    func erase() {
        guard isOn, redraws else { return }
        last.withLock { _ in Self.write("\r\u{1B}[K") }
    }

    private func bar(_ progress: InventoryProgress) -> String {
        let cells = 20
        let filled = progress.total > 0 ? cells * progress.done / progress.total : 0
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
        // One cell less than the line, since some terminals wrap at the last.
        return TerminalText("\(bar) \(progress.done)/\(progress.total) \(progress.repository)")
            .elided(to: (terminal.width ?? 80) - 1).string
    }

    private func log(_ progress: InventoryProgress) -> String {
        let read = language(
            "\(progress.done) of \(language.repositories(progress.total)) read",
            "dépôts lus\u{A0}: \(progress.done) sur \(progress.total)")
        return "codescan: \(read)\n"
    }

    private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
