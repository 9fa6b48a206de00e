// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Manifests that are programs (setup.py, *.gemspec, build.gradle, …) are never run. This cuts them into the few tokens
// that a licence field needs – names, string literals, signs – and drops comments.

struct SourceToken: Equatable {
    enum Kind: Equatable { case name, string, sign }

    let kind: Kind
    let text: String
    let lines: ClosedRange<Int>

    func isSign(_ sign: Character) -> Bool { kind == .sign && text.first == sign }
    func isName(_ name: String) -> Bool { kind == .name && text == name }
}

/// How a language writes comments and strings.
struct SourceSyntax: Sendable {
    /// What begins a comment that ends with the line.
    var lineComments: [String]
    /// Whether `/* … */` is a comment.
    var blockComments = false
    /// The signs that open a string; a triple one may span lines.
    var quotes: Set<Character> = ["\"", "'"]
    /// The signs, besides letters, digits and `_`, that a name may hold.
    var nameSigns: Set<Character> = []
}

struct SourceTokenizer {
    private let characters: [Character]
    private let syntax: SourceSyntax
    private var index = 0
    private var line = 1

    static func tokens(of text: ManifestText, syntax: SourceSyntax) -> [SourceToken] {
        var tokenizer = SourceTokenizer(characters: Array(text.string), syntax: syntax)
        var tokens: [SourceToken] = []
        while let token = tokenizer.next() { tokens.append(token) }
        return tokens
    }

    private init(characters: [Character], syntax: SourceSyntax) {
        self.characters = characters
        self.syntax = syntax
    }

    private mutating func next() -> SourceToken? {
        while index < characters.count {
            let character = characters[index]
            if character.isWhitespace {
                advance()
            } else if syntax.lineComments.contains(where: starts(with:)) {
                skip { $0.isNewline }
            } else if syntax.blockComments, starts(with: "/*") {
                skipBlock()
            } else if syntax.quotes.contains(character) {
                return string(quote: character)
            } else if isNameCharacter(character) {
                return name()
            } else {
                advance()
                return SourceToken(kind: .sign, text: String(character), lines: line...line)
            }
        }
        return nil
    }

    private mutating func name() -> SourceToken {
        let start = index
        while index < characters.count, isNameCharacter(characters[index]) { index += 1 }
        return SourceToken(kind: .name, text: String(characters[start..<index]), lines: line...line)
    }

    /// A literal's value; an unclosed one ends with its line, or with the file when it has three quotes.
    private mutating func string(quote: Character) -> SourceToken {
        let firstLine = line
        let isTriple = starts(with: String(repeating: quote, count: 3))
        let length = isTriple ? 3 : 1
        let close = String(repeating: quote, count: length)
        index += length
        var value = ""
        while index < characters.count, !starts(with: close) {
            if characters[index].isNewline, !isTriple { break }
            if characters[index] == "\\", index + 1 < characters.count {
                advance()
                if !characters[index].isNewline { value.append(Self.escapes[characters[index]] ?? characters[index]) }
            } else {
                value.append(characters[index])
            }
            advance()
        }
        let lastLine = line
        if starts(with: close) { index += length }
        return SourceToken(kind: .string, text: value, lines: firstLine...lastLine)
    }

    private static let escapes: [Character: Character] = ["n": "\n", "t": "\t"]

    private func isNameCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || syntax.nameSigns.contains(character)
    }

    private func starts(with text: String) -> Bool {
        characters[index...].starts(with: text)
    }

    private mutating func skip(until isEnd: (Character) -> Bool) {
        while index < characters.count, !isEnd(characters[index]) { advance() }
    }

    private mutating func skipBlock() {
        while index < characters.count, !starts(with: "*/") { advance() }
        index = min(index + 2, characters.count)
    }

    private mutating func advance() {
        if characters[index].isNewline { line += 1 }
        index += 1
    }
}
