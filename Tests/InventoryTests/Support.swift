// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What the tests of this target share: the real index, licence texts from LicenseDB's data, and one-repository runs.

import Foundation
import Inventory
import LicenseDetection
import TestSupport
import Testing

enum Support {
    private static let environment = ProcessInfo.processInfo.environment

    /// Whether `make test` has set the index and the data up.
    static let isReady = environment["CODESCAN_INDEX"] != nil && environment["CODESCAN_LICENSEDB"] != nil

    static func index() throws -> LicenseIndex {
        try LicenseIndex(contentsOfFile: environment["CODESCAN_INDEX"] ?? "")
    }

    /// A licence's text, by LicenseDB's key.
    static func text(_ key: String) throws -> String {
        let path = (environment["CODESCAN_LICENSEDB"] ?? "") + "/licenses/\(key).LICENSE"
        let content = try String(contentsOfFile: path, encoding: .utf8)
        let parts = content.components(separatedBy: "\n---")
        return parts.dropFirst().joined(separator: "\n---")
    }

    /// The inventory's only entry, of a bare repository that holds these files.
    static func entry(_ files: [String: String], full: Bool = false) async throws -> InventoryEntry {
        try await entry(files.map { (path: Array($0.utf8), mode: "100644", content: Array($1.utf8)) }, full: full)
    }

    static func entry(
        _ files: [(path: [UInt8], mode: String, content: [UInt8])], full: Bool = false
    ) async throws -> InventoryEntry {
        let folder = try TemporaryFolder()
        let repository = try TestRepository(at: folder.path("f/example.org/o/r.git"), bare: true)
        try repository.commit(files)
        return try #require(await inventory(folder.path("f"), full: full).entries.first)
    }

    static func inventory(
        _ path: String, full: Bool = false, searchesHistories: Bool = false, cache: String? = nil
    ) async throws -> Inventory {
        var options = InventoryOptions()
        options.full = full
        options.searchesHistories = searchesHistories
        options.cachePath = cache
        return try await InventoryRun(options: options, accounts: nil, index: index()).run(paths: [path]) { _ in }
    }
}
