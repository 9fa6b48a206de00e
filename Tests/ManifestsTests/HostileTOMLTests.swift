// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// TOML that is broken, nested or only looks so; the first cases abort the process in other parsers.

import Testing

@testable import Manifests

@Suite("Hostile TOML")
struct HostileTOMLTests {
    @Test(
        "broken TOML is refused",
        arguments: [
            "[.a]", "[{{ name }}]", "[[ .a ]]", "[\n", "[\n]", " \t[#]", "a = 1\n[=]", "[[[a]]]", "\u{A0}[.]",
            "x = '''a''''\n[.]", "x = [1]\n[é]", "[ [a] ]", "x = \"a\n[.]", "x = '''a'''''\n[.]", "# a\n[.]", "a = [}",
            "a = ]", "a =",
            "a", "a = \"\\q\"", "a = '''b", "a = {b = 1", "a = [1 2]", "a = 1\na = 2", "a = 1\n[a.b]", "[a]b",
            "a = 1 b", "[[a]", "a.",
            "[a]\n[[a]]", "a = \"\\uD800\"",
        ])
    func broken(text: String) {
        #expect(throws: ManifestError.self) { try ManifestFormat.pyproject.parse(Array(text.utf8)) }
    }

    @Test("random TOML is read or refused")
    func randomTOML() {
        var state: UInt64 = 7
        let pieces = [
            "[", "[", "]", "\n", "\n", " ", "=", "=", "a", "b.c", "\"", "'", "\"\"\"", "'''", "{", "}", ",", "#", "1",
            "true", ".", "\\", "\t", "é", "\u{A0}", "0x", "1979-05-27", "T", ":", "+", "-", "inf", "e", "_", "\u{0}",
        ]
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<24 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            _ = try? ManifestFormat.pyproject.parse(Array(text.utf8))
        }
    }

    @Test(
        "strings and keys of every kind are read",
        arguments: [
            #"license = "M\u0049T""#, "license = 'MIT' # no", "'license' = \"\"\"\\\n   MIT\"\"\"",
            "license = '''\nMIT'''",
            "d = 1979-05-27 07:32:00\nlicense = 'MIT'", "a.b . \"c d\" = 1\nlicense='MIT'",
            "a = [ 1, [2, 3,], # x\n {b = 1, c.d = 'e'}, ]\r\nlicense\t= \"MIT\"",
        ])
    func strings(text: String) throws {
        let declarations = try ManifestFormat.pyproject.parse(Array("[project]\n\(text)".utf8)).declarations
        #expect(declarations.compactMap(\.reading.expression?.description) == ["MIT"])
    }

    @Test("brackets and dots inside strings and comments are text")
    func noise() throws {
        let noise = String(repeating: "[.{", count: 60)
        let text = """
            # \(noise)
            [project]
            a = "\(noise)\\"[[["
            b = '\(noise)'
            c = \"\"\"
            \(noise) ""
            [.]
            \"\"\"\"
            d = ''
            e = [1.0, 2.0, 3.5]
            license = "MIT"
            """
        #expect(try summaries(.pyproject, text) == ["license 11 MIT"])
    }
}
