// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The room's door: bytes in, matches out. The stages, each in a file of its own:
//
//   WordScanner → WordStream → ExactMatcher ───────────────────┐
//                              StretchFinder → ApproximateMatcher ┴→ MatchResolver → TagsAndRules → LicenseLists → VagueMatches → Choices
//                              SPDXTagReader ─────────────────────────────────────────┘
//
//     let detector = LicenseDetector(index: try LicenseIndex(contentsOfFile: "licenses.idx"))
//     detector.matches(in: Array("Licensed under the MIT license.".utf8))  // one match, expression "MIT"

import Licensing

/// Finds what a text says of licences. A pure function of the bytes and the index.
public struct LicenseDetector: Sendable {
    /// The knowledge in use.
    public let index: LicenseIndex
    private let tagReader: SPDXTagReader
    private let laterVersions: LaterVersions
    private let statedVersions: StatedVersions
    private let choices: Choices

    /// Texts of more bytes than this are not looked at.
    public static let maximumSize = 1 << 31

    /// A detector with the knowledge of `index`.
    public init(index: LicenseIndex) {
        self.index = index
        tagReader = SPDXTagReader(index)
        laterVersions = LaterVersions(index.vocabulary)
        statedVersions = StatedVersions(index)
        choices = Choices(index.vocabulary)
    }

    /// The matches in order of their lines; none in a binary.
    public func matches(in bytes: [UInt8]) -> [LicenseMatch] { bytes.withUnsafeBytes { matches(in: $0) } }

    /// The matches in order of their lines; none in a binary.
    public func matches(in bytes: UnsafeRawBufferPointer) -> [LicenseMatch] {
        guard bytes.count < Self.maximumSize else { return [] }
        return TextEncoding(of: bytes).withText(of: bytes) { findings(in: $0, WordStream($0, index.vocabulary), nil) }?
            .map(\.match) ?? []
    }

    /// The same matches with what is missing from them, and what was dropped by which step; nil for a binary.
    public func explanation(of bytes: UnsafeRawBufferPointer) -> DetectionExplanation? {
        guard bytes.count < Self.maximumSize else { return nil }
        return TextEncoding(of: bytes).withText(of: bytes) { text in
            let stream = WordStream(text, index.vocabulary)
            let trace = DetectionTrace()
            let findings = findings(in: text, stream, trace)
            return DetectionExplanation(findings, trace, ExplainedText(text: text, stream: stream, index: index))
        }
    }

    private func findings(in text: UnsafeRawBufferPointer, _ stream: WordStream, _ trace: DetectionTrace?)
        -> [Finding]
    {
        let tags = tagReader.tags(in: stream, text, trace)
        let exact = ExactMatcher.candidates(in: stream, index, trace)
        let approximate = ApproximateMatcher.candidates(in: stream, exact: exact, tags: tags, index, trace)
        if exact.isEmpty, approximate.isEmpty, tags.isEmpty { return [] }
        let resolver = MatchResolver(index: index, stream: stream, text: text, trace: trace)
        let spoken = TagsAndRules(index: index, trace: trace).settled(tags, resolver.resolve(exact + approximate))
        var found = spoken.tags.map(Finding.init)
        for candidate in spoken.candidates {
            guard var finding = Finding(candidate, in: stream, index) else { continue }
            if finding.match.kind != .text {
                let rule = index.words(of: index.rules[candidate.rule])
                let stated = statedVersions.restated(
                    finding.match.expression, rule: rule, words: candidate.words, in: stream, text)
                finding.namesVersion = stated != nil || rule.contains(where: index.decisiveWords.isNumber)
                finding.match.expression = laterVersions.widened(
                    stated ?? finding.match.expression, after: candidate.words, in: stream, text)
            }
            found.append(finding)
        }
        found.sort { $0.match.bytes.lowerBound < $1.match.bytes.lowerBound }
        var lines = LineCounter(text)
        for i in found.indices { found[i].match.lines = lines.lines(of: found[i].match.bytes) }
        let told = VagueMatches.dropped(from: LicenseLists.dropped(from: found, trace), trace)
        return choices.joined(told, in: stream, text)
    }
}

/// Where a match comes from.
enum MatchOrigin {
    case rule(Candidate)
    case tag(SPDXTag)
}

/// A match on its way out, with what it was before.
struct Finding {
    var match: LicenseMatch
    let origin: MatchOrigin
    /// Whether the rule, or the words beside it, say which version is meant; what is no bare name needs none.
    var namesVersion = true

    init(_ tag: SPDXTag) {
        origin = .tag(tag)
        match = LicenseMatch(
            expression: tag.expression.description, rule: LicenseMatch.spdxTagRule, kind: .tag, lines: 1...1,
            coverage: 100, relevance: 100, words: tag.words.count)
        match.bytes = tag.bytes
    }

    /// Nil for a rule that names no licence. The lines are still to be counted.
    init?(_ candidate: Candidate, in stream: WordStream, _ index: LicenseIndex) {
        let record = index.rules[candidate.rule]
        guard let kind = RuleKind(rawValue: record.kind).flatMap(LicenseMatch.Kind.init) else { return nil }
        match = LicenseMatch(
            expression: index.string(record.expression), rule: index.string(record.name), kind: kind, lines: 1...1,
            coverage: (candidate.coverage * 10).rounded() / 10, relevance: Int(record.relevance),
            words: candidate.matched)
        match.bytes = stream.bytes(of: candidate.words)
        origin = .rule(candidate)
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
