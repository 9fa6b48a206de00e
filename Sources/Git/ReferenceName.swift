// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What may be a reference's full name: as much as keeps a name that is read inside the repository, and all that git
// asks for of a name that is written.

enum ReferenceName {
    /// Whether a name that a repository holds leads to a file below its `refs`, and nowhere else.
    static func isInside(_ name: GitPath) -> Bool {
        guard name.bytes.starts(with: "refs/".utf8), !name.bytes.contains(0) else { return false }
        return components(of: name).allSatisfy { !$0.isEmpty && $0.first != UInt8(ascii: ".") }
    }

    /// Whether git would make a reference of this name (git-check-ref-format(1)).
    static func isValid(_ name: GitPath) -> Bool {
        let forbidden = Set(" ~^:?*[\\\u{7F}".utf8)
        guard isInside(name), !name.bytes.contains(where: { $0 < 32 || forbidden.contains($0) }),
            name.bytes.last != UInt8(ascii: "."), !name.contains(".."), !name.contains("@{")
        else { return false }
        return components(of: name).allSatisfy { !GitPath($0).hasSuffix(".lock") }
    }

    private static func components(of name: GitPath) -> [ArraySlice<UInt8>] {
        name.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    }
}

extension GitPath {
    fileprivate func contains(_ pair: String) -> Bool {
        let pair = Array(pair.utf8)
        return zip(bytes, bytes.dropFirst()).contains { $0 == pair[0] && $1 == pair[1] }
    }
}
