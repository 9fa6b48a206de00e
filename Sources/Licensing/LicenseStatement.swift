// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Reads what a person or a manifest wrote about a licence in a few words. A statement is read whole or not at all: one
// word that the vocabulary does not explain, and the answer is `.unknown`, since "MIT, but not for bombs" is not MIT.
//
//     LicenseStatement.reading(of: "GPL (>= 2)")          // .expression(GPL-2.0-or-later)
//     LicenseStatement.reading(of: "Licence Ouverte 2.0") // .expression(etalab-2.0)
//     LicenseStatement.reading(of: "SEE LICENSE IN eula") // .file("eula")

/// Statements of a licence in free text.
public enum LicenseStatement {
    /// What a statement says.
    public enum Reading: Sendable, Hashable {
        /// A licence or several, in normal form.
        case expression(LicenseExpression)
        /// A family of licences whose version is not said.
        case family(LicenseFamily)
        /// That nothing is granted: `UNLICENSED`, "Propriétaire", "All rights reserved".
        case proprietary
        /// That the licence is in a file, by its path as written.
        case file(String)
        /// Nothing that the vocabulary explains.
        case unknown

        /// The expression of a reading that is one.
        public var expression: LicenseExpression? {
            if case .expression(let expression) = self { expression } else { nil }
        }
    }

    /// The longest statement that is read, in bytes of UTF-8; of a longer one, only the first line counts, and only
    /// when it is a title that needs no version, such as "MIT License".
    public static let maximumLength = 512

    /// What a statement says: an SPDX expression, a name in English or French, a Trove classifier, a URL, a file.
    public static func reading(of text: some StringProtocol) -> Reading {
        guard text.utf8.count <= maximumLength else { return title(of: text) }
        let trimmed = String(text.trimmed(while: isSpace))
        guard !trimmed.isEmpty else { return .unknown }
        if let expression = spdx(trimmed) { return .expression(expression) }
        if let classifier = LicenseClassifier.name(in: trimmed) { return words(classifier) }
        if let (own, file) = rFile(in: trimmed) { return own.isEmpty ? .file(file) : reading(of: own) }
        if let file = namedFile(in: trimmed) { return .file(file) }
        if let (url, rest) = LicenseURL.find(in: trimmed) { return reading(ofURL: url, rest: rest) }
        let reading = words(trimmed)
        guard reading == .unknown else { return reading }
        if let expression = cargo(trimmed) { return .expression(expression) }
        return isFileName(trimmed) ? .file(trimmed) : .unknown
    }
}

extension LicenseStatement {
    /// The statement as an SPDX expression, with or without the word "licence" around it.
    private static func spdx(_ text: String) -> LicenseExpression? {
        if let expression = try? LicenseExpression(parsing: text) { return expression.normalized }
        let edge: Set<String> = ["license", "licence", "the", "licensed", "under", "sous", "license:", "licence:", ":"]
        let pieces = text.split(whereSeparator: isSpace)
        let core = pieces.trimmed { edge.contains($0.lowercased()) }
        guard !core.isEmpty, core.count < pieces.count else { return nil }
        return (try? LicenseExpression(parsing: core.joined(separator: " ")))?.normalized
    }

    /// Cargo's old `/` between identifiers, which means OR.
    private static func cargo(_ text: String) -> LicenseExpression? {
        (try? LicenseExpression(parsing: text.replacing("/", with: " OR ")))?.normalized
    }

    private static func title(of text: some StringProtocol) -> Reading {
        let lines = text.prefix(maximumLength).split(whereSeparator: \.isNewline)
        guard let line = lines.first(where: { !$0.allSatisfy(isSpace) }), line.utf8.count < 120 else { return .unknown }
        let reading = reading(of: line)
        guard let operand = reading.expression?.soleOperand, GNUIdentifier(operand.identifier) == nil else {
            return .unknown
        }
        return reading
    }

    private static func reading(ofURL url: LicenseURL, rest: String) -> Reading {
        let target = url.reading
        let phrases = phrases(of: LicenseWords.fold(rest))
        if phrases.allSatisfy({ $0 == .noise || $0 == .slash }) { return target }
        switch (words(rest), target) {
        case (.family(let family), .expression(let expression))
        where expression.identifiers.allSatisfy(family.contains):
            return target
        case (.expression(let named), .expression(let linked)) where named.covers(linked):
            return target
        case (let said, _):
            return said
        }
    }

    /// R's "MIT + file LICENSE" and "file LICENSE": what stands before, and the file.
    private static func rFile(in text: String) -> (own: String, file: String)? {
        let pieces = text.split(whereSeparator: isSpace)
        guard let index = pieces.firstIndex(where: { $0.lowercased() == "file" }), index + 2 == pieces.count else {
            return nil
        }
        if index == 0 { return ("", String(pieces[1])) }
        guard index >= 2, ["+", "|"].contains(pieces[index - 1]) else { return nil }
        return (pieces[..<(index - 1)].joined(separator: " "), String(pieces[index + 1]))
    }

    /// npm's "SEE LICENSE IN path" and its likes.
    private static func namedFile(in text: String) -> String? {
        let pieces = text.split(whereSeparator: isSpace)
        let words = pieces.map { $0.lowercased() }
        let introductions = [
            ["see", "license", "in"], ["see", "licence", "in"], ["see", "license", "file"], ["see", "licence", "file"],
            ["see", "the", "license", "in"], ["see"], ["voir"], ["voir", "le", "fichier"], ["cf"], ["cf."],
        ]
        for introduction in introductions
        where words.count == introduction.count + 1 && words.starts(with: introduction) {
            let path = String(pieces[pieces.count - 1])
            if introduction.count > 1 && !path.contains("://") || isFileName(path) { return path }
        }
        return words.count == 3 && words[0] == "see" && words[2] == "file" && isFileName(String(pieces[1]))
            ? String(pieces[1]) : nil
    }

    /// Whether the text is the path of a file that usually holds a licence.
    static func isFileName(_ text: String) -> Bool {
        guard !text.contains(where: { isSpace($0) || ":?*<>|".contains($0) }),
            let name = text.split(separator: "/").last?.lowercased()
        else { return false }
        let stems = ["license", "licence", "copying", "copyright", "unlicense", "legal", "notice", "mit-license"]
        return stems.contains { name.hasPrefix($0) }
            || [".txt", ".md", ".rst", ".html", ".pdf"].contains { name.hasSuffix($0) }
    }

    static func isSpace(_ character: Character) -> Bool {
        character.isWhitespace || character == "\u{FEFF}" || character == "\""
    }
}

extension LicenseStatement {
    /// The longest list of words that is read.
    private static let maximumWords = 64

    /// What a name, or several joined by "or" and "and", says.
    static func words(_ text: some StringProtocol) -> Reading {
        let words = LicenseWords.fold(text)
        guard words.count <= maximumWords else { return .unknown }
        let phrases = phrases(of: words)
        if phrases.contains(.proprietary) {
            return phrases.contains { $0.namesLicense } ? .unknown : .proprietary
        }
        // Without a parser for free text, a mix of both in parentheses could be read the wrong way round.
        if phrases.contains(.or), phrases.contains(.and), text.contains("(") { return .unknown }
        return joined(phrases[...], by: [.or, .and])
    }

    static func phrases(of words: [String]) -> [LicensePhrase] {
        var phrases: [LicensePhrase] = []
        var index = 0
        while index < words.count {
            if let (phrase, length) = LicensePhrases.longest(in: words, at: index) {
                phrases.append(phrase)
                index += length
            } else {
                phrases.append(version(words[index]).map(LicensePhrase.version) ?? .unknown)
                index += 1
            }
        }
        return phrases
    }

    private static func version(_ word: String) -> [Int]? {
        let numbers = word.split(separator: ".").map { Int($0) }
        guard !numbers.isEmpty, numbers.count <= 4, !numbers.contains(nil) else { return nil }
        var version = numbers.compactMap(\.self)
        while version.count > 1, version.last == 0 { version.removeLast() }
        return version
    }

    /// Splits by the loosest separator first; every part must be an expression by itself.
    private static func joined(_ phrases: ArraySlice<LicensePhrase>, by separators: ArraySlice<LicensePhrase>)
        -> Reading
    {
        guard let separator = separators.first else {
            let alone = single(phrases)
            return alone == .unknown && phrases.contains(.slash) ? split(phrases, at: .slash, then: []) : alone
        }
        guard phrases.contains(separator) else { return joined(phrases, by: separators.dropFirst()) }
        return split(phrases, at: separator, then: separators.dropFirst())
    }

    private static func split(
        _ phrases: ArraySlice<LicensePhrase>, at separator: LicensePhrase, then rest: ArraySlice<LicensePhrase>
    ) -> Reading {
        let parts = phrases.split(separator: separator, omittingEmptySubsequences: false).map { part in
            joined(part, by: rest).expression
        }
        guard parts.count > 1, !parts.contains(nil) else { return .unknown }
        let expressions = parts.compactMap(\.self)
        let whole = separator == .and ? LicenseExpression.and(expressions) : LicenseExpression.or(expressions)
        return whole.map { .expression($0.simplified) } ?? .unknown
    }

    /// One licence, however often it is repeated: "GNU Affero General Public License v3 or later (AGPLv3+)".
    private static func single(_ phrases: ArraySlice<LicensePhrase>) -> Reading {
        var names: Set<LicensePhrase> = []
        var versions: Set<[Int]> = []
        var isOrLater = false
        for phrase in phrases {
            switch phrase {
            case .family, .license: names.insert(phrase)
            case .version(let version): versions.insert(version)
            case .orLater: isOrLater = true
            case .noise, .slash, .only: break
            case .or, .and, .proprietary, .unknown: return .unknown
            }
        }
        if names.count > 1 { names.remove(.family(.creativeCommons)) }
        guard names.count == 1, let name = names.first, versions.count <= 1 else { return .unknown }
        switch name {
        case .license(let identifier):
            guard versions.allSatisfy({ accepts($0, in: identifier) }) else { return .unknown }
            return .expression(LicenseExpression(LicenseOperand(identifier)))
        case .family(let family):
            guard let version = versions.first else {
                return family.unversioned.map { .expression(LicenseExpression(LicenseOperand($0))) } ?? .family(family)
            }
            return family.license(version: version, orLater: isOrLater)
                .map { .expression(LicenseExpression($0)) } ?? .unknown
        default:
            return .unknown
        }
    }

    /// "CC0 1.0" says its only version again; a licence without versions in its identifier is at its first.
    private static func accepts(_ version: [Int], in identifier: String) -> Bool {
        let own = VersionedIdentifier(identifier)?.version ?? [1]
        return own == version || own == version + [0]
    }
}

extension LicensePhrase {
    fileprivate var namesLicense: Bool {
        switch self {
        case .family, .license: true
        default: false
        }
    }
}

/// Python's Trove classifiers: `License :: OSI Approved :: MIT License`.
enum LicenseClassifier {
    /// The licence's name in a classifier, or `nil` when the text is none.
    static func name(in text: String) -> Substring? {
        let parts = text.split(separator: "::", omittingEmptySubsequences: false)
        guard parts.count > 1, parts[0].lowercased().hasPrefix("license") else { return nil }
        return parts[parts.count - 1]
    }
}

extension BidirectionalCollection {
    /// What is left without the elements at both ends that satisfy the predicate.
    func trimmed(while isEdge: (Element) -> Bool) -> SubSequence {
        guard let first = firstIndex(where: { !isEdge($0) }), let last = lastIndex(where: { !isEdge($0) }) else {
            return self[endIndex...]
        }
        return self[first...last]
    }
}
