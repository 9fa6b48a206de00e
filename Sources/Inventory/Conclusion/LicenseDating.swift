// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Since when a project has a licence: the commit that first brought one, on the branch's own history.

import Git
import Languages

struct LicenseDating {
    let repository: Repository
    /// Whether the history is searched however large the repository is.
    let searchesAll: Bool
    let language: Language

    /// A search reads all commits back to the first, so one that is given up half-way is for nothing: whether it is
    /// short enough is judged before, by the number of objects. Two repositories in three are below, at the cost that a
    /// search of 100 commits in all of them would have.
    private static let searchedObjects = 2_000

    /// The usual names of a licence's file, which it may have had before.
    private static let usualNames: [GitPath] = [
        "LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "LICENCE.md", "LICENCE.txt", "COPYING",
    ]

    /// The date (RFC 3339), or the reason why there is none although there is a licence; both nil where no commit brought it.
    func since(of result: LicenseConcluder.Result, at head: Snapshot) -> (date: String?, reason: String?) {
        guard result.expression != nil else { return (nil, nil) }
        guard searchesAll || repository.isShallow || repository.estimatedObjectCount <= Self.searchedObjects else {
            return (
                nil,
                language(
                    "the repository has more than \(Self.searchedObjects) objects; --since looks through its history",
                    "le dépôt compte plus de \(Self.searchedObjects) objets\u{A0}; --since parcourt son historique")
            )
        }
        // The files that declare it today.
        var paths = Set(result.evidence.map { GitPath($0.path) }.filter { $0.depth <= 1 })
        if case .legalFiles = result.basis { paths.formUnion(Self.usualNames) }
        switch repository.firstCommit(from: head.commit, introducingAnyOf: paths.sorted()) {
        case .commit(let first): return (first.committerDate.description, nil)
        case .none: return (nil, nil)
        case .unknown(let reason): return (nil, reason(language))
        }
    }
}
