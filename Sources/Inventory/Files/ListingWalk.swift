// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// From a walk's entries to folders, in step with those that the snapshot before had at the same paths: of a folder with the
// same tree all is taken over, of a file what its path says.

import Git

struct ListingWalk {
    /// A folder that is being read, beside what was at its path before.
    private struct OpenFolder {
        let path: GitPath
        let place: Folder
        let tree: ObjectID?
        let earlier: [ListedFolder.Entry]
        /// The first of the earlier entries that may still be met: they stand in the same order.
        private var position = 0
        var entries: [ListedFolder.Entry] = []

        init(at path: GitPath, _ place: Folder, tree: ObjectID?, earlier: ListedFolder?) {
            self.path = path
            self.place = place
            self.tree = tree
            self.earlier = earlier?.entries ?? []
            entries.reserveCapacity(self.earlier.count)
        }

        /// What was there before, a folder for a folder and a file for any other.
        mutating func earlier(_ entry: borrowing WalkedEntry) -> ListedFolder.Entry? {
            while position < earlier.count {
                let order =
                    switch earlier[position] {
                    case .file(let file): entry.order(beside: file.path, isFolder: false)
                    case .folder(let folder): entry.order(beside: folder.path, isFolder: true)
                    }
                if order < 0 { return nil }
                position += 1
                if order == 0 { return earlier[position - 1] }
            }
            return nil
        }

        var listed: ListedFolder { ListedFolder(at: path, place, tree: tree, entries) }
    }

    /// How far a folder of others' files is entered: to "vendor/package/LICENSE", which names the package's licence.
    private static let vendoredLevels = 1

    private let entersAll: Bool
    private let previous: RepositoryListing?
    /// From the root to the one that is being read: a folder comes before what it holds.
    private var open: [OpenFolder]
    /// What could not be read in folders that were taken over.
    private(set) var knownProblems: [WalkProblem] = []

    /// A walk; without `entersAll` not into the depths of what others wrote.
    init(entersAll: Bool, beside previous: RepositoryListing?) {
        self.entersAll = entersAll
        self.previous = previous
        open = [OpenFolder(at: GitPath([]), Folder(), tree: nil, earlier: previous?.root)]
    }

    /// Takes the next entry.
    mutating func visit(_ entry: borrowing WalkedEntry) -> WalkDecision {
        close(to: entry.depth)
        let last = open.count - 1
        let earlier = open[last].earlier(entry)
        guard entry.mode == .directory else {
            let place =
                if case .file(let file) = earlier { file.place } else { FilePlace(entry.path, in: open[last].place) }
            open[last].entries.append(.file(ListedFile(id: entry.id, mode: entry.mode, place: place)))
            return .descend
        }
        guard case .folder(let folder) = earlier else { return enter(entry, nil) }
        guard folder.tree == entry.id else { return enter(entry, folder) }
        open[last].entries.append(.folder(folder))
        if let problems = previous?.problems, !problems.isEmpty {
            knownProblems += problems.filter { $0.path.isInside(folder.path) }
        }
        return .skip
    }

    private mutating func enter(_ entry: borrowing WalkedEntry, _ earlier: ListedFolder?) -> WalkDecision {
        let path = earlier?.path ?? entry.path
        let place = earlier?.place ?? Folder(path.lowercasedName, in: open[open.count - 1].place)
        if !entersAll, let depth = place.vendoredDepth, depth > Self.vendoredLevels { return .skip }
        open.append(OpenFolder(at: path, place, tree: entry.id, earlier: earlier))
        return .descend
    }

    /// The root, after the last entry.
    mutating func end() -> ListedFolder {
        close(to: 0)
        return open[0].listed
    }

    private mutating func close(to depth: Int) {
        while open.count > depth + 1 {
            let folder = open.removeLast().listed
            open[open.count - 1].entries.append(.folder(folder))
        }
    }
}
