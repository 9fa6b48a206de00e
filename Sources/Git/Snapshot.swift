// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A commit as codescan needs it: its tree, its parents and its dates. Parsed here from the object's bytes
// (git-cat-file(1), "commit"): messages, names and signatures are never read.

/// The state of a project that a commit records.
public struct Snapshot: Sendable, Hashable {
    /// The commit's id.
    public let commit: ObjectID
    /// The root folder.
    public let tree: ObjectID
    /// The parents, the one the branch was on first.
    public let parents: [ObjectID]
    /// When the change was written.
    public let authorDate: GitDate
    /// When the commit was made.
    public let committerDate: GitDate

    /// A commit's state, as a repository would report it.
    public init(
        commit: ObjectID, tree: ObjectID, parents: [ObjectID], authorDate: GitDate, committerDate: GitDate
    ) {
        self.commit = commit
        self.tree = tree
        self.parents = parents
        self.authorDate = authorDate
        self.committerDate = committerDate
    }
}

extension Snapshot {
    /// Reads a commit's bytes; nil when they are not a commit's. A date that git could not read either is 1970, as in
    /// `git log`.
    init?(commit: ObjectID, bytes: UnsafeRawBufferPointer) {
        var lines = HeaderLines(bytes: bytes)
        guard let treeLine = lines.next(), treeLine.key.elementsEqual("tree".utf8),
            let tree = ObjectID(hexBytes: treeLine.value)
        else { return nil }
        var parents: [ObjectID] = []
        var authorDate: GitDate?
        var committerDate: GitDate?
        while committerDate == nil, let line = lines.next() {
            if line.key.elementsEqual("parent".utf8) {
                guard let parent = ObjectID(hexBytes: line.value) else { return nil }
                parents.append(parent)
            } else if line.key.elementsEqual("author".utf8) {
                authorDate = GitDate(endOfSignature: line.value)
            } else if line.key.elementsEqual("committer".utf8) {
                committerDate = GitDate(endOfSignature: line.value)
            }
        }
        self.init(
            commit: commit, tree: tree, parents: parents, authorDate: authorDate ?? GitDate(seconds: 0),
            committerDate: committerDate ?? GitDate(seconds: 0))
    }
}

/// The `key value` lines at the head of a commit or a tag, up to the empty line.
struct HeaderLines: IteratorProtocol {
    typealias Bytes = Slice<UnsafeRawBufferPointer>

    private var rest: Bytes

    init(bytes: UnsafeRawBufferPointer) {
        rest = bytes[...]
    }

    mutating func next() -> (key: Bytes, value: Bytes)? {
        guard let end = rest.firstIndex(of: UInt8(ascii: "\n")), end > rest.startIndex else { return nil }
        let line = rest[rest.startIndex..<end]
        rest = rest[(end + 1)...]
        guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { return (line, line[line.endIndex...]) }
        return (line[..<space], line[(space + 1)...])
    }
}

extension GitDate {
    /// The date at the end of an author or committer line, `Name <mail> 1546336800 +0100`; 1970 when there is none.
    fileprivate init(endOfSignature signature: HeaderLines.Bytes) {
        // After the last `>`, so that digits in a name are never taken for a date.
        let afterMail = signature.lastIndex(of: UInt8(ascii: ">")).map { signature[($0 + 1)...] } ?? signature
        let words = afterMail.split(separator: UInt8(ascii: " "))
        let numbers = words.prefix(2).map { Int64(String(decoding: $0, as: UTF8.self)) }
        let seconds = numbers.first.flatMap { $0 } ?? 0
        let zone = numbers.count > 1 ? numbers[1] ?? 0 : 0
        let isZone = (-9999...9999).contains(zone)
        self.init(seconds: seconds, offsetMinutes: isZone ? Int(zone / 100 * 60 + zone % 100) : 0)
    }
}
