// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A folder of a snapshot. Where the next snapshot has the same tree at the same path, the folder is taken over with all
// that is below it; where the tree is another one, what the files' paths say is.

import Git

/// Filled by the walk that meets it, and then the same for every snapshot that takes it over.
final class ListedFolder {
    let folder: Folder
    /// Nil for the root.
    let entry: TreeEntry?
    /// The files and submodules right in it, in the order of the walk.
    private var files: [ListedFile] = []
    private var submodules: [ListedFile] = []
    /// The folders right in it, and how many files and submodules come before.
    private var below: [(folder: ListedFolder, files: Int, submodules: Int)] = []
    private var positions: [GitPath: Int] = [:]
    /// How many files there are in it and in the folders below.
    private(set) var fileCount = 0

    init(_ folder: Folder, at entry: TreeEntry?) {
        self.folder = folder
        self.entry = entry
    }

    /// The folder right in it that has the path.
    func folder(at path: GitPath) -> ListedFolder? { positions[path].map { below[$0].folder } }

    /// The file right in it that has the path, looked for from `position` on, where the walk has come to.
    func file(at path: GitPath, from position: inout Int) -> ListedFile? {
        while position < files.count, files[position].path < path { position += 1 }
        return position < files.count && files[position].path == path ? files[position] : nil
    }

    func add(_ file: ListedFile) {
        if file.mode == .submodule {
            submodules.append(file)
        } else {
            files.append(file)
            fileCount += 1
        }
    }

    func add(_ folder: ListedFolder) {
        if let entry = folder.entry { positions[entry.path] = below.count }
        below.append((folder, files.count, submodules.count))
        fileCount += folder.fileCount
    }

    /// Adds all its files and submodules to those that the walk met before.
    func list(_ all: inout (files: [ListedFile], submodules: [ListedFile])) {
        var listed = (files: 0, submodules: 0)
        for (folder, filesBefore, submodulesBefore) in below {
            all.files += files[listed.files..<filesBefore]
            all.submodules += submodules[listed.submodules..<submodulesBefore]
            listed = (filesBefore, submodulesBefore)
            folder.list(&all)
        }
        all.files += files[listed.files...]
        all.submodules += submodules[listed.submodules...]
    }
}

extension GitPath {
    /// Whether it is the folder, or below it.
    func isInside(_ folder: GitPath) -> Bool {
        bytes.starts(with: folder.bytes)
            && (bytes.count == folder.bytes.count || bytes[folder.bytes.count] == UInt8(ascii: "/"))
    }
}
