// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a README says of the project's licence: its licence section, its badges, and grants in so many words. A README
// also speaks of the licences of data sets and libraries, so a name elsewhere counts for nothing.

import Foundation
import LicenseDetection
import Licensing

struct ReadmeReading {
    let path: String
    private(set) var declarations: [Declaration] = []
    /// Where its licence sections, and sentences about the licence, lead.
    private(set) var references: [FileReference] = []
    /// Whether it speaks of the licence at all.
    private(set) var speaksOfLicense = false
    /// A restriction of use beside a free licence: the lines' text and number.
    private(set) var restriction: (path: String, line: Int)?
    /// "code.gouv.fr-ouvert" and the like (DINUM's degrees of opening).
    private(set) var openness: String?

    init(_ file: ListedFile, _ bytes: [UInt8], _ detector: LicenseDetector) {
        path = file.path.string
        let lines = Self.lines(bytes)
        let folded = lines.map { $0.text.folded }
        let sections = Self.licenseSections(lines.map(\.text), folded)
        for match in detector.matches(in: bytes) where match.kind != .clue && match.kind != .intro {
            guard let expression = (try? LicenseExpression(parsing: match.expression))?.normalized, !expression.isVague
            else { continue }
            let first = match.lines.lowerBound - 1
            guard first < lines.count else { continue }
            let inSection = sections.contains { $0.contains(first) }
            let offset = max(0, match.bytes.lowerBound - lines[first].start)
            let before = String(decoding: Array(lines[first].text.utf8).prefix(offset), as: UTF8.self).folded
            guard inSection || Self.grants(match, before, folded[first]), !Self.compares(before) else { continue }
            let previous = first > 0 ? folded[first - 1] : ""
            var declaration = Declaration(
                expression: expression, evidence: LicenseEvidence(match, in: file, .readme),
                isStatement: match.kind != .text)
            // The sentence's subject decides; else the line's; else that of the line above.
            let sentence =
                before.range(of: ". ", options: .backwards).map { String(before[$0.upperBound...]) } ?? before
            if Self.speaksOfPart([sentence, folded[first], previous], partWords: Self.partWords + Self.textWords) {
                declaration.scope = .part
            }
            declarations.append(declaration)
        }
        joinChoice(folded)
        speaksOfLicense = !declarations.isEmpty || !sections.isEmpty || folded.contains { $0.holds("licen") }
        references = lines.indices.compactMap { i in
            let isAbout = sections.contains { $0.contains(i) } || folded[i].holds("licen")
            guard isAbout, !Self.speaksOfPart([folded[i]], partWords: Self.partWords) else { return nil }
            return FileReference(line: lines[i].text, number: i + 1, of: file, kind: .readme)
        }
        for (i, line) in folded.enumerated() {
            if restriction == nil, Self.restricts(line), !Self.speaksOfComponent(folded[..<i]) {
                restriction = (path, i + 1)
            }
            if openness == nil, line.holds("code.gouv.fr-"), let range = line.range(of: "code.gouv.fr-") {
                let degree = line[range.upperBound...].prefix { $0.isLetter }
                if ["contributif", "ouvert", "publie"].contains(degree) {
                    openness = degree == "publie" ? "publié" : String(degree)
                }
            }
        }
    }

    /// "MIT and CeCILL-B … one or the other": licences named on one line, with a choice spelt out there.
    private mutating func joinChoice(_ folded: [String]) {
        for scope in [Declaration.Scope.project, .part] {
            let own = declarations.filter { $0.scope == scope && $0.expression.operands.count == 1 }
            for line in Set(own.map { $0.evidence.lines[1] }).sorted() {
                let named = own.filter { $0.evidence.lines[1] == line }
                // "Either of" may stand a line above, where the first name is cut by the line's end.
                let first = named.map { $0.evidence.lines[0] }.min() ?? line
                guard Set(named.map(\.expression)).count > 1, line <= folded.count,
                    folded[(first - 1)..<line].contains(where: { text in Self.choices.contains(where: text.holds) }),
                    let choice = LicenseExpression.or(named.map(\.expression))?.simplified, var joined = named.first
                else { continue }
                joined.expression = choice
                joined.evidence.expression = choice.description
                declarations.removeAll { $0.scope == scope && $0.evidence.lines[1] == line }
                declarations.append(joined)
            }
        }
    }

    private static let choices: [StaticString] = [
        "one or the other", "either", "your choice", "dual licen", "dual-licen", "double licence", "au choix",
        "l'une ou l'autre", "l'un ou l'autre", " or under ", " ou sous ",
        // One thing that is published under this and under that may be had under either.
        " and under ", " et sous ",
    ]

    /// Words that make the sentence about something else than the code.
    private static let partWords = [
        "documentation", "documents", "docs", "contenu", "contenus", "content", "donnees", "data", "dataset",
        "datasets", "jeux de donnees", "images", "image", "illustrations", "logo", "logos", "icones",
        "icons",
        "police", "polices", "fonts", "font", "fonte", "article", "articles", "guide", "guides", "tutoriel",
        "tutoriels", "libraries", "librairies", "bibliotheques", "dependencies", "dependances",
    ]
    /// Words for content that, beside a link, are as often the licence's own text.
    private static let textWords = ["textes", "texte", "text"]
    private static let codeWords = [
        "code", "source", "sources", "logiciel", "logiciels", "software", "programme", "program", "scripts", "script",
        "application", "library", "librairie", "bibliotheque", "package", "paquet", "outil", "tool",
    ]

    /// Ways of forbidding a use that the licence's text allows (FACTS: a restriction of use stated beside a free licence),
    /// below a word that each of them has.
    private static let restrictions: [(word: StaticString, wordings: [StaticString])] = [
        (
            "interdi",
            [
                "utilisation interdite en dehors", "est interdite en dehors", "interdit d'utiliser",
                "interdite d'utilisation", "utilisation commerciale est interdite", "usage commercial interdit",
            ]
        ),
        ("reserve", ["exclusivement reserve aux sites", "strictement reserve"]),
        (
            "utilis",
            [
                "ne peut etre utilise que", "ne doit pas etre utilise", "ne peut etre utilise par",
                "uniquement etre utilise", "a ne pas utiliser", "n'est pas autorise a etre utilise",
                "utilisable uniquement par", "ne peuvent utiliser", "doivent pas utiliser",
                "pas d'utilisation commerciale",
            ]
        ),
        ("uniquement", ["uniquement pour les sites"]),
        (
            "commercial",
            ["not for commercial use", "non-commercial use only", "for non-commercial purposes only"]
        ),
    ]

    /// A wording in quotation marks is what others say: "many textures are 'free for non-commercial use only'".
    private static func restricts(_ line: String) -> Bool {
        restrictions.contains { word, wordings in
            line.holds(word)
                && wordings.contains { wording in
                    guard line.holds(wording), let range = line.range(of: wording.description) else { return false }
                    let before = line[..<range.lowerBound].last { !$0.isWhitespace }
                    return !["\"", "“", "«", "‘"].contains(before)
                }
        }
    }

    /// Whether the lines just above say that what follows is about something that the project uses: "Ce projet utilise le
    /// DSFR et est donc tenu par les conditions d'utilisation suivantes".
    private static func speaksOfComponent(_ above: ArraySlice<String>) -> Bool {
        let near = above.suffix(8)
        // Below a heading about the licence it is the project that is spoken of.
        let start = near.lastIndex { $0.hasPrefix("#") && $0.holds("licen") } ?? near.startIndex
        return near[start...].contains { line in line.holds("condition") && components.contains(where: line.holds) }
    }
    private static let components: [StaticString] = [
        "projet utilise ", "application utilise ", "site utilise ", "outil utilise ", "logiciel utilise ",
        "project uses ", "application uses ", "site uses ", "software uses ",
    ]

    /// Whether the words before a licence's name only say what the project's own is compatible with.
    private static func compares(_ before: String) -> Bool { String(before.suffix(32)).holds("compatible") }

    /// Whether the wording grants by itself, outside a licence section.
    private static func grants(_ match: LicenseMatch, _ before: String, _ line: String) -> Bool {
        if match.kind == .notice || match.kind == .text {
            return match.words >= 12 || grantVerbs.contains(where: line.holds)
        }
        if match.rule == LicenseMatch.spdxTagRule { return true }
        if line.holds("img.shields.io") && line.holds("licen") { return true }
        return grantVerbs.contains(where: before.holds) && projectWords.contains(where: line.holds)
    }
    private static let grantVerbs: [StaticString] = [
        "sous licence", "sous la licence", "sous une licence", "under the", "licensed under", "released under",
        "distributed under", "published under", "available under", "sous les termes", "publie sous", "distribue sous",
        "license:", "licence:", "licence :", "license is", "licence est", "diffuse sous", "sous les licences",
    ]
    private static let projectWords: [StaticString] = [
        "projet", "project", "repository", "depot", "code", "logiciel", "software", "application", "package", "library",
        "licence:", "license:", "licence :", "ce site", "this is", "contenu de ce", "programme", "program",
    ]

    /// Whether the first of the texts that names a subject names a part of the project before its code.
    private static func speaksOfPart(_ texts: [String], partWords: [String]) -> Bool {
        func first(_ words: [String], in text: String) -> Int? {
            let tokens = text.split { !($0.isLetter || $0.isNumber) }
            return tokens.firstIndex { words.contains(String($0)) }
        }
        for text in texts {
            let part = first(partWords, in: text)
            let code = first(codeWords, in: text)
            if let part, let code { return part < code }
            if part != nil { return !text.contains("contenu de ce depot") && !text.contains("content of this repo") }
            if code != nil { return false }
        }
        return false
    }

    private static func lines(_ bytes: [UInt8]) -> [(start: Int, text: String)] {
        var lines: [(Int, String)] = []
        var start = 0
        for (i, byte) in bytes.enumerated()
        where byte == 0x0a || (byte == 0x0d && !(i + 1 < bytes.count && bytes[i + 1] == 0x0a)) {
            lines.append((start, String(decoding: bytes[start..<i], as: UTF8.self)))
            start = i + 1
        }
        lines.append((start, String(decoding: bytes[start...], as: UTF8.self)))
        return lines
    }

    /// The ranges of lines below a heading that speaks of licences, down to the next heading of its level or above.
    private static func licenseSections(_ lines: [String], _ folded: [String]) -> [Range<Int>] {
        let levels = lines.indices.map { heading(lines, $0) }
        var sections: [Range<Int>] = []
        for (i, level) in levels.enumerated() {
            guard let level, folded[i].holds("licen") || folded[i].holds("copyright") else { continue }
            let end = levels[(i + 1)...].firstIndex { $0.map { $0 <= level } ?? false } ?? lines.count
            sections.append(i..<end)
        }
        return sections
    }

    /// A heading's level in Markdown, Org, AsciiDoc, reStructuredText or HTML; nil for other lines.
    private static func heading(_ lines: [String], _ i: Int) -> Int? {
        let line = lines[i]
        if let mark = line.utf8.first, [UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "=")].contains(mark) {
            let level = line.utf8.prefix { $0 == mark }.count
            if level < 7, line.utf8.dropFirst(level).first == UInt8(ascii: " ") { return level }
        }
        if line.holds("<h"), let range = line.range(of: "<h"),
            let digit = line[range.upperBound...].first?.wholeNumberValue,
            (1...6).contains(digit)
        {
            return digit
        }
        if i + 1 < lines.count, !line.isEmpty, line.utf8.count < 160, let mark = lines[i + 1].first,
            "=-~^\"'".contains(mark),
            lines[i + 1].count >= 3, lines[i + 1].allSatisfy({ $0 == mark || $0.isWhitespace })
        {
            return mark == "=" ? 1 : mark == "-" ? 2 : 3
        }
        // A short line in bold that stands alone.
        if line.hasPrefix("**"), line.hasSuffix("**"), line.utf8.count < 80 { return 6 }
        return nil
    }
}
