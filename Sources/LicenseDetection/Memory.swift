// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

import Synchronization

/// What a pure function gave for what it was asked before: the files of a repository repeat one another, in their headers and
/// their tags. When the memory is full it is emptied: what the repository under way repeats is soon there again.
final class Memory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Known {
        var values: [Key: Value] = [:]
        var cost = 0
    }

    private let capacity: Int
    private let known = Mutex(Known())

    /// A memory of values that together cost `capacity` at most.
    init(capacity: Int) { self.capacity = capacity }

    /// The value for a key, by `make` if it was not asked for before. What costs more than an eighth of all is not kept.
    func value(for key: Key, cost: Int = 1, _ make: () -> Value) -> Value {
        if cost > capacity / 8 { return make() }
        if let value = known.withLock({ $0.values[key] }) { return value }
        let value = make()
        known.withLock { known in
            if known.cost + cost > capacity { known = Known() }
            known.cost += cost
            known.values[key] = value
        }
        return value
    }
}
