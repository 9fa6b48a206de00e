// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Since when a project has a licence: the commit that first brought one, on the branch's own history.

import Git

struct LicenseDating {
    let repository: Repository
    /// Whether the whole history is searched.
    let full: Bool
    let language: Language

    /// Commits among which the first licence is looked for, unless the reading is full.
    private static let searchedCommits = 32

    /// The usual names of a licence's file, which it may have had before.
    private static let usualNames: [GitPath] = [
        "LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "LICENCE.md", "LICENCE.txt", "COPYING",
    ]

    /// The date (RFC 3339), or the reason why there is none although there is a licence; both nil where no commit brought it.
    func since(of result: LicenseConcluder.Result, at head: Snapshot) -> (date: String?, reason: String?) {
        guard result.expression != nil else { return (nil, nil) }
        // The files that declare it today.
        var paths = Set(result.evidence.map { GitPath($0.path) }.filter { $0.depth <= 1 })
        if case .legalFiles = result.basis { paths.formUnion(Self.usualNames) }
        let limit = full ? Int.max : Self.searchedCommits
        switch repository.firstCommit(from: head.commit, introducingAnyOf: paths.sorted(), limit: limit) {
        case .commit(let first): return (first.committerDate.description, nil)
        case .none: return (nil, nil)
        case .beyond:
            return (
                nil,
                language(
                    "the history is longer than \(limit) commits; --full looks through all of it",
                    "l'historique compte plus de \(limit) commits ; --full le parcourt en entier")
            )
        case .unknown(let reason): return (nil, reason)
        }
    }
}
