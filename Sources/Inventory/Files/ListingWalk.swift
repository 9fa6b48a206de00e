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
        let earlier: ListedFolder?
        /// The first of the earlier entries that may still be met: they stand in the same order.
        private var position = 0
        private var entries: [ListedFolder.Entry] = []
        private var bytes: [UInt8] = []
        private var offsets: [Int] = []

        init(at path: GitPath, _ place: Folder, tree: ObjectID?, earlier: ListedFolder?) {
            self.path = path
            self.place = place
            self.tree = tree
            self.earlier = earlier
            if let earlier {
                entries.reserveCapacity(earlier.entries.count)
                offsets.reserveCapacity(earlier.offsets.count)
            }
        }

        /// Remembers where the entry, which is about to be added, stands in its tree.
        mutating func keepPlace(of entry: borrowing WalkedEntry) {
            if bytes.isEmpty { bytes = entry.treeBytes }
            offsets.append(entry.offset)
        }

        mutating func add(_ entry: ListedFolder.Entry) { entries.append(entry) }

        /// What was there before, a folder for a folder and a file for any other.
        mutating func earlier(_ entry: borrowing WalkedEntry) -> ListedFolder.Entry? {
            guard let earlier = earlier?.entries else { return nil }
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

        /// Takes over the entry and those behind it, as far as the tree's bytes are the earlier one's; nil where not even the
        /// entry is the one that was there.
        mutating func takeOver(from entry: borrowing WalkedEntry) -> WalkDecision? {
            guard let earlier, position < earlier.offsets.count else { return nil }
            let start = earlier.offsets[position]
            let end = start + entry.commonBytes(with: earlier.bytes, from: start)
            var next = position
            // Where an entry ends the next begins, or one that was not listed and is not to be listed now.
            while next < earlier.offsets.count, earlier.end(of: next) <= end { next += 1 }
            guard next > position else { return nil }
            let taken = position..<next
            position = next
            if bytes.isEmpty { bytes = entry.treeBytes }
            entries += earlier.entries[taken]
            offsets += earlier.offsets[taken].lazy.map { $0 - start + entry.offset }
            return .pass(entries: taken.count, bytes: earlier.end(of: next - 1) - start)
        }

        var listed: ListedFolder {
            ListedFolder(at: path, place, tree: tree, entries, bytes: bytes, offsets: offsets)
        }
    }

    /// How far a folder of others' files is entered: to "vendor/package/LICENSE", which names the package's licence.
    private static let vendoredLevels = 1

    private let entersAll: Bool
    private let previous: RepositoryListing?
    /// Whether another snapshot is going to be listed beside this one.
    private let isKept: Bool
    /// Whether whole runs of entries are taken over: not where one of them may be a problem, which is to be said again.
    private let takesRuns: Bool
    /// From the root to the one that is being read: a folder comes before what it holds.
    private var open: [OpenFolder]
    /// What could not be read in folders that were taken over.
    private(set) var knownProblems: [WalkProblem] = []

    /// A walk beside what the memo knows; without `entersAll` not into the depths of what others wrote.
    init(entersAll: Bool, _ memo: SnapshotMemo?) {
        self.entersAll = entersAll
        previous = memo?.listing
        isKept = memo != nil
        takesRuns = previous.map(\.problems.isEmpty) ?? false
        open = [OpenFolder(at: GitPath([]), Folder(), tree: nil, earlier: previous?.root)]
    }

    /// Takes the next entry.
    mutating func visit(_ entry: borrowing WalkedEntry) -> WalkDecision {
        close(to: entry.depth)
        let last = open.count - 1
        if takesRuns, let taken = open[last].takeOver(from: entry) { return taken }
        let earlier = open[last].earlier(entry)
        guard entry.mode == .directory else {
            let place =
                if case .file(let file) = earlier { file.place } else { FilePlace(entry.path, in: open[last].place) }
            if isKept { open[last].keepPlace(of: entry) }
            open[last].add(.file(ListedFile(id: entry.id, mode: entry.mode, place: place)))
            return .descend
        }
        guard case .folder(let folder) = earlier else { return enter(entry, nil) }
        guard folder.tree == entry.id else { return enter(entry, folder) }
        if isKept { open[last].keepPlace(of: entry) }
        open[last].add(.folder(folder))
        if let problems = previous?.problems, !problems.isEmpty {
            knownProblems += problems.filter { $0.path.isInside(folder.path) }
        }
        return .skip
    }

    private mutating func enter(_ entry: borrowing WalkedEntry, _ earlier: ListedFolder?) -> WalkDecision {
        let path = earlier?.path ?? entry.path
        let place = earlier?.place ?? Folder(path.lowercasedName, in: open[open.count - 1].place)
        if !entersAll, let depth = place.vendoredDepth, depth > Self.vendoredLevels { return .skip }
        if isKept { open[open.count - 1].keepPlace(of: entry) }
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
            open[open.count - 1].add(.folder(folder))
        }
    }
}
