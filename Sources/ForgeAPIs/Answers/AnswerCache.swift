// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a forge answered, kept from run to run: a page's validators (ETag, Last-Modified), what it held and what came
// next, so that the forge need not send again what has not changed; and what was asked of single repositories, until
// they change. Everything here may fail (a full disk, another process): the forge is then asked for the whole. Tokens
// are not kept, and neither is anything that is not public.

import ForgeRecords
import Foundation
import GRDB
import HTTP

final class AnswerCache: Sendable {
    /// What tells one state of an answer from another.
    struct Validators: Hashable {
        var etag: String?
        var lastModified: String?

        init(etag: String?, lastModified: String?) {
            self.etag = etag
            self.lastModified = lastModified
        }

        init(_ headers: HTTPHeaders) {
            self.init(etag: headers["ETag"], lastModified: headers["Last-Modified"])
        }

        /// The fields that ask for an answer only when it is another (RFC 9110, section 13.1).
        var conditions: [HTTPRequest.Header] {
            [
                etag.flatMap { HTTPRequest.Header("If-None-Match", $0) },
                lastModified.flatMap { HTTPRequest.Header("If-Modified-Since", $0) },
            ].compactMap { $0 }
        }
    }

    /// Raised when the same answer can be read differently from before.
    private static let readerVersion = 1
    /// What no run asked for in so many days is forgotten.
    private static let daysKept = 90

    private let database: DatabaseQueue
    private let today: Int

    /// Opens or makes the cache of a host; a file that is no cache any more is made anew. Nil where neither can be
    /// done.
    init?(folder: String, host: String, today: Int = Int(Date().timeIntervalSince1970) / 86_400) {
        self.today = today
        let path = "\(folder)/\(host).sqlite"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if let opened = try? Self.open(path) {
            database = opened
        } else {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            guard let made = try? Self.open(path) else { return nil }
            database = made
        }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -1024")
        }
        let database = try DatabaseQueue(path: path, configuration: configuration)
        try database.write { db in
            if try Int.fetchOne(db, sql: "PRAGMA user_version") != readerVersion {
                try db.execute(sql: "DROP TABLE IF EXISTS answers; DROP TABLE IF EXISTS details")
            }
            try db.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS answers (
                        target TEXT NOT NULL PRIMARY KEY, etag TEXT, last_modified TEXT, page BLOB NOT NULL,
                        used INTEGER NOT NULL
                    );
                    CREATE TABLE IF NOT EXISTS details (
                        repository TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL, details BLOB NOT NULL,
                        used INTEGER NOT NULL
                    );
                    PRAGMA user_version = \(readerVersion)
                    """)
        }
        return database
    }

    /// What a request was answered last.
    func answer(to request: APIRequest) -> (validators: Validators, page: ForgePage)? {
        guard request.body == nil, let row = row("answers", "target", request.target) else { return nil }
        guard let page = try? JSONDecoder().decode(ForgePage.self, from: row["page"] as Data) else { return nil }
        return (Validators(etag: row["etag"], lastModified: row["last_modified"]), page)
    }

    /// Keeps an answer that has something to tell it by.
    func keep(_ page: ForgePage, _ validators: Validators, answering request: APIRequest) {
        guard request.body == nil, !validators.conditions.isEmpty, let json = try? JSONEncoder().encode(page) else {
            return
        }
        write(
            "INSERT OR REPLACE INTO answers (target, etag, last_modified, page, used) VALUES (?, ?, ?, ?, ?)",
            [request.target, validators.etag, validators.lastModified, json, today])
    }

    /// Keeps an answer no longer.
    func forget(_ request: APIRequest) {
        write("DELETE FROM answers WHERE target = ?", [request.target])
    }

    /// What was said of a repository alone when it was as it is now.
    func details(of repository: String, at state: String) -> RepositoryDetails? {
        guard let row = row("details", "repository", repository), row["state"] == state else { return nil }
        return try? JSONDecoder().decode(RepositoryDetails.self, from: row["details"] as Data)
    }

    /// Keeps what was said of a repository alone.
    func keep(_ details: RepositoryDetails, of repository: String, at state: String) {
        guard let json = try? JSONEncoder().encode(details) else { return }
        write(
            "INSERT OR REPLACE INTO details (repository, state, details, used) VALUES (?, ?, ?, ?)",
            [repository, state, json, today])
    }

    /// Forgets what was not asked for in a long time.
    func forgetUnused() {
        for table in ["answers", "details"] {
            write("DELETE FROM \(table) WHERE used < ?", [today - Self.daysKept])
        }
    }

    private func row(_ table: String, _ key: String, _ value: String) -> Row? {
        let found = try? database.read { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM \(table) WHERE \(key) = ?"), arguments: [value])
        }
        guard let row = found ?? nil else { return nil }
        if row["used"] != today { write("UPDATE \(table) SET used = ? WHERE \(key) = ?", [today, value]) }
        return row
    }

    private func write(_ sql: String, _ arguments: StatementArguments) {
        try? database.write { db in try db.cachedStatement(sql: sql).execute(arguments: arguments) }
    }
}
