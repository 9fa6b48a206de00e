// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What was found in each blob, kept from run to run. A blob's object id is its content's hash and detection is a pure
// function of content and index, so an entry never grows stale: it belongs to one index and one detector version.
// Everything here may fail (a full disk, another process): the run then reads the blob again.

import Algorithms
import Foundation
import GRDB
import Git
import LicenseDetection

final class FindingsCache: Sendable {
    /// How much of a blob was read.
    enum Extent: Int64 { case whole = 0, head = 1 }

    struct Record {
        var blob: ObjectID
        var extent: Extent
        var matches: [LicenseMatch]
        /// The notice that was looked for; nil: none was looked for.
        var notice: Look? = nil
    }

    /// What a look for a notice found. A text is read according to its form, so the form belongs to the finding.
    struct Look: Codable {
        var form: TextForm
        var notice: AlgorithmNotice?
        /// How long the text is: a reading with a lower bound does not look at it.
        var bytes: Int
    }

    /// Raised when the same blob and index can give other findings than before.
    private static let detectorVersion = 8

    private let database: DatabaseQueue
    private let generation: String

    /// Opens or makes the cache; a file that is no cache any more is made anew. Nil where neither can be done.
    init?(path: String, index: LicenseIndex) {
        generation = "\(Self.detectorVersion)-\(index.metadata.fingerprint)"
        let folder = (path as NSString).deletingLastPathComponent
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if let opened = try? Self.open(path) {
            database = opened
        } else {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            guard let made = try? Self.open(path) else { return nil }
            database = made
        }
        forgetOtherGenerations()
    }

    /// What another index or detector found is never asked for again. Two ranges of the key: nothing is read where there
    /// is none of it.
    private func forgetOtherGenerations() {
        try? database.write { db in
            for side in ["<", ">"] {
                try db.execute(sql: "DELETE FROM blob_findings WHERE generation \(side) ?", arguments: [generation])
            }
        }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL") }
        let database = try DatabaseQueue(path: path, configuration: configuration)
        try database.write { db in
            try db.execute(
                sql: """
                    DROP TABLE IF EXISTS findings;
                    CREATE TABLE IF NOT EXISTS blob_findings (
                        generation TEXT NOT NULL, blob BLOB NOT NULL, extent INTEGER NOT NULL, matches BLOB NOT NULL,
                        notice BLOB, PRIMARY KEY (generation, blob, extent)
                    ) WITHOUT ROWID
                    """)
        }
        return database
    }

    func matches(_ blob: ObjectID, _ extent: Extent) -> [LicenseMatch]? {
        let stored = try? database.read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT matches FROM blob_findings WHERE generation = ? AND blob = ? AND extent = ?")
            return try Data.fetchOne(statement, arguments: [generation, Data(blob.bytes), extent.rawValue])
        }
        guard let stored else { return nil }
        return stored.isEmpty ? [] : try? JSONDecoder().decode([LicenseMatch].self, from: stored)
    }

    /// What a look at the whole blob for a notice found; nil when none was made of this form.
    func look(_ blob: ObjectID, _ form: TextForm) -> Look? {
        let stored = try? database.read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT notice FROM blob_findings WHERE generation = ? AND blob = ? AND extent = ?")
            return try Data.fetchOne(
                statement, arguments: [generation, Data(blob.bytes), Extent.whole.rawValue])
        }
        guard let stored, let look = try? JSONDecoder().decode(Look.self, from: stored), look.form == form else {
            return nil
        }
        return look
    }

    func store(_ records: [Record]) {
        if records.isEmpty { return }
        try? database.write { db in
            let statement = try db.cachedStatement(
                sql:
                    "INSERT OR REPLACE INTO blob_findings (generation, blob, extent, matches, notice) VALUES (?, ?, ?, ?, ?)"
            )
            let encoder = JSONEncoder()
            for record in records {
                let matches = record.matches.isEmpty ? Data() : try encoder.encode(record.matches)
                let look = try record.notice.map { try encoder.encode($0) }
                try statement.execute(
                    arguments: [generation, Data(record.blob.bytes), record.extent.rawValue, matches, look])
            }
        }
    }
}
