// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// "or any later version" right after the name of a GNU licence, in the languages of the rules, and ">=" before its version,
// as in R's "GPL (>= 2)": no rule can hold every way in which a name and these words are joined, and none holds a sign.

import Licensing

struct LaterVersions: Sendable {
    /// The phrases as the index numbers their words.
    private let phrases: [[WordID]]
    /// What a version is made of that stands behind a name: "either version 3 of the License".
    private let versionWords: Set<WordID>

    private static let wordings: [[StaticString]] = [
        ["any", "later", "version"], ["or", "later"], ["or", "newer"], ["or", "above"], ["or", "higher"],
        ["of", "later"],
        ["version", "ulterieure"], ["versions", "ulterieures"], ["ou", "ulterieure"], ["plus", "recent"],
        ["posterieure"],
        ["oder", "spater"], ["jede", "spatere"], ["o", "posterior"], ["o", "successiva"],
    ]
    /// Words that may stand between: "(GPLv3) or (at your option) …"; those of a version are not counted.
    private static let wordsBetween = 5
    private static let longestVersion = 8
    /// Bytes of a name with a sign in it.
    private static let longestSigned = 64

    init(_ vocabulary: Vocabulary) {
        phrases = Self.wordings.map { $0.map { vocabulary.id(of: WordHash.of(folded: $0)) } }
            .filter { !$0.contains(.unknown) }
        let version: [StaticString] = ["either", "version", "2", "3", "0", "1", "of", "the", "license"]
        versionWords = Set(version.map { vocabulary.id(of: WordHash.of(folded: $0)) }).subtracting([.unknown])
    }

    /// The expression, or its "or later" where the sentence says so after the match, or a sign in it.
    func widened(_ expression: String, after words: Range<Int>, in stream: WordStream, _ text: UnsafeRawBufferPointer)
        -> String
    {
        guard expression.hasSuffix("-only"), StatedVersions.isGNU(expression),
            isSaid(after: words, in: stream, text) || isSigned(words, in: stream, text),
            let parsed = try? LicenseExpression(parsing: expression)
        else { return expression }
        return parsed.withOrLater().description
    }

    /// Whether ">=" stands in the match, as it does before the version.
    private func isSigned(_ words: Range<Int>, in stream: WordStream, _ text: UnsafeRawBufferPointer) -> Bool {
        let bytes = stream.bytes(of: words)
        guard bytes.count <= Self.longestSigned else { return false }
        return zip(bytes, bytes.dropFirst()).contains {
            text[$0] == UInt8(ascii: ">") && text[$1] == UInt8(ascii: "=")
        }
    }

    private func isSaid(after words: Range<Int>, in stream: WordStream, _ text: UnsafeRawBufferPointer) -> Bool {
        let ids = stream.ids
        var end = stream.bytes(of: words).upperBound
        let behind = ids[words.upperBound...].prefix(Self.longestVersion).prefix { versionWords.contains($0) }
        for start in words.upperBound..<min(behind.endIndex + Self.wordsBetween + 1, ids.count) {
            // A point and a space end the sentence.
            let next = Int(stream.starts[start])
            for i in end..<max(end, next) where text[i] == UInt8(ascii: ".") {
                if i + 1 < text.count, [0x20, 0x0a, 0x0d].contains(text[i + 1]) { return false }
            }
            let isPhrase = phrases.contains { phrase in
                start + phrase.count <= ids.count && phrase.indices.allSatisfy { ids[start + $0] == phrase[$0] }
            }
            if isPhrase { return true }
            end = next
        }
        return false
    }
}
