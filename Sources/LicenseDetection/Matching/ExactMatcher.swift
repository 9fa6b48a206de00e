// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Every occurrence of every rule, word for word, in one pass (see `WordAutomaton`), less those that lie inside another.

enum ExactMatcher {
    /// The occurrences that no other contains, in order; both their starts and their ends ascend.
    static func candidates(in stream: WordStream, _ index: LicenseIndex, _ trace: DetectionTrace?) -> [Candidate] {
        var found: [(rule: Int, words: Range<Int>)] = []
        let automaton = index.automaton
        func take(_ state: WordAutomaton.State, endingAt i: Int) {
            guard let rule = automaton.output(state) else { return }
            let length = Int(index.rules[rule].wordCount)
            let start = i + 1 - length
            guard length > 0, start >= 0 else { return }
            // What was found before and begins at or after this start lies inside this one.
            while let last = found.last, last.words.lowerBound >= start {
                trace?.drop(candidate(last.rule, last.words), .contained(by: index.string(index.rules[rule].name)))
                found.removeLast()
            }
            found.append((rule, start..<(i + 1)))
        }

        stream.ids.withUnsafeBufferPointer { ids in
            // Nil while no more than the last word is part of a rule under way: then its state is not looked up.
            var deep: WordAutomaton.State?
            var previous = WordID.unknown
            for (i, word) in ids.enumerated() {
                defer { previous = word }
                // At nearly every word nothing is under way and nothing begins.
                let begins = automaton.mayBegin(previous, word)
                if deep == nil, !begins, !automaton.isRule(word) { continue }
                if word == .unknown {
                    deep = nil
                } else if deep != nil || begins && previous != .unknown {
                    let state = automaton.step(deep ?? automaton.root(previous), word)
                    deep = state == automaton.root(word) ? nil : state
                    if deep != nil || automaton.isRule(word) { take(state, endingAt: i) }
                } else if automaton.isRule(word) {
                    take(automaton.root(word), endingAt: i)
                }
            }
        }
        return found.map { candidate($0.rule, $0.words) }
    }

    private static func candidate(_ rule: Int, _ words: Range<Int>) -> Candidate {
        Candidate(rule: rule, words: words, matched: words.count, ruleLength: words.count, segments: [words])
    }
}
