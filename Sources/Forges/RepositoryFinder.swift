// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Finds the repositories of a forge tree: its root, one host's folder, one owner's, or repositories one by one.
//
//     let found = try RepositoryFinder().find(paths: ["forges"])
//     for location in found.locations { … }

import Git
import Languages

/// What the search found.
public struct FoundRepositories: Sendable, Hashable {
    /// The repositories, by forge, owner and name.
    public let locations: [RepositoryLocation]
    /// What could not be searched, by path.
    public let problems: [FinderProblem]
}

/// A folder that could not be searched, or that lacks the repository its name announces; the search went on.
public struct FinderProblem: Sendable, Hashable, Spoken {
    /// The folder.
    public let path: GitPath
    /// What is wrong and how to mend it.
    public let reason: Bilingual

    /// One sentence.
    public func sentence(_ language: Language) -> String { "\(path)\(language.colon) \(reason(language))" }
}

/// Paths that lead to no repository.
public struct FinderError: Error, Sendable, Hashable, Spoken {
    /// What is wrong with a path.
    public enum Failure: Sendable, Hashable {
        /// No path was given.
        case noPaths
        /// There is nothing at the path.
        case missing(GitPath)
        /// The path is neither a folder nor a `.git` file.
        case notAFolder(GitPath)
        /// No repository is at the path or below it.
        case noRepository(GitPath)
    }

    /// One for each path, in the order they were given.
    public let failures: [Failure]

    /// One line for each path.
    public func sentence(_ language: Language) -> String {
        failures.map { failure in
            switch failure {
            case .noPaths:
                language(
                    "no path given; give the folder that holds the repositories, such as ./forges",
                    "aucun chemin donné\u{A0}; donnez le dossier qui contient les dépôts, par exemple ./forges")
            case .missing(let path):
                language(
                    "\(path): no such folder; check the path",
                    "\(path)\u{A0}: aucun dossier de ce nom\u{A0}; vérifiez le chemin")
            case .notAFolder(let path):
                language(
                    "\(path): not a folder; give a repository, or a folder that holds some",
                    "\(path)\u{A0}: n’est pas un dossier\u{A0}; donnez un dépôt, ou un dossier qui en contient")
            case .noRepository(let path):
                language(
                    "\(path): holds no git repository; expected <host>/<owner>/<name>.git below it, as "
                        + "git clone --mirror https://<host>/<owner>/<name> \(path)/<host>/<owner>/<name>.git makes",
                    "\(path)\u{A0}: ne contient aucun dépôt git\u{A0}; on y attend <hôte>/<compte>/<nom>.git, tel que le crée "
                        + "git clone --mirror https://<hôte>/<compte>/<nom> \(path)/<hôte>/<compte>/<nom>.git")
            }
        }.joined(separator: "\n")
    }
}

/// Searches folders for repositories.
public struct RepositoryFinder: Sendable {
    private let knownHosts: Set<String>

    /// A finder. `knownHosts`, those of `inventory.yml`, settle which folder is the host where several look like one.
    public init(knownHosts: some Sequence<String> = []) {
        self.knownHosts = Set(knownHosts.map { $0.lowercased() })
    }

    /// Finds the repositories at `paths` and below.
    public func find(paths: [String]) throws(FinderError) -> FoundRepositories {
        try find(paths: paths.map { GitPath($0) })
    }

    /// Finds the repositories at `paths` and below. A repository that several paths, or links, lead to is listed once,
    /// by its real path where it was met; nothing inside a repository is searched.
    public func find(paths: [GitPath]) throws(FinderError) -> FoundRepositories {
        guard !paths.isEmpty else { throw FinderError(failures: [.noPaths]) }
        var failures: [FinderError.Failure] = []
        var search = Search(knownHosts: knownHosts)
        let roots = paths.map(\.normalized)
        var finds = roots.map { root in
            if FolderIdentity(root) == nil, Repository.looksLikeRepository(root) == nil {
                failures.append(root.isThere ? .notAFolder(root) : .missing(root))
                return true
            }
            return search.visit(root)
        }
        // Links last, so that what is reachable both ways is listed by its real path, whatever the names' order.
        while let link = search.nextLink() {
            let isFound = search.visit(link)
            for (index, root) in roots.enumerated() where isFound && link.bytes.starts(with: root.prefixBytes) {
                finds[index] = true
            }
        }
        for (root, isFound) in zip(roots, finds) where !isFound && !search.hasProblem(below: root) {
            failures.append(.noRepository(root))
        }
        guard failures.isEmpty else { throw FinderError(failures: failures) }
        return FoundRepositories(
            locations: search.locations.sorted(), problems: search.problems.sorted { $0.path < $1.path })
    }
}

/// One search: what was met so far.
private struct Search {
    private let knownHosts: Set<String>
    private(set) var locations: [RepositoryLocation] = []
    private(set) var problems: [FinderProblem] = []
    private var seen: Set<FolderIdentity> = []
    private var links: [GitPath] = []
    private var linkIndex = 0

    init(knownHosts: Set<String>) {
        self.knownHosts = knownHosts
    }

    /// The next link to follow, those that following a link brought up included.
    mutating func nextLink() -> GitPath? {
        guard linkIndex < links.count else { return nil }
        linkIndex += 1
        return links[linkIndex - 1]
    }

    func hasProblem(below root: GitPath) -> Bool {
        problems.contains { $0.path == root || $0.path.bytes.starts(with: root.prefixBytes) }
    }

    /// Searches a folder and those below it; returns whether a repository is there, listed now or before.
    mutating func visit(_ folder: GitPath) -> Bool {
        guard let identity = FolderIdentity(folder) else { return false }
        // Seen before: by another path, or by a link that leads back up.
        guard seen.insert(identity).inserted else { return true }
        if Repository.looksLikeRepository(folder) != nil {
            locations.append(RepositoryLocation(path: folder, knownHosts: knownHosts))
            return true
        }
        let listing: FolderListing
        do {
            listing = try FolderListing(of: folder)
        } catch {
            report(
                Bilingual(
                    "cannot be searched: \(error.reason(.english)); give the user who runs codescan the right to read it",
                    "ne peut être parcouru\u{A0}: \(error.reason(.french))\u{A0}; donnez le droit de lecture à l’utilisateur qui "
                        + "lance codescan"),
                folder)
            return false
        }
        var isFound = false
        for name in listing.folders {
            let path = folder.child(name)
            if name == ".git" {
                report(
                    Bilingual(
                        "its .git is not a git repository: HEAD, objects or refs are lacking; clone it again",
                        "son .git n’est pas un dépôt git\u{A0}: il y manque HEAD, objects ou refs\u{A0}; clonez-le de nouveau"
                    ),
                    folder)
            } else if name.isHidden {
                // A repository may be named `.github`; any other hidden folder is a tool's, not a forge's.
                guard Repository.looksLikeRepository(path) != nil else { continue }
                isFound = visit(path) || isFound
            } else {
                isFound = visit(path) || isFound
            }
        }
        for name in listing.links where !name.isHidden || Repository.looksLikeRepository(folder.child(name)) != nil {
            links.append(folder.child(name))
        }
        // Otherwise a mirror that failed half-way would be missing from the inventory without a word.
        if !isFound, folder.hasSuffix(".git"), listing.links.isEmpty {
            report(
                Bilingual(
                    "named as a repository and is none: HEAD, objects or refs are lacking; mirror it again",
                    "nommé comme un dépôt et n’en est pas un\u{A0}: il y manque HEAD, objects ou refs\u{A0}; recopiez-le"
                ),
                folder)
        }
        return isFound
    }

    private mutating func report(_ reason: Bilingual, _ path: GitPath) {
        problems.append(FinderProblem(path: path, reason: reason))
    }
}

extension GitPath {
    /// The path without what changes nothing: a `./` before it, slashes twice or after it, and the `.git` of a work
    /// tree, which is its repository's.
    fileprivate var normalized: GitPath {
        guard !bytes.isEmpty else { return self }
        let isAbsolute = bytes.first == UInt8(ascii: "/")
        var parts = components.filter { $0 != "." }
        if parts.last == ".git" { parts.removeLast() }
        let joined = parts.map(\.bytes).joined(separator: [UInt8(ascii: "/")])
        if isAbsolute { return GitPath([UInt8(ascii: "/")] + joined) }
        return parts.isEmpty ? "." : GitPath(joined)
    }

    /// What the paths of everything below begin with.
    fileprivate var prefixBytes: [UInt8] {
        self == "." ? [] : bytes.last == UInt8(ascii: "/") ? bytes : bytes + [UInt8(ascii: "/")]
    }

    /// The path of something in the folder; in `.`, its name alone.
    fileprivate func child(_ name: GitPath) -> GitPath { self == "." ? name : appending(name) }

    fileprivate var isHidden: Bool { bytes.first == UInt8(ascii: ".") }
}
