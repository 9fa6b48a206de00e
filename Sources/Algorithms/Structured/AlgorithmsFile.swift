// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// algorithms.yml: a public body's algorithms, as a person declares them beside the code (docs/algorithms.md).

import Foundation
import Languages
import Yams

/// One algorithm, with its administration's fields: a row of the inventory.
public struct AlgorithmRecord: Sendable, Equatable {
    /// The values given, by field; a field that is not given is not there.
    public var values: [AlgorithmField: [String]]

    /// The field's values in one line; nil when it is not given.
    public subscript(field: AlgorithmField) -> String? {
        values[field]?.joined(separator: "; ")
    }

    /// A record of these values.
    public init(values: [AlgorithmField: [String]]) { self.values = values }
}

/// What is wrong with an algorithms.yml: where, what, and how to mend it.
public struct AlgorithmsFileError: Error, Equatable, Spoken {
    /// The file as it was given.
    public var file: String
    /// From 1; nil when no line can be named.
    public var line: Int?
    /// What is wrong.
    public var problem: Bilingual
    /// How to mend it.
    public var mend: Bilingual

    /// `file:line: what is wrong; how to mend it`.
    public func sentence(_ language: Language) -> String {
        file + (line.map { ":\($0)" } ?? "") + language.colon
            + " \(problem(language))\(language.semicolon) \(mend(language))"
    }
}

/// A valid algorithms.yml.
public struct AlgorithmsFile: Sendable, Equatable {
    /// Where a repository keeps it.
    public static let paths = ["algorithms.yml", "docs/algorithms.yml"]
    /// A larger file is no declaration.
    public static let maximumBytes = 1 << 20

    /// The algorithms, in the file's order.
    public var algorithms: [AlgorithmRecord]

    /// Reads and checks a text.
    /// - Throws: `AlgorithmsFileError`, the first thing wrong.
    public init(parsing text: String, file: String) throws(AlgorithmsFileError) {
        let reader = Reader(file: file)
        let top = try reader.mapping(
            reader.document(text), Bilingual("the file", "le fichier"), keys: ["administration", "algorithms"])
        let administration = try reader.required(top, "administration")
        let shared = try reader.values(administration, Bilingual("administration"), AlgorithmField.ofAdministration)
        let list = try reader.required(top, "algorithms")
        guard let items = list.sequence, !items.isEmpty else {
            throw reader.error(
                list, Bilingual("algorithms is not a list", "algorithms n’est pas une liste"),
                Bilingual(
                    "write each algorithm as an item: “- name: …”",
                    "écrivez chaque algorithme comme un élément\u{A0}: «\u{A0}- name: …\u{A0}»"))
        }
        var algorithms: [AlgorithmRecord] = []
        for item in items {
            let own = try reader.values(item, Bilingual("an algorithm", "un algorithme"), AlgorithmField.ofAlgorithm)
            algorithms.append(AlgorithmRecord(values: shared.merging(own) { _, new in new }))
        }
        self.algorithms = algorithms
    }

    /// The file as a notice: an inventory that gives what each of its records gives.
    public func notice(lines: ClosedRange<Int>) -> AlgorithmNotice {
        let given = algorithms.map(Self.elements).reduce(Set(AlgorithmElement.allCases)) { $0.intersection($1) }
        return AlgorithmNotice(
            kind: .inventory, lines: lines, elements: Dictionary(uniqueKeysWithValues: given.map { ($0, lines) }))
    }

    /// The elements of the law that a record gives.
    static func elements(of record: AlgorithmRecord) -> Set<AlgorithmElement> {
        let sources: [AlgorithmElement: [AlgorithmField]] = [
            .administration: [.administration], .purpose: [.purpose], .contribution: [.automation, .decision],
            .data: [.data], .parameters: [.parameters], .operations: [.operations],
        ]
        return Set(sources.filter { $0.value.contains { record[$0] != nil } }.keys)
    }
}

/// Reads nodes and says where they are wrong.
private struct Reader {
    let file: String

    /// Bounds that no declaration meets, and that a bomb does: Yams recurses, and aliases multiply.
    private static let deepest = 40

    func error(_ node: Node?, _ problem: Bilingual, _ mend: Bilingual) -> AlgorithmsFileError {
        AlgorithmsFileError(file: file, line: node?.mark?.line, problem: problem, mend: mend)
    }

    func document(_ text: String) throws(AlgorithmsFileError) -> Node {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let isDeep =
                line.prefix { " -[{".contains($0) }.count > Self.deepest || line.count { "[{".contains($0) } > 8
            let words = line.split(separator: " ")
            if isDeep
                || words.contains(where: { $0.count > 1 && ($0.first == "&" || $0.first == "*") && $0.last != "*" })
            {
                throw AlgorithmsFileError(
                    file: file, line: index + 1,
                    problem: Bilingual(
                        "anchors, aliases and deep nesting are not read",
                        "ancres, alias et imbrications profondes ne sont pas lus"),
                    mend: Bilingual(
                        "write the value out, between quotes if it begins with & or *",
                        "écrivez la valeur en toutes lettres, entre guillemets si elle commence par & ou *"))
            }
        }
        do {
            if let node = try Yams.compose(yaml: text) { return node }
        } catch let problem as YamlError {
            let (words, line) = reason(problem)
            throw AlgorithmsFileError(
                file: file, line: line,
                problem: Bilingual { "\($0("this is not YAML", "n’est pas du YAML")) (\(words($0)))" },
                mend: Bilingual(
                    "check indentation and quotes on that line",
                    "vérifiez l’indentation et les guillemets de cette ligne"))
        } catch {
            throw AlgorithmsFileError(
                file: file, line: nil, problem: Bilingual("\(error)"),
                mend: Bilingual("check the file’s syntax", "vérifiez la syntaxe du fichier"))
        }
        throw AlgorithmsFileError(
            file: file, line: 1, problem: Bilingual("the file is empty", "le fichier est vide"),
            mend: Bilingual(
                "“codescan algorithms init” writes a skeleton",
                "«\u{A0}codescan algorithms init\u{A0}» en écrit un à remplir"))
    }

    private func reason(_ error: YamlError) -> (Bilingual, Int?) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (Bilingual(problem), mark.line)
        case .duplicatedKeysInMapping(let duplicates, let context):
            (
                Bilingual(
                    "the key “\(duplicates.first ?? "")” appears twice",
                    "la clé «\u{A0}\(duplicates.first ?? "")\u{A0}» y est deux fois"),
                context.mark.line
            )
        default: (Bilingual("unreadable", "illisible"), nil)
        }
    }

    /// A mapping that holds no other keys than these.
    func mapping(_ node: Node, _ place: Bilingual, keys: [String]) throws(AlgorithmsFileError) -> Node.Mapping {
        let known = Bilingual {
            "\($0("the keys are", "les clés sont")) \(keys.joined(separator: ", "))"
        }
        guard let mapping = node.mapping else {
            throw error(
                node, Bilingual("\(place(.english)) is not a mapping", "\(place(.french)) n’est pas un dictionnaire"),
                Bilingual(
                    "write “key: value” lines; \(known(.english))",
                    "écrivez des lignes «\u{A0}clé: valeur\u{A0}»\u{A0}; \(known(.french))"))
        }
        for (key, _) in mapping where !keys.contains(key.string ?? "") {
            throw error(
                key,
                Bilingual(
                    "\(place(.english)) has no key “\(key.string ?? "?")”",
                    "\(place(.french)) n’a pas de clé «\u{A0}\(key.string ?? "?")\u{A0}»"),
                known)
        }
        return mapping
    }

    /// What stands under a key of the file itself.
    func required(_ mapping: Node.Mapping, _ key: String) throws(AlgorithmsFileError) -> Node {
        guard let node = mapping[key] else { throw lack(of: key, in: Bilingual("the file", "le fichier"), line: 1) }
        return node
    }

    private func lack(of key: String, in place: Bilingual, line: Int?) -> AlgorithmsFileError {
        AlgorithmsFileError(
            file: file, line: line,
            problem: Bilingual(
                "\(place(.english)) lacks “\(key)”",
                "«\u{A0}\(key)\u{A0}» manque dans \(place(.french))"),
            mend: Bilingual("add a line “\(key): …”", "ajoutez une ligne «\u{A0}\(key): …\u{A0}»"))
    }

    func values(
        _ node: Node, _ place: Bilingual, _ fields: [AlgorithmField]
    ) throws(AlgorithmsFileError) -> [AlgorithmField: [String]] {
        let mapping = try mapping(node, place, keys: fields.map(\.key))
        var values: [AlgorithmField: [String]] = [:]
        for field in fields {
            if let value = mapping[field.key], value.null == nil {
                values[field] = try texts(value, field)
            } else if field.isRequired {
                throw lack(of: field.key, in: place, line: node.mark?.line)
            }
        }
        return values
    }

    private func texts(_ node: Node, _ field: AlgorithmField) throws(AlgorithmsFileError) -> [String] {
        if let items = node.sequence {
            guard field.shape == .texts else {
                throw error(
                    node, Bilingual("“\(field.key)” is a list", "«\u{A0}\(field.key)\u{A0}» est une liste"),
                    Bilingual("give one value", "donnez une seule valeur"))
            }
            var texts: [String] = []
            for item in items { texts.append(try text(item, field)) }
            return texts
        }
        return [try text(node, field)]
    }

    private func text(_ node: Node, _ field: AlgorithmField) throws(AlgorithmsFileError) -> String {
        let value = node.scalar?.string.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        guard !value.isEmpty else {
            throw error(
                node, Bilingual("“\(field.key)” is not a text", "«\u{A0}\(field.key)\u{A0}» n’est pas un texte"),
                Bilingual("give a text, or leave the line out", "donnez un texte, ou ôtez la ligne"))
        }
        let problem = Bilingual(
            "“\(field.key)” is “\(value)”", "«\u{A0}\(field.key)\u{A0}» vaut «\u{A0}\(value)\u{A0}»")
        switch field.shape {
        case .text, .texts: break
        case .choice(let choices):
            guard choices.contains(value) else {
                throw error(
                    node, problem,
                    Bilingual {
                        "\($0("write one of", "choisissez parmi")) \(choices.joined(separator: ", "))"
                    })
            }
        case .number:
            guard Int(value).map({ $0 >= 0 }) ?? false else {
                throw error(
                    node, problem,
                    Bilingual(
                        "write a whole number, without spaces", "écrivez un nombre entier, sans espaces"))
            }
        case .date:
            guard value.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/) != nil else {
                throw error(
                    node, problem, Bilingual("write a date as 2026-01-31", "écrivez une date comme 2026-01-31"))
            }
        }
        return value
    }
}
