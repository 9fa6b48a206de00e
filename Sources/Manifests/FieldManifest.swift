// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Files of "Field: value" lines: R's DESCRIPTION, Cabal's package description, Debian's copyright file and setup.cfg,
// whose fields are the lines of a section.

import Licensing

/// One field of a control file: its name in lower case, its value, its lines.
struct ControlField {
    let name: String
    var value: String
    var lines: ClosedRange<Int>
}

enum ControlFile {
    /// The paragraphs of a control file (Debian policy §5.1): fields, continued by indented lines, parted by blank ones.
    static func paragraphs(of text: ManifestText, separators: Set<Character> = [":"]) -> [[ControlField]] {
        var paragraphs: [[ControlField]] = [[]]
        for (index, line) in text.lines.enumerated() {
            let number = index + 1
            if line.allSatisfy(\.isWhitespace) {
                if !paragraphs[paragraphs.count - 1].isEmpty { paragraphs.append([]) }
            } else if line.first == "#" {
                continue
            } else if line.first?.isWhitespace == true, let field = paragraphs[paragraphs.count - 1].popLast() {
                let value = field.value + "\n" + ManifestText.trim(line)
                paragraphs[paragraphs.count - 1].append(
                    ControlField(name: field.name, value: value, lines: field.lines.lowerBound...number))
            } else if let separator = line.firstIndex(where: separators.contains) {
                let name = ManifestText.trim(line[..<separator]).lowercased()
                let value = ManifestText.trim(line[line.index(after: separator)...])
                paragraphs[paragraphs.count - 1].append(ControlField(name: name, value: value, lines: number...number))
            }
        }
        return paragraphs.filter { !$0.isEmpty }
    }
}

enum FieldManifest {
    static func parse(_ text: ManifestText, as format: ManifestFormat) throws(ManifestError) -> Manifest {
        var manifest = Manifest(format: format)
        switch format {
        case .setupCfg: setupCfg(text, &manifest)
        case .debianCopyright: debianCopyright(text, &manifest)
        case .cabal: fields(ControlFile.paragraphs(of: cabalTop(text)).flatMap(\.self), nameField: "name", &manifest)
        default: fields(ControlFile.paragraphs(of: text).flatMap(\.self), nameField: "package", &manifest)
        }
        return manifest
    }

    private static func fields(_ fields: [ControlField], nameField: String, _ manifest: inout Manifest) {
        manifest.name = fields.first { $0.name == nameField }?.value
        for field in fields {
            let value = field.value.replacing("\n", with: " ")
            switch field.name {
            case "license": manifest.declare("license", value, lines: field.lines)
            case "license-file": manifest.declare("license-file", value, reading: .file(value), lines: field.lines)
            default: break
            }
        }
    }

    /// A Cabal file's own fields stand before its first section; their indentation means nothing there.
    private static func cabalTop(_ text: ManifestText) -> ManifestText {
        let sections = ["library", "executable", "test-suite", "benchmark", "common ", "flag ", "source-repository"]
        let end = text.firstLine { line in sections.contains { line.lowercased().hasPrefix($0) } }
        return ManifestText(Array(text.lines.prefix((end ?? text.lines.count + 1) - 1).joined(separator: "\n").utf8))
    }

    /// The paragraph that covers `*` is the project's; the others are parts of it.
    private static func debianCopyright(_ text: ManifestText, _ manifest: inout Manifest) {
        let paragraphs = ControlFile.paragraphs(of: text)
        manifest.name = paragraphs.first?.first { $0.name == "upstream-name" }?.value
        for paragraph in paragraphs {
            guard let files = paragraph.first(where: { $0.name == "files" }), files.value == "*",
                let license = paragraph.first(where: { $0.name == "license" })
            else { continue }
            let line = license.lines.lowerBound
            manifest.declare("license", String(license.value.prefix { $0 != "\n" }), lines: line...line)
        }
    }

    private static func setupCfg(_ text: ManifestText, _ manifest: inout Manifest) {
        let start = text.firstLine { ManifestText.trim($0) == "[metadata]" } ?? text.lines.count
        let end = text.firstLine(from: start + 1) { $0.first == "[" } ?? text.lines.count + 1
        guard start < end else { return }
        // Blank lines before the section keep the line numbers of the file.
        let kept = Array(repeating: Substring(), count: start) + text.lines[start..<(end - 1)]
        let section = ManifestText(Array(kept.joined(separator: "\n").utf8))
        for field in ControlFile.paragraphs(of: section, separators: ["=", ":"]).flatMap(\.self) {
            switch field.name {
            case "name":
                manifest.name = field.value
            case "license":
                let file = field.value.hasPrefix("file:") ? ManifestText.trim(field.value.dropFirst(5)) : nil
                manifest.declare("license", field.value, reading: file.map { .file($0) }, lines: field.lines)
            case "license_file", "license_files":
                for name in field.value.split(whereSeparator: { $0 == "\n" || $0 == "," }).map(ManifestText.trim)
                where !name.isEmpty {
                    manifest.declare(field.name, name, reading: .file(name), lines: field.lines)
                }
            case "classifiers", "classifier":
                for (offset, line) in field.value.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
                {
                    let number = min(field.lines.lowerBound + offset, field.lines.upperBound)
                    manifest.declareClassifier(String(line), field: "classifiers", lines: number...number)
                }
            default: break
            }
        }
    }
}
