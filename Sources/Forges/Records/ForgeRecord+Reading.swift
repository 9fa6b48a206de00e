// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The records of what forges say, read from beside the mirrors.
//
//     let record = try ForgeRecord(beside: "forges/github.com/etalab/taxe-habitation.git")

// Whoever knows forges knows what they say of repositories; that it has a target of its own concerns the build alone.
@_exported import ForgeRecords
import Foundation
import Git
import Languages

/// A record that cannot be read.
public struct ForgeRecordError: Error, Sendable, Hashable, Spoken {
    /// The file.
    public let file: GitPath
    /// What is wrong with it.
    public let reason: Bilingual

    /// The file, what is wrong and how to mend it.
    public func sentence(_ language: Language) -> String {
        language(
            "\(file): \(reason(.english)); run codescan mirror to have it written again",
            "\(file)\u{A0}: \(reason(.french))\u{A0}; lancez codescan mirror pour qu’il soit réécrit")
    }
}

extension ForgeRecord {
    /// The largest record that is read: 1 MiB, a thousand times a usual one.
    static let maximumBytes = 1 << 20

    /// Where the record of the repository at `path` is kept: `a/b.forge.json` for `a/b.git` and for `a/b`.
    public static func path(beside path: GitPath) -> GitPath {
        GitPath(path.bytes.dropLast(path.hasSuffix(".git") ? 4 : 0) + Array(".forge.json".utf8))
    }

    /// The record kept beside the repository at `path`; nil when there is none.
    /// - Throws: `ForgeRecordError` when there is one and it cannot be read.
    public init?(beside path: GitPath) throws(ForgeRecordError) {
        let file = Self.path(beside: path)
        func failure(_ english: String, _ french: String) -> ForgeRecordError {
            ForgeRecordError(file: file, reason: Bilingual(english, french))
        }
        let bytes: [UInt8]
        do {
            bytes = try FileSystem.read(file, maximumBytes: Self.maximumBytes)
        } catch {
            switch error {
            case .missing: return nil
            case .tooLarge:
                throw failure(
                    "larger than \(Self.maximumBytes >> 20) MiB", "dépasse \(Self.maximumBytes >> 20)\u{A0}Mio")
            case .unreadable(let reason):
                throw failure("cannot be read: \(reason(.english))", "illisible\u{A0}: \(reason(.french))")
            }
        }
        let record: ForgeRecord
        do {
            record = try JSONDecoder().decode(ForgeRecord.self, from: Data(bytes))
        } catch {
            throw failure("is not what a forge says of a repository", "n’est pas ce qu’une forge dit d’un dépôt")
        }
        guard record.schemaVersion == Self.currentSchemaVersion else {
            throw failure(
                "is of format \(record.schemaVersion); this codescan reads \(Self.currentSchemaVersion)",
                "est au format \(record.schemaVersion)\u{A0}; ce codescan lit le format \(Self.currentSchemaVersion)")
        }
        self = record
    }
}
