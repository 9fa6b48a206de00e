// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a manifest declares about licences: the values a parser found, where they stand, and how they read.

import Licensing

/// One value of a manifest that says something about a licence.
public struct LicenseDeclaration: Sendable, Hashable {
    /// The field that holds the value: `license`, `classifiers`, `licenses[0].name`, …
    public let field: String
    /// The value as the file has it.
    public let statement: String
    /// How the value reads.
    public let reading: LicenseStatement.Reading
    /// The lines of the file that hold the value, from 1.
    public let lines: ClosedRange<Int>

    /// Makes a declaration; without a reading, the statement is read.
    public init(field: String, statement: String, reading: LicenseStatement.Reading? = nil, lines: ClosedRange<Int>) {
        self.field = field
        self.statement = statement
        self.reading = reading ?? LicenseStatement.reading(of: statement)
        self.lines = lines
    }
}

/// What a manifest declares, as far as a licence's conclusion needs it.
public struct Manifest: Sendable, Hashable {
    /// The format it was read as.
    public let format: ManifestFormat
    /// What it says about licences, in the order of the fields' weight: the licence field first, classifiers last.
    public internal(set) var declarations: [LicenseDeclaration] = []
    /// Whether the package says that it is not to be published; `nil` when it does not say. It grants and denies
    /// nothing: npm's `private` only keeps a package off the registry.
    public internal(set) var isPrivate: Bool?
    /// The package's name.
    public internal(set) var name: String?
    /// Whether the manifest speaks for the packages of the folders below it (npm's and Cargo's workspaces).
    public internal(set) var isWorkspaceRoot = false
    /// Whether the licence is the workspace root's (Cargo's `license.workspace = true`).
    public internal(set) var inheritsLicense = false

    init(format: ManifestFormat) {
        self.format = format
    }
}

extension Manifest {
    /// More declarations than this are not read.
    static let maximumDeclarations = 256

    /// Adds a declaration, unless the value is empty or a template's placeholder such as `{{ cookiecutter.license }}`.
    mutating func declare(
        _ field: String, _ statement: String, reading: LicenseStatement.Reading? = nil, lines: ClosedRange<Int>
    ) {
        let placeholders = ["{{", "{%", "<%", "${", "@@"]
        guard declarations.count < Self.maximumDeclarations, statement.contains(where: { !$0.isWhitespace }),
            !placeholders.contains(where: statement.contains)
        else { return }
        declarations.append(LicenseDeclaration(field: field, statement: statement, reading: reading, lines: lines))
    }

    /// Adds several values of one field that the format lets the user choose between: one declaration with OR when each
    /// reads as an expression, else one for each.
    mutating func declareChoice(_ field: String, _ values: [(statement: String, lines: ClosedRange<Int>)]) {
        let readings = values.map { LicenseStatement.reading(of: $0.statement) }
        let expressions = readings.map(\.expression)
        if values.count > 1, !expressions.contains(nil), let first = values.first, let last = values.last,
            let choice = LicenseExpression.or(expressions.compactMap(\.self))
        {
            let lower = min(first.lines.lowerBound, last.lines.lowerBound)
            declare(
                field, values.map(\.statement).joined(separator: " OR "), reading: .expression(choice.simplified),
                lines: lower...max(lower, last.lines.upperBound))
        } else {
            for (index, value) in values.enumerated() {
                declare(
                    values.count > 1 ? "\(field)[\(index)]" : field, value.statement, reading: readings[index],
                    lines: value.lines)
            }
        }
    }
}
