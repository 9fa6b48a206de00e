// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Forges that are busy, broken, slow, hostile or elsewhere.

import ForgeRecords
import Foundation
import Testing

@testable import ForgeAPIs

@Suite("A forge that misbehaves", .serialized)
struct FaultTests {
    /// A listing of a forge with two pages that has a fault on the second.
    private func list(
        _ fault: String, kind: ForgeKind = .github, times: Int? = nil, token: String? = nil,
        _ change: (inout ListingJob) -> Void = { _ in }
    ) async throws -> Told {
        let due = times.map { ", \"times\": \($0)" } ?? ""
        let forge = try LoopbackForge(
            kind,
            """
            "page_limit": 3, "tokens": ["an-invented-token"], \(repositories(5)),
            "faults": [{"on": "GET *page=2*", \(fault)\(due)}]
            """)
        return try await forge.list(token: token, change)
    }

    @Test(
        "what passes is tried again",
        arguments: [
            "\"kind\": \"status\", \"status\": 502", "\"kind\": \"status\", \"status\": 500", "\"kind\": \"reset\"",
            "\"kind\": \"truncate\"", "\"kind\": \"malformed\"", "\"kind\": \"html\"",
            "\"kind\": \"wrong-length\", \"by\": 100",
            "\"kind\": \"stall\", \"bytes\": 40",
        ])
    func passing(fault: String) async throws {
        let told = try await list(fault, times: 2)
        #expect(told.names.count == 5)
        #expect(told.outcomes == ["example-ministry": .complete])
        // Curl itself asks once more where a connection that was open already turns out to be closed.
        #expect((fault.contains("reset") ? 1...2 : 2...2).contains(told.waits.count))
    }

    @Test("what does not pass is given up, and nothing follows from what is missing")
    func lasting() async throws {
        let told = try await list("\"kind\": \"status\", \"status\": 503") { $0.pace.retries = 3 }
        #expect(told.names.count == 3)
        let failure = try #require(told.failure())
        #expect(failure.hasPrefix("https://localhost:"))
        #expect(failure.hasSuffix("/repos: the forge answers 503; try again later"))
        #expect(told.waits.count == 3)
    }

    @Test("a page for people in the place of an answer is given up after two more tries")
    func signInPage() async throws {
        let told = try await list("\"kind\": \"html\"")
        #expect(told.waits.count == 2)
        #expect(told.failure()?.hasSuffix("the answer is not what github answers; check what the forge runs") == true)
    }

    @Test(
        "a forge that limits requests is waited for, and says so",
        arguments: [
            "\"kind\": \"rate-limit\", \"retry_after\": 1",
            "\"kind\": \"rate-limit\", \"status\": 429, \"retry_after\": 1",
            "\"kind\": \"rate-limit\", \"reset_in\": 1",
        ])
    func limited(fault: String) async throws {
        let start = ContinuousClock.now
        let told = try await list(fault, times: 1)
        #expect(told.names.count == 5)
        #expect(ContinuousClock.now - start > .milliseconds(900))
        #expect(told.waits.map(\.reason).allSatisfy { $0.hasSuffix(" limits requests") })
        #expect(told.waits.map { 0.9...3 ~= $0.seconds } == [true])
    }

    @Test("nobody waits longer than allowed: the account is given up, and told when to come back")
    func tooLong() async throws {
        let told = try await list("\"kind\": \"rate-limit\", \"retry_after\": 3600")
        #expect(told.names.count == 3)
        let failure = try #require(told.failure())
        #expect(failure.contains(" limits requests until 20"))
        #expect(failure.hasSuffix("; come back then, or give a token, which raises the limit"))
        #expect(told.waits.isEmpty)
    }

    @Test("a limit without end is no limit")
    func endlessLimit() async throws {
        let told = try await list("\"kind\": \"rate-limit\", \"status\": 429, \"retry_after\": 0")
        #expect(told.failure()?.hasSuffix("limits requests again and again; try again later") == true)
        #expect(told.cost.requests < 15)
    }

    @Test("the end of GitHub's window is waited for before the next request, not after its refusal")
    func window() async throws {
        let forge = try LoopbackForge(
            .github, "\"page_limit\": 2, \"rate_limit\": {\"limit\": 2, \"window\": 2}, \(repositories(5))")
        let told = try await forge.list { $0.pace.longestWait = 10 }
        #expect(told.names.count == 5)
        #expect(told.cost.requests == 3)
        #expect(told.waits.count == 1)
    }

    @Test("a page without end, and one that never comes, are given up", arguments: ["endless", "hang"])
    func endless(kind: String) async throws {
        let told = try await list("\"kind\": \"\(kind)\"") { job in
            job.pace.retries = 0
            job.pace.stallTimeout = 1
        }
        #expect(told.names.count == 3)
        #expect(told.failure() != nil)
    }

    @Test("another host is not asked, and is not given the token")
    func otherHost() async throws {
        let told = try await list(
            "\"kind\": \"redirect\", \"to\": \"https://other.example.org/repos\"", token: "an-invented-token")
        #expect(
            told.failure()?.hasSuffix(
                ": redirected to https://other.example.org, which is not asked; if the forge has moved, name its new host"
            )
                == true)
    }

    @Test("a redirect on the same host is followed, and not for ever")
    func sameHost() async throws {
        let once = try await list(
            "\"kind\": \"redirect\", \"to\": \"{base}/api/v3/orgs/example-ministry/repos\", \"status\": 301", times: 1)
        #expect(once.outcomes == ["example-ministry": .complete])
        #expect(once.names.count == 8)
        let round = try await list("\"kind\": \"redirect\", \"to\": \"{base}/api/v3/x?page=2\"")
        #expect(round.failure()?.hasSuffix("redirected more than 5 times; tell whoever runs the forge") == true)
        #expect(round.cost.requests == 7)
    }

    @Test("pages that go round in circles are left")
    func circles() async throws {
        let told = try await list(
            """
            "kind": "status", "status": 200, "body": "[]",
            "headers": {"Link": "</api/v3/organizations/4101/repos?page=2>; rel=next"}
            """)
        #expect(told.failure()?.contains("its pages never end") == true)
        #expect(told.cost.requests < 6)
    }

    @Test("a token that is refused is not named, and no other account is asked for")
    func refusedToken() async throws {
        let forge = try LoopbackForge(.github, repositories(2))
        let told = try await forge.list(["example-ministry", "another"], token: "a-wrong-token")
        #expect(told.failure() == "\(forge.host) refuses the token; make a new one, or go without")
        #expect(told.failure("another") == told.failure())
        #expect(told.cost.requests == 1)
    }

    @Test("a forge that is not reached is asked for one account alone")
    func unreachable() async throws {
        let job = ListingJob(
            host: "localhost:1", kind: .gitea, accounts: ["a", "b"], token: nil, certificates: nil, cachePath: nil,
            pace: ListingPace())
        var quick = job
        quick.pace.retries = 2
        quick.pace.firstRetryWait = 0.01
        let told = await listing(quick)
        #expect(told.failure("a")?.contains("cannot be reached") == true)
        #expect(told.failure("b") == told.failure("a"))
        #expect(told.waits.count == 2)
    }

    @Test("a forge whose certificate is not trusted is not asked again")
    func untrusted() async throws {
        let forge = try LoopbackForge(.github, repositories(2))
        let told = try await forge.list { $0.certificates = nil }
        #expect(told.failure()?.contains("certificate") == true)
        #expect(told.waits.isEmpty)
    }

    @Test("a forge that forbids an account still answers for the others")
    func forbidden() async throws {
        let forge = try LoopbackForge(
            .github,
            """
            "repositories": [{"path": "open/one"}, {"path": "closed/two"}],
            "faults": [{"on": "GET *closed*", "kind": "status", "status": 403, "body": "{}"}]
            """)
        let told = try await forge.list(["closed", "open"])
        #expect(told.names == ["open/one"])
        #expect(told.failure("closed")?.hasSuffix("the forge answers 403; check that everyone may see it") == true)
    }

    @Test("GitLab's projects are listed without their licences when those cannot be had")
    func withoutDetails() async throws {
        let fault = "{\"on\": \"GET *license=true*\", \"kind\": \"status\", \"status\": 500}"
        let forge = try LoopbackForge(.gitlab, "\"faults\": [\(fault)], \(repositories(3))")
        let told = try await forge.list { $0.pace.retries = 1 }
        #expect(told.names.count == 3)
        #expect(told.outcomes == ["example-ministry": .complete])
        #expect(told.oddities.count == 1)
    }

    @Test("no more requests a second are sent than agreed")
    func pace() async throws {
        let forge = try LoopbackForge(.github, "\"page_limit\": 1, \(repositories(5))")
        let start = ContinuousClock.now
        let told = try await forge.list { $0.pace.requestsPerSecond = 10 }
        #expect(told.cost.requests == 5)
        #expect(ContinuousClock.now - start >= .milliseconds(400))
        #expect(told.waits.isEmpty)
    }
}
