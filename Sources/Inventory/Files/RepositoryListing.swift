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
    /// Which of the files are in which folder; empty unless a memo keeps the listing for the next snapshot.
    private let folders: FolderSpans

    /// How far a folder of others' files is entered: to "vendor/package/LICENSE", which names the package's licence.
    private static let vendoredLevels = 1

    /// Walks the tree; without `whole` not the depths of what others wrote. Folders that the memo's last listing holds
    /// with the same tree are taken over from there.
    init(of tree: any FileTree, whole: Bool, memo: SnapshotMemo? = nil) throws(GitError) {
        let previous = memo?.listing
        var spans = FolderSpans()
        var known: [WalkProblem] = []
        // Files stand in the order of their paths, in this listing and in the previous one.
        let earlier = previous?.files ?? []
        var position = 0
        var files: [ListedFile] = []
        var submodules: [ListedFile] = []
        files.reserveCapacity(earlier.count + 64)
        // The folders from the root to the one that is being read: a folder comes before what it holds.
        var folders = [Folder()]
        let found = try tree.walk { entry in
            let depth = entry.path.depth
            folders.removeLast(folders.count - 1 - depth)
            if memo != nil { spans.close(below: depth, files.count, submodules.count) }
            let parent = folders[folders.count - 1]
            if entry.mode == .directory {
                let folder = Folder(entry.path.lowercasedName, in: parent)
                folders.append(folder)
                if !whole, let depth = folder.vendoredDepth, depth > Self.vendoredLevels { return .skip }
                if let previous, let span = previous.folders.span(of: entry) {
                    spans.take(span, from: previous.folders, files.count, submodules.count)
                    files += previous.files[span.files]
                    submodules += previous.submodules[span.submodules]
                    position = span.files.upperBound
                    known += previous.problems.filter { $0.path.isInside(entry.path) }
                    return .skip
                }
                if memo != nil { spans.open(entry, files.count, submodules.count) }
                return .descend
            }
            while position < earlier.count, earlier[position].path < entry.path { position += 1 }
            let file =
                position < earlier.count && earlier[position].path == entry.path
                ? ListedFile(entry, in: parent, named: earlier[position]) : ListedFile(entry, in: parent)
            if entry.mode == .submodule { submodules.append(file) } else { files.append(file) }
            return .descend
        }
        spans.close(below: 0, files.count, submodules.count)
        self.folders = spans
        problems = found + known
        self.files = files
        self.submodules = submodules
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
