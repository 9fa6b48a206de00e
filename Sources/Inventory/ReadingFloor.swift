// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a full reading, and a history, cost without looking at anything: the floors that `make bench` compares with. Each
// blob is checked against its id, as libgit2 does unless it is told otherwise.

import Forges
import Git

/// The cost of libgit2 handing over the blobs that `inventory --full` reads, or the commits that `history` goes back over.
public enum ReadingFloor {
    /// Reads every blob of every repository below `paths` that a full reading would, and drops it.
    /// - Returns: how many blobs and bytes there were.
    public static func read(paths: [String]) throws -> (blobs: Int, bytes: Int) {
        var blobs = 0
        var bytes = 0
        for location in try RepositoryFinder().find(paths: paths).locations {
            guard let repository = try? Repository(opening: location.path),
                let snapshot = try? repository.headSnapshot(),
                let listing = try? RepositoryListing(of: CommittedTree(of: snapshot, in: repository), whole: true)
            else { continue }
            for file in listing.files where file.mode != .symlink {
                let size = try? repository.withBlob(file.id, maximumBytes: BlobReader.Limit.whole) { $0.count }
                guard let size else { continue }
                blobs += 1
                bytes += size
            }
        }
        return (blobs, bytes)
    }

    /// Walks the commits of HEAD in every repository below `paths`, through all parents.
    /// - Returns: how many there were.
    public static func walkCommits(paths: [String]) throws -> Int {
        try RepositoryFinder().find(paths: paths).locations.reduce(0) { count, location in
            guard let repository = try? Repository(opening: location.path), let head = try? repository.head() else {
                return count
            }
            return count + (repository.commitCount(from: head.commit) ?? 0)
        }
    }
}
