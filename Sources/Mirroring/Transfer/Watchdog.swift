// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// When a copy is to be ended: libgit2 1.5 has no time-out, so somebody else keeps the time.

/// How long and how large one copy may be.
public struct TransferLimits: Sendable, Hashable {
    /// The most bytes that are received.
    public var maximumBytes = 10 << 30
    /// The fewest bytes that are received in a minute, while bytes are what is waited for.
    public var bytesPerMinute = 64 << 10
    /// The longest a copy takes as a whole.
    public var wallClock = Duration.seconds(3600)
    /// The longest that nothing at all happens: before the first byte, or while what came is put in order.
    public var silence = Duration.seconds(120)

    /// The usual limits.
    public init() {}
}

/// Watches one copy. It is told what happens and asked now and then; it never looks at a clock itself.
struct Watchdog {
    private let limits: TransferLimits
    private let start: ContinuousClock.Instant
    /// When anything last happened.
    private var alive: ContinuousClock.Instant
    private var steps = -1
    private var bytes = 0
    /// Bytes at the beginning of the current minute.
    private var minute: (start: ContinuousClock.Instant, bytes: Int)

    init(_ limits: TransferLimits, start: ContinuousClock.Instant) {
        self.limits = limits
        self.start = start
        alive = start
        minute = (start, 0)
    }

    /// Takes note of what the copy tells.
    mutating func observe(bytes: Int, steps: Int, at now: ContinuousClock.Instant) {
        if steps != self.steps || bytes != self.bytes { alive = now }
        // Work that goes on while no byte comes is the putting in order of what has come: the minute starts anew.
        if bytes == self.bytes, steps != self.steps { minute = (now, bytes) }
        (self.bytes, self.steps) = (bytes, steps)
    }

    /// Why the copy is to be ended now; nil while it may go on.
    mutating func verdict(at now: ContinuousClock.Instant) -> String? {
        if bytes > limits.maximumBytes { return "is larger than \(limits.maximumBytes) bytes (--max-size)" }
        if now - start > limits.wallClock { return "took longer than \(limits.wallClock) (--max-time)" }
        if now - alive > limits.silence { return "fell silent for \(limits.silence)" }
        // Before the first byte a server counts its objects, which only silence bounds.
        guard bytes > 0, now - minute.start >= .seconds(60) else { return nil }
        let received = bytes - minute.bytes
        minute = (now, bytes)
        guard received < limits.bytesPerMinute else { return nil }
        return "sent \(received) bytes in a minute, fewer than \(limits.bytesPerMinute) (--min-rate)"
    }
}
