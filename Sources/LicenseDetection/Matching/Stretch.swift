// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What the approximate matcher compares: a part of a text that speaks of licences, and all that the outcome depends on. The
// same header stands at the top of each file of a repository, so what a stretch was found to hold is worth remembering.

/// Words of a text, and the rules that stand among them word for word.
struct Stretch: Hashable {
    /// A rule found word for word.
    struct Exact: Hashable {
        var rule: Int
        /// Counted from the stretch's first word; it may begin before and end after the stretch.
        var words: Range<Int>
    }

    let words: [WordID]
    let exact: [Exact]

    /// The part `place` of a text, in which `exact` are the exact matches, by their starts and their ends.
    init(_ ids: [WordID], _ place: Range<Int>, exact: [Candidate]) {
        words = Array(ids[place])
        let first = exact.partitioningIndex { $0.words.upperBound > place.lowerBound }
        self.exact = exact[first...].prefix { $0.words.lowerBound < place.upperBound }.map { match in
            let start = match.words.lowerBound - place.lowerBound
            return Exact(rule: match.rule, words: start..<(start + match.words.count))
        }
    }

    func hash(into hasher: inout Hasher) {
        words.withUnsafeBytes { hasher.combine(bytes: $0) }
        hasher.combine(exact.count)
    }
}
