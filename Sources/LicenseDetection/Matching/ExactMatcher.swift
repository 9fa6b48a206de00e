// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Every occurrence of every rule, word for word, in one pass (see `WordAutomaton`), less those that lie inside another.

enum ExactMatcher {
    /// The occurrences that no other contains, in order; both their starts and their ends ascend.
    static func candidates(in stream: WordStream, _ index: LicenseIndex, _ trace: DetectionTrace?) -> [Candidate] {
        var found: [Candidate] = []
        var state: WordAutomaton.State = 0
        let automaton = index.automaton
        stream.ids.withUnsafeBufferPointer { ids in
            for i in 0..<ids.count {
                state = automaton.step(state, ids[i])
                if state == 0 { continue }
                guard let rule = automaton.output(state) else { continue }
                let length = Int(index.rules[rule].wordCount)
                let start = i + 1 - length
                guard length > 0, start >= 0 else { continue }
                // What was found before and begins at or after this start lies inside this one.
                while let last = found.last, last.words.lowerBound >= start {
                    trace?.drop(last, .contained(by: index.string(index.rules[rule].name)))
                    found.removeLast()
                }
                found.append(
                    Candidate(
                        rule: rule, words: start..<(i + 1), matched: length, ruleLength: length,
                        segments: [start..<(i + 1)]))
            }
        }
        return found
    }
}
