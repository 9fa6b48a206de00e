// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The record of what a forge says, kept beside a mirror.

import Forges
import Foundation
import Git
import TestSupport
import Testing

@Suite("forge records")
struct ForgeRecordTests {
    @Test(
        "a record lies beside its repository, with or without .git",
        arguments: [
            ("f/o/r.git", "f/o/r.forge.json"), ("f/o/r", "f/o/r.forge.json"), ("f/o/r.js", "f/o/r.js.forge.json"),
        ])
    func place(repository: String, record: String) {
        #expect(ForgeRecord.path(beside: GitPath(repository)).string == record)
    }

    @Test("a record is read as it was written")
    func roundTrip() throws {
        let folder = try TemporaryFolder()
        var record = ForgeRecord(kind: .gitlab, host: "gitlab.example.org", owner: "a/b", name: "c")
        record.isArchived = true
        record.formerNames = ["gitlab.example.org/a/old"]
        let text = String(decoding: try JSONEncoder().encode(record), as: UTF8.self)
        try folder.write(text, to: "c.forge.json")
        #expect(try ForgeRecord(beside: GitPath(folder.path("c.git"))) == record)
    }

    @Test("no record is not an error")
    func none() throws {
        let folder = try TemporaryFolder()
        #expect(try ForgeRecord(beside: GitPath(folder.path("c.git"))) == nil)
    }

    @Test(
        "a record that cannot be read is named, with the mend",
        arguments: ["", "[]", "{\"schemaVersion\": 1}", "{", String(repeating: " ", count: 1 << 20 + 1)])
    func unreadable(text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "c.forge.json")
        let error = #expect(throws: ForgeRecordError.self) { try ForgeRecord(beside: GitPath(folder.path("c.git"))) }
        #expect(error?.description.contains("c.forge.json: ") == true)
        #expect(error?.description.contains("codescan mirror") == true)
    }

    @Test("a record of a later format is refused, not misread")
    func laterFormat() throws {
        let folder = try TemporaryFolder()
        var record = ForgeRecord(kind: nil, host: "h.example.org", owner: "o", name: "c")
        record.schemaVersion = 2
        try folder.write(String(decoding: try JSONEncoder().encode(record), as: UTF8.self), to: "c.forge.json")
        let error = #expect(throws: ForgeRecordError.self) { try ForgeRecord(beside: GitPath(folder.path("c"))) }
        #expect(error?.description.contains("is of format 2") == true)
    }
}
