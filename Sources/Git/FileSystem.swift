// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The few questions asked of the file system, with paths as bytes: what is there, and what a small file says.
// Foundation's answers need paths that are text.

import Languages

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Bilingual {
    /// The sentence, of a file that it does not name.
    func of(_ file: GitPath) -> Bilingual { Bilingual { "\(file)\($0.colon) \(self($0))" } }
}

package enum FileSystem {
    package enum ReadFailure: Error {
        case missing
        case unreadable(Bilingual)
        case tooLarge
    }

    /// A file that could not be written.
    package struct WriteFailure: Error, Spoken {
        let path: GitPath
        let reason: Bilingual

        package func sentence(_ language: Language) -> String {
            language(
                "\(path): cannot be written: \(reason(.english))",
                "\(path)\u{A0}: écriture impossible\u{A0}: \(reason(.french))")
        }
    }

    static func exists(_ path: GitPath) -> Bool { mode(of: path) != nil }

    static func isFile(_ path: GitPath) -> Bool { mode(of: path) == S_IFREG }

    static func isFolder(_ path: GitPath) -> Bool { mode(of: path) == S_IFDIR }

    /// How many bytes a file has; 0 when there is none.
    static func size(of path: GitPath) -> Int {
        var status = stat()
        return withCPath(path, { stat($0, &status) }) == 0 ? Int(status.st_size) : 0
    }

    /// The names in a folder, in no order; none when it cannot be listed.
    static func names(in folder: GitPath) -> [GitPath] {
        guard let stream = withCPath(folder, { opendir($0) }) else { return [] }
        defer { closedir(stream) }
        var names: [GitPath] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { GitPath($0.prefix { $0 != 0 }) }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Something in a folder.
    struct Entry {
        enum Kind { case file, folder, link, other }
        let name: GitPath
        let kind: Kind
    }

    /// What a folder holds, in no order; nil when it cannot be listed, and `lastReason` says why.
    static func entries(in folder: GitPath) -> [Entry]? {
        guard let stream = withCPath(folder, { opendir($0) }) else { return nil }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { GitPath($0.prefix { $0 != 0 }) }
            if name == "." || name == ".." { continue }
            let kind: Entry.Kind =
                switch Int32(entry.pointee.d_type) {
                case Int32(DT_REG): .file
                case Int32(DT_DIR): .folder
                case Int32(DT_LNK): .link
                // Some file systems do not say.
                case Int32(DT_UNKNOWN): kindOfUnknown(folder.appending(name))
                default: .other
                }
            entries.append(Entry(name: name, kind: kind))
        }
        return entries
    }

    private static func kindOfUnknown(_ path: GitPath) -> Entry.Kind {
        var status = stat()
        guard withCPath(path, { lstat($0, &status) }) == 0 else { return .other }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }

    /// Why the last call failed.
    static var lastReason: Bilingual { Bilingual(systemError: errno) }

    /// The target of a symbolic link; nil when the path is not one.
    static func symbolicLinkTarget(_ path: GitPath) -> GitPath? {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes { buffer in
            withCPath(path) { readlink($0, buffer.baseAddress!.assumingMemoryBound(to: CChar.self), buffer.count) }
        }
        return count > 0 ? GitPath(buffer.prefix(count)) : nil
    }

    /// A regular file's bytes, when there are at most `maximumBytes`.
    package static func read(_ path: GitPath, maximumBytes: Int) throws(ReadFailure) -> [UInt8] {
        // Without blocking, as a hostile repository may have a pipe where git has a file.
        let descriptor = withCPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(lastReason)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(lastReason) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(Bilingual("not a regular file", "n’est pas un fichier ordinaire"))
        }
        guard status.st_size <= maximumBytes else { throw .tooLarge }

        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: min(Int(status.st_size) + 1, 1 << 20))
        while true {
            let count = chunk.withUnsafeMutableBytes { readOnce(descriptor, $0) }
            if count < 0 { throw .unreadable(lastReason) }
            if count == 0 { return bytes }
            bytes += chunk.prefix(count)
            guard bytes.count <= maximumBytes else { throw .tooLarge }
        }
    }

    /// Puts a file of these bytes in the place of what is at the path: written aside, brought to the disk, then renamed,
    /// so that the path always leads to the old file or the new one, whole.
    /// - Throws: `WriteFailure`; then the path leads to what it led to.
    package static func replace(_ path: GitPath, with bytes: some Collection<UInt8>) throws(WriteFailure) {
        let temporary = GitPath(path.bytes + Array(".codescan-new".utf8))
        func failure(_ reason: Bilingual) -> WriteFailure {
            _ = withCPath(temporary) { unlink($0) }
            return WriteFailure(path: path, reason: reason)
        }
        let descriptor = withCPath(temporary) { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644) }
        guard descriptor >= 0 else { throw failure(lastReason) }
        defer { close(descriptor) }
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { throw failure(lastReason) }
            rest = rest.dropFirst(max(count, 0))
        }
        guard fsync(descriptor) == 0, withCPath(temporary, { old in withCPath(path) { rename(old, $0) } }) == 0
        else { throw failure(lastReason) }
    }

    private static func readOnce(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
            Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #else
            Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }

    /// The kind of file (`S_IFREG`, `S_IFDIR`, …) after following links; nil when there is none.
    private static func mode(of path: GitPath) -> mode_t? {
        var status = stat()
        guard withCPath(path, { stat($0, &status) }) == 0 else { return nil }
        return status.st_mode & S_IFMT
    }

    private static func withCPath<Result>(_ path: GitPath, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (path.bytes + [0]).withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
    }
}
