// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a person means by a path when they ask for a verdict: the repositories there or below; else the repository that
// holds the folder; else the folder itself, as plain files.

import Foundation
import Git

extension RepositoryFinder {
    /// The repositories that `paths` mean, and what could not be searched.
    /// - Throws: `FinderError` for a path that is missing or no folder.
    public func findForChecking(paths: [String]) throws(FinderError) -> FoundRepositories {
        var locations: [RepositoryLocation] = []
        var problems: [FinderProblem] = []
        for path in paths {
            do {
                let found = try find(paths: [path])
                locations += found.locations
                problems += found.problems
            } catch {
                guard case .noRepository(let folder)? = error.failures.first else { throw error }
                locations.append(RepositoryLocation(path: Self.repository(around: folder) ?? folder))
            }
        }
        var seen: Set<RepositoryLocation> = []
        return FoundRepositories(locations: locations.filter { seen.insert($0).inserted }, problems: problems)
    }

    /// The repository with a work tree that a folder lies in.
    private static func repository(around folder: GitPath) -> GitPath? {
        guard let real = realpath(folder.string, nil) else { return nil }
        defer { free(real) }
        var path = GitPath(String(cString: real)).parent
        while let place = path, !place.bytes.isEmpty {
            if let kind = Repository.looksLikeRepository(place), kind != .bare { return place }
            path = place.parent
        }
        return nil
    }
}
