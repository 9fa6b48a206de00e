// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Which paths git tracks, from the work tree's index (gitformat-index(5)), which libgit2 reads on its own: no repository
// is opened for it, and no configuration obeyed.

import CLibgit2
import Languages

struct StagedFiles {
    /// Paths of files and links.
    private var files: Set<GitPath> = []
    /// Paths of submodules.
    private var submodules: Set<GitPath> = []
    /// Every folder that holds a tracked file, however deep.
    private var folders: Set<GitPath> = []

    /// Nothing is tracked.
    init() {}

    /// The paths of an index file; none when there is no such file.
    /// - Throws: `corrupt`, with the words of libgit2.
    init(index file: GitPath, repositoryPath: String) throws(GitError) {
        guard FileSystem.isFile(file) else { return }
        var handle: OpaquePointer?
        let status = (file.bytes + [0]).withUnsafeBytes {
            Libgit2.isReady ? git_index_open(&handle, $0.baseAddress!.assumingMemoryBound(to: CChar.self)) : -1
        }
        guard status == 0, let handle else {
            throw .corrupt(
                path: repositoryPath,
                message: Bilingual(
                    "its index cannot be read (\(Libgit2.lastMessage))",
                    "son index est illisible (\(Libgit2.lastMessage))"))
        }
        defer { git_index_free(handle) }
        for position in 0..<git_index_entrycount(handle) {
            guard let entry = git_index_get_byindex(handle, position), let name = entry.pointee.path else { continue }
            let path = GitPath(bytes(of: name))
            if entry.pointee.mode & 0o170000 == 0o160000 { submodules.insert(path) } else { files.insert(path) }
            var folder = path.parent
            while let parent = folder, folders.insert(parent).inserted { folder = parent.parent }
        }
    }

    private func bytes(of name: UnsafePointer<CChar>) -> [UInt8] {
        var end = name
        while end.pointee != 0 { end += 1 }
        return UnsafeRawBufferPointer(start: name, count: end - name).map(\.self)
    }

    func isFile(_ path: GitPath) -> Bool { files.contains(path) }
    func isSubmodule(_ path: GitPath) -> Bool { submodules.contains(path) }
    func isFolder(_ path: GitPath) -> Bool { folders.contains(path) }
}
