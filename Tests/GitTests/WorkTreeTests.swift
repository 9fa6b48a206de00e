// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The files of a work tree are those that `git status` knows, which is the oracle of these tests.

import Foundation
import TestSupport
import Testing

@testable import Git

@Suite("Work trees")
struct WorkTreeTests {
    private let folder: TemporaryFolder
    private let repository: TestRepository

    init() throws {
        folder = try TemporaryFolder()
        repository = try TestRepository(at: folder.path("r"))
    }

    private func files(at path: String? = nil) throws -> [String] {
        var found: [String] = []
        _ = try WorkTree(at: GitPath(path ?? repository.path)).walk { entry in
            if entry.mode != .directory, entry.mode != .submodule { found.append(entry.path.string) }
            return .descend
        }
        return found
    }

    /// What git lists as tracked, or untracked and not ignored, and still there.
    private func listedByGit() throws -> [String] {
        let all = try repository.git("ls-files", "--cached", "--others", "--exclude-standard", "-z").split(
            separator: "\0")
        let there = all.map(String.init).filter {
            (try? FileManager.default.attributesOfItem(atPath: repository.path + "/" + $0)) != nil
        }
        return Set(there).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    @Test("changed and untracked files count; ignored and deleted ones do not; tracked ones do whatever is ignored")
    func likeGit() throws {
        for name in ["LICENSE", "src/a.c", "build/kept.o", "gone.txt", "sub/x.log", "sub/deep/y.txt"] {
            try folder.write("1\n", to: "r/" + name)
        }
        try repository.git("add", "--all")
        try FileManager.default.removeItem(atPath: folder.path("r/gone.txt"))
        try folder.write(
            "# comment\n*.o\n/build/\n!important.o\n\n*.log\nlogs/**\nsub/deep/*\n!sub/deep/kept.txt\n\\#odd\ntrail \\ \n[a-c]?.tmp\n",
            to: "r/.gitignore")
        try folder.write("secret\n", to: "r/.git/info/exclude")
        for name in [
            "new.c", "a.o", "important.o", "build/new.c", "logs/1/2.txt", "sub/z.log", "sub/deep/new.txt",
            "sub/deep/kept.txt", "secret", "#odd", "trail  ", "aX.tmp", "dX.tmp", "sub/.gitignore", "sub/build/x.c",
            "é.c",
        ] {
            try folder.write("2\n", to: "r/" + name)
        }
        try folder.write("!z.log\n/only.txt\n", to: "r/sub/.gitignore")
        try folder.write("3\n", to: "r/sub/only.txt")
        try folder.write("3\n", to: "r/sub/deep/only.txt")
        #expect(try files().sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) } == listedByGit())
        #expect(try files().contains("build/kept.o"))
        #expect(try !files().contains("build/new.c"))
    }

    @Test(
        "patterns mean what git makes of them",
        arguments: [
            "foo/**/bar", "**/bar", "abc/**", "*.txt", "/*.txt", "a/*/c", "a?c", "a[!x]c", "[]-]x", "foo/", "!keep",
            "*",
            "a/", "a\\*b", "**", "a**b", "/**/x.txt", "foo/*\n!foo/bar",
        ])
    func patterns(pattern: String) throws {
        for name in [
            "foo/bar", "foo/x/bar", "foo/x/y/bar", "bar", "abc/1/2", "a.txt", "d/b.txt", "a/b/c", "a/b/b/c", "abc2",
            "azc",
            "axc", "]x", "-x", "keep", "a*b", "x.txt", "a-b", "foo/keep",
        ] {
            try folder.write(
                "1\n", to: "r/" + name + (name == "abc/1/2" || name == "a/b/c" || name == "bar" ? ".f" : ""))
        }
        try folder.write(pattern + "\n", to: "r/.gitignore")
        #expect(try files().sorted() == listedByGit().sorted())
    }

    @Test("a nested repository and a submodule are entries, not entered; links are listed, not followed")
    func notEntered() throws {
        try TestRepository(at: folder.path("r/nested")).commit(["x.c": "1"])
        try folder.write("1\n", to: "r/nested/LICENSE")
        try folder.write("1\n", to: "outside/LICENSE")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("r/out"), withDestinationPath: folder.path("outside"))
        try FileManager.default.createSymbolicLink(atPath: folder.path("r/loop"), withDestinationPath: "loop")
        try Command.run("mkfifo", [folder.path("r/LICENSE")])
        var modes: [String: TreeEntry.Mode] = [:]
        let tree = try WorkTree(at: GitPath(repository.path))
        _ = try tree.walk { entry in
            modes[entry.path.string] = entry.mode
            return .descend
        }
        #expect(modes == ["nested": .submodule, "out": .symlink, "loop": .symlink])
    }

    @Test("a folder that is no repository is read as it lies")
    func plainFolder() throws {
        try folder.write("1\n", to: "plain/LICENSE")
        try folder.write("1\n", to: "plain/src/a.c")
        #expect(try files(at: folder.path("plain")) == ["LICENSE", "src/a.c"])
    }

    @Test("a file's id is the one that git gives its content, a link's that of its target's path")
    func blobIDs() throws {
        try folder.write("hello\n", to: "r/a.txt")
        try FileManager.default.createSymbolicLink(atPath: folder.path("r/link"), withDestinationPath: "a.txt")
        let tree = try WorkTree(at: GitPath(repository.path))
        let expected = try repository.git("hash-object", "a.txt")
        #expect(tree.blobID(of: "a.txt", maximumBytes: 100)?.hex == expected)
        #expect(
            tree.blobID(of: "link", maximumBytes: 100)?.hex
                == (try repository.git("hash-object", "--stdin", input: "a.txt")))
        #expect(tree.blobID(of: "none", maximumBytes: 100) == nil)
    }

    @Test("a damaged index is refused with a sentence")
    func damagedIndex() throws {
        try repository.commit(["a": "1"])
        try folder.write("DIRC garbage", to: "r/.git/index")
        #expect(throws: GitError.self) { try WorkTree(at: GitPath(repository.path)) }
    }

    @Test("patterns made to take long do not")
    func hostilePatterns() throws {
        let stars = String(repeating: "*a", count: 500)
        try folder.write((0..<5_000).map { "\(stars)\($0)\n" }.joined(), to: "r/.gitignore")
        try folder.write(String(repeating: "x", count: 2 << 20), to: "r/sub/.gitignore")
        for number in 0..<20 { try folder.write("1", to: "r/" + String(repeating: "a", count: 200) + "\(number)") }
        #expect(try files().count == 22)
    }
}
