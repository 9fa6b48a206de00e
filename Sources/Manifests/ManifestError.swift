// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Why a manifest could not be read. A repository with a broken manifest keeps its entry: the error is reported beside it.

import Languages

/// A manifest that cannot be read.
public struct ManifestError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Reason: Sendable, Hashable {
        /// The file is larger than `ManifestFormat.maximumSize` bytes.
        case tooLarge(bytes: Int)
        /// Values are nested deeper than any real manifest's.
        case tooDeep
        /// The file uses what codescan refuses to expand, such as XML entities.
        case forbidden(Bilingual)
        /// The format's parser refuses the file: its words where it is a library's, which are English.
        case malformed(Bilingual)
    }

    /// The format's name, as `ManifestFormat` has it, or `REUSE.toml` and `dep5`.
    public let format: String
    /// What is wrong.
    public let reason: Reason
    /// The line of the file, from 1, where known.
    public let line: Int?

    /// What is said where a parser says nothing.
    static let noReason = Bilingual("no reason given", "sans raison donnée")

    init(_ format: String, _ reason: Reason, line: Int? = nil) {
        self.format = format
        self.reason = reason
        self.line = line
    }
}

extension ManifestError: Spoken {
    /// One sentence for a person, who knows which file it is: the line, what is wrong there, and how to mend it.
    public func sentence(_ language: Language) -> String {
        let place = line.map { language("line \($0)", "ligne \($0)") + language.colon + " " } ?? ""
        return place + fault(language) + language.semicolon + " " + mend(language)
    }

    /// What is wrong.
    public func fault(_ language: Language) -> String {
        switch reason {
        case .tooLarge(let bytes):
            language(
                "the \(format) file has \(bytes) bytes, more than the \(ManifestFormat.maximumSize) that are read",
                "le fichier \(format) fait \(bytes) octets, plus que les \(ManifestFormat.maximumSize) qui sont lus")
        case .tooDeep:
            language(
                "values are nested too deep for a \(format) file",
                "les valeurs sont trop imbriquées pour un fichier \(format)")
        case .forbidden(let what):
            language(
                "\(what(.english)) in a \(format) file are not expanded",
                "\(what(.french)) d’un fichier \(format) ne sont pas développés")
        case .malformed(let words):
            language(
                "this is not a well-formed \(format) file (\(words(.english)))",
                "ce n’est pas un fichier \(format) bien formé (\(words(.french)))")
        }
    }

    /// How to mend it.
    public func mend(_ language: Language) -> String {
        switch reason {
        case .tooLarge: language("move data out of it", "sortez-en les données")
        case .tooDeep: language("flatten them", "aplatissez-les")
        case .forbidden: language("write the values out", "écrivez les valeurs")
        case .malformed: language("mend its syntax", "corrigez sa syntaxe")
        }
    }
}
