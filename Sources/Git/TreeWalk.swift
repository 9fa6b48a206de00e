// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Walking a tree: every entry, a folder before what it holds, in git's order. What cannot be read is returned as a
// problem and the walk goes on; limits keep a tree that was made to exhaust its reader from doing so.

import Languages

/// What a walk does after an entry.
public enum WalkDecision: Sendable, Equatable {
    /// Enter the folder; for anything else, go on.
    case descend
    /// Do not enter the folder; for anything else, go on.
    case skip
    /// Go on behind as many bytes of the folder's tree as hold this entry and others that are known as well.
    case pass(entries: Int, bytes: Int)
    /// End the walk.
    case stop
}

/// How far a walk goes. A few trees that name each other many times over spell out billions of paths.
public struct WalkLimits: Sendable {
    /// How many folders deep: 512, where Linux paths end at 4,096 bytes.
    public var depth = 512
    /// How long a path may be, in bytes: 4,096, Linux's `PATH_MAX`; a longer one cannot be checked out.
    public var pathBytes = 4_096
    /// How many entries in all: 2,000,000, four times the largest public repositories.
    public var entries = 2_000_000
    /// How large one tree may be, in bytes: 256 MiB, some three million files in one folder.
    public var treeBytes = 256 << 20

    /// The default limits.
    public init() {}
}

/// What a walk could not read, where and why.
public struct WalkProblem: Sendable, Hashable, Spoken {
    /// What is wrong at the path.
    public enum Reason: Sendable, Hashable {
        /// The folder's tree is missing or damaged.
        case object(GitError)
        /// The folder's tree ends in bytes that are no entry; the entries before them were visited.
        case malformedTree(ObjectID)
        /// The name is one that git forbids: empty, `.`, `..`, `.git` or with a slash. The entry was left out.
        case forbiddenName
        /// The folder is deeper than the limit.
        case tooDeep(limit: Int)
        /// The path is longer than the limit, in bytes. The entry was left out.
        case pathTooLong(limit: Int)
        /// The walk ended here, at the limit of entries.
        case tooManyEntries(limit: Int)
    }

    /// The entry.
    public let path: GitPath
    /// What is wrong with it.
    public let reason: Reason

    /// A problem, as a walk would report it.
    public init(path: GitPath, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// One sentence.
    public func sentence(_ language: Language) -> String {
        let name = path.bytes.isEmpty ? language("the root folder", "le dossier racine") : path.string
        let place = if case .pathTooLong = reason { String(name.prefix(80)) + "…" } else { name }
        return "\(place)\(language.colon) \(fault(language))"
    }

    private func fault(_ language: Language) -> String {
        switch reason {
        case .object(let error): error.sentence(language)
        case .malformedTree(let id):
            language(
                "the tree \(id) is damaged; find out with git fsck",
                "l’arbre \(id) est abîmé\u{A0}; examinez avec git fsck")
        case .forbiddenName:
            language(
                "a name that git forbids was left out; find out with git fsck",
                "un nom que git interdit a été laissé de côté\u{A0}; examinez avec git fsck")
        case .tooDeep(let limit):
            language(
                "folders below \(limit) levels were not read",
                "les dossiers au-delà de \(limit) niveaux n’ont pas été lus")
        case .pathTooLong(let limit):
            language(
                "an entry whose path has more than \(limit) bytes was left out",
                "un élément dont le chemin dépasse \(limit) octets a été laissé de côté")
        case .tooManyEntries(let limit):
            language(
                "the walk ended here, after \(limit) entries", "la lecture s’est arrêtée ici, après \(limit) éléments")
        }
    }
}

extension Repository {
    /// Visits the entries of `tree` and of the folders that `visit` enters, a folder before its content, in git's order.
    ///
    /// - Returns: what could not be read, in the order it was met.
    /// - Throws: when the root itself is missing or damaged.
    public func walkTree(
        _ tree: ObjectID, limits: WalkLimits = WalkLimits(), _ visit: (borrowing WalkedEntry) -> WalkDecision
    ) throws(GitError) -> [WalkProblem] {
        let root = try objects.read(tree, as: .tree, maximumBytes: limits.treeBytes)
        var walk = TreeWalk(objects: objects, limits: limits)
        _ = walk.visitEntries(of: root, id: tree, in: GitPath([]), depth: 0, visit)
        return walk.problems
    }

    /// The entry at a path of `tree`; nil when there is none.
    public func entry(at path: GitPath, in tree: ObjectID) throws(GitError) -> TreeEntry? {
        var folder = tree
        var components = path.components[...]
        while let component = components.popFirst() {
            guard let found = try entry(named: component, in: folder) else { return nil }
            if components.isEmpty { return TreeEntry(path: path, mode: found.mode, id: found.id) }
            guard found.mode == .directory else { return nil }
            folder = found.id
        }
        return nil
    }

    private func entry(
        named name: GitPath, in tree: ObjectID
    ) throws(GitError) -> (mode: TreeEntry.Mode, id: ObjectID)? {
        let object = try objects.read(tree, as: .tree, maximumBytes: WalkLimits().treeBytes)
        return object.withBytes { bytes in
            var reader = TreeReader(bytes: bytes)
            while let entry = reader.next() {
                if entry.name.elementsEqual(name.bytes) { return (entry.mode, entry.id) }
            }
            return nil
        }
    }
}

private struct TreeWalk {
    let objects: ObjectDatabase
    let limits: WalkLimits
    var problems: [WalkProblem] = []
    var entryCount = 0

    init(objects: ObjectDatabase, limits: WalkLimits) {
        self.objects = objects
        self.limits = limits
    }

    /// Returns false when the walk is to end.
    mutating func visitEntries(
        of tree: borrowing RawObject, id: ObjectID, in folder: GitPath, depth: Int,
        _ visit: (borrowing WalkedEntry) -> WalkDecision
    ) -> Bool {
        tree.withBytes { bytes in
            var reader = TreeReader(bytes: bytes)
            while let entry = reader.next() {
                guard entryCount < limits.entries else {
                    report(.tooManyEntries(limit: limits.entries), at: folder)
                    return false
                }
                entryCount += 1
                guard !Self.isForbidden(entry.name) else {
                    report(.forbiddenName, at: folder)
                    continue
                }
                guard folder.bytes.count + 1 + entry.name.count <= limits.pathBytes else {
                    report(.pathTooLong(limit: limits.pathBytes), at: folder)
                    continue
                }
                let walked = WalkedEntry(
                    name: entry.name, in: folder, depth: depth, mode: entry.mode, id: entry.id, of: bytes,
                    at: entry.offset)
                switch visit(walked) {
                case .stop: return false
                case .skip: continue
                case .pass(let entries, let bytes):
                    entryCount += entries - 1
                    reader.move(to: entry.offset + bytes)
                case .descend where entry.mode != .directory: continue
                case .descend:
                    guard enter(entry.id, at: walked.path, depth: depth + 1, visit) else { return false }
                }
            }
            if reader.isMalformed { report(.malformedTree(id), at: folder) }
            return true
        }
    }

    private mutating func enter(
        _ id: ObjectID, at path: GitPath, depth: Int, _ visit: (borrowing WalkedEntry) -> WalkDecision
    ) -> Bool {
        guard depth <= limits.depth else {
            report(.tooDeep(limit: limits.depth), at: path)
            return true
        }
        do {
            let tree = try objects.read(id, as: .tree, maximumBytes: limits.treeBytes)
            return visitEntries(of: tree, id: id, in: path, depth: depth, visit)
        } catch {
            report(.object(error), at: path)
            return true
        }
    }

    private mutating func report(_ reason: WalkProblem.Reason, at path: GitPath) {
        // One problem a folder and reason: a tree can hold a million forbidden names.
        let problem = WalkProblem(path: path, reason: reason)
        if problems.last != problem { problems.append(problem) }
    }

    private static func isForbidden(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let dot = UInt8(ascii: ".")
        switch bytes.count {
        case 0: return true
        case 1 where bytes[0] == dot: return true
        case 2 where bytes[0] == dot && bytes[1] == dot: return true
        case 4 where bytes[0] == dot && bytes.elementsEqual(".git".utf8): return true
        default:
            for index in bytes.indices where bytes[index] == UInt8(ascii: "/") { return true }
            return false
        }
    }
}
