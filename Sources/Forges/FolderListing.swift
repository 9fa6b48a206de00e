// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What one folder of a forge tree holds, with names as bytes: Foundation drops the names that are not text.

import Git
import Languages

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder's place on its disk: the same for every path that leads to it.
struct FolderIdentity: Hashable {
    let device: UInt64
    let inode: UInt64

    /// The identity of the folder a path leads to, links followed; nil when there is none.
    init?(_ path: GitPath) {
        var status = stat()
        guard path.withCPath({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
    }
}

struct FolderListing {
    /// The folders in it, by name.
    private(set) var folders: [GitPath] = []
    /// The symbolic links in it, by name; whether they lead to folders is not known yet.
    private(set) var links: [GitPath] = []

    struct Failure: Error {
        let reason: Bilingual
    }

    /// Lists a folder, in the order of the names' bytes.
    init(of folder: GitPath) throws(Failure) {
        guard let stream = folder.withCPath({ opendir($0) }) else {
            throw Failure(reason: Bilingual(systemError: errno))
        }
        defer { closedir(stream) }
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = GitPath(Self.name(of: entry))
            guard name != ".", name != ".." else { continue }
            switch Self.kind(of: entry, at: folder.appending(name)) {
            case .folder: folders.append(name)
            case .link: links.append(name)
            case .other: continue
            }
        }
        guard errno == 0 else { throw Failure(reason: Bilingual(systemError: errno)) }
        folders.sort()
        links.sort()
    }

    private enum Kind {
        case folder, link, other
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    }

    /// Most file systems say what an entry is; the others are asked.
    private static func kind(of entry: UnsafeMutablePointer<dirent>, at path: GitPath) -> Kind {
        switch Int(entry.pointee.d_type) {
        case Int(DT_DIR): return .folder
        case Int(DT_LNK): return .link
        case Int(DT_UNKNOWN):
            var status = stat()
            guard path.withCPath({ lstat($0, &status) }) == 0 else { return .other }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: return .folder
            case S_IFLNK: return .link
            default: return .other
            }
        default: return .other
        }
    }
}

extension GitPath {
    func withCPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (bytes + [0]).withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
    }

    /// Whether anything is at the path, a dangling link included.
    var isThere: Bool {
        var status = stat()
        return !bytes.contains(0) && withCPath { lstat($0, &status) } == 0
    }

    /// The folder's own name where the path, being `.` or ending in `..`, does not say it.
    var resolvedName: GitPath? {
        guard let resolved = withCPath({ realpath($0, nil) }) else { return nil }
        defer { free(resolved) }
        return GitPath(String(cString: resolved)).name
    }
}
