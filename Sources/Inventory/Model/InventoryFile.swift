// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// An inventory read back from what `codescan inventory --format json` or `--format jsonl` wrote.
//
//     let inventory = try Inventory(contentsOfFile: "inventory.json")

import Foundation
import Languages

/// Why a file cannot be read as an inventory.
public struct InventoryReadError: Error, Sendable, Equatable, Spoken {
    /// What an error calls the file.
    let file: String
    /// What is wrong and how to mend it.
    let message: Bilingual

    /// The file, what is wrong and how to mend it.
    public func sentence(_ language: Language) -> String { "\(file)\(language.colon) \(message(language))" }
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
            let isThere = FileManager.default.fileExists(atPath: path)
            throw InventoryReadError(
                file: path,
                message: isThere
                    ? Bilingual("cannot be read; check the path", "illisible\u{A0}; vérifiez le chemin")
                    : Bilingual("no such file; check the path", "aucun fichier de ce nom\u{A0}; vérifiez le chemin"))
        }
        try self.init(data, named: path)
    }

    /// Reads an inventory's bytes; `name` is what an error calls them.
    public init(_ data: Data, named name: String) throws(InventoryReadError) {
        func failure(_ english: String, _ french: String) -> InventoryReadError {
            InventoryReadError(file: name, message: Bilingual(english, french))
        }
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
                    let found = header.schemaVersion.map(String.init)
                    throw failure(
                        "is of format \(found ?? "unknown"); this codescan reads \(Self.currentSchemaVersion): take the "
                            + "inventory again, or use a newer codescan",
                        "est au format \(found ?? "inconnu")\u{A0}; ce codescan lit le format \(Self.currentSchemaVersion)\u{A0}: "
                            + "refaites l’inventaire, ou prenez un codescan plus récent")
                }
                self = try decoder.decode(Inventory.self, from: data)
            } else if let first = lines.first, let header = try? decoder.decode(Header.self, from: Data(first)),
                header.license != nil
            {
                // JSON lines hold the entries alone.
                let entries = try lines.map { try decoder.decode(InventoryEntry.self, from: Data($0)) }
                self.init(
                    tool: .init(name: "codescan", version: "", index: ""),
                    asOf: Self.newestDate(of: entries, until: .now),
                    entries: entries, problems: [])
            } else {
                let what = Self.whatElse(data)
                throw failure(
                    "\(what(.english)); codescan inventory PATH --format json writes one",
                    "\(what(.french))\u{A0}; codescan inventory CHEMIN --format json en écrit un")
            }
        } catch let error as InventoryReadError {
            throw error
        } catch {
            let place = Self.place(of: error)
            throw failure(
                "is damaged\(place.map { " at \($0)" } ?? ""): take the inventory again: "
                    + "codescan inventory PATH --format json",
                "est abîmé\(place.map { " à \($0)" } ?? "")\u{A0}: refaites l’inventaire\u{A0}: "
                    + "codescan inventory CHEMIN --format json")
        }
    }

    /// What a file is that is no inventory.
    private static func whatElse(_ data: Data) -> Bilingual {
        guard let first = data.first(where: { !" \t\r\n".utf8.contains($0) }) else {
            return Bilingual("is empty", "est vide")
        }
        let isWhole = (try? JSONSerialization.jsonObject(with: data)) != nil
        return first == UInt8(ascii: "{") && !isWhole
            ? Bilingual("is cut short, or no JSON", "est tronqué, ou n’est pas du JSON")
            : Bilingual("is no inventory", "n’est pas un inventaire")
    }

    /// Where the damage is: "entries.12.license".
    private static func place(of error: any Error) -> String? {
        let path: [any CodingKey] =
            switch error as? DecodingError {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            case .keyNotFound(let key, let context): context.codingPath + [key]
            default: []
            }
        let names = path.map { $0.intValue.map(String.init) ?? $0.stringValue }
        return names.isEmpty ? nil : names.joined(separator: ".")
    }
}
