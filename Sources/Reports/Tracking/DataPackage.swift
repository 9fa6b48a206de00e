// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a data portal takes: the table with its source-code column, the inventory and the ministries as CSV, a Table Schema
// for each, and the datapackage.json that holds them together (Data Package 1.0, Table Schema 1.0).

import Foundation
import Inventory
import Languages
import Tracking

/// `codescan track --datapackage DIR`.
public struct DataPackage: Sendable {
    /// The files by their names in the folder.
    public let files: [(name: String, data: Data)]

    /// The package of a result.
    public init(_ result: TrackingResult, language: Language) throws {
        let resources = [
            Self.table(result, language), Self.inventory(result, language), Self.ministries(result, language),
        ]
        var files: [(name: String, data: Data)] = []
        for resource in resources {
            files.append((resource.path, CSVDialect.csv.data([resource.fields.map(\.name)] + resource.rows)))
            files.append((resource.schemaPath, try Self.json(resource.schema)))
        }
        files.append(("datapackage.json", try Self.json(Self.descriptor(result, resources, language))))
        self.files = files
    }

    private struct Field {
        var name: String
        var type: String
        var title: String
        var description: String?
        var constraints: [String: Any] = [:]

        var descriptor: [String: Any] {
            var descriptor: [String: Any] = ["name": name, "type": type, "title": title]
            if let description { descriptor["description"] = description }
            if !constraints.isEmpty { descriptor["constraints"] = constraints }
            if type == "boolean" {
                descriptor["trueValues"] = ["true"]
                descriptor["falseValues"] = ["false"]
            }
            return descriptor
        }
    }

    private struct Resource {
        var name: String
        var title: String
        var fields: [Field]
        var rows: [[String]]

        var path: String { name + ".csv" }
        var schemaPath: String { name + ".schema.json" }

        var schema: [String: Any] { ["fields": fields.map(\.descriptor), "missingValues": [""]] }

        var descriptor: [String: Any] {
            [
                "name": name, "title": title, "path": path, "schema": schemaPath, "profile": "tabular-data-resource",
                "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
                "dialect": ["delimiter": ",", "quoteChar": "\"", "doubleQuote": true],
            ]
        }
    }

    private static func descriptor(
        _ result: TrackingResult, _ resources: [Resource], _ language: Language
    ) -> [String: Any] {
        var descriptor: [String: Any] = [
            "name": "suivi-code-source", "title": TrackingPage(result, language: language).title,
            "description": TrackingPage(result, language: language).introduction, "profile": "tabular-data-package",
            "resources": resources.map(\.descriptor),
        ]
        if let asOf = result.inventory.asOf { descriptor["created"] = asOf }
        return descriptor
    }

    private static func json(_ value: [String: Any]) throws -> Data {
        try JSONSerialization.data(
            withJSONObject: value, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]) + Data("\n".utf8)
    }

    // MARK: The table, filled in

    private static func table(_ result: TrackingResult, _ language: Language) -> Resource {
        let table = result.table
        var changed: [Int: [String: String]] = [:]
        for row in result.rows {
            changed[row.row] = Dictionary(uniqueKeysWithValues: row.changes.map { ($0.field.rawValue, $0.new) })
        }
        // A row that says nothing would be an error to whoever validates the package.
        let rows = table.rows.enumerated().map { position, row in
            zip(table.columns, table.texts(row)).map { CSVDialect.neutralized(changed[position]?[$0] ?? $1) }
        }.filter { !$0.allSatisfy(\.isEmpty) }
        return Resource(
            name: "engagements", title: language("Commitments", "Engagements"),
            fields: names(table.columns).map {
                Field(name: $0, type: "string", title: $0, description: description($0, language))
            }, rows: rows)
    }

    /// What codescan knows of a column; the others are their owners' to describe.
    private static func description(_ column: String, _ language: Language) -> String? {
        switch SourceCodeField(rawValue: column) {
        case .producer: language("Who answers for the source code.", "Qui répond du code source.")
        case .status:
            CodeStatus.allCases.map(\.rawValue).joined(separator: ", ") + "."
        case .url:
            language(
                "The repository, the organisation or group, or the file.",
                "Le dépôt, l’organisation ou le groupe, ou le fichier.")
        case .expectedDate: language("When the source code is expected.", "Quand le code source est attendu.")
        case nil: nil
        }
    }

    /// Every column needs a name of its own: a second one of the same name is numbered, one without a name is given one.
    static func names(_ columns: [String]) -> [String] {
        var seen: Set<String> = []
        return columns.enumerated().map { position, column in
            let base = column.isEmpty ? "colonne_\(position + 1)" : column
            var name = base
            var number = 2
            while !seen.insert(name.lowercased()).inserted {
                name = "\(base)_\(number)"
                number += 1
            }
            return name
        }
    }

    // MARK: The inventory

    /// The columns of `codescan inventory --format csv`, but for those that speak of the machine it was made on.
    private static func inventory(_ result: TrackingResult, _ language: Language) -> Resource {
        let columns = InventoryCSV.publishedColumns
        return Resource(
            name: "inventaire", title: language("Inventory of repositories", "Inventaire des dépôts"),
            fields: columns.map { Field(name: $0.name, type: $0.type, title: $0.name) },
            rows: result.inventory.entries.map { entry in columns.map { $0.text(entry) } })
    }

    private static func ministries(_ result: TrackingResult, _ language: Language) -> Resource {
        let names = [
            "ministere", "depots", "avec_licence", "logiciel_libre", "liste_du_decret", "avec_mention_algorithme",
            "derniere_activite",
        ]
        let types = ["string", "integer", "integer", "integer", "integer", "integer", "date"]
        let sheet = TrackingSheets(result: result, language: language).ministries
        let fields = names.indices.map { column in
            Field(
                name: names[column], type: types[column], title: sheet.header[column],
                constraints: types[column] == "integer" ? ["minimum": 0] : [:])
        }
        return Resource(
            name: "ministeres", title: sheet.title, fields: fields,
            rows: sheet.texts.map { $0.map(CSVDialect.neutralized) })
    }
}
