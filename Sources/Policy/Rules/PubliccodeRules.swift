// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// publiccode.yml: is there one, and does it have what version 0.5.0 of the standard requires
// (https://yml.publiccode.tools, "schema.core")?

import Inventory
import Yams

enum PubliccodeRules {
    static func findings(_ details: RepositoryDetails, _ kind: ContentKind) -> [Finding] {
        guard let file = details.publiccode else {
            guard kind == .software else { return [] }
            return [
                Finding(.noPubliccode, Bilingual("there is no publiccode.yml", "il n'y a pas de publiccode.yml"))
            ]
        }
        return mistakes(file.text).map { mistake in
            Finding(
                .invalidPubliccode, at: file.path, lines: mistake.line.map { $0...$0 },
                Bilingual(mistake.english, mistake.french), subject: mistake.english)
        }
    }

    struct Mistake {
        var line: Int?
        var english: String
        var french: String
    }

    /// Keys that every publiccode.yml has, by the path of the mapping they are in.
    private static let required: [(path: [String], keys: [String])] = [
        (
            [],
            [
                "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description",
                "legal", "maintenance", "localisation",
            ]
        ),
        (["legal"], ["license"]),
        (["maintenance"], ["type"]),
        (["localisation"], ["localisationReady", "availableLanguages"]),
    ]

    private static let values: [(path: [String], allowed: Set<String>)] = [
        (["developmentStatus"], ["concept", "development", "beta", "stable", "obsolete"]),
        (
            ["softwareType"],
            [
                "standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web", "standalone/backend",
                "standalone/other", "addon", "library", "configurationFiles",
            ]
        ),
        (["maintenance", "type"], ["internal", "contract", "community", "none"]),
    ]

    private static let maximumBytes = 1 << 20

    static func mistakes(_ text: String) -> [Mistake] {
        guard text.utf8.count <= maximumBytes else {
            return [Mistake(line: nil, english: "is larger than 1 MiB", french: "dépasse 1 Mio")]
        }
        let root: Node?
        do {
            root = try SafeYAML.compose(text)
        } catch {
            return [
                Mistake(
                    line: error.line, english: "is not YAML: \(error.reason)",
                    french: "n'est pas du YAML : \(error.reason)")
            ]
        }
        guard let mapping = root?.mapping else {
            return [Mistake(line: 1, english: "is not a mapping of keys", french: "n'est pas une liste de clés")]
        }
        var mistakes: [Mistake] = []
        for (path, keys) in required {
            guard let place = node(path, in: mapping)?.mapping else { continue }
            for key in keys where place[Node(key)] == nil {
                let name = (path + [key]).joined(separator: ".")
                mistakes.append(
                    Mistake(
                        line: node(path, in: mapping)?.mark?.line ?? 1, english: "\(name) is required and missing",
                        french: "\(name) est obligatoire et manque"))
            }
        }
        for (path, allowed) in values {
            guard let value = node(path, in: mapping), let said = value.string, !allowed.contains(said) else {
                continue
            }
            let name = path.joined(separator: ".")
            let list = allowed.sorted().joined(separator: ", ")
            mistakes.append(
                Mistake(
                    line: value.mark?.line, english: "\(name) is “\(said)”; it is one of \(list)",
                    french: "\(name) vaut « \(said) » ; valeurs possibles : \(list)"))
        }
        mistakes += descriptions(mapping)
        if node(["maintenance", "type"], in: mapping)?.string == "internal"
            || node(
                ["maintenance", "type"], in: mapping)?.string == "community",
            node(["maintenance", "contacts"], in: mapping)?.sequence?.isEmpty ?? true
        {
            mistakes.append(
                Mistake(
                    line: node(["maintenance"], in: mapping)?.mark?.line,
                    english: "maintenance.contacts is required for this maintenance.type, and missing",
                    french: "maintenance.contacts est obligatoire pour ce maintenance.type, et manque"))
        }
        return mistakes
    }

    /// Each language's description has a short and a long one, and features.
    private static func descriptions(_ root: Node.Mapping) -> [Mistake] {
        guard let languages = node(["description"], in: root)?.mapping else { return [] }
        return languages.flatMap { language, value -> [Mistake] in
            let name = language.string ?? ""
            return ["shortDescription", "longDescription", "features"].filter { value.mapping?[Node($0)] == nil }.map {
                Mistake(
                    line: language.mark?.line, english: "description.\(name).\($0) is required and missing",
                    french: "description.\(name).\($0) est obligatoire et manque")
            }
        }
    }

    private static func node(_ path: [String], in root: Node.Mapping) -> Node? {
        var node: Node = .mapping(root)
        for key in path {
            guard let next = node.mapping?[Node(key)] else { return nil }
            node = next
        }
        return node
    }
}
