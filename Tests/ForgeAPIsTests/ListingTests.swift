// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Forges on loopback, listed from the first page to the last; and once more, when little has changed.

import ForgeRecords
import Foundation
import Testing

@testable import ForgeAPIs

@Suite("A forge is listed to its end", .serialized)
struct ListingTests {
    @Test(
        "every page of an account, and no account that is not there",
        arguments: [ForgeKind.github, .gitlab, .gitea, .gogs, .bitbucket])
    func pages(kind: ForgeKind) async throws {
        let forge = try LoopbackForge(kind, "\"page_limit\": 3, \(repositories(8))")
        let told = try await forge.list(["example-ministry", "nobody"])
        #expect(told.names.sorted() == (0..<8).map { "example-ministry/repository-0\($0)" })
        #expect(told.outcomes == ["example-ministry": .complete, "nobody": .noSuchAccount])
        #expect(told.oddities.isEmpty)
    }

    @Test("every page of SourceHut, whose accounts are written with and without their tilde")
    func sourceHut() async throws {
        let forge = try LoopbackForge(
            .sourcehut, "\"page_limit\": 3, \"tokens\": [\"an-invented-token\"], \(repositories(8, of: "~ministry"))")
        let told = try await forge.list(["~ministry", "ministry", "~nobody"], token: "an-invented-token")
        #expect(told.names.count == 16)
        #expect(told.outcomes == ["~ministry": .complete, "ministry": .complete, "~nobody": .noSuchAccount])
        let without = try await forge.list(["~ministry"])
        #expect(
            without.failure("~ministry")
                == "\(forge.host) answers only with a token; make one that may read repositories")
        #expect(without.cost.requests == 0)
    }

    @Test("the whole forge, where no account is named", arguments: [ForgeKind.gitlab, .gitea, .gogs])
    func wholeForge(kind: ForgeKind) async throws {
        let forge = try LoopbackForge(
            kind,
            """
            "page_limit": 2, "repositories": [{"path": "a/one"}, {"path": "a/two", "archived": true}, {"path": "b/three"},
            {"path": "b/secret", "visibility": "private"}, {"path": "c/four"}, {"path": "c/five", "archived": true}]
            """)
        let told = try await forge.list(nil)
        #expect(told.names.sorted() == ["a/one", "a/two", "b/three", "c/five", "c/four"])
        #expect(told.outcomes == ["": .complete])
        if kind == .gitlab {
            let archived = told.repositories.filter { $0.record.isArchived == true }.map(\.record.name)
            #expect(archived.sorted() == ["five", "two"])
            #expect(told.repositories.allSatisfy { $0.record.isArchived != nil })
        }
    }

    @Test("an instance that knows no keyset is listed by page number")
    func withoutKeyset() async throws {
        let fault = "{\"on\": \"GET *keyset*\", \"kind\": \"status\", \"status\": 405}"
        let forge = try LoopbackForge(.gitlab, "\"page_limit\": 3, \"faults\": [\(fault)], \(repositories(8))")
        #expect(try await forge.list(nil).names.count == 8)
    }

    @Test("a group has its subgroups, and not what other groups share with it; a user has projects, too")
    func groups() async throws {
        let forge = try LoopbackForge(
            .gitlab,
            """
            "owners": {"a-person": {"kind": "user"}},
            "repositories": [{"path": "ministry/maps/old/one"}, {"path": "ministry/two"}, {"path": "ministry-of-others/three"},
            {"path": "elsewhere/shared", "shared_with": ["ministry"]}, {"path": "a-person/four"},
            {"path": "a-person/five", "archived": true}]
            """)
        let told = try await forge.list(["ministry", "a-person", "ministry/maps"])
        #expect(
            told.names == [
                "ministry/maps/old/one", "ministry/two", "a-person/four", "a-person/five", "ministry/maps/old/one",
            ])
        #expect(told.repositories[3].record.isArchived == true)
    }

    @Test("GitLab's licence is asked for when a project has changed, not before")
    func details() async throws {
        func scenario(_ pushed: String) -> String {
            """
            "repositories": [{"path": "ministry/one", "license": "EUPL-1.2"},
            {"path": "ministry/two", "license": "MIT", "pushed": "\(pushed)"}]
            """
        }
        let forge = try LoopbackForge(.gitlab, scenario("2026-01-01T00:00:00Z"))
        let first = try await forge.list(["ministry"])
        #expect(first.repositories.map(\.record.license) == ["eupl-1.2", "mit"])
        #expect(first.cost.requests == 5)
        try forge.change(scenario("2026-02-02T00:00:00Z"))
        let second = try await forge.list(["ministry"])
        #expect(second.repositories.map(\.record.license) == ["eupl-1.2", "mit"])
        #expect(second.cost.requests == 3)
    }

    @Test("what is private is not listed, although the token may see it", arguments: ForgeKind.allCases)
    func privateRepositories(kind: ForgeKind) async throws {
        let owner = kind == .sourcehut ? "~ministry" : "ministry"
        let forge = try LoopbackForge(
            kind,
            """
            "tokens": ["an-invented-token"], "repositories": [{"path": "\(owner)/open"},
            {"path": "\(owner)/secret", "visibility": "private"}, {"path": "\(owner)/inside", "visibility": "internal"}]
            """)
        let told = try await forge.list([owner], token: "an-invented-token")
        #expect(told.names == ["\(owner)/open"])
        #expect(told.outcomes == [owner: .complete])
        #expect(try !forge.log().contains("\"accepted\", \"leaks\": [\""))
        #expect(try forge.log().contains("\"token\": \"accepted\""))
    }

    @Test("a second run is answered by \"not modified\", and tells the same", arguments: [ForgeKind.github, .gitlab])
    func conditional(kind: ForgeKind) async throws {
        let forge = try LoopbackForge(kind, "\"page_limit\": 30, \(repositories(80))")
        let first = try await forge.list()
        let second = try await forge.list()
        #expect(second.repositories == first.repositories)
        #expect(second.names.count == 80)
        #expect(second.cost.requests == 3)
        #expect(second.cost.notModified == 3)
        #expect(second.cost.bytesReceived * 20 < first.cost.bytesReceived)
    }

    @Test(
        "a page that follows a full one is found, although the full one has not changed",
        arguments: [ForgeKind.github, .gitlab])
    func growing(kind: ForgeKind) async throws {
        let forge = try LoopbackForge(kind, "\"page_limit\": 3, \(repositories(6))")
        #expect(try await forge.list().names.count == 6)
        #expect(try await forge.list().names.count == 6)
        try forge.change("\"page_limit\": 3, \(repositories(7))")
        #expect(try await forge.list().names.count == 7)
        try forge.change("\"page_limit\": 3, \(repositories(2))")
        #expect(try await forge.list().names.count == 2)
    }

    @Test("a cache that is none any more costs nothing but the answers")
    func brokenCache() async throws {
        let forge = try LoopbackForge(.github, repositories(3))
        _ = try await forge.list()
        try forge.folder.write("this is no database, and long enough to be none", to: "answers/\(forge.host).sqlite")
        let told = try await forge.list()
        #expect(told.names.count == 3)
        #expect(told.cost.notModified == 0)
        #expect(try await forge.list().cost.notModified == 1)
        // A folder that cannot be made.
        #expect(try await forge.list { $0.cachePath = "/dev/null/answers" }.names.count == 3)
    }

    @Test("a token is not kept")
    func tokenIsNotKept() async throws {
        let forge = try LoopbackForge(.github, "\"tokens\": [\"an-invented-token\"], \(repositories(3))")
        #expect(try await forge.list(token: "an-invented-token").names.count == 3)
        for name in ["", "-wal"] {
            guard
                let bytes = FileManager.default.contents(
                    atPath: forge.folder.path("answers/\(forge.host).sqlite\(name)"))
            else { continue }
            #expect(bytes.range(of: Data("an-invented-token".utf8)) == nil)
        }
    }
}
