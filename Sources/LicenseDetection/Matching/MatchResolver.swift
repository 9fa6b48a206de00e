// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Weighs the candidates of one text against one another: the heaviest first, what it explains is explained, false
// positives take what they cover with them, and a short name inside an identifier or a path names no licence.

struct MatchResolver {
    let index: LicenseIndex
    let stream: WordStream
    let text: UnsafeRawBufferPointer

    /// The candidates that stay, in the order of the text.
    func resolve(_ candidates: [Candidate]) -> [Candidate] {
        let ordered = candidates.filter(stands).enumerated().sorted { before($0, $1) }
        var kept: [Candidate] = []
        var explained = [Bool](repeating: false, count: ordered.isEmpty ? 0 : stream.count)
        for (_, candidate) in ordered {
            var taken = 0
            var total = 0
            for segment in candidate.segments {
                total += segment.count
                for i in segment where explained[i] { taken += 1 }
            }
            // Two long notices may share a sentence; a short one must stand on its own words.
            if taken * 10 > total * (total >= 20 ? 4 : 1) { continue }
            kept.append(candidate)
            for segment in candidate.segments {
                for i in segment { explained[i] = true }
            }
        }
        return kept.filter { index.rules[$0.rule].kind != RuleKind.falsePositive.rawValue }
            .sorted { ($0.words.lowerBound, $0.words.upperBound) < ($1.words.lowerBound, $1.words.upperBound) }
    }

    /// The heavier first; of equals the licence's own text, then the more relevant rule, then the earlier.
    private func before(_ a: (offset: Int, element: Candidate), _ b: (offset: Int, element: Candidate)) -> Bool {
        if a.element.weight != b.element.weight { return a.element.weight > b.element.weight }
        let (first, second) = (index.rules[a.element.rule], index.rules[b.element.rule])
        let own = (first.has(RuleRecord.licenseFile), second.has(RuleRecord.licenseFile))
        if own.0 != own.1 { return own.0 }
        // "under GPL v3" and "GPL v3 or later" share their words: the wider one says all of them.
        let wider = (first.has(RuleRecord.orLater), second.has(RuleRecord.orLater))
        if wider.0 != wider.1 { return wider.0 }
        if first.relevance != second.relevance { return first.relevance > second.relevance }
        return a.offset < b.offset
    }

    /// Whether the word before makes the name another's: "Affero GNU General Public License" is not the GPL.
    private func isNameOfAnother(_ candidate: Candidate) -> Bool {
        let start = candidate.words.lowerBound
        guard start > 0, index.affero.contains(stream.ids[start - 1]) else { return false }
        return !index.words(of: index.rules[candidate.rule]).contains { index.affero.contains($0) }
    }

    /// Whether a person would read the words there as naming a licence. Only short matches are in doubt.
    private func stands(_ candidate: Candidate) -> Bool {
        if candidate.weight <= 0 || isNameOfAnother(candidate) { return false }
        if candidate.ruleLength > 2 { return true }
        if index.rules[candidate.rule].kind == RuleKind.falsePositive.rawValue { return true }
        let bytes = stream.bytes(of: candidate.words)
        let before = bytes.lowerBound > 0 ? text[bytes.lowerBound - 1] : UInt8(ascii: " ")
        let after = bytes.upperBound < text.count ? text[bytes.upperBound] : UInt8(ascii: " ")
        let next = bytes.upperBound + 1 < text.count ? text[bytes.upperBound + 1] : UInt8(ascii: " ")
        if [UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "%")].contains(before) {
            return false
        }
        if [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "\\")].contains(before) {
            return false
        }
        if [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "=")].contains(after) {
            return false
        }
        let joins = [UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":")].contains(after)
        return !(joins && ByteClass.table[Int(next)] >= ByteClass.firstLetter)
    }
}
