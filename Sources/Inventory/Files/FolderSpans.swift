// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Which files of a listing are in which folder. A walk lists a folder's files, with all that is below, one after the
// other, so that a folder is a range; and where two snapshots share a tree, its range is taken over.

import Git

struct FolderSpans {
    /// A folder with all that is below it.
    struct Span {
        var path: GitPath
        var tree: ObjectID
        var files: Range<Int>
        var submodules: Range<Int>
        /// The folders below it.
        var below: Range<Int>
    }

    /// In the order of the walk: a folder before those below it.
    private var spans: [Span] = []
    private var positions: [GitPath: Int] = [:]
    /// The folders that are being walked, the innermost last.
    private var walked: [Int] = []

    /// The folder of an entry, when it is there with the same tree.
    func span(of entry: TreeEntry) -> Span? {
        guard let position = positions[entry.path], spans[position].tree == entry.id else { return nil }
        return spans[position]
    }

    /// Begins a folder, at these counts of files and submodules.
    mutating func open(_ entry: TreeEntry, _ files: Int, _ submodules: Int) {
        walked.append(spans.count)
        add(
            Span(
                path: entry.path, tree: entry.id, files: files..<files, submodules: submodules..<submodules,
                below: (spans.count + 1)..<(spans.count + 1)))
    }

    /// Ends the folders of this depth and deeper.
    mutating func close(below depth: Int, _ files: Int, _ submodules: Int) {
        while walked.count > depth {
            let position = walked.removeLast()
            spans[position].files = spans[position].files.lowerBound..<files
            spans[position].submodules = spans[position].submodules.lowerBound..<submodules
            spans[position].below = (position + 1)..<spans.count
        }
    }

    /// Takes a folder over from another listing, with those below it.
    mutating func take(_ span: Span, from other: FolderSpans, _ files: Int, _ submodules: Int) {
        let offset = (
            files: files - span.files.lowerBound, submodules: submodules - span.submodules.lowerBound,
            below: spans.count + 1 - span.below.lowerBound
        )
        for var moved in [span] + other.spans[span.below] {
            moved.files = moved.files.moved(by: offset.files)
            moved.submodules = moved.submodules.moved(by: offset.submodules)
            moved.below = moved.below.moved(by: offset.below)
            add(moved)
        }
    }

    private mutating func add(_ span: Span) {
        positions[span.path] = spans.count
        spans.append(span)
    }
}

extension Range<Int> {
    fileprivate func moved(by offset: Int) -> Range<Int> { (lowerBound + offset)..<(upperBound + offset) }
}

extension GitPath {
    /// Whether it is the folder, or below it.
    func isInside(_ folder: GitPath) -> Bool {
        bytes.starts(with: folder.bytes)
            && (bytes.count == folder.bytes.count || bytes[folder.bytes.count] == UInt8(ascii: "/"))
    }
}
