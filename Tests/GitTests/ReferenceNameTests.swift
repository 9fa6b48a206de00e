// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Git

@Suite("Reference names that a server says")
struct ReferenceNameTests {
    @Test(
        "are kept when git would make them",
        arguments: ["refs/heads/main", "refs/tags/v1.0", "refs/heads/a/b", "refs/heads/développement"])
    func valid(name: String) {
        #expect(ReferenceName.isValid(GitPath(name)))
    }

    @Test(
        "are left out when git would not (git-check-ref-format)",
        arguments: [
            "HEAD", "main", "refs/heads/../../config", "refs/heads/.hidden", "refs/heads/a..b", "refs/heads/a.lock",
            "refs/heads/a.lock/b", "refs/heads/a b", "refs/heads/a\nb", "refs/heads/a~1", "refs/heads/a^",
            "refs/heads/a:b",
            "refs/heads/a?", "refs/heads/a*", "refs/heads/a[", "refs/heads/a\\b", "refs/heads/a@{b", "refs/heads/a.",
            "refs/heads//a", "refs/heads/a/", "refs/heads/a\u{7F}",
        ])
    func invalid(name: String) {
        #expect(!ReferenceName.isValid(GitPath(name)))
    }

    @Test("an offer pairs annotated tags with what they are tags of, in the order of names")
    func offer() throws {
        let ids = try ["1", "2", "3"].map { try #require(ObjectID(hex: String(repeating: $0, count: 40))) }
        let offer = RemoteOffer(
            advertised: [
                ("refs/tags/v1", ids[0]), ("refs/tags/v1^{}", ids[1]), ("refs/heads/main", ids[2]),
                ("refs/../x", ids[0]),
            ], head: "refs/heads/main")
        #expect(
            offer.references == [
                RemoteReference(name: "refs/heads/main", id: ids[2]),
                RemoteReference(name: "refs/tags/v1", id: ids[0], peeled: ids[1]),
            ])
        #expect(RemoteOffer(advertised: [], head: "refs/heads/../x").head == nil)
    }
}
