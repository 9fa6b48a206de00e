// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Gogs' API, version 1 (github.com/gogs/docs-api). It lists an account's repositories, all on one page, to those with a
// token only; without one they are searched for by the account's number. Its links to next pages leave out what was
// searched for, so pages are counted here.

import ForgeRecords
import Foundation
import HTTP

struct Gogs: ForgeAPI {
    let site: ForgeSite

    let perPage = GiteaAnswer.perPage

    var headers: [(name: String, value: String)] { GiteaAnswer.headers(token: site.token) }

    /// Without a word to search for, Gogs searches for a dot; the percent sign is SQL's for anything.
    private static let search = "/api/v1/repos/search?q=%25&limit=\(GiteaAnswer.perPage)"

    func ways(to account: String?) -> [APIRequest] {
        guard let account else { return [APIRequest("\(Self.search)&page=1")] }
        if site.token == nil { return [APIRequest("/api/v1/users/\(account.escaped)")] }
        return ["orgs", "users"].map { APIRequest("/api/v1/\($0)/\(account.escaped)/repos") }
    }

    func page(_ answer: HTTPResponse, answering request: APIRequest, of account: String?) throws -> ForgePage {
        if let account, request.path == "/api/v1/users/\(account.escaped)" {
            struct User: Decodable { let id: Int }
            let user = try JSONDecoder().decode(User.self, from: answer.body)
            return ForgePage(next: APIRequest("\(Self.search)&uid=\(user.id)&page=1"))
        }
        let entries = try GiteaAnswer.entries(answer)
        var page = site.page(entries, next: GiteaAnswer.next(answer, request, entries.count))
        // To the account's own token Gogs also shows what others let it work on.
        if let account {
            page.repositories.removeAll { $0.record.owner.lowercased() != account.lowercased() }
        }
        return page
    }
}
