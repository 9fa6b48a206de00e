// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A repository's objects, read in place: the loose ones and the packs of one `objects` folder.
//
// `objects/info/alternates` is not followed. It names other object stores anywhere on the machine, and what codescan
// says of a repository must come from that repository; a clone that borrows its objects (git clone --shared) reports
// them as missing, with the command that brings them in.

import CLibgit2
import Languages

final class ObjectDatabase {
    private let handle: OpaquePointer
    private let repositoryPath: String
    private let hasAlternates: Bool

    /// Opens the `objects` folder of the repository that people know as `repositoryPath`.
    init(folder: GitPath, repositoryPath: String) throws(GitError) {
        func failure() -> GitError { .corrupt(path: repositoryPath, message: Bilingual(Libgit2.lastMessage)) }
        guard Libgit2.isReady else { throw failure() }
        var database: OpaquePointer?
        guard git_odb_new(&database) == 0, let database else { throw failure() }
        var isOpen = false
        defer { if !isOpen { git_odb_free(database) } }

        let cPath = folder.bytes.map { CChar(bitPattern: $0) } + [0]
        // Same priorities as libgit2's own: packs are asked after the loose objects, which are few.
        var loose: OpaquePointer?
        guard git_odb_backend_loose(&loose, cPath, -1, 0, 0, 0) == 0,
            git_odb_add_backend(database, loose, 1) == 0
        else { throw failure() }
        var packs: OpaquePointer?
        guard git_odb_backend_pack(&packs, cPath) == 0,
            git_odb_add_backend(database, packs, 2) == 0
        else { throw failure() }

        isOpen = true
        handle = database
        self.repositoryPath = repositoryPath
        hasAlternates = FileSystem.isFile(folder.appending("info/alternates"))
    }

    deinit {
        git_odb_free(handle)
    }

    /// Lends libgit2's own handle.
    func withHandle<Result>(_ body: (OpaquePointer) -> Result) -> Result { body(handle) }

    /// Whether the object is here.
    func contains(_ id: ObjectID) -> Bool {
        var oid = git_oid(id)
        return git_odb_exists(handle, &oid) == 1
    }

    /// An object's kind and size in bytes, from its header: nothing is inflated but the header.
    func header(of id: ObjectID, expected: ObjectKind) throws(GitError) -> (kind: ObjectKind, size: Int) {
        var oid = git_oid(id)
        var size = 0
        var type = GIT_OBJECT_INVALID
        let status = git_odb_read_header(&size, &type, handle, &oid)
        guard status == 0 else { throw failure(status, reading: id, expected: expected) }
        guard let kind = ObjectKind(type) else {
            throw .corrupt(
                path: repositoryPath,
                message: Bilingual("the object \(id) is of no known kind", "l’objet \(id) est d’un type inconnu"))
        }
        return (kind, size)
    }

    /// The object's bytes, checked against its id, unless `isChecked` is false and the caller calls `check`. The header
    /// is asked first, so that nothing larger than `maximumBytes` is ever inflated.
    func read(
        _ id: ObjectID, as kind: ObjectKind, maximumBytes: Int, isChecked: Bool = true
    ) throws(GitError) -> RawObject {
        let header = try header(of: id, expected: kind)
        guard header.kind == kind else {
            throw .unexpectedKind(id, expected: kind, path: repositoryPath)
        }
        guard header.size <= maximumBytes else {
            throw .tooLarge(id, size: header.size, limit: maximumBytes, path: repositoryPath)
        }
        var oid = git_oid(id)
        var object: OpaquePointer?
        let status = git_odb_read(&object, handle, &oid)
        guard status == 0, let object else { throw failure(status, reading: id, expected: kind) }
        let read = RawObject(handle: object)
        if isChecked { try read.withBytes { bytes throws(GitError) in try check(bytes, is: id, kind) } }
        return read
    }

    /// Throws `corrupt` when the content is not the one that the id names.
    func check(_ content: UnsafeRawBufferPointer, is id: ObjectID, _ kind: ObjectKind) throws(GitError) {
        guard ObjectID(hashing: content, as: kind) == id else {
            let message = Bilingual(
                "the content of the \(kind.rawValue) \(id) is not the one its id names",
                "le contenu de l’objet \(id) (\(kind.rawValue)) n’est pas celui que son identifiant désigne")
            throw .corrupt(path: repositoryPath, message: message)
        }
    }

    private func failure(_ status: Int32, reading id: ObjectID, expected: ObjectKind) -> GitError {
        switch status {
        case GIT_ENOTFOUND.rawValue:
            return .missingObject(id, expected, path: repositoryPath, alternates: hasAlternates)
        default:
            let message = Bilingual(
                "the \(expected.rawValue) \(id) cannot be read (\(Libgit2.lastMessage))",
                "l’objet \(id) (\(expected.rawValue)) est illisible (\(Libgit2.lastMessage))")
            return .corrupt(path: repositoryPath, message: message)
        }
    }
}

/// An object's bytes in libgit2's own buffer, freed with this value.
struct RawObject: ~Copyable {
    private let handle: OpaquePointer

    init(handle: OpaquePointer) {
        self.handle = handle
    }

    deinit {
        git_odb_object_free(handle)
    }

    func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let bytes = UnsafeRawBufferPointer(start: git_odb_object_data(handle), count: git_odb_object_size(handle))
        return try body(bytes)
    }
}

extension ObjectID {
    /// The id of a blob of these bytes.
    public init?(ofBlob content: [UInt8]) {
        guard let id = content.withUnsafeBytes({ ObjectID(hashing: $0, as: .blob) }) else { return nil }
        self = id
    }

    fileprivate init?(hashing content: UnsafeRawBufferPointer, as kind: ObjectKind) {
        var oid = git_oid()
        guard Libgit2.isReady, git_odb_hash(&oid, content.baseAddress, content.count, kind.type) == 0 else {
            return nil
        }
        self.init(oid)
    }

    init(_ oid: git_oid) {
        self = withUnsafeBytes(of: oid) { ObjectID(raw: $0) }
    }
}

extension git_oid {
    init(_ id: ObjectID) {
        self.init()
        withUnsafeMutableBytes(of: &self) { id.store(into: $0) }
    }
}

extension ObjectKind {
    fileprivate var type: git_object_t {
        switch self {
        case .commit: GIT_OBJECT_COMMIT
        case .tree: GIT_OBJECT_TREE
        case .blob: GIT_OBJECT_BLOB
        case .tag: GIT_OBJECT_TAG
        }
    }

    fileprivate init?(_ type: git_object_t) {
        switch type {
        case GIT_OBJECT_COMMIT: self = .commit
        case GIT_OBJECT_TREE: self = .tree
        case GIT_OBJECT_BLOB: self = .blob
        case GIT_OBJECT_TAG: self = .tag
        default: return nil
        }
    }
}
