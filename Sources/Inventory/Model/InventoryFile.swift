// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// An inventory read back from what `codescan inventory --format json` or `--format jsonl` wrote.
//
//     let inventory = try Inventory(contentsOfFile: "inventory.json")

import Foundation

/// Why a file cannot be read as an inventory.
public struct InventoryReadError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file, what is wrong and how to mend it.
    public let description: String
}

extension Inventory {
    /// The versions of the format that are read.
    static let knownSchemaVersions = 1...currentSchemaVersion

    /// Reads an inventory that codescan wrote.
    /// - Throws: `InventoryReadError` when the file is missing, is something else, or is of a later format.
    public init(contentsOfFile path: String) throws(InventoryReadError) {
        let data: Data
        do {
            data = try WholeFile.data(at: path)
        } catch {
            let reason = FileManager.default.fileExists(atPath: path) ? "cannot be read" : "no such file"
            throw InventoryReadError(description: "\(path): \(reason); check the path")
        }
        try self.init(data, named: path)
    }

    /// Reads an inventory's bytes; `name` is what an error calls them.
    public init(_ data: Data, named name: String) throws(InventoryReadError) {
        func failure(_ reason: String) -> InventoryReadError { InventoryReadError(description: "\(name): \(reason)") }
        struct Header: Decodable {
            var schemaVersion: Int?
            var entries: [Ignored]?
            var license: Ignored?
        }
        struct Ignored: Decodable {
            init(from decoder: any Decoder) {}
        }
        let decoder = JSONDecoder()
        let lines = data.split(separator: UInt8(ascii: "\n"))
        do {
            if let header = try? decoder.decode(Header.self, from: data), header.entries != nil {
                guard let version = header.schemaVersion, Self.knownSchemaVersions.contains(version) else {
                    throw failure(
                        "is of format \(header.schemaVersion.map(String.init) ?? "unknown"); this codescan reads "
                            + "\(Self.currentSchemaVersion): take the inventory again, or use a newer codescan")
                }
                self = try decoder.decode(Inventory.self, from: data)
            } else if let first = lines.first, let header = try? decoder.decode(Header.self, from: Data(first)),
                header.license != nil
            {
                // JSON lines hold the entries alone.
                let entries = try lines.map { try decoder.decode(InventoryEntry.self, from: Data($0)) }
                self.init(
                    tool: .init(name: "codescan", version: "", index: ""), asOf: entries.compactMap(\.head?.date).max(),
                    entries: entries, problems: [])
            } else {
                throw failure("\(Self.whatElse(data)); codescan inventory PATH --format json writes one")
            }
        } catch let error as InventoryReadError {
            throw error
        } catch {
            throw failure(
                "is damaged\(Self.place(of: error)): take the inventory again: codescan inventory PATH --format json")
        }
    }

    /// What a file is that is no inventory.
    private static func whatElse(_ data: Data) -> String {
        guard let first = data.first(where: { !" \t\r\n".utf8.contains($0) }) else { return "is empty" }
        let isWhole = (try? JSONSerialization.jsonObject(with: data)) != nil
        return first == UInt8(ascii: "{") && !isWhole
            ? "is cut short, or no JSON" : "is no inventory"
    }

    /// Where the damage is: " at entries.12.license".
    private static func place(of error: any Error) -> String {
        let path: [any CodingKey] =
            switch error as? DecodingError {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            case .keyNotFound(let key, let context): context.codingPath + [key]
            default: []
            }
        let names = path.map { $0.intValue.map(String.init) ?? $0.stringValue }
        return names.isEmpty ? "" : " at \(names.joined(separator: "."))"
    }
}
