// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The client against a server on loopback that answers as no server should.

import Foundation
import TestSupport
import Testing

@testable import HTTP

/// A server each of whose paths is a way to answer.
private let script = #"""
    import gzip, http.server, json, os, sys, threading, time

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        def log_message(self, *_): pass
        def reply(self, body=b"", status=200, headers=(), length=None):
            self.send_response(status)
            for name, value in headers: self.send_header(name, value)
            self.send_header("Content-Length", str(len(body) if length is None else length))
            self.end_headers()
            self.wfile.write(body)
        def do_POST(self):
            self.reply(self.rfile.read(int(self.headers["Content-Length"])))
        def do_GET(self):
            path = self.path.split("?")[0]
            if path == "/echo": self.reply(json.dumps({k.lower(): v for k, v in self.headers.items()}).encode())
            elif path == "/port": self.reply(str(self.client_address[1]).encode())
            elif path == "/status": self.reply(b"no", 404, [("X-Twice", "a"), ("x-twice", "b")])
            elif path == "/redirect": self.reply(status=302, headers=[("Location", "/echo")])
            elif path == "/gzip":
                self.reply(gzip.compress(b"a" * 100000), headers=[("Content-Encoding", "gzip")])
            elif path == "/bomb":
                self.reply(gzip.compress(b"a" * (64 << 20)), headers=[("Content-Encoding", "gzip")])
            elif path == "/large": self.reply(b"a" * 200000)
            elif path == "/endless":
                self.send_response(200); self.end_headers()
                while True: self.wfile.write(b"a" * 65536)
            elif path == "/short": self.reply(b"abc", length=10); self.close_connection = True
            elif path == "/broken-gzip": self.reply(b"not gzip at all", headers=[("Content-Encoding", "gzip")])
            elif path == "/heads":
                for number in range(9000): self.wfile.write(b"X-%d: %s\r\n" % (number, b"a" * 60) if number else b"HTTP/1.1 200 OK\r\n")
                self.wfile.write(b"\r\n")
            elif path == "/stall": self.reply(b"abc", length=10); self.wfile.flush(); time.sleep(20)
            elif path == "/drip":
                self.send_response(200); self.end_headers()
                for _ in range(200): self.wfile.write(b"a" * 10); self.wfile.flush(); time.sleep(0.1)
            elif path == "/no-http": self.wfile.write(b"SSH-2.0-OpenSSH\r\n"); self.close_connection = True

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, *_): pass

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"port": server.server_port}), flush=True)
    sys.stdin.read()
    os._exit(0)
    """#

@Suite("A client of the web", .serialized)
final class HTTPClientTests {
    private let server: LoopbackServer

    init() throws {
        server = try LoopbackServer(script: script)
    }

    private func client(_ change: (inout HTTPClient.Configuration) -> Void = { _ in }) -> HTTPClient {
        var configuration = HTTPClient.Configuration(userAgent: "codescan/test (+https://example.org)")
        change(&configuration)
        return HTTPClient(configuration)
    }

    private func url(_ path: String) -> HTTPURL { HTTPURL("http://localhost:\(server.port)\(path)")! }

    private func failure(_ path: String, of client: HTTPClient) async -> HTTPError.Reason? {
        do {
            _ = try await client.send(HTTPRequest(url(path)))
            return nil
        } catch {
            return (error as? HTTPError)?.reason
        }
    }

    @Test("it says who it is, takes gzip, and sends what it is given")
    func asks() async throws {
        let header = try #require(HTTPRequest.Header("Accept", "application/json"))
        let answer = try await client().send(HTTPRequest(url("/echo?page=2"), headers: [header]))
        let sent = try JSONDecoder().decode([String: String].self, from: answer.body)
        #expect(sent["user-agent"] == "codescan/test (+https://example.org)")
        #expect(sent["accept-encoding"] == "gzip")
        #expect(sent["accept"] == "application/json")
        #expect(sent["cookie"] == nil && sent["authorization"] == nil)
    }

    @Test("it posts")
    func posts() async throws {
        let bytes = Array("{\"query\": \"é\"}".utf8)
        let answer = try await client().send(HTTPRequest(url("/"), method: .post(bytes)))
        #expect(Array(answer.body) == bytes)
    }

    @Test("a status is an answer, and so is a redirect, which is not followed")
    func statuses() async throws {
        let answer = try await client().send(HTTPRequest(url("/status")))
        #expect(answer.status == 404)
        #expect(answer.headers["X-TWICE"] == "a, b")
        #expect(answer.headers["X-Thrice"] == nil)
        let redirect = try await client().send(HTTPRequest(url("/redirect")))
        #expect(redirect.status == 302)
        #expect(redirect.headers["location"] == "/echo")
    }

    @Test("its connections are used again")
    func reusesConnections() async throws {
        let client = client()
        let first = try await client.send(HTTPRequest(url("/port"))).body
        _ = try await client.send(HTTPRequest(url("/gzip")))
        #expect(try await client.send(HTTPRequest(url("/port"))).body == first)
    }

    @Test("what comes compressed is undone, and counted as it came")
    func decompresses() async throws {
        let answer = try await client().send(HTTPRequest(url("/gzip")))
        #expect(answer.body == Data(repeating: UInt8(ascii: "a"), count: 100_000))
        #expect((100..<2000).contains(answer.bytesReceived))
    }

    @Test("no answer is larger than allowed, compressed or not", arguments: ["/bomb", "/large", "/endless"])
    func limitsSize(path: String) async {
        #expect(await failure(path, of: client { $0.maximumBodyBytes = 100_000 }) == .tooLarge(100_000))
    }

    @Test("a head without end is given up")
    func limitsHead() async {
        #expect(await failure("/heads", of: client()) != nil)
    }

    @Test("an answer that is cut off is told from a whole one")
    func truncated() async throws {
        let reason = try #require(await failure("/short", of: client()))
        guard case .interrupted = reason else {
            Issue.record("\(reason)")
            return
        }
    }

    @Test("what is no HTTP, or no gzip, is not understood", arguments: ["/no-http", "/broken-gzip"])
    func nonsense(path: String) async throws {
        let reason = try #require(await failure(path, of: client()))
        guard case .notUnderstood = reason else {
            Issue.record("\(reason)")
            return
        }
    }

    @Test("an answer that stalls is not waited for")
    func stalls() async {
        #expect(await failure("/stall", of: client { $0.stallTimeout = 1 }) == .stalled(1))
    }

    @Test("an answer that drips is ended by the time for the whole")
    func drips() async {
        #expect(await failure("/drip", of: client { $0.answerTimeout = 1 }) == .tooSlow(1))
    }

    @Test("a cancelled task ends its transfer")
    func cancels() async throws {
        let task = Task { [client = client(), url = url("/stall")] in try await client.send(HTTPRequest(url)) }
        try await Task.sleep(for: .milliseconds(200))
        let start = ContinuousClock.now
        task.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test("http is spoken to this machine alone, unless the caller says so")
    func plainHTTP() async throws {
        let remote = try #require(HTTPURL("http://forge.invalid/"))
        do {
            _ = try await client().send(HTTPRequest(remote))
        } catch let error as HTTPError {
            #expect(error.reason == .plainHTTP)
        }
        do {
            _ = try await client { $0.allowsPlainHTTP = true }.send(HTTPRequest(remote))
        } catch let error as HTTPError {
            #expect(error.reason != .plainHTTP)
        }
    }

    @Test("nobody listening is told from a name that nobody has")
    func unreachable() async throws {
        let closed = try #require(HTTPURL("http://localhost:1/secret?token=secret"))
        do {
            _ = try await client().send(HTTPRequest(closed))
            Issue.record("somebody answered")
        } catch let error as HTTPError {
            guard case .noConnection = error.reason else {
                Issue.record("\(error.reason)")
                return
            }
            #expect(error.isTransient && error.concernsServer)
            #expect(error.description.hasPrefix("http://localhost:1/secret: cannot be reached: "))
            #expect(!error.description.contains("token"))
        }
    }

    @Test("a line break in a header's value is no header")
    func headerInjection() {
        #expect(HTTPRequest.Header("Authorization", "Bearer a\r\nHost: evil") == nil)
        #expect(HTTPRequest.Header("Auth\norization", "a") == nil)
        #expect(HTTPRequest.Header("", "a") == nil)
        #expect(HTTPRequest.Header("X", "a\tb") == nil)
    }
}
