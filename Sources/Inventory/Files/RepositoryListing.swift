// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The files of a tree, by role: one walk, no content read.

import Git

struct RepositoryListing {
    let problems: [WalkProblem]
    /// The few files whose names say something, the nearest to the root first.
    let tellingFiles: [ListedFile]
    /// All files by folder, for the next snapshot's listing.
    let root: ListedFolder

    /// Walks the tree; without `whole` not the depths of what others wrote. Folders that the memo's last listing holds
    /// with the same tree are taken over from there.
    init(of tree: any FileTree, whole: Bool, memo: SnapshotMemo? = nil) throws(GitError) {
        var walk = ListingWalk(entersAll: whole, memo)
        let found = try tree.walk { walk.visit($0) }
        root = walk.end()
        problems = found + walk.knownProblems
        tellingFiles = root.tellingFiles.sorted { ($0.depth, $0.path) < ($1.depth, $1.path) }
        memo?.listing = self
    }

    /// All files in the order of the walk, put together for whoever asks.
    var files: [ListedFile] {
        var files: [ListedFile] = []
        files.reserveCapacity(root.content.files)
        root.list(&files)
        return files
    }

    /// The submodules at the root.
    var submodules: [ListedFile] {
        root.entries.compactMap { entry in
            guard case .file(let file) = entry, file.mode == .submodule else { return nil }
            return file
        }
    }

    /// The files of a role, the nearest to the root first.
    func files(_ wanted: (FileRole) -> Bool) -> [ListedFile] {
        tellingFiles.filter { $0.role.map(wanted) ?? false }
    }

    /// Where a symbolic link leads inside the tree; nil when it leads out of it or nowhere.
    func target(of link: GitPath, _ destination: String) -> ListedFile? {
        guard !destination.hasPrefix("/"), let path = Self.path(destination, from: link.parent) else { return nil }
        return files(likeNamed: path).first { $0.path == path }
    }

    /// The file that a text means by a path, seen from the text's folder, else from the root; the case of the letters
    /// counts where it tells two files apart. Nil when the path leads nowhere or out of the tree.
    func file(meantBy path: String, in text: GitPath) -> ListedFile? {
        for folder in [text.parent, nil] {
            guard let path = Self.path(path, from: folder) else { continue }
            let same = files(likeNamed: path)
            if let file = same.first(where: { $0.path == path }) ?? same.first { return file }
        }
        return nil
    }

    /// The files at a path, whatever the case of its letters.
    private func files(likeNamed path: GitPath) -> [ListedFile] {
        var found: [ListedFile] = []
        root.find(path.lowercasedASCII, &found)
        return found
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
