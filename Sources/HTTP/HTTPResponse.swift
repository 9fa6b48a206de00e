// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a server answered, whole.

import Foundation

/// An answer.
public struct HTTPResponse: Sendable, Hashable {
    /// The status code: 200, 304, 404…
    public var status: Int
    /// The fields of its head.
    public var headers: HTTPHeaders
    /// Its body, decompressed.
    public var body: Data
    /// How many bytes of head and body came over the wire.
    public var bytesReceived: Int

    /// An answer.
    public init(status: Int, headers: HTTPHeaders, body: Data, bytesReceived: Int) {
        self.status = status
        self.headers = headers
        self.body = body
        self.bytesReceived = bytesReceived
    }
}

/// The fields of an answer's head. Names are found in whatever case.
public struct HTTPHeaders: Sendable, Hashable {
    private var values: [String: [String]] = [:]

    /// The fields that are given by name.
    public init(_ fields: [(name: String, value: String)] = []) {
        for field in fields { add(field.name, field.value) }
    }

    /// The value of a field; where it was sent more than once, the values with commas between them, which is the same
    /// (RFC 9110, section 5.3). Nil when it was not sent.
    public subscript(name: String) -> String? {
        values[name.lowercased()].map { $0.joined(separator: ", ") }
    }

    mutating func add(_ name: String, _ value: String) {
        values[name.lowercased(), default: []].append(value)
    }

    mutating func removeAll() { values.removeAll() }
}
