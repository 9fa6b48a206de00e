// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The files of one snapshot, by role: one walk over its trees, no blob read.

import Git

struct RepositoryListing {
    private(set) var files: [ListedFile] = []
    private(set) var submodules: [ListedFile] = []
    private(set) var problems: [WalkProblem] = []

    /// How far a folder of others' files is entered: to "vendor/package/LICENSE", which names the package's licence.
    private static let vendoredLevels = 1

    /// Walks the snapshot's trees; without `whole` not the depths of what others wrote.
    init(of snapshot: Snapshot, in repository: Repository, whole: Bool) throws(GitError) {
        var files: [ListedFile] = []
        var submodules: [ListedFile] = []
        var folders: [GitPath?: Folder] = [:]
        // Files of one folder come one after the other.
        var current: (path: GitPath?, folder: Folder) = (nil, Folder(nil))
        folders[nil] = current.folder
        problems = try repository.walkTree(snapshot.tree) { entry in
            if entry.mode == .directory {
                if whole { return .descend }
                let folder = Folder(entry.path)
                folders[entry.path] = folder
                return folder.vendoredDepth.map { $0 > Self.vendoredLevels } ?? false ? .skip : .descend
            }
            let parent = entry.path.parent
            if parent != current.path {
                let folder = folders[parent] ?? Folder(parent)
                folders[parent] = folder
                current = (parent, folder)
            }
            let file = ListedFile(entry, in: current.folder)
            if entry.mode == .submodule { submodules.append(file) } else { files.append(file) }
            return .descend
        }
        self.files = files
        self.submodules = submodules
    }

    /// The files of a role, the nearest to the root first.
    func files(_ wanted: (FileRole) -> Bool) -> [ListedFile] {
        files.filter { $0.role.map(wanted) ?? false }.sorted { ($0.depth, $0.path) < ($1.depth, $1.path) }
    }

    /// Where a symbolic link leads inside the tree; nil when it leads out of it or nowhere.
    func target(of link: GitPath, _ destination: String) -> ListedFile? {
        if destination.hasPrefix("/") { return nil }
        var parts = link.parent?.components.map(\.string) ?? []
        for part in destination.split(separator: "/", omittingEmptySubsequences: true) {
            switch part {
            case ".": continue
            case "..":
                if parts.isEmpty { return nil }
                parts.removeLast()
            default: parts.append(String(part))
            }
        }
        let path = GitPath(parts.joined(separator: "/"))
        return files.first { $0.path == path }
    }
}
