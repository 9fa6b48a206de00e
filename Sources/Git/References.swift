// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// References: HEAD, branches and tags, read from their files (gitrepository-layout(5)) so that a repository needs
// nothing but them, not even a `config`. Replacements (refs/replace) and grafts are not applied: the commit is the one
// that its id names.

import Languages

/// What HEAD names.
public struct Head: Sendable, Hashable {
    /// The branch, without `refs/heads/`; nil when HEAD is detached.
    public let branch: String?
    /// The commit.
    public let commit: ObjectID

    /// A HEAD, as a repository would report it.
    public init(branch: String?, commit: ObjectID) {
        self.branch = branch
        self.commit = commit
    }
}

extension Repository {
    /// What HEAD names. Throws `unbornHead` when that is a branch without a commit.
    public func head() throws(GitError) -> Head {
        let resolved = try resolve("HEAD")
        let branch = resolved.name == "HEAD" ? nil : resolved.name.string.dropping(prefix: "refs/heads/")
        guard let id = resolved.id else {
            throw .unbornHead(path: path.string, branch: branch ?? resolved.name.string)
        }
        return Head(branch: branch, commit: try commit(peeling: id))
    }

    /// The commit that a reference names by its full name, `refs/heads/main` or `refs/tags/v1`; a tag is followed to its
    /// commit.
    public func commit(ofReference name: String) throws(GitError) -> ObjectID {
        guard ReferenceName.isInside(GitPath(name)), let id = try resolve(GitPath(name)).id else {
            throw .unknownReference(path: path.string, name: name)
        }
        return try commit(peeling: id)
    }

    /// Follows symbolic references from `name` to the last one, and the id it holds; nil where there is none yet.
    private func resolve(_ name: GitPath) throws(GitError) -> (name: GitPath, id: ObjectID?) {
        var name = name
        // As far as git follows them (SYMREF_MAXDEPTH).
        for _ in 0..<5 {
            switch try readReference(name) {
            case .symbolic(let target): name = target
            case .direct(let id): return (name, id)
            case nil: return (name, try packedReference(name))
            }
        }
        throw .invalidReference(path: path.string, name: name.string)
    }

    private enum Reference {
        case direct(ObjectID)
        case symbolic(GitPath)
    }

    private func readReference(_ name: GitPath) throws(GitError) -> Reference? {
        let isOwn = name == "HEAD" || name.bytes.starts(with: "refs/worktree/".utf8)
        let file = (isOwn ? layout.gitDirectory : layout.commonDirectory).appending(name)
        // The oldest repositories have a HEAD that is a link to the branch's file, which need not exist.
        if let target = FileSystem.symbolicLinkTarget(file), ReferenceName.isInside(target) { return .symbolic(target) }

        let bytes: [UInt8]
        do {
            bytes = try FileSystem.read(file, maximumBytes: 16 << 10)
        } catch .missing {
            return nil
        } catch .unreadable(let reason) {
            // A folder where `refs/heads/a` would be: the branch a/b exists and a does not.
            if FileSystem.isFolder(file) { return nil }
            throw .unreadable(path: path.string, reason: reason.of(name))
        } catch {
            throw .invalidReference(path: path.string, name: name.string)
        }

        let text = bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }).first ?? []
        if text.starts(with: "ref:".utf8) {
            let target = GitPath(text.dropFirst(4).drop { $0 == 32 || $0 == 9 })
            // Else the name could lead out of the repository.
            guard ReferenceName.isInside(target) else {
                throw .invalidReference(path: path.string, name: name.string)
            }
            return .symbolic(target)
        }
        let words = text.split(whereSeparator: { $0 == 32 || $0 == 9 })
        if let word = words.first {
            if let id = ObjectID(hexBytes: word) { return .direct(id) }
            // 64 digits: a SHA-256 repository without the configuration that would say so.
            if word.count == 64, word.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) {
                throw .unsupportedObjectFormat(path: path.string, format: "sha256")
            }
        }
        throw .invalidReference(path: path.string, name: name.string)
    }

    /// Looks `name` up in `packed-refs`: lines of an id, a space and a name.
    private func packedReference(_ name: GitPath) throws(GitError) -> ObjectID? {
        let bytes: [UInt8]
        do {
            // A forge's mirror keeps a reference for every merge request: hundreds of thousands, some 100 bytes each.
            bytes = try FileSystem.read(layout.commonDirectory.appending("packed-refs"), maximumBytes: 512 << 20)
        } catch .missing {
            return nil
        } catch .unreadable(let reason) {
            throw .unreadable(path: path.string, reason: reason.of("packed-refs"))
        } catch {
            throw .corrupt(
                path: path.string,
                message: Bilingual("packed-refs has more than 512 MiB", "packed-refs dépasse 512\u{A0}Mio"))
        }
        guard let digits = Self.packedID(of: name, in: bytes) else { return nil }
        guard let id = ObjectID(hexBytes: digits) else {
            throw .invalidReference(path: path.string, name: name.string)
        }
        return id
    }

    /// What stands before the space on the line that names the reference.
    private static func packedID(of name: GitPath, in packedReferences: [UInt8]) -> [UInt8]? {
        packedReferences.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let end = rest.firstIndex(of: 10) ?? rest.endIndex
                let line = rest[rest.startIndex..<end]
                rest = rest[min(end + 1, rest.endIndex)...]
                guard let space = line.firstIndex(of: 32) else { continue }
                let reference = line[(space + 1)...]
                if reference.count == name.bytes.count, reference.elementsEqual(name.bytes) {
                    return Array(line[..<space])
                }
            }
            return nil
        }
    }

    /// The commit that an object is, or that the tag it is names.
    private func commit(peeling id: ObjectID) throws(GitError) -> ObjectID {
        var id = id
        // Tags of tags of tags: nobody goes further.
        for _ in 0..<10 {
            guard try objects.header(of: id, expected: .commit).kind == .tag else { return id }
            let tag = try objects.read(id, as: .tag, maximumBytes: Self.maximumMetadataBytes)
            let target = tag.withBytes { bytes -> ObjectID? in
                var lines = HeaderLines(bytes: bytes)
                guard let line = lines.next(), line.key.spells("object") else { return nil }
                return ObjectID(hexBytes: line.value)
            }
            guard let target else {
                throw .corrupt(
                    path: path.string,
                    message: Bilingual("the tag \(id) names no object", "l’étiquette \(id) ne nomme aucun objet"))
            }
            id = target
        }
        throw .corrupt(
            path: path.string,
            message: Bilingual(
                "the tag \(id) is a tag of a tag, too many times over",
                "l’étiquette \(id) désigne une étiquette, et ainsi de suite trop de fois"))
    }
}

extension String {
    fileprivate func dropping(prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}
