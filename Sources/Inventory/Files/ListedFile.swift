// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A file of the snapshot and what its name says. Nothing is read to know it.

import Git

struct ListedFile {
    let path: GitPath
    let id: ObjectID
    let mode: TreeEntry.Mode
    let folder: Folder
    /// Nil for a file whose name says nothing of the repository.
    let role: FileRole?
    /// Nil for a file of no known kind.
    let type: FileType?
    /// Whether somebody else wrote it, by its folders, or a program did, by its name.
    let isVendored: Bool

    init(_ entry: TreeEntry, in folder: Folder) {
        path = entry.path
        id = entry.id
        mode = entry.mode
        self.folder = folder
        let name = Self.lowercasedName(entry.path)
        role = FileRole(name: name, in: folder, path: entry.path)
        type = FileType(name: name)
        isVendored =
            folder.isVendored || name.holds(".min.") || name.holds(".bundle.") || name.hasPrefix("jquery")
    }

    /// The last component; only A to Z are put in lower case, since the tables of names hold no other letters.
    private static func lowercasedName(_ path: GitPath) -> String {
        let start = path.bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        return String(unsafeUninitializedCapacity: path.bytes.count - start) { buffer in
            for (i, byte) in path.bytes[start...].enumerated() {
                buffer[i] = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
            }
            return path.bytes.count - start
        }
    }

    /// How many folders it is in: 0 at the root.
    var depth: Int { folder.names.count }
}
