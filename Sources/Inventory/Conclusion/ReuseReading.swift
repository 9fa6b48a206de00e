// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What REUSE.toml or .reuse/dep5 says of the project's own files: the annotations that reach source code.

import Licensing
import Manifests

enum ReuseReading {
    /// Paths that stand for "the code" whatever the project's layout.
    private static let codePaths = ["src/main.c", "Sources/main.swift", "lib/main.py", "main.c"]

    /// - Throws: `ManifestError` when the file is not what its name says.
    static func declarations(of bytes: [UInt8], _ file: ListedFile) throws(ManifestError) -> [Declaration] {
        let isTOML = file.path.hasSuffix(".toml")
        let annotations = isTOML ? try ReuseAnnotations.parseTOML(bytes) : try ReuseAnnotations.parseDEP5(bytes)
        return annotations.annotations.compactMap { annotation in
            guard let expression = annotation.expression?.normalized, !expression.isVague,
                codePaths.contains(where: annotation.covers)
            else { return nil }
            return Declaration(
                expression: expression,
                evidence: LicenseEvidence(
                    path: file.path.string, blob: file.id.hex, kind: .reuse, expression: expression.description,
                    lines: [annotation.lines.lowerBound, annotation.lines.upperBound], coverage: 100,
                    rule: annotation.licenses.first?.field ?? "annotation"),
                isStatement: true)
        }
    }
}
