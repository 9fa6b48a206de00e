// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// An SPDX licence expression (SPDX 2.3 Annex D, SPDX 3.0 Annex B) as a value: operands joined by AND and OR.
//
//     let dual = try LicenseExpression(parsing: "(mit or GPL-2.0+)")
//     dual.description             // "MIT OR GPL-2.0+"
//     dual.normalized.description  // "MIT OR GPL-2.0-or-later"
//     dual.freeSoftware            // .free

/// One operand of an expression: a licence, perhaps "or any later version", perhaps with an exception.
public struct LicenseOperand: Sendable, Hashable {
    /// The licence's identifier, spelled as the SPDX list does, or `LicenseRef-…`, or `DocumentRef-…:LicenseRef-…`.
    public let identifier: String
    /// Whether the operator `+` follows the identifier.
    public let isOrLater: Bool
    /// The exception's identifier after `WITH`.
    public let exception: String?

    /// Makes an operand; an identifier that the SPDX list knows takes the list's spelling.
    public init(_ identifier: String, isOrLater: Bool = false, exception: String? = nil) {
        self.identifier = SPDXLicenseList.license(identifier)?.identifier ?? identifier
        self.isOrLater = isOrLater
        self.exception = exception.map { SPDXLicenseList.exception($0) ?? $0 }
    }
}

extension LicenseOperand: CustomStringConvertible {
    /// The operand in SPDX's syntax.
    public var description: String {
        identifier + (isOrLater ? "+" : "") + (exception.map { " WITH \($0)" } ?? "")
    }
}

/// A licence expression. Two expressions are equal when they are written alike, operand for operand; compare
/// `normalized.simplified` to compare what they mean.
public struct LicenseExpression: Sendable, Hashable {
    /// The tree under an expression. An `and` or an `or` has two parts or more, none of its own kind.
    indirect enum Node: Sendable, Hashable {
        case license(LicenseOperand)
        case and([Node])
        case or([Node])
    }

    let node: Node

    init(node: Node) {
        self.node = node
    }

    /// The expression of a single operand.
    public init(_ operand: LicenseOperand) {
        self.init(node: .license(operand))
    }

    /// All of these bind; `nil` for an empty list. An AND inside an AND is flattened, nothing else is changed.
    public static func and(_ expressions: [LicenseExpression]) -> LicenseExpression? {
        Node.joined(expressions.map(\.node), by: .and).map(LicenseExpression.init(node:))
    }

    /// Any of these may be chosen; `nil` for an empty list. An OR inside an OR is flattened, nothing else is changed.
    public static func or(_ expressions: [LicenseExpression]) -> LicenseExpression? {
        Node.joined(expressions.map(\.node), by: .or).map(LicenseExpression.init(node:))
    }

    /// The expressions one may choose between: the parts of an `OR`, else the expression itself.
    public var alternatives: [LicenseExpression] {
        guard case .or(let parts) = node else { return [self] }
        return parts.map(LicenseExpression.init(node:))
    }

    /// The expressions that all bind: the parts of an `AND`, else the expression itself.
    public var conjuncts: [LicenseExpression] {
        guard case .and(let parts) = node else { return [self] }
        return parts.map(LicenseExpression.init(node:))
    }

    /// The operand of an expression that has only one.
    public var soleOperand: LicenseOperand? {
        guard case .license(let operand) = node else { return nil }
        return operand
    }

    /// Every operand, in the order written.
    public var operands: [LicenseOperand] {
        var found: [LicenseOperand] = []
        node.forEachOperand { found.append($0) }
        return found
    }

    /// The licences' identifiers in order of first appearance, each once, without the exceptions'.
    public var identifiers: [String] {
        unique(operands.map(\.identifier))
    }

    /// The exceptions' identifiers in order of first appearance, each once.
    public var exceptions: [String] {
        unique(operands.compactMap(\.exception))
    }
}

extension LicenseExpression: CustomStringConvertible {
    /// The expression in SPDX's syntax, with upper-case operators and no parenthesis that precedence makes needless.
    public var description: String {
        node.text
    }
}

extension LicenseExpression: Codable {
    /// Reads an expression from its string; identifiers that the list does not know are let through.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            try self.init(parsing: container.decode(String.self), identifiers: .any)
        } catch let error as LicenseExpressionError {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
        }
    }

    /// Writes the expression as its string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension LicenseExpression.Node {
    enum Operator { case and, or }

    /// Joins nodes, flattening those that the same operator already joins.
    static func joined(_ nodes: [Self], by operation: Operator) -> Self? {
        let parts = nodes.flatMap { node in
            switch (node, operation) {
            case (.and(let inner), .and), (.or(let inner), .or): inner
            default: [node]
            }
        }
        guard let first = parts.first else { return nil }
        guard parts.count > 1 else { return first }
        return operation == .and ? .and(parts) : .or(parts)
    }

    func forEachOperand(_ body: (LicenseOperand) -> Void) {
        switch self {
        case .license(let operand): body(operand)
        case .and(let parts), .or(let parts): parts.forEach { $0.forEachOperand(body) }
        }
    }

    /// The same tree with each operand replaced.
    func mapOperands(_ transform: (LicenseOperand) -> Self) -> Self {
        switch self {
        case .license(let operand): transform(operand)
        case .and(let parts): Self.joined(parts.map { $0.mapOperands(transform) }, by: .and) ?? self
        case .or(let parts): Self.joined(parts.map { $0.mapOperands(transform) }, by: .or) ?? self
        }
    }

    /// OR binds loosest, so only an OR inside an AND needs its parentheses.
    var text: String {
        switch self {
        case .license(let operand): operand.description
        case .or(let parts): parts.map(\.text).joined(separator: " OR ")
        case .and(let parts):
            parts.map { part in
                if case .or = part { "(\(part.text))" } else { part.text }
            }.joined(separator: " AND ")
        }
    }
}

/// The elements in order of first appearance, each once.
func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
}
