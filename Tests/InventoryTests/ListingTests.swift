// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Listings of one snapshot after the other. Their oracle is a listing from nothing.

import Git
import TestSupport
import Testing

@testable import Inventory

@Suite("Listings")
struct ListingTests {
    private let folder: TemporaryFolder
    private let built: TestRepository

    init() throws {
        folder = try TemporaryFolder()
        built = try TestRepository(at: folder.path("a.git"), bare: true)
    }

    private func listing(_ memo: SnapshotMemo? = nil) throws -> RepositoryListing {
        let repository = try Repository(opening: built.path)
        return try RepositoryListing(
            of: CommittedTree(of: repository.headSnapshot(), in: repository), whole: false, memo: memo)
    }

    private func text(_ files: [ListedFile]) -> [String] { files.map { "\($0.path) \($0.id) \($0.mode)" } }

    @Test("a listing beside an earlier one is the one from nothing, whatever came, went or changed its kind")
    func beside() throws {
        var generator = SystemRandomNumberGenerator()
        let names = ["a", "a.js", "a.b", "a-", "LICENSE", "vendor", "README.md", "package.json", "algo.md", "c.csv"]
        var files: [String: String] = [:]
        let memo = SnapshotMemo()
        for _ in 0..<60 {
            for _ in 0..<Int.random(in: 0..<5, using: &generator) {
                let parts = (0..<Int.random(in: 1..<5, using: &generator)).compactMap { _ in
                    names.randomElement(using: &generator)
                }
                let path = parts.joined(separator: "/")
                if files.removeValue(forKey: path) != nil { continue }
                // A path is a file or a folder.
                files = files.filter { !$0.key.hasPrefix(path + "/") && !path.hasPrefix($0.key + "/") }
                files[path] = "\(Int.random(in: 0..<3, using: &generator))"
            }
            try built.commit(
                files.map { path, content in
                    let mode = content == "2" ? "160000" : path.hasSuffix("-") ? "120000" : "100644"
                    let id = Array(String(repeating: "1", count: 40).utf8)
                    return (Array(path.utf8), mode, mode == "160000" ? id : Array(content.utf8))
                })
            let (beside, alone) = (try listing(memo), try listing())
            #expect(text(beside.files) == text(alone.files))
            #expect(text(beside.tellingFiles) == text(alone.tellingFiles))
            #expect(text(beside.submodules) == text(alone.submodules))
            #expect(text(SourceSample.files(of: beside)) == text(SourceSample.files(of: alone)))
            let (content, expected) = (beside.root.content, alone.root.content)
            #expect(content.files == beside.files.count)
            #expect((content.code, content.documents) == (expected.code, expected.documents))
            #expect((content.data, content.holdsMore) == (expected.data, expected.holdsMore))
        }
    }

    @Test("what an unchanged folder holds, and what the paths of changed ones say, is taken over")
    func takenOver() throws {
        let memo = SnapshotMemo()
        try built.commit(["a/b/1.py": "1", "a/c.py": "1", "d/e/f.py": "1", "d.py": "1", "g": "1"])
        let before = try listing(memo)
        try built.commit(["a/b/1.py": "1", "a/c.py": "2", "d/e/f.py": "1", "d.py": "1", "g/h": "1"])
        let after = try listing(memo)
        #expect(after.root.entries.count == before.root.entries.count)
        func find(_ path: GitPath, in folder: ListedFolder) -> ListedFolder? {
            for case .folder(let below) in folder.entries {
                if let found = below.path == path ? below : find(path, in: below) { return found }
            }
            return nil
        }
        for path: GitPath in ["a/b", "d"] {
            let taken = try #require(find(path, in: after.root))
            #expect(taken === find(path, in: before.root), "\(path)")
        }
        #expect(find("a", in: after.root) !== find("a", in: before.root))
        let places = { (listing: RepositoryListing) in
            listing.files.filter { $0.path != "g" && $0.path != "g/h" }.map { ObjectIdentifier($0.place) }
        }
        #expect(places(after) == places(before))
        #expect(after.files.map(\.id) != before.files.map(\.id))
    }

    @Test("a file is found by its path, and where only the case of letters differs by that")
    func found() throws {
        try built.commit(["Docs/Terms.txt": "1", "docs/terms.TXT": "2", "Doc/x": "4"])
        let listing = try listing()
        #expect(listing.file(meantBy: "docs/terms.TXT", in: "README.md")?.path == "docs/terms.TXT")
        #expect(listing.file(meantBy: "DOCS/TERMS.TXT", in: "README.md")?.path == "Docs/Terms.txt")
        #expect(listing.file(meantBy: "../Docs/Terms.txt", in: "Doc/README.md")?.path == "Docs/Terms.txt")
        #expect(listing.file(meantBy: "docs", in: "README.md") == nil)
        #expect(listing.file(meantBy: "../../x", in: "Doc/README.md") == nil)
        #expect(listing.target(of: "Doc/link", "../docs/terms.TXT")?.path == "docs/terms.TXT")
        #expect(listing.target(of: "Doc/link", "../docs/TERMS.TXT") == nil)
    }
}
