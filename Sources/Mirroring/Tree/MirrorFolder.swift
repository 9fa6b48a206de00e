// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// One mirror on disk, a bare repository whose every change is a rename: at any moment it is the old one or the new one,
// whole. Objects come as packs that count once they are there; the references, all in `packed-refs`, change at once.

import Foundation
import Git

/// A bare repository that codescan keeps.
struct MirrorFolder: Sendable {
    /// Where it is.
    let path: String

    private static let lockName = "codescan.lock"
    /// The folder below `refs` of references that are not published yet.
    static let incoming = "codescan"

    /// Makes the folder where there is none, and keeps every other process away from it for as long as the lock is held.
    /// A process that lost its parent a moment ago may still be at it, and is waited for.
    func lock() throws -> FileLock {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return try FileLock(path + "/" + Self.lockName, on: path, waiting: .seconds(10))
    }

    /// Makes the folders and files that git asks of a repository (gitrepository-layout(5)), or makes sure of them.
    /// Its configuration is written anew each time: what is in there is ours, whoever was at it in between.
    func prepare(url: String, branches: MirroredBranches, depth: Int? = nil) throws {
        for folder in ["objects/info", "objects/pack", "refs/heads", "refs/tags"] {
            try FileManager.default.createDirectory(atPath: path + "/" + folder, withIntermediateDirectories: true)
        }
        var configuration = "[core]\n\trepositoryformatversion = 0\n\tbare = true\n[remote \"origin\"]\n"
        // Quoted: an address may hold what ends a value.
        configuration += "\turl = \"\(Self.escaped(url))\"\n\tmirror = true\n"
        for pattern in branches.patterns { configuration += "\tfetch = +\(pattern):\(pattern)\n" }
        if let depth { configuration += "[codescan]\n\t\(Self.depthKey)\(depth)\n" }
        try replace("config", with: Array(configuration.utf8))
        if !FileManager.default.fileExists(atPath: path + "/HEAD") {
            try replace("HEAD", with: Self.symbolic("refs/heads/main"))
        }
        // Another store of objects would be read as this repository's.
        try? FileManager.default.removeItem(atPath: path + "/objects/info/alternates")
        sweep()
    }

    private static let depthKey = "depth = "

    /// How many commits of each branch were asked for the last time; nil for all.
    var depth: Int? {
        let lines = String(decoding: read("config") ?? [], as: UTF8.self).split(separator: "\n")
        return lines.firstRange(of: ["[codescan]"]).flatMap { range in
            let line = lines[range.upperBound...].first?.drop(while: \.isWhitespace)
            return line.flatMap { $0.hasPrefix(Self.depthKey) ? Int($0.dropFirst(Self.depthKey.count)) : nil }
        }
    }

    /// Whether any reference is published.
    var holdsReferences: Bool {
        (read("packed-refs") ?? []).split(separator: UInt8(ascii: "\n")).contains { $0.first != UInt8(ascii: "#") }
    }

    /// Whether the references and HEAD are what the offer says, and the code that HEAD names is here to be read.
    func holds(_ references: [RemoteReference], head: GitPath?) -> Bool {
        guard read("packed-refs") == Self.packed(references), looseReferences.isEmpty else { return false }
        guard let head else { return true }
        return read("HEAD") == Self.symbolic(head) && isWhole
    }

    /// Whether the commit that HEAD names, and its tree, are here to be read. True of a HEAD without a commit.
    var isWhole: Bool {
        do {
            let repository = try Repository(opening: path)
            return repository.contains(try repository.headSnapshot().tree)
        } catch .unbornHead {
            return true
        } catch {
            return false
        }
    }

    /// Publishes references and HEAD: first the references, in one rename; then what stood beside them and would hide
    /// them is removed; then HEAD, whose branch is there by now.
    func publish(_ references: [RemoteReference], head: GitPath?) throws {
        try replace("packed-refs", with: Self.packed(references))
        for file in looseReferences { try? FileManager.default.removeItem(atPath: path + "/refs/" + file) }
        if let head { try replace("HEAD", with: Self.symbolic(head)) }
    }

    /// What git writes into `packed-refs` for references in the order of their names.
    private static func packed(_ references: [RemoteReference]) -> [UInt8] {
        var bytes = Array("# pack-refs with: peeled fully-peeled sorted \n".utf8)
        for reference in references {
            bytes += Array("\(reference.id) ".utf8) + reference.name.bytes + Array("\n".utf8)
            if let peeled = reference.peeled { bytes += Array("^\(peeled)\n".utf8) }
        }
        return bytes
    }

    private static func symbolic(_ head: GitPath) -> [UInt8] { Array("ref: ".utf8) + head.bytes + Array("\n".utf8) }

    // MARK: - Leftovers

    /// Removes what a copy that was killed left behind: locks, packs that were being written, packs without an index.
    /// The caller holds the mirror's lock, so nobody is at work on them.
    private func sweep() {
        let packs = (try? FileManager.default.contentsOfDirectory(atPath: path + "/objects/pack")) ?? []
        let indexed = Set(packs.filter { $0.hasSuffix(".idx") }.map { $0.dropLast(4) })
        for name in packs {
            let isTemporary = name.hasPrefix("tmp_") || name.hasPrefix("pack_git2_") || name.hasSuffix(".lock")
            let isOrphan = name.hasSuffix(".pack") && !indexed.contains(name.dropLast(5))
            if isTemporary || isOrphan { try? FileManager.default.removeItem(atPath: path + "/objects/pack/" + name) }
        }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        where name.hasSuffix(".lock") && name != Self.lockName || name == "packed-refs.new" {
            try? FileManager.default.removeItem(atPath: path + "/" + name)
        }
        // What the git program brings has names of its own until it is published.
        try? FileManager.default.removeItem(atPath: path + "/refs/" + Self.incoming)
        for file in looseReferences where file.hasSuffix(".lock") {
            try? FileManager.default.removeItem(atPath: path + "/refs/" + file)
        }
    }

    /// The files below `refs`.
    private var looseReferences: [String] {
        let names = FileManager.default.enumerator(atPath: path + "/refs")?.compactMap { $0 as? String } ?? []
        return names.filter {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path + "/refs/" + $0, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }

    private func read(_ name: String) -> [UInt8]? {
        try? FileSystem.read(GitPath(path + "/" + name), maximumBytes: 512 << 20)
    }

    private func replace(_ name: String, with bytes: [UInt8]) throws {
        try FileSystem.replace(GitPath(path + "/" + name), with: bytes)
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
}
