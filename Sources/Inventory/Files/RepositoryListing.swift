// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The files of one snapshot, by role: one walk over its trees, no blob read.

import Git

struct RepositoryListing {
    let files: [ListedFile]
    let submodules: [ListedFile]
    let problems: [WalkProblem]
    /// The few files whose names say something, the nearest to the root first.
    private let tellingFiles: [ListedFile]

    /// How far a folder of others' files is entered: to "vendor/package/LICENSE", which names the package's licence.
    private static let vendoredLevels = 1

    /// Walks the snapshot's trees; without `whole` not the depths of what others wrote.
    init(of snapshot: Snapshot, in repository: Repository, whole: Bool) throws(GitError) {
        var files: [ListedFile] = []
        var submodules: [ListedFile] = []
        // The folders from the root to the one that is being read: a folder comes before what it holds.
        var folders = [Folder()]
        problems = try repository.walkTree(snapshot.tree) { entry in
            folders.removeLast(folders.count - 1 - entry.path.depth)
            let parent = folders[folders.count - 1]
            if entry.mode == .directory {
                let folder = Folder(entry.path.lowercasedName, in: parent)
                folders.append(folder)
                if whole { return .descend }
                return folder.vendoredDepth.map { $0 > Self.vendoredLevels } ?? false ? .skip : .descend
            }
            let file = ListedFile(entry, in: parent)
            if entry.mode == .submodule { submodules.append(file) } else { files.append(file) }
            return .descend
        }
        self.files = files
        self.submodules = submodules
        tellingFiles = files.filter { $0.role != nil }.sorted { ($0.depth, $0.path) < ($1.depth, $1.path) }
    }

    /// The files of a role, the nearest to the root first.
    func files(_ wanted: (FileRole) -> Bool) -> [ListedFile] {
        tellingFiles.filter { $0.role.map(wanted) ?? false }
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
