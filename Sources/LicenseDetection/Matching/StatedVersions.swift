// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The version that stands beside the name of a GNU licence, the EUPL or CeCILL where the rule gives the name alone: "version 2
// of the GNU General Public License", "the EUPL, either version 1.1 or …". No rule can hold every way in which the two are
// joined.

import Licensing

struct StatedVersions: Sendable {
    private let decisiveWords: DecisiveWords
    /// "of", "the", "gnu": what stands between a version and the name after it.
    private let joints: Set<WordID>
    private let either: WordID

    /// Rules of more words than this are whole notices, which say what version they mean or that they mean none.
    private static let longestRule = 30

    init(_ index: LicenseIndex) {
        decisiveWords = index.decisiveWords
        let vocabulary = index.vocabulary
        joints = Set(["of", "the", "gnu"].map { vocabulary.id(of: WordHash.of(folded: $0)) }).subtracting([.unknown])
        either = vocabulary.id(of: WordHash.of(folded: "either"))
    }

    /// The expression of the version that the text gives beside the words of the rule; nil where it gives none.
    func restated(
        _ expression: String, rule: UnsafeBufferPointer<WordID>, words: Range<Int>, in stream: WordStream,
        _ text: UnsafeRawBufferPointer
    ) -> String? {
        guard rule.count <= Self.longestRule, let family = Self.family(of: expression),
            !rule.contains(where: decisiveWords.isNumber),
            let version = version(after: words, stream, text) ?? version(before: words, stream, text)
        else { return nil }
        let suffix = Self.isGNU(expression) ? version.isOrLater ? "-or-later" : "-only" : ""
        let identifier = "\(family)-\(version.major).\(version.minor ?? 0)\(suffix)"
        return SPDXLicenseList.license(identifier)?.identifier
    }

    /// What the identifiers of a licence's versions begin with, where a name without one is read as the expression.
    private static func family(of expression: String) -> Substring? {
        if unversioned.contains(expression) || expression.hasSuffix("-or-later") && isGNU(expression) {
            return expression.prefix { $0 != "-" }
        }
        return nil
    }

    private static let unversioned: Set<String> = ["EUPL-1.2", "CECILL-2.0", "CECILL-2.1"]

    /// Whether the expression is one GNU licence's identifier.
    static func isGNU(_ expression: String) -> Bool {
        ["GPL-", "LGPL-", "AGPL-"].contains(where: expression.hasPrefix) && !expression.utf8.contains(UInt8(ascii: " "))
    }

    private func version(
        after words: Range<Int>, _ stream: WordStream, _ text: UnsafeRawBufferPointer
    ) -> VersionNumber? {
        var end = stream.bytes(of: words).upperBound
        if words.upperBound < stream.count, either != .unknown, stream.ids[words.upperBound] == either {
            end = stream.bytes(of: words.upperBound..<(words.upperBound + 1)).upperBound
        }
        return VersionNumber(after: end, in: text)
    }

    private func version(
        before words: Range<Int>, _ stream: WordStream, _ text: UnsafeRawBufferPointer
    ) -> VersionNumber? {
        var i = words.lowerBound
        // The rule may hold the joints itself: "of the GNU General Public License".
        while i > 0, joints.contains(stream.ids[i - 1]) { i -= 1 }
        let numbers = i
        while i > 0, numbers - i < 2, decisiveWords.isNumber(stream.ids[i - 1]) { i -= 1 }
        guard i > 0, i < numbers, decisiveWords.isVersion(stream.ids[i - 1]) else { return nil }
        return VersionNumber(after: stream.bytes(of: (i - 1)..<i).upperBound, in: text)
    }
}
