// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// package.json, bower.json, composer.json, codemeta.json, .zenodo.json and Frictionless Data's two. JSONSerialization reads the values;
// JSONPositions tells their lines and refuses nesting that would exhaust the stack first.

import Foundation
import Languages
import Licensing

enum JSONManifest {
    static func parse(_ text: ManifestText, as format: ManifestFormat) throws(ManifestError) -> Manifest {
        let positions: JSONPositions
        do {
            positions = try JSONPositions(text.string.utf8)
        } catch {
            throw ManifestError(format.rawValue, .tooDeep, line: error.line)
        }
        let root: Any
        do {
            root = try JSONSerialization.jsonObject(with: Data(text.string.utf8), options: .fragmentsAllowed)
        } catch {
            let words = (error as NSError).userInfo["NSDebugDescription"] as? String
            throw ManifestError(
                format.rawValue, .malformed(words.map { Bilingual($0) } ?? ManifestError.noReason),
                line: words.flatMap { line(in: $0, of: text) })
        }
        guard let object = root as? [String: Any] else {
            let words = Bilingual("the top level is not an object", "le premier niveau n’est pas un objet")
            throw ManifestError(format.rawValue, .malformed(words), line: 1)
        }
        // Only what is asked for is converted: most of a manifest are dependencies.
        func value(_ field: String) -> ManifestValue? {
            object[field].map { convert($0, path: "/\(field)", positions) }
        }
        var manifest = Manifest(format: format)
        manifest.name = value("name")?.text
        manifest.isPrivate = value("private")?.flag
        manifest.isWorkspaceRoot = format == .npm && object["workspaces"] != nil
        // A JSON Schema, of which others are named schema.json, describes no fields of a table.
        if format == .tableSchema, object["fields"] == nil { return manifest }
        for field in ["license", "licenses"] {
            guard let value = value(field) else { continue }
            declare(field, value, of: text, in: &manifest)
        }
        return manifest
    }

    /// A string, an object such as npm's old `{"type": …, "url": …}`, or a list of either, which means a choice.
    private static func declare(
        _ field: String, _ value: ManifestValue, of text: ManifestText, in manifest: inout Manifest
    ) {
        let found = value.elements.prefix(Manifest.maximumDeclarations).compactMap { element in
            element.text(orOneOf: ["type", "id", "identifier", "@id", "name", "url"]).map { value in
                (statement: value.text, lines: value.lines ?? text.lines(of: value.text, key: field))
            }
        }
        if manifest.format == .codemeta {
            for (statement, lines) in found { manifest.declare(field, statement, lines: lines) }
        } else {
            manifest.declareChoice(field, found)
        }
    }

    private static func convert(_ value: Any, path: String, _ positions: JSONPositions) -> ManifestValue {
        switch value {
        case let text as String: .text(text, lines: positions.lines[path].map { $0...$0 })
        case let number as NSNumber:
            number === true as NSNumber || number === false as NSNumber
                ? .flag(number.boolValue) : .other
        case let list as [Any]:
            .list(list.enumerated().map { convert($0.element, path: "\(path)/\($0.offset)", positions) })
        case let table as [String: Any]:
            .table(
                Dictionary(
                    uniqueKeysWithValues: table.map {
                        ($0.key, convert($0.value, path: "\(path)/\($0.key)", positions))
                    }))
        default: .other
        }
    }

    /// Foundation names the place in words: "around line 3, column 1" or "around character 18".
    private static func line(in words: String, of text: ManifestText) -> Int? {
        if let match = words.firstMatch(of: /line (\d+)/) { return Int(match.1) }
        if let match = words.firstMatch(of: /character (\d+)/), let offset = Int(match.1) {
            return 1 + text.string.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") }
        }
        return words.contains("end of file") ? text.lines.count : nil
    }
}
