// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Why a manifest could not be read. A repository with a broken manifest keeps its entry: the error is reported beside it.

/// A manifest that cannot be read.
public struct ManifestError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Reason: Sendable, Hashable {
        /// The file is larger than `ManifestFormat.maximumSize` bytes.
        case tooLarge(bytes: Int)
        /// Values are nested deeper than any real manifest's.
        case tooDeep
        /// The file uses what codescan refuses to expand, such as XML entities.
        case forbidden(String)
        /// The format's parser refuses the file, with the parser's words.
        case malformed(String)
    }

    /// The format's name, as `ManifestFormat` has it, or `REUSE.toml` and `dep5`.
    public let format: String
    /// What is wrong.
    public let reason: Reason
    /// The line of the file, from 1, where known.
    public let line: Int?

    init(_ format: String, _ reason: Reason, line: Int? = nil) {
        self.format = format
        self.reason = reason
        self.line = line
    }
}

extension ManifestError: CustomStringConvertible {
    /// One sentence for a person: what, where, how to mend.
    public var description: String {
        let place = line.map { "line \($0): " } ?? ""
        switch reason {
        case .tooLarge(let bytes):
            return place
                + "the \(format) file has \(bytes) bytes, more than the \(ManifestFormat.maximumSize) that are "
                + "read; move data out of it"
        case .tooDeep:
            return place + "values are nested too deep for a \(format) file; flatten them"
        case .forbidden(let what):
            return place + "\(what) in a \(format) file are not expanded; write the values out"
        case .malformed(let words):
            return place + "this is not a well-formed \(format) file (\(words)); mend its syntax"
        }
    }
}
