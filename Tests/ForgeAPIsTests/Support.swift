// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A forge on loopback, what a listing of it tells, and the answers that forges give.

import ForgeRecords
import Foundation
import HTTP
import Synchronization
import TestSupport
import Testing

@testable import ForgeAPIs

/// The events of a listing, in the order in which they were told.
struct Told: Sendable {
    var events: [ListingEvent] = []

    var repositories: [ListedRepository] {
        events.flatMap { event -> [ListedRepository] in
            if case .page(_, let repositories) = event { return repositories }
            return []
        }
    }

    /// The repositories as `owner/name`, in their order.
    var names: [String] { repositories.map { "\($0.record.owner)/\($0.record.name)" } }

    var oddities: [String] {
        events.compactMap { event -> String? in
            if case .oddity(let sentence) = event { return sentence }
            return nil
        }
    }

    var waits: [(seconds: Double, reason: String)] {
        events.compactMap { event -> (Double, String)? in
            if case .waiting(let seconds, let reason) = event { return (seconds, reason) }
            return nil
        }
    }

    /// How each account ended; the whole forge under an empty name.
    var outcomes: [String: ListingOutcome] {
        var outcomes: [String: ListingOutcome] = [:]
        for case .ended(let account, let outcome) in events { outcomes[account ?? ""] = outcome }
        return outcomes
    }

    /// Why an account was given up.
    func failure(_ account: String? = "example-ministry") -> String? {
        if case .failed(let sentence)? = outcomes[account ?? ""] { sentence } else { nil }
    }

    var cost: ListingCost {
        if case .finished(let cost)? = events.last { cost } else { ListingCost() }
    }
}

/// A forge of Tests/mirroring and the folder of what it holds.
final class LoopbackForge: Sendable {
    private static let certificates = Result { try TestCertificates() }

    let kind: ForgeKind
    let folder: TemporaryFolder
    private let server: LoopbackServer

    /// Starts a forge that behaves as the scenario says (Tests/mirroring/README.md).
    init(_ kind: ForgeKind, _ scenario: String) throws {
        self.kind = kind
        folder = try TemporaryFolder()
        let path = try folder.write(Self.whole(kind, scenario), to: "scenario.json")
        server = try LoopbackServer(
            program: "forge_server.py",
            ["--scenario", path, "--log", folder.path("log"), "--lifetime", "1800"]
                + Self.certificates.get().arguments())
    }

    private static func whole(_ kind: ForgeKind, _ scenario: String) -> String {
        "{\"forge\": \"\(kind.rawValue)\", \(scenario)}"
    }

    var host: String { "localhost:\(server.port)" }

    /// Makes the forge another.
    func change(_ scenario: String) throws {
        try folder.write(Self.whole(kind, scenario), to: "scenario.json")
        try server.tell("reload")
    }

    /// What the forge was asked, one JSON line a request.
    func log() throws -> String { try String(contentsOfFile: folder.path("log"), encoding: .utf8) }

    /// The order to list accounts of the forge: without politeness that would only make a test slow.
    func job(_ accounts: [String]? = ["example-ministry"], token: String? = nil) throws -> ListingJob {
        var pace = ListingPace()
        pace.requestsPerSecond = 1000
        pace.firstRetryWait = 0.01
        pace.longestWait = 5
        pace.stallTimeout = 2
        pace.answerTimeout = 10
        return ListingJob(
            host: host, kind: kind, accounts: accounts, token: token,
            certificates: try Self.certificates.get().authority, cachePath: folder.path("answers"), pace: pace)
    }

    /// Lists accounts of the forge.
    func list(
        _ accounts: [String]? = ["example-ministry"], token: String? = nil,
        _ change: (inout ListingJob) -> Void = { _ in }
    ) async throws -> Told {
        var job = try job(accounts, token: token)
        change(&job)
        return await listing(job)
    }
}

/// What a job tells.
func listing(_ job: ListingJob) async -> Told {
    let told = Box(Told())
    await ForgeListing(job).run { event in told.value.withLock { $0.events.append(event) } }
    return told.value.withLock { $0 }
}

private final class Box: Sendable {
    let value: Mutex<Told>
    init(_ told: Told) { value = Mutex(told) }
}

/// So many repositories of an account, as a scenario names them.
func repositories(_ count: Int, of owner: String = "example-ministry") -> String {
    let list = (0..<count).map { number in
        "{\"path\": \"\(owner)/repository-\(number < 10 ? "0" : "")\(number)\", \"id\": \(1000 + number)}"
    }
    return "\"repositories\": [\(list.joined(separator: ", "))]"
}

/// The answers in Fixtures/forge-responses.
enum ForgeResponse {
    static func text(_ name: String) throws -> String {
        let path = LoopbackServer.checkout.appendingPathComponent("Fixtures/forge-responses/\(name)").path
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    /// A site of the kind that the fixtures are of: forge.example.org.
    static func site(_ kind: ForgeKind, host: String = "forge.example.org", token: String? = nil) throws -> ForgeSite {
        let job = ListingJob(
            host: host, kind: kind, accounts: nil, token: token, certificates: nil, cachePath: nil, pace: ListingPace())
        return try #require(ForgeSite(job))
    }

    /// The page that a forge answers with these words.
    static func page(
        _ kind: ForgeKind, _ body: String, host: String = "forge.example.org", token: String? = nil,
        headers: [(name: String, value: String)] = [], to target: String = "/", of account: String? = "example-ministry"
    ) throws -> ForgePage {
        let answer = HTTPResponse(
            status: 200, headers: HTTPHeaders(headers), body: Data(body.utf8), bytesReceived: body.utf8.count)
        return try site(kind, host: host, token: token).api.page(answer, answering: APIRequest(target), of: account)
    }
}
