// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The places of a text where a licence named is that of what the project builds on: "it uses the library X under MIT", or
// an item of the list below "it uses the following libraries:".

import LicenseDetection

struct ThirdParties {
    /// The lines; whether each is in a list of what the project builds on.
    private let lines: [(start: Int, text: String, isOfOthers: Bool)]
    /// The text's matches with their places, which those of the cache have no more.
    private let matches: [LicenseMatch]

    init(_ bytes: [UInt8], _ detector: LicenseDetector) {
        var lines: [(Int, String, Bool)] = []
        var start = 0
        var (lead, above) = ("", "")
        var list: (isOpen: Bool, isOfOthers: Bool) = (false, false)
        for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
            let text = String(decoding: line, as: UTF8.self).folded
            let isItem = Self.isItem(text)
            if isItem, !list.isOpen { list = (true, Self.announcesOthers(lead, above)) }
            // An indented line goes on with the item above.
            if !isItem, list.isOpen, text.first.map({ !$0.isWhitespace }) ?? false { list = (false, false) }
            if !list.isOpen, text.contains(where: { !$0.isWhitespace }) { (lead, above) = (text, lead) }
            lines.append((start, text, list.isOfOthers))
            start += line.count + 1
        }
        self.lines = lines
        matches = detector.matches(in: bytes)
    }

    /// Whether the words before the match speak of others' code.
    func own(_ match: LicenseMatch) -> Bool {
        let first = match.lines.lowerBound - 1
        guard lines.indices.contains(first),
            let place = matches.first(where: { $0.lines == match.lines && $0.rule == match.rule })?.bytes
        else { return false }
        let before = lines[first].text.utf8.prefix(max(0, place.lowerBound - lines[first].start))
        if Self.speaksOfOthers(Self.lastSentence(String(decoding: before, as: UTF8.self))) { return true }
        return lines[first].isOfOthers
    }

    /// Whether the line that a list follows, of which the sentence may begin a line above, announces what others wrote.
    private static func announcesOthers(_ lead: String, _ above: String) -> Bool {
        lead.last { !$0.isWhitespace } == ":" && speaksOfOthers(lastSentence(above + " " + lead))
    }

    private static func lastSentence(_ text: String) -> String {
        text.ranges(of: ". ").last.map { String(text[$0.upperBound...]) } ?? text
    }

    private static func isItem(_ line: String) -> Bool {
        guard let first = line.first(where: { !$0.isWhitespace }) else { return false }
        return "-*+•".contains(first)
    }

    private static func speaksOfOthers(_ sentence: String) -> Bool { words.contains(where: sentence.holds) }

    private static let words: [StaticString] = [
        " uses ", " using ", " utilise ", " utilisent ", " utilisant ", "depends on", "depend de", "dependances",
        "dependencies", "libraries", "librairies", "bibliotheques", "third party", "third-party", "third parties",
        "bundled", "embedded", "composants tiers", "parties tierces", "includes ", "incorpore ", "embarque ",
    ]
}
