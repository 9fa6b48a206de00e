// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// GitHub's REST API, 2022-11-28 (docs.github.com/rest/repos/repos). GraphQL would save no request: it takes a token,
// lists a hundred repositories a page like REST, knows no conditional requests, and a REST page holds every field that
// is kept.
//
// github.com has its API on a host of its own; an Enterprise server under /api/v3.

import ForgeRecords
import Foundation
import HTTP

struct GitHub: ForgeAPI {
    let site: ForgeSite

    let perPage = 100

    private var root: String { site.hasAPIHost ? "" : "/api/v3" }

    var headers: [(name: String, value: String)] {
        [("Accept", "application/vnd.github+json"), ("X-GitHub-Api-Version", "2022-11-28")]
            + (site.token.map { [("Authorization", "Bearer \($0)")] } ?? [])
    }

    func ways(to account: String?) throws -> [APIRequest] {
        if let account {
            // By name: a page whose repositories did not change is then the same, whichever of them is pushed to.
            return ["orgs", "users"].map { kind in
                let type = kind == "orgs" ? "public" : "owner"
                return APIRequest(
                    "\(root)/\(kind)/\(account.escaped)/repos?type=\(type)&sort=full_name&per_page=\(perPage)")
            }
        }
        guard !site.hasAPIHost else {
            throw ListingFailure.failed("\(site.host) is too large to be listed whole; name its owners")
        }
        return [APIRequest("\(root)/repositories?per_page=\(perPage)")]
    }

    func page(_ answer: HTTPResponse, answering request: APIRequest, of account: String?) throws -> ForgePage {
        let entries = try JSONDecoder().decode([Entry<GitHubRepository>].self, from: answer.body)
        return site.page(entries, next: answer.nextTarget(under: "\(root)/").map { APIRequest($0) })
    }
}

struct GitHubRepository: ForgeRepository {
    struct Owner: Decodable { let login: String }
    struct License: Decodable { let spdx_id: String? }

    let id: Int
    let name: String
    let owner: Owner
    let `private`: Bool
    let html_url: String
    let visibility: String?
    @Loose var clone_url: String?
    @Loose var description: String?
    @Loose var homepage: String?
    @Loose var default_branch: String?
    @Loose var language: String?
    @Loose var fork: Bool?
    @Loose var archived: Bool?
    @Loose var mirror_url: String?
    @Loose var created_at: String?
    @Loose var updated_at: String?
    @Loose var pushed_at: String?
    @Loose var stargazers_count: Int?
    @Loose var forks_count: Int?
    @Loose var open_issues_count: Int?
    @Loose var topics: [String]?
    @Loose var license: License?

    var label: String { "\(owner.login)/\(name)" }

    func isPublic(to site: ForgeSite) -> Bool { !`private` && (visibility ?? "public") == "public" }

    func listed(by site: ForgeSite) throws -> ListedRepository {
        var record = try site.record(owner: owner.login, name: name)
        record.id = String(id)
        record.url = site.webURL(html_url)
        record.description = description?.asDescription
        record.homepage = homepage?.nonEmpty
        record.defaultBranch = default_branch?.nonEmpty
        record.language = language?.nonEmpty
        record.isFork = fork
        record.isArchived = archived
        // A listing of a whole server holds a short form, in which nothing follows from what is missing.
        record.isMirror = stargazers_count == nil ? nil : mirror_url != nil
        record.createdAt = instant(created_at)
        record.updatedAt = instant(updated_at)
        record.pushedAt = instant(pushed_at)
        record.stars = stargazers_count
        record.forks = forks_count
        record.openIssues = open_issues_count
        record.topics = (topics ?? []).asTopics
        record.license = license?.spdx_id?.nonEmpty
        return ListedRepository(record: record, cloneURL: try site.cloneURL(clone_url ?? html_url + ".git"))
    }
}
