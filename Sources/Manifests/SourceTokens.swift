// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Manifests that are programs (setup.py, *.gemspec, build.gradle, …) are never run. This cuts them into the few tokens
// that a licence field needs – names, string literals, signs – and drops comments.

struct SourceToken: Equatable {
    enum Kind: Equatable { case name, string, sign }

    let kind: Kind
    let text: String
    let lines: ClosedRange<Int>

    func isSign(_ sign: Unicode.Scalar) -> Bool { kind == .sign && text.unicodeScalars.first == sign }
}

/// How a language writes comments and strings.
struct SourceSyntax: Sendable {
    /// What begins a comment that ends with the line.
    var lineComment: String
    /// Whether `/* … */` is a comment.
    var blockComments = false
    /// The signs that open a string; a triple one may span lines.
    var quotes = "\"'"
    /// The signs, besides letters, digits and `_`, that a name may hold.
    var nameSigns = ""
}

/// Goes by bytes: what is not ASCII stands in strings and comments, and is a letter elsewhere.
struct SourceTokenizer {
    private enum Class { case space, name, quote, sign }

    private static let newline = UInt8(ascii: "\n")
    private static let blockStart = Array("/*".utf8)
    private static let blockEnd = Array("*/".utf8)

    private let bytes: [UInt8]
    /// What each byte begins, outside of comments.
    private let classes: [Class]
    private let lineComment: [UInt8]
    private let blockComments: Bool
    private var index = 0
    private var line = 1

    static func tokens(of text: ManifestText, syntax: SourceSyntax) -> [SourceToken] {
        var tokenizer = SourceTokenizer(bytes: Array(text.string.utf8), syntax: syntax)
        var tokens: [SourceToken] = []
        while let token = tokenizer.next() { tokens.append(token) }
        return tokens
    }

    private init(bytes: [UInt8], syntax: SourceSyntax) {
        self.bytes = bytes
        lineComment = Array(syntax.lineComment.utf8)
        blockComments = syntax.blockComments
        var classes = [Class](repeating: .sign, count: 256)
        for byte in [9...13, 32...32].joined() { classes[byte] = .space }
        for byte in [48...57, 65...90, 97...122, 128...255].joined() { classes[byte] = .name }
        for byte in ("_" + syntax.nameSigns).utf8 { classes[Int(byte)] = .name }
        for byte in syntax.quotes.utf8 { classes[Int(byte)] = .quote }
        self.classes = classes
    }

    private mutating func next() -> SourceToken? {
        while index < bytes.count {
            if starts(with: lineComment) {
                while index < bytes.count, bytes[index] != Self.newline { index += 1 }
            } else if blockComments, starts(with: Self.blockStart) {
                skipBlock()
            } else {
                switch classes[Int(bytes[index])] {
                case .space: advance()
                case .name: return name()
                case .quote: return string()
                case .sign:
                    advance()
                    return token(.sign, bytes[(index - 1)..<index], from: line)
                }
            }
        }
        return nil
    }

    private mutating func name() -> SourceToken {
        let start = index
        while index < bytes.count, classes[Int(bytes[index])] == .name { index += 1 }
        return token(.name, bytes[start..<index], from: line)
    }

    /// A literal's value; an unclosed one ends with its line, or with the file when it has three quotes.
    private mutating func string() -> SourceToken {
        let firstLine = line
        let triple = [UInt8](repeating: bytes[index], count: 3)
        let isTriple = starts(with: triple)
        let close = isTriple ? triple : [bytes[index]]
        index += close.count
        var value: [UInt8] = []
        while index < bytes.count, !starts(with: close) {
            if bytes[index] == Self.newline, !isTriple { break }
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
                advance()
                if bytes[index] != Self.newline { value.append(Self.escapes[bytes[index]] ?? bytes[index]) }
            } else {
                value.append(bytes[index])
            }
            advance()
        }
        let string = token(.string, value[...], from: firstLine)
        if starts(with: close) { index += close.count }
        return string
    }

    private static let escapes = [UInt8(ascii: "n"): newline, UInt8(ascii: "t"): UInt8(ascii: "\t")]

    private func token(_ kind: SourceToken.Kind, _ text: ArraySlice<UInt8>, from first: Int) -> SourceToken {
        SourceToken(kind: kind, text: String(decoding: text, as: UTF8.self), lines: first...line)
    }

    /// By hand: it is asked at every byte.
    private func starts(with text: [UInt8]) -> Bool {
        guard index + text.count <= bytes.count else { return false }
        for offset in text.indices where bytes[index + offset] != text[offset] { return false }
        return true
    }

    private mutating func skipBlock() {
        while index < bytes.count, !starts(with: Self.blockEnd) { advance() }
        index = min(index + 2, bytes.count)
    }

    private mutating func advance() {
        if bytes[index] == Self.newline { line += 1 }
        index += 1
    }
}
