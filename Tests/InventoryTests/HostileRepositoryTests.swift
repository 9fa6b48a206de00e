// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What must not stop a run: damaged repositories, and files named LICENSE that are anything but a licence.

import Foundation
@testable import Inventory
import TestSupport
import Testing

@Suite("Failing well", .enabled(if: Support.isReady, "needs the index: run make test"))
struct HostileRepositoryTests {
    private func file(_ path: String, _ mode: String, _ content: [UInt8]) -> (
        path: [UInt8], mode: String, content: [UInt8]
    ) {
        (Array(path.utf8), mode, content)
    }

    @Test("a repository without a commit is empty, and no error")
    func unborn() async throws {
        let folder = try TemporaryFolder()
        _ = try TestRepository(at: folder.path("r.git"), bare: true)
        let entry = try await Support.inventory(folder.path("r.git")).entries[0]
        #expect(entry.kind == .empty)
        #expect(entry.head == nil)
        #expect(entry.errors.isEmpty)
        #expect(entry.license.status == .missing)
    }

    @Test("a corrupt repository has its entry with the error, and the others are read")
    func corrupt() async throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b", "c"] {
            let repository = try TestRepository(at: folder.path("f/example.org/o/\(name).git"), bare: true)
            let head = try repository.commit(["LICENSE": Support.text("mit"), "a.py": name])
            if name == "b" {
                try repository.unpack()
                try Data("damaged".utf8).write(to: URL(fileURLWithPath: repository.looseObject(head)))
            }
        }
        let inventory = try await Support.inventory(folder.path("f"))
        #expect(inventory.entries.map(\.name) == ["a", "b", "c"])
        #expect(inventory.entries.map(\.errors.isEmpty) == [true, false, true])
        #expect(inventory.entries[2].license.expression?.description == "MIT")
        #expect(inventory.summary.withErrors == 1)
    }

    @Test("another text under a licence's id is no evidence", arguments: [nil, "findings.sqlite"])
    func forged(cache: String?) async throws {
        let folder = try TemporaryFolder()
        let repository = try TestRepository(at: folder.path("r.git"), bare: true)
        try repository.commit(["LICENSE": Support.text("mit"), "a.py": Support.text("apache-2.0")])
        let blob = try repository.git("rev-parse", "main:LICENSE")
        let other = try repository.git("rev-parse", "main:a.py")
        try repository.unpack()
        try FileManager.default.removeItem(atPath: repository.looseObject(blob))
        try FileManager.default.copyItem(atPath: repository.looseObject(other), toPath: repository.looseObject(blob))
        let entry = try await Support.inventory(folder.path("r.git"), cache: cache.map(folder.path)).entries[0]
        #expect(entry.skipped == [SkippedFile(path: "LICENSE", reason: .unreadable)])
        #expect(entry.errors.count == 1)
        #expect(!entry.license.evidence.contains { $0.path == "LICENSE" })
    }

    @Test("a legal file whose blob is missing is skipped, and named in the conclusion")
    func missingBlob() async throws {
        let folder = try TemporaryFolder()
        let repository = try TestRepository(at: folder.path("r.git"), bare: true)
        try repository.commit(["LICENSE": "Permission", "a.py": "1"])
        let blob = try repository.git("rev-parse", "main:LICENSE")
        try repository.unpack()
        try FileManager.default.removeItem(atPath: repository.looseObject(blob))
        let entry = try await Support.inventory(folder.path("r.git")).entries[0]
        #expect(entry.skipped == [SkippedFile(path: "LICENSE", reason: .missing)])
        #expect(entry.license.freeSoftware.rawValue == "unknown")
        #expect(entry.license.explanation.contains("LICENSE"))
        #expect(entry.errors.isEmpty)
    }

    @Test("a LICENSE that is a link out of the tree is not followed")
    func linkOut() async throws {
        let entry = try await Support.entry([
            file("LICENSE", "120000", Array("/etc/passwd".utf8)), file("a.py", "100644", [0x31]),
        ])
        #expect(entry.skipped == [SkippedFile(path: "LICENSE", reason: .unreadable)])
        #expect(entry.license.expression == nil)
    }

    @Test("a LICENSE that is a link inside the tree is followed")
    func linkIn() async throws {
        let text = Array(try Support.text("mit").utf8)
        let entry = try await Support.entry([
            file("LICENSE", "120000", Array("legal/../legal/mit.txt".utf8)), file("legal/mit.txt", "100644", text),
        ])
        #expect(entry.license.expression?.description == "MIT")
    }

    @Test("links that lead round in a circle end")
    func linkLoop() async throws {
        let entry = try await Support.entry([
            file("LICENSE", "120000", Array("COPYING".utf8)), file("COPYING", "120000", Array("LICENSE".utf8)),
        ])
        #expect(entry.skipped.map(\.reason) == [.unreadable, .unreadable])
    }

    @Test("a LICENSE that is a submodule is not there")
    func submodule() async throws {
        let commit = Array(String(repeating: "1", count: 40).utf8)
        let entry = try await Support.entry([file("LICENSE", "160000", commit), file("a.py", "100644", [0x31])])
        #expect(entry.skipped == [SkippedFile(path: "LICENSE", reason: .missing)])
        #expect(entry.license.expression == nil)
    }

    @Test("a LICENSE that is a folder is read file by file")
    func folder() async throws {
        let entry = try await Support.entry(["LICENSE/mit.txt": Support.text("mit"), "a.py": "1"])
        #expect(entry.license.expression?.description == "MIT")
    }

    @Test("an empty LICENSE is no licence, and is said")
    func empty() async throws {
        let entry = try await Support.entry(["LICENSE": "\n", "package.json": "{\"license\":\"MIT\"}"])
        #expect(entry.license.expression?.description == "MIT")
        #expect(entry.license.conflicts == ["LICENSE is empty"])
    }

    @Test("a manifest that its parser refuses is skipped, with the line and the mend")
    func brokenManifests() async throws {
        let entry = try await Support.entry([
            "package.json": "{\n\"license\" \"MIT\"\n}", "Cargo.toml": "[package]\nlicense = MIT\n",
            "REUSE.toml": "version = 1\n[[annotations]\n", "composer.json": "{\"license\": \"ISC\"}",
        ])
        #expect(entry.license.expression?.description == "ISC")
        #expect(entry.skipped.allSatisfy { $0.reason == .unreadable })
        let details = entry.skipped.map { "\($0.path): \($0.detail ?? "")" }.sorted()
        #expect(details.count == 3)
        for (detail, start) in zip(details, ["Cargo.toml: line 2:", "REUSE.toml: line 2:", "package.json: line 2:"]) {
            #expect(detail.hasPrefix(start) && detail.hasSuffix("mend its syntax"), "\(detail)")
        }
    }

    @Test("a LICENSE beyond the limit is skipped, not read")
    func tooLarge() async throws {
        let huge = [UInt8](repeating: 0x61, count: (20 << 20) + 1)
        let entry = try await Support.entry([file("LICENSE", "100644", huge), file("a.py", "100644", [0x31])])
        #expect(entry.skipped == [SkippedFile(path: "LICENSE", reason: .tooLarge)])
        #expect(entry.license.freeSoftware.rawValue == "unknown")
    }

    @Test("a binary LICENSE, and a Git LFS pointer, are not texts")
    func notText() async throws {
        let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
        let entry = try await Support.entry([
            file("LICENSE", "100644", [0, 1, 2, 0, 3]), file("COPYING", "100644", Array(pointer.utf8)),
        ])
        #expect(Set(entry.skipped.map(\.reason)) == [.binary, .missing])
    }

    @Test("Latin-1 and UTF-16 are read", arguments: [String.Encoding.isoLatin1, .utf16LittleEndian, .utf16])
    func encodings(_ encoding: String.Encoding) async throws {
        // A no-break space and an accent stand for what Latin-1 holds; the text's typographic quotes it does not.
        let text = try Support.text("cecill-2.1-fr").unicodeScalars.map { $0.value < 0x100 ? String($0) : "'" }.joined()
        let bytes = [UInt8](try #require(text.data(using: encoding)))
        let entry = try await Support.entry([file("LICENSE", "100644", bytes)])
        #expect(entry.license.expression?.description == "CECILL-2.1")
    }

    @Test("a README in UTF-16 says its licence as one in UTF-8 does")
    func readmeInUTF16() async throws {
        let text = "# Outil\n\n## Licence\n\nPublié sous licence MIT.\n"
        let bytes = [UInt8](try #require(text.data(using: .utf16)))
        let entry = try await Support.entry([file("README.md", "100644", bytes), file("a.py", "100644", [0x31])])
        #expect(entry.license.expression?.description == "MIT")
        #expect(entry.license.evidence.first?.lines == [5, 5])
    }

    @Test("a path with line breaks and bytes that are not UTF-8 is listed")
    func oddPaths() async throws {
        let path: [UInt8] = Array("caf".utf8) + [0xe9, 0x0a] + Array("/LICENSE".utf8)
        let entry = try await Support.entry(
            [
                (path: path, mode: "100644", content: Array(try Support.text("mit").utf8)),
                file("a.py", "100644", [0x31]),
            ])
        #expect(entry.license.other == ["MIT"])
        #expect(entry.errors.isEmpty)
    }

    @Test("the cache gives what reading gives, and a damaged one is made anew")
    func cache() async throws {
        let folder = try TemporaryFolder()
        let repository = try TestRepository(at: folder.path("r.git"), bare: true)
        try repository.commit(["LICENSE": Support.text("mit"), "a.py": "1"])
        let cache = folder.path("cache/findings.sqlite")
        let fresh = try await Support.inventory(folder.path("r.git"), full: true)
        let first = try await Support.inventory(folder.path("r.git"), full: true, cache: cache)
        let second = try await Support.inventory(folder.path("r.git"), full: true, cache: cache)
        #expect(first == fresh)
        #expect(second == fresh)
        try Data("not a database, and longer than a header is".utf8).write(to: URL(fileURLWithPath: cache))
        #expect(try await Support.inventory(folder.path("r.git"), full: true, cache: cache) == fresh)
    }

    @Test("several jobs give the same inventory as one")
    func jobs() async throws {
        let folder = try TemporaryFolder()
        for i in 0..<12 {
            let repository = try TestRepository(at: folder.path("f/example.org/o/r\(i).git"), bare: true)
            try repository.commit(["LICENSE": Support.text(i % 2 == 0 ? "mit" : "apache-2.0"), "a.py": "\(i)"])
        }
        var options = InventoryOptions()
        let one = try await InventoryRun(options: options, accounts: nil, index: Support.index())
            .run(paths: [folder.path("f")]) { _ in }
        options.jobs = 4
        let four = try await InventoryRun(options: options, accounts: nil, index: Support.index())
            .run(paths: [folder.path("f")]) { _ in }
        #expect(one == four)
        #expect(one.entries.count == 12)
    }
}
