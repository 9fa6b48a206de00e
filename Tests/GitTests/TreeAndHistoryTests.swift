// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Trees, paths, ids and histories.

import Git
import Languages
import TestSupport
import Testing

@Suite("Trees and histories")
struct TreeAndHistoryTests {
    let folder: TemporaryFolder
    let built: TestRepository

    init() throws {
        folder = try TemporaryFolder()
        built = try TestRepository(at: folder.path("a.git"), bare: true)
    }

    @Test("a walk gives every entry, a folder before its content, in git's order")
    func order() throws {
        try built.commit(["a/b/c": "1", "a.txt": "2", "a0": "3", "B": "4", "z/y": "5"])
        let repository = try Repository(opening: built.path)
        var paths: [String] = []
        let problems = try repository.walkTree(repository.headSnapshot().tree) { entry in
            paths.append(entry.path.string)
            return .descend
        }
        #expect(problems.isEmpty)
        #expect(
            try paths == built.git("ls-tree", "-r", "-t", "--name-only", "main").split(separator: "\n").map(String.init)
        )
        #expect(paths == ["B", "a.txt", "a", "a/b", "a/b/c", "a0", "z", "z/y"])
    }

    @Test("entries of a folder compare as the walk meets them, and a file is not the folder of its name")
    func orderOfEntries() throws {
        try built.commit([
            "d/a/b": "1", "d/a.txt": "2", "d/a0": "3", "d/B": "4", "d/a/c/e": "5", "d/a-": "6", "a/b": "7", "a.b": "8",
        ])
        let repository = try Repository(opening: built.path)
        for folder in ["", "d", "d/a"] {
            var met: [(path: GitPath, isFolder: Bool)] = []
            _ = try repository.walkTree(repository.headSnapshot().tree) { entry in
                guard entry.folder.string == folder else { return .descend }
                #expect(entry.depth == (folder.isEmpty ? 0 : GitPath(folder).depth + 1))
                #expect(met.allSatisfy { entry.order(beside: $0.path, isFolder: $0.isFolder) > 0 })
                let isFolder = entry.mode == .directory
                #expect(entry.order(beside: entry.path, isFolder: isFolder) == 0)
                #expect((entry.order(beside: entry.path, isFolder: !isFolder) > 0) == isFolder)
                met.append((entry.path, isFolder))
                return .descend
            }
            #expect(met.count >= 2)
            _ = try repository.walkTree(repository.headSnapshot().tree) { entry in
                guard entry.folder.string == folder else { return .descend }
                met.removeFirst()
                #expect(met.allSatisfy { entry.order(beside: $0.path, isFolder: $0.isFolder) < 0 })
                return .descend
            }
        }
    }

    @Test("a walk skips the folders it is told to and stops when it is told to")
    func decisions() throws {
        try built.commit(["a/b": "1", "c/d": "2", "e": "3", "f": "4"])
        let repository = try Repository(opening: built.path)
        var paths: [String] = []
        _ = try repository.walkTree(repository.headSnapshot().tree) { entry in
            paths.append(entry.path.string)
            return entry.path == "a" ? .skip : entry.path == "e" ? .stop : .descend
        }
        #expect(paths == ["a", "c", "c/d", "e"])
    }

    @Test("modes are files, executables, links, folders and submodules")
    func modes() throws {
        let submodule = Array(String(repeating: "ab", count: 20).utf8)
        try built.commit([
            (path: Array("file".utf8), mode: "100644", content: [1]),
            (path: Array("link".utf8), mode: "120000", content: Array("/etc/passwd".utf8)),
            (path: Array("run".utf8), mode: "100755", content: [2]),
            (path: Array("sub/module".utf8), mode: "160000", content: submodule),
        ])
        let repository = try Repository(opening: built.path)
        var modes: [String: TreeEntry.Mode] = [:]
        let problems = try repository.walkTree(repository.headSnapshot().tree) { entry in
            modes[entry.path.string] = entry.mode
            return .descend
        }
        #expect(problems.isEmpty)
        #expect(
            modes == [
                "file": .file, "link": .symlink, "run": .executable, "sub": .directory, "sub/module": .submodule,
            ])
    }

    @Test("paths with line breaks and bytes that are not UTF-8 survive")
    func oddPaths() throws {
        let odd: [[UInt8]] = [
            Array("a\nb".utf8), Array("caf".utf8) + [0xE9], [0xFF, 0xFE], Array("tab\t\"quote\"".utf8),
            Array("é".utf8), Array("=cmd".utf8),
        ]
        try built.commit(odd.map { (path: $0, mode: "100644", content: $0) })
        let repository = try Repository(opening: built.path)
        let tree = try repository.headSnapshot().tree
        var paths: Set<[UInt8]> = []
        _ = try repository.walkTree(tree) { entry in
            paths.insert(entry.path.bytes)
            return .descend
        }
        #expect(paths == Set(odd))
        for path in odd {
            let entry = try #require(try repository.entry(at: GitPath(path), in: tree))
            #expect(try repository.withBlob(entry.id, maximumBytes: 100) { Array($0) } == path)
        }
        #expect(GitPath(odd[1]).string == "caf\\351")
        #expect(GitPath(odd[2]).string == "\\377\\376")
        #expect(GitPath(odd[4]).string == "é")
    }

    @Test("a folder of 10,000 entries is read whole")
    func wideTree() throws {
        try built.commit(Dictionary(uniqueKeysWithValues: (0..<10_000).map { ("file\($0)", "\($0 % 7)") }))
        let repository = try Repository(opening: built.path)
        var count = 0
        _ = try repository.walkTree(repository.headSnapshot().tree) { _ in
            count += 1
            return .descend
        }
        #expect(count == 10_000)
    }

    @Test("an entry is found by its path, and a file has nothing below it")
    func entries() throws {
        try built.commit(["LICENSES/MIT.txt": "MIT", "a": "b"])
        let repository = try Repository(opening: built.path)
        let tree = try repository.headSnapshot().tree
        #expect(try repository.entry(at: "LICENSES/MIT.txt", in: tree)?.mode == .file)
        #expect(try repository.entry(at: "LICENSES", in: tree)?.mode == .directory)
        for path: GitPath in ["none", "a/b", "LICENSES/none", ""] {
            #expect(try repository.entry(at: path, in: tree) == nil)
        }
    }

    @Test("the first commit with a licence is found on a history of 10,000", .timeLimit(.minutes(10)))
    func firstCommit() throws {
        let commits = try built.commits(
            10_000, files: [2_000: ["COPYING": "a"], 3_000: ["COPYING": nil], 4_000: ["COPYING": "b"]])
        let repository = try Repository(opening: built.path)
        let head = try repository.head().commit
        let chain = repository.firstParentChain(from: head)
        #expect(chain.end == .root)
        #expect(chain.commits.map(\.commit.hex) == commits.reversed())
        // The first of all, though the file came, went and came back.
        guard case .commit(let first) = repository.firstCommit(from: head, introducingAnyOf: ["LICENSE", "COPYING"])
        else {
            Issue.record("no commit")
            return
        }
        #expect(first.commit.hex == commits[1_999])
        #expect(first.committerDate.seconds == 1_600_000_000 + 2_000 * 60)
        #expect(repository.firstCommit(from: head, introducingAnyOf: ["LICENSE"]) == .none)
        #expect(repository.firstCommit(from: head, introducingAnyOf: []) == .none)
    }

    @Test("a path in a folder is found, and a folder itself")
    func firstCommitOfDeepPath() throws {
        let commits = try built.commits(
            30,
            files: [
                5: ["LICENSES/readme": "a"], 10: ["LICENSES/MIT.txt": "b"], 20: ["a/b/c/NOTICE": "c"],
            ])
        let repository = try Repository(opening: built.path)
        let head = try repository.head().commit
        let cases: [([GitPath], Int)] = [
            (["LICENSES/MIT.txt"], 10), (["LICENSES"], 5), (["a/b/c/NOTICE", "a/b/x"], 20),
            (["a/b/c/NOTICE", "LICENSES/MIT.txt"], 10), (["counter"], 1),
        ]
        for (paths, number) in cases {
            guard case .commit(let first) = repository.firstCommit(from: head, introducingAnyOf: paths) else {
                Issue.record("\(paths)")
                continue
            }
            #expect(first.commit.hex == commits[number - 1], "\(paths)")
        }
    }

    @Test("a merge is followed by its first parent")
    func merges() throws {
        let first = try built.commit(["a": "1"], date: "1000000000 +0000")
        let tree = try built.git("rev-parse", "main^{tree}")
        let side = try built.git("commit-tree", "-p", first, "-m", "side", tree, date: "1000000060 +0000")
        let merge = try built.git(
            "commit-tree", "-p", first, "-p", side, "-m", "merge", tree, date: "1000000120 +0000")
        let repository = try Repository(opening: built.path)
        let head = try #require(ObjectID(hex: merge))
        #expect(try repository.snapshot(of: head).parents.map(\.hex) == [first, side])
        #expect(repository.firstParentChain(from: head).commits.map(\.commit.hex) == [merge, first])
    }

    @Test("the state at a date is the newest commit until then")
    func asOf() throws {
        let commits = try built.commits(10)
        #expect(try state(1_600_000_000 + 5 * 60) == commits[4])
        #expect(try state(1_600_000_000 + 5 * 60 - 1) == commits[3])
        #expect(try state(4_000_000_000) == commits[9])
        #expect(try state(0) == "before \(commits[0])")
    }

    @Test("where clocks went back and forth, the state is the one that git finds, boundaries included")
    func asOfOddClocks() throws {
        // 2020, then a clock ten years ahead, then 2021, then 2015, then 2022.
        for (number, year) in [2020, 2031, 2021, 2015, 2022].enumerated() {
            try built.commit(["counter": "\(number)"], date: "\((year - 1970) * 31_557_600) +0000")
        }
        for year in 2014...2033 {
            for offset in [-1, 0, 1] {
                let seconds = (year - 1970) * 31_557_600 + offset
                let git = try built.git("rev-list", "-1", "--first-parent", "--before=@\(seconds)", "main")
                let found = try state(Int64(seconds))
                #expect(git.isEmpty ? found.hasPrefix("before") : found == git, "\(year) \(offset)")
            }
        }
    }

    @Test("before the end of a shallow clone, the state cannot be told")
    func asOfShallow() throws {
        try built.commits(10)
        let clone = folder.path("shallow.git")
        try built.git("clone", "-q", "--bare", "--depth", "3", "file://" + built.path, clone)
        let repository = try Repository(opening: clone)
        let head = try repository.head().commit
        func state(_ number: Int64) throws -> StateAtDate {
            try repository.state(asOf: GitDate(seconds: 1_600_000_000 + number * 60), from: head)
        }
        guard case .commit = try state(8), case .unknown(let reason) = try state(7) else {
            Issue.record("the three last commits are known, and no other")
            return
        }
        for language in Language.allCases { #expect(reason(language).contains("git fetch --unshallow")) }
    }

    /// The commit of a date, "before" the first one, or why it is not known.
    private func state(_ seconds: Int64) throws -> String {
        let repository = try Repository(opening: built.path)
        switch try repository.state(asOf: GitDate(seconds: seconds), from: repository.head().commit) {
        case .commit(let snapshot): return snapshot.commit.hex
        case .beforeFirst(let snapshot): return "before \(snapshot.commit.hex)"
        case .unknown(let reason): return reason(.english)
        }
    }

    @Test(
        "a date is read as RFC 3339 writes it",
        arguments: [
            ("2021-04-27T10:00:00Z", 1_619_517_600), ("2021-04-27t12:00:00.999+02:00", 1_619_517_600),
            ("2021-04-27 09:30:00-00:30", 1_619_517_600), ("1969-12-31T23:59:59Z", -1),
            ("2000-02-29T00:00:00Z", 951_782_400), ("0001-01-01T00:00:00Z", -62_135_596_800),
            ("2016-12-31T23:59:60Z", 1_483_228_799),
        ] as [(String, Int64)])
    func readDates(text: String, seconds: Int64) {
        #expect(GitDate(rfc3339: text)?.seconds == seconds)
    }

    @Test(
        "what is no date is not read as one",
        arguments: [
            "", "2021-04-27", "2021-02-29T00:00:00Z", "2021-04-27T24:00:00Z", "2021-04-27T10:00:00",
            "2021-04-27T10:00:00.Z", "2021-04-27T10:00:00+2:00", "2021-13-01T00:00:00Z", "2021-04-27T10:00:00Zulu",
            "+021-04-27T10:00:00Z", "0000-01-01T00:00:00Z", "2021-04-2éT10:00:00Z",
        ])
    func unreadDates(text: String) {
        #expect(GitDate(rfc3339: text) == nil)
    }

    @Test("a day ends with its last second, and every day is read back")
    func days() {
        #expect(GitDate(endOfDay: "2021-04-27")?.description == "2021-04-27T23:59:59Z")
        #expect(GitDate(endOfDay: "2021-4-27") == nil && GitDate(endOfDay: "2021-02-30") == nil)
        for day in stride(from: Int64(-719_162), to: 2_932_896, by: 997) {
            let text = GitDate(seconds: day * 86_400).description
            #expect(GitDate(rfc3339: text)?.seconds == day * 86_400)
        }
    }

    @Test("an object id is 40 hexadecimal digits and nothing else")
    func objectIDs() throws {
        let id = try #require(ObjectID(hex: "4b825DC642cb6eb9a060e54bf8d69288fbee4904"))
        #expect(id.hex == "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
        #expect(ObjectID(bytes: id.bytes) == id)
        #expect("\(id)" == id.hex)
        for text in ["", "4b82", id.hex + "0", String(repeating: "g", count: 40), String(repeating: "é", count: 20)] {
            #expect(ObjectID(hex: text) == nil)
        }
        #expect(ObjectID(bytes: [1, 2, 3]) == nil)
        let larger = try #require(ObjectID(hex: "4b825dc642cb6eb9a060e54bf8d69288fbee4905"))
        #expect(id < larger && !(larger < id))
    }

    @Test("a path knows its name, its parent, its components and its depth")
    func paths() {
        let path: GitPath = "Docs/Sub/README.MD"
        #expect(path.name == "README.MD")
        #expect(path.parent == "Docs/Sub")
        #expect(path.components == ["Docs", "Sub", "README.MD"])
        #expect(path.depth == 2)
        #expect(path.lowercasedASCII == "docs/sub/readme.md")
        #expect(path.hasSuffix(".MD") && !path.hasSuffix(".md"))
        #expect(GitPath("a").parent == nil && GitPath("a").name == "a")
        #expect(GitPath("a").appending("b") == "a/b" && GitPath("").appending("b") == "b")
        #expect(GitPath([0xE9]) > "z" && GitPath("a") < "a/b")
    }

    @Test(
        "a date is printed in UTC",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
            (4_102_444_799, "2099-12-31T23:59:59Z"), (Int64.max, "9999-12-31T23:59:59Z"),
            (Int64.min, "0001-01-01T00:00:00Z"),
        ] as [(Int64, String)])
    func dates(seconds: Int64, expected: String) {
        #expect(GitDate(seconds: seconds).description == expected)
    }

    @Test("tasks read one repository side by side, each through its own")
    func concurrency() async throws {
        try built.commit(Dictionary(uniqueKeysWithValues: (0..<300).map { ("d\($0 % 10)/f\($0)", "\($0)") }))
        try built.git("repack", "-q", "-a", "-d")
        let path = built.path
        let totals = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let repository = try Repository(opening: path)
                    var blobs: [ObjectID] = []
                    _ = try repository.walkTree(repository.headSnapshot().tree) { entry in
                        if entry.mode == .file { blobs.append(entry.id) }
                        return .descend
                    }
                    return try blobs.reduce(0) { try $0 + repository.withBlob($1, maximumBytes: 10) { $0.count } }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(totals).count == 1)
    }
}
