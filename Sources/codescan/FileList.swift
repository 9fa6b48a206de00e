// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The files that `identify` is asked about.

import Foundation

struct FileList {
    /// Regular files, in the order given; a folder's in the order of their paths.
    var files: [String] = []

    /// - Throws: `InputError` for a path or a list that cannot be read.
    init(paths: [String], listFile: String?) throws {
        var paths = paths
        if let listFile {
            let data =
                listFile == "-"
                ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: listFile)
            guard let data else {
                throw InputError(
                    "\(listFile): the list cannot be read",
                    "\(listFile)\u{A0}: la liste est illisible")
            }
            paths += String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        }
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw InputError(
                    "\(path): no such file or folder",
                    "\(path)\u{A0}: aucun fichier ni dossier de ce nom")
            }
            files += isFolder.boolValue ? Self.files(below: path) : [path]
        }
    }

    private static func files(below folder: String) -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
        var found: [String] = []
        while let name = walk.nextObject() as? String {
            if walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
                found.append(folder.hasSuffix("/") ? folder + name : folder + "/" + name)
            }
        }
        return found.sorted()
    }
}
