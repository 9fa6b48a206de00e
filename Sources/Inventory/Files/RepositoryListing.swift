// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The files of a tree, by role: one walk, no content read.

import Git

struct RepositoryListing {
    let files: [ListedFile]
    let submodules: [ListedFile]
    let problems: [WalkProblem]
    /// The few files whose names say something, the nearest to the root first.
    private let tellingFiles: [ListedFile]

    /// How far a folder of others' files is entered: to "vendor/package/LICENSE", which names the package's licence.
    private static let vendoredLevels = 1

    /// Walks the tree; without `whole` not the depths of what others wrote.
    init(of tree: any FileTree, whole: Bool) throws(GitError) {
        var files: [ListedFile] = []
        var submodules: [ListedFile] = []
        // The folders from the root to the one that is being read: a folder comes before what it holds.
        var folders = [Folder()]
        problems = try tree.walk { entry in
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
        guard !destination.hasPrefix("/"), let path = Self.path(destination, from: link.parent) else { return nil }
        return files.first { $0.path == path }
    }

    /// The file that a text means by a path, seen from the text's folder, else from the root; the case of the letters
    /// counts where it tells two files apart. Nil when the path leads nowhere or out of the tree.
    func file(meantBy path: String, in text: GitPath) -> ListedFile? {
        for folder in [text.parent, nil] {
            guard let path = Self.path(path, from: folder) else { continue }
            let folded = path.lowercasedASCII
            let same = files.filter { $0.path.bytes.count == path.bytes.count && $0.path.lowercasedASCII == folded }
            if let file = same.first(where: { $0.path == path }) ?? same.first { return file }
        }
        return nil
    }

    /// A path as seen from a folder, without `.` and `..`; nil when it leads out of the tree.
    private static func path(_ path: String, from folder: GitPath?) -> GitPath? {
        var parts = folder?.components ?? []
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                if parts.isEmpty { return nil }
                parts.removeLast()
            default: parts.append(GitPath(String(part)))
            }
        }
        return GitPath(parts.map(\.bytes).joined(separator: [UInt8(ascii: "/")]))
    }
}
