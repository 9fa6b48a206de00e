// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What is asked of a server.

/// A request.
public struct HTTPRequest: Sendable, Hashable {
    /// What the server is to do.
    public enum Method: Sendable, Hashable {
        /// Give what is at the address.
        case get
        /// Take these bytes.
        case post([UInt8])
    }

    /// A field of the request's head.
    public struct Header: Sendable, Hashable {
        /// Its name, such as `Accept`.
        public let name: String
        /// Its value, on one line.
        public let value: String

        /// A field; nil when name or value hold what would end the line and begin another.
        public init?(_ name: String, _ value: String) {
            let isToken = !name.isEmpty && name.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: ":") }
            guard isToken, value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
            self.name = name
            self.value = value
        }
    }

    /// Where it goes.
    public var url: HTTPURL
    /// What is to be done.
    public var method: Method
    /// The fields beside those that the client writes itself: `Host`, `User-Agent`, `Accept-Encoding`.
    public var headers: [Header]

    /// A request.
    public init(_ url: HTTPURL, method: Method = .get, headers: [Header] = []) {
        self.url = url
        self.method = method
        self.headers = headers
    }
}
