// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a repository elsewhere says it has: its references, and which branch is its HEAD.

/// A branch or a tag, as the server names it.
public struct RemoteReference: Sendable, Hashable {
    /// The full name: `refs/heads/main`.
    public let name: GitPath
    /// The object it names.
    public let id: ObjectID
    /// What an annotated tag is a tag of; nil for everything else.
    public let peeled: ObjectID?

    /// A reference.
    public init(name: GitPath, id: ObjectID, peeled: ObjectID? = nil) {
        self.name = name
        self.id = id
        self.peeled = peeled
    }
}

/// What a repository elsewhere offers.
public struct RemoteOffer: Sendable, Hashable {
    /// Its references, by name, those of names that git does not allow left out.
    public let references: [RemoteReference]
    /// The full name of the branch that its HEAD is; nil for an empty repository, or a detached HEAD.
    public let head: GitPath?

    /// An offer of references that a server names in its own order, `name^{}` after an annotated tag.
    /// `head` is the target of its HEAD.
    public init(advertised: [(name: GitPath, id: ObjectID)], head: GitPath?) {
        let suffix = Array("^{}".utf8)
        var peeled: [GitPath: ObjectID] = [:]
        for (name, id) in advertised where name.hasSuffix("^{}") {
            peeled[GitPath(name.bytes.dropLast(suffix.count))] = id
        }
        references = advertised.filter { ReferenceName.isValid($0.name) }
            .map { RemoteReference(name: $0.name, id: $0.id, peeled: peeled[$0.name]) }
            .sorted { $0.name < $1.name }
        self.head = head.flatMap { ReferenceName.isValid($0) ? $0 : nil }
    }
}
