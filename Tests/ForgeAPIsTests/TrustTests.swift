// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What is not believed: a forge's answer is whatever somebody wrote.

import ForgeRecords
import Foundation
import Testing

@testable import ForgeAPIs

@Suite("What is not taken from a forge")
struct TrustTests {
    /// Gitea's answer for one repository, with a field in other words.
    private func page(_ field: String, _ value: String, token: String? = nil) throws -> ForgePage {
        var fields = [
            "id": "7", "name": "\"solar\"", "owner": "{\"login\": \"ministry\"}", "private": "false",
            "clone_url": "\"https://forge.example.org/ministry/solar.git\"",
        ]
        fields[field] = value
        let body = fields.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ")
        let other = try ForgeResponse.text("gitea/repository.json")
        return try ForgeResponse.page(.gitea, "[{\(body)}, \(other)]", token: token)
    }

    @Test(
        "a name that cannot be a folder's takes no other repository with it",
        arguments: [
            "", ".", "..", ".git", "a/b", "a\\\\b", "a\\u0000b", "a\\nb", "a\\u001b[31mb", "a\\u202eb",
            String(repeating: "a", count: 201),
        ])
    func names(name: String) throws {
        let page = try page("name", "\"\(name)\"")
        #expect(page.repositories.map(\.record.name) == ["solar-register"])
        try #require(page.oddities.count == 1)
        #expect(page.oddities[0].hasSuffix("its name cannot be a folder's"))
        #expect(!page.oddities[0].contains { $0.isNewline || $0 == "\u{1B}" })
    }

    @Test("a name that only looks odd is one", arguments: [".github", "a.git", "été", "-a", "a b", "..a"])
    func oddNames(name: String) throws {
        #expect(try page("name", "\"\(name)\"").repositories.map(\.record.name) == [name, "solar-register"])
    }

    @Test("an owner is no hidden folder", arguments: ["..", ".hidden", "a/../b", "a//b", "/a", "a/", "a/.b", ""])
    func owners(owner: String) throws {
        let page = try page("owner", "{\"login\": \"\(owner)\"}")
        #expect(page.repositories.count == 1)
        #expect(page.oddities.count == 1)
    }

    @Test(
        "a repository is cloned from its own forge, by https",
        arguments: [
            "https://other.example.org/a/b.git", "https://forge.example.org.evil/a/b.git",
            "ssh://forge.example.org/a/b.git",
            "git@forge.example.org:a/b.git", "file:///etc", "https://user:secret@forge.example.org/a/b.git",
            "https://forge.example.org:8443/a/b.git", "--upload-pack=evil", "ext::sh -c evil",
            "https://forge.example.org/",
            "https://forge.example.org/a?b", "",
        ])
    func cloneURLs(url: String) throws {
        let page = try page("clone_url", "\"\(url)\"")
        #expect(page.repositories.count == 1)
        #expect(
            page.oddities.map { $0.hasSuffix("it is cloned from an address that is not on forge.example.org") } == [
                true
            ])
    }

    @Test("a forge behind a proxy believes that it is reached by http")
    func behindProxy() throws {
        let page = try page("clone_url", "\"http://forge.example.org/ministry/solar.git\"")
        #expect(page.repositories[0].cloneURL == "https://forge.example.org/ministry/solar.git")
    }

    @Test("what is not public is not listed, whatever was asked for", arguments: ["private", "internal"])
    func visibility(field: String) throws {
        let page = try page(field, "true", token: "an-invented-token")
        #expect(page.repositories.count == 1)
        #expect(page.oddities.isEmpty)
    }

    @Test("GitLab's internal projects are not public, and what it says nothing of is, to those without a token")
    func gitLabVisibility() throws {
        func names(_ visibility: String, token: String?) throws -> Int {
            let project = """
                {"id": 1, "path_with_namespace": "a/b", \(visibility) "http_url_to_repo": "https://forge.example.org/a/b.git"}
                """
            return try ForgeResponse.page(.gitlab, "[\(project)]", token: token).repositories.count
        }
        #expect(try names("\"visibility\": \"public\",", token: "t") == 1)
        #expect(try names("\"visibility\": \"internal\",", token: "t") == 0)
        #expect(try names("\"visibility\": \"private\",", token: nil) == 0)
        #expect(try names("", token: "t") == 0)
        #expect(try names("", token: nil) == 1)
    }

    @Test("GitHub's internal repositories are not public")
    func gitHubVisibility() throws {
        let repository = try ForgeResponse.text("github/repository.json")
        let hidden = repository.replacingOccurrences(
            of: "\"visibility\": \"public\"", with: "\"visibility\": \"internal\"")
        #expect(hidden != repository)
        #expect(try ForgeResponse.page(.github, "[\(hidden)]", token: "t").repositories.isEmpty)
    }

    @Test("an entry that cannot be read is named, and the others are listed", arguments: ["null", "\"7\"", "[]"])
    func unreadableEntry(id: String) throws {
        let page = try page("id", id)
        #expect(page.repositories.count == 1)
        #expect(
            page.oddities.map { $0.hasPrefix("forge.example.org: passed over a repository: entry 1 of its page: ") }
                == [true])
    }

    @Test("a field of another type is one that is not there")
    func looseFields() throws {
        let page = try page("stars_count", "\"many\"")
        #expect(page.repositories.count == 2)
        #expect(page.repositories.first?.record.stars == nil)
        #expect(try self.page("topics", "{\"a\": 1}").repositories.first?.record.topics == [])
        #expect(try self.page("created_at", "\"0001-01-01T00:00:00Z\"").repositories.first?.record.createdAt == nil)
        #expect(
            try self.page("created_at", "\"2019-03-04T10:15:00.5+02:00\"").repositories.first?.record.createdAt
                == "2019-03-04T08:15:00Z")
    }

    @Test("an address of a page that is none of the web is not kept")
    func pages() throws {
        #expect(try page("html_url", "\"javascript:alert(1)\"").repositories.first?.record.url == nil)
    }
}
