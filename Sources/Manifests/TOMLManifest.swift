// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// pyproject.toml (PEP 621 and PEP 639, Poetry, Flit) and Cargo.toml: which tables and keys may hold a licence.

import Licensing

enum TOMLManifest {
    static func parse(_ text: ManifestText, as format: ManifestFormat) throws(ManifestError) -> Manifest {
        let root = try TOMLDocument.parse(text, format: format.rawValue)
        var manifest = Manifest(format: format)
        if format == .cargo {
            cargo(root, &manifest)
        } else {
            python(root, &manifest)
        }
        return manifest
    }

    /// The tables of pyproject.toml that may hold a licence, in the order in which they win.
    private static let pythonTables = [["project"], ["tool", "poetry"], ["tool", "flit", "metadata"]]

    private static func python(_ root: ManifestValue, _ manifest: inout Manifest) {
        manifest.name = root[path: ["project", "name"]]?.text ?? root[path: ["tool", "poetry", "name"]]?.text
        for path in pythonTables {
            guard let table = root[path: path] else { continue }
            let prefix = path == ["project"] ? "" : path.joined(separator: ".") + "."
            declare(table["license"], prefix + "license", &manifest)
            // PEP 621's {text = …} and {file = …}.
            declare(table[path: ["license", "text"]], prefix + "license.text", &manifest)
            declareFile(table[path: ["license", "file"]], prefix + "license.file", &manifest)
            for (index, file) in (table["license-files"]?.elements ?? []).enumerated() {
                declareFile(file, "\(prefix)license-files[\(index)]", &manifest)
            }
            for case .text(let classifier, let lines?) in table["classifiers"]?.elements ?? [] {
                manifest.declareClassifier(classifier, field: prefix + "classifiers", lines: lines)
            }
        }
    }

    private static func cargo(_ root: ManifestValue, _ manifest: inout Manifest) {
        manifest.name = root[path: ["package", "name"]]?.text
        manifest.isWorkspaceRoot = root["workspace"] != nil
        manifest.inheritsLicense = root[path: ["package", "license", "workspace"]]?.flag == true
        manifest.isPrivate = root[path: ["package", "publish"]]?.flag.map { !$0 }
        for path in [["package"], ["workspace", "package"]] {
            guard let table = root[path: path] else { continue }
            let prefix = path == ["package"] ? "" : path.joined(separator: ".") + "."
            declare(table["license"], prefix + "license", &manifest)
            declareFile(table["license-file"], prefix + "license-file", &manifest)
        }
    }

    private static func declare(_ value: ManifestValue?, _ field: String, _ manifest: inout Manifest) {
        guard case .text(let statement, let lines?) = value else { return }
        manifest.declare(field, statement, lines: lines)
    }

    private static func declareFile(_ value: ManifestValue?, _ field: String, _ manifest: inout Manifest) {
        guard case .text(let path, let lines?) = value else { return }
        manifest.declare(field, path, reading: .file(path), lines: lines)
    }
}

extension Manifest {
    /// Adds a Trove classifier when it speaks of a licence; `Private :: …` keeps the package off PyPI.
    mutating func declareClassifier(_ classifier: String, field: String, lines: ClosedRange<Int>) {
        guard classifier.utf8.contains(UInt8(ascii: ":")) else { return }
        let text = ManifestText.trim(classifier)
        if text.hasPrefix("Private ::") { isPrivate = true }
        if text.hasPrefix("License ::") || text.hasPrefix("License-Expression ::") {
            declare(field, text, lines: lines)
        }
    }
}
