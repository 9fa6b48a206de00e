// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Broken and hostile manifests: refused with a line and a mend, in bounded time and stack, never a crash.

import Languages
import Testing

@testable import Manifests

@Suite("Hostile manifests")
struct HostileManifestTests {
    @Test(
        "a broken manifest says the line",
        arguments: [
            (ManifestFormat.npm, "{\n\"license\" \"MIT\"\n}", 2), (.npm, "{\n\"a\": 1,\n", 3), (.npm, "[]", 1),
            (.pyproject, "[project]\nlicense = MIT\n", 2), (.cargo, "[package\n", 1),
            (.citation, "license: [MIT\n", 2), (.citation, "a: 1\na: 2\n", nil), (.publiccode, "a:\n\t- b\n", 2),
            (.maven, "<project>\n<licenses>\n</project>", 3), (.maven, "", nil), (.npm, "", 1),
        ] as [(ManifestFormat, String, Int?)])
    func broken(format: ManifestFormat, text: String, line: Int?) {
        let error = #expect(throws: ManifestError.self, "\(text)") { try format.parse(Array(text.utf8)) }
        if let line { #expect(error?.line == line, "\(error?.description ?? "")") }
        #expect(error?.description.contains("mend its syntax") == true)
    }

    @Test("a file beyond the size cap is refused", arguments: ManifestFormat.allCases)
    func tooLarge(format: ManifestFormat) {
        let bytes = [UInt8](repeating: 0x20, count: 10 << 20)
        #expect(throws: ManifestError(format.rawValue, .tooLarge(bytes: bytes.count))) { try format.parse(bytes) }
    }

    @Test(
        "deep nesting is refused before a parser recurses",
        arguments: [
            (ManifestFormat.npm, "[", ""), (.npm, "{\"a\":", ""), (.cargo, "[", "a = "), (.cargo, "{a=", "a = "),
            (.cargo, "a.", ""), (.cargo, "a.", "["), (.cargo, "a . ", "x = {"), (.cargo, "\"\".", ""),
            (.citation, "[", "a: "), (.citation, "{a: ", ""), (.citation, "- ", ""), (.citation, "? ", ""),
            (.maven, "<a>", ""),
        ])
    func deep(format: ManifestFormat, piece: String, prefix: String) {
        let text = prefix + String(repeating: piece, count: 100_000)
        let error = #expect(throws: ManifestError.self) { try format.parse(Array(text.utf8)) }
        #expect(error?.reason == .tooDeep)
    }

    @Test("nesting made of lines is refused too")
    func deepBlocks() {
        let yaml = (0..<400).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
        #expect(throws: ManifestError.self) { try ManifestFormat.citation.parse(Array(yaml.utf8)) }
    }

    @Test("YAML aliases may not multiply")
    func yamlBomb() {
        var text = "a0: &a0 [x, x]\n"
        for level in 1...30 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        let error = #expect(throws: ManifestError.self) { try ManifestFormat.citation.parse(Array(text.utf8)) }
        #expect(error?.reason == .forbidden(Bilingual("many aliases", "des alias si nombreux")))
    }

    @Test("a few aliases, and stars in prose, are no bomb")
    func yamlAliases() throws {
        let prose = (1...50).map { "  *word\($0)* & co\n" }.joined()
        #expect(try summaries(.citation, "x: &l MIT\nabstract: |\n\(prose)license: *l\n") == ["license 1 MIT"])
    }

    @Test("XML entities are never expanded")
    func xmlEntities() {
        let text = "<?xml version=\"1.0\"?>\n<!DOCTYPE p [<!ENTITY a \"MIT\">]>\n<project><name>&a;</name></project>"
        let error = #expect(throws: ManifestError.self) { try ManifestFormat.maven.parse(Array(text.utf8)) }
        #expect(error?.line == 2)
        #expect(error?.sentence(.english).contains("document types and entities") == true)
        #expect(error?.sentence(.french).hasPrefix("ligne 2\u{A0}: les types de document et les entités") == true)
    }

    @Test("any bytes are read or refused, by every format", arguments: ManifestFormat.allCases)
    func anyBytes(format: ManifestFormat) {
        var state: UInt64 = 42
        let pieces = [
            "license", "=", ":", "\"", "'", "[", "{", "}", "]", "\n", " ", "\\", "#", "<", ">", "\u{0}", "é", "\"\"\"",
        ]
        for _ in 0..<300 {
            var text = ""
            for _ in 0..<40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            _ = try? format.parse(Array(text.utf8))
        }
    }

    @Test(
        "long inputs under the cap are read in linear time", .timeLimit(.minutes(10)),
        arguments: ManifestFormat.allCases
    )
    func long(format: ManifestFormat) {
        let pieces = [
            "license: MIT\n", "license = 'MIT'\n", "\"\"\"", "'", "/*", "a", "\n", "license { name \"x\" }\n",
            "license { ",
            ":license [", "[[a]]\n", " x\n", "\"a\" ", "license = [",
        ]
        for piece in pieces {
            let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
            _ = try? format.parse(Array(text.utf8))
        }
    }

    @Test("many licences in one manifest are cut off, not compared forever", .timeLimit(.minutes(10)))
    func manyLicenses() throws {
        func count(_ format: ManifestFormat, _ open: String, _ piece: String, _ close: String) throws -> Int {
            let text = open + String(repeating: piece, count: 10_000) + close
            return try format.parse(Array(text.utf8)).declarations.count
        }
        #expect(
            try count(.maven, "<project><licenses>", "<license><name>x</name></license>", "</licenses></project>")
                == 256)
        #expect(try count(.npm, "{\"licenses\": [\"x\"", ",\"x\"", "]}") == 256)
        #expect(try count(.citation, "license:\n", "- x\n", "") == 256)
        #expect(try count(.msbuild, "<Project>", "<PropertyGroup><A>1</A></PropertyGroup>", "</Project>") == 0)
    }
}
