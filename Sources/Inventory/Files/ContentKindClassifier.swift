// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Whether a repository is software, data or documentation, from its files' names; and in which languages it is written, from
// their sizes.

import Git
import Languages
import Manifests

/// How many files of each kind there are.
struct ContentCount {
    /// What a file can be.
    enum Part { case code, document, data }

    private(set) var files = 0
    private(set) var code = 0
    private(set) var documents = 0
    private(set) var data = 0
    /// Whether there is more than files that describe the repository, and those that tools keep out of sight.
    private(set) var holdsMore = false

    mutating func add(_ file: ListedFile) {
        files += 1
        if file.place.isPlain { holdsMore = true }
        switch file.mode == .symlink ? nil : file.place.content {
        case .code: code += 1
        case .document: documents += 1
        case .data: data += 1
        case nil: break
        }
    }

    mutating func add(_ other: ContentCount) {
        files += other.files
        code += other.code
        documents += other.documents
        data += other.data
        holdsMore = holdsMore || other.holdsMore
    }
}

extension ContentCount.Part {
    /// Nil for what is no content, such as a file that describes the repository.
    init?(_ type: FileType?, _ role: FileRole?) {
        switch type {
        case .source(let name) where !ContentKindClassifier.presentation.contains(name): self = .code
        case .document where role == nil: self = .document
        case .data where role == nil: self = .data
        default: return nil
        }
    }
}

struct ContentKindClassifier {
    private(set) var kind: ContentKind
    private(set) var reason: String

    /// Endings that documents use too: alone they make no software.
    static let presentation: Set<String> = ["HTML", "CSS", "SCSS", "Sass", "Less"]

    init(_ listing: RepositoryListing, _ language: Language) {
        let content = listing.root.content
        let (code, documents, data) = (content.code, content.documents, content.data)
        let isBuilt = listing.files { role in
            if case .manifest(let format) = role { return format.isBuild }
            return false
        }.contains { $0.depth == 0 }

        if content.files == 0 {
            kind = .empty
        } else if code == 0 && !isBuilt {
            kind = content.holdsMore && data > documents ? .data : .documentation
        } else if code * 4 > documents + data || (isBuilt && code > 0) {
            kind = .software
        } else if code * 20 < documents + data {
            kind = data > documents ? .data : .documentation
        } else {
            kind = .mixed
        }
        let files = [
            language.count(code, ("source file", "source files"), ("fichier source", "fichiers source")),
            language.count(documents, ("document", "documents"), ("document", "documents")),
            language.count(data, ("data file", "data files"), ("fichier de données", "fichiers de données")),
        ]
        reason =
            "\(files[0]), \(files[1]) \(language("and", "et")) \(files[2])"
            + (isBuilt ? language(", with a package manifest", ", avec un manifeste de paquet") : "")
    }
}

extension LanguageShare {
    /// The languages of a repository's own source files, the largest first.
    /// - Parameter size: bytes of a file's blob, nil when it cannot be told.
    static func all(in listing: RepositoryListing, size: (ListedFile) -> Int?) -> [LanguageShare] {
        var bytes: [String: Int] = [:]
        // Files of a language stand together: their sizes are summed up before the language is looked up.
        var run = (name: "", bytes: 0)
        for file in listing.files where file.mode != .symlink && !file.isVendored {
            guard case .source(let name) = file.type else { continue }
            if name != run.name {
                bytes[run.name, default: 0] += run.bytes
                run = (name, 0)
            }
            run.bytes += size(file) ?? 0
        }
        bytes[run.name, default: 0] += run.bytes
        return bytes.filter { $0.value > 0 }.map { LanguageShare(name: $0.key, bytes: $0.value) }
            .sorted { ($1.bytes, $0.name) < ($0.bytes, $1.name) }
    }
}

extension ManifestFormat {
    /// The languages whose projects carry the manifest.
    var languages: [String] {
        switch self {
        case .npm, .bower: ["JavaScript", "TypeScript", "Vue", "Svelte"]
        case .composer: ["PHP"]
        case .pyproject, .setupCfg, .setupPy: ["Python", "Cython"]
        case .cargo: ["Rust"]
        case .maven, .gradle: ["Java", "Kotlin", "Scala", "Groovy"]
        case .rDescription: ["R", "RMarkdown"]
        case .gemspec: ["Ruby"]
        case .opam: ["OCaml"]
        case .leiningen: ["Clojure"]
        case .cabal: ["Haskell"]
        case .mix: ["Elixir"]
        case .nuspec, .msbuild: ["C#", "F#", "Visual Basic"]
        case .codemeta, .zenodo, .dataPackage, .tableSchema, .citation, .publiccode, .debianCopyright: []
        }
    }

    /// Whether the manifest describes something that is built or installed: its presence makes a repository software.
    var isBuild: Bool {
        switch self {
        case .codemeta, .zenodo, .dataPackage, .tableSchema, .citation, .publiccode, .debianCopyright: false
        default: true
        }
    }
}
