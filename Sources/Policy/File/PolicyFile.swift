// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `.codescan.yml` (docs/check.md, Schemas/codescan-yml.schema.json): what a project or an organisation changes in the
// rules. A mistake is an error: a rule that is misspelt would otherwise be one that is silently not applied.

import Forges
import Inventory
import Languages
import Licensing
import Yams

/// A mistake in a `.codescan.yml`.
public struct PolicyFileError: Error, Sendable, Hashable, Spoken {
    /// The file, and the line where it is known.
    let place: String
    /// What is wrong and how to mend it.
    let message: Bilingual

    /// The file, the line, what is wrong and how to mend it.
    public func sentence(_ language: Language) -> String { "\(place)\(language.colon) \(message(language))" }
}

extension Policy {
    /// The file's name at a repository's root.
    public static let fileName = RepositoryDetails.PolicyFile.name

    /// The policy of a file. A preset given on the command line replaces the file's.
    public init(parsing text: String, file: String, preset: Preset? = nil) throws(PolicyFileError) {
        let reader = PolicyReader(file: file)
        let root = try reader.document(text)
        self.init(preset: preset ?? .france)
        guard let root else { return }
        for (key, value) in try reader.entries(
            root, Bilingual("the file", "le fichier"), ["policy", "rules", "licenses", "paths", "exceptions"])
        {
            switch key {
            case "policy":
                let names = Preset.allCases.map(\.rawValue)
                let stated = Preset(rawValue: try reader.text(value, Bilingual("policy")))
                guard let stated else {
                    throw reader.error(
                        value, Bilingual("unknown policy", "politique inconnue"),
                        Bilingual(
                            "use one of \(names.joined(separator: ", "))",
                            "choisissez parmi \(names.joined(separator: ", "))"))
                }
                self.preset = preset ?? stated
            case "rules": severities = try reader.severities(value)
            case "licenses":
                for (key, list) in try reader.entries(value, Bilingual("licenses"), ["allowed", "denied"]) {
                    let identifiers = Set(try reader.identifiers(list, "licenses.\(key)"))
                    if key == "allowed" { allowed = identifiers } else { denied = identifiers }
                }
            case "paths":
                for (_, list) in try reader.entries(value, Bilingual("paths"), ["ignored"]) {
                    ignoredPaths = try reader.list(list, "paths.ignored").map { node throws(PolicyFileError) in
                        PathPattern(try reader.text(node, Bilingual("paths.ignored")))
                    }
                }
            default:
                exceptions = try reader.list(value, "exceptions").map { node throws(PolicyFileError) in
                    try reader.exception(node)
                }
            }
        }
    }
}

/// Reads nodes, and says where they are wrong.
private struct PolicyReader {
    let file: String

    func error(_ node: Node?, _ problem: Bilingual, _ mend: Bilingual) -> PolicyFileError {
        let place = node?.mark.map { "\(file):\($0.line)" } ?? file
        return PolicyFileError(
            place: place,
            message: Bilingual(
                "\(problem(.english)); \(mend(.english))", "\(problem(.french))\u{A0}; \(mend(.french))"))
    }

    func document(_ text: String) throws(PolicyFileError) -> Node? {
        guard text.utf8.count <= RepositoryDetails.PolicyFile.maximumBytes else {
            throw error(
                nil, Bilingual("larger than 1 MiB", "dépasse 1\u{A0}Mio"),
                Bilingual("give a policy", "donnez une politique"))
        }
        do {
            let root = try SafeYAML.compose(text)
            // A file of comments alone changes nothing.
            return root.flatMap { $0.null != nil && $0.mapping == nil ? nil : $0 }
        } catch {
            let place = error.line.map { "\(file):\($0)" } ?? file
            throw PolicyFileError(
                place: place,
                message: Bilingual(
                    "not read as YAML: \(error.reason(.english))", "n’est pas du YAML\u{A0}: \(error.reason(.french))"))
        }
    }

    func entries(
        _ node: Node, _ place: Bilingual, _ keys: [String]
    ) throws(PolicyFileError) -> [(key: String, value: Node)] {
        let known = Bilingual(
            "the keys are \(keys.joined(separator: ", "))", "les clés sont \(keys.joined(separator: ", "))")
        guard let mapping = node.mapping else {
            throw error(
                node, Bilingual("\(place(.english)) is not a mapping", "\(place(.french)) n’est pas un dictionnaire"),
                Bilingual(
                    "write “key: value” lines; \(known(.english))",
                    "écrivez des lignes «\u{A0}clé: valeur\u{A0}»\u{A0}; \(known(.french))"))
        }
        return try mapping.map { key, value throws(PolicyFileError) in
            guard let name = key.string, keys.contains(name) else {
                throw error(
                    key,
                    Bilingual(
                        "\(place(.english)) has no key “\(key.string ?? "")”",
                        "\(place(.french)) n’a pas de clé «\u{A0}\(key.string ?? "")\u{A0}»"),
                    known)
            }
            return (name, value)
        }
    }

    func list(_ node: Node, _ place: String) throws(PolicyFileError) -> [Node] {
        guard let sequence = node.sequence else {
            throw error(
                node, Bilingual("\(place) is not a list", "\(place) n’est pas une liste"),
                Bilingual("write each value after a “- ”", "écrivez chaque valeur après «\u{A0}- »"))
        }
        return Array(sequence)
    }

    func text(_ node: Node, _ place: Bilingual) throws(PolicyFileError) -> String {
        guard let text = node.scalar?.string, !text.isEmpty else {
            throw error(
                node, Bilingual("\(place(.english)) is not a text", "\(place(.french)) n’est pas un texte"),
                Bilingual("write a value", "écrivez une valeur"))
        }
        return text
    }

    func rule(_ node: Node) throws(PolicyFileError) -> Rule.Identifier {
        let name = try text(node, Bilingual("the rule", "la règle"))
        guard let rule = Rule.Identifier(rawValue: name) else {
            let names = Rule.Identifier.allCases.map(\.rawValue)
            throw error(
                node, Bilingual("there is no rule “\(name)”", "il n’y a pas de règle «\u{A0}\(name)\u{A0}»"),
                Bilingual(
                    "the rules are \(names.joined(separator: ", "))", "les règles sont \(names.joined(separator: ", "))"
                ))
        }
        return rule
    }

    func severities(_ node: Node) throws(PolicyFileError) -> [Rule.Identifier: Severity] {
        guard let mapping = node.mapping else {
            throw error(
                node, Bilingual("rules is not a mapping", "rules n’est pas un dictionnaire"),
                Bilingual("write “rule: severity” lines", "écrivez des lignes «\u{A0}règle: sévérité\u{A0}»"))
        }
        var severities: [Rule.Identifier: Severity] = [:]
        for (key, value) in mapping {
            let said = value.scalar?.string ?? ""
            // YAML 1.1 reads a bare "off" as false; as text it is what was written.
            guard let severity = Severity(rawValue: said) else {
                throw error(
                    value, Bilingual("“\(said)” is no severity", "«\u{A0}\(said)\u{A0}» n’est pas une sévérité"),
                    Bilingual(
                        "use one of \(Severity.allCases.map(\.rawValue).joined(separator: ", "))",
                        "choisissez parmi \(Severity.allCases.map(\.rawValue).joined(separator: ", "))"))
            }
            severities[try rule(key)] = severity
        }
        return severities
    }

    func identifiers(_ node: Node, _ place: String) throws(PolicyFileError) -> [String] {
        try list(node, place).map { item throws(PolicyFileError) in
            let name = try text(item, Bilingual(place))
            if name.hasPrefix("LicenseRef-") { return name }
            guard let license = SPDXLicenseList.license(name) else {
                throw error(
                    item,
                    Bilingual("“\(name)” is no SPDX identifier", "«\u{A0}\(name)\u{A0}» n’est pas un identifiant SPDX"),
                    Bilingual("see spdx.org/licenses", "voyez spdx.org/licenses"))
            }
            return license.identifier
        }
    }

    func exception(_ node: Node) throws(PolicyFileError) -> Policy.Exception {
        var (rule, path): (Rule.Identifier?, PathPattern?) = (nil, nil)
        var (reason, until): (String?, CalendarDate?) = (nil, nil)
        for (key, value) in try entries(
            node, Bilingual("an exception", "une exception"), ["rule", "path", "reason", "until"])
        {
            switch key {
            case "rule": rule = try self.rule(value)
            case "path": path = PathPattern(try text(value, Bilingual("path")))
            case "reason": reason = try text(value, Bilingual("reason"))
            default:
                until = CalendarDate(try text(value, Bilingual("until")))
                if until == nil {
                    throw error(
                        value, Bilingual("until is not a day", "until n’est pas un jour"),
                        Bilingual("write it as 2026-12-31", "écrivez-le comme 2026-12-31"))
                }
            }
        }
        guard let rule else {
            throw error(
                node, Bilingual("the exception names no rule", "l’exception ne nomme aucune règle"),
                Bilingual("add “rule:”", "ajoutez «\u{A0}rule:\u{A0}»"))
        }
        guard let reason else {
            throw error(
                node, Bilingual("the exception gives no reason", "l’exception ne donne pas de raison"),
                Bilingual("add “reason:”", "ajoutez «\u{A0}reason:\u{A0}»"))
        }
        guard let until else {
            throw error(
                node, Bilingual("the exception has no end", "l’exception n’a pas de fin"),
                Bilingual("add “until: 2026-12-31”", "ajoutez «\u{A0}until: 2026-12-31\u{A0}»"))
        }
        return Policy.Exception(rule: rule, path: path, reason: reason, until: until, line: node.mark?.line ?? 1)
    }
}
