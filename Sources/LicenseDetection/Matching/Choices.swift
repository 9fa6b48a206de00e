// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Names of licences with "or" between them are a choice: "under the MPL 2.0 or the EUPL 1.2", "CeCILL-B ou AGPL-3.0",
// "GPL-2 | GPL-3". Rules hold the pairs that many write; no rule can hold them all.

import Licensing

struct Choices: Sendable {
    private let conjunctions: Set<WordID>
    /// What may stand beside the conjunction: "or the", "ou sous la licence", "or under the terms of".
    private let fillers: Set<WordID>

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
    }

    /// What stands between two names.
    private enum Link { case conjunction, comma }

    /// The findings, in order; of a choice each names the whole.
    func joined(_ findings: [Finding], in stream: WordStream, _ text: UnsafeRawBufferPointer) -> [Finding] {
        if findings.count < 2 || conjunctions.isEmpty { return findings }
        var joined = findings
        var start = 0
        while start < findings.count {
            var end = start
            var last = start
            while end + 1 < findings.count, let link = link(findings[end], findings[end + 1], stream, text) {
                end += 1
                if link == .conjunction { last = end }
            }
            if start < last { join(&joined[start...last]) }
            start = end + 1
        }
        return joined
    }

    private func join(_ row: inout ArraySlice<Finding>) {
        var named: [String] = []
        for finding in row where !named.contains(finding.match.expression) {
            if named.count == Self.mostSides { return }
            named.append(finding.match.expression)
        }
        if named.count < 2 { return }
        let sides = named.compactMap { try? LicenseExpression(parsing: $0) }
        guard sides.count == named.count, let choice = LicenseExpression.or(sides)?.simplified else { return }
        let expression = choice.description
        for i in row.indices { row[i].match.expression = expression }
    }

    private func link(_ a: Finding, _ b: Finding, _ stream: WordStream, _ text: UnsafeRawBufferPointer) -> Link? {
        guard let before = Self.name(a), let after = Self.name(b), before.upperBound <= after.lowerBound,
            after.lowerBound - before.upperBound <= Self.reach
        else { return nil }
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
