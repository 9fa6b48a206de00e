// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A file read to its end, and what a shell gives for one: `<(gunzip -c inventory.json.gz)`, `/dev/stdin`. Foundation's
// `Data(contentsOf:)` reads regular files alone.

import Foundation

/// What is given as a file.
public enum WholeFile {
    /// Every byte of the file, the pipe or the device at `path`.
    /// - Throws: `CocoaError` when it cannot be read.
    public static func data(at path: String) throws -> Data {
        var status = stat()
        let kind = stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
        guard kind == S_IFIFO || kind == S_IFCHR || kind == S_IFSOCK else {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw CocoaError(.fileReadNoPermission) }
        return try handle.readToEnd() ?? Data()
    }
}
