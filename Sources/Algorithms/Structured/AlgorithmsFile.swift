// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// algorithms.yml: a public body's algorithms, as a person declares them beside the code (docs/algorithms.md).

import Foundation
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
public struct AlgorithmsFileError: Error, Equatable, CustomStringConvertible {
    /// The file as it was given.
    public var file: String
    /// From 1; nil when no line can be named.
    public var line: Int?
    /// What is wrong.
    public var problem: String
    /// How to mend it.
    public var mend: String

    /// `file:line: what is wrong; how to mend it`.
    public var description: String { "\(file):\(line.map { "\($0):" } ?? "") \(problem); \(mend)" }
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
        let top = try reader.mapping(reader.document(text), "the file", keys: ["administration", "algorithms"])
        let administration = try reader.required(top, "administration", "the file", line: 1)
        let shared = try reader.values(administration, "administration", AlgorithmField.ofAdministration)
        let list = try reader.required(top, "algorithms", "the file", line: 1)
        guard let items = list.sequence, !items.isEmpty else {
            throw reader.error(list, "algorithms is not a list", "write each algorithm as an item: “- name: …”")
        }
        var algorithms: [AlgorithmRecord] = []
        for item in items {
            let own = try reader.values(item, "an algorithm", AlgorithmField.ofAlgorithm)
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

    func error(_ node: Node?, _ problem: String, _ mend: String) -> AlgorithmsFileError {
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
                    file: file, line: index + 1, problem: "anchors, aliases and deep nesting are not read",
                    mend: "write the value out, between quotes if it begins with & or *")
            }
        }
        do {
            if let node = try Yams.compose(yaml: text) { return node }
        } catch let problem as YamlError {
            let (words, line) = reason(problem)
            throw AlgorithmsFileError(
                file: file, line: line, problem: "this is not YAML (\(words))",
                mend: "check indentation and quotes on that line")
        } catch {
            throw AlgorithmsFileError(file: file, line: nil, problem: "\(error)", mend: "check the file’s syntax")
        }
        throw AlgorithmsFileError(
            file: file, line: 1, problem: "the file is empty", mend: "“codescan algorithms init” writes a skeleton")
    }

    private func reason(_ error: YamlError) -> (String, Int?) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (problem, mark.line)
        case .duplicatedKeysInMapping(let duplicates, let context):
            ("the key “\(duplicates.first ?? "")” appears twice", context.mark.line)
        default: ("unreadable", nil)
        }
    }

    /// A mapping that holds no other keys than these.
    func mapping(_ node: Node, _ place: String, keys: [String]) throws(AlgorithmsFileError) -> Node.Mapping {
        guard let mapping = node.mapping else {
            throw error(
                node, "\(place) is not a mapping",
                "write “key: value” lines; the keys are \(keys.joined(separator: ", "))")
        }
        for (key, _) in mapping where !keys.contains(key.string ?? "") {
            throw error(
                key, "\(place) has no key “\(key.string ?? "?")”", "the keys are \(keys.joined(separator: ", "))")
        }
        return mapping
    }

    func required(
        _ mapping: Node.Mapping, _ key: String, _ place: String, line: Int?
    ) throws(AlgorithmsFileError) -> Node {
        guard let node = mapping[key] else {
            throw AlgorithmsFileError(
                file: file, line: line, problem: "\(place) lacks “\(key)”", mend: "add a line “\(key): …”")
        }
        return node
    }

    func values(
        _ node: Node, _ place: String, _ fields: [AlgorithmField]
    ) throws(AlgorithmsFileError) -> [AlgorithmField: [String]] {
        let mapping = try mapping(node, place, keys: fields.map(\.key))
        var values: [AlgorithmField: [String]] = [:]
        for field in fields {
            if let value = mapping[field.key], value.null == nil {
                values[field] = try texts(value, field)
            } else if field.isRequired {
                throw error(node, "\(place) lacks “\(field.key)”", "add a line “\(field.key): …”")
            }
        }
        return values
    }

    private func texts(_ node: Node, _ field: AlgorithmField) throws(AlgorithmsFileError) -> [String] {
        if let items = node.sequence {
            guard field.shape == .texts else {
                throw error(node, "“\(field.key)” is a list", "give one value")
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
            throw error(node, "“\(field.key)” is not a text", "give a text, or leave the line out")
        }
        switch field.shape {
        case .text, .texts: break
        case .choice(let choices):
            guard choices.contains(value) else {
                throw error(
                    node, "“\(field.key)” is “\(value)”", "write one of \(choices.joined(separator: ", "))")
            }
        case .number:
            guard Int(value).map({ $0 >= 0 }) ?? false else {
                throw error(node, "“\(field.key)” is “\(value)”", "write a whole number, without spaces")
            }
        case .date:
            guard value.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/) != nil else {
                throw error(node, "“\(field.key)” is “\(value)”", "write a date as 2026-01-31")
            }
        }
        return value
    }
}
