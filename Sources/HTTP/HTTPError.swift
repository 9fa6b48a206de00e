// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Everything that can keep an answer from coming, each with one sentence for a person: which address, what is wrong,
// how to mend it. A status code is no error here: whoever asked knows what it means.

/// Why there is no answer.
public struct HTTPError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong.
    public enum Reason: Sendable, Hashable {
        /// The address may not be asked: http beyond this machine.
        case plainHTTP
        /// DNS does not know the host.
        case unknownHost
        /// Nobody answers there. What the system says.
        case noConnection(String)
        /// The proxy cannot be found, refuses or is not understood. What is known of it.
        case proxy(String)
        /// The server's certificate is not to be trusted.
        case certificate(CertificateFault)
        /// TLS could not be agreed on. What the TLS library says.
        case tls(String)
        /// The file of certificates cannot be read; nil for the system's.
        case certificateFile(String?)
        /// The whole answer took longer than this many seconds.
        case tooSlow(Double)
        /// Nothing came for this many seconds.
        case stalled(Double)
        /// The answer has more bytes than this.
        case tooLarge(Int)
        /// The connection broke, or the answer was cut off. What curl says.
        case interrupted(String)
        /// The answer is no HTTP, or is compressed in a way that cannot be undone. What curl says.
        case notUnderstood(String)
        /// Anything else. What curl says.
        case other(String)
    }

    /// What is wrong with a certificate.
    public enum CertificateFault: Sendable, Hashable {
        /// It is signed by nobody who is trusted.
        case untrusted
        /// It is another host's.
        case otherHost
        /// Its time is over, or has not begun.
        case expired
        /// Something else. What the TLS library says.
        case other(String)
    }

    /// What went wrong.
    public let reason: Reason
    /// What was asked.
    public let url: HTTPURL

    /// Whether the same request may well succeed a little later.
    public var isTransient: Bool {
        switch reason {
        case .unknownHost, .noConnection, .tooSlow, .stalled, .interrupted, .notUnderstood, .tls: true
        case .plainHTTP, .proxy, .certificate, .certificateFile, .tooLarge, .other: false
        }
    }

    /// Whether no other request to the same server can fare better now.
    public var concernsServer: Bool {
        switch reason {
        case .plainHTTP, .unknownHost, .noConnection, .proxy, .certificate, .certificateFile, .tls: true
        case .tooSlow, .stalled, .tooLarge, .interrupted, .notUnderstood, .other: false
        }
    }

    /// One sentence: which address, what is wrong and how to mend it.
    public var description: String { "\(url): \(sentence)" }

    private var sentence: String {
        switch reason {
        case .plainHTTP:
            "is not asked over http, which anyone on the way can read and change; use https"
        case .unknownHost:
            "DNS knows no host \(url.origin.host); check the name, and that this machine has a network"
        case .noConnection(let detail):
            "cannot be reached: \(detail); check that the server runs, and whether a proxy is needed (https_proxy)"
        case .proxy(let detail):
            "cannot be reached through the proxy: \(detail); check https_proxy, and no_proxy for hosts that need none"
        case .certificate(.untrusted):
            "its certificate is signed by nobody that is trusted here; name the certificates of those who signed it "
                + "in a file, or install ca-certificates"
        case .certificate(.otherHost):
            "its certificate is not one for \(url.origin.host); check the host's name, or tell whoever runs it"
        case .certificate(.expired):
            "its certificate has expired or is not valid yet; check this machine's clock, or tell whoever runs it"
        case .certificate(.other(let detail)):
            "its certificate is refused: \(detail)"
        case .tls(let detail):
            "TLS fails: \(detail); codescan needs TLS 1.2 or later"
        case .certificateFile(let path?):
            "the certificates in \(path) cannot be read; give a readable PEM file"
        case .certificateFile(nil):
            "this machine has no certificates to trust; install ca-certificates, or name a file of them"
        case .tooSlow(let seconds):
            "the answer was not complete after \(Self.plain(seconds)) s; try again later"
        case .stalled(let seconds):
            "nothing came for \(Self.plain(seconds)) s; try again later"
        case .tooLarge(let bytes):
            "the answer has more than \(Self.size(bytes)), which is no usual answer; check that the host is a forge"
        case .interrupted(let detail):
            "the answer broke off: \(detail); try again later"
        case .notUnderstood(let detail):
            "the answer makes no sense: \(detail); check that the host speaks HTTP"
        case .other(let detail):
            detail
        }
    }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
    }
}
