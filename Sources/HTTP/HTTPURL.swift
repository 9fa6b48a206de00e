// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// An address of the web, read strictly: what two programs could read differently (a user before the host, a backslash,
// a line break, letters that are not ASCII) is no address here. So the host that was checked is the host that is asked.

/// An http or https URL, without user and fragment.
public struct HTTPURL: Sendable, Hashable {
    /// How the server is spoken to.
    public enum Scheme: String, Sendable, Hashable { case http, https }

    /// Where a server listens.
    public struct Origin: Sendable, Hashable {
        /// How it is spoken to.
        public let scheme: Scheme
        /// A DNS name or an address in lower case; an IPv6 address with its brackets.
        public let host: String
        /// The port; the scheme's own where the URL names none.
        public let port: Int

        /// A server at a host, in lower case; at the scheme's own port where none is given.
        public init(scheme: Scheme, host: String, port: Int? = nil) {
            self.scheme = scheme
            self.host = host
            self.port = port ?? scheme.port
        }
    }

    /// The server.
    public let origin: Origin
    /// The path and the query, which is what the server is asked: `/api/v4/projects?page=2`.
    public let target: String

    /// What is at a path (with its query) of a server.
    public init(origin: Origin, target: String) {
        self.origin = origin
        self.target = target.hasPrefix("/") ? target : "/" + target
    }

    /// The URL that a text is; nil when it is none, or none that everyone reads alike.
    public init?(_ text: String) {
        guard text.utf8.allSatisfy(Self.isPlain), let colon = text.firstRange(of: "://"),
            let scheme = Scheme(rawValue: text[..<colon.lowerBound].lowercased())
        else { return nil }
        let rest = text[colon.upperBound...].prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard let (host, port) = Self.hostAndPort(authority) else { return nil }
        self.init(
            origin: Origin(scheme: scheme, host: host, port: port),
            target: String(rest[authority.endIndex...]))
    }

    /// The URL that a reference means in an answer to this one (RFC 3986, section 5.2, as far as servers use it).
    public func resolving(_ reference: String) -> HTTPURL? {
        guard reference.utf8.allSatisfy(Self.isPlain), !reference.isEmpty else { return nil }
        if reference.hasPrefix("//") { return HTTPURL("\(origin.scheme.rawValue):\(reference)") }
        let beforeQuery = reference.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if beforeQuery.contains(":") { return HTTPURL(reference) }
        let plain = String(reference.prefix { $0 != "#" })
        if plain.hasPrefix("/") { return HTTPURL(origin: origin, target: plain) }
        let path = target.prefix { $0 != "?" }
        if plain.hasPrefix("?") { return HTTPURL(origin: origin, target: path + plain) }
        let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
        return HTTPURL(origin: origin, target: folder + plain)
    }

    /// The whole URL, its query included. Not for people: a query may hold a secret.
    public var text: String { "\(origin)\(target)" }

    /// Visible ASCII without what is read differently from program to program.
    private static func isPlain(_ byte: UInt8) -> Bool {
        0x21...0x7E ~= byte && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "<")
            && byte != UInt8(ascii: ">")
    }

    private static func hostAndPort(_ authority: Substring) -> (String, Int?)? {
        let host: Substring
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            host = authority[...end]
            guard host.dropFirst().dropLast().allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else {
                return nil
            }
        } else {
            host = authority.prefix { $0 != ":" }
            guard host.allSatisfy({ $0.isLetter || $0.isNumber || "-._".contains($0) }) else { return nil }
        }
        guard !host.isEmpty else { return nil }
        let rest = authority[host.endIndex...]
        if rest.isEmpty { return (host.lowercased(), nil) }
        guard rest.first == ":", let port = UInt16(rest.dropFirst()), port > 0 else { return nil }
        return (host.lowercased(), Int(port))
    }
}

extension HTTPURL: CustomStringConvertible {
    /// The URL for people: without its query, which may hold a secret.
    public var description: String { "\(origin)\(target.prefix { $0 != "?" })" }
}

extension HTTPURL.Scheme {
    /// The port where servers listen unless they say otherwise.
    public var port: Int {
        switch self {
        case .http: 80
        case .https: 443
        }
    }
}

extension HTTPURL.Origin: CustomStringConvertible {
    /// `https://forge.example.org`, with the port where it is not the usual one.
    public var description: String { "\(scheme.rawValue)://\(authority)" }

    /// The host, with the port where it is not the scheme's own: `localhost:8443`.
    public var authority: String { port == scheme.port ? host : "\(host):\(port)" }

    /// Whether the server is this machine: nothing sent to it can be read on the way.
    public var isLoopback: Bool {
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        return host == "localhost" || host == "[::1]"
            || (numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil })
    }
}
