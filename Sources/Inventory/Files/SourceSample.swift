// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A bounded sample of a repository's own source files, the same on every run: the language of most files first, since the
// installers and scripts beside it carry no headers; and folder by folder in turn, so that one large folder does not speak
// for all.

import Git

enum SourceSample {
    /// Files in a sample.
    static let size = 24
    /// Files after which a sample that has said nothing is given up.
    static let firstFew = 8

    static func files(of listing: RepositoryListing) -> [ListedFile] {
        var languages: [String: [ListedFile]] = [:]
        for file in listing.files where file.mode == .file || file.mode == .executable {
            guard case .source(let language)? = file.type, language != "Jupyter Notebook" else { continue }
            if file.isVendored || file.folder.isExample { continue }
            languages[language, default: []].append(file)
        }
        guard let main = languages.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) })?.key else {
            return []
        }
        let first = inTurn(languages[main] ?? [], size)
        let others = languages.filter { $0.key != main }.flatMap(\.value)
        return first + inTurn(others, size - first.count)
    }

    /// Up to `count` of the files, one of each folder in turn, the folders nearest to the root first.
    private static func inTurn(_ files: [ListedFile], _ count: Int) -> [ListedFile] {
        if count <= 0 { return [] }
        var queues = Dictionary(grouping: files) { ObjectIdentifier($0.folder) }.values
            .map { $0.sorted { $0.path < $1.path } }
            .sorted { ($0[0].depth, $0[0].path) < ($1[0].depth, $1[0].path) }
        var sample: [ListedFile] = []
        var round = 0
        while sample.count < count, !queues.isEmpty {
            queues.removeAll { $0.count <= round }
            sample += queues.prefix(count - sample.count).map { $0[round] }
            round += 1
        }
        return sample
    }
}
