// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What each forge says of a repository, in codescan's words.

import ForgeRecords
import Testing

@testable import ForgeAPIs

@Suite("A repository as its forge describes it")
struct RepositoryDecodingTests {
    /// What all forges say of the repository in the fixtures.
    private func common(_ kind: ForgeKind) -> ForgeRecord {
        var record = ForgeRecord(
            kind: kind, host: "forge.example.org", owner: "example-ministry", name: "solar-register")
        record.id = "710001"
        record.url = "https://forge.example.org/example-ministry/solar-register"
        record.description = "Register of the solar panels on public buildings"
        record.defaultBranch = "main"
        record.createdAt = "2019-03-04T08:15:00Z"
        record.updatedAt = "2026-06-01T09:30:00Z"
        return record
    }

    private func only(_ kind: ForgeKind, _ body: String, token: String? = nil, to target: String = "/") throws
        -> ListedRepository
    {
        let page = try ForgeResponse.page(kind, body, token: token, to: target)
        #expect(page.oddities.isEmpty)
        try #require(page.repositories.count == 1)
        #expect(page.repositories[0].cloneURL == "https://forge.example.org/example-ministry/solar-register.git")
        return page.repositories[0]
    }

    @Test("GitHub", arguments: ["github/repository.json", "github/repository-in-list.json"])
    func gitHub(name: String) throws {
        var expected = common(.github)
        expected.homepage = "https://solar.example.org"
        expected.language = "Python"
        (expected.isFork, expected.isArchived, expected.isMirror) = (false, false, false)
        expected.updatedAt = "2026-06-02T10:00:00Z"
        expected.pushedAt = "2026-06-01T09:30:00Z"
        (expected.stars, expected.forks, expected.openIssues) = (12, 3, 2)
        expected.topics = ["energy", "open-data"]
        expected.license = "EUPL-1.2"
        #expect(try only(.github, "[\(ForgeResponse.text(name))]").record == expected)
    }

    @Test("GitLab, to those who have a token and in groups")
    func gitLab() throws {
        var expected = common(.gitlab)
        (expected.isFork, expected.isArchived) = (false, false)
        (expected.stars, expected.forks, expected.openIssues) = (12, 3, 2)
        expected.topics = ["energy", "open-data"]
        var record = try only(.gitlab, "[\(ForgeResponse.text("gitlab/project.json"))]").record
        record.isMirror = nil
        #expect(record == expected)
    }

    @Test("GitLab, in its short form: which list it is on says whether it is archived", arguments: [true, false])
    func gitLabShort(archived: Bool) throws {
        var expected = common(.gitlab)
        expected.isArchived = archived
        (expected.stars, expected.forks) = (12, 3)
        expected.topics = ["energy", "open-data"]
        let body = try ForgeResponse.text("gitlab/project-basic.json")
        #expect(try only(.gitlab, "[\(body)]", to: "/api/v4/projects?archived=\(archived)").record == expected)
    }

    @Test("Gitea and Forgejo", arguments: ["gitea", "forgejo"])
    func gitea(name: String) throws {
        let record = try only(.gitea, "[\(ForgeResponse.text("\(name)/repository.json"))]").record
        var expected = common(.gitea)
        expected.homepage = "https://solar.example.org"
        expected.language = "Python"
        (expected.isFork, expected.isArchived, expected.isMirror) = (false, false, false)
        (expected.stars, expected.forks, expected.openIssues) = (12, 3, 2)
        expected.topics = ["energy", "open-data"]
        expected.license = name == "gitea" ? "EUPL-1.2" : nil
        #expect(record == expected)
        // What a search finds is within an object.
        let found = "{\"ok\": true, \"data\": [\(try ForgeResponse.text("\(name)/repository.json"))]}"
        #expect(try only(.gitea, found).record == expected)
    }

    @Test("Gogs")
    func gogs() throws {
        var expected = common(.gogs)
        expected.homepage = "https://solar.example.org"
        (expected.isFork, expected.isMirror) = (false, false)
        (expected.stars, expected.forks, expected.openIssues) = (12, 3, 2)
        #expect(try only(.gogs, "[\(ForgeResponse.text("gogs/repository.json"))]").record == expected)
    }

    @Test("Bitbucket")
    func bitbucket() throws {
        var expected = common(.bitbucket)
        expected.id = "{7a8b9c0d-1111-4222-8333-444455556666}"
        expected.homepage = "https://solar.example.org"
        expected.language = "python"
        expected.isFork = false
        let body = "{\"values\": [\(try ForgeResponse.text("bitbucket/repository.json"))], \"pagelen\": 100}"
        #expect(try only(.bitbucket, body).record == expected)
    }

    @Test("SourceHut")
    func sourceHut() throws {
        var expected = common(.sourcehut)
        expected.owner = "~example-ministry"
        expected.url = "https://forge.example.org/~example-ministry/solar-register"
        let body = """
            {"data": {"user": {"repositories": {"cursor": "next", "results": [
            \(try ForgeResponse.text("sourcehut/repository.json"))]}}}}
            """
        let page = try ForgeResponse.page(.sourcehut, body, token: "an-invented-token")
        #expect(page.repositories.map(\.record) == [expected])
        #expect(page.repositories.map(\.cloneURL) == ["https://forge.example.org/~example-ministry/solar-register"])
        #expect(page.next?.body?.contains("\"cursor\":\"next\"") == true)
        #expect(throws: ListingFailure.notFound) {
            try ForgeResponse.page(.sourcehut, #"{"data": {"user": null}}"#, token: "an-invented-token")
        }
        #expect(throws: ListingFailure.self) {
            try ForgeResponse.page(.sourcehut, ForgeResponse.text("sourcehut/unauthorized.json"), token: "wrong")
        }
    }

    @Test("the API of the two largest forges is on a host of its own, an Enterprise server's is not")
    func apiHosts() throws {
        #expect(try ForgeResponse.site(.github, host: "GitHub.com").apiOrigin.authority == "api.github.com")
        #expect(try ForgeResponse.site(.bitbucket, host: "bitbucket.org").apiOrigin.authority == "api.bitbucket.org")
        #expect(try ForgeResponse.site(.gitlab, host: "gitlab.com").apiOrigin.authority == "gitlab.com")
        let ways = { (host: String) in
            try ForgeResponse.site(.github, host: host).api.ways(to: "a b").map(\.path)
        }
        #expect(try ways("github.com") == ["/orgs/a%20b/repos", "/users/a%20b/repos"])
        #expect(try ways("localhost:8443") == ["/api/v3/orgs/a%20b/repos", "/api/v3/users/a%20b/repos"])
        #expect(throws: ListingFailure.self) { try ForgeResponse.site(.github, host: "github.com").api.ways(to: nil) }
        #expect(
            try ForgeResponse.site(.gitlab).api.ways(to: "a/b").map(\.path) == ["/api/v4/groups/a%2Fb/projects"])
    }

    @Test(
        "a host that is none is not asked",
        arguments: [
            "", "forge.example.org/path", "user@forge.example.org", "forge example", "https://forge.example.org",
        ])
    func badHosts(host: String) async {
        let job = ListingJob(
            host: host, kind: .gitea, accounts: ["a"], token: nil, certificates: nil, cachePath: nil,
            pace: ListingPace())
        let told = await listing(job)
        #expect(told.failure("a") == "\(host) is not the name of a host; correct it")
        #expect(told.cost.requests == 0)
    }
}
