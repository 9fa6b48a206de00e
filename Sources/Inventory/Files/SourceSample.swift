// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A bounded sample of a repository's own source files, the same on every run: folder by folder in turn, so that one
// large folder does not speak for all.

import Git

enum SourceSample {
    /// Files in a sample.
    static let size = 24
    /// Files after which a sample that has said nothing is given up.
    static let firstFew = 8

    static func files(of listing: RepositoryListing) -> [ListedFile] {
        var folders: [ObjectIdentifier: [ListedFile]] = [:]
        for file in listing.files where file.mode == .file || file.mode == .executable {
            guard case .source(let language)? = file.type, language != "Jupyter Notebook" else { continue }
            if file.isVendored || file.folder.isExample { continue }
            folders[ObjectIdentifier(file.folder), default: []].append(file)
        }
        var queues = folders.values.map { $0.sorted { $0.path < $1.path } }
            .sorted { ($0[0].depth, $0[0].path) < ($1[0].depth, $1[0].path) }
        var sample: [ListedFile] = []
        var round = 0
        while sample.count < size, !queues.isEmpty {
            queues.removeAll { $0.count <= round }
            for queue in queues where sample.count < size { sample.append(queue[round]) }
            round += 1
        }
        return sample
    }
}
