// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Mirroring

@Suite("A copy is ended when it is too slow, too large or too long")
struct WatchdogTests {
    private let start = ContinuousClock.now

    private func limits() -> TransferLimits {
        var limits = TransferLimits()
        limits.maximumBytes = 1000
        limits.bytesPerMinute = 100
        limits.wallClock = .seconds(600)
        limits.silence = .seconds(120)
        return limits
    }

    @Test("a copy that goes on is left alone")
    func steady() {
        var watchdog = Watchdog(limits(), start: start)
        for minute in 1...6 {
            let now = start + .seconds(60 * minute)
            watchdog.observe(bytes: 110 * minute, steps: minute, at: now)
            #expect(watchdog.verdict(at: now) == nil)
        }
    }

    @Test("a server that counts its objects for a minute is waited for, and not for longer than the silence")
    func silence() {
        var watchdog = Watchdog(limits(), start: start)
        #expect(watchdog.verdict(at: start + .seconds(100)) == nil)
        #expect(watchdog.verdict(at: start + .seconds(121)) == "fell silent for 120.0 seconds")
    }

    @Test("a trickle is ended after a minute")
    func trickle() {
        var watchdog = Watchdog(limits(), start: start)
        for second in 1...59 {
            watchdog.observe(bytes: second, steps: second, at: start + .seconds(second))
            #expect(watchdog.verdict(at: start + .seconds(second)) == nil)
        }
        watchdog.observe(bytes: 60, steps: 60, at: start + .seconds(60))
        #expect(
            watchdog.verdict(at: start + .seconds(60)) == "sent 60 bytes in a minute, fewer than 100 (--min-rate)")
    }

    @Test("putting in order what has come takes its time")
    func indexing() {
        var watchdog = Watchdog(limits(), start: start)
        watchdog.observe(bytes: 500, steps: 1, at: start + .seconds(1))
        for second in 2...300 {
            watchdog.observe(bytes: 500, steps: second, at: start + .seconds(second))
            #expect(watchdog.verdict(at: start + .seconds(second)) == nil)
        }
    }

    @Test("what is too large, or takes too long as a whole, is ended")
    func bounds() {
        var large = Watchdog(limits(), start: start)
        large.observe(bytes: 1001, steps: 1, at: start)
        #expect(large.verdict(at: start) == "is larger than 1000 bytes (--max-size)")
        var long = Watchdog(limits(), start: start)
        for second in stride(from: 10, through: 600, by: 10) {
            long.observe(bytes: second, steps: second * 100, at: start + .seconds(second))
        }
        #expect(long.verdict(at: start + .seconds(601)) == "took longer than 600.0 seconds (--max-time)")
    }
}
