// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Names of licences with "or" between them are a choice: "under the MPL 2.0 or the EUPL 1.2", "CeCILL-B ou AGPL-3.0",
// "GPL-2 | GPL-3". Rules hold the pairs that many write; no rule can hold them all.

import Licensing

struct Choices: Sendable {
    private let conjunctions: Set<WordID>
    /// What may stand beside the conjunction: "or the", "ou sous la licence", "or under the terms of".
    private let fillers: Set<WordID>
    /// A name that no rule can hold by itself, since it is that of a university, and a word of German: it names the licence
    /// where it is one side of a choice.
    private let mit: WordID

    /// Words between two names of a choice.
    private static let reach = 6
    /// A longer match is a notice, which says itself what it offers.
    private static let longestName = 20
    /// Licences to choose between; a row of more is a list of names.
    private static let mostSides = 12
    /// Bytes of a line that are looked at to tell a table's row.
    private static let longestRow = 400

    init(_ vocabulary: Vocabulary) {
        func ids(_ words: [StaticString]) -> Set<WordID> {
            Set(words.map { vocabulary.id(of: WordHash.of(folded: $0)) }).subtracting([.unknown, .stopword])
        }
        conjunctions = ids(["or", "ou", "o", "oder"])
        fillers = ids([
            "the", "a", "under", "terms", "of", "license", "gnu", "sous", "la", "le", "les", "l", "termes", "de",
            "licence",
            "der", "die", "den", "el", "los", "unter", "bajo", "your", "option", "at",
            // "GPL-3.0", of which a rule may hold "GPL 3".
            "0",
        ])
        mit = vocabulary.id(of: WordHash.of(folded: "mit"))
    }

    /// What stands between two names.
    private enum Link { case conjunction, comma }

    /// The findings, in order; of a choice each names the whole.
    func joined(_ findings: [Finding], in stream: WordStream, _ text: UnsafeRawBufferPointer) -> [Finding] {
        if conjunctions.isEmpty { return findings }
        var joined = findings
        let names = findings.map(Self.name)
        var start = 0
        while start < findings.count {
            var end = start
            var last = start
            while let before = names[end], end + 1 < findings.count, let after = names[end + 1],
                let link = link(before, after, stream, text)
            {
                end += 1
                if link == .conjunction { last = end }
            }
            let isMIT = (
                before: holdsMIT(before: names[start], stream, text), after: holdsMIT(after: names[last], stream, text)
            )
            if start < last || isMIT.before || isMIT.after {
                let expressions = findings[start...last].map(\.match.expression)
                let sides = (isMIT.before ? ["MIT"] : []) + expressions + (isMIT.after ? ["MIT"] : [])
                if let choice = Self.choice(sides) {
                    for i in start...last { joined[i].match.expression = choice }
                }
            }
            start = end + 1
        }
        return joined
    }

    /// The choice between what a row of names names; nil where there is none, or a list of names.
    private static func choice(_ names: [String]) -> String? {
        var sides: [String] = []
        for name in names where sides.count <= mostSides && !sides.contains(name) { sides.append(name) }
        guard (2...mostSides).contains(sides.count) else { return nil }
        let parsed = sides.compactMap { try? LicenseExpression(parsing: $0) }
        return parsed.count == sides.count ? LicenseExpression.or(parsed)?.simplified.description : nil
    }

    private func holdsMIT(before name: Range<Int>?, _ stream: WordStream, _ text: UnsafeRawBufferPointer) -> Bool {
        guard let name else { return false }
        return holdMIT(name.lowerBound - Self.reach - 1..<name.lowerBound, beside: name, stream, text)
    }

    private func holdsMIT(after name: Range<Int>?, _ stream: WordStream, _ text: UnsafeRawBufferPointer) -> Bool {
        guard let name else { return false }
        return holdMIT(name.upperBound..<name.upperBound + Self.reach + 1, beside: name, stream, text)
    }

    /// Whether a bare "MIT" among some words is joined to a name.
    private func holdMIT(
        _ places: Range<Int>, beside name: Range<Int>, _ stream: WordStream, _ text: UnsafeRawBufferPointer
    ) -> Bool {
        places.clamped(to: stream.ids.indices).contains { i in
            guard isMIT(i, stream, text) else { return false }
            let word = i..<(i + 1)
            let link = i < name.lowerBound ? link(word, name, stream, text) : link(name, word, stream, text)
            return link == .conjunction
        }
    }

    /// What joins "MIT" to the rest of another name, as in "MIT-0".
    private static let joints = Array("-_/@.".utf8)

    /// Whether the word is "MIT", in capitals and not part of a longer name.
    private func isMIT(_ i: Int, _ stream: WordStream, _ text: UnsafeRawBufferPointer) -> Bool {
        guard stream.ids[i] == mit, mit != .unknown else { return false }
        let bytes = stream.bytes(of: i..<(i + 1))
        func isJoint(_ at: Int) -> Bool { text.indices.contains(at) && Self.joints.contains(text[at]) }
        func isWord(_ at: Int) -> Bool {
            text.indices.contains(at) && ByteClass.table[Int(text[at])] >= ByteClass.firstLetter
        }
        return text[bytes].elementsEqual("MIT".utf8) && !isJoint(bytes.lowerBound - 1)
            && !(isJoint(bytes.upperBound) && isWord(bytes.upperBound + 1))
    }

    /// What joins the words of two names; nil where they only follow one another.
    private func link(
        _ before: Range<Int>, _ after: Range<Int>, _ stream: WordStream, _ text: UnsafeRawBufferPointer
    ) -> Link? {
        guard before.upperBound <= after.lowerBound, after.lowerBound - before.upperBound <= Self.reach else {
            return nil
        }
        let words = stream.ids[before.upperBound..<after.lowerBound]
        let gap = text[stream.bytes(of: before).upperBound..<Int(stream.starts[after.lowerBound])]
        if words.isEmpty {
            let signs = gap.filter { $0 > UInt8(ascii: " ") }
            if signs == [UInt8(ascii: ",")] { return .comma }
            return signs == [UInt8(ascii: "|")] && !isTableRow(around: gap.startIndex, text) ? .conjunction : nil
        }
        guard !Self.endsSentence(text, in: gap.indices), words.count(where: conjunctions.contains) == 1,
            words.allSatisfy({ conjunctions.contains($0) || fillers.contains($0) }),
            let conjunction = words.firstIndex(where: conjunctions.contains),
            !isBullet(stream.bytes(of: conjunction..<(conjunction + 1)), text)
        else { return nil }
        return .conjunction
    }

    /// Whether the word is a single letter at the beginning of its line: "o MIT License".
    private func isBullet(_ word: Range<Int>, _ text: UnsafeRawBufferPointer) -> Bool {
        guard word.count == 1 else { return false }
        let before = text[..<word.lowerBound].last { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        return before == nil || before == UInt8(ascii: "\n")
    }

    /// Whether the line begins or ends with a bar, as a table's row does.
    private func isTableRow(around place: Int, _ text: UnsafeRawBufferPointer) -> Bool {
        let line = UInt8(ascii: "\n")
        let before = text[max(0, place - Self.longestRow)..<place]
        let after = text[place..<min(text.count, place + Self.longestRow)]
        let first = before[((before.lastIndex(of: line) ?? before.startIndex - 1) + 1)...].first { $0 > 0x20 }
        let last = after[..<(after.firstIndex(of: line) ?? after.endIndex)].last { $0 > 0x20 }
        return first == UInt8(ascii: "|") || last == UInt8(ascii: "|")
    }

    /// Whether a point before a space, a semicolon or a colon stands there.
    private static func endsSentence(_ text: UnsafeRawBufferPointer, in bytes: Range<Int>) -> Bool {
        bytes.contains { i in
            switch text[i] {
            case UInt8(ascii: ";"), UInt8(ascii: ":"): true
            case UInt8(ascii: "."): i + 1 < text.count && text[i + 1] <= UInt8(ascii: " ")
            default: false
            }
        }
    }

    /// The words of a match that is a name.
    private static func name(_ finding: Finding) -> Range<Int>? {
        guard case .rule(let candidate) = finding.origin, candidate.words.count <= longestName,
            [.reference, .notice, .tag].contains(finding.match.kind)
        else { return nil }
        return candidate.words
    }
}
