// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A repository, opened for reading: where it lies, its commits and its blobs. References, TreeWalk and History extend
// it.
//
//     let repository = try Repository(opening: "forges/github.com/etalab/taxe-habitation.git")
//     let snapshot = try repository.headSnapshot()

import Languages

/// A git repository on disk. Nothing is ever written into it, and nothing in its configuration is obeyed.
///
/// Not `Sendable`: a task opens the repository it works on, which costs a few file look-ups.
public final class Repository {
    /// Where the repository is, as it was given.
    public let path: GitPath
    /// How it lies in the file system.
    public var kind: RepositoryKind { layout.kind }

    let layout: RepositoryLayout
    let objects: ObjectDatabase

    /// How large a commit or tag may be: the largest real ones, signed merges of hundreds of branches, have some 100 KB.
    static let maximumMetadataBytes = 16 << 20

    /// Opens the repository at a folder: a bare one, one with a work tree, a linked worktree or a submodule.
    public convenience init(opening path: String) throws(GitError) {
        try self.init(opening: GitPath(path))
    }

    /// Opens the repository at a folder whose name need not be UTF-8.
    public init(opening path: GitPath) throws(GitError) {
        let layout = try RepositoryLayout(of: path)
        let format = RepositoryFormat(commonDirectory: layout.commonDirectory)
        guard format.objectFormat == "sha1" else {
            throw .unsupportedObjectFormat(path: path.string, format: format.objectFormat)
        }
        guard format.referenceFormat == "files" else {
            throw .unsupportedReferenceFormat(path: path.string, format: format.referenceFormat)
        }
        self.path = path
        self.layout = layout
        objects = try ObjectDatabase(
            folder: layout.commonDirectory.appending("objects"), repositoryPath: path.string)
    }

    /// Whether the history was cut short when the repository was cloned (git clone --depth).
    public var isShallow: Bool { !shallowCommits.isEmpty }

    /// The commits whose parents were left out.
    private(set) lazy var shallowCommits: Set<ObjectID> = {
        let file = layout.commonDirectory.appending("shallow")
        guard let bytes = try? FileSystem.read(file, maximumBytes: 64 << 20) else { return [] }
        return Set(bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }).compactMap { ObjectID(hexBytes: $0) })
    }()

    /// Whether the object is in the repository, without reading it.
    public func contains(_ id: ObjectID) -> Bool {
        objects.contains(id)
    }

    /// The commit's tree, parents and dates.
    public func snapshot(of commit: ObjectID) throws(GitError) -> Snapshot {
        try snapshot(of: commit, isChecked: true)
    }

    /// The same without checking that the content is the one that the id names.
    func snapshot(of commit: ObjectID, isChecked: Bool) throws(GitError) -> Snapshot {
        let object = try objects.read(
            commit, as: .commit, maximumBytes: Self.maximumMetadataBytes, isChecked: isChecked)
        guard let snapshot = object.withBytes({ Snapshot(commit: commit, bytes: $0) }) else {
            throw .corrupt(
                path: path.string,
                message: Bilingual(
                    "the commit \(commit) is not written as commits are",
                    "le commit \(commit) n’est pas écrit comme un commit"))
        }
        return snapshot
    }

    /// The snapshot that HEAD names.
    public func headSnapshot() throws(GitError) -> Snapshot {
        try snapshot(of: head().commit)
    }

    /// How many bytes a blob has, from its header: its content is not read.
    public func size(ofBlob id: ObjectID) throws(GitError) -> Int {
        let header = try objects.header(of: id, expected: .blob)
        guard header.kind == .blob else { throw .unexpectedKind(id, expected: .blob, path: path.string) }
        return header.size
    }

    /// Lends a blob's bytes to `body`, in libgit2's own buffer: they are not copied, and gone when `body` returns.
    ///
    /// - Throws: a `GitError`, `tooLarge` among them, before `body` is called; or what `body` throws.
    public func withBlob<Result>(
        _ id: ObjectID, maximumBytes: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        try objects.read(id, as: .blob, maximumBytes: maximumBytes).withBytes(body)
    }

    /// The same without checking that the content is the one that the id names, for a caller who calls `check` before
    /// it says anything of the id: the check costs a third of the reading.
    public func withUncheckedBlob<Result>(
        _ id: ObjectID, maximumBytes: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        try objects.read(id, as: .blob, maximumBytes: maximumBytes, isChecked: false).withBytes(body)
    }

    /// Throws `corrupt` when a blob's content is not the one that its id names. A forged repository could otherwise put
    /// its own text in the place of another's licence, in a cache that is kept by id.
    public func check(_ content: UnsafeRawBufferPointer, isBlob id: ObjectID) throws(GitError) {
        try objects.check(content, is: id, .blob)
    }
}
