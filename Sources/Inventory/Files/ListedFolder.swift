// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A folder of a snapshot, and what is asked of its files and of those below. It never changes: a snapshot that has the same
// tree at the same path takes it over with all that is known of it.

import Git

final class ListedFolder {
    /// A file or submodule, or a folder.
    enum Entry {
        case file(ListedFile)
        case folder(ListedFolder)
    }

    /// Source files of one language right in a folder.
    typealias Sources = (language: String, files: [ListedFile])

    let path: GitPath
    let place: Folder
    /// Nil for the root.
    let tree: ObjectID?
    /// What is right in it, in the order of the walk.
    let entries: [Entry]
    /// The tree's bytes and where in them each entry begins, to hold the next snapshot's against; empty where none comes.
    let bytes: [UInt8]
    let offsets: [Int]
    /// What the files in it and below are.
    let content: ContentCount
    /// Those in it and below whose names say something, in the order of the walk.
    let tellingFiles: [ListedFile]
    /// The project's own source files in it and below, by folder and language.
    let sources: [Sources]

    init(at path: GitPath, _ place: Folder, tree: ObjectID?, _ entries: [Entry], bytes: [UInt8], offsets: [Int]) {
        self.path = path
        self.place = place
        self.tree = tree
        self.entries = entries
        self.bytes = bytes
        self.offsets = offsets
        var content = ContentCount()
        var tellingFiles: [ListedFile] = []
        var sources: [Sources] = []
        var sourcesBelow: [Sources] = []
        for entry in entries {
            switch entry {
            case .file(let file) where file.mode == .submodule: continue
            case .file(let file):
                content.add(file)
                if file.place.isTelling { tellingFiles.append(file) }
                guard let language = file.place.sampledLanguage, file.mode != .symlink else { continue }
                if let index = sources.firstIndex(where: { $0.language == language }) {
                    sources[index].files.append(file)
                } else {
                    sources.append((language, [file]))
                }
            case .folder(let folder):
                content.add(folder.content)
                tellingFiles += folder.tellingFiles
                sourcesBelow += folder.sources
            }
        }
        self.content = content
        self.tellingFiles = tellingFiles
        self.sources = sources + sourcesBelow
    }

    /// Where in the tree's bytes the entry ends that stands at a position.
    func end(of position: Int) -> Int { position + 1 < offsets.count ? offsets[position + 1] : bytes.count }

    /// Adds the files in it and below to those that the walk met before.
    func list(_ all: inout [ListedFile]) {
        for entry in entries {
            switch entry {
            case .file(let file): if file.mode != .submodule { all.append(file) }
            case .folder(let folder): folder.list(&all)
            }
        }
    }

    /// Adds the files whose path is `folded`, when `A` to `Z` are put in lower case, in the order of the walk.
    func find(_ folded: GitPath, _ found: inout [ListedFile]) {
        for entry in entries {
            switch entry {
            case .file(let file):
                guard file.mode != .submodule, file.path.bytes.count == folded.bytes.count else { continue }
                if file.path.lowercasedASCII == folded { found.append(file) }
            case .folder(let folder):
                guard folder.path.bytes.count < folded.bytes.count else { continue }
                if folded.isInside(folder.path.lowercasedASCII) { folder.find(folded, &found) }
            }
        }
    }
}

extension GitPath {
    /// Whether it is the folder, or below it.
    func isInside(_ folder: GitPath) -> Bool {
        bytes.starts(with: folder.bytes)
            && (bytes.count == folder.bytes.count || bytes[folder.bytes.count] == UInt8(ascii: "/"))
    }
}
