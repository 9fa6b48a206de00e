// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a status cell is to say, from what it says and what the evidence concludes. A person's word is kept unless the
// evidence proves another; where the two differ and the word is kept, both are reported.

/// What becomes of a status cell.
struct StatusDecision: Equatable {
    /// The status afterwards; nil for an empty cell or words that are no status.
    var status: CodeStatus?
    var rule: StatusRule
    /// What the evidence says although the cell keeps its word.
    var contradiction: CodeStatus?

    /// - Parameters:
    ///   - written: what the cell says; nil when it is empty or says no status in use.
    ///   - hasDate: whether a date is expected.
    ///   - wasConcluded: what codescan concluded from the previous inventory: such a word is no person's.
    init(written: CodeStatus?, isEmpty: Bool, hasDate: Bool, _ conclusion: Conclusion, wasConcluded: CodeStatus?) {
        status = conclusion.status ?? written
        rule = conclusion.rule
        guard let proven = conclusion.status else {
            decideWithoutProof(written, isEmpty: isEmpty, hasDate: hasDate)
            return
        }
        switch written {
        case .onDataGouv?:
            status = written
            rule = .onDataGouvKept
            contradiction = proven == .available ? nil : proven
        case .planned? where conclusion.isBare:
            // Nothing is open yet, as planned.
            status = written
            rule = .plannedKept
            contradiction = conclusion.rule == .vanished ? proven : nil
        case .partlyAvailable? where proven == .available && wasConcluded != .partlyAvailable:
            // The inventory cannot know whether all that was promised is there.
            status = written
            rule = .keptAsWritten
            contradiction = proven
        default: break
        }
    }

    private mutating func decideWithoutProof(_ written: CodeStatus?, isEmpty: Bool, hasDate: Bool) {
        switch written {
        case .planned?: rule = .plannedKept
        case .onDataGouv?: rule = .onDataGouvKept
        case nil where rule == .noRepository && isEmpty && hasDate:
            status = .planned
            rule = .plannedByDate
        case _? where rule == .noRepository: rule = .keptAsWritten
        default: break
        }
    }
}
