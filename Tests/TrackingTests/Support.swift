// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What the tests of this target share: small inventories and small tables.

import Forges
import Foundation
import Git
import Licensing

@testable import Inventory
@testable import Tracking

/// An inventory of `host/owner/name` repositories, free software unless `change` says otherwise.
func inventory(_ names: [String], asOf: String? = "2026-11-23T00:00:00Z", ignored: [IgnoredRepository] = [])
    -> Inventory
{
    Inventory(
        tool: .init(name: "codescan", version: "0.1.0", index: "32.5.0"), asOf: asOf, entries: names.map { entry($0) },
        ignored: ignored, problems: [])
}

func entry(_ name: String, _ license: String? = "MIT") -> InventoryEntry {
    let parts = name.split(separator: "/").map(String.init)
    let expression = license.flatMap { try? LicenseExpression(parsing: $0) }
    var entry = InventoryEntry(
        at: RepositoryLocation(
            path: .init("forges/\(name).git"), forge: parts[0],
            owner: parts[1..<(parts.count - 1)].joined(separator: "/"),
            name: parts[parts.count - 1]))
    entry.kind = .software
    entry.license = LicenseConclusion(
        status: expression == nil ? .missing : .declared, expression: expression, freeSoftware: .init(expression),
        osiApproved: expression?.osiApproved, fsfFree: expression?.fsfFree, decree: .init(expression), other: [],
        since: nil,
        sinceReason: nil, explanation: "", evidence: [], conflicts: [])
    return entry
}

extension InventoryEntry {
    /// The entry with a forge's record that says what `change` says.
    func recorded(_ change: (inout ForgeRecord) -> Void = { _ in }) -> InventoryEntry {
        var entry = self
        var record = ForgeRecord(kind: .gitea, host: forge ?? "", owner: owner ?? "", name: name)
        record.lastSeenAt = "2026-11-20T00:00:00Z"
        change(&record)
        entry.forgeRecord = record
        return entry
    }

    func with(_ change: (inout InventoryEntry) -> Void) -> InventoryEntry {
        var entry = self
        change(&entry)
        return entry
    }
}

extension Inventory {
    func with(_ entries: InventoryEntry...) -> Inventory {
        Inventory(tool: tool, asOf: asOf, entries: self.entries + entries, ignored: ignored, problems: [])
    }
}

/// A table of one commitment a line: title, producer, and the four cells as far as they are given.
func table(_ rows: (title: String, producer: String, cells: [SourceCodeField: String])...) throws -> TrackingTable {
    let header = ["Titre", "Type", "Producteur"] + SourceCodeField.allCases.map(\.rawValue)
    let lines = rows.map { row in
        [row.title, "Code source", row.producer] + SourceCodeField.allCases.map { row.cells[$0] ?? "" }
    }
    let text = ([header] + lines).map { line in
        line.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }.joined(separator: "\n")
    return try TrackingTable(bytes: Array(text.utf8), file: "suivi.csv")
}

/// What is concluded of a table's only commitment.
func tracked(
    _ cells: [SourceCodeField: String], title: String = "Un logiciel", producer: String = "", in inventory: Inventory,
    _ change: (inout TrackingOptions) throws -> Void = { _ in }
) throws -> TrackedRow {
    var options = TrackingOptions()
    try change(&options)
    let result = TrackingRun(table: try table((title, producer, cells)), inventory: inventory, options: options)
        .result()
    return result.rows[0]
}
