// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The room's door: bytes in, matches out. The stages, each in a file of its own:
//
//   WordScanner → WordStream → ExactMatcher ┐
//                              ApproximateMatcher ├→ MatchResolver → LicenseMatch
//                              SPDXTagReader ┘
//
//     let detector = LicenseDetector(index: try LicenseIndex(contentsOfFile: "licenses.idx"))
//     detector.matches(in: Array("Licensed under the MIT license.".utf8))  // one match, expression "MIT"

import Licensing

/// Finds what a text says of licences. A pure function of the bytes and the index.
public struct LicenseDetector: Sendable {
    /// The knowledge in use.
    public let index: LicenseIndex
    private let tagReader: SPDXTagReader

    /// Texts of more bytes than this are not looked at.
    public static let maximumSize = 1 << 31

    /// A detector with the knowledge of `index`.
    public init(index: LicenseIndex) {
        self.index = index
        tagReader = SPDXTagReader(index.vocabulary)
    }

    /// The matches in order of their lines; none in a binary.
    public func matches(in bytes: [UInt8]) -> [LicenseMatch] { bytes.withUnsafeBytes { matches(in: $0) } }

    /// The matches in order of their lines; none in a binary.
    public func matches(in bytes: UnsafeRawBufferPointer) -> [LicenseMatch] {
        guard bytes.count < Self.maximumSize else { return [] }
        return TextEncoding(of: bytes).withText(of: bytes, matches(inText:)) ?? []
    }

    private func matches(inText text: UnsafeRawBufferPointer) -> [LicenseMatch] {
        let stream = WordStream(text, index.vocabulary)
        let tags = tagReader.tags(in: stream, text)
        let exact = ExactMatcher.candidates(in: stream, index)
        let approximate = ApproximateMatcher(index, stream, exact: exact).candidates()
        if exact.isEmpty, approximate.isEmpty, tags.isEmpty { return [] }
        let resolver = MatchResolver(index: index, stream: stream, text: text)
        let resolved = resolver.resolve(exact + approximate)

        var found: [(bytes: Range<Int>, match: LicenseMatch)] = tags.map { tag in
            (
                tag.bytes,
                LicenseMatch(
                    expression: tag.expression.description, rule: LicenseMatch.spdxTagRule, kind: .tag, lines: 1...1,
                    coverage: 100, relevance: 100, words: tag.words.count)
            )
        }
        // What a rule makes of a tag's own words is said better by the tag; a text that shows one is still the text.
        for candidate in resolved
        where !tags.contains(where: { $0.words.overlaps(candidate.words) && candidate.matched < 2 * $0.words.count + 8 }
        ) {
            guard var match = match(candidate) else { continue }
            let bytes = stream.bytes(of: candidate.words)
            if match.kind != .text {
                match.expression = LaterVersions.widened(match.expression, text, after: bytes.upperBound)
            }
            found.append((bytes, match))
        }
        found.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
        var lines = LineCounter(text)
        let placed = found.map { bytes, match in
            var match = match
            let first = lines.line(at: bytes.lowerBound)
            match.bytes = bytes
            match.lines = first...max(first, lines.line(at: max(bytes.lowerBound, bytes.upperBound - 1)))
            return match
        }
        return VagueMatches.dropped(from: placed)
    }

    private func match(_ candidate: Candidate) -> LicenseMatch? {
        let record = index.rules[candidate.rule]
        guard let kind = RuleKind(rawValue: record.kind).flatMap(LicenseMatch.Kind.init) else { return nil }
        return LicenseMatch(
            expression: index.string(record.expression), rule: index.string(record.name), kind: kind, lines: 1...1,
            coverage: (candidate.coverage * 10).rounded() / 10, relevance: Int(record.relevance),
            words: candidate.matched)
    }
}

extension LicenseMatch.Kind {
    fileprivate init?(_ kind: RuleKind) {
        switch kind {
        case .text: self = .text
        case .notice: self = .notice
        case .reference: self = .reference
        case .tag: self = .tag
        case .intro: self = .intro
        case .clue: self = .clue
        case .falsePositive: return nil
        }
    }
}
