// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// GitLab's API, version 4, from GitLab 12 on (docs.gitlab.com/api/projects, /api/groups). A group is listed with its
// subgroups. The whole instance is listed by keyset, which is the only way beyond fifty thousand projects, and by page
// number where the instance knows no keyset.
//
// Without a token, a user's projects and the instance's come in a short form that does not say which are archived: they
// are listed in two parts then, those in use and those archived. The licence and the languages are only said of one
// project at a time.

import ForgeRecords
import Foundation
import HTTP

struct GitLab: ForgeAPI {
    let site: ForgeSite

    private static let root = "/api/v4/"
    let perPage = 100

    var headers: [(name: String, value: String)] {
        [("Accept", "application/json")] + (site.token.map { [("Authorization", "Bearer \($0)")] } ?? [])
    }

    func ways(to account: String?) -> [APIRequest] {
        let query = "visibility=public&order_by=id&sort=asc&per_page=\(perPage)"
        let part = site.token == nil ? "&archived=false" : ""
        guard let account else {
            return ["&pagination=keyset", ""].map { APIRequest("\(Self.root)projects?\(query)\(part)\($0)") }
        }
        let group = APIRequest(
            "\(Self.root)groups/\(account.escaped)/projects?include_subgroups=true&with_shared=false&\(query)")
        if account.contains("/") { return [group] }
        return [group, APIRequest("\(Self.root)users/\(account.escaped)/projects?\(query)\(part)")]
    }

    func page(_ answer: HTTPResponse, answering request: APIRequest, of account: String?) throws -> ForgePage {
        let entries = try JSONDecoder().decode([Entry<GitLabProject>].self, from: answer.body)
        var page = site.page(entries, next: next(answer, request, entries))
        if page.endsList, request["archived"] == "false" {
            page.next = request.without("page").without("id_after").with("archived", "true")
        }
        if let part = request["archived"] {
            for index in page.repositories.indices where page.repositories[index].record.isArchived == nil {
                page.repositories[index].record.isArchived = part == "true"
            }
        }
        return page
    }

    /// What comes next: as the link says; else as the number of the next page says; else, where a proxy has removed
    /// both, the page after one that is full.
    private func next(_ answer: HTTPResponse, _ request: APIRequest, _ entries: [Entry<GitLabProject>]) -> APIRequest? {
        if let target = answer.nextTarget(under: Self.root) { return APIRequest(target) }
        if let number = answer.headers["X-Next-Page"]?.nonEmpty, UInt(number) != nil {
            return request.with("page", number)
        }
        if answer.headers["Link"] == nil, answer.headers["X-Next-Page"] == nil, entries.count >= perPage {
            if request["pagination"] == nil {
                return request.with("page", String((request["page"].flatMap(Int.init) ?? 1) + 1))
            }
            if case .readable(let last)? = entries.last { return request.with("id_after", String(last.id)) }
        }
        return nil
    }

    func detailRequests(of repository: ForgeRecord) -> [APIRequest] {
        guard let id = repository.id else { return [] }
        return [
            APIRequest("\(Self.root)projects/\(id)?license=true"), APIRequest("\(Self.root)projects/\(id)/languages"),
        ]
    }

    func add(_ answer: HTTPResponse, answering request: APIRequest, to details: inout RepositoryDetails) throws {
        if request.path.hasSuffix("/languages") {
            let shares = try JSONDecoder().decode([String: Double].self, from: answer.body)
            details.language = shares.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        } else {
            details.license = try JSONDecoder().decode(GitLabLicense.self, from: answer.body).license?.key?.nonEmpty
        }
    }
}

struct GitLabLicense: Decodable {
    struct License: Decodable { let key: String? }
    @Loose var license: License?
}

struct GitLabProject: ForgeRepository {
    struct Origin: Decodable {}

    let id: Int
    let path_with_namespace: String
    let http_url_to_repo: String
    let visibility: String?
    @Loose var web_url: String?
    @Loose var description: String?
    @Loose var default_branch: String?
    @Loose var archived: Bool?
    @Loose var mirror: Bool?
    @Loose var forked_from_project: Origin?
    @Loose var created_at: String?
    @Loose var last_activity_at: String?
    @Loose var star_count: Int?
    @Loose var forks_count: Int?
    @Loose var open_issues_count: Int?
    @Loose var topics: [String]?
    @Loose var tag_list: [String]?

    var label: String { path_with_namespace }

    /// Old versions leave the visibility out of the short form, which only those without a token get: what they are
    /// shown is public.
    func isPublic(to site: ForgeSite) -> Bool {
        visibility == "public" || (visibility == nil && site.token == nil)
    }

    func listed(by site: ForgeSite) throws -> ListedRepository {
        let parts = path_with_namespace.split(separator: "/", omittingEmptySubsequences: false)
        let owner = parts.dropLast().joined(separator: "/")
        var record = try site.record(owner: owner, name: String(parts.last ?? ""))
        record.id = String(id)
        record.url = site.webURL(web_url)
        record.description = description?.asDescription
        record.defaultBranch = default_branch?.nonEmpty
        // Only the long form, which says whether the project is archived, says what it was forked from.
        record.isFork = archived == nil ? nil : forked_from_project != nil
        record.isArchived = archived
        record.isMirror = mirror
        record.createdAt = instant(created_at)
        record.updatedAt = instant(last_activity_at)
        record.stars = star_count
        record.forks = forks_count
        record.openIssues = open_issues_count
        record.topics = (topics ?? tag_list ?? []).asTopics
        return ListedRepository(record: record, cloneURL: try site.cloneURL(http_url_to_repo))
    }
}
