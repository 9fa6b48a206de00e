// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// REUSE.toml and dep5: which licence covers which path.

// REUSE-IgnoreStart

import Testing

@testable import Manifests

@Suite("REUSE annotations")
struct ReuseAnnotationsTests {
    private let toml = """
        version = 1

        [[annotations]]
        path = "**"
        precedence = "aggregate"
        SPDX-FileCopyrightText = "2024 DINUM"
        SPDX-License-Identifier = "MIT"

        [[annotations]]
        path = ["docs/*.md", "img/**"]
        SPDX-License-Identifier = ["etalab-2.0", "CC-BY-4.0"]
        """

    @Test(
        "the last annotation that covers a path counts",
        arguments: [
            ("src/main.c", "MIT"), ("docs/a.md", "etalab-2.0 AND CC-BY-4.0"), ("docs/b/a.md", "MIT"),
            ("img/a/b.svg", "etalab-2.0 AND CC-BY-4.0"),
        ])
    func covers(path: String, expected: String) throws {
        let annotations = try ReuseAnnotations.parseTOML(Array(toml.utf8))
        #expect(annotations.annotation(for: path)?.expression?.description == expected)
    }

    @Test("an annotation keeps its lines and its precedence")
    func lines() throws {
        let annotations = try ReuseAnnotations.parseTOML(Array(toml.utf8)).annotations
        #expect(annotations.map(\.precedence) == [.aggregate, .closest])
        #expect(annotations.map(\.lines.lowerBound) == [3, 9])
        #expect(
            annotations.flatMap(\.licenses).map(summary) == [
                "SPDX-License-Identifier 7 MIT", "SPDX-License-Identifier 11 etalab-2.0",
                "SPDX-License-Identifier 11 CC-BY-4.0",
            ])
    }

    @Test("dep5's stars cross folders, and its licence is one line")
    func dep5() throws {
        let text =
            "Format: x\n\nFiles: *\nCopyright: a\nLicense: EUPL-1.2\n\nFiles: data/*.json\n x?.csv\nLicense: GPL-2+ or MIT\n text\n"
        let annotations = try ReuseAnnotations.parseDEP5(Array(text.utf8))
        #expect(annotations.annotation(for: "a/b")?.expression?.description == "EUPL-1.2")
        #expect(annotations.annotation(for: "data/a/b.json")?.expression?.description == "GPL-2.0-or-later OR MIT")
        #expect(annotations.annotation(for: "x1.csv")?.licenses.map(summary) == ["License 9 GPL-2.0-or-later OR MIT"])
        #expect(annotations.annotation(for: "x12.csv")?.expression?.description == "EUPL-1.2")
    }

    @Test(
        "patterns",
        arguments: [
            ("*", "a", true), ("*", "a/b", false), ("**", "a/b", true), ("a/**/b", "a/x/y/b", true),
            ("*.c", "a.c", true),
            ("\\*", "*", true), ("\\*", "a", false), ("a*b*c", "aXbYc", true), ("a*b", "ab", true), ("", "a", false),
            ("?", "?", true), ("?", "a", false), ("a", "ab", false), ("***", "a/b", true),
        ])
    func globs(pattern: String, path: String, expected: Bool) {
        #expect(Glob(pattern, style: .reuse).matches(path) == expected)
    }

    @Test("a hostile pattern is matched in bounded time")
    func hostile() {
        let pattern = String(repeating: "*a", count: 500)
        #expect(!Glob(pattern, style: .debian).matches(String(repeating: "a", count: 2_000) + "b"))
        #expect(!Glob(String(repeating: "a", count: 5_000), style: .reuse).matches("a"))
        #expect(throws: ManifestError.self) { try ReuseAnnotations.parseTOML(Array("[[annotations]\n".utf8)) }
        #expect(throws: ManifestError.self) { try ReuseAnnotations.parseDEP5([UInt8](repeating: 0x20, count: 2 << 20)) }
    }
}
// REUSE-IgnoreEnd
