// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What codescan makes of repositories that are damaged, unusual or hostile: an error with a sentence, never a crash,
// never a file outside of the repository.

import Foundation
import Git
import Languages
import TestSupport
import Testing

@Suite("Damaged and hostile repositories")
struct HostileRepositoryTests {
    let folder: TemporaryFolder
    let built: TestRepository
    let commit: String

    init() throws {
        folder = try TemporaryFolder()
        built = try TestRepository(at: folder.path("a.git"), bare: true)
        commit = try built.commit([
            "LICENSE": String(repeating: "MIT License\n", count: 500), "src/main.py": "print(1)\n", "z": "z",
        ])
    }

    private func overwrite(_ path: String, _ change: (inout Data) -> Void) throws {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        change(&bytes)
        _ = try Command.run("chmod", ["u+w", path])
        try bytes.write(to: URL(fileURLWithPath: path))
    }

    @Test("a path that is nothing, a plain folder, or a file is no repository")
    func noRepository() throws {
        #expect(throws: GitError.notFound(path: folder.path("none"))) { try Repository(opening: folder.path("none")) }
        #expect(throws: GitError.notFound(path: "")) { try Repository(opening: "") }
        #expect(throws: GitError.notFound(path: "a\\000b")) {
            do { _ = try Repository(opening: GitPath([0x61, 0x00, 0x62])) } catch {
                throw GitError.notFound(path: "a\\000b")
            }
        }
        try folder.write("hello", to: "plain/file")
        for name in ["plain", "plain/file", "a.git/objects"] {
            let error = #expect(throws: GitError.self) { try Repository(opening: folder.path(name)) }
            guard case .notARepository = error else {
                Issue.record("\(name): \(String(describing: error))")
                continue
            }
        }
    }

    @Test(
        "a .git file that leads nowhere is explained",
        arguments: ["gitdir: ../none\n", "gitdir: \n", "", "hello", "gitdir: a\u{0}b"])
    func danglingGitFile(text: String) throws {
        try folder.write(text, to: "w/.git")
        #expect(throws: GitError.self) { try Repository(opening: folder.path("w")) }
    }

    @Test("a repository without a config file is read")
    func noConfig() throws {
        try FileManager.default.removeItem(atPath: built.path + "/config")
        #expect(try Repository(opening: built.path).head().commit.hex == commit)
    }

    @Test("a repository with only packed references and no refs folder is read")
    func noReferencesFolder() throws {
        try built.git("pack-refs", "--all", "--prune")
        try FileManager.default.removeItem(atPath: built.path + "/refs")
        #expect(try Repository(opening: built.path).head().commit.hex == commit)
    }

    @Test(
        "a configuration is never obeyed, whatever it says",
        arguments: [
            "[include]\n\tpath = /etc/passwd\n", "[include]\n\tpath = /nonexistent\n", "[core\nthis is not = [",
            "[includeIf \"gitdir:/\"]\n\tpath = ../../secret\n",
            "[core]\n\tfsmonitor = /bin/false\n\tworktree = /nonexistent\n\thooksPath = /\n\tbare = false\n",
            "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialclone = origin\n\tworktreeConfig = true\n",
            "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tunheardOf = true\n",
            "[extensions]\n\tobjectformat = sha1\n\trefstorage = \"files\" # as ever\n", "\u{0}\u{1}\u{2}",
        ])
    func configuration(text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: built.path + "/config"))
        #expect(try Repository(opening: built.path).headSnapshot().commit.hex == commit)
    }

    @Test(
        "a SHA-256 repository is refused by name, with and without its configuration", arguments: [true, false])
    func sha256(hasConfiguration: Bool) throws {
        let other = try TestRepository(at: folder.path("b"), options: ["--object-format=sha256"])
        try other.commit(["a": "b"])
        let refused = GitError.unsupportedObjectFormat(path: other.path, format: "sha256")
        if hasConfiguration {
            #expect(throws: refused) { try Repository(opening: other.path) }
        } else {
            try FileManager.default.removeItem(atPath: other.path + "/.git/config")
            #expect(throws: refused) { try Repository(opening: other.path).head() }
        }
    }

    @Test("a repository whose references are a reftable is refused by name")
    func reftable() throws {
        try Data("[extensions] refStorage = reftable\n".utf8)
            .write(to: URL(fileURLWithPath: built.path + "/config"))
        #expect(throws: GitError.unsupportedReferenceFormat(path: built.path, format: "reftable")) {
            try Repository(opening: built.path)
        }
    }

    @Test(
        "a HEAD that names a file outside of refs, itself, or nonsense is damaged",
        arguments: [
            "ref: ../../../etc/passwd\n", "ref: /etc/passwd\n", "ref: refs/../config\n", "ref: HEAD\n",
            "ref: refs/heads/../../config\n", "hello\n", "", "ref: refs/heads/loop\n", "\u{0}",
        ])
    func hostileHead(text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: built.path + "/HEAD"))
        try Data("ref: refs/heads/loop\n".utf8).write(to: URL(fileURLWithPath: built.path + "/refs/heads/loop"))
        let error = #expect(throws: GitError.self) { try Repository(opening: built.path).head() }
        guard case .invalidReference = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a branch that is a link to another file shows nothing of it")
    func linkedBranch() throws {
        try? FileManager.default.removeItem(atPath: built.path + "/refs/heads/main")
        try FileManager.default.createSymbolicLink(
            atPath: built.path + "/refs/heads/main", withDestinationPath: "/etc/passwd")
        let error = #expect(throws: GitError.self) { try Repository(opening: built.path).head() }
        #expect(error?.description.contains("root") == false)
    }

    @Test("a pipe in the place of HEAD does not stop the run", .timeLimit(.minutes(10)))
    func pipe() throws {
        try FileManager.default.removeItem(atPath: built.path + "/HEAD")
        try Command.run("mkfifo", [built.path + "/HEAD"])
        #expect(throws: GitError.self) { try Repository(opening: built.path).head() }
    }

    @Test("HEAD's commit that is missing is named")
    func missingCommit() throws {
        let id = try #require(ObjectID(hex: String(repeating: "12", count: 20)))
        try Data((id.hex + "\n").utf8).write(to: URL(fileURLWithPath: built.path + "/HEAD"))
        let missing = GitError.missingObject(id, .commit, path: built.path, alternates: false)
        #expect(throws: missing) { try Repository(opening: built.path).head() }
    }

    @Test("a missing subtree is a problem of its path, and the walk goes on")
    func missingTree() throws {
        try built.unpack()
        let tree = try built.git("rev-parse", "main:src")
        try FileManager.default.removeItem(atPath: built.looseObject(tree))
        let repository = try Repository(opening: built.path)
        var paths: [String] = []
        let problems = try repository.walkTree(repository.headSnapshot().tree) { entry in
            paths.append(entry.path.string)
            return .descend
        }
        #expect(paths == ["LICENSE", "src", "z"])
        let id = try #require(ObjectID(hex: tree))
        let missing = GitError.missingObject(id, .tree, path: built.path, alternates: false)
        #expect(problems == [WalkProblem(path: "src", reason: .object(missing))])
        #expect(problems.first?.description.contains("src") == true)
    }

    @Test("a missing root tree is an error")
    func missingRoot() throws {
        try built.unpack()
        try FileManager.default.removeItem(atPath: built.looseObject(try built.git("rev-parse", "main^{tree}")))
        let repository = try Repository(opening: built.path)
        let tree = try repository.headSnapshot().tree
        #expect(throws: GitError.missingObject(tree, .tree, path: built.path, alternates: false)) {
            try repository.walkTree(tree) { _ in .descend }
        }
    }

    @Test(
        "a loose object that is cut short, empty or garbage is damaged, never a crash",
        arguments: [0, 1, 2, 10, 30, -1])
    func truncatedLoose(length: Int) throws {
        try built.unpack()
        let blob = try built.git("rev-parse", "main:LICENSE")
        try overwrite(built.looseObject(blob)) { bytes in
            bytes = length < 0 ? Data((0..<200).map { UInt8($0) }) : bytes.prefix(length)
        }
        let repository = try Repository(opening: built.path)
        let id = try #require(ObjectID(hex: blob))
        #expect(throws: GitError.self) { try repository.withBlob(id, maximumBytes: 1 << 20) { $0.count } }
    }

    @Test("another object's content under a blob's id is refused: ids are the cache's keys")
    func forgedObject() throws {
        try built.unpack()
        let blob = try built.git("rev-parse", "main:LICENSE")
        let other = try built.git("rev-parse", "main:z")
        let content = try Data(contentsOf: URL(fileURLWithPath: built.looseObject(other)))
        try overwrite(built.looseObject(blob)) { $0 = content }
        let error = #expect(throws: GitError.self) {
            try Repository(opening: built.path).withBlob(#require(ObjectID(hex: blob)), maximumBytes: 100) { $0.count }
        }
        guard case .corrupt = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a forged blob is read unchecked by who asks for it, and refused by the check")
    func uncheckedBlob() throws {
        try built.unpack()
        let blob = try built.git("rev-parse", "main:LICENSE")
        let content = try Data(
            contentsOf: URL(fileURLWithPath: built.looseObject(try built.git("rev-parse", "main:z"))))
        try overwrite(built.looseObject(blob)) { $0 = content }
        let id = try #require(ObjectID(hex: blob))
        let repository = try Repository(opening: built.path)
        let refused = try repository.withUncheckedBlob(id, maximumBytes: 100) { bytes in
            #expect(String(decoding: bytes, as: UTF8.self) == "z")
            do throws(GitError) {
                try repository.check(bytes, isBlob: id)
                return false
            } catch { return true }
        }
        #expect(refused)
    }

    @Test("a commit, or a tree, under another's id is refused: a history cannot lead back to itself")
    func forgedCommitAndTree() throws {
        let second = try built.commit(["a": "b"])
        try built.unpack()
        try overwrite(built.looseObject(commit)) { bytes in
            bytes = try! Data(contentsOf: URL(fileURLWithPath: built.looseObject(second)))
        }
        let repository = try Repository(opening: built.path)
        let chain = repository.firstParentChain(from: try repository.head().commit)
        #expect(chain.commits.map(\.commit.hex) == [second])
        guard case .unreadable(.corrupt) = chain.end else {
            Issue.record("\(chain.end)")
            return
        }
        let tree = try built.git("rev-parse", "main^{tree}")
        let other = try built.git("mktree", input: "")
        try overwrite(built.looseObject(tree)) { bytes in
            bytes = try! Data(contentsOf: URL(fileURLWithPath: built.looseObject(other)))
        }
        #expect(throws: GitError.self) {
            try repository.walkTree(#require(ObjectID(hex: tree))) { _ in .descend }
        }
    }

    @Test("a pack, or its index, that was damaged anywhere gives errors, never a crash", arguments: ["pack", "idx"])
    func damagedPack(suffix: String) throws {
        try built.git("repack", "-q", "-a", "-d")
        let packs = built.path + "/objects/pack"
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: packs).first { $0.hasSuffix("." + suffix) })
        let whole = try Data(contentsOf: URL(fileURLWithPath: packs + "/" + name))
        var random = SeededGenerator()
        for round in 0..<200 {
            try overwrite(packs + "/" + name) { bytes in
                bytes = whole
                if round % 4 == 0 {
                    bytes = whole.prefix(whole.count * round / 200)
                } else {
                    for _ in 0..<(1 + round / 20) {
                        bytes[Int(random.next() % UInt64(whole.count))] = UInt8(truncatingIfNeeded: random.next())
                    }
                }
            }
            do {
                let repository = try Repository(opening: built.path)
                let head = try repository.headSnapshot()
                var blobs: [ObjectID] = []
                _ = try repository.walkTree(head.tree) { entry in
                    if entry.mode == .file { blobs.append(entry.id) }
                    return .descend
                }
                for blob in blobs {
                    _ = try? repository.withBlob(blob, maximumBytes: 1 << 20) { $0.count }
                }
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }

    @Test("a tree that holds itself many times over ends at the limit of entries")
    func treeBomb() throws {
        // Ten entries a level, thirteen levels: 10^13 paths.
        var id = try built.git("hash-object", "-w", "--stdin", input: "x")
        for level in 0..<13 {
            let kind = level == 0 ? "100644 blob" : "040000 tree"
            id = try built.git("mktree", input: (0..<10).map { "\(kind) \(id)\t\($0)\n" }.joined())
        }
        let repository = try Repository(opening: built.path)
        var limits = WalkLimits()
        limits.entries = 100_000
        var count = 0
        let problems = try repository.walkTree(#require(ObjectID(hex: id)), limits: limits) { _ in
            count += 1
            return .descend
        }
        #expect(count == 100_000)
        #expect(problems.map(\.reason) == [.tooManyEntries(limit: 100_000)])
    }

    @Test("folders deeper than the limit are named once and not entered")
    func deepTree() throws {
        var id = try built.git("mktree", input: "")
        for _ in 0..<20 { id = try built.git("mktree", input: "040000 tree \(id)\td\n") }
        let repository = try Repository(opening: built.path)
        var limits = WalkLimits()
        limits.depth = 10
        var deepest = 0
        let problems = try repository.walkTree(#require(ObjectID(hex: id)), limits: limits) { entry in
            deepest = max(deepest, entry.path.depth)
            return .descend
        }
        #expect(deepest == 10)
        #expect(problems.map(\.reason) == [.tooDeep(limit: 10)])
    }

    @Test("names that git forbids are left out and reported", arguments: [".", "..", ".git", "a/b", ""])
    func forbiddenNames(name: String) throws {
        let blob = try built.git("rev-parse", "main:z")
        let id = try #require(ObjectID(hex: blob)).bytes
        let tree = Array("100644 ".utf8) + Array(name.utf8) + [0] + id + Array("100644 zz".utf8) + [0] + id
        let hex = try built.git(["hash-object", "-w", "-t", "tree", "--literally", "--stdin"], input: tree)
        let repository = try Repository(opening: built.path)
        var names: [String] = []
        let problems = try repository.walkTree(#require(ObjectID(hex: hex))) { entry in
            names.append(entry.path.string)
            return .descend
        }
        #expect(names == ["zz"])
        #expect(problems.map(\.reason) == [.forbiddenName])
    }

    @Test(
        "a tree or a commit that is not written as git writes them is damaged",
        arguments: ["", "100644", "100644 a", "100644 a\u{0}short", "999999 a\u{0}12345678901234567890", "xyz"])
    func malformed(content: String) throws {
        let commit = try built.git(
            ["hash-object", "-w", "-t", "commit", "--literally", "--stdin"], input: Array(content.utf8))
        let repository = try Repository(opening: built.path)
        let error = #expect(throws: GitError.self) { try repository.snapshot(of: #require(ObjectID(hex: commit))) }
        guard case .corrupt = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        guard !content.isEmpty else { return }
        let tree = try built.git(
            ["hash-object", "-w", "-t", "tree", "--literally", "--stdin"], input: Array(content.utf8))
        let id = try #require(ObjectID(hex: tree))
        let problems = try repository.walkTree(id) { _ in .descend }
        #expect(problems == [WalkProblem(path: "", reason: .malformedTree(id))])
    }

    @Test(
        "a commit's odd dates are read as git reads them, and never overflow",
        arguments: [
            ("a <b> 1704161045 +0100", "2024-01-02T02:04:05Z"), ("a <b>", "1970-01-01T00:00:00Z"),
            ("a <b> 99999999999999999999 +0000", "1970-01-01T00:00:00Z"),
            ("a <b> 9223372036854775807 +0000", "9999-12-31T23:59:59Z"),
            ("a 12 <b 13> 5 +99999999", "1970-01-01T00:00:05Z"), ("", "1970-01-01T00:00:00Z"),
            ("a <b> -1 -0000", "1969-12-31T23:59:59Z"),
        ])
    func dates(signature: String, expected: String) throws {
        let tree = try built.git("rev-parse", "main^{tree}")
        let text = "tree \(tree)\nauthor \(signature)\ncommitter \(signature)\n\nmessage\n"
        let hex = try built.git(
            ["hash-object", "-w", "-t", "commit", "--literally", "--stdin"], input: Array(text.utf8))
        let snapshot = try Repository(opening: built.path).snapshot(of: #require(ObjectID(hex: hex)))
        #expect(snapshot.committerDate.description == expected)
        #expect(snapshot.authorDate == snapshot.committerDate)
    }

    @Test("a repository of another user is read")
    func foreignOwner() throws {
        guard geteuid() == 0 else { return }
        try Command.run("chown", ["-R", "12345:12345", built.path])
        #expect(try Repository(opening: built.path).head().commit.hex == commit)
    }

    @Test("every error is one line that names the repository and says what to do", arguments: Language.allCases)
    func sentences(_ language: Language) throws {
        let id = try #require(ObjectID(hex: commit))
        let errors: [GitError] = [
            .notFound(path: "p"), .notARepository(path: "p", reason: Bilingual("it has no HEAD")),
            .unreadable(path: "p", reason: Bilingual("Permission denied")),
            .unsupportedObjectFormat(path: "p", format: "sha256"),
            .unsupportedReferenceFormat(path: "p", format: "reftable"), .unbornHead(path: "p", branch: "main"),
            .invalidReference(path: "p", name: "HEAD"), .unknownReference(path: "p", name: "refs/heads/a"),
            .missingObject(id, .blob, path: "p", alternates: false),
            .missingObject(id, .blob, path: "p", alternates: true),
            .unexpectedKind(id, expected: .tree, path: "p"), .tooLarge(id, size: 2, limit: 1, path: "p"),
            .corrupt(path: "p", message: Bilingual("m")),
        ]
        for error in errors {
            let sentence = error.sentence(language)
            #expect(sentence.hasPrefix("p\(language.colon) "))
            #expect(!sentence.contains("\n"))
            // The mend is the same command, but for what stands for a name.
            #expect(Self.command(in: sentence) == Self.command(in: error.description))
            if language != .english { #expect(sentence != error.description) }
        }
    }
}

extension HostileRepositoryTests {
    private static func command(in sentence: String) -> Substring? {
        sentence.firstRange(of: /git -C p [a-z-]+/).map { sentence[$0] }
    }
}

/// The same damage on every run (Knuth's MMIX generator).
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64 = 20_210_427

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 11
    }
}
