// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Asks servers, through libcurl: proxies as its environment variables say (https_proxy, no_proxy, all_proxy), gzip,
// time-outs, limits of size. Nothing of the user's is read beside them: no .netrc, no .curlrc, no cookies. A redirect
// is an answer like any other: whoever asked decides where else to ask.
//
//     let client = HTTPClient(.init(userAgent: "codescan/1.0"))
//     let answer = try await client.send(HTTPRequest(HTTPURL("https://forge.example.org/api/v1/version")!))

import Dispatch
import Synchronization

/// A client whose connections are used again.
public final class HTTPClient: Sendable {
    /// How a client asks. All times in seconds.
    public struct Configuration: Sendable, Hashable {
        /// What it calls itself.
        public var userAgent: String
        /// A file of certificates (PEM) to trust in the place of the system's; nil for the system's.
        public var certificates: String?
        /// Whether http is spoken to other machines than this one.
        public var allowsPlainHTTP = false
        /// How long an answer may take as a whole.
        public var answerTimeout = 120.0
        /// How long it may stall; counted in whole seconds.
        public var stallTimeout = 30.0
        /// How long a connection may take to be made.
        public var connectTimeout = 30.0
        /// The most bytes that a body may have, compressed or not.
        public var maximumBodyBytes = 32 << 20

        /// The usual way, under a name.
        public init(userAgent: String, certificates: String? = nil) {
            self.userAgent = userAgent
            self.certificates = certificates
        }
    }

    private let configuration: Configuration
    /// Where curl works: it blocks its thread, which must not be one of the few that tasks share.
    private let queue = DispatchQueue(label: "codescan.http", attributes: .concurrent)
    /// Handles that are not in use, each with the connections it has open.
    private let idle = Mutex<[CurlHandle]>([])

    /// A client.
    public init(_ configuration: Configuration) {
        self.configuration = configuration
    }

    /// Sends a request and waits for the whole answer.
    /// - Throws: `HTTPError`; `CancellationError` when the task is cancelled, within about a second.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard request.url.origin.scheme == .https || request.url.origin.isLoopback || configuration.allowsPlainHTTP
        else {
            throw HTTPError(reason: .plainHTTP, url: request.url)
        }
        try Task.checkCancellation()
        let handle = idle.withLock { $0.popLast() } ?? CurlHandle()
        let transfer = CurlTransfer(request, configuration)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation {
                (continuation: CheckedContinuation<Result<HTTPResponse, HTTPError>, Never>) in
                queue.async { continuation.resume(returning: transfer.perform(on: handle)) }
            }
        } onCancel: {
            transfer.cancel()
        }
        idle.withLock { $0.append(handle) }
        try Task.checkCancellation()
        return try result.get()
    }
}
