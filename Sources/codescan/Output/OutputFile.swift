// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A file that is there whole or not at all: written aside in the same folder, brought to the disk, then renamed.
//
//     let output = try OutputFile("inventory.json")  // says at once what could not be written an hour later
//     try output.write(data)

import Foundation
import Languages

/// Why a result could not be written, in a sentence.
struct OutputError: Error, Spoken {
    private let message: Bilingual
    /// EX_CANTCREAT or EX_IOERR of sysexits.h.
    var status: Int32
    /// Whether the reader of a pipe has closed its end.
    var isClosedPipe = false

    init(_ path: String, cannotBeCreated reason: Bilingual) {
        message = Bilingual { "\(path)\($0.colon) \(reason($0))" }
        status = EX_CANTCREAT
    }

    /// What `errno` says of a write.
    init(_ path: String, code: Int32 = errno) {
        let reason = Bilingual(systemError: code)
        message = Bilingual(
            "\(path): cannot be written: \(reason(.english))",
            "\(path)\u{A0}: écriture impossible\u{A0}: \(reason(.french))")
        status = EX_IOERR
        isClosedPipe = code == EPIPE
    }

    func sentence(_ language: Language) -> String { message(language) }
}

struct OutputFile {
    /// What to write on, as it was given; null for standard output.
    private let path: String?
    /// The file that it leads to.
    private let target: String
    /// Whether the path is a device or a pipe, which a rename would replace by a file.
    private let isSpecial: Bool

    /// `-` or null is standard output.
    /// - Throws: `OutputError` when the path is a folder, or in one that takes no file.
    init(_ path: String?) throws(OutputError) {
        guard let path, path != "-" else {
            self.path = nil
            target = "-"
            isSpecial = false
            return
        }
        var status = stat()
        if stat(path, &status) == 0 {
            let kind = status.st_mode & S_IFMT
            if kind == S_IFDIR {
                throw OutputError(
                    path,
                    cannotBeCreated: Bilingual(
                        "is a folder; give the file to write", "est un dossier\u{A0}; donnez le fichier à écrire"))
            }
            isSpecial = kind != S_IFREG
        } else {
            isSpecial = false
        }
        self.path = path
        // The file that a link leads to is replaced, not the link.
        target = realpath(path, nil).map { Self.take($0) } ?? path
        if isSpecial { return }
        let folder = Self.folder(of: target)
        if access(folder, W_OK | X_OK) != 0 {
            let reason = Bilingual(systemError: errno)
            throw OutputError(
                path,
                cannotBeCreated: Bilingual(
                    "cannot be created in \(folder): \(reason(.english))",
                    "ne peut être créé dans \(folder)\u{A0}: \(reason(.french))"))
        }
    }

    /// Writes all of it.
    /// - Throws: `OutputError`; then the path is as it was.
    func write(_ data: Data) throws(OutputError) {
        guard let path else { return try StandardOutput.write(data) }
        if isSpecial { return try Self.writeInPlace(data, path) }
        let temporary = try TemporaryFile(beside: target, for: path)
        do throws(OutputError) {
            try temporary.write(data)
            try temporary.takePlace()
        } catch {
            temporary.remove()
            throw error
        }
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func writeInPlace(_ data: Data, _ path: String) throws(OutputError) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OutputError(path) }
        defer { close(descriptor) }
        try writeAll(data, descriptor, path)
    }

    private static func take(_ string: UnsafeMutablePointer<CChar>) -> String {
        defer { free(string) }
        return String(cString: string)
    }
}

/// The file aside; a signal that ends the program removes it.
private struct TemporaryFile {
    private let path: String
    private let target: String
    /// What a person calls the target.
    private let name: String
    private let descriptor: Int32

    init(beside target: String, for name: String) throws(OutputError) {
        self.target = target
        self.name = name
        Interruption.watch()
        let template: UnsafeMutablePointer<CChar> = strdup(OutputFile.folder(of: target) + "/.codescan-XXXXXX")
        defer { free(template) }
        let descriptor = mkstemp(template)
        guard descriptor >= 0 else {
            let reason = Bilingual(systemError: errno)
            throw OutputError(
                name,
                cannotBeCreated: Bilingual(
                    "cannot be created: \(reason(.english))", "ne peut être créé\u{A0}: \(reason(.french))"))
        }
        self.descriptor = descriptor
        path = String(cString: template)
        Interruption.removes(path)
    }

    func write(_ data: Data) throws(OutputError) {
        // mkstemp gives 0600: the reader is who could read the file before, or who the umask says.
        var status = stat()
        let mode = stat(target, &status) == 0 ? status.st_mode & 0o777 : 0o666 & ~Self.umask
        guard fchmod(descriptor, mode) == 0 else { throw OutputError(name) }
        try writeAll(data, descriptor, name)
        guard fsync(descriptor) == 0 else { throw OutputError(name) }
    }

    func takePlace() throws(OutputError) {
        guard rename(path, target) == 0 else { throw OutputError(name) }
        Interruption.removes(nil)
        close(descriptor)
    }

    func remove() {
        unlink(path)
        Interruption.removes(nil)
        close(descriptor)
    }

    /// There is no way to read it but to set it.
    private static var umask: mode_t {
        let mask = Foundation.umask(0)
        _ = Foundation.umask(mask)
        return mask
    }
}

/// Writes until nothing is left.
func writeAll(_ data: Data, _ descriptor: Int32, _ path: String) throws(OutputError) {
    var failure: OutputError?
    data.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                failure = OutputError(path)
                return
            }
        }
    }
    if let failure { throw failure }
}
