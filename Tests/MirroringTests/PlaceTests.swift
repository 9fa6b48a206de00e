// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Mirroring

@Suite("A forge's words become folders only when they may")
struct PlaceTests {
    @Test(
        "names that lead elsewhere, hide, or are no names are no places",
        arguments: [
            ("..", "name"), ("owner", ".."), ("owner", "."), ("owner", ""), ("", "name"), ("owner", "a/b"),
            ("owner", "a\\b"), ("owner", "a\nb"), ("owner", "a\0b"), (".codescan", "name"), ("a/../b", "name"),
            ("a//b", "name"), ("/a", "name"), ("owner.git", "name"), ("a/b.git/c", "name"), ("owner", ".git"),
            ("owner", String(repeating: "x", count: 241)),
        ])
    func refused(owner: String, name: String) {
        #expect(MirrorPlace(host: "forge.example.org", owner: owner, name: name) == nil)
    }

    @Test(
        "what forges allow is a place",
        arguments: [
            ("owner", "name"), ("group/sub-group", "na.me"), ("~user", "name"), ("Owner", ".github"), ("été", "où"),
        ])
    func accepted(owner: String, name: String) {
        let place = MirrorPlace(host: "Forge.Example.Org", owner: owner, name: name)
        #expect(place?.description == "forge.example.org/\(owner)/\(name)")
    }

    @Test("a group's account has the repositories of the groups in it, whatever their case, and of no other")
    func accounts() throws {
        let place = try #require(MirrorPlace(host: "forge.example.org", owner: "Group/sub", name: "name"))
        #expect(place.isOf(nil) && place.isOf("group") && place.isOf("group/SUB"))
        #expect(!place.isOf("gro") && !place.isOf("group/su") && !place.isOf("sub"))
    }

    @Test("a list of addresses has comments and empty lines, and names a repository once")
    func addresses() throws {
        let list = try RepositoryAddress.list(
            """
            # the laboratory's own server
            https://git.example.org/laboratoire/modele.git

            git://git.example.org:9418/a/b/c
            https://git.example.org/laboratoire/modele
            """, file: "urls.txt")
        #expect(list.map(\.place.description) == ["git.example.org/laboratoire/modele", "git.example.org:9418/a/b/c"])
        #expect(
            list.map(\.listed.cloneURL) == [
                "https://git.example.org/laboratoire/modele.git", "git://git.example.org:9418/a/b/c",
            ])
    }

    @Test("every mistake of a list is told with its line, and no password is repeated")
    func mistakes() {
        #expect {
            try RepositoryAddress.list(
                "https://u:secret@example.org/a/b\nfile:///etc/passwd\n../x\nhttps://example.org/a\nhttps://example.org/a/..",
                file: "urls.txt")
        } throws: { error in
            let lines = "\(error)".split(separator: "\n")
            return lines.count == 5 && lines.enumerated().allSatisfy { $1.hasPrefix("urls.txt:\($0 + 1): ") }
                && !"\(error)".contains("secret")
        }
    }

    @Test("a host's variable is its name in capitals, with every other character as _")
    func variables() {
        #expect(Tokens.variable(for: "gitlab.example.org") == "CODESCAN_TOKEN_GITLAB_EXAMPLE_ORG")
        #expect(Tokens.variable(for: "localhost:8443") == "CODESCAN_TOKEN_LOCALHOST_8443")
    }

    @Test("codescan's own variable comes before the one that other tools share, and an empty one says: none")
    func tokens() async {
        let tokens = Tokens(environment: [
            "CODESCAN_TOKEN_GITHUB_COM": "", "GITHUB_TOKEN": "shared", "CODESCAN_TOKEN_GITLAB_COM": "own",
            "GITLAB_TOKEN": "shared",
        ])
        #expect(await tokens.token(for: "github.com") == nil)
        #expect(await tokens.token(for: "gitlab.com") == "own")
    }
}
