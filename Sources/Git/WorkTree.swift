// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The files that lie in a folder, as `git status` sees them: tracked ones, changed or not, and untracked ones that no
// ignore rule of the repository leaves out. The folder need not be a repository. Only what is asked for is read: a file's
// id is its number in the walk until `blobID` is asked for the one that git would give it.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The files in a folder.
public final class WorkTree: FileTree {
    private let root: GitPath
    private let staged: StagedFiles
    /// `.git/info/exclude`.
    private let excluded: IgnoreRules
    private var paths: [GitPath] = []
    private var problems: [WalkProblem] = []
    private let limits = WalkLimits()

    /// The work tree at a folder, which may be a repository's or nobody's.
    /// - Throws: when the repository's index is damaged.
    public init(at root: GitPath) throws(GitError) {
        self.root = root
        guard let layout = try? RepositoryLayout(of: root), layout.kind != .bare else {
            staged = StagedFiles()
            excluded = IgnoreRules([])
            return
        }
        staged = try StagedFiles(index: layout.gitDirectory.appending("index"), repositoryPath: root.string)
        excluded = Self.rules(layout.commonDirectory.appending("info/exclude"))
    }

    /// Visits the entries, as `FileTree` says.
    public func walk(_ visit: (borrowing WalkedEntry) -> WalkDecision) throws(GitError) -> [WalkProblem] {
        paths = []
        problems = []
        guard FileSystem.isFolder(root) else { throw .notFound(path: root.string) }
        _ = visitFolder(GitPath([]), rules: [(excluded, 0)], isIgnored: false, depth: 0, visit)
        return problems
    }

    /// Returns false when the walk is to end. `rules` are those of the folders above, with the length of their paths.
    private func visitFolder(
        _ folder: GitPath, rules: [(rules: IgnoreRules, prefix: Int)], isIgnored: Bool, depth: Int,
        _ visit: (borrowing WalkedEntry) -> WalkDecision
    ) -> Bool {
        guard depth <= limits.depth else {
            report(.tooDeep(limit: limits.depth), at: folder)
            return true
        }
        guard let entries = FileSystem.entries(in: place(of: folder)) else {
            report(.object(.unreadable(path: place(of: folder).string, reason: FileSystem.lastReason)), at: folder)
            return true
        }
        var rules = rules
        if entries.contains(where: { $0.name == ".gitignore" && $0.kind == .file }) {
            let own = Self.rules(place(of: folder.appending(".gitignore")))
            if !own.isEmpty { rules.append((own, folder.bytes.isEmpty ? 0 : folder.bytes.count + 1)) }
        }
        for entry in entries.sorted(by: { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }) where entry.name != ".git"
        {
            guard paths.count < limits.entries else {
                report(.tooManyEntries(limit: limits.entries), at: folder)
                return false
            }
            let path = folder.appending(entry.name)
            guard path.bytes.count <= limits.pathBytes else {
                report(.pathTooLong(limit: limits.pathBytes), at: folder)
                continue
            }
            let isOut = isIgnored || Self.isIgnored(path, isFolder: entry.kind == .folder, rules)
            let goesOn: Bool
            func visited(_ mode: TreeEntry.Mode) -> WalkDecision {
                paths.append(path)
                return entry.name.bytes.withUnsafeBytes { name in
                    let id = ObjectID(number: paths.count - 1)
                    return visit(WalkedEntry(name: name, in: folder, depth: depth, mode: mode, id: id))
                }
            }
            switch entry.kind {
            case .folder where staged.isSubmodule(path) || FileSystem.exists(place(of: path.appending(".git"))):
                goesOn = isOut && !staged.isSubmodule(path) || visited(.submodule) != .stop
            case .folder where isOut && !staged.isFolder(path): goesOn = true
            case .folder:
                switch visited(.directory) {
                case .stop: goesOn = false
                case .skip, .pass: goesOn = true
                case .descend: goesOn = visitFolder(path, rules: rules, isIgnored: isOut, depth: depth + 1, visit)
                }
            case .file, .link:
                goesOn =
                    isOut && !staged.isFile(path) || visited(entry.kind == .link ? .symlink : .file) != .stop
            // git does not know pipes, sockets and devices.
            case .other: goesOn = true
            }
            if !goesOn { return false }
        }
        return true
    }

    private static func isIgnored(
        _ path: GitPath, isFolder: Bool, _ rules: [(rules: IgnoreRules, prefix: Int)]
    ) -> Bool {
        for (rules, prefix) in rules.reversed() {
            if let answer = rules.isIgnored(path.bytes[prefix...], isFolder: isFolder) { return answer }
        }
        return false
    }

    private static func rules(_ file: GitPath) -> IgnoreRules {
        IgnoreRules((try? FileSystem.read(file, maximumBytes: IgnoreRules.maximumBytes)) ?? [])
    }

    private func report(_ reason: WalkProblem.Reason, at path: GitPath) {
        problems.append(WalkProblem(path: path, reason: reason))
    }

    // MARK: Contents

    /// How many bytes the file of a visited entry has.
    public func size(of id: ObjectID) throws(GitError) -> Int { FileSystem.size(of: place(of: try path(of: id))) }

    /// Lends the bytes of a visited entry's file to `body`, as `FileTree` says.
    public func withContent<Result>(
        of id: ObjectID, maximumBytes: Int, isChecked: Bool, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        try content(of: id, maximumBytes: maximumBytes).withUnsafeBytes(body)
    }

    /// A file's id is its place: there is nothing to hold its content against.
    public func check(_ content: UnsafeRawBufferPointer, is id: ObjectID) throws(GitError) {}

    /// The id that git would give the content of a file, or of a link; nil when it cannot be read.
    public func blobID(of path: GitPath, maximumBytes: Int) -> ObjectID? {
        (try? content(at: path, ObjectID(number: 0), maximumBytes: maximumBytes)).flatMap { ObjectID(ofBlob: $0) }
    }

    private func content(of id: ObjectID, maximumBytes: Int) throws(GitError) -> [UInt8] {
        try content(at: try path(of: id), id, maximumBytes: maximumBytes)
    }

    private func content(at path: GitPath, _ id: ObjectID, maximumBytes: Int) throws(GitError) -> [UInt8] {
        let place = place(of: path)
        if let target = FileSystem.symbolicLinkTarget(place) { return target.bytes }
        do {
            return try FileSystem.read(place, maximumBytes: maximumBytes)
        } catch {
            switch error {
            case .missing: throw .missingObject(id, .blob, path: place.string, alternates: false)
            case .tooLarge:
                throw .tooLarge(id, size: FileSystem.size(of: place), limit: maximumBytes, path: place.string)
            case .unreadable(let reason): throw .unreadable(path: place.string, reason: reason)
            }
        }
    }

    private func path(of id: ObjectID) throws(GitError) -> GitPath {
        guard let number = id.number, paths.indices.contains(number) else {
            throw .missingObject(id, .blob, path: root.string, alternates: false)
        }
        return paths[number]
    }

    private func place(of path: GitPath) -> GitPath { path.bytes.isEmpty ? root : root.appending(path) }
}

extension FileSystem.Entry {
    /// git orders a folder as if its name ended with a slash.
    fileprivate var sortKey: [UInt8] { kind == .folder ? name.bytes + [UInt8(ascii: "/")] : name.bytes }
}
