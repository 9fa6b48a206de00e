// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

import Forges
import Foundation
import Git
import TestSupport
import Testing

@testable import Mirroring

@Suite("The tree of mirrors follows what forges say")
struct MirrorTreeTests {
    private let folder: TemporaryFolder
    private let tree: MirrorTree

    init() throws {
        folder = try TemporaryFolder()
        tree = MirrorTree(root: folder.path("forges"))
    }

    private func place(_ name: String, owner: String = "owner") throws -> MirrorPlace {
        try #require(MirrorPlace(host: "forge.example.org", owner: owner, name: name))
    }

    private func record(_ place: MirrorPlace, id: String?) -> ForgeRecord {
        var record = ForgeRecord(kind: .gitea, host: place.host, owner: place.owner, name: place.name)
        record.id = id
        return record
    }

    /// A mirror with one commit and its record.
    private func make(_ place: MirrorPlace, id: String?) throws {
        try tree.write(record(place, id: id), at: place)
        _ = try TestRepository(at: tree.path(of: place), bare: true)
    }

    @Test("a repository under a new name is known by its id, and what is left of the old name is nothing")
    func moved() throws {
        let (old, new) = (try place("old"), try place("new", owner: "other/group"))
        try make(old, id: "7")
        var known = KnownMirrors(of: "forge.example.org", in: tree)
        #expect(known.place(of: record(new, id: "7"), at: new) == old)
        try tree.move(from: old, to: new, record: record(new, id: "7"))
        known.meet(record(new, id: "7"), at: new, before: old)
        #expect(known.missing(from: nil).isEmpty)
        #expect(tree.hasMirror(new) && !tree.hasMirror(old) && tree.record(of: old) == nil)
        #expect(!FileManager.default.fileExists(atPath: folder.path("forges/forge.example.org/owner")))
        #expect(Array(tree.records(of: "forge.example.org")).map(\.place) == [new])
    }

    @Test("a move that was interrupted after the mirror moved is made again")
    func interruptedMove() throws {
        let (old, new) = (try place("old"), try place("new"))
        try make(old, id: "7")
        try FileManager.default.moveItem(atPath: tree.path(of: old), toPath: tree.path(of: new))
        let known = KnownMirrors(of: "forge.example.org", in: tree)
        #expect(known.place(of: record(new, id: "7"), at: new) == old)
        try tree.move(from: old, to: new, record: record(new, id: "7"))
        #expect(tree.hasMirror(new) && tree.record(of: new)?.id == "7" && tree.record(of: old) == nil)
    }

    @Test("of two records with one id, the one with a mirror counts")
    func twoRecords() throws {
        let (old, new) = (try place("old"), try place("new"))
        try make(new, id: "7")
        try tree.write(record(old, id: "7"), at: old)
        let known = KnownMirrors(of: "forge.example.org", in: tree)
        #expect(known.place(of: record(new, id: "7"), at: new) == new)
    }

    @Test("another repository that took over a name is not taken for the one that had it")
    func takenName() throws {
        let name = try place("name")
        try make(name, id: "7")
        let known = KnownMirrors(of: "forge.example.org", in: tree)
        #expect(known.place(of: record(name, id: "8"), at: name) == nil)
        #expect(known.isTaken(name, byAnotherThan: record(name, id: "8")))
        #expect(!known.isTaken(name, byAnotherThan: record(name, id: "7")))
    }

    @Test("what an account's listing did not show is missing from it, and from no other account")
    func missing() throws {
        let (one, other, kept) = (try place("one"), try place("two", owner: "other"), try place("kept"))
        for (place, id) in [(one, "1"), (other, "2"), (kept, "3")] { try make(place, id: id) }
        var known = KnownMirrors(of: "forge.example.org", in: tree)
        known.meet(record(kept, id: "3"), at: kept, before: kept)
        #expect(known.missing(from: "OWNER") == [one])
        #expect(known.missing(from: nil) == [one, other].sorted())
        known.markVanished(one)
        #expect(known.missing(from: "owner").isEmpty)
    }

    @Test("one run has a tree at a time, and the next one removes what an interrupted one left aside")
    func lock() throws {
        let lock = try tree.open()
        #expect(throws: LockedError.self) { try tree.open() }
        try folder.write("half", to: "forges/.codescan/incoming/half.git/HEAD")
        lock.release()
        let again = try tree.open()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("forges/.codescan/incoming")).isEmpty)
        again.release()
    }
}

@Suite("A mirror's folder is a repository at every moment")
struct MirrorFolderTests {
    private let folder: TemporaryFolder
    private let mirror: MirrorFolder

    init() throws {
        folder = try TemporaryFolder()
        mirror = MirrorFolder(path: folder.path("a.git"))
    }

    @Test("a prepared folder is an empty repository, and its configuration is codescan's, whatever stood there")
    func prepared() throws {
        try folder.write("[include]\n\tpath = /etc/passwd\n[core]\n\tfsmonitor = /bin/false\n", to: "a.git/config")
        try folder.write("/elsewhere\n", to: "a.git/objects/info/alternates")
        try mirror.prepare(url: #"https://example.org/a"b\c"#, branches: .all)
        let configuration = try String(contentsOfFile: folder.path("a.git/config"), encoding: .utf8)
        #expect(configuration.contains(#"url = "https://example.org/a\"b\\c""#))
        #expect(!configuration.contains("include") && !configuration.contains("fsmonitor"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("a.git/objects/info/alternates")))
        #expect(mirror.isWhole)
        #expect(throws: GitError.self) { try Repository(opening: folder.path("a.git")).headSnapshot() }
    }

    @Test("what a killed copy left is swept away, and whole packs stay")
    func swept() throws {
        for name in [
            "objects/pack/pack_git2_x1", "objects/pack/tmp_pack_x2", "objects/pack/pack-1.pack", "packed-refs.lock",
            "HEAD.lock",
            "refs/heads/main.lock", "objects/pack/pack-2.pack", "objects/pack/pack-2.idx", "codescan.lock",
        ] { try folder.write("x", to: "a.git/" + name) }
        try mirror.prepare(url: "https://example.org/a/b", branches: .all)
        let packs = try FileManager.default.contentsOfDirectory(atPath: folder.path("a.git/objects/pack")).sorted()
        #expect(packs == ["pack-2.idx", "pack-2.pack"])
        let top = try FileManager.default.contentsOfDirectory(atPath: folder.path("a.git")).sorted()
        #expect(top == ["HEAD", "codescan.lock", "config", "objects", "refs"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("a.git/refs/heads")).isEmpty)
    }

    @Test("published references are those that are read, loose ones that would hide them are gone")
    func published() throws {
        try mirror.prepare(url: "https://example.org/a/b", branches: .all)
        let id = try #require(ObjectID(hex: "0123456789abcdef0123456789abcdef01234567"))
        try folder.write("\(String(repeating: "1", count: 40))\n", to: "a.git/refs/heads/main")
        let references = [
            RemoteReference(name: "refs/heads/main", id: id), RemoteReference(name: "refs/tags/v1", id: id, peeled: id),
        ]
        #expect(!mirror.holds(references, head: "refs/heads/main"))
        try mirror.publish(references, head: "refs/heads/main")
        let packed = try String(contentsOfFile: folder.path("a.git/packed-refs"), encoding: .utf8)
        #expect(
            packed
                == "# pack-refs with: peeled fully-peeled sorted \n\(id) refs/heads/main\n\(id) refs/tags/v1\n^\(id)\n")
        #expect(!FileManager.default.fileExists(atPath: folder.path("a.git/refs/heads/main")))
        // The same references again are not news, but for the commit that is not here.
        #expect(!mirror.holds(references, head: "refs/heads/main") && !mirror.isWhole)
    }
}
