// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Where notices about algorithms are looked for without `--full`: the READMEs, whose bytes are read for the licence
// anyway, and a few files whose names promise one. The rest costs more than it brings: `--full` looks at every text.

import Algorithms
import Git

enum NoticeReading {
    /// Bounds in files, of READMEs and of others, and in bytes of each.
    private enum Bound {
        static let files = 24
        static let bytes = 512 << 10
        static let readmeDepth = 2
    }

    /// A name, or a folder's, that holds one of these promises a notice: an algorithm's page, a mention, an inventory.
    static let marks: [StaticString] = ["algo", "mention", "inventaire"]

    /// Looks at the files that promise a notice; what is found stays with the reader.
    static func lookAround(_ listing: RepositoryListing, _ blobs: BlobReader) {
        let promising = listing.tellingFiles.lazy.filter { $0.promisesNotice && mayHold($0) }
        let readmes = promising.filter { $0.role == .readme }.prefix(Bound.files)
        let others = promising.filter { $0.role != .readme }.prefix(Bound.files)
        for file in Array(readmes) + Array(others) where !blobs.hasNotice(in: file) {
            blobs.lookForNotice(in: file, limit: Bound.bytes)
        }
    }

    /// Where algorithms are declared.
    static let declarations = AlgorithmsFile.paths.map { GitPath($0) }

    /// Reads algorithms.yml, at the root or in docs/: a notice when it is valid, an error of the entry when it is not.
    static func readDeclaration(_ listing: RepositoryListing, _ blobs: BlobReader) {
        guard let file = listing.tellingFiles.first(where: \.place.declaresAlgorithms),
            let bytes = blobs.text(of: file, limit: AlgorithmsFile.maximumBytes)
        else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        do {
            let declared = try AlgorithmsFile(parsing: text, file: file.path.string)
            blobs.keep(declared.notice(lines: 1...max(1, text.split(whereSeparator: \.isNewline).count)), of: file)
        } catch {
            blobs.keep(error)
        }
    }

    /// Whether a file may hold a notice at all: licences and what others wrote do not speak for the administration.
    static func mayHold(_ file: ListedFile) -> Bool {
        if file.isVendored || file.mode == .symlink { return false }
        switch file.role {
        case .legal, .licensesFolder, .reuse: return false
        default: return true
        }
    }

    /// Whether the name of a file, in lower case, or that of its folder promises one.
    static func promises(name: String, _ role: FileRole?, in folder: Folder, at path: GitPath) -> Bool {
        if role == .readme { return (1...Bound.readmeDepth).contains(folder.names.count) }
        guard folder.marksNotices || marks.contains(where: { name.holds($0) }) else { return false }
        let form = TextForm(path: path.string)
        return form != .source && form != .test && !unreadEndings.contains(String(name.fileEnding))
    }

    private static let unreadEndings: Set<String> = [
        "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "pdf", "odt", "ods", "docx", "xlsx", "pptx", "zip", "gz",
        "ipynb", "lock",
    ]
}
