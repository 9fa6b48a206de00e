// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What was worked out for one snapshot of a repository and holds for its others: the files of folders, the sizes of
// blobs, and what was read in them. Most commits leave most of a repository as it was, so that over a whole history a
// tree is walked once and a blob is read once.

import Git
import LicenseDetection

final class SnapshotMemo {
    /// What a blob was read for.
    enum Reading { case matches, headMatches, headReferences, manifest, readme, reuse, notice }

    private struct Key: Hashable {
        var blob: ObjectID
        var path: GitPath?
        var reading: Reading
    }

    /// The files of the snapshot that was listed last.
    var listing: RepositoryListing?
    private var readings: [Key: Any] = [:]
    /// By a hash that is another one in each run: nobody can make two heads meet.
    private var heads: [Int: [LicenseMatch]] = [:]
    private var sizes: [ObjectID: Int?] = [:]

    /// What was read in the file before, or what `make` reads now. A failure is not kept: it is noted for each snapshot.
    func reading<Result>(_ reading: Reading, of file: ListedFile, _ make: () -> Result?) -> Result? {
        // A link's blob names a path, whose content may change while the link stays.
        if file.mode == .symlink { return make() }
        // Licences are the same wherever the text stands; the other readings speak of the place.
        let isOfBlob = reading == .matches || reading == .headMatches
        let key = Key(blob: file.id, path: isOfBlob ? nil : file.path, reading: reading)
        if let known = readings[key] as? Result { return known }
        guard let made = make() else { return nil }
        readings[key] = made
        return made
    }

    /// The licence matches of a source file's head: most changes leave it as it was.
    func headMatches(
        _ head: UnsafeRawBufferPointer, _ make: (UnsafeRawBufferPointer) -> [LicenseMatch]
    ) -> [LicenseMatch] {
        var hasher = Hasher()
        hasher.combine(bytes: head)
        let hash = hasher.finalize()
        if let known = heads[hash] { return known }
        let made = make(head)
        heads[hash] = made
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
