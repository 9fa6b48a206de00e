// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What was found in a stretch depends on nothing but its words, so it is found once. When the memory is full it is emptied:
// the headers of the repository under way are soon there again.

import Synchronization

/// Stretches that were compared already, with what was found.
final class StretchMemory: Sendable {
    private struct Known {
        var found: [Stretch: [Candidate]] = [:]
        var words = 0
    }

    /// Words that are kept at most, two bytes each.
    private static let capacity = 1 << 20
    /// Words of a stretch that is kept: a longer one is a whole text, which seldom comes back with the same changes.
    private static let longest = 2048

    private let known = Mutex(Known())

    /// What is found in the stretch, by `find` if it was not met before.
    func candidates(in stretch: Stretch, _ find: () -> [Candidate]) -> [Candidate] {
        if stretch.words.count > Self.longest { return find() }
        if let found = known.withLock({ $0.found[stretch] }) { return found }
        let found = find()
        known.withLock { known in
            if known.words > Self.capacity { known = Known() }
            known.words += stretch.words.count
            known.found[stretch] = found
        }
        return found
    }
}
