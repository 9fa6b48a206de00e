// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What the inventory says of a contradiction (`package.json says MIT`), taken apart: the file, the sentence in both languages,
// and where in the file it is.

import Languages

/// A contradiction, as `license.conflicts` has it.
public struct ConflictSentence: Sendable {
    private let english: String
    private let french: String
    /// The sentence without its line: the same when lines move.
    public let subject: String
    /// The file that the sentence begins with; nil when it is of no known form.
    public let path: String?
    /// What the file says, is or names.
    private let said: String?
    /// The line that the sentence gives.
    private let line: Int?

    /// The words between the parts that differ, and the French ones in their place.
    private static let forms: [(english: [String], french: [String])] = [
        ([" says "], [" indique "]),
        ([" refers to ", ", which is "], [" renvoie à ", ", qui est sous "]),
        ([" is titled ", " above the text of "], [" a pour titre ", " au-dessus du texte de "]),
        ([" is named ", " and holds the text of "], [" est nommé ", " et contient le texte de "]),
        ([" is empty"], [" est vide"]),
        ([" restricts the use that ", " allows"], [" restreint l’usage que permet ", ""]),
    ]

    /// Takes a sentence apart.
    public init(_ conflict: String) {
        for form in Self.forms {
            guard let parts = Self.parts(of: conflict, between: form.english) else { continue }
            let french = zip(parts.dropFirst(), form.french).reduce(parts[0]) { $0 + $1.1 + $1.0 }
            (english, self.french) = (conflict, french)
            let pieces = parts[0].split(separator: ":")
            let number = pieces.count == 2 ? Int(pieces[1]) : nil
            path = number == nil ? parts[0] : String(pieces[0])
            line = number
            subject = number == nil ? conflict : String(pieces[0]) + conflict.dropFirst(parts[0].count)
            said = parts.dropFirst().first { !$0.isEmpty }
            return
        }
        (english, french) = (conflict, conflict)
        (subject, path, said, line) = (conflict, nil, nil, nil)
    }

    /// The sentence in a language.
    public func callAsFunction(_ language: Language) -> String { language(english, french) }

    /// The lines of the manifest's field, or of the legal file's text, that the sentence is about.
    public func lines(in entry: InventoryEntry, _ details: RepositoryDetails?) -> ClosedRange<Int>? {
        if let line { return line...line }
        let field = details?.statements.first { statement in
            statement.path == path
                && (statement.declaration.statement == said
                    || statement.declaration.reading.expression?.description == said)
        }
        return field?.declaration.lines
            ?? entry.license.evidence.first { $0.path == path && $0.kind == .text }
            .flatMap { $0.lines[0] > 0 ? $0.lines[0]...max($0.lines[0], $0.lines[1]) : nil }
    }

    /// What stands before, between and behind the words; nil unless they all occur in this order.
    private static func parts(of text: String, between words: [String]) -> [String]? {
        var parts: [String] = []
        var rest = text[...]
        for word in words {
            guard let range = rest.firstRange(of: word) else { return nil }
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
