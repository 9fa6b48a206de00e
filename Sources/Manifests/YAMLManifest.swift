// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// CITATION.cff and publiccode.yml. Yams composes the nodes; YAMLDocument refuses, before, aliases that could multiply and
// nesting that could exhaust the stack.

import Licensing

enum YAMLManifest {
    static func parse(_ text: ManifestText, as format: ManifestFormat) throws(ManifestError) -> Manifest {
        let root = try YAMLDocument.parse(text, format: format.rawValue)
        var manifest = Manifest(format: format)
        if format == .publiccode {
            manifest.name = root["name"]?.text
            declare(root[path: ["legal", "license"]], "legal.license", text, &manifest)
        } else {
            manifest.name = root["title"]?.text
            declare(root["license"], "license", text, &manifest)
            declare(root["license-url"], "license-url", text, &manifest)
        }
        return manifest
    }

    /// CFF lets a list of licences stand for a choice.
    private static func declare(
        _ value: ManifestValue?, _ field: String, _ text: ManifestText, _ manifest: inout Manifest
    ) {
        let values = (value?.elements ?? []).compactMap { element -> (statement: String, lines: ClosedRange<Int>)? in
            guard case .text(let statement, let lines) = element else { return nil }
            return (statement, lines ?? text.lines(of: statement, key: field))
        }
        manifest.declareChoice(field, values)
    }
}
