// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A file that a person gave to `track` and that cannot be used: which, where, what is wrong, how to mend it.

import Languages

/// Why a table, a list of aliases or of decisions cannot be read.
public struct TrackFileError: Error, Sendable, Hashable, Spoken {
    /// The file, as it was given.
    public let file: String
    /// The line, from 1; nil when it is the file as a whole.
    public let line: Int?
    /// The byte of the line, from 1; nil where the line tells enough.
    public let column: Int?
    /// What is wrong and how to mend it.
    public let message: Bilingual

    /// An error at a place.
    public init(_ file: String, line: Int? = nil, column: Int? = nil, _ message: Bilingual) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// `suivi.csv:1: no column "URL_Code_Source"; add it to the first line`.
    public func sentence(_ language: Language) -> String {
        let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
        return "\(file)\(place)\(language.colon) \(message(language))"
    }
}
