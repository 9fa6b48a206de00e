// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A bounded sample of a repository's own source files, the same on every run: the language of most files first, since the
// installers and scripts beside it carry no headers, with some files of the next one, since generated pages may be more
// than the program; and folder by folder in turn, so that one large folder does not speak for all.

import Git

enum SourceSample {
    /// Files in a sample.
    static let size = 24
    /// Files after which a sample that has said nothing is given up: as many of either of the two main languages.
    static let first = 12

    static func files(of listing: RepositoryListing) -> [ListedFile] {
        var languages: [String: [ListedFile]] = [:]
        for file in listing.files where file.mode == .file || file.mode == .executable {
            guard case .source(let language)? = file.type, language != "Jupyter Notebook" else { continue }
            if file.isVendored || file.folder.isExample { continue }
            languages[language, default: []].append(file)
        }
        let ranked = languages.sorted { a, b in
            // A program's pages are many, and seldom carry a header.
            let presentation = ContentKindClassifier.presentation
            let isPage = (presentation.contains(a.key), presentation.contains(b.key))
            return isPage.0 == isPage.1 ? (a.value.count, b.key) > (b.value.count, a.key) : isPage.1
        }.map(\.value)
        guard let main = ranked.first else { return [] }
        let half = first / 2
        let next = ranked.count > 1 ? inTurn(ranked[1], half) : []
        let opening = inTurn(main, size)
        let sample = opening.prefix(half) + next + opening.dropFirst(half)
        let others = ranked.dropFirst().joined().filter { file in !next.contains { $0.path == file.path } }
        return sample.prefix(size) + inTurn(others, size - sample.count)
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
