// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Whether a person would read a few words as the name of a licence. A long notice is never in doubt; "MIT" is, inside an
// identifier, a path or an address, and "Apache License" is another licence when "1.1" follows.

import Licensing

struct ShortNames {
    let index: LicenseIndex
    let stream: WordStream
    let text: UnsafeRawBufferPointer

    /// Rules of more words than this speak for themselves.
    static let longest = 14

    /// Words of an identifier that may look like a name: "license_gpl". Longer ones are names of files and fields.
    private static let longestIdentifier = 2

    /// Whether the words there name nothing, or another licence than the rule's.
    func isNoName(_ candidate: Candidate) -> Bool {
        if candidate.ruleLength > Self.longest { return false }
        let record = index.rules[candidate.rule]
        if record.kind == RuleKind.falsePositive.rawValue { return false }
        return isNameOfAnother(candidate, record) || isScattered(candidate) || isPartOfAWord(candidate, record)
            || isAnotherVersion(candidate, record) || isPartOfAnotherIdentifier(candidate, record)
            || isCutOff(candidate, record) || isChance(candidate, record)
            || (isDoubtfulRow(candidate) && (isOfAFile(candidate) || isTwoStatements(candidate)))
    }

    /// Whether the word before makes the name another's: "Affero GNU General Public License" is not the GPL.
    private func isNameOfAnother(_ candidate: Candidate, _ record: RuleRecord) -> Bool {
        let start = candidate.words.lowerBound
        guard start > 0, index.affero.contains(stream.ids[start - 1]) else { return false }
        return !index.words(of: record).contains { index.affero.contains($0) }
    }

    /// Whether the words stand on far more lines than there are words: they only happen to follow each other.
    private func isScattered(_ candidate: Candidate) -> Bool {
        let bytes = stream.bytes(of: candidate.words)
        var lines = 1
        for i in bytes where text[i] == 0x0a {
            lines += 1
            if lines > candidate.ruleLength + 2 { return true }
        }
        return false
    }

    /// Whether one or two words stand inside an identifier, a path or an address to something else.
    private func isPartOfAWord(_ candidate: Candidate, _ record: RuleRecord) -> Bool {
        if candidate.ruleLength <= Self.longestIdentifier, isSnakeCase(candidate.words) { return true }
        if candidate.ruleLength > 2 { return false }
        let bytes = stream.bytes(of: candidate.words)
        // "@license MIT", "spec.license = 'MIT'", "…/MIT-LICENSE.txt" say what the word is.
        let saysLicense = index.words(of: record).contains(where: index.isSharedWord)
        let before = byte(bytes.lowerBound - 1)
        switch before {
        case UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "\\"):
            if !saysLicense { return true }
        case UInt8(ascii: "/"):
            if !saysLicense && !areInitials(bytes.lowerBound - 2, bytes.lowerBound) { return true }
        default: break
        }
        let after = byte(bytes.upperBound)
        switch after {
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "="): return true
        case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"):
            if ByteClass.table[Int(byte(bytes.upperBound + 1))] < ByteClass.firstLetter { return false }
            if after == UInt8(ascii: ".") && before == UInt8(ascii: "/") { return false }
            return after != UInt8(ascii: "/") || !areInitials(bytes.upperBound - 1, bytes.upperBound + 1)
        default: return false
        }
    }

    /// Whether the number of a version, or "version" and the number, follow a short name.
    func stopsBeforeVersion(_ candidate: Candidate) -> Bool {
        guard candidate.ruleLength <= Self.longest, candidate.isExact,
            let last = index.words(of: index.rules[candidate.rule]).last, index.decisiveWords.isLicenseName(last)
        else { return false }
        var next = candidate.words.upperBound
        if next < stream.count, index.decisiveWords.isVersion(stream.ids[next]) { next += 1 }
        return next < stream.count && index.decisiveWords.isNumber(stream.ids[next])
    }

    /// Whether nothing but underscores joins the words: "license_gpl" is an identifier, `__license__ = "MIT"` is not.
    private func isSnakeCase(_ words: Range<Int>) -> Bool {
        words.count > 1
            && words.dropLast().allSatisfy { i in
                let gap = gap(after: i)
                return !gap.isEmpty && gap.allSatisfy { text[$0] == UInt8(ascii: "_") }
            }
    }

    private func byte(_ i: Int) -> UInt8 { text.indices.contains(i) ? text[i] : UInt8(ascii: " ") }

    /// Whether the letters on both sides of a slash are capitals, as in "MIT/GPL", and as in no path.
    private func areInitials(_ left: Int, _ right: Int) -> Bool {
        func isCapital(_ i: Int) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte(i)) }
        return isCapital(left) && isCapital(right)
    }

    /// Whether the name ends with "version" and the number that follows is not in the rule: another rule has it.
    private func isCutOff(_ candidate: Candidate, _ record: RuleRecord) -> Bool {
        guard let last = index.words(of: record).last, index.decisiveWords.isVersion(last),
            candidate.words.upperBound < stream.count
        else { return false }
        return index.decisiveWords.isNumber(stream.ids[candidate.words.upperBound])
    }

    /// Whether a single word that means other things as well, or one with numbers behind a comma, stands far from any
    /// "license", "copyright" or "software": "GPL" is a fuel, too, and "[Cal, 1.0]" a row of values.
    private func isChance(_ candidate: Candidate, _ record: RuleRecord) -> Bool {
        let isDoubtful = candidate.ruleLength == 1 ? record.relevance <= Self.doubtful : isRowOfValues(candidate)
        if !isDoubtful { return false }
        let near =
            max(0, candidate.words.lowerBound - Self.reach)..<min(stream.count, candidate.words.upperBound + Self.reach)
        return !stream.ids[near].contains(where: index.speaksOfLicenses)
    }

    private func isRowOfValues(_ candidate: Candidate) -> Bool {
        let words = candidate.words
        return words.count > 1 && words.dropFirst().allSatisfy { index.decisiveWords.isNumber(stream.ids[$0]) }
            && text[gap(after: words.lowerBound)].contains(UInt8(ascii: ","))
    }

    /// LicenseDB's relevance of a word that may mean something else, and the words around it that are looked at.
    private static let doubtful: UInt8 = 60
    private static let reach = 12

    /// Whether a name that the rule gives without a version is followed by the number of another one.
    private func isAnotherVersion(_ candidate: Candidate, _ record: RuleRecord) -> Bool {
        guard let last = index.words(of: record).last, !index.decisiveWords.isNumber(last),
            let said = VersionNumber(after: stream.bytes(of: candidate.words).upperBound, in: text),
            let version = Self.version(of: index.string(record.expression))
        else { return false }
        return said.major != version.major || (said.minor != nil && version.minor != nil && said.minor != version.minor)
    }

    /// Whether the last word goes on to an SPDX identifier that the rule does not name: "under MIT" in "under MIT-0".
    private func isPartOfAnotherIdentifier(_ candidate: Candidate, _ record: RuleRecord) -> Bool {
        let end = stream.bytes(of: candidate.words).upperBound
        guard byte(end) == UInt8(ascii: "-"), Self.isOfIdentifiers(byte(end + 1)) else { return false }
        var start = end
        while Self.isOfIdentifiers(byte(start - 1)), end - start < Self.longestSPDXIdentifier { start -= 1 }
        var after = end
        while Self.isOfIdentifiers(byte(after)), after - start < Self.longestSPDXIdentifier { after += 1 }
        while after > end, byte(after - 1) == UInt8(ascii: ".") { after -= 1 }
        let word = String(decoding: text[start..<after], as: UTF8.self)
        guard let license = SPDXLicenseList.license(word) else { return false }
        return !index.string(record.expression).split(whereSeparator: { " ()".contains($0) })
            .contains { $0 == license.identifier }
    }

    private static let longestSPDXIdentifier = 64

    private static func isOfIdentifiers(_ byte: UInt8) -> Bool {
        ByteClass.table[Int(byte)] >= ByteClass.firstLetter || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "+")
    }

    /// Words of which "license" may belong to what stands before or behind.
    private static let longestDoubtfulRow = 4

    private func isDoubtfulRow(_ candidate: Candidate) -> Bool {
        (2...Self.longestDoubtfulRow).contains(candidate.ruleLength) && candidate.isExact
    }

    /// Whether "license" is a file there: "license.json", or the end of an address on a line before the name.
    private func isOfAFile(_ candidate: Candidate) -> Bool {
        let first = candidate.words.lowerBound
        if candidate.words.contains(where: { index.isSharedWord(stream.ids[$0]) && isJSONFile($0) }) { return true }
        return index.isSharedWord(stream.ids[first]) && byte(Int(stream.starts[first]) - 1) == UInt8(ascii: "/")
            && text[gap(after: first)].contains(UInt8(ascii: "\n"))
    }

    /// Whether "license" only follows the name, and begins a field or a part of its own: `"keywords": ["json"], "license": "MIT"`
    /// does not name the JSON licence.
    private func isTwoStatements(_ candidate: Candidate) -> Bool {
        let last = candidate.words.upperBound - 1
        guard index.isSharedWord(stream.ids[last]) else { return false }
        let gap = gap(after: last - 1)
        if gap.allSatisfy({ text[$0] == UInt8(ascii: " ") }) { return false }
        return isField(last, after: gap) || endsStatement(gap)
            || (candidate.ruleLength == 2 && text[gap].contains(where: Self.signs.contains))
    }

    /// The bytes between a word and the next.
    private func gap(after word: Int) -> Range<Int> {
        stream.bytes(of: word..<(word + 1)).upperBound..<Int(stream.starts[word + 1])
    }

    /// Whether a sign follows the word that gives a field its value, perhaps after the quotation mark that ends its name, and
    /// it is not the end of a heading: "The **MIT** License:".
    private func isField(_ word: Int, after gap: Range<Int>) -> Bool {
        let end = stream.bytes(of: word..<(word + 1)).upperBound
        var i = end
        while i - end < 3, [UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "'")].contains(byte(i)) { i += 1 }
        return byte(i) == UInt8(ascii: "=")
            || (byte(i) == UInt8(ascii: ":") && text[gap].contains(where: Self.separators.contains))
    }

    /// What stands between two fields.
    private static let separators = Array(",;]}\n".utf8)

    /// What stands between a field and its value.
    private static let signs = Array(":=".utf8)

    /// Whether a statement ends there, with its line or at an empty line.
    private func endsStatement(_ gap: Range<Int>) -> Bool {
        let lines = text[gap].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let first = lines.first, lines.count > 1 else { return false }
        return first.contains(where: Self.ends.contains)
            || lines.dropFirst().dropLast().contains { $0.allSatisfy { $0 == UInt8(ascii: " ") || $0 == 0x0d } }
    }

    /// What ends a sentence, a value or a list at the end of a line.
    private static let ends = Array(".,;)]}".utf8)

    /// Whether the word is a file's name before ".json".
    private func isJSONFile(_ word: Int) -> Bool {
        guard word + 1 < stream.count else { return false }
        let gap = gap(after: word)
        return gap.count == 1 && byte(gap.lowerBound) == UInt8(ascii: ".")
            && text[stream.bytes(of: (word + 1)..<(word + 2))].elementsEqual("json".utf8)
    }

    private typealias Version = (major: Int, minor: Int?)

    /// The version at the end of a single identifier ("OSL-3.0"); nil where there is none, or later ones are meant too.
    private static func version(of expression: String) -> Version? {
        guard !expression.contains(" "), let dash = expression.lastIndex(of: "-") else { return nil }
        let tail = expression.hasSuffix("-only") ? expression.dropLast(5) : expression[...]
        let digits = tail[(tail.lastIndex(of: "-") ?? dash)...].dropFirst()
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first.flatMap({ Int($0) }), parts.count <= 2 else { return nil }
        return (first, parts.count == 2 ? Int(parts[1]) : nil)
    }
}
