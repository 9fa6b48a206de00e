// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a forge says of its limits: Retry-After (RFC 9110, section 10.2.3), GitHub's x-ratelimit-*, GitLab's
// RateLimit-*. Times of day are compared with the forge's own clock, which it sends with each answer.

import Foundation
import HTTP

struct RateLimit {
    /// Seconds after which the request may be sent again; nil when it was not refused for its number.
    let refusal: Double?
    /// Seconds after which any request may be sent, when this one was the last of its time.
    let untilNext: Double?

    /// How long to wait where a forge limits requests and does not say how long (GitHub's advice: a minute at least).
    private static let unknownWait = 60.0
    /// A number below is one of seconds, above it is a time of day in seconds since 1970.
    private static let firstTimeOfDay = 1_000_000_000.0

    init(_ answer: HTTPResponse, now: Date = Date()) {
        let clock = answer.headers["Date"].flatMap { Date(httpDate: $0) } ?? now
        let retryAfter = answer.headers["Retry-After"].flatMap { text in
            Double(text) ?? Date(httpDate: text).map { $0.timeIntervalSince(clock) }
        }
        let remaining = answer.headers["x-ratelimit-remaining"] ?? answer.headers["RateLimit-Remaining"]
        let reset = (answer.headers["x-ratelimit-reset"] ?? answer.headers["RateLimit-Reset"]).flatMap(Double.init)
            .map { $0 < Self.firstTimeOfDay ? $0 : $0 - clock.timeIntervalSince1970 }
        let isSpent = remaining.flatMap(Double.init) == 0
        // The second in which the time is over is not over itself.
        let spent = isSpent ? reset.map { max(0, $0) + 1 } : nil
        let wait: Double? =
            switch answer.status {
            case 429: retryAfter ?? spent ?? Self.unknownWait
            case 403: retryAfter ?? spent ?? (Self.speaksOfLimit(answer) ? Self.unknownWait : nil)
            case 503: retryAfter
            default: nil
            }
        refusal = wait.map { max(0, $0) }
        untilNext = wait == nil ? spent : nil
    }

    /// GitHub's secondary limits may come without a header.
    private static func speaksOfLimit(_ answer: HTTPResponse) -> Bool {
        String(decoding: answer.body.prefix(4096), as: UTF8.self).lowercased().contains("rate limit")
    }
}
