// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// How large a repository is, without reading an object: its history cannot have more commits than it has objects.

extension Repository {
    /// How many objects there are, about: those of the packs by the size of their indexes, the loose ones as
    /// `git gc --auto` estimates them, from one of their 256 folders.
    public var estimatedObjectCount: Int {
        let folder = layout.commonDirectory.appending("objects")
        let packs = folder.appending("pack")
        let packed = FileSystem.names(in: packs).filter { $0.hasSuffix(".idx") }
            .map { Self.objectCount(ofIndexBytes: FileSystem.size(of: packs.appending($0))) }
        let sample = FileSystem.names(in: folder.appending("17")).count
        return packed.reduce(0, +) + sample * 256
    }

    /// From a pack index's size (gitformat-pack(5), version 2): a header, a fan-out table and two checksums, and for each
    /// object its id, a checksum and an offset. Offsets beyond 2 GiB take more, and make the count a little too large.
    private static func objectCount(ofIndexBytes size: Int) -> Int {
        max(0, size - (8 + 256 * 4 + 2 * ObjectID.byteCount)) / (ObjectID.byteCount + 4 + 4)
    }
}
