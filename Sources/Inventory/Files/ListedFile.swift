// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A file of the snapshot and what its name says. Nothing is read to know it.

import Git

/// What a file's path says, whatever the file holds: the same in each snapshot that has it.
final class FilePlace: Sendable {
    let path: GitPath
    let folder: Folder
    /// Nil for a file whose name says nothing of the repository.
    let role: FileRole?
    /// Nil for a file of no known kind.
    let type: FileType?
    /// Whether somebody else wrote it, by its folders, or a program did, by its name.
    let isVendored: Bool
    /// Whether its name promises a notice about an algorithm.
    let promisesNotice: Bool
    /// Whether algorithms are declared in it: algorithms.yml.
    let declaresAlgorithms: Bool

    /// What it is where the repository's content is counted; nil for others' files and those that are no content.
    let content: ContentCount.Part?
    /// The language of a source file that may stand in the sample of the project's own; nil for any other.
    let sampledLanguage: String?

    /// Whether it is among the few files that are asked for by their names.
    let isTelling: Bool
    /// Whether it neither describes the repository nor is kept out of sight.
    let isPlain: Bool

    init(_ path: GitPath, in folder: Folder) {
        self.path = path
        self.folder = folder
        let name = path.lowercasedName
        role = FileRole(name: name, in: folder, path: path)
        type = FileType(name: name)
        isVendored =
            folder.isVendored || name.holds(".min.") || name.holds(".bundle.") || name.hasPrefix("jquery")
        promisesNotice = NoticeReading.promises(name: name, role, in: folder, at: path)
        declaresAlgorithms = NoticeReading.declarations.contains(path)
        isTelling = role != nil || promisesNotice || declaresAlgorithms
        isPlain = role == nil && path.bytes.first != UInt8(ascii: ".")
        content = isVendored ? nil : ContentCount.Part(type, role)
        sampledLanguage = isVendored || folder.isExample ? nil : SourceSample.language(of: type)
    }
}

struct ListedFile {
    let id: ObjectID
    let mode: TreeEntry.Mode
    let place: FilePlace

    var path: GitPath { place.path }
    var folder: Folder { place.folder }
    var role: FileRole? { place.role }
    var type: FileType? { place.type }
    var isVendored: Bool { place.isVendored }
    var promisesNotice: Bool { place.promisesNotice }

    /// How many folders it is in: 0 at the root.
    var depth: Int { folder.names.count }

    /// Whether it stands in a folder at the root that is named like a licence file.
    var isInLegalFolder: Bool {
        guard depth == 1, let folder = folder.names.first else { return false }
        return folder != "licenses" && folder != "licences" && FileRole.isLegalFolder(folder)
    }
}

extension GitPath {
    /// The last component; only A to Z are put in lower case, since the tables of names hold no other letters.
    var lowercasedName: String {
        bytes.withUnsafeBufferPointer { bytes in
            let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
            return String(unsafeUninitializedCapacity: bytes.count - start) { buffer in
                for i in start..<bytes.count {
                    let byte = bytes[i]
                    buffer[i - start] = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
                }
                return bytes.count - start
            }
        }
    }
}

extension String {
    /// What stands before the first dot.
    var fileStem: Substring {
        utf8.firstIndex(of: UInt8(ascii: ".")).map { self[..<$0] } ?? self[...]
    }

    /// What follows the last dot; empty where there is none but at the start.
    var fileEnding: Substring {
        guard let dot = utf8.lastIndex(of: UInt8(ascii: ".")), dot != startIndex else { return "" }
        return self[utf8.index(after: dot)...]
    }
}
