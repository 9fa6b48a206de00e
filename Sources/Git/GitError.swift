// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Everything that can go wrong with a repository, each with one sentence for a person: what, where, how to mend it.
// Inventory writes these into the repository's entry and goes on with the next.

/// Why a repository, or an object of it, cannot be read. `path` is always the repository's, as it was given.
public enum GitError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is nothing at the path.
    case notFound(path: String)
    /// There is something at the path, and it is not a git repository: `reason` says what is lacking.
    case notARepository(path: String, reason: String)
    /// The operating system refuses to read a file of the repository.
    case unreadable(path: String, reason: String)
    /// The repository names its objects with another hash than SHA-1.
    case unsupportedObjectFormat(path: String, format: String)
    /// The repository keeps its references in a format that codescan does not read.
    case unsupportedReferenceFormat(path: String, format: String)
    /// HEAD names a branch that has no commit.
    case unbornHead(path: String, branch: String)
    /// HEAD, or a reference, is neither an object id nor the name of a reference.
    case invalidReference(path: String, name: String)
    /// No reference has this name.
    case unknownReference(path: String, name: String)
    /// The object is not in the repository.
    case missingObject(ObjectID, ObjectKind, path: String, alternates: Bool)
    /// The object is of another kind than the one asked for.
    case unexpectedKind(ObjectID, expected: ObjectKind, path: String)
    /// The object has more bytes than the caller, or codescan, reads.
    case tooLarge(ObjectID, size: Int, limit: Int, path: String)
    /// The object, or the object store, is damaged.
    case corrupt(path: String, message: String)

    /// One sentence: what is wrong, where, and how to mend it.
    public var description: String {
        switch self {
        case .notFound(let path):
            "\(path): no such file or folder; check the path"
        case .notARepository(let path, let reason):
            "\(path): not a git repository: \(reason)"
        case .unreadable(let path, let reason):
            "\(path): cannot be read: \(reason); give the user who runs codescan the right to read it"
        case .unsupportedObjectFormat(let path, let format):
            "\(path): its objects are named with \(format), which codescan does not read; only SHA-1 repositories are "
                + "supported: mirror it from a SHA-1 source"
        case .unsupportedReferenceFormat(let path, let format):
            "\(path): its references are kept as \(format), which codescan does not read; run: "
                + "git -C \(path) refs migrate --ref-format=files"
        case .unbornHead(let path, let branch):
            "\(path): HEAD names the branch \(branch), which has no commit; if the code is on another branch, run: "
                + "git -C \(path) symbolic-ref HEAD refs/heads/<branch>"
        case .invalidReference(let path, let name):
            "\(path): the reference \(name) is damaged: it holds neither an object id nor a reference's name; "
                + "mirror the repository again"
        case .unknownReference(let path, let name):
            "\(path): no reference is named \(name); list them with: git -C \(path) for-each-ref"
        case .missingObject(let id, let kind, let path, alternates: true):
            "\(path): the \(kind.rawValue) \(id) is not in this repository, which borrows objects from another one "
                + "(objects/info/alternates is not followed); run: git -C \(path) repack -a -d"
        case .missingObject(let id, let kind, let path, alternates: false):
            "\(path): the \(kind.rawValue) \(id) is missing; find out with git -C \(path) fsck, then fetch it again"
        case .unexpectedKind(let id, let expected, let path):
            "\(path): the object \(id) is not a \(expected.rawValue); check with: git -C \(path) cat-file -t \(id)"
        case .tooLarge(let id, let size, let limit, let path):
            "\(path): the object \(id) has \(size) bytes, more than the \(limit) that are read"
        case .corrupt(let path, let message):
            "\(path): damaged: \(message); find out with git -C \(path) fsck, then mirror the repository again"
        }
    }
}
