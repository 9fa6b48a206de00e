// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// How often a forge is asked.

struct Pace {
    private let interval: Duration
    private var next: ContinuousClock.Instant

    init(requestsPerSecond: Double) {
        interval = .seconds(requestsPerSecond > 0 ? 1 / requestsPerSecond : 0)
        next = .now
    }

    /// Seconds until the next request may go.
    func nextWait() -> Double {
        max(0, (next - .now) / .seconds(1))
    }

    /// A request goes.
    mutating func didAsk() { next = .now + interval }

    /// None goes for so many seconds, as the forge wishes.
    mutating func hold(for seconds: Double) { next = max(next, .now + .seconds(seconds)) }
}
