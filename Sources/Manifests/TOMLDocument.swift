// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Reads TOML with TOMLKit into a ManifestValue. TOMLKit frees nested tables by recursion, so a scan over the text refuses
// nesting (brackets and dotted keys) beyond what a manifest needs before TOMLKit sees it. Its C++ parser also aborts the
// process, in release builds too, on a header without a name such as `[.a]` or `[{{ name }}]`: the scan refuses those.

import TOMLKit

enum TOMLDocument {
    private static let maximumBrackets = 24
    private static let maximumDots = 24

    static func parse(_ text: ManifestText, format: String) throws(ManifestError) -> ManifestValue {
        var scan = TOMLScan()
        for byte in text.string.utf8 {
            scan.take(byte)
            if scan.depth > maximumBrackets || scan.dots > maximumDots {
                throw ManifestError(format, .tooDeep, line: scan.line)
            }
            if scan.hasNamelessHeader {
                throw ManifestError(format, .malformed("a table's name is missing after “[”"), line: scan.line)
            }
        }
        do {
            let root = try TOMLTable(string: text.string)
            return withExtendedLifetime(root) { convert(root) }
        } catch {
            guard let error = error as? TOMLParseError else { throw ManifestError(format, .malformed("\(error)")) }
            throw ManifestError(format, .malformed(error.description), line: error.source.begin.line)
        }
    }

    /// The line of a table's header, `[tool.poetry]`; 1 when the table has none of its own.
    static func line(ofTable path: [String], in text: ManifestText) -> Int {
        let name = path.joined(separator: ".")
        return text.firstLine { line in
            line.first == "[" && line.filter { !" \t\"'".contains($0) }.hasPrefix("[\(name)]")
        } ?? 1
    }

    private static func convert(_ value: any TOMLValueConvertible) -> ManifestValue {
        if let text = value.string { return .text(text, lines: nil) }
        if let flag = value.bool { return .flag(flag) }
        if let list = value.array { return .list(list.map { convert($0) }) }
        guard let table = value.table else { return .other }
        var result: [String: ManifestValue] = [:]
        for key in table.keys {
            if let member = table[key] { result[key] = convert(member) }
        }
        return .table(result)
    }
}

/// The lexical state of a TOML text, one byte at a time: open brackets, the dots of a dotted key and table headers, outside
/// strings and comments.
private struct TOMLScan {
    private(set) var line = 1
    private(set) var depth = 0
    private(set) var dots = 0
    private(set) var hasNamelessHeader = false
    private var isLineStart = true
    /// How many brackets of a table's header wait for its name.
    private var header = 0
    /// How many quotes may still belong to the multi-line string just closed: it may end with one or two of its own.
    private var trailingQuotes = 0
    private var quote: UInt8?
    private var isMultiline = false
    private var run = 0
    private var runByte: UInt8 = 0
    private var isEscaped = false
    private var inComment = false

    mutating func take(_ byte: UInt8) {
        let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        let isNewline = byte == UInt8(ascii: "\n")
        if isNewline { line += 1 }
        if inComment {
            inComment = !isNewline
            if isNewline { (dots, isLineStart) = (0, true) }
            return
        }
        if let open = quote {
            takeQuoted(byte, open: open, isNewline: isNewline)
            return
        }
        if trailingQuotes > 0 {
            trailingQuotes = byte == runByte ? trailingQuotes - 1 : 0
            if byte == runByte { return }
        }
        if isQuote {
            (header, isLineStart) = (0, false)
            run = run > 0 && runByte == byte ? run + 1 : 1
            runByte = byte
            if run == 3 {
                (quote, isMultiline, run) = (byte, true, 0)
            }
            return
        }
        // One quote opened a string and this is its first byte; two were an empty string.
        if run == 1 {
            (quote, isMultiline, run) = (runByte, false, 0)
            takeQuoted(byte, open: runByte, isNewline: isNewline)
            return
        }
        run = 0
        takeBare(byte)
    }

    private mutating func takeQuoted(_ byte: UInt8, open: UInt8, isNewline: Bool) {
        if isEscaped {
            isEscaped = false
            return
        }
        if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") {
            isEscaped = true
            run = 0
            return
        }
        if byte == open {
            run += 1
            if isMultiline, run == 3 { (trailingQuotes, runByte) = (2, open) }
            if !isMultiline || run == 3 { (quote, run) = (nil, 0) }
            return
        }
        run = 0
        if isNewline, !isMultiline { (quote, isLineStart) = (nil, true) }
    }

    private mutating func takeBare(_ byte: UInt8) {
        takeHeader(byte)
        switch byte {
        case UInt8(ascii: "#"): inComment = true
        case UInt8(ascii: "["), UInt8(ascii: "{"): (depth, dots) = (depth + 1, 0)
        case UInt8(ascii: "]"), UInt8(ascii: "}"): (depth, dots) = (max(0, depth - 1), 0)
        case UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "\n"): dots = 0
        case UInt8(ascii: "."): dots += 1
        default: break
        }
    }
    /// Only white space and a second bracket may stand between a header's bracket and its name.
    private mutating func takeHeader(_ byte: UInt8) {
        let isBlank = byte == 0x20 || byte == 0x09
        let isBracket = byte == UInt8(ascii: "[")
        if header > 0, !isBlank, !(isBracket && header == 1) {
            hasNamelessHeader = byte != UInt8(ascii: "]") && !Self.isKeyByte(byte)
            header = 0
        } else if isBracket, header == 1 || isLineStart && depth == 0 {
            header += 1
        }
        if byte == UInt8(ascii: "\n") {
            isLineStart = true
        } else if !isBlank, byte < 0x80 {
            isLineStart = false
        }
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
