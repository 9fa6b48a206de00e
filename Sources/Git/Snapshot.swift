// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A commit as codescan needs it: its tree, its parents and its dates. Parsed here from the object's bytes
// (git-cat-file(1), "commit"): messages, names and signatures are never read.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

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
        guard let treeLine = lines.next(), treeLine.key.spells("tree"),
            let tree = ObjectID(hexBytes: treeLine.value)
        else { return nil }
        var parents: [ObjectID] = []
        var authorDate: GitDate?
        var committerDate: GitDate?
        while committerDate == nil, let line = lines.next() {
            if line.key.spells("parent") {
                guard let parent = ObjectID(hexBytes: line.value) else { return nil }
                parents.append(parent)
            } else if line.key.spells("author") {
                authorDate = GitDate(endOfSignature: line.value)
            } else if line.key.spells("committer") {
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
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    mutating func next() -> (key: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer)? {
        let start = position
        var space: Int?
        for index in start..<bytes.count {
            if bytes[index] == UInt8(ascii: "\n") {
                guard index > start else { return nil }
                position = index + 1
                let end = space ?? index
                return (part(start, end), part(min(end + 1, index), index))
            }
            if space == nil, bytes[index] == UInt8(ascii: " ") { space = index }
        }
        return nil
    }

    private func part(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the bytes are those of a word.
    func spells(_ word: StaticString) -> Bool {
        guard let baseAddress, count == word.utf8CodeUnitCount else { return false }
        return memcmp(baseAddress, word.utf8Start, count) == 0
    }
}

extension GitDate {
    /// The date at the end of an author or committer line, `Name <mail> 1546336800 +0100`; 1970 when there is none.
    fileprivate init(endOfSignature signature: UnsafeRawBufferPointer) {
        // After the last `>`, so that digits in a name are never taken for a date.
        var start = signature.count
        while start > 0, signature[start - 1] != UInt8(ascii: ">") { start -= 1 }
        var position = start
        let seconds = Self.number(in: signature, from: &position) ?? 0
        let zone = Self.number(in: signature, from: &position) ?? 0
        let isZone = (-9999...9999).contains(zone)
        self.init(seconds: seconds, offsetMinutes: isZone ? Int(zone / 100 * 60 + zone % 100) : 0)
    }

    /// The next of the words between spaces; nil where it is no number.
    private static func number(in text: UnsafeRawBufferPointer, from position: inout Int) -> Int64? {
        let space = UInt8(ascii: " ")
        while position < text.count, text[position] == space { position += 1 }
        let start = position
        while position < text.count, text[position] != space { position += 1 }
        return Int64(String(decoding: text[start..<position], as: UTF8.self))
    }
}
