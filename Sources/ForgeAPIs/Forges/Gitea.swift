// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Gitea's API, version 1, which Forgejo speaks, too (docs.gitea.com/api; codeberg.org/api/swagger).

import ForgeRecords
import Foundation
import HTTP

struct Gitea: ForgeAPI {
    let site: ForgeSite

    let perPage = GiteaAnswer.perPage

    var headers: [(name: String, value: String)] { GiteaAnswer.headers(token: site.token) }

    func ways(to account: String?) -> [APIRequest] {
        guard let account else {
            return [APIRequest("/api/v1/repos/search?sort=id&order=asc&limit=\(perPage)&page=1")]
        }
        return ["orgs", "users"].map {
            APIRequest("/api/v1/\($0)/\(account.escaped)/repos?limit=\(perPage)&page=1")
        }
    }

    func page(_ answer: HTTPResponse, answering request: APIRequest, of account: String?) throws -> ForgePage {
        let entries = try GiteaAnswer.entries(answer)
        return site.page(entries, next: GiteaAnswer.next(answer, request, entries.count))
    }
}

/// What Gitea's and Gogs' answers have in common.
enum GiteaAnswer {
    /// The most that these forges give on a page, unless whoever runs them chose less.
    static let perPage = 50

    static func headers(token: String?) -> [(name: String, value: String)] {
        [("Accept", "application/json")] + (token.map { [("Authorization", "token \($0)")] } ?? [])
    }

    /// An account's repositories are a list; those that a search finds are the `data` of an object.
    static func entries(_ answer: HTTPResponse) throws -> [Entry<GiteaRepository>] {
        struct Found: Decodable { let data: [Entry<GiteaRepository>]? }
        let isObject = answer.body.first { !($0 == 0x20 || 0x09...0x0D ~= $0) } == UInt8(ascii: "{")
        let decoder = JSONDecoder()
        return isObject
            ? try decoder.decode(Found.self, from: answer.body).data ?? []
            : try decoder.decode([Entry<GiteaRepository>].self, from: answer.body)
    }

    /// The same request for the next page: Gogs' links leave out what was searched for. Where there are no links, the
    /// page after one that is full.
    static func next(_ answer: HTTPResponse, _ request: APIRequest, _ count: Int) -> APIRequest? {
        guard count > 0, let page = request["page"].flatMap(Int.init) else { return nil }
        let goesOn = answer.headers["Link"] == nil ? count >= perPage : answer.nextTarget(under: "/") != nil
        return goesOn ? request.with("page", String(page + 1)) : nil
    }
}

struct GiteaRepository: ForgeRepository {
    struct Owner: Decodable { let login: String }

    let id: Int
    let name: String
    let owner: Owner
    let `private`: Bool
    let clone_url: String
    let `internal`: Bool?
    @Loose var html_url: String?
    @Loose var description: String?
    @Loose var website: String?
    @Loose var default_branch: String?
    @Loose var language: String?
    @Loose var fork: Bool?
    @Loose var archived: Bool?
    @Loose var mirror: Bool?
    @Loose var created_at: String?
    @Loose var updated_at: String?
    @Loose var stars_count: Int?
    @Loose var forks_count: Int?
    @Loose var open_issues_count: Int?
    @Loose var topics: [String]?
    @Loose var licenses: [String]?

    var label: String { "\(owner.login)/\(name)" }

    func isPublic(to site: ForgeSite) -> Bool { !`private` && `internal` != true }

    func listed(by site: ForgeSite) throws -> ListedRepository {
        var record = try site.record(owner: owner.login, name: name)
        record.id = String(id)
        record.url = site.webURL(html_url)
        record.description = description?.asDescription
        record.homepage = website?.nonEmpty
        record.defaultBranch = default_branch?.nonEmpty
        record.language = language?.nonEmpty
        record.isFork = fork
        record.isArchived = archived
        record.isMirror = mirror
        record.createdAt = instant(created_at)
        record.updatedAt = instant(updated_at)
        record.stars = stars_count
        record.forks = forks_count
        record.openIssues = open_issues_count
        record.topics = (topics ?? []).asTopics
        record.license = licenses?.joined(separator: ", ").nonEmpty
        return ListedRepository(record: record, cloneURL: try site.cloneURL(clone_url))
    }
}
