// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What an address on a forge points at: a host, and the path of a group, a repository or something in one. Which of
// them it is only the inventory can tell, since `gitlab.example.org/a/b` may be a group or a repository; what is known from
// the address alone is where a repository's name ends at the latest.
//
//     ForgeAddress("https://www.github.com/etalab/fr.git#readme")?.key  // "github.com/etalab/fr"

import Foundation

/// An address on a forge, brought to one spelling.
public struct ForgeAddress: Sendable, Hashable {
    /// The host name, in lower case, with its port where it has an unusual one.
    public let host: String
    /// The path of the group or repository, as it is spelled; what follows it where the address does not tell.
    public let path: [String]
    /// The path within the repository's pages: `["blob", "main", "LICENSE"]`; empty where the address has none.
    let tail: [String]
    /// The query and the fragment: `#L3`; empty where the address has none.
    let suffix: String

    /// The address in lower case, to be compared.
    public var key: String { Self.key(host, path[...]) }

    /// `host/path` in lower case.
    static func key(_ host: String, _ path: some Sequence<String>) -> String {
        ([host] + path).joined(separator: "/").lowercased()
    }

    /// Reads any spelling of an address: `https://`, `http://`, `ssh://`, `git@host:path`, `www.`, or none; with a query,
    /// a fragment, `.git` or a slash at its end. Nil when it names no host and no path, or a host alone without a scheme.
    public init?(_ text: some StringProtocol) {
        var rest = Substring(text.trimmed)
        var hasScheme = false
        if let scheme = rest.range(of: "://") {
            let name = rest[..<scheme.lowerBound].lowercased()
            guard Self.schemes.contains(name) else { return nil }
            rest = rest[scheme.upperBound...]
            hasScheme = true
        }
        let end = rest.firstIndex { $0 == "?" || $0 == "#" } ?? rest.endIndex
        suffix = String(rest[end...])
        rest = rest[..<end]
        if let at = rest.firstIndex(of: "@"), !rest[..<at].contains("/") {
            rest = rest[rest.index(after: at)...]
            // git@host:path, the spelling of scp.
            if !hasScheme, let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/") {
                rest = rest[..<colon] + "/" + rest[rest.index(after: colon)...]
            }
        }
        let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, var host = Self.host(first) else { return nil }
        var path = parts.dropFirst().map { ($0.removingPercentEncoding ?? String($0)).trimmed }.filter { !$0.isEmpty }
        guard hasScheme || !path.isEmpty else { return nil }
        Self.goBehind(&host, &path)
        self.host = host
        (self.path, tail) = Self.divided(path)
    }

    init(host: String, path: [String], tail: [String], suffix: String) {
        self.host = host
        self.path = path
        self.tail = tail
        self.suffix = suffix
    }

    private static let schemes: Set<String> = ["http", "https", "ssh", "git", "git+https", "git+ssh"]

    private static func host(_ text: Substring) -> String? {
        var host = text.lowercased()
        for port in [":443", ":80", ":22"] where host.hasSuffix(port) { host = String(host.dropLast(port.count)) }
        if host.hasPrefix("www.") { host = String(host.dropFirst(4)) }
        let name = host.prefix { $0 != ":" }
        guard name.contains(".") || name == "localhost", !name.hasPrefix("."), !name.hasSuffix("."),
            name.utf8.allSatisfy({ $0 == 0x2D || $0 == 0x2E || 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 })
        else { return nil }
        return host
    }

    /// The pages that a forge shows under another host or path are the repository's.
    private static func goBehind(_ host: inout String, _ path: inout [String]) {
        switch host {
        case "raw.githubusercontent.com", "codeload.github.com":
            host = "github.com"
            if path.count > 2 { path.insert("raw", at: 2) }
        case "api.github.com" where path.first == "repos" || path.first == "orgs":
            host = "github.com"
            path.removeFirst()
        case "github.com" where path.first == "orgs":
            path = Array(path.dropFirst().prefix(1))
        default:
            // GitLab lists a group under /groups/.
            if path.first == "groups", path.count > 1 { path.removeFirst() }
        }
    }

    /// Views of a repository: `/blob/`, `/src/branch/` … End of the path on forges that have no groups in groups.
    private static let views: Set<String> = [
        "-", "blame", "blob", "branches", "commit", "commits", "issues", "merge_requests", "packages", "pull", "pulls",
        "raw",
        "releases", "src", "tags", "tree", "wiki", "wikis",
    ]

    /// The path up to a view of the repository, and the view. A group or repository may bear a view's name, so the first
    /// two parts are never one, but for `-`, which no forge allows as a name.
    private static func divided(_ parts: [String]) -> (path: [String], tail: [String]) {
        let end =
            parts.firstIndex(of: "-") ?? parts.indices.dropFirst(2).first { views.contains(parts[$0].lowercased()) }
            ?? parts.count
        var path = Array(parts[..<end])
        if let last = path.last, last.count > 4, last.lowercased().hasSuffix(".git") {
            path[path.count - 1] = String(last.dropLast(4))
        }
        return (path, Array(parts[end...]))
    }
}

/// The addresses in a cell, which people fill in with one, several, or words around them.
public struct AddressCell: Sendable {
    /// An address and where it stands in the cell's text.
    public struct Place: Sendable {
        /// What it points at.
        public let address: ForgeAddress
        /// Where it stands, without the signs around it.
        public let range: Range<String.Index>
    }

    /// In the order of the text.
    public let places: [Place]

    /// Finds what has the form of an address between spaces, commas, semicolons, bars, brackets and quotes.
    public init(_ text: String) {
        var places: [Place] = []
        for word in text.split(whereSeparator: { $0.isWhitespace || Self.separators.contains($0) }) {
            var word = word
            while let last = word.last, ".:!…".contains(last) { word.removeLast() }
            guard let address = ForgeAddress(word) else { continue }
            places.append(Place(address: address, range: word.startIndex..<word.endIndex))
        }
        self.places = places
    }

    private static let separators = Set<Character>(",;|<>()[]{}\"'«»“”")
}
