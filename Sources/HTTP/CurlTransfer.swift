// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// One request over libcurl: the options it sets, what comes back, and what curl's errors mean.

import CCurl
import Foundation
import Synchronization

final class CurlTransfer: @unchecked Sendable {
    private let request: HTTPRequest
    private let configuration: HTTPClient.Configuration
    private let isCancelled = Atomic(false)

    /// What has come so far. Touched only by the thread that performs the transfer; `isCancelled` is all that others
    /// reach.
    private var headers = HTTPHeaders()
    private var headerBytes = 0
    private var body = Data()
    private var isTooLarge = false

    /// Curl limits this too, from 8.3 on.
    private static let maximumHeaderBytes = 300_000

    init(_ request: HTTPRequest, _ configuration: HTTPClient.Configuration) {
        self.request = request
        self.configuration = configuration
    }

    /// Ends the transfer: curl looks about once a second whether it should.
    func cancel() { isCancelled.store(true, ordering: .relaxed) }

    func perform(on handle: CurlHandle) -> Result<HTTPResponse, HTTPError> {
        let curl = handle.pointer
        handle.reset()
        let lines = CurlList(request.headers.map { "\($0.name): \($0.value)" } + ["Expect:"])
        let options = [
            codescan_curl_set_error_buffer(curl, handle.message),
            codescan_curl_set_web_protocols_only(curl),
            codescan_curl_set_url(curl, request.url.text),
            codescan_curl_set_no_signal(curl, 1),
            codescan_curl_set_follow_location(curl, 0),
            codescan_curl_set_netrc(curl, Int(CURL_NETRC_IGNORED.rawValue)),
            codescan_curl_set_suppress_connect_headers(curl, 1),
            codescan_curl_set_user_agent(curl, configuration.userAgent),
            codescan_curl_set_accept_encoding(curl, "gzip"),
            codescan_curl_set_headers(curl, lines.pointer),
            codescan_curl_set_oldest_tls(curl, Int(CURL_SSLVERSION_TLSv1_2)),
            codescan_curl_set_timeout_ms(curl, Self.milliseconds(configuration.answerTimeout)),
            codescan_curl_set_connect_timeout_ms(curl, Self.milliseconds(configuration.connectTimeout)),
            codescan_curl_set_low_speed(curl, 1, max(1, Int(configuration.stallTimeout.rounded(.up)))),
            codescan_curl_set_largest_file(curl, curl_off_t(configuration.maximumBodyBytes)),
        ]
        if let failure = options.first(where: { $0 != CURLE_OK }) { return .failure(error(failure, handle)) }
        if let path = configuration.certificates, codescan_curl_set_certificates(curl, path) != CURLE_OK {
            return .failure(HTTPError(reason: .certificateFile(path), url: request.url))
        }
        if case .post(let bytes) = request.method {
            _ = bytes.withUnsafeBytes {
                codescan_curl_set_post(curl, $0.baseAddress ?? UnsafeRawPointer(curl), curl_off_t($0.count))
            }
        }
        let code = withExtendedLifetime(self) {
            listen(on: curl)
            return curl_easy_perform(curl)
        }
        _ = consume lines
        if code != CURLE_OK { return .failure(error(code, handle)) }
        let received =
            Int(codescan_curl_body_bytes_received(curl)) + Int(codescan_curl_header_bytes_received(curl))
        return .success(
            HTTPResponse(
                status: Int(codescan_curl_response_code(curl)), headers: headers, body: body, bytesReceived: received))
    }

    private func listen(on curl: UnsafeMutableRawPointer) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        _ = codescan_curl_set_body_receiver(
            curl,
            { bytes, size, count, context in
                CurlTransfer.of(context).takeBody(UnsafeRawBufferPointer(start: bytes, count: size * count))
            }, context)
        _ = codescan_curl_set_header_receiver(
            curl,
            { bytes, size, count, context in
                CurlTransfer.of(context).takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
            }, context)
        _ = codescan_curl_set_watch(
            curl, { context, _, _, _, _ in CurlTransfer.of(context).isCancelled.load(ordering: .relaxed) ? 1 : 0 },
            context)
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> CurlTransfer {
        Unmanaged<CurlTransfer>.fromOpaque(context!).takeUnretainedValue()
    }

    /// Another number than was given ends the transfer.
    private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard body.count + bytes.count <= configuration.maximumBodyBytes else {
            isTooLarge = true
            return 0
        }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    private func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
        headerBytes += bytes.count
        guard headerBytes <= Self.maximumHeaderBytes else {
            isTooLarge = true
            return 0
        }
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            // Another head: the one before was of an interim answer (100, 103).
            headers.removeAll()
        } else if let colon = line.firstIndex(of: ":") {
            let value = line[line.index(after: colon)...]
            headers.add(String(line[..<colon]), value.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        return bytes.count
    }

    private static func milliseconds(_ seconds: Double) -> Int { max(1, Int(min(seconds, 86_400) * 1000)) }
}

extension CurlTransfer {
    private func error(_ code: CURLcode, _ handle: CurlHandle) -> HTTPError {
        HTTPError(reason: reason(code, handle), url: request.url)
    }

    private func reason(_ code: CURLcode, _ handle: CurlHandle) -> HTTPError.Reason {
        let message = handle.message(of: code)
        if isTooLarge { return .tooLarge(configuration.maximumBodyBytes) }
        let proxyStatus = codescan_curl_proxy_response_code(handle.pointer)
        if proxyStatus >= 400 { return .proxy("it answers \(proxyStatus)") }
        return switch code {
        case CURLE_COULDNT_RESOLVE_HOST: .unknownHost
        case CURLE_COULDNT_CONNECT: .noConnection(message)
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: .proxy(message)
        case CURLE_PEER_FAILED_VERIFICATION: .certificate(certificateFault(handle, message))
        case CURLE_SSL_CACERT_BADFILE: .certificateFile(configuration.certificates)
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER: .tls(message)
        case CURLE_OPERATION_TIMEDOUT: timeout(message)
        case CURLE_FILESIZE_EXCEEDED: .tooLarge(configuration.maximumBodyBytes)
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2,
            CURLE_HTTP2_STREAM:
            .interrupted(message)
        case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING, CURLE_UNSUPPORTED_PROTOCOL: .notUnderstood(message)
        default: .other(message)
        }
    }

    /// Curl has one code for a connection that is not made, an answer that stalls and one that takes too long; its
    /// words tell them apart.
    private func timeout(_ message: String) -> HTTPError.Reason {
        if message.contains("too slow") { return .stalled(configuration.stallTimeout) }
        if message.lowercased().contains("connection timed out") || message.contains("Failed to connect") {
            return .noConnection("no connection after \(Int(configuration.connectTimeout)) s")
        }
        return .tooSlow(configuration.answerTimeout)
    }

    /// OpenSSL's numbers (X509_V_ERR_…, openssl/x509_vfy.h); where curl has another TLS library, its words.
    private func certificateFault(_ handle: CurlHandle, _ message: String) -> HTTPError.CertificateFault {
        let byNumber: [Int: HTTPError.CertificateFault] = [
            9: .expired, 10: .expired, 18: .untrusted, 19: .untrusted, 20: .untrusted, 21: .untrusted, 62: .otherHost,
            64: .otherHost,
        ]
        if let fault = byNumber[codescan_curl_certificate_result(handle.pointer)] { return fault }
        let byWord: [(String, HTTPError.CertificateFault)] = [
            ("subject name", .otherHost), ("match", .otherHost), ("expired", .expired), ("not yet valid", .expired),
            ("issuer", .untrusted), ("self-signed", .untrusted), ("self signed", .untrusted),
        ]
        return byWord.first { message.contains($0.0) }?.1 ?? .other(message)
    }
}
