// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// pyproject.toml (PEP 621 and PEP 639, Poetry, Flit) and Cargo.toml. TOMLKit reads the values; TOMLDocument bounds the
// nesting before, and finds the lines again after.

import Licensing

enum TOMLManifest {
    static func parse(_ text: ManifestText, as format: ManifestFormat) throws(ManifestError) -> Manifest {
        let root = try TOMLDocument.parse(text, format: format.rawValue)
        var manifest = Manifest(format: format)
        if format == .cargo {
            cargo(root, text, &manifest)
        } else {
            python(root, text, &manifest)
        }
        return manifest
    }

    /// The tables of pyproject.toml that may hold a licence, in the order in which they win.
    private static let pythonTables = [["project"], ["tool", "poetry"], ["tool", "flit", "metadata"]]

    private static func python(_ root: ManifestValue, _ text: ManifestText, _ manifest: inout Manifest) {
        manifest.name = root[path: ["project", "name"]]?.text ?? root[path: ["tool", "poetry", "name"]]?.text
        for path in pythonTables {
            guard let table = root[path: path] else { continue }
            let start = TOMLDocument.line(ofTable: path, in: text)
            let prefix = path == ["project"] ? "" : path.joined(separator: ".") + "."
            if let license = table["license"] {
                declare(license, prefix + "license", start, text, &manifest)
            }
            for (index, file) in (table["license-files"]?.elements ?? []).enumerated() {
                guard let name = file.text else { continue }
                manifest.declare(
                    "\(prefix)license-files[\(index)]", name, reading: .file(name),
                    lines: text.lines(of: name, key: "license-files", from: start))
            }
            for classifier in table["classifiers"]?.elements.compactMap(\.text) ?? [] {
                manifest.declareClassifier(
                    classifier, field: prefix + "classifiers",
                    lines: text.lines(of: classifier, key: "\"", from: start))
            }
        }
    }

    private static func cargo(_ root: ManifestValue, _ text: ManifestText, _ manifest: inout Manifest) {
        manifest.name = root[path: ["package", "name"]]?.text
        manifest.isWorkspaceRoot = root["workspace"] != nil
        manifest.inheritsLicense = root[path: ["package", "license", "workspace"]]?.flag == true
        manifest.isPrivate = root[path: ["package", "publish"]]?.flag.map { !$0 }
        for path in [["package"], ["workspace", "package"]] {
            guard let table = root[path: path] else { continue }
            let start = TOMLDocument.line(ofTable: path, in: text)
            let prefix = path == ["package"] ? "" : path.joined(separator: ".") + "."
            if let license = table["license"], license.text != nil {
                declare(license, prefix + "license", start, text, &manifest)
            }
            if let file = table["license-file"]?.text {
                manifest.declare(
                    prefix + "license-file", file, reading: .file(file),
                    lines: text.lines(of: file, key: "license-file", from: start))
            }
        }
    }

    /// PEP 639's string, or PEP 621's `{text = …}` or `{file = …}`.
    private static func declare(
        _ value: ManifestValue, _ field: String, _ start: Int, _ text: ManifestText, _ manifest: inout Manifest
    ) {
        if let statement = value.text ?? value["text"]?.text {
            manifest.declare(
                value.text == nil ? field + ".text" : field, statement,
                lines: text.lines(of: statement, key: "license", from: start))
        } else if let file = value["file"]?.text {
            manifest.declare(
                field + ".file", file, reading: .file(file), lines: text.lines(of: file, key: "license", from: start))
        }
    }
}

extension Manifest {
    /// Adds a Trove classifier when it speaks of a licence; `Private :: …` keeps the package off PyPI.
    mutating func declareClassifier(_ classifier: String, field: String, lines: ClosedRange<Int>) {
        let text = ManifestText.trim(classifier)
        if text.hasPrefix("Private ::") { isPrivate = true }
        if text.hasPrefix("License ::") || text.hasPrefix("License-Expression ::") {
            declare(field, text, lines: lines)
        }
    }
}
