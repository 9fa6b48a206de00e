// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Where a repository is, and what its place says of it: `<root>/<host>/<owner…>/<name>[.git]`, as mirroring tools lay
// a forge out.

import Git

/// A repository in a forge tree.
public struct RepositoryLocation: Sendable, Hashable {
    /// The folder, as it was given and found: relative to where the given path is.
    public let path: GitPath
    /// The forge's host name, in lower case; nil when the path names none.
    public let forge: String?
    /// The organisation, user or group; a GitLab group with its parents, `group/subgroup`.
    public let owner: String?
    /// The repository's name, without `.git`.
    public let name: String

    /// A location, as a finder would report it.
    public init(path: GitPath, forge: String?, owner: String?, name: String) {
        self.path = path
        self.forge = forge
        self.owner = owner
        self.name = name
    }

    /// Reads the forge, the owner and the name from the path. `knownHosts`, in lower case, settle which of several
    /// names with a dot is the host.
    public init(path: GitPath, knownHosts: Set<String> = []) {
        let last = path.name
        let ownName = last == "." || last == ".." ? path.resolvedName ?? last : last
        let folders = path.components.dropLast().map(\.string)
        let name = ownName.string.withoutGitSuffix
        guard let host = HostName.index(in: folders, knownHosts: knownHosts) else {
            self.init(path: path, forge: nil, owner: nil, name: name)
            return
        }
        let owner = folders[(host + 1)...].joined(separator: "/")
        self.init(path: path, forge: folders[host].lowercased(), owner: owner.isEmpty ? nil : owner, name: name)
    }
}

extension RepositoryLocation: Comparable {
    /// Orders locations by forge, owner, name and path, bytewise: the same on every machine.
    public static func < (left: RepositoryLocation, right: RepositoryLocation) -> Bool {
        for (one, other) in [(left.forge, right.forge), (left.owner, right.owner), (left.name, right.name)] {
            let (one, other) = (GitPath(one ?? ""), GitPath(other ?? ""))
            if one != other { return one < other }
        }
        return left.path < right.path
    }
}

enum HostName {
    /// Forges that need no inventory to be known.
    private static let wellKnown: Set<String> = [
        "bitbucket.org", "codeberg.org", "framagit.org", "git.sr.ht", "github.com", "gitlab.com", "localhost",
    ]

    /// Which of the folders is the host: the deepest whose name is known; else the deepest whose name says what it is,
    /// `gitlab.example.org`; else the first of the deepest names with a dot that follow each other, as groups have dots
    /// too (`git.example.org/data.gouv.fr/…`).
    static func index(in folders: [String], knownHosts: Set<String>) -> Int? {
        let hosts = folders.indices.filter { isHostName(folders[$0]) }
        func deepest(_ isMatch: (String) -> Bool) -> Int? { hosts.last { isMatch(folders[$0].lowercased()) } }
        if let known = deepest({ knownHosts.contains($0) || wellKnown.contains($0) }) { return known }
        if let named = deepest({ isForgeLike($0) }) { return named }
        guard var first = hosts.last else { return nil }
        while hosts.contains(first - 1) { first -= 1 }
        return first
    }

    /// A DNS name with a dot (RFC 1123: letters, digits and hyphens, the last label not a number), perhaps with a port;
    /// or `localhost`.
    static func isHostName(_ text: String) -> Bool {
        let parts = text.lowercased().split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first, parts.count <= 2, host.utf8.count <= 253 else { return false }
        if parts.count == 2, UInt16(parts[1]) == nil { return false }
        if host == "localhost" { return true }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.utf8.count >= 2, last != "git" else { return false }
        let isNumeric = last.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return !isNumeric && labels.allSatisfy(isLabel)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-")
            }
    }

    private static func isForgeLike(_ host: String) -> Bool {
        guard let label = host.split(separator: ".").first else { return false }
        return ["git", "forge", "gogs", "sourcehut"].contains { label.hasPrefix($0) }
            || ["code", "src", "source", "sources"].contains(label)
    }
}

extension String {
    var withoutGitSuffix: String {
        utf8.count > 4 && hasSuffix(".git") ? String(dropLast(4)) : self
    }
}
