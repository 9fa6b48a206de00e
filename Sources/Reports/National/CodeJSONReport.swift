// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The United States' code.json 2.0.0 (SHARE IT Act), one object for each repository. The schema has a word for "none" in
// most places; where it wants a claim that nobody made, the least one is written, and docs/inventory.md says which.

import Foundation
import Inventory
import Licensing

/// `codescan inventory --format codejson`.
public enum CodeJSONReport {
    /// The object of the one repository, or an array of objects.
    public static func data(_ inventory: Inventory) throws -> Data {
        let projects = inventory.entries.map { Project($0, asOf: inventory.asOf) }
        let encoder = JSONEncoder.report(.prettyPrinted)
        let data = projects.count == 1 ? try encoder.encode(projects[0]) : try encoder.encode(projects)
        return data + Data("\n".utf8)
    }

    private struct Project: Encodable {
        struct License: Encodable {
            var name: String
            var URL: String
        }
        struct Permissions: Encodable {
            var licenses: [License]
            var usageType: [String]
        }

        var name: String
        var description: String
        var status: String
        var permissions: Permissions
        var organization: String
        var repositoryURL: String
        var repositoryVisibility = "public"
        var homepageURL: String?
        var vcs = "git"
        var laborHours = 0
        var reuseFrequency: [String: Int]
        var languages: [String]
        var maintenance = "none"
        var contractNumber: [String] = []
        var SBOM = "None"
        var date: [String: String]
        var tags: [String]
        var contact: [String: String]
        var feedbackMechanism: String
        var AIUseCaseID = "0"

        init(_ entry: InventoryEntry, asOf: String?) {
            let record = entry.forgeRecord
            let url = entry.url ?? ""
            name = entry.name
            description = record?.description ?? ""
            status = entry.archived == true ? "Archival" : "Development"
            let isFree = entry.license.freeSoftware == .free
            permissions = Permissions(
                licenses: Self.licenses(entry, url), usageType: isFree ? ["openSource"] : [])
            organization = entry.administration?.name ?? entry.owner ?? ""
            repositoryURL = url
            homepageURL = record?.homepage.flatMap { $0.isEmpty ? nil : $0 }
            reuseFrequency = record?.forks.map { ["forks": $0] } ?? [:]
            languages = entry.languages.map(\.name)
            var date: [String: String] = [:]
            date["created"] = record?.createdAt
            date["lastModified"] = entry.head?.date
            date["metadataLastUpdated"] = asOf
            self.date = date
            tags = (record?.topics ?? []).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
            contact = entry.administration?.name.map { ["name": $0] } ?? [:]
            feedbackMechanism = url.isEmpty ? "" : ForgePages(entry).issues
        }

        /// The schema's own list of names, and "Other" and "None".
        private static let named: Set<String> = [
            "CC0-1.0", "Apache-2.0", "MIT", "MPL-2.0", "GPL-2.0-only", "GPL-3.0-only", "GPL-3.0-or-later",
            "LGPL-2.1-only", "LGPL-3.0-only", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0",
        ]

        private static func licenses(_ entry: InventoryEntry, _ url: String) -> [License] {
            guard let expression = entry.license.expression else { return [License(name: "None", URL: url)] }
            let file = entry.license.evidence.first.map { ForgePages(entry).file($0.path) }
            var seen: Set<String> = []
            return expression.identifiers.map { named.contains($0) ? $0 : "Other" }.filter { seen.insert($0).inserted }
                .map { License(name: $0, URL: file ?? url) }
        }
    }
}
