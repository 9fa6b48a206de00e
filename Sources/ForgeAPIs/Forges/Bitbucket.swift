// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Bitbucket Cloud's API, version 2.0 (developer.atlassian.com/cloud/bitbucket/rest). It has no field for stars, topics
// or licences.

import ForgeRecords
import Foundation
import HTTP

struct Bitbucket: ForgeAPI {
    let site: ForgeSite

    let perPage = 100

    private static let root = "/2.0/"

    /// An access token alone, or an account's name and an API token with a colon between them.
    var headers: [(name: String, value: String)] {
        let authorization = site.token.map { token in
            token.contains(":") ? "Basic \(Data(token.utf8).base64EncodedString())" : "Bearer \(token)"
        }
        return [("Accept", "application/json")] + (authorization.map { [("Authorization", $0)] } ?? [])
    }

    func ways(to account: String?) throws -> [APIRequest] {
        guard let account else {
            throw ListingFailure.failed("\(site.host) is too large to be listed whole; name its owners")
        }
        return [APIRequest("\(Self.root)repositories/\(account.escaped)?pagelen=\(perPage)&sort=full_name")]
    }

    func page(_ answer: HTTPResponse, answering request: APIRequest, of account: String?) throws -> ForgePage {
        struct Page: Decodable {
            let values: [Entry<BitbucketRepository>]
            @Loose var next: String?
        }
        let page = try JSONDecoder().decode(Page.self, from: answer.body)
        let next = page.next.flatMap { HTTPURL($0)?.target }.flatMap { $0.hasPrefix(Self.root) ? APIRequest($0) : nil }
        return site.page(page.values, next: next)
    }
}

struct BitbucketRepository: ForgeRepository {
    struct Link: Decodable { let href: String }
    struct Links: Decodable { @Loose var html: Link? }
    struct Branch: Decodable { let name: String }
    struct Origin: Decodable {}

    let full_name: String
    let is_private: Bool
    @Loose var uuid: String?
    @Loose var scm: String?
    @Loose var links: Links?
    @Loose var description: String?
    @Loose var website: String?
    @Loose var language: String?
    @Loose var mainbranch: Branch?
    @Loose var parent: Origin?
    @Loose var created_on: String?
    @Loose var updated_on: String?

    var label: String { full_name }

    func isPublic(to site: ForgeSite) -> Bool { !is_private }

    func listed(by site: ForgeSite) throws -> ListedRepository {
        let parts = full_name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw Oddity(reason: "its name is not one of a workspace and a repository") }
        guard (scm ?? "git") == "git" else { throw Oddity(reason: "it is no git repository") }
        var record = try site.record(owner: String(parts[0]), name: String(parts[1]))
        record.id = uuid?.nonEmpty
        record.url = site.webURL(links?.html?.href)
        record.description = description?.asDescription
        record.homepage = website?.nonEmpty
        record.defaultBranch = mainbranch?.name.nonEmpty
        record.language = language?.nonEmpty
        record.isFork = parent != nil
        record.createdAt = instant(created_on)
        record.updatedAt = instant(updated_on)
        // The address that Bitbucket gives names whoever asks: https://user@bitbucket.org/…
        let cloneURL = "\(site.origin)/\(String(parts[0]).escaped)/\(String(parts[1]).escaped).git"
        return ListedRepository(record: record, cloneURL: try site.cloneURL(cloneURL))
    }
}
