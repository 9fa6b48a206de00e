// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// setup.py, *.gemspec, *.opam, project.clj, build.gradle and mix.exs: a table says how each language writes the field,
// and one walk over its tokens finds the literals.

import Licensing

enum SourceManifest {
    static func parse(_ text: ManifestText, as format: ManifestFormat) throws(ManifestError) -> Manifest {
        var manifest = Manifest(format: format)
        guard let grammar = grammars[format] else { return manifest }
        let tokens = SourceTokenizer.tokens(of: text, syntax: grammar.syntax)
        let constants = grammar.hasConstants ? constants(in: tokens) : [:]
        for index in tokens.indices {
            let token = tokens[index]
            if manifest.name == nil, grammar.nameFields.contains(token.text),
                let name = values(after: index, in: tokens, grammar, [:]).first
            {
                manifest.name = name.text
            }
            guard grammar.fields.contains(token.text), isField(index, in: tokens, grammar) else { continue }
            let found =
                grammar.blockField.map { values(named: $0, inBlockAfter: index, in: tokens, grammar) }
                ?? values(after: index, in: tokens, grammar, constants)
            for (offset, value) in found.enumerated() {
                let field = found.count > 1 ? "\(token.text)[\(offset)]" : token.text
                manifest.declare(field, value.text, lines: value.lines)
            }
        }
        if format == .setupPy {
            for token in literals(in: tokens) {
                manifest.declareClassifier(token.text, field: "classifiers", lines: token.lines)
            }
            manifest.dropClassifiersReadAsField()
        }
        return manifest
    }

    /// How a language writes a licence field.
    private struct Grammar: Sendable {
        var syntax: SourceSyntax
        var fields: [String]
        var nameFields = ["name"]
        /// The signs that may stand between a field and its value; without any, the value follows at once.
        var assignments: [Unicode.Scalar] = []
        /// The field of a block that holds the value: Gradle's `license { name = … }`, Leiningen's `:license {:name …}`.
        var blockField: [String]?
        /// Whether a constant may stand for the value: Python's `LICENSE = "MIT"`.
        var hasConstants = false
        /// Whether the field's name may be a string: Python's `{"license": …}`.
        var allowsQuotedField = false
    }

    private static let grammars: [ManifestFormat: Grammar] = [
        .setupPy: Grammar(
            syntax: SourceSyntax(lineComment: "#"), fields: ["license"], assignments: ["=", ":"], hasConstants: true,
            allowsQuotedField: true),
        .gemspec: Grammar(
            syntax: SourceSyntax(lineComment: "#"), fields: ["license", "licenses"], assignments: ["="]),
        .mix: Grammar(
            syntax: SourceSyntax(lineComment: "#"), fields: ["licenses"], nameFields: ["app"], assignments: [":"]),
        .opam: Grammar(
            syntax: SourceSyntax(lineComment: "#", quotes: "\""), fields: ["license"], assignments: [":"]),
        .leiningen: Grammar(
            syntax: SourceSyntax(lineComment: ";", quotes: "\"", nameSigns: ":-."),
            fields: [":license", ":licenses"], nameFields: [], blockField: [":name", ":url"]),
        .gradle: Grammar(
            syntax: SourceSyntax(lineComment: "//", blockComments: true), fields: ["license"], nameFields: [],
            blockField: ["name", "url"]),
    ]

    private static func isField(_ index: Int, in tokens: [SourceToken], _ grammar: Grammar) -> Bool {
        let token = tokens[index]
        guard token.kind == .name || token.kind == .string && grammar.allowsQuotedField else { return false }
        guard grammar.blockField == nil else { return true }
        return index + 1 < tokens.count && grammar.assignments.contains { tokens[index + 1].isSign($0) }
    }

    /// The literals after a field: one, several that the language joins, or a bracketed list.
    private static func values(
        after field: Int, in tokens: [SourceToken], _ grammar: Grammar, _ constants: [String: SourceToken]
    ) -> [SourceToken] {
        var index = field + 1
        while index < tokens.count, grammar.assignments.contains(where: { tokens[index].isSign($0) }) { index += 1 }
        guard index > field + 1, index < tokens.count else { return [] }
        let isList = tokens[index].isSign("[")
        if isList || tokens[index].isSign("(") { index += 1 }
        var found: [SourceToken] = []
        while index < tokens.count {
            let token = tokens[index]
            if token.kind == .string {
                if !isList || (grammar.hasConstants && index > 0 && tokens[index - 1].kind == .string),
                    let last = found.popLast()
                {
                    found.append(last.joined(with: token))
                } else {
                    found.append(token)
                }
            } else if found.isEmpty, let constant = constants[token.text] {
                return [constant]
            } else if !(isList && token.isSign(",")) {
                break
            }
            index += 1
            if found.count > Manifest.maximumDeclarations { break }
        }
        return found
    }

    /// How many tokens of a block are read: blocks nest in hostile files, and each would be read to the end.
    private static let maximumBlock = 512

    /// The first literal of each name in the block that a field opens; a name is preferred to an address.
    private static func values(
        named names: [String], inBlockAfter field: Int, in tokens: [SourceToken], _ grammar: Grammar
    ) -> [SourceToken] {
        var index = field + 1
        var depth = 0
        var found: [SourceToken] = []
        guard index < tokens.count, tokens[index].isSign("{") || tokens[index].isSign("[") else { return [] }
        var pending: String?
        var namesFound: Set<String> = []
        while index < min(tokens.count, field + maximumBlock) {
            let token = tokens[index]
            if token.isSign("{") || token.isSign("[") {
                depth += 1
                namesFound = []
            } else if token.isSign("}") || token.isSign("]") {
                depth -= 1
                if depth <= 0 { break }
            } else if token.kind == .name, names.contains(token.text) {
                pending = token.text
            } else if token.kind == .string, let name = pending {
                // An address only says more where there is no name, or where the name leaves the version out.
                if namesFound.isEmpty {
                    found.append(token)
                } else if let last = found.last, let better = Self.better(of: last, token) {
                    found[found.count - 1] = better
                }
                namesFound.insert(name)
                pending = nil
            }
            index += 1
        }
        return found
    }

    /// The address instead of the name, when it names a version of the family that the name leaves open.
    private static func better(of name: SourceToken, _ address: SourceToken) -> SourceToken? {
        guard case .expression(let linked) = LicenseStatement.reading(of: address.text) else { return nil }
        switch LicenseStatement.reading(of: name.text) {
        case .family(let family): return linked.identifiers.allSatisfy(family.contains) ? address : nil
        case .unknown: return address
        default: return nil
        }
    }

    /// Every string literal, with those that Python joins because nothing stands between them.
    private static func literals(in tokens: [SourceToken]) -> [SourceToken] {
        tokens.split { $0.kind != .string }.map { run in
            SourceToken(
                kind: .string, text: run.map(\.text).joined(),
                lines: run[run.startIndex].lines.lowerBound...run[run.endIndex - 1].lines.upperBound)
        }
    }

    /// The module's constants: `LICENSE = "MIT"`.
    private static func constants(in tokens: [SourceToken]) -> [String: SourceToken] {
        var constants: [String: SourceToken] = [:]
        for index in tokens.indices.dropLast(2)
        where tokens[index].kind == .name && tokens[index + 1].isSign("=") && tokens[index + 2].kind == .string {
            constants[tokens[index].text] = tokens[index + 2]
        }
        return constants
    }
}

extension SourceToken {
    fileprivate func joined(with next: SourceToken) -> SourceToken {
        SourceToken(kind: kind, text: text + next.text, lines: lines.lowerBound...next.lines.upperBound)
    }
}

extension Manifest {
    /// A `license=` field that holds a classifier is found twice; the field stays.
    fileprivate mutating func dropClassifiersReadAsField() {
        let fields = declarations.filter { $0.field != "classifiers" }
        declarations.removeAll { declaration in
            declaration.field == "classifiers"
                && fields.contains { $0.statement == declaration.statement && $0.lines == declaration.lines }
        }
    }
}
