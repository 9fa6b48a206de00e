// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Where repositories are found, what their place says of them, and what is said of places that hold none.

import Forges
import Foundation
import Git
import TestSupport
import Testing

@Suite("RepositoryFinder")
struct RepositoryFinderTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A folder that looks like a bare repository, which is all that a finder asks.
    private func makeRepository(_ name: String) throws {
        try folder.write("ref: refs/heads/main\n", to: name + "/HEAD")
        try folder.makeFolder(name + "/objects")
        try folder.makeFolder(name + "/refs")
    }

    /// What is found below the folder, as `forge|owner|name|path`.
    private func find(_ paths: String...) throws -> [String] {
        try RepositoryFinder().find(paths: paths.map { folder.path($0) }).locations.map { text($0) }
    }

    private func text(_ location: RepositoryLocation) -> String {
        let path = location.path.string.replacing(folder.path + "/", with: "")
        return [location.forge ?? "-", location.owner ?? "-", location.name, path].joined(separator: "|")
    }

    @Test("a forge tree is listed by forge, owner and name, whichever folder of it is given")
    func tree() throws {
        for name in [
            "github.com/etalab/b.git", "github.com/etalab/a.git", "gitlab.example.org/group/sub/deep/c.git",
            "github.com/139bercy/z.git",
        ] { try makeRepository("forges/" + name) }
        let all = [
            "github.com|139bercy|z|forges/github.com/139bercy/z.git",
            "github.com|etalab|a|forges/github.com/etalab/a.git",
            "github.com|etalab|b|forges/github.com/etalab/b.git",
            "gitlab.example.org|group/sub/deep|c|forges/gitlab.example.org/group/sub/deep/c.git",
        ]
        #expect(try find("forges") == all)
        #expect(try find("forges/github.com") == Array(all[0...2]))
        #expect(try find("forges/github.com/etalab/") == Array(all[1...2]))
        #expect(try find("forges/github.com/etalab/a.git") == [all[1]])
        #expect(try find("forges/github.com", "forges", "forges/github.com/etalab/a.git") == all)
    }

    @Test(
        "the host is the folder that looks like one",
        arguments: [
            ("forges/github.com/etalab/a.git", "github.com", "etalab"),
            ("/srv/code.example.org/forges/GitHub.com/etalab/a", "github.com", "etalab"),
            ("gitlab.com/data.gouv.fr/sub/a.git", "gitlab.com", "data.gouv.fr/sub"),
            ("forge.example.org/data.gouv.fr/a.git", "forge.example.org", "data.gouv.fr"),
            ("sources.example.org/vue.js/a.git", "sources.example.org", "vue.js"),
            ("example.org/data.gouv.fr/a.git", "example.org", "data.gouv.fr"),
            ("localhost/me/a.git", "localhost", "me"),
            ("localhost:3000/me/a.git", "localhost:3000", "me"),
            ("github.com/a.git", "github.com", nil),
            ("../forges/x/a.git", nil, nil),
            ("my.folder_name/me/a.git", nil, nil),
            ("v1.2/me/a.git", nil, nil),
            ("a.git", nil, nil),
        ] as [(String, String?, String?)])
    func hosts(path: String, forge: String?, owner: String?) {
        let location = RepositoryLocation(path: GitPath(path))
        #expect(location.forge == forge)
        #expect(location.owner == owner)
        #expect(location.name == "a")
    }

    @Test("a host of inventory.yml is one, whatever it is called")
    func knownHosts() {
        let path: GitPath = "depot.example.fr/group/vue.js/a.git"
        #expect(RepositoryLocation(path: path).forge == "vue.js")
        let location = RepositoryLocation(path: path, knownHosts: ["depot.example.fr"])
        #expect(location.forge == "depot.example.fr" && location.owner == "group/vue.js")
    }

    @Test("a work tree, its .git and a .git file are the repository of their folder")
    func workTrees() throws {
        try makeRepository("f/github.com/o/work/.git")
        try folder.write("gitdir: ../work/.git\n", to: "f/github.com/o/linked/.git")
        let expected = ["github.com|o|linked|f/github.com/o/linked", "github.com|o|work|f/github.com/o/work"]
        #expect(try find("f") == expected)
        #expect(try find("f/github.com/o/work/.git") == [expected[1]])
        #expect(try find("f/github.com/o/linked/.git") == [expected[0]])
    }

    @Test("nothing inside a repository is searched")
    func nested() throws {
        try makeRepository("f/github.com/o/a.git")
        try makeRepository("f/github.com/o/a.git/modules/b")
        try makeRepository("f/github.com/o/w/.git")
        try makeRepository("f/github.com/o/w/vendor/c.git")
        #expect(try find("f").count == 2)
    }

    @Test("links are followed, loops end, and what is reachable twice is listed once, by its real path")
    func links() throws {
        try makeRepository("f/github.com/o/z.git")
        try makeRepository("elsewhere/y.git")
        func link(_ name: String, _ target: String) throws {
            try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: target)
        }
        try link("f/github.com/o/a.git", "z.git")
        try link("f/github.com/o/loop", "..")
        try link("f/self", ".")
        try link("f/dangling", "none")
        try link("f/github.com/o/y.git", "../../../elsewhere/y.git")
        #expect(try find("f") == ["github.com|o|y|f/github.com/o/y.git", "github.com|o|z|f/github.com/o/z.git"])
        try link("g", "elsewhere")
        #expect(try find("g") == ["-|-|y|g/y.git"])
    }

    @Test("a repository named .github is found, other hidden folders are not searched")
    func hidden() throws {
        try makeRepository("f/github.com/o/.github")
        try makeRepository("f/github.com/o/.github.git")
        try makeRepository("f/.trash/github.com/o/b.git")
        #expect(
            try find("f") == [
                "github.com|o|.github|f/github.com/o/.github", "github.com|o|.github|f/github.com/o/.github.git",
            ])
    }

    @Test("a mirror that lacks its parts is a problem, not silence")
    func broken() throws {
        try makeRepository("f/github.com/o/a.git")
        try folder.makeFolder("f/github.com/o/broken.git/objects")
        try folder.makeFolder("f/github.com/o/half/.git/objects")
        let found = try RepositoryFinder().find(paths: [folder.path("f")])
        #expect(found.locations.count == 1)
        #expect(
            found.problems.map(\.path.string) == [
                folder.path("f/github.com/o/broken.git"), folder.path("f/github.com/o/half"),
            ])
        #expect(found.problems.allSatisfy { $0.description.contains("again") })
    }

    @Test("a folder that cannot be read is a problem, and the search goes on")
    func unreadable() throws {
        guard geteuid() != 0 else { return }
        try makeRepository("f/github.com/o/a.git")
        try makeRepository("f/github.com/p/b.git")
        try Command.run("chmod", ["000", folder.path("f/github.com/p")])
        let found = try RepositoryFinder().find(paths: [folder.path("f")])
        #expect(found.locations.count == 1)
        #expect(found.problems.map(\.path.string) == [folder.path("f/github.com/p")])
    }

    @Test("folder names that are not UTF-8 survive")
    func oddNames() throws {
        try makeRepository("f/github.com/o/a.git")
        try Command.run(
            "sh", ["-c", #"cp -r a.git "$(printf 'caf\351.git')"; cp -r a.git "$(printf 'line\nbreak')""#],
            in: folder.path("f/github.com/o"))
        let found = try RepositoryFinder().find(paths: [folder.path("f")])
        #expect(found.locations.map(\.name) == ["a", "caf\\351", "line\nbreak"])
        #expect(found.locations[1].path.bytes.contains(0xE9))
        #expect(throws: GitError.self) { try Repository(opening: found.locations[1].path).head() }
    }

    @Test("paths that lead to no repository are told all at once, with what to do")
    func failures() throws {
        try makeRepository("f/github.com/o/a.git")
        try folder.makeFolder("empty")
        try folder.write("x", to: "file")
        let error = #expect(throws: FinderError.self) {
            try RepositoryFinder().find(paths: ["f", "none", "empty", "file", ""].map { folder.path($0) } + [""])
        }
        let root = GitPath(folder.path)
        #expect(
            error?.failures == [
                .missing(root.appending("none")), .notAFolder(root.appending("file")), .missing(""),
                .noRepository(root.appending("empty")),
            ])
        #expect(error?.description.contains("git clone --mirror") == true)
        let nothing = #expect(throws: FinderError.self) { try RepositoryFinder().find(paths: [String]()) }
        #expect(nothing?.failures == [.noPaths])
    }

    @Test("a tree of 5,000 repositories is searched in seconds, the same each time", .timeLimit(.minutes(10)))
    func large() throws {
        try Command.run(
            "sh",
            [
                "-c",
                "for o in $(seq 50); do for r in $(seq 100); do p=github.com/o$o/r$r.git; "
                    + "mkdir -p $p/objects $p/refs; : > $p/HEAD; done; done",
            ], in: folder.path)
        let start = ContinuousClock.now
        let first = try RepositoryFinder().find(paths: [folder.path])
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(first.locations.count == 5_000)
        #expect(try RepositoryFinder().find(paths: [folder.path]) == first)
    }
}
