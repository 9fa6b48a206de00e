// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// SourceHut's GraphQL API (man.sr.ht/git.sr.ht/graphql.md), which wants a token. Accounts are written with or without
// the tilde that its addresses have; the whole forge is not listed to anyone.

import ForgeRecords
import Foundation
import HTTP

struct SourceHut: ForgeAPI {
    let site: ForgeSite

    /// The server's choice; nothing of it is kept from run to run.
    let perPage = 25

    private static let query = """
        query($username: String!, $cursor: Cursor) {
          user(username: $username) {
            repositories(cursor: $cursor) {
              cursor
              results { id name description visibility created updated owner { canonicalName } HEAD { name } }
            }
          }
        }
        """

    private struct Question: Encodable {
        struct Variables: Encodable {
            let username: String
            var cursor: String?
        }
        var query = SourceHut.query
        let variables: Variables
    }

    var headers: [(name: String, value: String)] {
        [("Content-Type", "application/json"), ("Accept", "application/json")]
            + (site.token.map { [("Authorization", "Bearer \($0)")] } ?? [])
    }

    func ways(to account: String?) throws -> [APIRequest] {
        guard site.token != nil else {
            throw ListingFailure.forge("\(site.host) answers only with a token; make one that may read repositories")
        }
        guard let account else {
            throw ListingFailure.failed("\(site.host) is not listed whole to anyone; name its owners")
        }
        return [try request(account, cursor: nil)]
    }

    private func request(_ account: String, cursor: String?) throws -> APIRequest {
        let name = account.hasPrefix("~") ? String(account.dropFirst()) : account
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let question = try encoder.encode(Question(variables: .init(username: name, cursor: cursor)))
        return APIRequest("/query", body: String(decoding: question, as: UTF8.self))
    }

    func page(_ answer: HTTPResponse, answering request: APIRequest, of account: String?) throws -> ForgePage {
        let reply = try JSONDecoder().decode(SourceHutReply.self, from: answer.body)
        if let complaint = reply.errors?.first {
            throw ListingFailure.failed("\(site.host): \(complaint.message.printable); check the account and the token")
        }
        guard let data = reply.data else { throw Oddity(reason: "an answer without data") }
        guard let user = data.user, let account else { throw ListingFailure.notFound }
        let next = try user.repositories.cursor.map { try self.request(account, cursor: $0) }
        return site.page(user.repositories.results, next: next)
    }
}

struct SourceHutReply: Decodable {
    struct Complaint: Decodable { let message: String }
    struct Account: Decodable { let user: User? }
    struct User: Decodable { let repositories: Repositories }
    struct Repositories: Decodable {
        let cursor: String?
        let results: [Entry<SourceHutRepository>]
    }

    @Loose var errors: [Complaint]?
    let data: Account?
}

struct SourceHutRepository: ForgeRepository {
    struct Owner: Decodable { let canonicalName: String }
    struct Branch: Decodable { let name: String }

    let id: Int
    let name: String
    let owner: Owner
    let visibility: String
    @Loose var description: String?
    @Loose var created: String?
    @Loose var updated: String?
    @Loose var HEAD: Branch?

    var label: String { "\(owner.canonicalName)/\(name)" }

    func isPublic(to site: ForgeSite) -> Bool { visibility == "PUBLIC" }

    func listed(by site: ForgeSite) throws -> ListedRepository {
        let prefix = "refs/heads/"
        var record = try site.record(owner: owner.canonicalName, name: name)
        record.id = String(id)
        let url = "\(site.origin)/\(owner.canonicalName.escaped)/\(name.escaped)"
        record.url = url
        record.description = description?.asDescription
        record.defaultBranch = HEAD.flatMap {
            $0.name.hasPrefix(prefix) ? String($0.name.dropFirst(prefix.count)).nonEmpty : nil
        }
        record.createdAt = instant(created)
        record.updatedAt = instant(updated)
        return ListedRepository(record: record, cloneURL: try site.cloneURL(url))
    }
}
