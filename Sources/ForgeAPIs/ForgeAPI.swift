// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What the forges' APIs have in common: an account is listed in one of several ways, page by page. Each forge has its
// file under Forges, which knows addresses and answers, and nothing of connections, waiting or caches.

import ForgeRecords
import HTTP

/// What is asked of a forge.
struct APIRequest: Codable, Sendable, Hashable {
    /// The path and the query.
    var target: String
    /// What is posted, as JSON, to forges that are asked by GraphQL; nil for a plain GET.
    var body: String?

    init(_ target: String, body: String? = nil) {
        self.target = target
        self.body = body
    }

    /// The path without the query.
    var path: String { String(target.prefix { $0 != "?" }) }

    /// The value of a field of the query, as it is written there.
    subscript(field: String) -> String? {
        fields.first { $0.name == field }?.value
    }

    /// The same request with another value of a field of the query.
    func with(_ field: String, _ value: String) -> APIRequest {
        let others = without(field).target
        return APIRequest("\(others)\(others.hasSuffix("?") ? "" : "&")\(field)=\(value)", body: body)
    }

    /// The same request without a field of the query.
    func without(_ field: String) -> APIRequest {
        let others = fields.filter { $0.name != field }.map { "\($0.name)=\($0.value)" }
        return APIRequest(path + "?" + others.joined(separator: "&"), body: body)
    }

    private var fields: [(name: String, value: String)] {
        target.dropFirst(path.count + 1).split(separator: "&").map { field in
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
    }
}

/// What an answer to a listing holds.
struct ForgePage: Codable, Sendable, Hashable {
    /// The public repositories of the page.
    var repositories: [ListedRepository] = []
    /// A sentence for each that cannot be read.
    var oddities: [String] = []
    /// What to ask next; nil at the end.
    var next: APIRequest?
    /// How many entries the page has, those that are passed over among them.
    var entries = 0
    /// Whether the forge says that no page follows in the same list.
    var endsList = false
}

/// A kind of forge.
protocol ForgeAPI: Sendable {
    /// The fields of each request's head, the token among them.
    var headers: [(name: String, value: String)] { get }

    /// How many entries a page has at most, as it is asked for.
    var perPage: Int { get }

    /// The ways to list an account, or the whole forge for nil: the next one is tried where the forge does not offer
    /// one.
    /// - Throws: `ListingFailure` where there is no way at all.
    func ways(to account: String?) throws -> [APIRequest]

    /// What an answer holds.
    /// - Throws: `ListingFailure` where the answer is a refusal; anything else where it is not what it should be.
    func page(_ answer: HTTPResponse, answering request: APIRequest, of account: String?) throws -> ForgePage

    /// What is asked for a repository alone, as a listing does not hold it.
    func detailRequests(of repository: ForgeRecord) -> [APIRequest]

    /// Adds what an answer to one of `detailRequests` says.
    func add(_ answer: HTTPResponse, answering request: APIRequest, to details: inout RepositoryDetails) throws
}

extension ForgeAPI {
    func detailRequests(of repository: ForgeRecord) -> [APIRequest] { [] }
    func add(_ answer: HTTPResponse, answering request: APIRequest, to details: inout RepositoryDetails) throws {}
}

/// What some forges say only of one repository at a time.
struct RepositoryDetails: Codable, Sendable, Hashable {
    var license: String?
    var language: String?
}

extension ForgeSite {
    /// The API that the forge speaks.
    var api: any ForgeAPI {
        switch kind {
        case .github: GitHub(site: self)
        case .gitlab: GitLab(site: self)
        case .gitea: Gitea(site: self)
        case .gogs: Gogs(site: self)
        case .sourcehut: SourceHut(site: self)
        case .bitbucket: Bitbucket(site: self)
        }
    }
}
