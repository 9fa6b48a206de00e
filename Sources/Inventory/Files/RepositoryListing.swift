// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The files of one snapshot, by role: one walk over its trees, no blob read.

import Git

/// A file of the snapshot.
struct ListedFile {
    var path: GitPath
    var id: ObjectID
    var mode: TreeEntry.Mode
}

struct RepositoryListing {
    private(set) var files: [ListedFile] = []
    /// Index in `files`, by path.
    private(set) var byPath: [GitPath: Int] = [:]
    private(set) var roles: [(file: Int, role: FileRole)] = []
    private(set) var submodules: [GitPath] = []
    private(set) var problems: [WalkProblem] = []

    /// Walks the snapshot's trees.
    init(of snapshot: Snapshot, in repository: Repository) throws(GitError) {
        var files: [ListedFile] = []
        var submodules: [GitPath] = []
        problems = try repository.walkTree(snapshot.tree) { entry in
            switch entry.mode {
            case .directory: return .descend
            case .submodule: submodules.append(entry.path)
            default: files.append(ListedFile(path: entry.path, id: entry.id, mode: entry.mode))
            }
            return .descend
        }
        self.files = files
        self.submodules = submodules
        for (i, file) in files.enumerated() {
            guard let role = FileRole(file.path) else { continue }
            roles.append((i, role))
        }
        for (i, file) in files.enumerated() { byPath[file.path] = i }
    }

    /// The files of a role, the nearest to the root first.
    func files(_ wanted: (FileRole) -> Bool) -> [ListedFile] {
        roles.filter { wanted($0.role) }.map { files[$0.file] }
            .sorted { ($0.path.depth, $0.path) < ($1.path.depth, $1.path) }
    }

    /// Where a symbolic link leads inside the tree; nil when it leads out of it or nowhere.
    func target(of link: GitPath, _ destination: String) -> ListedFile? {
        if destination.hasPrefix("/") { return nil }
        var parts = link.folders
        for part in destination.split(separator: "/", omittingEmptySubsequences: true) {
            switch part {
            case ".": continue
            case "..":
                if parts.isEmpty { return nil }
                parts.removeLast()
            default: parts.append(String(part))
            }
        }
        return byPath[GitPath(parts.joined(separator: "/"))].map { files[$0] }
    }
}
