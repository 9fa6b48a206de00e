// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A folder's entries, parsed from a tree's bytes: `mode SP name NUL id`, again and again (git-ls-tree(1)).

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// One entry of a tree, with its path from the root.
public struct TreeEntry: Sendable, Hashable {
    /// What an entry is, from its mode.
    public enum Mode: Sendable, Hashable {
        /// A file.
        case file
        /// A file that may be run.
        case executable
        /// A symbolic link; its blob is the target's path. codescan never follows it.
        case symlink
        /// A folder.
        case directory
        /// A commit of another repository, which is not in this one.
        case submodule
    }

    /// Where the entry is.
    public let path: GitPath
    /// What it is.
    public let mode: Mode
    /// The blob, the tree, or a submodule's commit.
    public let id: ObjectID

}

/// An entry as a walk comes by it. Its name is lent while the walk stands there, and a path made for whoever asks: most
/// entries of a snapshot are those of the snapshot before, and need none.
public struct WalkedEntry: ~Copyable {
    /// The folder it is in; empty for the root.
    public let folder: GitPath
    /// How many folders it is in: 0 at the root.
    public let depth: Int
    /// What it is.
    public let mode: TreeEntry.Mode
    /// The blob, the tree, or a submodule's commit.
    public let id: ObjectID
    /// Where in the bytes of its folder's tree it begins.
    public let offset: Int
    private let name: UnsafeRawBufferPointer
    private let tree: UnsafeRawBufferPointer

    /// An entry of a tree, or of a folder that is none.
    init(
        name: UnsafeRawBufferPointer, in folder: GitPath, depth: Int, mode: TreeEntry.Mode, id: ObjectID,
        of tree: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0), at offset: Int = 0
    ) {
        self.name = name
        self.folder = folder
        self.depth = depth
        self.mode = mode
        self.id = id
        self.tree = tree
        self.offset = offset
    }

    /// A copy of its folder's tree; empty where the folder is none of a commit.
    public var treeBytes: [UInt8] { Array(tree) }

    /// How many bytes of its folder's tree, from this entry on, are those of another tree from `start` on.
    public func commonBytes(with other: [UInt8], from start: Int) -> Int {
        other.withUnsafeBytes { other in
            let length = min(tree.count - offset, other.count - start)
            var common = 0
            while common + 8 <= length,
                tree.loadUnaligned(fromByteOffset: offset + common, as: UInt64.self)
                    == other.loadUnaligned(fromByteOffset: start + common, as: UInt64.self)
            { common += 8 }
            while common < length, tree[offset + common] == other[start + common] { common += 1 }
            return common
        }
    }

    /// Where it is.
    public var path: GitPath { folder.appending(name) }

    /// Where it stands beside another entry of its folder in git's order, which takes a folder's name to end with a slash:
    /// below 0 before it, 0 for the same path as a folder or as none, above 0 after it.
    public func order(beside path: GitPath, isFolder: Bool) -> Int {
        path.bytes.withUnsafeBytes { bytes in
            let start = folder.bytes.isEmpty ? 0 : folder.bytes.count + 1
            guard let own = name.baseAddress, let other = bytes.baseAddress, start <= bytes.count else { return 1 }
            let length = bytes.count - start
            let order = memcmp(own, other + start, min(name.count, length))
            if order != 0 { return Int(order) }
            func sign(after end: Int, in name: UnsafeRawBufferPointer, _ isFolder: Bool) -> Int {
                end < name.count ? Int(name[end]) : isFolder ? Int(UInt8(ascii: "/")) : 0
            }
            return sign(after: length, in: name, mode == .directory)
                - sign(after: start + name.count, in: bytes, isFolder)
        }
    }
}

/// The entries of one tree's bytes, in the order they are stored, which is git's.
struct TreeReader {
    struct Entry {
        let mode: TreeEntry.Mode
        let name: UnsafeRawBufferPointer
        let id: ObjectID
        /// Where its bytes begin.
        let offset: Int
    }

    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    /// Whether reading stopped before the end, at bytes that are no entry.
    private(set) var isMalformed = false

    init(bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    mutating func next() -> Entry? {
        guard position < bytes.count else { return nil }
        guard let space = first(UInt8(ascii: " "), from: position, to: min(position + 8, bytes.count)),
            let mode = TreeEntry.Mode(octal: UnsafeRawBufferPointer(rebasing: bytes[position..<space])),
            let end = first(0, from: space + 1, to: bytes.count), bytes.count - end > ObjectID.byteCount
        else {
            isMalformed = true
            return nil
        }
        let afterID = end + 1 + ObjectID.byteCount
        let id = ObjectID(raw: UnsafeRawBufferPointer(rebasing: bytes[(end + 1)..<afterID]))
        let name = UnsafeRawBufferPointer(rebasing: bytes[(space + 1)..<end])
        defer { position = afterID }
        return Entry(mode: mode, name: name, id: id, offset: position)
    }

    /// Goes on where an entry begins, or at the end.
    mutating func move(to offset: Int) { position = offset }

    /// By hand: half of a walk would be spent in a collection's own search.
    private func first(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
        var index = start
        while index < end {
            if bytes[index] == byte { return index }
            index += 1
        }
        return nil
    }
}

extension TreeEntry.Mode {
    /// The mode in octal digits, by its file type: old repositories have permissions that git no longer writes.
    fileprivate init?(octal digits: UnsafeRawBufferPointer) {
        guard !digits.isEmpty else { return nil }
        var mode: UInt32 = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit) else { return nil }
            mode = mode << 3 | UInt32(digit - UInt8(ascii: "0"))
        }
        switch mode & 0o170000 {
        case 0o100000: self = mode & 0o100 == 0 ? .file : .executable
        case 0o120000: self = .symlink
        case 0o040000: self = .directory
        case 0o160000: self = .submodule
        default: return nil
        }
    }
}
