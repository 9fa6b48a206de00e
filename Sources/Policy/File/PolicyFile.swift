// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `.codescan.yml` (docs/check.md, Schemas/codescan-yml.schema.json): what a project or an organisation changes in the
// rules. A mistake is an error: a rule that is misspelt would otherwise be one that is silently not applied.

import Forges
import Inventory
import Licensing
import Yams

/// A mistake in a `.codescan.yml`.
public struct PolicyFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file, the line, what is wrong and how to mend it.
    public let description: String
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
            root, "the file", ["policy", "rules", "licenses", "paths", "exceptions"])
        {
            switch key {
            case "policy":
                let names = Preset.allCases.map(\.rawValue)
                let stated = Preset(rawValue: try reader.text(value, "policy"))
                guard let stated else {
                    throw reader.error(value, "unknown policy", "use one of \(names.joined(separator: ", "))")
                }
                self.preset = preset ?? stated
            case "rules": severities = try reader.severities(value)
            case "licenses":
                for (key, list) in try reader.entries(value, "licenses", ["allowed", "denied"]) {
                    let identifiers = Set(try reader.identifiers(list, "licenses.\(key)"))
                    if key == "allowed" { allowed = identifiers } else { denied = identifiers }
                }
            case "paths":
                for (_, list) in try reader.entries(value, "paths", ["ignored"]) {
                    ignoredPaths = try reader.list(list, "paths.ignored").map { node throws(PolicyFileError) in
                        PathPattern(try reader.text(node, "paths.ignored"))
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

    func error(_ node: Node?, _ problem: String, _ mend: String) -> PolicyFileError {
        let place = node?.mark.map { "\(file):\($0.line)" } ?? file
        return PolicyFileError(description: "\(place): \(problem); \(mend)")
    }

    func document(_ text: String) throws(PolicyFileError) -> Node? {
        guard text.utf8.count <= RepositoryDetails.PolicyFile.maximumBytes else {
            throw error(nil, "larger than 1 MiB", "give a policy")
        }
        do {
            let root = try SafeYAML.compose(text)
            // A file of comments alone changes nothing.
            return root.flatMap { $0.null != nil && $0.mapping == nil ? nil : $0 }
        } catch {
            let place = error.line.map { "\(file):\($0)" } ?? file
            throw PolicyFileError(description: "\(place): not read as YAML: \(error.reason)")
        }
    }

    func entries(
        _ node: Node, _ place: String, _ keys: [String]
    ) throws(PolicyFileError) -> [(key: String, value: Node)] {
        let known = "the keys are \(keys.joined(separator: ", "))"
        guard let mapping = node.mapping else {
            throw error(node, "\(place) is not a mapping", "write “key: value” lines; \(known)")
        }
        return try mapping.map { key, value throws(PolicyFileError) in
            guard let name = key.string, keys.contains(name) else {
                throw error(key, "\(place) has no key “\(key.string ?? "")”", known)
            }
            return (name, value)
        }
    }

    func list(_ node: Node, _ place: String) throws(PolicyFileError) -> [Node] {
        guard let sequence = node.sequence else {
            throw error(node, "\(place) is not a list", "write each value after a “- ”")
        }
        return Array(sequence)
    }

    func text(_ node: Node, _ place: String) throws(PolicyFileError) -> String {
        guard let text = node.scalar?.string, !text.isEmpty else {
            throw error(node, "\(place) is not a text", "write a value")
        }
        return text
    }

    func rule(_ node: Node) throws(PolicyFileError) -> Rule.Identifier {
        let name = try text(node, "the rule")
        guard let rule = Rule.Identifier(rawValue: name) else {
            let names = Rule.Identifier.allCases.map(\.rawValue)
            throw error(node, "there is no rule “\(name)”", "the rules are \(names.joined(separator: ", "))")
        }
        return rule
    }

    func severities(_ node: Node) throws(PolicyFileError) -> [Rule.Identifier: Severity] {
        guard let mapping = node.mapping else {
            throw error(node, "rules is not a mapping", "write “rule: severity” lines")
        }
        var severities: [Rule.Identifier: Severity] = [:]
        for (key, value) in mapping {
            let said = value.scalar?.string ?? ""
            // YAML 1.1 reads a bare "off" as false; as text it is what was written.
            guard let severity = Severity(rawValue: said) else {
                throw error(
                    value, "“\(said)” is no severity",
                    "use one of \(Severity.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            severities[try rule(key)] = severity
        }
        return severities
    }

    func identifiers(_ node: Node, _ place: String) throws(PolicyFileError) -> [String] {
        try list(node, place).map { item throws(PolicyFileError) in
            let name = try text(item, place)
            if name.hasPrefix("LicenseRef-") { return name }
            guard let license = SPDXLicenseList.license(name) else {
                throw error(item, "“\(name)” is no SPDX identifier", "see spdx.org/licenses")
            }
            return license.identifier
        }
    }

    func exception(_ node: Node) throws(PolicyFileError) -> Policy.Exception {
        var (rule, path): (Rule.Identifier?, PathPattern?) = (nil, nil)
        var (reason, until): (String?, CalendarDate?) = (nil, nil)
        for (key, value) in try entries(node, "an exception", ["rule", "path", "reason", "until"]) {
            switch key {
            case "rule": rule = try self.rule(value)
            case "path": path = PathPattern(try text(value, "path"))
            case "reason": reason = try text(value, "reason")
            default:
                until = CalendarDate(try text(value, "until"))
                if until == nil { throw error(value, "until is not a day", "write it as 2026-12-31") }
            }
        }
        guard let rule else { throw error(node, "the exception names no rule", "add “rule:”") }
        guard let reason else { throw error(node, "the exception gives no reason", "add “reason:”") }
        guard let until else { throw error(node, "the exception has no end", "add “until: 2026-12-31”") }
        return Policy.Exception(rule: rule, path: path, reason: reason, until: until, line: node.mark?.line ?? 1)
    }
}
