// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Reads YAML with Yams into a ManifestValue, within bounds: few aliases, so that no bomb multiplies; flat nesting, since
// Yams recurses.

import Languages
import Yams

enum YAMLDocument {
    /// Sixteen aliases multiply a text by some hundreds at worst.
    private static let maximumAliases = 16
    private static let maximumBrackets = 64
    private static let maximumIndentation = 128
    private static let maximumNodes = 200_000

    static func parse(_ text: ManifestText, format: String) throws(ManifestError) -> ManifestValue {
        try refuseBombs(text, format)
        do {
            guard let node = try Yams.compose(yaml: text.string) else { return .other }
            var budget = maximumNodes
            return convert(node, &budget)
        } catch {
            let (words, line) = reason(of: error)
            throw ManifestError(format, .malformed(words), line: line)
        }
    }

    private static func refuseBombs(_ text: ManifestText, _ format: String) throws(ManifestError) {
        var anchors: Set<Substring> = []
        for line in text.lines { anchors.formUnion(names(after: "&", in: line)) }
        var aliases = 0
        var depth = 0
        for (index, line) in text.lines.enumerated() {
            if !anchors.isEmpty { aliases += names(after: "*", in: line).count { anchors.contains($0) } }
            if aliases > maximumAliases {
                throw ManifestError(
                    format, .forbidden(Bilingual("many aliases", "des alias si nombreux")), line: index + 1)
            }
            for byte in line.utf8 {
                if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
                if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
                if depth > maximumBrackets { throw ManifestError(format, .tooDeep, line: index + 1) }
            }
            if indentation(of: line) > maximumIndentation { throw ManifestError(format, .tooDeep, line: index + 1) }
        }
    }

    /// How far the first word of a line stands to the right, behind spaces and the signs `- ` and `? `; a line of dashes
    /// is a word.
    private static func indentation(of line: Substring) -> Int {
        let bytes = Array(line.utf8.prefix(maximumIndentation + 2))
        var index = 0
        while index < bytes.count {
            let isSign = bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "?")
            if isSign, index + 1 < bytes.count, bytes[index + 1] == 0x20 {
                index += 2
            } else if bytes[index] == 0x20 {
                index += 1
            } else {
                return index
            }
        }
        return index
    }

    /// The names that a sign introduces where YAML would read an anchor or an alias.
    private static func names(after sign: Character, in line: Substring) -> [Substring] {
        guard line.contains(sign) else { return [] }
        return line.split { " \t,[]{}".contains($0) }.filter { $0.first == sign && $0.count > 1 }.map {
            $0.dropFirst().last == ":" ? $0.dropFirst().dropLast() : $0.dropFirst()
        }
    }

    private static func convert(_ node: Yams.Node, _ budget: inout Int) -> ManifestValue {
        guard budget > 0 else { return .other }
        budget -= 1
        switch node {
        case .scalar(let scalar):
            if let flag = node.bool, scalar.style == .plain { return .flag(flag) }
            let line = scalar.mark?.line
            let rest = scalar.string.count { $0 == "\n" }
            return .text(scalar.string, lines: line.map { $0...($0 + rest) })
        case .sequence(let sequence):
            return .list(sequence.map { convert($0, &budget) })
        case .mapping(let mapping):
            var table: [String: ManifestValue] = [:]
            for (key, value) in mapping {
                if let key = key.string { table[key] = convert(value, &budget) }
            }
            return .table(table)
        case .alias:
            return .other
        }
    }

    private static func reason(of error: any Error) -> (words: Bilingual, line: Int?) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (Bilingual(problem), mark.line)
        case .duplicatedKeysInMapping(let duplicates, let context):
            (
                Bilingual(
                    "the key “\(duplicates.first ?? "")” appears twice",
                    "la clé «\u{A0}\(duplicates.first ?? "")\u{A0}» apparaît deux fois"), context.mark.line
            )
        case .reader(let problem, _, _, _): (Bilingual(problem), nil)
        default: (ManifestError.noReason, nil)
        }
    }
}
