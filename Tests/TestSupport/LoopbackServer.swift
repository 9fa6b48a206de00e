// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Servers on this machine that tests ask, written in Python: those of Tests/mirroring, and small ones of a test's own. They
// say {"port": N} when they listen, and end when their standard input closes, so that none outlives the tests.
//
//     let server = try LoopbackServer(program: "forge_server.py", ["--simulate", "300"])
//     let address = "http://localhost:\(server.port)/"

import Foundation

/// A server that runs for as long as the value lives.
public final class LoopbackServer: @unchecked Sendable {
    /// Where it listens, on localhost.
    public let port: Int

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    /// The folder of this checkout.
    public static let checkout = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Starts a server of Tests/mirroring, and waits until it listens.
    public convenience init(program: String, _ arguments: [String]) throws {
        let path = Self.checkout.appendingPathComponent("Tests/mirroring/\(program)").path
        try self.init(arguments: ["-B", path] + arguments)
    }

    /// Starts a server whose program is given as text.
    public convenience init(script: String) throws {
        try self.init(arguments: ["-B", "-c", script])
    }

    private init(arguments: [String]) throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        struct Greeting: Decodable { let port: Int }
        port = try JSONDecoder().decode(Greeting.self, from: Self.line(from: output)).port
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Says a word to the server and returns the line that it answers.
    @discardableResult
    public func tell(_ word: String) throws -> Data {
        try input.fileHandleForWriting.write(contentsOf: Data("\(word)\n".utf8))
        return try Self.line(from: output)
    }

    private static func line(from pipe: Pipe) throws -> Data {
        var line = Data()
        while let byte = try pipe.fileHandleForReading.read(upToCount: 1), !byte.isEmpty, byte != Data("\n".utf8) {
            line += byte
        }
        return line
    }
}

/// Certificates for localhost, signed by an authority that only tests trust.
public struct TestCertificates: Sendable {
    private let folder: TemporaryFolder

    /// Makes them anew.
    public init() throws {
        folder = try TemporaryFolder()
        let program = LoopbackServer.checkout.appendingPathComponent("Tests/mirroring/certificates.py").path
        try Command.run("python3", ["-B", program, folder.path])
    }

    /// The certificate of the authority.
    public var authority: String { folder.path("ca.pem") }

    /// What a server is given to speak TLS: `good`, `other-name`, `expired` or `self-signed`.
    public func arguments(_ name: String = "good") -> [String] {
        ["--tls", folder.path("\(name).pem"), folder.path("\(name).key")]
    }
}
