// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a run reads and what it writes, held against each other before anything is written: a report never takes the place
// of the table it speaks of, and no two outputs are one file.
//
//     try FilePlan(reads: [.init(Bilingual("the inventory", "inventaire"), inventory)], writes: [.init(Bilingual("--output"), output)]).check()

import Foundation
import Languages

struct FilePlan {
    /// A file in its part.
    struct File {
        /// What a person calls it: the option, or what it is.
        let name: Bilingual
        /// Null or `-` for a standard stream.
        let path: String?
        /// The path of a file that is read and that it is meant to take the place of.
        let replaces: String?

        init(_ name: Bilingual, _ path: String?, replaces: String? = nil) {
            self.name = name
            self.path = path
            self.replaces = replaces
        }
    }

    let reads: [File]
    let writes: [File]

    /// - Throws: `InputError` when an output would take the place of what is read, or of another output.
    func check() throws(InputError) {
        let read = Dictionary(reads.compactMap { file in Self.identity(file.path).map { ($0, file) } }) { first, _ in
            first
        }
        var written: [String: File] = [:]
        for file in writes {
            guard let path = file.path, let identity = Self.identity(path) else { continue }
            if let other = written.updateValue(file, forKey: identity) {
                throw InputError(
                    "\(path): \(other.name(.english)) and \(file.name(.english)) would both write it; give each a file of "
                        + "its own",
                    "\(path)\u{A0}: \(other.name(.french)) et \(file.name(.french)) l’écriraient tous deux\u{A0}; donnez à chacun son "
                        + "fichier")
            }
            if let input = read[identity], Self.identity(file.replaces) != identity {
                throw InputError(
                    "\(path): \(file.name(.english)) would take the place of \(input.name(.english)); give another file to "
                        + "write",
                    "\(path)\u{A0}: \(file.name(.french)) prendrait la place de ce fichier, lu comme \(input.name(.french))\u{A0}; "
                        + "donnez un autre fichier à écrire")
            }
        }
    }

    /// The same for every way to name a file, links followed; null for a standard stream, a pipe or a device, of which
    /// nothing is lost.
    private static func identity(_ path: String?) -> String? {
        guard let path, path != "-" else { return nil }
        var status = stat()
        if stat(path, &status) == 0 {
            return status.st_mode & S_IFMT == S_IFREG ? "\(status.st_dev):\(status.st_ino)" : nil
        }
        let url = URL(fileURLWithPath: path)
        return url.deletingLastPathComponent().resolvingSymlinksInPath().path + "/" + url.lastPathComponent
    }
}
