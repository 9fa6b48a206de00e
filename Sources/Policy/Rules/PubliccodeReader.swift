// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Holds a publiccode.yml against the table of PubliccodeSchema.swift, and says each mistake with its line.

import Forges
import Foundation
import Yams

struct PubliccodeReader {
    struct Mistake {
        var line: Int?
        var english: String
        var french: String
    }

    /// More mistakes than these tell nobody more.
    private static let most = 50
    private static let maximumBytes = 1 << 20

    private(set) var mistakes: [Mistake] = []

    static func mistakes(in text: String) -> [Mistake] {
        var reader = PubliccodeReader()
        reader.read(text)
        return Array(reader.mistakes.prefix(most))
    }

    private mutating func read(_ text: String) {
        guard text.utf8.count <= Self.maximumBytes else {
            return note(nil, "is larger than 1 MiB", "dépasse 1 Mio")
        }
        do {
            guard let root = try SafeYAML.compose(text), root.mapping != nil else {
                return mistakes.append(
                    Mistake(line: 1, english: "is not a mapping of keys", french: "n’est pas une liste de clés"))
            }
            check(root, .file, "")
            checkMaintainers(root)
        } catch {
            mistakes.append(
                Mistake(
                    line: error.line, english: "is not YAML: \(error.reason(.english))",
                    french: "n’est pas du YAML\u{A0}: \(error.reason(.french))"))
        }
    }

    private mutating func note(_ node: Node?, _ english: String, _ french: String) {
        mistakes.append(Mistake(line: node?.mark?.line, english: english, french: french))
    }

    // MARK: Shapes

    private mutating func check(_ node: Node, _ shape: PubliccodeShape, _ name: String) {
        guard mistakes.count < Self.most else { return }
        switch shape {
        case .anything: return
        case .text(let length): checkText(node, length, name)
        case .url:
            if !Self.isURL(node.scalar?.string ?? "") {
                note(
                    node, "\(name) is no absolute URL, such as https://forge.example.org/commune/menus",
                    "\(name) n’est pas une URL absolue, comme https://forge.example.org/commune/menus")
            }
        case .day:
            if CalendarDate(node.scalar?.string ?? "") == nil {
                note(
                    node, "\(name) is no day; write it as 2026-12-31",
                    "\(name) n’est pas une date\u{A0}; écrivez-la comme 2026-12-31")
            }
        case .flag:
            if node.bool == nil { note(node, "\(name) is true or false", "\(name) vaut true ou false") }
        case .oneOf(let allowed):
            let said = node.scalar?.string ?? ""
            guard !allowed.contains(said) else { return }
            let list = allowed.sorted().joined(separator: ", ")
            note(
                node, "\(name) is “\(said)”; it is one of \(list)",
                "\(name) vaut «\u{A0}\(said)\u{A0}»\u{A0}; valeurs possibles\u{A0}: \(list)")
        case .oneOrMore(let shape): check(node, node.sequence == nil ? shape : .list(shape), name)
        case .list(let shape):
            guard let sequence = node.sequence else { return note(node, "\(name) is a list", "\(name) est une liste") }
            for (index, item) in sequence.enumerated() { check(item, shape, "\(name)[\(index)]") }
        case .mapping(let keys): checkMapping(node, keys, name)
        case .byLanguage(let keys):
            guard let languages = node.mapping else {
                return note(node, "\(name) has a key for each language", "\(name) a une clé pour chaque langue")
            }
            for (language, value) in languages {
                checkMapping(value, keys, "\(name).\(language.string ?? "")", at: language)
            }
        }
    }

    private mutating func checkText(_ node: Node, _ length: ClosedRange<Int>, _ name: String) {
        guard let text = node.scalar?.string else {
            return note(node, "\(name) is a text", "\(name) est un texte")
        }
        let count = text.trimmingCharacters(in: .whitespacesAndNewlines).count
        guard !length.contains(count) else { return }
        if count < length.lowerBound {
            note(
                node, "\(name) has \(count) characters, and needs \(length.lowerBound) at least",
                "\(name) a \(count) caractères, il en faut au moins \(length.lowerBound)")
        } else {
            note(
                node, "\(name) has \(count) characters, and may have \(length.upperBound)",
                "\(name) a \(count) caractères, au plus \(length.upperBound) sont permis")
        }
    }

    private mutating func checkMapping(_ node: Node, _ keys: [PubliccodeKey], _ name: String, at place: Node? = nil) {
        guard let mapping = node.mapping else {
            return note(
                place ?? node, "\(name) is a mapping of \(keys.map(\.name).joined(separator: ", "))",
                "\(name) est une liste de clés\u{A0}: \(keys.map(\.name).joined(separator: ", "))")
        }
        let prefix = name.isEmpty ? "" : name + "."
        for key in keys where key.isRequired && Self.isEmpty(mapping[Node(key.name)]) {
            note(
                place ?? node, "\(prefix)\(key.name) is required and missing",
                "\(prefix)\(key.name) est obligatoire et manque")
        }
        for (key, value) in mapping {
            let said = key.string ?? ""
            if let known = keys.first(where: { $0.name == said }) {
                if Self.isEmpty(value) { continue }
                check(value, known.shape, prefix + said)
            } else if !(name.isEmpty && Self.isCountry(said)) {
                note(
                    key, "\(prefix)\(said) is no key of the standard", "\(prefix)\(said) n’est pas une clé du standard")
            }
        }
    }

    /// Who maintains it is named where somebody does.
    private mutating func checkMaintainers(_ root: Node) {
        guard let maintenance = root.mapping?["maintenance"]?.mapping, let type = maintenance["type"]?.string,
            let key = ["internal": "contacts", "community": "contacts", "contract": "contractors"][type],
            maintenance[Node(key)] == nil
        else { return }
        note(
            root.mapping?["maintenance"], "maintenance.\(key) is required for this maintenance.type, and missing",
            "maintenance.\(key) est obligatoire pour ce maintenance.type, et manque")
    }

    /// A key without a value is as one that is not there.
    private static func isEmpty(_ node: Node?) -> Bool {
        guard let node else { return true }
        return node.null != nil || node.scalar?.string.isEmpty == true || node.sequence?.isEmpty == true
            || node.mapping?.isEmpty == true
    }

    /// A country's own section, as `it`, follows that country's rules.
    private static func isCountry(_ key: String) -> Bool {
        key.utf8.count == 2 && key.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
    }

    private static func isURL(_ text: String) -> Bool {
        guard let colon = text.firstRange(of: "://") else { return false }
        let scheme = text[..<colon.lowerBound]
        return scheme.first?.isLetter == true
            && scheme.allSatisfy { $0.isASCII && ($0.isLetter || "0123456789+.-".contains($0)) }
            && text[colon.upperBound...].first.map { $0 != "/" } == true && !text.contains { $0.isWhitespace }
    }
}
