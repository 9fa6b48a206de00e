// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// When a request that failed for the moment is tried again: after a random part of a wait that doubles from time to
// time ("full jitter"), so that many clients of a forge that was down do not come back all at once.

struct Retries {
    /// How often.
    let most: Int
    /// The longest wait before the first retry, in seconds.
    let firstWait: Double

    /// How often an answer is asked for again that is complete and makes no sense: a proxy's page for people, mostly.
    static let mostMalformed = 2
    /// No wait is longer.
    private static let longestWait = 60.0

    /// Seconds before the next try; nil when there were enough.
    func wait(after tries: Int) -> Double? {
        guard tries < most else { return nil }
        return Double.random(in: 0...1) * longest(after: tries)
    }

    /// What the wait is a random part of.
    func longest(after tries: Int) -> Double {
        min(Self.longestWait, firstWait * Double(1 << min(tries, 16)))
    }
}
