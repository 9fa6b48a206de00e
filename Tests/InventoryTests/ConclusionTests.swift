// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// How a project's licence is concluded, on repositories of a few files; licence texts come from LicenseDB's data.

import Licensing
import TestSupport
import Testing

@testable import Inventory

@Suite("Concluding a licence", .enabled(if: Support.isReady, "needs the index: run make test"))
struct ConclusionTests {
    /// A repository and what is concluded of it; `@key@` in a file stands for LicenseDB's text.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var files: [String: String]
        var expression: String?
        var status = LicenseConclusion.Status.declared
        var free = "free"
    }

    static let cases: [Case] = [
        Case(testDescription: "a bare GPL text is -only", files: ["COPYING": "@gpl-3.0@"], expression: "GPL-3.0-only"),
        Case(
            testDescription: "the model notice in the GPL's appendix grants nothing",
            files: ["COPYING": "@gpl-2.0@", "main.c": "int main(void) { return 0; }\n"], expression: "GPL-2.0-only"),
        Case(
            testDescription: "a README's \"or later\" widens a bare text",
            files: ["COPYING": "@gpl-3.0@", "README.md": "# Outil\n\n## Licence\n\nGPL-3.0-or-later\n"],
            expression: "GPL-3.0-or-later"),
        Case(
            testDescription: "a manifest's \"or later\" widens a bare text",
            files: ["LICENSE": "@agpl-3.0@", "package.json": "{\"license\": \"AGPL-3.0-or-later\"}"],
            expression: "AGPL-3.0-or-later"),
        Case(
            testDescription: "the legal file beats the manifest, and the disagreement is named",
            files: ["LICENSE": "@mit@", "package.json": "{\"license\": \"ISC\"}"], expression: "MIT",
            status: .conflicting),
        Case(
            testDescription: "a manifest that names the family without its version contradicts nothing",
            files: [
                "LICENSE": "@gpl-3.0@", "a.py": "1\n",
                "setup.py":
                    "setup(classifiers=['License :: OSI Approved :: GNU General Public License (GPL)'])\n",
            ], expression: "GPL-3.0-only"),
        Case(
            testDescription: "npm's SEE LICENSE IN is followed to a file of any name",
            files: [
                "package.json": "{\"license\": \"SEE LICENSE IN legal/conditions.txt\"}",
                "legal/conditions.txt": "@mit@", "index.js": "1\n",
            ], expression: "MIT"),
        Case(
            testDescription: "Cargo's license-file, setup.cfg's and pyproject's are followed",
            files: [
                "Cargo.toml": "[package]\nname = \"a\"\nlicense-file = \"./doc/terms\"\n", "doc/terms": "@mpl-2.0@",
                "src/lib.rs": "fn a() {}\n",
            ], expression: "MPL-2.0"),
        Case(
            testDescription: "a README's link is followed, through the forge's own address, too",
            files: [
                "README.md":
                    "# Outil\n\n## Licence\n\nVoir [les conditions](https://git.example.org/o/r/blob/main/doc/Conditions.md).\n",
                "doc/conditions.md": "@eupl-1.2@", "a.py": "1\n",
            ], expression: "EUPL-1.2"),
        Case(
            testDescription: "a header's \"see the file\" is followed where nothing else speaks",
            files: [
                "src/a.c": "/* For the licence terms, see the file doc/TERMS. */\nint a;\n", "doc/TERMS": "@cecill-b@",
            ], expression: "CECILL-B"),
        Case(
            testDescription: "a manifest that leads to another licence than the legal file's contradicts it",
            files: [
                "LICENSE": "@mit@", "package.json": "{\"license\": \"SEE LICENSE IN legal/eula.txt\"}",
                "legal/eula.txt": "@apache-2.0@",
            ], expression: "MIT", status: .conflicting),
        Case(
            testDescription: "a reference out of the repository, to nothing or to no licence is not followed",
            files: [
                "README.md":
                    "# A\n\n## Licence\n\nSee ../../../etc/passwd, /etc/passwd, NOWHERE.txt and doc/guide.txt\n",
                "doc/guide.txt": "How to run it.\n", "a.py": "1\n",
            ], expression: nil, status: .missing, free: "none"),
        Case(
            testDescription: "the licence of data, by a link, is not the code's",
            files: [
                "README.md": "# A\n\n## Licence\n\nLes données sont sous [cette licence](doc/donnees.txt).\n",
                "doc/donnees.txt": "@odbl-1.0@", "a.py": "1\n",
            ], expression: nil, status: .missing, free: "none"),
        Case(
            testDescription: "a text in LICENSES/ under another licence's name wins, and the disagreement is said",
            files: ["LICENSES/MIT.txt": "@apache-2.0@", "a.py": "1\n"], expression: "Apache-2.0", status: .conflicting),
        Case(
            testDescription: "a legal file named after another licence than its text's is a contradiction",
            files: ["LICENSE-MIT": "@apache-2.0@", "a.py": "1\n"], expression: "Apache-2.0", status: .conflicting),
        Case(
            testDescription: "a package of the main language speaks where nothing at the root does",
            files: ["server/package.json": "{\"license\": \"MIT\"}", "server/a.js": "let a = 1;\n", "ui/b.js": "1;\n"],
            expression: "MIT"),
        Case(
            testDescription: "a package of another language than most of the code does not",
            files: [
                "web/package.json": "{\"license\": \"MIT\"}", "web/a.js": "1;\n", "src/b.py": "print('more code')\n",
            ],
            expression: nil, status: .missing, free: "none"),
        Case(
            testDescription: "packages that name different licences do not speak for the whole",
            files: [
                "a/package.json": "{\"license\": \"MIT\"}", "b/package.json": "{\"license\": \"ISC\"}",
                "a/a.js": "1;\n",
            ], expression: nil, status: .missing, free: "none"),
        Case(
            testDescription: "two texts bind both", files: ["LICENSE_MIT": "@mit@", "LICENCE_CeCILL": "@cecill-2.1@"],
            expression: "CECILL-2.1 AND MIT"),
        Case(
            testDescription: "two texts are a choice where the manifest says so",
            files: [
                "LICENSE-MIT": "@mit@", "LICENSE-APACHE": "@apache-2.0@",
                "Cargo.toml": "[package]\nname = \"a\"\nlicense = \"MIT OR Apache-2.0\"\n", "src/lib.rs": "fn a() {}\n",
            ], expression: "MIT OR Apache-2.0"),
        Case(
            testDescription: "the LGPL's text and the GPL's that goes with it are the LGPL",
            files: ["COPYING": "@gpl-3.0@", "COPYING.LESSER": "@lgpl-3.0@"], expression: "LGPL-3.0-only"),
        Case(
            testDescription: "an exception below the text goes WITH it",
            files: ["LICENSE.txt": "@apache-2.0@\n@apple-runtime-library-exception@"],
            expression: "Apache-2.0 WITH Swift-exception"),
        Case(
            testDescription: "a manifest alone declares",
            files: ["DESCRIPTION": "Package: a\nLicense: GPL-3\n", "R/a.R": "1\n"],
            expression: "GPL-3.0-only"),
        Case(
            testDescription: "CRAN's stub names nobody's licence; DESCRIPTION does",
            files: [
                "LICENSE": "YEAR: 2021\nCOPYRIGHT HOLDER: Insee\n",
                "DESCRIPTION": "Package: a\nLicense: MIT + file LICENSE\n",
                "R/a.R": "1\n",
            ], expression: "MIT"),
        Case(
            testDescription: "a README's licence section declares",
            files: ["README.md": "# Jeu\n\n## Licence\n\nCe projet est sous licence MIT.\n", "a.py": "1\n"],
            expression: "MIT"),
        Case(
            testDescription: "a licence that a README names in passing is none",
            files: ["README.md": "# Outil\n\nIl lit les jeux de données sous ODbL.\n", "a.py": "1\n"], expression: nil,
            status: .missing, free: "none"),
        Case(
            testDescription: "headers that agree declare",
            files: Dictionary(
                uniqueKeysWithValues: (1...4).map {
                    ("src/a\($0).c", "/* This file is licensed under the CeCILL-B license. */\nint a\($0);\n")
                }), expression: "CECILL-B"),
        Case(
            testDescription: "a data licence on code is a data licence",
            files: ["LICENSE.md": "@etalab-2.0@", "a.py": "1\n"],
            expression: "etalab-2.0", free: "dataLicense"),
        Case(
            testDescription: "a title above another licence's text is a contradiction",
            files: ["LICENSE": "EUPL v1.2\n\n@mit@", "a.py": "1\n"], expression: "MIT", status: .conflicting),
        Case(
            testDescription: "a text that no rule explains is unrecognised",
            files: ["LICENSE": "Faites ce que bon vous semble de ce petit programme.\n", "a.py": "1\n"],
            expression: nil,
            status: .unrecognized, free: "unknown"),
        Case(
            testDescription: "licences of libraries that a legal file says the project uses are theirs",
            files: [
                "LICENSE.md":
                    "# Licence\n\nOutil is distributed under the AGPL-3.0 license. It uses the following libraries:\n\n"
                    + "- A, distributed under the MPL-2.0 license\n- B, under the MIT license\n\n"
                    + "It is tested using C, under the BSD-3-Clause license.\n",
                "a.py": "1\n",
            ], expression: "AGPL-3.0-only"),
        Case(
            testDescription: "a choice that a line names loosely is the one that the texts below spell out",
            files: [
                "LICENSE":
                    "The files are provided under a dual BSD/GPLv2 license. You may use either.\n\n"
                    + "This program is free software; you can redistribute it and/or modify it under the terms of the "
                    + "GNU General Public License as published by the Free Software Foundation; either version 2 of "
                    + "the License, or (at your option) any later version.\n\n@bsd-simplified@",
                "a.c": "int a;\n",
            ], expression: "BSD-2-Clause OR GPL-2.0-or-later"),
        Case(
            testDescription: "\"either … or\" is a choice where the first name is cut by the line's end",
            files: [
                "LICENSE-APACHE": "@apache-2.0@", "LICENSE-MIT": "@mit@",
                "README.md":
                    "# A\n\n## License\n\nLicensed under either of the [Apache License, Version\n"
                    + "2.0](LICENSE-APACHE) and the [MIT license](LICENSE-MIT).\n",
                "a.rs": "1\n",
            ], expression: "Apache-2.0 OR MIT"),
        Case(
            testDescription: "a README's \"GPL\" is the version that the headers agree on",
            files: [
                "readme.txt": "A\n\nThe code is all licensed under the terms of the GPL.\n",
                "a.c": "/* SPDX-License-Identifier: GPL-2.0-or-later */\nint a;\n",
                "b.c": "/* SPDX-License-Identifier: GPL-2.0-or-later */\nint b;\n",
            ], expression: "GPL-2.0-or-later"),
        Case(
            testDescription: "a whole notice below another licence's text grants, too",
            files: [
                "LICENSE":
                    "The files a.c and b.c are under this licence:\n\n@mit@\n\nAll others are under this one:\n\n"
                    + "Licensed under the Apache License, Version 2.0 (the \"License\"); you may not use this file except "
                    + "in compliance with the License. You may obtain a copy of the License at\n\n"
                    + "    http://www.apache.org/licenses/LICENSE-2.0\n\n"
                    + "Unless required by applicable law or agreed to in writing, software distributed under the License "
                    + "is distributed on an \"AS IS\" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express "
                    + "or implied. See the License for the specific language governing permissions and limitations under "
                    + "the License.\n",
                "a.c": "int a;\n",
            ], expression: "MIT AND Apache-2.0"),
        Case(
            testDescription: "a restriction in quotation marks is what others say",
            files: [
                "LICENSE": "@mit@",
                "README.md":
                    "# A\n\nDo not send us textures that are free for \u{201c}non-commercial use only\u{201d}.\n",
                "a.py": "1\n",
            ], expression: "MIT"),
        Case(
            testDescription: "a restriction of what the project uses is not the project's",
            files: [
                "LICENSE": "@mit@",
                "README.md":
                    "# A\n\n## Thème\n\nCe projet utilise le thème de la région et suit ses conditions\u{A0}:\n\n"
                    + "### Utilisation interdite en dehors des sites de la région\n",
                "a.py": "1\n",
            ], expression: "MIT"),
        Case(
            testDescription: "a restriction of the project itself leaves open whether it is free",
            files: [
                "LICENSE": "@mit@",
                "README.md": "# Thème\n\n### Utilisation interdite en dehors des sites de la région\n", "a.py": "1\n",
            ], expression: "MIT", status: .conflicting, free: "unknown"),
        Case(
            testDescription: "a component's licence beside a plain one is the component's",
            files: [
                "License/LICENSE.txt": "@mit@", "License/bouncycastle-LICENSE.txt": "@apache-2.0@",
                "COPYING.ARTWORK": "@cc-by-4.0@", "a.cs": "1;\n",
            ], expression: "MIT"),
        Case(
            testDescription: "a licence's name beside a plain legal file is a licence of the project",
            files: ["LICENSE": "@mit@", "APACHE-LICENSE.txt": "@apache-2.0@", "a.cs": "1;\n"],
            expression: "Apache-2.0 AND MIT"),
        Case(
            testDescription: "a version in the name is a licence's, too",
            files: ["LICENSE": "@mit@", "GPLv3-LICENSE.txt": "@gpl-3.0@", "a.cs": "1;\n"],
            expression: "GPL-3.0-only AND MIT"),
        Case(
            testDescription: "a component's licence is the project's where the plain file says nothing",
            files: ["LICENSE": "\n", "menus-LICENSE.txt": "@mit@", "a.cs": "1;\n"],
            expression: "MIT", status: .conflicting),
        Case(
            testDescription: "a restriction below a licence's heading is the project's, whatever it uses",
            files: [
                "LICENSE": "@mit@",
                "README.md":
                    "# A\n\nCe projet utilise un cadre.\n\n## Licence\n\nToute utilisation commerciale est interdite.\n",
                "a.py": "1\n",
            ], expression: "MIT", status: .conflicting, free: "unknown"),
        Case(
            testDescription: "NOTICE says nothing of the project where it speaks of what it includes",
            files: [
                "LICENSE": "@gpl-3.0@",
                "NOTICE":
                    "This product includes a parser, which is licensed under the GNU General Public License, either version 3 "
                    + "of the License, or (at your option) any later version.\n",
                "a.c": "int a;\n",
            ], expression: "GPL-3.0-only"),
        Case(
            testDescription: "third parties in a list over several lines are theirs",
            files: [
                "LICENSE":
                    "This program is published under the GNU Lesser General Public License, version 3.\n\n"
                    + "The software may include third party components under the following\nlicence terms:\n\n"
                    + "- A parser - https://parser.example.org/\n  Licensed under the Apache License, Version 2.0\n",
                "a.cs": "1;\n",
            ], expression: "LGPL-3.0-only"),
        Case(
            testDescription: "NOTICE says \"or later\" of a text that leaves it open, and nothing of another licence",
            files: [
                "LICENSE": "@agpl-3.0@",
                "Notice.txt":
                    "Published under the GNU Affero General Public License, either version 3 of the License, or (at your "
                    + "option) any later version.\nIt holds a parser under the Apache License, Version 2.0.\n",
                "a.php": "1;\n",
            ], expression: "AGPL-3.0-or-later"),
        Case(
            testDescription: "a family's name is no contradiction of one of its members",
            files: ["LICENSE": "@gpl-3.0@", "package.json": "{\"license\": \"GPL\"}", "a.js": "1\n"],
            expression: "GPL-3.0-only"),
        Case(
            testDescription: "\"proprietary\" is no contradiction of a licence that is not free",
            files: ["LICENSE": "@cc-by-nc-4.0@", "composer.json": "{\"license\": \"proprietary\"}", "a.php": "1\n"],
            expression: "CC-BY-NC-4.0", free: "nonFree"),
        Case(
            testDescription: "a file that the README names for its libraries' licences contradicts nothing",
            files: [
                "LICENSE.md": "@mit@",
                "README.md":
                    "# A\n\n## Licence\n\nMIT.\n\nRefer to [TERMS.md](doc/TERMS.md) for the linked libraries.\n",
                "doc/TERMS.md": "@apache-2.0@", "a.py": "1\n",
            ], expression: "MIT"),
        Case(
            testDescription: "a table's schema declares the licence of its data",
            files: [
                "schema.json": "{\"licenses\": [{\"name\": \"etalab-2.0\"}], \"fields\": []}", "a.csv": "a,b\n1,2\n",
            ], expression: "etalab-2.0", free: "dataLicense"),
        Case(
            testDescription: "headers widen a text though generated files that say another licence are more",
            files: Dictionary(
                uniqueKeysWithValues: [("COPYING", "@gpl-3.0@")]
                    + (1...4).map {
                        (
                            "src/a\($0).c",
                            "/* Licensed under the GNU GPL version 3 or later. */\nint a\($0);\n"
                        )
                    } + (1...30).map { ("html/b\($0).js", "/* Licensed under the MIT license. */\nlet b = \($0);\n") }),
            expression: "GPL-3.0-or-later"),
        Case(
            testDescription: "nothing is nothing", files: ["a.py": "print(1)\n"], expression: nil, status: .missing,
            free: "none"),
        Case(
            testDescription: "a vendored library's licence is not the project's",
            files: ["vendor/x/LICENSE": "@apache-2.0@", "a.py": "1\n"], expression: nil, status: .missing, free: "none"),
    ]

    @Test("what is declared is concluded", arguments: cases)
    func conclusion(_ example: Case) async throws {
        var files = example.files
        for (path, content) in files {
            let parts = content.split(separator: "@", omittingEmptySubsequences: false)
            files[path] = try parts.enumerated().map { i, part in
                i % 2 == 0 ? String(part) : try Support.text(String(part))
            }.joined()
        }
        let license = try await Support.entry(files).license
        #expect(license.expression?.description == example.expression)
        #expect(license.status == example.status)
        #expect(license.freeSoftware.rawValue == example.free)
        #expect(!license.explanation.isEmpty)
        if example.expression != nil { #expect(!license.evidence.isEmpty, "no evidence, no claim") }
    }

    @Test("code's licence is apart from the documentation's")
    func other() async throws {
        let license = try await Support.entry([
            "LICENSE": Support.text("mit"), "src/a.py": "1\n", "src/b.py": "2\n",
            "README.md":
                "# A\n\n## Licence\n\nLe code est sous licence MIT.\n\nLa documentation est sous licence CC-BY-4.0.\n",
        ]).license
        #expect(license.expression?.description == "MIT")
        #expect(license.other == ["CC-BY-4.0"])
    }

    @Test("since is the commit that first brought a licence")
    func since() async throws {
        let folder = try TemporaryFolder()
        let repository = try TestRepository(at: folder.path("r.git"), bare: true)
        try repository.commit(["a.py": "1\n"], date: "1500000000 +0000")
        try repository.commit(["a.py": "1\n", "LICENSE": Support.text("mit")], date: "1600000000 +0000")
        try repository.commit(["a.py": "2\n", "LICENSE": Support.text("mit")], date: "1700000000 +0000")
        let entry = try await Support.inventory(folder.path("r.git")).entries[0]
        #expect(entry.license.since == "2020-09-13T12:26:40Z")
    }

    @Test("a large repository's history is searched when it is asked for, and the entry says so")
    func sinceOfLargeRepository() async throws {
        let folder = try TemporaryFolder()
        let repository = try TestRepository(at: folder.path("r.git"), bare: true)
        try repository.commits(1_400, files: [2: ["LICENSE": Support.text("mit")]])
        let entry = try await Support.inventory(folder.path("r.git")).entries[0]
        #expect(entry.license.since == nil)
        #expect(entry.license.sinceReason?.contains("--since") == true)
        let whole = try await Support.inventory(folder.path("r.git"), searchesHistories: true).entries[0]
        #expect(whole.license.since == "2020-09-13T12:28:40Z")
        #expect(whole.license.sinceReason == nil)
    }

    @Test("of hundreds of licences in one file each is asked for once, and none is lost")
    func manyExpressions() throws {
        let many = try (0..<400).map { try LicenseExpression(parsing: "LicenseRef-\($0)") }
        let text = try ["GPL-3.0-only", "LGPL-3.0-only", "MIT", "MIT"].map { try LicenseExpression(parsing: $0) }
        let joined = try #require(LicenseExpression.consolidate(many + text))
        // The GPL goes with the LGPL, whose text it completes.
        #expect(joined.operands.count == 402)
        #expect(!joined.description.contains(" GPL-3.0"))
    }
}
