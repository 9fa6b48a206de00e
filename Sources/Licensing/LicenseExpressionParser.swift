// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Parses SPDX licence expressions by recursive descent: OR binds loosest, then AND, then WITH, then `+`. Operators are
// taken in any case, since people write "MIT or Apache-2.0". Length and nesting are bounded: the text may be hostile.

/// Why a text is not a licence expression, and where.
public struct LicenseExpressionError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Reason: Sendable, Hashable {
        /// There is nothing to read.
        case empty
        /// The text is longer than `LicenseExpression.maximumLength` bytes.
        case tooLong
        /// Parentheses are nested deeper than `LicenseExpression.maximumDepth`.
        case tooDeep
        /// A character that no identifier or operator holds.
        case unexpectedCharacter(Character)
        /// A licence should stand where this word does; `nil` at the end of the text.
        case licenseExpected(found: String?)
        /// `WITH` needs an exception where this word stands; `nil` at the end of the text.
        case exceptionExpected(found: String?)
        /// Something follows a licence without an operator between them.
        case operatorExpected(found: String)
        /// A parenthesis is not closed.
        case unclosedParenthesis
        /// The SPDX list has no such licence.
        case unknownLicense(String)
        /// The SPDX list has no such exception.
        case unknownException(String)
    }

    /// What is wrong.
    public let reason: Reason
    /// Where, as a 1-based count of bytes of the UTF-8 text.
    public let position: Int
}

extension LicenseExpressionError: CustomStringConvertible {
    /// One sentence for a person: what, where, how to mend.
    public var description: String {
        "position \(position): \(what); \(mend)"
    }

    private var what: String {
        switch reason {
        case .empty: "the licence expression is empty"
        case .tooLong: "the licence expression is longer than \(LicenseExpression.maximumLength) bytes"
        case .tooDeep: "parentheses are nested deeper than \(LicenseExpression.maximumDepth)"
        case .unexpectedCharacter(let character): "“\(character)” has no place in a licence expression"
        case .licenseExpected(let found): "a licence is expected, not \(found.map { "“\($0)”" } ?? "the end")"
        case .exceptionExpected(let found): "an exception is expected, not \(found.map { "“\($0)”" } ?? "the end")"
        case .operatorExpected(let found): "an operator is expected before “\(found)”"
        case .unclosedParenthesis: "a parenthesis is not closed"
        case .unknownLicense(let name): "“\(name)” is not on the SPDX licence list \(SPDXLicenseList.version)"
        case .unknownException(let name): "“\(name)” is not an exception of the SPDX list \(SPDXLicenseList.version)"
        }
    }

    private var mend: String {
        switch reason {
        case .empty, .licenseExpected: "write an SPDX identifier such as EUPL-1.2"
        case .tooLong, .tooDeep: "write a shorter expression"
        case .unexpectedCharacter: "use identifiers, AND, OR, WITH, + and parentheses only"
        case .exceptionExpected, .unknownException: "write an exception of the list such as Classpath-exception-2.0"
        case .operatorExpected: "join licences with AND or OR"
        case .unclosedParenthesis: "add “)”"
        case .unknownLicense: "take an identifier from spdx.org/licenses or name your own LicenseRef-…"
        }
    }
}

extension LicenseExpression {
    /// Which identifiers a parse takes besides `LicenseRef-…` ones.
    public enum IdentifierPolicy: Sendable {
        /// Only those of the SPDX list.
        case listed
        /// Any word of letters, digits, `.`, `_` and `-`.
        case any
    }

    /// The longest text that is read, in bytes of UTF-8.
    public static let maximumLength = 16_384
    /// The deepest nesting of parentheses that is read.
    public static let maximumDepth = 64

    /// Parses an expression.
    ///
    /// - Parameters:
    ///   - text: the expression; white space around it is ignored.
    ///   - identifiers: which identifiers are let through.
    public init(parsing text: some StringProtocol, identifiers: IdentifierPolicy = .listed)
        throws(LicenseExpressionError)
    {
        guard text.utf8.count <= Self.maximumLength else {
            throw LicenseExpressionError(reason: .tooLong, position: Self.maximumLength + 1)
        }
        var parser = LicenseExpressionParser(text: Array(text.utf8), identifiers: identifiers)
        self.init(node: try parser.parse())
    }
}

struct LicenseExpressionParser {
    typealias Node = LicenseExpression.Node
    typealias Reason = LicenseExpressionError.Reason

    private enum Token: Equatable {
        case word(String)
        case plus, open, close, end
    }

    private let text: [UInt8]
    private let identifiers: LicenseExpression.IdentifierPolicy
    private var index = 0
    private var start = 0
    private var token = Token.end

    init(text: [UInt8], identifiers: LicenseExpression.IdentifierPolicy) {
        self.text = text
        self.identifiers = identifiers
    }

    mutating func parse() throws(LicenseExpressionError) -> Node {
        try advance()
        if token == .end { throw failure(.empty) }
        let node = try disjunction(depth: 0)
        if token != .end { throw failure(.operatorExpected(found: spelling ?? "")) }
        return node
    }

    private mutating func disjunction(depth: Int) throws(LicenseExpressionError) -> Node {
        var parts = [try conjunction(depth: depth)]
        while isOperator("OR") {
            try advance()
            parts.append(try conjunction(depth: depth))
        }
        return Node.joined(parts, by: .or) ?? parts[0]
    }

    private mutating func conjunction(depth: Int) throws(LicenseExpressionError) -> Node {
        var parts = [try operand(depth: depth)]
        while isOperator("AND") {
            try advance()
            parts.append(try operand(depth: depth))
        }
        return Node.joined(parts, by: .and) ?? parts[0]
    }

    private mutating func operand(depth: Int) throws(LicenseExpressionError) -> Node {
        if token == .open {
            guard depth < LicenseExpression.maximumDepth else { throw failure(.tooDeep) }
            try advance()
            let inner = try disjunction(depth: depth + 1)
            if token == .end { throw failure(.unclosedParenthesis) }
            guard token == .close else { throw failure(.operatorExpected(found: spelling ?? "")) }
            try advance()
            return inner
        }
        let identifier = try license()
        let isOrLater = token == .plus
        if isOrLater { try advance() }
        guard isOperator("WITH") else { return .license(LicenseOperand(identifier, isOrLater: isOrLater)) }
        try advance()
        return .license(LicenseOperand(identifier, isOrLater: isOrLater, exception: try exception()))
    }

    private mutating func license() throws(LicenseExpressionError) -> String {
        guard case .word(let word) = token, !["and", "or", "with"].contains(word.lowercased()) else {
            throw failure(.licenseExpected(found: spelling))
        }
        guard let identifier = accepted(word) else { throw failure(.unknownLicense(word)) }
        try advance()
        return identifier
    }

    private mutating func exception() throws(LicenseExpressionError) -> String {
        guard case .word(let word) = token else { throw failure(.exceptionExpected(found: spelling)) }
        let additionPrefix = "AdditionRef-"
        var identifier = SPDXLicenseList.exception(word)
        if identifier == nil, word.hasPrefix(additionPrefix) || word.hasPrefix("LicenseRef-") { identifier = word }
        if identifier == nil, identifiers == .any { identifier = word }
        guard let identifier else { throw failure(.unknownException(word)) }
        try advance()
        return identifier
    }

    /// The identifier in its canonical spelling, or `nil` when the policy refuses it.
    private func accepted(_ word: String) -> String? {
        if let listed = SPDXLicenseList.license(word) { return listed.identifier }
        let pieces = word.split(separator: ":", omittingEmptySubsequences: false)
        if let own = Self.reference(pieces[pieces.count - 1], prefix: "LicenseRef-") {
            switch pieces.count {
            case 1: return own
            case 2: return Self.reference(pieces[0], prefix: "DocumentRef-").map { "\($0):\(own)" }
            default: return nil
            }
        }
        return identifiers == .any && pieces.count == 1 ? word : nil
    }

    /// `word` with its prefix in canonical case, or `nil` when it has another prefix or nothing after it.
    private static func reference(_ word: Substring, prefix: String) -> String? {
        guard word.count > prefix.count, word.prefix(prefix.count).lowercased() == prefix.lowercased() else {
            return nil
        }
        return prefix + word.dropFirst(prefix.count)
    }

    private func isOperator(_ name: String) -> Bool {
        if case .word(let word) = token { word.uppercased() == name } else { false }
    }

    private mutating func advance() throws(LicenseExpressionError) {
        while index < text.count, Self.isSpace(text[index]) { index += 1 }
        start = index
        guard index < text.count else {
            token = .end
            return
        }
        if let symbol = Self.symbols[text[index]] {
            token = symbol
            index += 1
            return
        }
        while index < text.count, Self.isWordByte(text[index]) { index += 1 }
        guard index > start else {
            let rest = String(decoding: text[start...].prefix(8), as: UTF8.self)
            throw failure(.unexpectedCharacter(rest.first ?? "?"))
        }
        token = .word(String(decoding: text[start..<index], as: UTF8.self))
    }

    private var spelling: String? {
        switch token {
        case .word(let word): word
        case .plus: "+"
        case .open: "("
        case .close: ")"
        case .end: nil
        }
    }

    private func failure(_ reason: Reason) -> LicenseExpressionError {
        LicenseExpressionError(reason: reason, position: start + 1)
    }

    private static let symbols: [UInt8: Token] = [
        UInt8(ascii: "+"): .plus, UInt8(ascii: "("): .open, UInt8(ascii: ")"): .close,
    ]

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: ":"):
            true
        default: false
        }
    }
}
