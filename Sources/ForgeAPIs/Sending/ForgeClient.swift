// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Asks a forge politely: not too often, again after a fault that passes, later when the forge asks for that, elsewhere
// on the same host when it says so, and nowhere else. Pace, retries, limits and redirects have a file each.

import ForgeRecords
import Foundation
import HTTP

final class ForgeClient {
    let site: ForgeSite
    /// What was asked so far.
    private(set) var cost = ListingCost()

    private let http: HTTPClient
    private let headers: [HTTPRequest.Header]
    private let retries: Retries
    private let longestWait: Double
    private let tell: @Sendable (ListingEvent) -> Void
    private var pace: Pace

    /// How often one request may be put off because of the forge's limits: no forge that means well asks more often.
    private static let maximumDelays = 10

    init(
        _ job: ListingJob, _ site: ForgeSite, headers: [(name: String, value: String)],
        tell: @escaping @Sendable (ListingEvent) -> Void
    ) {
        self.site = site
        self.tell = tell
        self.headers = headers.compactMap { HTTPRequest.Header($0.name, $0.value) }
        var configuration = HTTPClient.Configuration(userAgent: job.userAgent, certificates: job.certificates)
        configuration.answerTimeout = job.pace.answerTimeout
        configuration.stallTimeout = job.pace.stallTimeout
        configuration.connectTimeout = min(configuration.connectTimeout, job.pace.stallTimeout)
        http = HTTPClient(configuration)
        retries = Retries(most: job.pace.retries, firstWait: job.pace.firstRetryWait)
        longestWait = job.pace.longestWait
        pace = Pace(requestsPerSecond: job.pace.requestsPerSecond)
    }

    /// Asks until there is an answer that can be read, and returns what `read` makes of it; nil when the forge says
    /// that what `validators` name has not changed.
    /// - Throws: `ListingFailure`, or `CancellationError`.
    func send<Value>(
        _ request: APIRequest, unlessStill validators: AnswerCache.Validators? = nil,
        read: (HTTPResponse) throws -> Value
    ) async throws -> Value? {
        var url = HTTPURL(origin: site.apiOrigin, target: request.target)
        var (faults, malformed, delays, redirects) = (0, 0, 0, 0)
        while true {
            let answer: HTTPResponse
            do {
                answer = try await ask(url, request, validators)
            } catch let error as HTTPError {
                guard error.isTransient, let wait = retries.wait(after: faults) else { throw ListingFailure(error) }
                faults += 1
                try await pause(wait, error.description)
                continue
            }
            let limit = RateLimit(answer)
            if let wait = limit.refusal {
                try checkDelay(wait, &delays)
                try await pause(wait, "\(site.host) limits requests")
                continue
            }
            if let wait = limit.untilNext { pace.hold(for: wait) }
            switch answer.status {
            case 304 where validators != nil:
                cost.notModified += 1
                return nil
            case 200..<300:
                do {
                    return try read(answer)
                } catch let failure as ListingFailure {
                    throw failure
                } catch {
                    guard malformed < Retries.mostMalformed, let wait = retries.wait(after: malformed) else {
                        throw ListingFailure.failed(
                            "\(url): the answer is not what \(site.kind.rawValue) answers; check what the forge runs")
                    }
                    malformed += 1
                    try await pause(wait, "\(url): the answer cannot be read")
                }
            case 301, 302, 303, 307, 308:
                url = try Redirects.next(answer, from: url, after: redirects)
                redirects += 1
            case 408, 500...599:
                guard let wait = retries.wait(after: faults) else {
                    throw ListingFailure.failed("\(url): the forge answers \(answer.status); try again later")
                }
                faults += 1
                try await pause(wait, "\(url): the forge answers \(answer.status)")
            default:
                throw refusal(answer.status, url)
            }
        }
    }

    private func ask(
        _ url: HTTPURL, _ request: APIRequest, _ validators: AnswerCache.Validators?
    ) async throws -> HTTPResponse {
        let held = pace.nextWait()
        if held > longestWait { throw tooLong(held) }
        if held >= 1 { tell(.waiting(seconds: held, reason: "\(site.host) limits requests")) }
        try await Task.sleep(for: .seconds(held))
        pace.didAsk()
        cost.requests += 1
        var asked = HTTPRequest(url, headers: headers + (validators?.conditions ?? []))
        if let body = request.body { asked.method = .post(Array(body.utf8)) }
        let answer = try await http.send(asked)
        cost.bytesReceived += answer.bytesReceived
        return answer
    }

    private func pause(_ seconds: Double, _ reason: String) async throws {
        tell(.waiting(seconds: seconds, reason: reason))
        try await Task.sleep(for: .seconds(seconds))
    }

    private func checkDelay(_ wait: Double, _ delays: inout Int) throws {
        guard wait <= longestWait else { throw tooLong(wait) }
        delays += 1
        guard delays <= Self.maximumDelays else {
            throw ListingFailure.forge("\(site.host) limits requests again and again; try again later")
        }
    }

    private func tooLong(_ wait: Double) -> ListingFailure {
        let back = Date(timeIntervalSinceNow: wait)
        let token = site.token == nil ? ", or give a token, which raises the limit" : ""
        return .forge("\(site.host) limits requests until \(back.rfc3339); come back then\(token)")
    }

    private func refusal(_ status: Int, _ url: HTTPURL) -> ListingFailure {
        switch status {
        case 401 where site.token != nil:
            .forge("\(site.host) refuses the token; make a new one, or go without")
        case 401:
            .forge("\(site.host) answers only with a token; give one that may read public repositories")
        case 404: .notFound
        case 400, 405, 501:
            ListingFailure(
                kind: .notOffered, sentence: "\(url): the forge answers \(status); check what the forge runs")
        default: .failed("\(url): the forge answers \(status); check that everyone may see it")
        }
    }
}
