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
            join(&joined[start...last])
            start = max(last, start) + 1
        }
        return joined
    }

    private func join(_ row: inout ArraySlice<Finding>) {
        let named = row.compactMap { try? LicenseExpression(parsing: $0.match.expression) }
        guard Set(named).count > 1, named.count == row.count, let choice = LicenseExpression.or(named)?.simplified
        else {
            return
        }
        for i in row.indices { row[i].match.expression = choice.description }
    }

    private func link(_ a: Finding, _ b: Finding, _ stream: WordStream, _ text: UnsafeRawBufferPointer) -> Link? {
        guard let before = Self.name(a), let after = Self.name(b), before.upperBound <= after.lowerBound,
            after.lowerBound - before.upperBound <= Self.reach
        else { return nil }
        let words = stream.ids[before.upperBound..<after.lowerBound]
        let gap = text[stream.bytes(of: before).upperBound..<Int(stream.starts[after.lowerBound])]
        if words.isEmpty {
            let signs = gap.filter { $0 > UInt8(ascii: " ") }
            return signs == [UInt8(ascii: "|")] ? .conjunction : signs == [UInt8(ascii: ",")] ? .comma : nil
        }
        guard !Self.endsSentence(text, in: gap.indices), words.count(where: conjunctions.contains) == 1,
            words.allSatisfy({ conjunctions.contains($0) || fillers.contains($0) })
        else { return nil }
        return .conjunction
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
