// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// SPDX licence tags (SPDX 2.3, annex E): the expression is read as SPDX writes it, not guessed from words.

import Licensing

struct SPDXTag {
    var words: Range<Int>
    var bytes: Range<Int>
    var expression: LicenseExpression
    /// Whether the value is no expression, so that all it says is that there is a licence.
    var isUnknown: Bool { expression == Self.unknown }

    static let unknownIdentifier = "LicenseRef-scancode-unknown-spdx"
    static let unknown = LicenseExpression(LicenseOperand(unknownIdentifier))
}

struct SPDXTagReader {
    private let spdx: WordID
    private let license: WordID
    private let identifier: WordID

    private let index: LicenseIndex
    /// Nearly every tag of a repository says what the one before it said.
    private let known = Memory<String, LicenseExpression?>(capacity: 1 << 12)

    init(_ index: LicenseIndex) {
        self.index = index
        let vocabulary = index.vocabulary
        spdx = vocabulary.id(of: WordHash.of(folded: "spdx"))
        license = vocabulary.id(of: WordHash.of(folded: "license"))
        identifier = vocabulary.id(of: WordHash.of(folded: "identifier"))
    }

    /// The tags of a text whose value is an SPDX expression, in order; they do not overlap.
    func tags(in stream: WordStream, _ text: UnsafeRawBufferPointer, _ trace: DetectionTrace?) -> [SPDXTag] {
        guard spdx != .unknown, identifier != .unknown, stream.count > 3 else { return [] }
        var places: [Int] = []
        stream.ids.withUnsafeBufferPointer { ids in
            for i in 2..<ids.count where ids[i] == identifier && ids[i - 1] == license && ids[i - 2] == spdx {
                places.append(i)
            }
        }
        return places.indices.compactMap { k in
            let next = k + 1 < places.count ? places[k + 1] - 2 : stream.count
            return tag(afterWord: places[k], before: next, stream, text, trace)
        }
    }

    /// The tag whose last word is the `i`th; its value ends with the line, and before the word that begins the next tag.
    private func tag(
        afterWord i: Int, before next: Int, _ stream: WordStream, _ text: UnsafeRawBufferPointer,
        _ trace: DetectionTrace?
    ) -> SPDXTag? {
        let start = stream.bytes(of: i..<(i + 1)).upperBound
        let limit = min(start + Self.longestValue, next < stream.count ? Int(stream.starts[next]) : text.count)
        var end = start
        while end < limit, text[end] != 0x0a, text[end] != 0x0d { end += 1 }
        let value = String(decoding: text[start..<end], as: UTF8.self)
        let read = known.value(for: value) {
            Self.expression(in: value) ?? otherName(value) ?? Self.partlyKnown(value) ?? Self.unknown(value)
        }
        var last = i
        while last + 1 < next, Int(stream.starts[last + 1]) < end { last += 1 }
        let tag = SPDXTag(
            words: (i - 2)..<(last + 1), bytes: stream.bytes(of: (i - 2)..<(i - 1)).lowerBound..<end,
            expression: read ?? SPDXTag.unknown)
        if read == nil { trace?.drop(.tag(tag), .emptyTag) }
        return read == nil ? nil : tag
    }

    /// Bytes of a value that are looked at.
    private static let longestValue = 400

    /// An identifier of others' ("BSD-2"), where it is all that the value holds.
    private func otherName(_ line: String) -> LicenseExpression? {
        let words = line.split { !($0.isLetter || $0.isNumber || "-.+".contains($0)) }
        guard words.count == 1, let name = index.identifier(calledAlso: String(words[0])) else { return nil }
        return try? LicenseExpression(parsing: name, identifiers: .any)
    }

    /// An expression of which only some identifiers are listed: each of the others stands for some licence.
    private static func partlyKnown(_ line: String) -> LicenseExpression? {
        let value = line.drop { $0 == ":" || $0.isWhitespace }.prefix {
            $0.isASCII && ($0.isLetter || $0.isNumber || " \t().-+:".contains($0))
        }
        let parts = value.split(whereSeparator: \.isWhitespace).map(String.init)
        guard parts.contains(where: { $0 == "AND" || $0 == "OR" }) else { return nil }
        let known = parts.map { part in
            let word = String(part.drop { $0 == "(" }.prefix { $0 != ")" })
            let isKnown =
                ["AND", "OR", "WITH", ""].contains(word) || SPDXLicenseList.exception(word) != nil
                || (try? LicenseExpression(parsing: word)) != nil
            return isKnown ? part : part.replacing(word, with: SPDXTag.unknownIdentifier)
        }
        let read = try? LicenseExpression(parsing: known.joined(separator: " ")).normalized.simplified
        return read == SPDXTag.unknown ? nil : read
    }

    /// A value that is no expression of listed identifiers says that there is a licence, and not which.
    private static func unknown(_ line: String) -> LicenseExpression? {
        guard line.contains(where: { $0.isLetter }) else { return nil }
        return SPDXTag.unknown
    }

    /// The longest beginning of the value that is an expression: what follows closes a comment, a string or a tag.
    static func expression(in line: String) -> LicenseExpression? {
        var value = Substring(line)
        while let first = value.first,
            first == ":" || first == "=" || first == "\"" || first == "'" || first == "`" || first.isWhitespace
        {
            value = value.dropFirst()
        }
        while value.hasPrefix("&"), let end = value.firstIndex(of: ";") {
            value = value[value.index(after: end)...].drop(while: \.isWhitespace)
        }
        let allowed = value.prefix {
            $0.isASCII && ($0.isLetter || $0.isNumber || " \t().-+:/&|".contains($0))
        }
        var words = allowed.split(whereSeparator: \.isWhitespace).map(String.init)
        // People drop a parenthesis, and U-Boot's old custom was to put a choice side by side: "GPL-2.0+ BSD-2-Clause".
        if let choice = sideBySide(words) { return choice }
        while !words.isEmpty {
            let value = words.joined(separator: " ")
            do {
                return try LicenseExpression(parsing: value).normalized
            } catch {
                if let mended = withoutUnbalanced(value) { return mended.normalized }
                // What stands at the error and after it is no part of the expression.
                var length = 0
                let kept = words.prefix { word in
                    length += word.utf8.count + 1
                    return length <= error.position
                }
                words = Array(words.prefix(min(kept.count, words.count - 1)))
            }
        }
        return nil
    }

    private static func withoutUnbalanced(_ value: String) -> LicenseExpression? {
        let open = value.filter { $0 == "(" }.count
        guard open != value.filter({ $0 == ")" }).count else { return nil }
        return try? LicenseExpression(parsing: value.filter { $0 != "(" && $0 != ")" })
    }

    private static func sideBySide(_ words: [String]) -> LicenseExpression? {
        guard words.count > 1 else { return nil }
        let named = words.prefix { (try? LicenseExpression(parsing: $0))?.soleOperand != nil }
        guard named.count > 1 else { return nil }
        return LicenseExpression.or(named.compactMap { try? LicenseExpression(parsing: $0) })?.normalized
    }
}
