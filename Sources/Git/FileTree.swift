// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Files that can be listed and read: those of a commit, or those that lie in a folder. Whoever looks at files need not
// know which.

/// The files of a commit (`CommittedTree`) or of a folder (`WorkTree`).
public protocol FileTree {
    /// Visits the entries, and those of the folders that `visit` enters, a folder before its content, in git's order.
    ///
    /// - Returns: what could not be read, in the order it was met.
    /// - Throws: when the root itself is missing or damaged.
    func walk(_ visit: (borrowing WalkedEntry) -> WalkDecision) throws(GitError) -> [WalkProblem]

    /// How many bytes the file of a visited entry has: its content is not read.
    func size(of id: ObjectID) throws(GitError) -> Int

    /// Lends the bytes of a visited entry's file, or of a link's target, to `body`; they are gone when it returns. Whether
    /// the content is the one that the id names is checked, or left to `check`.
    ///
    /// - Throws: a `GitError`, `tooLarge` among them, before `body` is called; or what `body` throws.
    func withContent<Result>(
        of id: ObjectID, maximumBytes: Int, isChecked: Bool, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result

    /// Throws `corrupt` when the content is not the one that the id names.
    func check(_ content: UnsafeRawBufferPointer, is id: ObjectID) throws(GitError)
}

/// The files of a commit, read in place from the object store.
public struct CommittedTree: FileTree {
    private let repository: Repository
    private let tree: ObjectID

    /// The files of `snapshot`.
    public init(of snapshot: Snapshot, in repository: Repository) {
        self.repository = repository
        tree = snapshot.tree
    }

    /// Visits the entries, as `FileTree` says.
    public func walk(_ visit: (borrowing WalkedEntry) -> WalkDecision) throws(GitError) -> [WalkProblem] {
        try repository.walkTree(tree, visit)
    }

    /// How many bytes the file of a visited entry has.
    public func size(of id: ObjectID) throws(GitError) -> Int { try repository.size(ofBlob: id) }

    /// Lends the bytes of a visited entry's file to `body`, as `FileTree` says.
    public func withContent<Result>(
        of id: ObjectID, maximumBytes: Int, isChecked: Bool, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        isChecked
            ? try repository.withBlob(id, maximumBytes: maximumBytes, body)
            : try repository.withUncheckedBlob(id, maximumBytes: maximumBytes, body)
    }

    /// Throws `corrupt` when the content is not the one that the id names.
    public func check(_ content: UnsafeRawBufferPointer, is id: ObjectID) throws(GitError) {
        try repository.check(content, isBlob: id)
    }
}
