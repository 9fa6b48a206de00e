// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The tree that inventories are taken of: `<root>/<host>/<owner…>/<name>.git`, and beside each mirror what its forge
// says of it, `<name>.forge.json`. What is not whole yet is kept aside in `<root>/.codescan`, where no inventory looks.

import Foundation
import Forges
import Git

/// The folder that mirrors are kept in.
struct MirrorTree: Sendable {
    let root: String

    private var aside: String { root + "/.codescan" }
    private var incoming: String { aside + "/incoming" }

    /// Takes the tree for this run alone, and removes what an interrupted one left aside.
    /// - Throws: `LockedError` when another run has it.
    func open() throws -> FileLock {
        try FileManager.default.createDirectory(atPath: aside, withIntermediateDirectories: true)
        let lock = try FileLock(aside + "/lock", on: root)
        try? FileManager.default.removeItem(atPath: incoming)
        try FileManager.default.createDirectory(atPath: incoming, withIntermediateDirectories: true)
        return lock
    }

    /// The mirror's folder.
    func path(of place: MirrorPlace) -> String { "\(root)/\(place).git" }

    /// Whether there is a repository that can be opened.
    func hasMirror(_ place: MirrorPlace) -> Bool { (try? Repository(opening: path(of: place))) != nil }

    /// The last push that the mirror is sure to have, in the run's words; nil when nothing is sure.
    func copiedPush(of place: MirrorPlace) -> String? {
        (try? FileSystem.read(pushFile(place), maximumBytes: 100)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Keeps it, in the mirror itself; nil forgets it.
    func setCopiedPush(_ push: String?, of place: MirrorPlace) throws {
        if let push {
            try FileSystem.replace(pushFile(place), with: push.utf8)
        } else {
            try? FileManager.default.removeItem(atPath: pushFile(place).string)
        }
    }

    private func pushFile(_ place: MirrorPlace) -> GitPath { GitPath(path(of: place) + "/codescan-pushed-at") }

    /// A folder aside, for a mirror that is not whole yet.
    func newFolder() -> String { incoming + "/" + UUID().uuidString + ".git" }

    /// Puts a whole mirror in its place; what was there is removed afterwards.
    func place(_ folder: String, at place: MirrorPlace) throws {
        let path = path(of: place)
        try makeParent(of: path)
        let old = newFolder()
        if exists(path) { try FileManager.default.moveItem(atPath: path, toPath: old) }
        try FileManager.default.moveItem(atPath: folder, toPath: path)
        discard(old)
    }

    /// Removes a folder aside.
    func discard(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }

    /// What the forge said of the repository at a place; nil when nothing that can be read is kept.
    func record(of place: MirrorPlace) -> ForgeRecord? { try? ForgeRecord(beside: GitPath(path(of: place))) }

    /// Keeps what the forge says.
    func write(_ record: ForgeRecord, at place: MirrorPlace) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let path = path(of: place)
        try makeParent(of: path)
        try FileSystem.replace(
            ForgeRecord.path(beside: GitPath(path)), with: try encoder.encode(record) + Data("\n".utf8))
    }

    /// Moves a mirror and its record. A run that is killed in between finds the one without the other, and moves again.
    func move(from old: MirrorPlace, to new: MirrorPlace, record: ForgeRecord) throws {
        let source = path(of: old)
        // A mirror of the same repository may stand at the new name already, made from its address.
        if exists(source) { try place(source, at: new) }
        try write(record, at: new)
        try? FileManager.default.removeItem(atPath: ForgeRecord.path(beside: GitPath(source)).string)
        // Folders of owners that have nothing left.
        var folder = (source as NSString).deletingLastPathComponent
        while folder.utf8.count > (root + "/" + old.host).utf8.count, rmdir(folder) == 0 {
            folder = (folder as NSString).deletingLastPathComponent
        }
    }

    /// The records of a host, one after the other.
    func records(of host: String) -> some Sequence<(place: MirrorPlace, record: ForgeRecord)> {
        let folder = root + "/" + host
        let files = FileManager.default.enumerator(atPath: folder)
        return sequence(state: files) { files in
            while let file = files?.nextObject() as? String {
                // Nothing inside a mirror is looked at.
                if file.hasSuffix(".git") { files?.skipDescendants() }
                guard file.hasSuffix(".forge.json"), file.contains("/") else { continue }
                let path = file.dropLast(".forge.json".count)
                let slash = path.lastIndex(of: "/")!
                let (owner, name) = (path[..<slash], path[path.index(after: slash)...])
                guard let place = MirrorPlace(host: host, owner: String(owner), name: String(name)),
                    let record = record(of: place)
                else { continue }
                return (place, record)
            }
            return nil
        }
    }

    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private func makeParent(of path: String) throws {
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    }
}
