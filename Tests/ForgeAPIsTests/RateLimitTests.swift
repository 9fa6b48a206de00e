// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What forges say of their limits, and what is made of it.

import Foundation
import HTTP
import Testing

@testable import ForgeAPIs

@Suite("Limits that forges set")
struct RateLimitTests {
    private static let now = Date(timeIntervalSince1970: 1_795_000_000)

    private func limit(_ status: Int, _ headers: [(name: String, value: String)] = [], body: String = "") -> RateLimit {
        let answer = HTTPResponse(
            status: status, headers: HTTPHeaders(headers), body: Data(body.utf8), bytesReceived: 0)
        return RateLimit(answer, now: Self.now)
    }

    @Test("Retry-After is a number of seconds")
    func seconds() {
        #expect(limit(429, [("Retry-After", "17")]).refusal == 17)
        #expect(limit(503, [("Retry-After", "3")]).refusal == 3)
        #expect(limit(403, [("retry-after", "60")]).refusal == 60)
    }

    @Test("Retry-After is a date, by the forge's clock where it tells it")
    func date() {
        let date = [("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"), ("Date", "Sun, 06 Nov 1994 08:49:07 GMT")]
        #expect(limit(429, date).refusal == 30)
        // A date that is over by now.
        #expect(limit(429, [("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT")]).refusal == 0)
    }

    @Test("GitHub refuses with 403 until its window ends")
    func primaryLimit() {
        let headers = [("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1795000120")]
        #expect(limit(403, headers).refusal == 121)
        #expect(limit(403, headers).untilNext == nil)
    }

    @Test("the last answer of a window is an answer, and the next request waits")
    func lastOfWindow() {
        let headers = [("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1795000120")]
        #expect(limit(200, headers).refusal == nil)
        #expect(limit(200, headers).untilNext == 121)
        #expect(limit(200, [("x-ratelimit-remaining", "1"), ("x-ratelimit-reset", "1795000120")]).untilNext == nil)
    }

    @Test("GitLab's limits are read, as a time of day and as seconds")
    func gitLab() {
        #expect(limit(429, [("RateLimit-Remaining", "0"), ("RateLimit-Reset", "1795000060")]).refusal == 61)
        #expect(limit(429, [("RateLimit-Remaining", "0"), ("RateLimit-Reset", "60")]).refusal == 61)
    }

    @Test("a secondary limit may come without a header")
    func secondaryLimit() {
        #expect(limit(403, body: #"{"message": "You have exceeded a secondary rate limit."}"#).refusal == 60)
        #expect(limit(429).refusal == 60)
    }

    @Test("a refusal that speaks of no limit is none of a limit")
    func forbidden() {
        #expect(limit(403, body: #"{"message": "Forbidden"}"#).refusal == nil)
        #expect(limit(404, [("x-ratelimit-remaining", "12")]).refusal == nil)
        #expect(limit(500, [("Retry-After", "9")]).refusal == nil)
    }

    @Test(
        "an HTTP date is an instant",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777.0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Sun Nov  6 08:49:37 1994", nil), ("12", nil), ("", nil),
        ] as [(String, Double?)])
    func httpDates(text: String, seconds: Double?) {
        #expect(Date(httpDate: text)?.timeIntervalSince1970 == seconds)
    }

    @Test("a retry waits for a random part of a wait that doubles, and there are as many as asked for")
    func retries() {
        let retries = Retries(most: 3, firstWait: 2)
        #expect((0..<4).map { retries.longest(after: $0) } == [2, 4, 8, 16])
        for tries in 0..<3 {
            #expect(retries.wait(after: tries).map { 0...retries.longest(after: tries) ~= $0 } == true)
        }
        #expect(retries.wait(after: 3) == nil)
        #expect(retries.longest(after: 40) == 60)
    }
}
