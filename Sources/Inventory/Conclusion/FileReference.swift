// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// "The licence is in that file": a manifest's `license-file`, a README's "voir conditions/usage.txt", a header's "see
// doc/TERMS". The name alone says nothing, so a file counts when the repository holds it and it reads as a licence.

import Licensing

/// A place that says in which file the licence is.
struct FileReference {
    /// The file that says so.
    let source: ListedFile
    let kind: LicenseEvidence.Kind
    let lines: ClosedRange<Int>
    /// The manifest's field, or the words of the statement.
    let field: String
    /// The paths that may be meant, as written.
    let paths: [String]
}

/// A file that was followed, and the licence that it holds.
struct ReferredFile {
    let reference: FileReference
    let reading: LegalFileReading
    let expression: LicenseExpression

    /// Nil when the file holds no licence's text, or grants none: a name in passing is not what was meant.
    init?(_ reference: FileReference, _ reading: LegalFileReading) {
        guard let expression = reading.expression, !expression.isVague,
            reading.declarations.contains(where: { $0.evidence.kind == .text || $0.evidence.kind == .notice })
        else { return nil }
        self.reference = reference
        self.reading = reading
        self.expression = expression
    }

    /// The place that leads there, as evidence of what the file says.
    var pointer: LicenseEvidence {
        LicenseEvidence(
            path: reference.source.path.string, blob: reference.source.id.hex, kind: reference.kind,
            expression: expression.description, lines: [reference.lines.lowerBound, reference.lines.upperBound],
            coverage: 100, rule: "\(reference.field): \(reading.file.path.string)")
    }
}

extension FileReference {
    /// A line longer than this is no sentence that a person wrote.
    private static let maximumLine = 2_000

    /// A reference in a sentence; nil where the line names nothing that looks like a path.
    init?(line: String, number: Int, of source: ListedFile, kind: LicenseEvidence.Kind) {
        let paths = Self.paths(in: line)
        guard !paths.isEmpty else { return nil }
        self.init(source: source, kind: kind, lines: number...number, field: "reference", paths: paths)
    }

    /// The words of a line that may be a path in the repository: a link's target, a name with a dot or a slash, a name in
    /// capitals. What a forge's URL says of a file (`/blob/main/docs/TERMS`) is the path behind the branch.
    static func paths(in line: String) -> [String] {
        guard line.utf8.count <= maximumLine else { return [] }
        return line.split { $0.isWhitespace || "()[]<>\"'`,;|{}«»“”’".contains($0) }.compactMap { word in
            var path = word.drop { $0 == ":" || $0 == "*" }
            if path.hasPrefix("file:") { path = path.dropFirst(5) }
            if let hash = path.firstIndex(of: "#") { path = path[..<hash] }
            if path.contains("://") {
                guard let marker = ["/blob/", "/raw/", "/src/branch/"].compactMap({ path.firstRange(of: $0) }).first,
                    let branch = path[marker.upperBound...].firstIndex(of: "/")
                else { return nil }
                path = path[path.index(after: branch)...]
            }
            while let last = path.last, ".:!?*_".contains(last) { path.removeLast() }
            let isName =
                path.contains { $0 == "." || $0 == "/" } || (path.count > 3 && path.allSatisfy { !$0.isLowercase })
            return isName && path.contains(where: \.isLetter) ? String(path) : nil
        }
    }
}
