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

    /// The language as which a file may stand in the sample.
    static func language(of type: FileType?) -> String? {
        guard case .source(let language)? = type, language != "Jupyter Notebook" else { return nil }
        return language
    }

    static func files(of listing: RepositoryListing) -> [ListedFile] {
        var languages: [String: [[ListedFile]]] = [:]
        for (language, files) in listing.root.sources { languages[language, default: []].append(files) }
        let ranked = languages.map { (name: $0.key, folders: $0.value, count: $0.value.reduce(0) { $0 + $1.count }) }
            .sorted { a, b in
                // A program's pages are many, and seldom carry a header.
                let presentation = ContentKindClassifier.presentation
                let isPage = (presentation.contains(a.name), presentation.contains(b.name))
                return isPage.0 == isPage.1 ? (a.count, b.name) > (b.count, a.name) : isPage.1
            }.map(\.folders)
        guard let main = ranked.first else { return [] }
        let half = first / 2
        let next = ranked.count > 1 ? inTurn(ranked[1], half) : []
        let opening = inTurn(main, size)
        let sample = Array(opening.prefix(half) + next + opening.dropFirst(half))
        if sample.count >= size { return Array(sample.prefix(size)) }
        let others = ranked.dropFirst().joined().joined().filter { file in !next.contains { $0.path == file.path } }
        let folders = Dictionary(grouping: others) { ObjectIdentifier($0.folder) }.values
            .map { $0.sorted { $0.path < $1.path } }.sorted { $0[0].path < $1[0].path }
        return sample + inTurn(folders, size - sample.count)
    }

    /// Up to `count` of the files of some folders, one of each in turn, the folders nearest to the root first, else as they
    /// come.
    private static func inTurn(_ folders: [[ListedFile]], _ count: Int) -> [ListedFile] {
        let order = folders.indices.sorted { (folders[$0][0].depth, $0) < (folders[$1][0].depth, $1) }
        var queues = order.map { folders[$0] }
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
