// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The many spellings of an address, and what they name in an inventory.

import Testing

@testable import Inventory
@testable import Tracking

struct AddressTests {
    @Test(
        "every spelling of a repository's address is the same",
        arguments: [
            "https://github.com/etalab/fr", "http://github.com/etalab/fr/", "https://www.github.com/Etalab/FR.git",
            "github.com/etalab/fr", "git@github.com:etalab/fr.git", "ssh://git@github.com:22/etalab/fr",
            "git+https://github.com/etalab/fr.git#main", "https://GitHub.com//etalab/fr?tab=readme#readme",
            "https://github.com/etalab/fr/blob/main/src/a.py#L1-L5", "https://github.com/etalab/fr/tree/main/src",
            "https://raw.githubusercontent.com/etalab/fr/main/LICENSE", "https://api.github.com/repos/etalab/fr",
            "https://github.com/etalab/fr/issues/3", "https://user:secret@github.com:443/etalab/fr",
            " https://github.com/etalab/fr\n",
            "https://github.com/etalab/%66r", "https://github.com/etalab/fr%20", "https://github.com/etalab/%20/fr",
        ])
    func spellings(_ text: String) {
        #expect(ForgeAddress(text)?.key == "github.com/etalab/fr")
    }

    @Test(
        "groups, files in groups of groups, and ports are read",
        arguments: [
            ("https://gitlab.example.org/a/b/c/-/blob/main/x.py", "gitlab.example.org/a/b/c"),
            ("https://gitlab.example.org/a/b/c/-/raw/main/x.py?inline=false", "gitlab.example.org/a/b/c"),
            ("https://gitlab.example.org/groups/a/b", "gitlab.example.org/a/b"),
            ("https://forge.example.org:8443/a/b/src/branch/main/x", "forge.example.org:8443/a/b"),
            ("https://github.com/orgs/etalab/repositories", "github.com/etalab"),
            ("https://github.com/etalab/", "github.com/etalab"),
            ("https://github.com", "github.com"), ("https://git.sr.ht/~me/it/tree", "git.sr.ht/~me/it"),
            ("https://github.com/tree/raw", "github.com/tree/raw"),
        ])
    func places(_ text: String, _ key: String) {
        #expect(ForgeAddress(text)?.key == key)
    }

    @Test(
        "what is no address is none",
        arguments: [
            "", "à venir", "voir la DSI", "mailto:a@b.fr", "ftp://a.fr/b", "javascript:alert(1)", "fichier.txt",
            "github.com",
            "a/b", "https://", "https:///etalab", "://x", "é.fr/a",
        ])
    func noAddress(_ text: String) {
        #expect(ForgeAddress(text) == nil)
    }

    @Test("a cell holds several addresses, words around them, and the same twice")
    func cell() {
        let cell = AddressCell(
            "Voir <https://a.example/b/c>, (https://a.example/d/e). [ici](https://a.example/f/g)\net https://A.example/b/c.git ; “a.example/j/k”… git@a.example:h/i.git !"
        )
        #expect(
            cell.places.map(\.address.key) == [
                "a.example/b/c", "a.example/d/e", "a.example/f/g", "a.example/b/c", "a.example/j/k", "a.example/h/i",
            ])
    }

    private let directory = InventoryDirectory(
        inventory(
            ["gitlab.example.org/a/b/c", "gitlab.example.org/a/d", "gitlab.example.org/Z/Q"],
            ignored: [
                .init(forge: "gitlab.example.org", owner: "old", name: "x", path: "p", since: "2025-01-01")
            ]
        ).with(entry("github.com/etalab/new").recorded { $0.formerNames = ["github.com/Etalab/Old"] }))

    private func target(_ text: String) throws -> AddressTarget {
        directory.target(of: try #require(ForgeAddress(text)))
    }

    @Test("an address names a repository, a group, or nothing, and it is known whether anybody looked")
    func targets() throws {
        #expect(try target("https://gitlab.example.org/a/b/c/-/tree/main") == .repository(0, .url))
        #expect(try target("https://gitlab.example.org/a/b/c/unknown/view") == .repository(0, .url))
        #expect(try target("https://gitlab.example.org/z/q") == .repository(2, .url))
        #expect(try target("https://gitlab.example.org/a") == .group([0, 1], .url))
        #expect(try target("https://gitlab.example.org/a/b") == .group([0], .url))
        #expect(try target("https://gitlab.example.org/") == .group([0, 1, 2], .url))
        #expect(try target("https://github.com/etalab/old") == .repository(3, .formerName))
        #expect(try target("https://github.com/etalab/old/blob/main/a") == .repository(3, .formerName))
        #expect(try target("https://gitlab.example.org/old/x") == .ignored(since: "2025-01-01"))
        #expect(try target("https://gitlab.example.org/a/none") == .absent)
        #expect(try target("https://github.com/etalab/none") == .absent)
        #expect(try target("https://github.com/other/none") == .notLookedAt)
        #expect(try target("https://github.com/other") == .notLookedAt)
        #expect(try target("https://elsewhere.example/a/d") == .notLookedAt)
    }

    @Test("aliases move repositories and whole accounts, one after the other, and may not go round")
    func aliases() throws {
        let aliases = try Aliases(
            bytes: Array("old.example/x: mid.example/y\nhttps://mid.example/y/: gitlab.example.org/a\n".utf8),
            file: "a.yml")
        let directory = InventoryDirectory(directory.inventory, aliases: aliases)
        let address = try #require(ForgeAddress("https://old.example/X/b/c/-/blob/main/f"))
        #expect(directory.target(of: address) == .repository(0, .alias))
        #expect(directory.target(of: try #require(ForgeAddress("https://old.example/x"))) == .group([0, 1], .alias))
        for (text, sentence) in [
            ("a.example/b: c.example/d\nc.example/d: a.example/b", "a.yml:1: c.example/d leads back to a.example/b"),
            ("nothing: c.example/d", "a.yml:1: \"nothing\" is no address"), ("- a", "a.yml:1: give one line for each"),
            ("a.example/b: [", "a.yml:2: not YAML"),
            ("a.example/b: c.example/d\nA.example/B: c.example/e", "a.yml:2: a.example/b is there twice"),
        ] {
            let error = #expect(throws: TrackFileError.self) { try Aliases(bytes: Array(text.utf8), file: "a.yml") }
            #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
        }
    }
}
