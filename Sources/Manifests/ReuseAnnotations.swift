// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// REUSE's annotations: which licence covers which files, from REUSE.toml (REUSE 3.3) or .reuse/dep5 (Debian's format).
//
//     let annotations = try ReuseAnnotations.parseTOML(bytes)
//     annotations.annotation(for: "img/logo.svg")?.licenses.first?.reading

import Licensing

/// What REUSE.toml or .reuse/dep5 says about the files of a repository.
public struct ReuseAnnotations: Sendable, Hashable {
    /// Which of a file's own licence and the annotation's counts.
    public enum Precedence: String, Sendable, Hashable {
        /// The file's own, if it has one.
        case closest
        /// Both.
        case aggregate
        /// The annotation's.
        case override
    }

    /// One annotation: the files and their licences.
    public struct Annotation: Sendable, Hashable {
        /// The patterns of the files, as written.
        public let patterns: [String]
        /// Which licence counts beside the file's own.
        public let precedence: Precedence
        /// The licences; in REUSE all of them bind.
        public let licenses: [LicenseDeclaration]
        /// The annotation's lines in the file, from 1.
        public let lines: ClosedRange<Int>
        private let globs: [Glob]

        init(
            patterns: [String], precedence: Precedence, licenses: [LicenseDeclaration], lines: ClosedRange<Int>,
            style: Glob.Style
        ) {
            self.patterns = patterns
            self.precedence = precedence
            self.licenses = licenses
            self.lines = lines
            globs = patterns.map { Glob($0, style: style) }
        }

        /// Whether a path, relative to the annotations' root, is one of the files.
        public func covers(_ path: String) -> Bool {
            globs.contains { $0.matches(path) }
        }

        /// The licences joined; `nil` when there is none or one of them is no expression.
        public var expression: LicenseExpression? {
            let expressions = licenses.map(\.reading.expression)
            return expressions.contains(nil) ? nil : LicenseExpression.and(expressions.compactMap(\.self))
        }
    }

    /// The annotations, in the order written.
    public let annotations: [Annotation]

    /// The annotation for a path relative to the folder of REUSE.toml, or to the root for dep5: the last that covers it.
    public func annotation(for path: String) -> Annotation? {
        annotations.last { $0.covers(path) }
    }

    /// Reads REUSE.toml.
    public static func parseTOML(_ bytes: [UInt8]) throws(ManifestError) -> ReuseAnnotations {
        let text = try bounded(bytes, "REUSE.toml")
        let root = try TOMLDocument.parse(text, format: "REUSE.toml")
        var starts = text.lines.indices.filter { text.lines[$0].filter { $0 != " " }.hasPrefix("[[annotations]]") }
        starts.append(text.lines.count)
        let tables = root["annotations"]?.elements ?? []
        return ReuseAnnotations(
            annotations: tables.enumerated().map { index, table in
                let start = index + 1 < starts.count ? starts[index] + 1 : 1
                let end = index + 1 < starts.count ? max(start, starts[index + 1]) : text.lines.count
                return annotation(table, lines: start...max(start, end))
            })
    }

    /// Reads .reuse/dep5.
    public static func parseDEP5(_ bytes: [UInt8]) throws(ManifestError) -> ReuseAnnotations {
        let text = try bounded(bytes, "dep5")
        return ReuseAnnotations(
            annotations: ControlFile.paragraphs(of: text).compactMap { paragraph in
                guard let files = paragraph.first(where: { $0.name == "files" }) else { return nil }
                let licenses = paragraph.filter { $0.name == "license" }.map { field in
                    let line = field.lines.lowerBound
                    return LicenseDeclaration(
                        field: "License", statement: String(field.value.prefix { $0 != "\n" }), lines: line...line)
                }
                let last = paragraph.map(\.lines.upperBound).max() ?? files.lines.upperBound
                return Annotation(
                    patterns: files.value.split(whereSeparator: \.isWhitespace).map(String.init),
                    precedence: .aggregate,
                    licenses: licenses, lines: files.lines.lowerBound...last, style: .debian)
            })
    }

    private static func bounded(_ bytes: [UInt8], _ format: String) throws(ManifestError) -> ManifestText {
        guard bytes.count <= ManifestFormat.maximumSize else {
            throw ManifestError(format, .tooLarge(bytes: bytes.count))
        }
        return ManifestText(bytes)
    }

    private static func annotation(
        _ table: ManifestValue, lines: ClosedRange<Int>
    ) -> Annotation {
        let field = "SPDX-License-" + "Identifier"
        let licenses = (table[field]?.elements ?? []).compactMap { value -> LicenseDeclaration? in
            guard case .text(let statement, let own?) = value else { return nil }
            return LicenseDeclaration(field: field, statement: statement, lines: own)
        }
        return Annotation(
            patterns: (table["path"]?.elements ?? []).compactMap(\.text),
            precedence: table["precedence"]?.text.flatMap(Precedence.init) ?? .closest, licenses: licenses,
            lines: lines,
            style: .reuse)
    }
}
