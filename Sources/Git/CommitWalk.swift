// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// libgit2's own walk over all commits: what `make bench` compares the reading of a history with.

import CLibgit2

extension Repository {
    /// How many commits can be reached from one, through every parent; nil when one of them is missing or damaged.
    public func commitCount(from commit: ObjectID) -> Int? { objects.commitCount(from: commit) }
}

extension ObjectDatabase {
    fileprivate func commitCount(from commit: ObjectID) -> Int? {
        withHandle { database in
            var repository: OpaquePointer?
            guard git_repository_wrap_odb(&repository, database) == 0 else { return nil }
            defer { git_repository_free(repository) }
            var walk: OpaquePointer?
            guard git_revwalk_new(&walk, repository) == 0 else { return nil }
            defer { git_revwalk_free(walk) }
            var id = git_oid(commit)
            guard git_revwalk_push(walk, &id) == 0 else { return nil }
            var count = 0
            while true {
                switch git_revwalk_next(&id, walk) {
                case 0: count += 1
                case GIT_ITEROVER.rawValue: return count
                default: return nil
                }
            }
        }
    }
}
