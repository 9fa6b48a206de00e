// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Whom the client trusts.

import TestSupport
import Testing

@testable import HTTP

@Suite("Certificates", .serialized)
struct CertificateTests {
    private static let certificates = Result { try TestCertificates() }

    private func reason(of certificate: String, trusting authority: String?) async throws -> HTTPError.Reason? {
        let certificates = try Self.certificates.get()
        let server = try LoopbackServer(
            program: "forge_server.py", ["--simulate", "1", "--lifetime", "1800"] + certificates.arguments(certificate))
        let client = HTTPClient(.init(userAgent: "codescan/test", certificates: authority))
        let url = try #require(HTTPURL("https://localhost:\(server.port)/api/v3/users/example-ministry/repos"))
        do {
            #expect(try await client.send(HTTPRequest(url)).status == 200)
            return nil
        } catch let error as HTTPError {
            return error.reason
        }
    }

    @Test("a server whose authority is named is trusted")
    func trusted() async throws {
        #expect(try await reason(of: "good", trusting: Self.certificates.get().authority) == nil)
    }

    @Test("the system does not know the authority")
    func unknownAuthority() async throws {
        let reason = try await reason(of: "good", trusting: nil)
        #expect([.certificate(.untrusted), .certificateFile(nil)].contains(reason))
    }

    @Test(
        "what is wrong with a certificate is said",
        arguments: [
            ("other-name", HTTPError.CertificateFault.otherHost), ("expired", .expired), ("self-signed", .untrusted),
        ])
    func faults(name: String, fault: HTTPError.CertificateFault) async throws {
        let authority = try Self.certificates.get().authority
        #expect(try await reason(of: name, trusting: authority) == .certificate(fault))
    }

    @Test("a file of certificates that is not there is named")
    func missingFile() async throws {
        #expect(try await reason(of: "good", trusting: "/nowhere/ca.pem") == .certificateFile("/nowhere/ca.pem"))
    }

    @Test("a file that names other authorities replaces the system's")
    func otherAuthority() async throws {
        let other = try TestCertificates()
        #expect(try await reason(of: "good", trusting: other.authority) == .certificate(.untrusted))
    }
}
