// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The program that codescan starts: a job in, events out.

import ForgeRecords
import Foundation
import TestSupport
import Testing

@Suite("codescan-list-forge", .serialized)
struct ProgramTests {
    private static var program: String {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let candidates = [tests, Bundle.main.bundlePath, CommandLine.arguments[0]].map {
                URL(fileURLWithPath: $0).deletingLastPathComponent().path + "/codescan-list-forge"
            }
            return try #require(candidates.first(where: FileManager.default.isExecutableFile))
        }
    }

    /// Runs the program in a shell's way, a job on its standard input.
    private func run(_ shell: String, _ job: ListingJob, environment: [String: String] = [:]) throws -> String {
        try Command.run(
            "bash", ["-c", shell, try Self.program], input: Array(JSONEncoder().encode(job)), environment: environment)
    }

    @Test("it reads a job and writes one event a line, the cost last")
    func events() throws {
        let forge = try LoopbackForge(.gitea, "\"page_limit\": 2, \(repositories(5))")
        let lines = try run("exec \"$0\"", forge.job(["example-ministry", "nobody"])).split(separator: "\n")
        let events = try lines.map { try JSONDecoder().decode(ListingEvent.self, from: Data($0.utf8)) }
        let told = Told(events: events)
        #expect(told.names.count == 5)
        #expect(told.outcomes == ["example-ministry": .complete, "nobody": .noSuchAccount])
        #expect(told.cost.requests == 5)
    }

    @Test("it ends when nobody reads any more, although the forge does not answer")
    func closedOutput() throws {
        let forge = try LoopbackForge(.gitea, "\"faults\": [{\"on\": \"GET *\", \"kind\": \"hang\"}]")
        var job = try forge.job()
        job.pace.stallTimeout = 60
        job.pace.answerTimeout = 60
        let start = ContinuousClock.now
        // The reader has gone after a second; bash waits for both.
        _ = try run("\"$0\" | sleep 1", job)
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test("it waits for a slow reader and loses nothing")
    func slowReader() throws {
        let forge = try LoopbackForge(.github, "\"simulate\": {\"repositories\": 1000}")
        let lines = try run("\"$0\" | (sleep 1; cat)", forge.job()).split(separator: "\n")
        let events = try lines.map { try JSONDecoder().decode(ListingEvent.self, from: Data($0.utf8)) }
        #expect(Told(events: events).names.count == 1000)
    }

    @Test("it asks through the proxy that the environment names, and no_proxy goes without")
    func proxy() throws {
        let forge = try LoopbackForge(.gitea, repositories(2))
        var job = try forge.job()
        job.pace.retries = 0
        let nobody = ["https_proxy": "http://localhost:1"]
        let refused = try run("exec \"$0\"", job, environment: nobody)
        #expect(refused.contains("localhost port 1"))
        #expect(!refused.contains("\"page\""))
        let without = try run("exec \"$0\"", job, environment: nobody.merging(["no_proxy": "localhost"]) { $1 })
        #expect(without.contains("\"page\""))
    }

    @Test("it says that it is not for people")
    func noJob() throws {
        let words = try Command.run("bash", ["-c", "\"$0\" 2>&1 </dev/null; echo $?", try Self.program])
        #expect(
            words == "codescan-list-forge: no job on the standard input; it is codescan that starts this program\n64")
    }
}
