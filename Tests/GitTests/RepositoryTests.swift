// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What codescan reads of a repository, whatever shape it comes in.

import Foundation
import Git
import TestSupport
import Testing

@Suite("Repository")
struct RepositoryTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func makeRepository(_ name: String = "a.git", bare: Bool = true) throws -> (TestRepository, String) {
        let repository = try TestRepository(at: folder.path(name), bare: bare)
        return (repository, try repository.commit(["LICENSE": "MIT License\n", "src/main.py": "print(1)\n"]))
    }

    @Test("a bare repository's HEAD is a branch, a commit, a tree and dates")
    func bare() throws {
        let (built, commit) = try makeRepository()
        let repository = try Repository(opening: built.path)
        #expect(repository.kind == .bare)
        #expect(try repository.head() == Head(branch: "main", commit: #require(ObjectID(hex: commit))))
        let snapshot = try repository.headSnapshot()
        #expect(try snapshot.tree.hex == built.git("rev-parse", "main^{tree}"))
        #expect(snapshot.parents.isEmpty)
        #expect(snapshot.committerDate == GitDate(seconds: 1_704_161_045, offsetMinutes: 60))
        #expect(snapshot.committerDate.description == "2024-01-02T02:04:05Z")
        #expect(!repository.isShallow)
    }

    @Test(
        "a repository is found in its folder, its .git, and its work tree's .git file",
        arguments: [("w", RepositoryKind.workTree), ("w/.git", .bare), ("linked", .linked), ("linked/.git", .linked)])
    func shapes(name: String, kind: RepositoryKind) throws {
        let (built, commit) = try makeRepository("w", bare: false)
        try built.git("branch", "other")
        try built.git("worktree", "add", "-q", folder.path("linked"), "other")
        let repository = try Repository(opening: folder.path(name))
        #expect(repository.kind == kind)
        #expect(try repository.head().commit.hex == commit)
        #expect(try repository.head().branch == (kind == .linked ? "other" : "main"))
    }

    @Test("a submodule's .git file is followed, with a relative path")
    func submodule() throws {
        let (built, commit) = try makeRepository()
        try folder.makeFolder("super/.git/modules")
        try FileManager.default.moveItem(atPath: built.path, toPath: folder.path("super/.git/modules/sub"))
        try folder.write("gitdir: ../.git/modules/sub\n", to: "super/sub/.git")
        #expect(try Repository(opening: folder.path("super/sub")).head().commit.hex == commit)
    }

    @Test("a shallow clone is one, and its history ends where it was cut")
    func shallow() throws {
        let built = try TestRepository(at: folder.path("a.git"), bare: true)
        let commits = try built.commits(5)
        let source = "file://" + built.path
        try Command.run("git", ["clone", "-q", "--bare", "--depth", "2", source, folder.path("b.git")])
        let repository = try Repository(opening: folder.path("b.git"))
        #expect(repository.isShallow)
        let chain = try repository.firstParentChain(from: repository.head().commit)
        #expect(chain.commits.map(\.commit.hex) == [commits[4], commits[3]])
        #expect(chain.end == .shallow)
        let first = try repository.firstCommit(from: repository.head().commit, introducingAnyOf: ["counter"])
        guard case .unknown(let reason) = first else {
            Issue.record("\(first)")
            return
        }
        #expect(reason(.english).contains("--unshallow"))
    }

    @Test("packed objects and packed references are read as loose ones are", arguments: [false, true])
    func packed(isPacked: Bool) throws {
        let (built, commit) = try makeRepository()
        if isPacked {
            try built.git("gc", "-q")
            try built.git("pack-refs", "--all")
        } else {
            try built.unpack()
        }
        let repository = try Repository(opening: built.path)
        let head = try repository.headSnapshot()
        #expect(head.commit.hex == commit)
        let license = try #require(try repository.entry(at: "LICENSE", in: head.tree))
        #expect(repository.contains(license.id))
        #expect(try repository.size(ofBlob: license.id) == 12)
        let text = try repository.withBlob(license.id, maximumBytes: 12) { String(decoding: $0, as: UTF8.self) }
        #expect(text == "MIT License\n")
    }

    @Test("a detached HEAD has a commit and no branch")
    func detached() throws {
        let (built, commit) = try makeRepository()
        try built.git("update-ref", "--no-deref", "HEAD", commit)
        #expect(
            try Repository(opening: built.path).head() == Head(branch: nil, commit: #require(ObjectID(hex: commit))))
    }

    @Test("an annotated tag leads to its commit, and a name that leads out of refs is none")
    func tags() throws {
        let (built, commit) = try makeRepository()
        try built.git("tag", "-a", "-m", "one", "v1", "main")
        try built.git("tag", "-a", "-m", "two", "v2", "v1")
        let repository = try Repository(opening: built.path)
        #expect(try repository.commit(ofReference: "refs/tags/v2").hex == commit)
        for name in ["refs/tags/none", "refs/../HEAD", "../../etc/passwd", "HEAD", ""] {
            #expect(throws: GitError.unknownReference(path: built.path, name: name)) {
                try repository.commit(ofReference: name)
            }
        }
    }

    @Test("a HEAD that is a symbolic link, as in the oldest repositories, is read")
    func linkedHead() throws {
        let (built, commit) = try makeRepository()
        try FileManager.default.removeItem(atPath: built.path + "/HEAD")
        try FileManager.default.createSymbolicLink(
            atPath: built.path + "/HEAD", withDestinationPath: "refs/heads/main")
        #expect(try Repository(opening: built.path).head().commit.hex == commit)
    }

    @Test("a new repository, and one whose HEAD names a branch that is gone, are unborn", arguments: [false, true])
    func unborn(hasOtherBranch: Bool) throws {
        let built = try TestRepository(at: folder.path("a.git"), bare: true, branch: "gone/away")
        if hasOtherBranch {
            try built.commit(["a": "b"], on: "main")
            try built.git("pack-refs", "--all")
        }
        let repository = try Repository(opening: built.path)
        #expect(throws: GitError.unbornHead(path: built.path, branch: "gone/away")) { try repository.head() }
        // The name is a folder of the branch that HEAD names.
        try built.commit(["a": "b"], on: "gone/away")
        try built.git("symbolic-ref", "HEAD", "refs/heads/gone")
        #expect(throws: GitError.unbornHead(path: built.path, branch: "gone")) { try repository.head() }
    }

    @Test("a partial clone's missing blob is missing, and everything else is read")
    func partialClone() throws {
        let (built, _) = try makeRepository()
        try built.git("config", "uploadpack.allowFilter", "true")
        try Command.run(
            "git",
            ["clone", "-q", "--bare", "--filter=blob:none", "file://" + built.path, folder.path("b.git")])
        let repository = try Repository(opening: folder.path("b.git"))
        let license = try #require(try repository.entry(at: "LICENSE", in: repository.headSnapshot().tree))
        #expect(!repository.contains(license.id))
        let missing = GitError.missingObject(license.id, .blob, path: folder.path("b.git"), alternates: false)
        #expect(throws: missing) { try repository.size(ofBlob: license.id) }
        #expect(throws: missing) { try repository.withBlob(license.id, maximumBytes: 100) { $0.count } }
    }

    @Test("a clone that borrows its objects says so, and how to bring them in")
    func alternates() throws {
        let (built, _) = try makeRepository()
        try Command.run("git", ["clone", "-q", "--bare", "--shared", built.path, folder.path("b.git")])
        let repository = try Repository(opening: folder.path("b.git"))
        let error = #expect(throws: GitError.self) { try repository.headSnapshot() }
        #expect(error?.description.contains("repack -a -d") == true)
        try TestRepository(existing: folder.path("b.git")).git("repack", "-q", "-a", "-d")
        #expect(throws: Never.self) { try repository.headSnapshot() }
    }

    @Test("a mirror that is repacked while it is open goes on being read")
    func repacked() throws {
        let (built, _) = try makeRepository()
        let repository = try Repository(opening: built.path)
        let tree = try repository.headSnapshot().tree
        try built.unpack()
        try built.git("repack", "-q", "-a", "-d")
        #expect(try repository.entry(at: "src/main.py", in: tree) != nil)
    }

    @Test("a blob beyond the caller's limit is refused by its size, and is not a commit")
    func limits() throws {
        let (built, commit) = try makeRepository()
        let repository = try Repository(opening: built.path)
        let license = try #require(try repository.entry(at: "LICENSE", in: repository.headSnapshot().tree)).id
        #expect(throws: GitError.tooLarge(license, size: 12, limit: 11, path: built.path)) {
            try repository.withBlob(license, maximumBytes: 11) { $0.count }
        }
        let head = try #require(ObjectID(hex: commit))
        #expect(throws: GitError.unexpectedKind(head, expected: .blob, path: built.path)) {
            try repository.size(ofBlob: head)
        }
        #expect(throws: GitError.unexpectedKind(license, expected: .commit, path: built.path)) {
            try repository.snapshot(of: license)
        }
    }

    @Test("packed objects are counted, loose ones estimated")
    func objectCount() throws {
        let built = try TestRepository(at: folder.path("count.git"), bare: true)
        #expect(try Repository(opening: built.path).estimatedObjectCount == 0)
        try built.commits(100)
        // A commit, its tree and its only file's blob, a hundred times.
        #expect(try Repository(opening: built.path).estimatedObjectCount == 300)
        try built.unpack()
        #expect((1...1_000).contains(try Repository(opening: built.path).estimatedObjectCount))
    }

    @Test("what the body of withBlob throws comes out unchanged, and an empty blob has no bytes")
    func bodies() throws {
        struct Stop: Error {}
        let built = try TestRepository(at: folder.path("a.git"), bare: true)
        try built.commit(["empty": ""])
        let repository = try Repository(opening: built.path)
        let empty = try #require(try repository.entry(at: "empty", in: repository.headSnapshot().tree)).id
        #expect(try repository.withBlob(empty, maximumBytes: 0) { $0.count } == 0)
        #expect(throws: Stop.self) { try repository.withBlob(empty, maximumBytes: 0) { _ in throw Stop() } }
    }

    @Test("nothing is written into a repository that is read")
    func untouched() throws {
        let (built, _) = try makeRepository()
        func listing() throws -> String {
            try Command.run("find", [built.path, "-printf", "%p %s %T@ %m\\n"])
        }
        let before = try listing()
        let repository = try Repository(opening: built.path)
        let head = try repository.headSnapshot()
        _ = try repository.walkTree(head.tree) { _ in .descend }
        _ = repository.firstCommit(from: head.commit, introducingAnyOf: ["LICENSE"])
        #expect(try listing() == before)
    }
}
