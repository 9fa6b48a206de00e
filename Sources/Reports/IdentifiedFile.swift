// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// One line of `codescan identify`.

import Foundation
import LicenseDetection
import Licensing

/// What one file says of licences.
public struct IdentifiedFile: Codable, Sendable {
    /// The path as given.
    public var path: String
    /// The matches' expressions joined by AND, without repetition; null when there is none.
    public var expression: String?
    /// The SPDX identifiers of licences and exceptions, sorted.
    public var licenses: [String]
    /// Where each licence is said, in order of place.
    public var matches: [LicenseMatch]

    /// Reads a file of any size and kind; a binary holds nothing.
    /// - Throws: what Foundation says when it cannot be read.
    public init(path: String, _ detector: LicenseDetector) throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        self.init(path: path, matches: data.withUnsafeBytes { detector.matches(in: $0) })
    }

    init(path: String, matches: [LicenseMatch]) {
        self.path = path
        self.matches = matches
        let expressions = matches.compactMap { try? LicenseExpression(parsing: $0.expression, identifiers: .any) }
        expression = LicenseExpression.and(expressions)?.simplified.description
        licenses = Set(expressions.flatMap { $0.identifiers + $0.exceptions }).sorted()
    }

    /// Writes null for an expression that is not there: every line has the same keys.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(path, forKey: .path)
        try container.encode(expression, forKey: .expression)
        try container.encode(licenses, forKey: .licenses)
        try container.encode(matches, forKey: .matches)
    }

    /// One JSON object on one line.
    public func jsonLine() throws -> String {
        String(decoding: try JSONEncoder.report().encode(self), as: UTF8.self)
    }

    /// One line for a person, whatever the path holds.
    public func textLine() -> String { "\(TerminalText(path).string): \(expression ?? "-")" }
}
