// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a file's name says of the text in it: where sentences end, whether square brackets are blanks or arrays, whether a
// line that begins with # is a heading or a comment.

/// The form of a text.
public enum TextForm: String, Sendable, Codable, CaseIterable {
    /// Markdown, reStructuredText, Org, AsciiDoc, plain text.
    case document
    /// Markup with prose in it: HTML, ERB, Twig, JSX, Vue …
    case markup
    /// A program.
    case source
    /// JSON, YAML, XML …
    case data
    /// CSV and its like.
    case table
    /// gettext, XLIFF and other translations.
    case translation
    /// A test, or what tests read: what it quotes is said to nobody.
    case test

    /// The form of the file at this path of a repository.
    public init(path: String) {
        let parts = path.split(separator: "/")
        let name = parts.last ?? ""
        let isTest = parts.dropLast().contains { Self.testFolders.contains($0.lowercased()) } || Self.isTest(name)
        let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
        self = isTest ? .test : ending.flatMap { Self.forms[$0] } ?? .document
    }

    private static let testFolders: Set<String> = [
        "test", "tests", "spec", "specs", "__tests__", "__mocks__", "fixtures", "e2e", "cypress", "testdata", "testing",
    ]

    /// `test_x.py`, `x_spec.rb`, `x.test.ts`, `XTest.java`.
    private static func isTest(_ name: Substring) -> Bool {
        if name.contains("Test.") || name.contains("Tests.") || name.contains("Spec.") { return true }
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.count > 2 && words.contains { $0 == "test" || $0 == "tests" || $0 == "spec" }
    }

    private static let forms: [String: TextForm] = Dictionary(
        uniqueKeysWithValues: [
            (TextForm.document, "md markdown mdx rst org adoc asciidoc txt text textile tex"),
            (
                .markup,
                """
                html htm xhtml erb haml slim twig jinja jinja2 j2 mustache hbs handlebars liquid vue svelte jsx tsx cshtml razor \
                ftl ftlh jsp mjml latte pug njk ejs eex heex astro
                """
            ),
            (
                .source,
                """
                rb py js mjs cjs map ts java cs php go rs kt kts scala c h cc cpp cxx hh hpp hxx swift sql cob cbl m mm r jl ml \
                pl pm sh bash ps1 bat cmd groovy gradle lua dart ex exs erl hrl clj f f90 vb fs hs elm zig nim pas ada adb ads d \
                el lisp scm tcl awk s asm v sv vhd vhdl cu cl glsl proto thrift cmake mk tf dts dtsi css scss sass less \
                catala_fr catala_en
                """
            ),
            (.data, "json yaml yml toml xml ini conf jsonl ndjson geojson properties"),
            (.table, "csv tsv"),
            (.translation, "po pot xliff xlf strings arb resx"),
        ].flatMap { form, names in names.split(separator: " ").map { (String($0), form) } })
}
