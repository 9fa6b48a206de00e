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
    /// The same files by folder, for the next snapshot's listing.
    private let root: ListedFolder

    /// How far a folder of others' files is entered: to "vendor/package/LICENSE", which names the package's licence.
    private static let vendoredLevels = 1

    /// Walks the tree; without `whole` not the depths of what others wrote. Folders that the memo's last listing holds
    /// with the same tree are taken over from there.
    init(of tree: any FileTree, whole: Bool, memo: SnapshotMemo? = nil) throws(GitError) {
        /// A folder that is being read, beside what was at its path before.
        struct Reading {
            let folder: ListedFolder
            let earlier: ListedFolder?
            /// The first of the earlier files that may still be met: they stand in the same order.
            var position = 0
        }
        let previous = memo?.listing
        var known: [WalkProblem] = []
        // From the root to the one that is being read: a folder comes before what it holds.
        var open = [Reading(folder: ListedFolder(Folder(), at: nil), earlier: previous?.root)]
        func close(to depth: Int) {
            while open.count > depth + 1 {
                let read = open.removeLast().folder
                open[open.count - 1].folder.add(read)
            }
        }
        let found = try tree.walk { entry in
            close(to: entry.path.depth)
            let last = open.count - 1
            let parent = open[last].folder.folder
            guard entry.mode == .directory else {
                let same = open[last].earlier?.file(at: entry.path, from: &open[last].position)
                let place = same?.place ?? FilePlace(entry.path, in: parent)
                open[last].folder.add(ListedFile(id: entry.id, mode: entry.mode, place: place))
                return .descend
            }
            let earlier = open[last].earlier?.folder(at: entry.path)
            let folder = earlier?.folder ?? Folder(entry.path.lowercasedName, in: parent)
            if !whole, let depth = folder.vendoredDepth, depth > Self.vendoredLevels { return .skip }
            if let earlier, earlier.entry?.id == entry.id {
                open[last].folder.add(earlier)
                known += previous?.problems.filter { $0.path.isInside(entry.path) } ?? []
                return .skip
            }
            open.append(Reading(folder: ListedFolder(folder, at: entry), earlier: earlier))
            return .descend
        }
        close(to: 0)
        root = open[0].folder
        var all: (files: [ListedFile], submodules: [ListedFile]) = ([], [])
        all.files.reserveCapacity(root.fileCount)
        root.list(&all)
        (files, submodules) = all
        problems = found + known
        tellingFiles = files.filter { $0.role != nil }.sorted { ($0.depth, $0.path) < ($1.depth, $1.path) }
        memo?.listing = self
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
