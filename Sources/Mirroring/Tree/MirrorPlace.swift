// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Where a repository lies on its forge and in the tree: host, owner, name. A forge says these words, so each is looked
// at before it becomes a folder.

import Forges

/// A repository's place: `github.com/etalab/csvapi`.
public struct MirrorPlace: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The forge's host, with its port where that is not the usual one, in lower case.
    public let host: String
    /// Organisation, user, or group path.
    public let owner: String
    /// The repository's name, without `.git`.
    public let name: String

    /// A place, of words that may be folders.
    /// - Returns: nil when one of them may not be: empty, hidden, `..`, with a slash or a control character.
    public init?(host: String, owner: String, name: String) {
        let folders = owner.split(separator: "/", omittingEmptySubsequences: false)
        guard Self.isFolder(host), host.first != ".", Self.isFolder(name), name != ".git",
            folders.allSatisfy({ Self.isFolder($0) && $0.first != "." && !$0.lowercased().hasSuffix(".git") })
        else { return nil }
        (self.host, self.owner, self.name) = (host.lowercased(), owner, name)
    }

    /// The place that a record speaks of.
    public init?(_ record: ForgeRecord) {
        self.init(host: record.host, owner: record.owner, name: record.name)
    }

    /// `host/owner/name`.
    public var description: String { "\(host)/\(owner)/\(name)" }

    /// Whether it belongs to an account, or to a group in it; nil is the whole forge.
    func isOf(_ account: String?) -> Bool {
        guard let account = account?.lowercased() else { return true }
        // SourceHut's owners have a sign before them that people leave out.
        let owner = account.hasPrefix("~") ? owner.lowercased() : String(owner.lowercased().trimmingPrefix("~"))
        return owner == account || owner.hasPrefix(account + "/")
    }

    /// Orders places by host, owner and name.
    public static func < (left: MirrorPlace, right: MirrorPlace) -> Bool {
        (left.host, left.owner, left.name) < (right.host, right.owner, right.name)
    }

    /// 240 bytes leave room for `.forge.json` in the 255 that file systems allow.
    private static func isFolder(_ word: some StringProtocol) -> Bool {
        !word.isEmpty && word != "." && word != ".." && word.utf8.count <= 240
            && word.utf8.allSatisfy { $0 >= 32 && $0 != 127 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") }
    }
}
