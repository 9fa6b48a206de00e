// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What was worked out for one snapshot of a repository and holds for its others: the files of folders, the sizes of
// blobs, and what was read in them. Most commits leave most of a repository as it was, so that over a whole history a
// tree is walked once and a blob is read once.

import Algorithms
import Git
import LicenseDetection

final class SnapshotMemo {
    /// A blob at a path, of which most readings speak.
    struct PlacedBlob: Hashable {
        let blob: ObjectID
        let path: GitPath
    }

    /// The snapshot that was listed last.
    var listing: RepositoryListing?
    // What was read. A failure is not kept: it is noted for each snapshot.
    var matches: [ObjectID: [LicenseMatch]] = [:]
    var legalFiles: [PlacedBlob: LegalFileReading] = [:]
    var heads: [PlacedBlob: [Declaration]] = [:]
    var headReferences: [PlacedBlob: [FileReference]] = [:]
    var manifests: [PlacedBlob: ManifestReading] = [:]
    var readmes: [PlacedBlob: LicenseSourceReader.Readme] = [:]
    var reuse: [PlacedBlob: [Declaration]] = [:]
    var notices: [PlacedBlob: AlgorithmNotice?] = [:]
    /// By a hash that is another one in each run: nobody can make two heads meet.
    private var headMatches: [Int: [LicenseMatch]] = [:]
    private var sizes: [ObjectID: Int?] = [:]

    /// The licence matches of a source file's head: most changes leave it as it was.
    func headMatches(
        _ head: UnsafeRawBufferPointer, _ make: (UnsafeRawBufferPointer) -> [LicenseMatch]
    ) -> [LicenseMatch] {
        var hasher = Hasher()
        hasher.combine(bytes: head)
        let hash = hasher.finalize()
        if let known = headMatches[hash] { return known }
        let made = make(head)
        headMatches[hash] = made
        return made
    }

    /// The blob's size in bytes; nil when it cannot be told.
    func size(of blob: ObjectID, _ make: (ObjectID) -> Int?) -> Int? {
        if let known = sizes[blob] { return known }
        let made = make(blob)
        sizes[blob] = made
        return made
    }
}
