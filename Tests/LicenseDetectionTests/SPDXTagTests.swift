// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What stands after `SPDX-License-Identifier:`, and on which lines of which encodings anything is found.

import Foundation
import Testing

@testable import LicenseDetection

// REUSE-IgnoreStart

@Suite("SPDX tags and lines")
struct SPDXTagTests {
    /// The tag's words are known to any index of LicenseDB; here a rule brings them.
    private func detector() throws -> LicenseDetector {
        try makeDetector([
            .rule("tag", "is_license_tag", of: "mit", "SPDX-License-Identifier"),
            .rule("mit", "is_license_reference", of: "mit", "MIT"),
        ])
    }

    @Test(
        "the value is read up to what closes the comment, the string or the element",
        arguments: [
            ("// SPDX-License-Identifier: MIT", "MIT"),
            ("/* SPDX-License-Identifier: MIT */", "MIT"),
            ("(* SPDX-License-Identifier: MIT *)", "MIT"),
            ("{- SPDX-License-Identifier: MIT -}", "MIT"),
            ("<!-- SPDX-License-Identifier: MIT -->", "MIT"),
            ("{# SPDX-License-Identifier: MIT #}", "MIT"),
            ("#= SPDX-License-Identifier: MIT =#", "MIT"),
            ("# SPDX-License-Identifier: mit", "MIT"),
            ("#SPDX-License-Identifier:MIT", "MIT"),
            (".. SPDX-License-Identifier: MIT   ", "MIT"),
            (#"license = "SPDX-License-Identifier: MIT","#, "MIT"),
            (#"{"SPDX-License-Identifier": "MIT"}"#, "MIT"),
            ("SPDX-License-Identifier = 'MIT'", "MIT"),
            ("`SPDX-License-Identifier: MIT`", "MIT"),
            ("<p>SPDX-License-Identifier: MIT</p>", "MIT"),
            ("REM SPDX-License-Identifier: GPL-2.0-or-later", "GPL-2.0-or-later"),
            ("SPDX-License-Identifier: GPL-2.0+", "GPL-2.0-or-later"),
            ("// SPDX-License-Identifier: (MIT OR Apache-2.0)", "MIT OR Apache-2.0"),
            ("// SPDX-License-Identifier: MIT AND (ISC OR Zlib) */", "MIT AND (ISC OR Zlib)"),
            (
                "/* SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0 */",
                "GPL-2.0-only WITH Classpath-exception-2.0"
            ),
            ("// SPDX-License-Identifier: LicenseRef-Ours", "LicenseRef-Ours"),
            ("// SPDX-License-Identifier: our-terms AND MIT", "LicenseRef-scancode-unknown-spdx AND MIT"),
            (
                "// SPDX-License-Identifier: (our-terms OR MIT) AND ISC",
                "(LicenseRef-scancode-unknown-spdx OR MIT) AND ISC"
            ),
            ("// SPDX-License-Identifier: our-terms", "LicenseRef-scancode-unknown-spdx"),
            ("// spdx-license-identifier: MIT", "MIT"),
        ])
    func value(line: String, expression: String) throws {
        for ending in ["", "\n", "\r\n", "\rint main()", "\nint main() { return 0; }\n"] {
            let tags = try detector().matches(in: line + ending).filter { $0.rule == LicenseMatch.spdxTagRule }
            #expect(tags.map(\.expression) == [expression])
            #expect(
                tags.allSatisfy { $0.kind == .tag && $0.coverage == 100 && $0.relevance == 100 && $0.lines == 1...1 })
        }
    }

    @Test("a tag in HTML may have an entity before its value")
    func entity() throws {
        let found = try detector().expressions(in: "<td>SPDX-License-Identifier:&nbsp;MIT</td>")
        #expect(found == ["MIT"])
    }

    @Test(
        "a value that is no expression says that there is a licence, and not which",
        arguments: [
            "SPDX-License-Identifier: $LICENSE", "SPDX-License-Identifier: <license>", "SPDX-License-Identifier: AND",
            "SPDX-License-Identifier: {{ license }}", "SPDX-License-Identifier: (",
        ])
    func unknownValue(line: String) throws {
        let tags = try detector().matches(in: line).filter { $0.rule == LicenseMatch.spdxTagRule }
        let hasLetters = line.dropFirst("SPDX-License-Identifier:".count).contains(where: \.isLetter)
        #expect(tags.map(\.expression) == (hasLetters ? ["LicenseRef-scancode-unknown-spdx"] : []))
    }

    @Test(
        "a tag without a value is none",
        arguments: [
            "SPDX-License-Identifier:", "SPDX-License-Identifier: ", "SPDX-License-Identifier: */",
            "SPDX-License-Identifier: ()", "SPDX-License-Identifier: …", "SPDX-License-Identifier:\nMIT2",
        ])
    func noValue(line: String) throws {
        #expect(try detector().matches(in: line).allSatisfy { $0.rule != LicenseMatch.spdxTagRule })
    }

    @Test("a text that shows a tag is still the text")
    func tagInText() throws {
        let detector = try makeDetector(
            Sample.rules.map {
                TestRule(
                    path: $0.path,
                    content: $0.content.replacingOccurrences(
                        of: "A visitor who", with: "SPDX-License-Identifier: ISC\nA visitor who"))
            })
        let text = Sample.garden.replacingOccurrences(
            of: "A visitor who", with: "SPDX-License-Identifier: ISC\nA visitor who")
        #expect(detector.expressions(in: text).contains("Garden-1.0"))
    }

    @Test("a tag and the name in it are one match, and every tag of a file is found")
    func several() throws {
        let text = "# SPDX-License-Identifier: MIT\n#\n# SPDX-License-Identifier: ISC\ncode, MIT\n"
        let matches = try detector().matches(in: text)
        #expect(matches.map(\.expression) == ["MIT", "ISC", "LicenseRef-scancode-mit"])
        #expect(matches.map(\.lines) == [1...1, 3...3, 4...4])
    }

    @Test(
        "lines are counted alike whatever ends them",
        arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) throws {
        let lines = ["", "one", "under", "the garden", "licence", "", "# SPDX-License-Identifier: MIT", "end"]
        let detector = try makeDetector([
            .rule("tag", "is_license_tag", of: "mit", "SPDX-License-Identifier"),
            .rule("g", "under the garden licence"),
        ])
        for text in [lines.joined(separator: end), lines.joined(separator: end) + end] {
            #expect(detector.matches(in: text).map(\.lines) == [3...5, 7...7])
            let units = Array(text.utf16)
            let little = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
            let big = units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
            for bytes in [little, big, [0xff, 0xfe] + little, [0xfe, 0xff] + big, [0xff, 0xfe] + little + [0x20]] {
                #expect(detector.matches(in: bytes).map(\.lines) == [3...5, 7...7])
            }
            #expect(detector.matches(in: Array("\u{feff}".utf8) + Array(text.utf8)).map(\.lines) == [3...5, 7...7])
        }
    }

    @Test(
        "text is told from binary by its first bytes",
        arguments: [
            ([], .asciiCompatible), ([0x61], .asciiCompatible), ([0xe9, 0x80, 0xff], .asciiCompatible),
            ([0xff, 0xfe], .utf16LittleEndian), ([0xfe, 0xff, 0x00], .utf16BigEndian),
            ([UInt8](String(repeating: "a\0", count: 25).utf8), .utf16LittleEndian),
            ([UInt8](String(repeating: "\0a", count: 25).utf8), .utf16BigEndian),
            ([0], .binary), ([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0], .binary),
            ([UInt8](repeating: 0x61, count: 8000) + [0], .asciiCompatible),
            ([UInt8](repeating: 0x61, count: 7999) + [0], .binary),
        ] as [([UInt8], TextEncoding)])
    func encodings(bytes: [UInt8], encoding: TextEncoding) {
        #expect(bytes.withUnsafeBytes { TextEncoding(of: $0) } == encoding)
    }

    @Test("UTF-16 without a mark is text however short")
    func shortUTF16() {
        #expect(
            ([0x4d, 0, 0x49, 0, 0x54, 0] as [UInt8]).withUnsafeBytes { TextEncoding(of: $0) } == .utf16LittleEndian)
    }

    @Test("a match survives being written and read")
    func codable() throws {
        let match = try #require(try detector().matches(in: "\n# SPDX-License-Identifier: MIT OR ISC").first)
        let read = try JSONDecoder().decode(LicenseMatch.self, from: try JSONEncoder().encode(match))
        var expected = match
        expected.bytes = 0..<0
        #expect(read == expected)
        let swapped =
            #"{"expression":"MIT","rule":"r","kind":"tag","lines":[2,1],"coverage":1,"relevance":1,"words":1}"#
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(LicenseMatch.self, from: Data(swapped.utf8)) }
    }
}

// REUSE-IgnoreEnd
