// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The national repository schema: what code.gouv.fr publishes of each repository, field names exactly
// (Schemas/codegouv.tableschema.json). Most of it only the forge knows; what it has not said is left empty.

import Forges
import Foundation
import Inventory

/// `codescan inventory --format codegouv` and `codegouv-json`.
public enum CodegouvReport {
    /// A header and one row for each repository.
    public static func csv(_ inventory: Inventory, dialect: CSVDialect = .csv) -> Data {
        let header = fields.map(\.name)
        return dialect.data(
            [header] + inventory.entries.map { entry in fields.map { CSVDialect.neutralized($0.value(entry).text) } })
    }

    /// The same as a JSON array; what is not known is null.
    public static func json(_ inventory: Inventory) throws -> Data {
        let rows = inventory.entries.map { entry in
            Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.value(entry)) })
        }
        return try JSONEncoder.report(.prettyPrinted).encode(rows) + Data("\n".utf8)
    }

    /// The repositories of which the schema requires more than is known: it names GitHub and GitLab alone, and wants what
    /// only the forge can say.
    public static func incomplete(_ inventory: Inventory) -> Int {
        inventory.entries.count { entry in
            fields.contains { $0.isRequired && $0.value(entry) == .unknown }
                || !["GitHub", "GitLab"].contains(platform(entry) ?? "")
        }
    }

    /// The names of the fields, in the schema's order.
    public static var fieldNames: [String] { fields.map(\.name) }

    private static func platform(_ entry: InventoryEntry) -> String? {
        switch entry.forgeKind {
        case .github?: "GitHub"
        case .gitlab?: "GitLab"
        case let other?: other.rawValue.capitalized
        case nil: nil
        }
    }

    private enum Value: Equatable, Encodable {
        case text(String)
        case number(Int)
        case flag(Bool)
        case unknown

        var text: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            case .flag(let flag): String(flag)
            case .unknown: ""
            }
        }

        init(_ text: String?) { self = text.map { $0.isEmpty ? .unknown : .text($0) } ?? .unknown }
        init(_ number: Int?) { self = number.map { .number($0) } ?? .unknown }
        init(_ flag: Bool?) { self = flag.map { .flag($0) } ?? .unknown }

        func encode(to encoder: any Encoder) throws {
            var value = encoder.singleValueContainer()
            switch self {
            case .text(let text): try value.encode(text)
            case .number(let number): try value.encode(number)
            case .flag(let flag): try value.encode(flag)
            case .unknown: try value.encodeNil()
            }
        }
    }

    private struct Field: Sendable {
        let name: String
        var isRequired = false
        let value: @Sendable (InventoryEntry) -> Value
    }

    private static let fields: [Field] = [
        Field(name: "id", isRequired: true) { Value($0.forgeRecord?.id.flatMap(Int.init)) },
        Field(name: "name", isRequired: true) { Value($0.name) },
        Field(name: "organization_name", isRequired: true) { Value($0.owner) },
        Field(name: "platform", isRequired: true) { Value(platform($0)) },
        Field(name: "repository_url", isRequired: true) { Value($0.url) },
        Field(name: "description") { Value($0.forgeRecord?.description) },
        Field(name: "default_branch") { Value($0.forgeRecord?.defaultBranch ?? $0.head?.branch) },
        Field(name: "is_fork") { Value($0.fork) },
        Field(name: "is_archived", isRequired: true) { Value($0.archived) },
        Field(name: "creation_date", isRequired: true) { Value($0.forgeRecord?.createdAt) },
        Field(name: "last_update", isRequired: true) { Value($0.forgeRecord?.updatedAt) },
        Field(name: "last_modification", isRequired: true) { Value($0.head?.date ?? $0.forgeRecord?.pushedAt) },
        Field(name: "homepage") { Value($0.forgeRecord?.homepage) },
        Field(name: "stars_count", isRequired: true) { Value($0.forgeRecord?.stars) },
        Field(name: "forks_count", isRequired: true) { Value($0.forgeRecord?.forks) },
        // As the platform reports it, says the schema; where no platform was asked, as codescan concludes.
        Field(name: "license") { entry in
            Value(entry.forgeRecord.map(\.license) ?? entry.license.expression?.description)
        },
        Field(name: "open_issues_count", isRequired: true) { Value($0.forgeRecord?.openIssues) },
        Field(name: "language") { Value($0.forgeRecord.map(\.language) ?? $0.languages.first?.name) },
        Field(name: "topics") { Value($0.forgeRecord?.topics.joined(separator: ",")) },
        // Nobody was asked.
        Field(name: "software_heritage_exists") { _ in .unknown },
        Field(name: "software_heritage_url") { _ in .unknown },
    ]
}
