// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Each format with a small text, and the traps that real repositories set: what is read, from which field and line.

import Licensing
import Testing

@testable import Manifests

/// A declaration as one line: field, line, what it reads as.
func summary(_ declaration: LicenseDeclaration) -> String {
    let reading =
        switch declaration.reading {
        case .expression(let expression): expression.description
        case .family(let family): "family \(family.name)"
        case .proprietary: "proprietary"
        case .file(let path): "file \(path)"
        case .unknown: "unknown"
        }
    return "\(declaration.field) \(declaration.lines.lowerBound) \(reading)"
}

func summaries(_ format: ManifestFormat, _ text: String) throws -> [String] {
    try format.parse(Array(text.utf8)).declarations.map(summary)
}

@Suite("Manifests")
struct ManifestTests {
    @Test(
        "a path's last component names its format",
        arguments: [
            ("package.json", ManifestFormat.npm), ("app/Package.JSON", .npm), ("DESCRIPTION", .rDescription),
            ("description", nil), ("x/foo.gemspec", .gemspec), ("opam", .opam), ("french-law.opam", .opam),
            ("debian/copyright", .debianCopyright), ("copyright", nil), ("pom.xml", .maven), ("a.csproj", .msbuild),
            ("build.gradle.kts", .gradle), ("CITATION.cff", .citation), (".zenodo.json", .zenodo),
            ("datapackage.json", .dataPackage), ("schema.json", .tableSchema),
            ("publiccode.yaml", .publiccode), ("Cargo.toml", .cargo), ("Cargo.lock", nil), ("package.json.bak", nil),
            (".gemspec", nil), ("", nil),
        ] as [(String, ManifestFormat?)])
    func recognizes(path: String, format: ManifestFormat?) {
        #expect(ManifestFormat.recognize(path: path) == format)
        #expect(ManifestFormat.recognize(path: Array(path.utf8)) == format)
    }

    @Test(
        "package.json",
        arguments: [
            ("{\n  \"name\": \"x\",\n  \"license\": \"AGPL-3.0\"\n}", ["license 3 AGPL-3.0-only"]),
            ("{\"license\": \"SEE LICENSE IN LICENSE.md\"}", ["license 1 file LICENSE.md"]),
            ("{\"license\": \"Propriétaire\"}", ["license 1 proprietary"]),
            ("{\"license\": \"UNLICENSED\", \"private\": true}", ["license 1 proprietary"]),
            ("{\"license\": \"CC-BY 2.0\"}", ["license 1 CC-BY-2.0"]),
            ("{\"license\": {\n\"type\": \"MIT\", \"url\": \"https://example.org\"}}", ["license 2 MIT"]),
            ("{\"licenses\": [{\"type\": \"MIT\"},\n{\"type\": \"GPL-2.0\"}]}", ["licenses 1 MIT OR GPL-2.0-only"]),
            ("{\"licenses\": [\"MIT\",\n\"Mine\"]}", ["licenses[0] 1 MIT", "licenses[1] 2 unknown"]),
            ("{\"license\": \"MIT\",\r\n \"a\": [1,2,],\r\n}", ["license 1 MIT"]),
            ("\u{FEFF}{\"dependencies\": {\"license\": \"GPL-3.0\"}, \n\"license\":\n\"ISC\"}", ["license 3 ISC"]),
            ("{\"license\": \"\", \"licenses\": 3}", []),
            ("{\"license\": \"{{ cookiecutter.license }}\"}", []),
            ("{\"a\": \"\\\"license\\\": \\\"MIT\\\"\"}", []),
        ])
    func npm(text: String, expected: [String]) throws {
        #expect(try summaries(.npm, text) == expected)
    }

    @Test("npm's private and workspaces are told apart from the licence")
    func npmFlags() throws {
        let manifest = try ManifestFormat.npm.parse(Array(#"{"name":"a","private":true,"workspaces":["p/*"]}"#.utf8))
        #expect(manifest.name == "a")
        #expect(manifest.isPrivate == true)
        #expect(manifest.isWorkspaceRoot)
        #expect(manifest.declarations.isEmpty)
        #expect(try ManifestFormat.npm.parse(Array(#"{"private":1}"#.utf8)).isPrivate == nil)
    }

    @Test(
        "the other JSON manifests",
        arguments: [
            (ManifestFormat.bower, "{\"license\": \"MIT\"}", ["license 1 MIT"]),
            (.composer, "{\"license\": \"proprietary\"}", ["license 1 proprietary"]),
            (
                .composer, "{\"license\": [\"LGPL-2.1-only\", \"GPL-3.0+\"]}",
                ["license 1 LGPL-2.1-only OR GPL-3.0-or-later"]
            ),
            (
                .codemeta, "{\"license\": \"https://spdx.org/licenses/AGPL-3.0-or-later\"}",
                ["license 1 AGPL-3.0-or-later"]
            ),
            (
                .codemeta, "{\"license\": {\"@type\": \"CreativeWork\", \"@id\": \"https://spdx.org/licenses/MIT\"}}",
                ["license 1 MIT"]
            ),
            (.zenodo, "{\"license\": {\"id\": \"cc-by-4.0\"}}", ["license 1 CC-BY-4.0"]),
            (.dataPackage, "{\"licenses\": [{\"name\": \"ODbL-1.0\", \"title\": \"Open\"}]}", ["licenses 1 ODbL-1.0"]),
            (
                .tableSchema,
                "{\"licenses\": [{\"title\": \"Licence Ouverte\", \"name\": \"etalab-2.0\"}], \"fields\": []}",
                ["licenses 1 etalab-2.0"]
            ),
            (.tableSchema, "{\"license\": \"MIT\", \"type\": \"object\"}", []),
        ])
    func json(format: ManifestFormat, text: String, expected: [String]) throws {
        #expect(try summaries(format, text) == expected)
    }

    @Test(
        "pyproject.toml",
        arguments: [
            (
                "[project]\nname = 'a'\nlicense = \"MIT\"\nlicense-files = ['LICENSE']\n",
                ["license 3 MIT", "license-files[0] 4 file LICENSE"]
            ),
            ("[project]\nlicense = {text = \"GPL v3 or later\"}\n", ["license.text 2 GPL-3.0-or-later"]),
            ("[project]\nlicense.file = \"COPYING\"\n", ["license.file 2 file COPYING"]),
            (
                "[project]\nlicense = 'GPL-3.0-only'\nclassifiers = [\n  'Topic :: Utilities',\n"
                    + "  'License :: OSI Approved :: GNU Affero General Public License v3',\n]\n",
                ["license 2 GPL-3.0-only", "classifiers 5 AGPL-3.0-only"]
            ),
            (
                "# MIT\n[tool.poetry]\nlicense = \"EUPL-1.2\"\n[tool.poetry.dependencies]\nx = {license = 'MIT'}\n",
                ["tool.poetry.license 3 EUPL-1.2"]
            ),
            ("[project]\nlicense = {text = \"\"\"\nMIT License\n\"\"\"}\n", ["license.text 2 MIT"]),
            ("[build-system]\nrequires = []\n", []),
        ])
    func pyproject(text: String, expected: [String]) throws {
        #expect(try summaries(.pyproject, text) == expected)
    }

    @Test(
        "Cargo.toml",
        arguments: [
            ("[package]\nname = \"x\"\nlicense = \"GPL-3.0\"\n", ["license 3 GPL-3.0-only"]),
            ("[package]\nlicense = \"MIT/Apache-2.0\"\n", ["license 2 MIT OR Apache-2.0"]),
            ("[package]\nlicense-file = \"LICENSE\"\n", ["license-file 2 file LICENSE"]),
            ("[workspace.package]\nlicense = \"MIT\"\n", ["workspace.package.license 2 MIT"]),
            ("[package]\nlicense.workspace = true\n", []),
        ])
    func cargo(text: String, expected: [String]) throws {
        #expect(try summaries(.cargo, text) == expected)
    }

    @Test("Cargo's workspaces share a licence")
    func cargoWorkspace() throws {
        let member = try ManifestFormat.cargo.parse(
            Array("[package]\nlicense.workspace = true\npublish = false\n".utf8))
        #expect(member.inheritsLicense)
        #expect(member.isPrivate == true)
        #expect(try ManifestFormat.cargo.parse(Array("[workspace]\nmembers = []\n".utf8)).isWorkspaceRoot)
    }

    @Test(
        "pom.xml says its own licences, never its dependencies'",
        arguments: [
            (
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n"
                    + "<artifactId>é</artifactId>\n<licenses>\n<license>\n<name>LGPLV3</name>\n</license>\n</licenses>\n</project>",
                ["licenses 6 LGPL-3.0-only"]
            ),
            (
                "<project><!-- a <licenses> --><dependencies><dependency><licenses><license><name>MIT</name></license>"
                    + "</licenses></dependency></dependencies></project>", []
            ),
            (
                "<project><licenses>\n<license><name>Eclipse Public License</name>\n<url>http://www.eclipse.org/legal/epl-v10.html</url>"
                    + "</license></licenses></project>", ["licenses 3 EPL-1.0"]
            ),
            (
                "<project><licenses>\n<license><name>MIT</name></license>\n<license><name>CeCILL-B</name></license></licenses></project>",
                ["licenses 2 MIT OR CECILL-B"]
            ),
            (
                "\n\n<?xml version=\"1.0\"?>\n<project><licenses><license>\n<name>\n  Mozilla <![CDATA[Public]]>\n  License 2.0\n"
                    + "</name></license></licenses></project>", ["licenses 6 MPL-2.0"]
            ),
            ("<project/>", []), ("<project><licenses/></project>", []),
        ])
    func pom(text: String, expected: [String]) throws {
        #expect(try summaries(.maven, text) == expected)
    }

    @Test(
        "the other XML manifests",
        arguments: [
            (
                ManifestFormat.nuspec,
                "<package><metadata><id>a</id>\n<license type=\"expression\">MIT</license></metadata></package>",
                ["license 2 MIT"]
            ),
            (
                .nuspec, "<package><metadata><license type=\"file\">L.txt</license></metadata></package>",
                ["license 1 file L.txt"]
            ),
            (
                .nuspec,
                "<package><metadata><licenseUrl>https://opensource.org/licenses/MIT</licenseUrl></metadata></package>",
                ["licenseUrl 1 MIT"]
            ),
            (
                .msbuild,
                "<Project Sdk=\"x\">\n<PropertyGroup><A>1</A></PropertyGroup>\n<PropertyGroup>\n"
                    + "<PackageLicenseExpression>Apache-2.0</PackageLicenseExpression></PropertyGroup></Project>",
                ["PackageLicenseExpression 4 Apache-2.0"]
            ),
        ])
    func xml(format: ManifestFormat, text: String, expected: [String]) throws {
        #expect(try summaries(format, text) == expected)
    }

    @Test(
        "the YAML manifests",
        arguments: [
            (
                ManifestFormat.publiccode, "publiccodeYmlVersion: '0.2'\nlegal:\n  license: AGPL-3.0-or-later\n",
                ["legal.license 3 AGPL-3.0-or-later"]
            ),
            (.publiccode, "name: x\nlicense: MIT\n", []),
            (.citation, "cff-version: 1.2.0\nlicense: MIT\n", ["license 2 MIT"]),
            (.citation, "license:\n  - MIT\n  - Apache-2.0\n", ["license 2 MIT OR Apache-2.0"]),
            (.citation, "license-url: \"https://spdx.org/licenses/EUPL-1.2\"\r\n", ["license-url 1 EUPL-1.2"]),
            (.citation, "", []),
        ])
    func yaml(format: ManifestFormat, text: String, expected: [String]) throws {
        #expect(try summaries(format, text) == expected)
    }

    @Test(
        "the manifests of fields",
        arguments: [
            (ManifestFormat.rDescription, "Package: gustave\nLicense: GPL-3\n", ["license 2 GPL-3.0-only"]),
            (.rDescription, "Package: d\nLicense: CeCILL (>= 2.1)\n", ["license 2 CECILL-2.1"]),
            (.rDescription, "License: MIT + file LICENSE\nEncoding: UTF-8", ["license 1 MIT"]),
            (.rDescription, "License: GPL-2 |\n    GPL-3\n", ["license 1 GPL-2.0-only OR GPL-3.0-only"]),
            (.rDescription, "License: file LICENCE\n", ["license 1 file LICENCE"]),
            (
                .cabal, "name: a\nlicense:        BSD3\nlicense-file: LICENSE\nlibrary\n  license: MIT\n",
                ["license 2 BSD-3-Clause", "license-file 3 file LICENSE"]
            ),
            (
                .debianCopyright,
                "Format: x\n\nFiles: debian/*\nLicense: MIT\n\nFiles: *\nLicense: GPL-2+\n The text.\n .\n More.\n",
                ["license 7 GPL-2.0-or-later"]
            ),
            (
                .setupCfg,
                "[bdist]\nlicense = MIT\n[metadata]\nname = x\nlicense = AGPLv3+\nlicense_files =\n  LICENSE\n"
                    + "classifiers =\n    Topic :: X\n    License :: OSI Approved :: MIT License\n[options]\nlicense = ISC\n",
                ["license 5 AGPL-3.0-or-later", "license_files 6 file LICENSE", "classifiers 10 MIT"]
            ),
            (.setupCfg, "[metadata]\nlicense = file: COPYING\n", ["license 2 file COPYING"]),
            (.setupCfg, "[flake8]\nmax = 1\n", []),
        ])
    func fields(format: ManifestFormat, text: String, expected: [String]) throws {
        #expect(try summaries(format, text) == expected)
    }

    @Test(
        "setup.py is read and never run",
        arguments: [
            ("setup(\n  name='x',\n  license='AGPLv3+',\n)", ["license 3 AGPL-3.0-or-later"]),
            ("setup(license=\"License-Expression :: AGPL-3.0-or-later\")", ["license 1 AGPL-3.0-or-later"]),
            ("setup(license='http://www.fsf.org/licensing/licenses/agpl-3.0.html')", ["license 1 AGPL-3.0-only"]),
            ("setup(license='{{ cookiecutter.license }}')", []),
            ("setup(license = 'LGPL')  # license='MIT'", ["license 1 LGPL-2.0-or-later"]),
            (
                "setup(license='LGPL', classifiers=[\n 'License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)',\n"
                    + " \"Framework :: Django\",\n])", ["license 1 LGPL-2.0-or-later", "classifiers 2 LGPL-3.0-only"]
            ),
            ("LICENSE = 'MIT'\nsetup(license=LICENSE)", ["license 1 MIT"]),
            ("setup(**{'license': 'MIT'})", ["license 1 MIT"]),
            ("setup(license=('GNU Affero '\n  'GPLv3'))", ["license 1 AGPL-3.0-only"]),
            ("long = \"\"\"\nlicense = 'GPL'\n\"\"\"\nsetup(name='a', license_file='LICENSE')", []),
            (
                "classifiers=['License :: OSI Approved :: GNU Library or'\n  ' Lesser General Public License (LGPL)']",
                ["classifiers 1 LGPL-2.0-or-later"]
            ),
            ("setup(license=open('LICENSE').read())", []),
            (
                "classifiers = [\"License :: OSI Approved :: GNU General Public License (GPL)\"]",
                ["classifiers 1 GPL-1.0-or-later"]
            ),
        ])
    func setupPy(text: String, expected: [String]) throws {
        #expect(try summaries(.setupPy, text) == expected)
    }

    @Test(
        "the other manifests that are programs",
        arguments: [
            (
                ManifestFormat.gemspec,
                "Gem::Specification.new do |s|\n  s.name = 'a'\n  s.license = \"MIT\".freeze\nend", ["license 3 MIT"]
            ),
            (.gemspec, "s.licenses = ['MIT', 'EUPL-1.2']", ["licenses[0] 1 MIT", "licenses[1] 1 EUPL-1.2"]),
            (.opam, "opam-version: \"2.0\"\nlicense: \"Apache-2.0\"\n", ["license 2 Apache-2.0"]),
            (.opam, "license: [\"MIT\" \"ISC\"]", ["license[0] 1 MIT", "license[1] 1 ISC"]),
            (
                .leiningen,
                "(defproject x \"0.1\"\n  :license {:name \"Eclipse Public License\"\n"
                    + "            :url \"http://www.eclipse.org/legal/epl-v10.html\"})", [":license 3 EPL-1.0"]
            ),
            (
                .leiningen, "(defproject x \"0.1\" :license {:name \"Eclipse Public License\"})",
                [":license 1 family Eclipse Public License"]
            ),
            (
                .gradle,
                "pom { licenses { license {\n name = 'The Apache License, Version 2.0' // GPL\n url = 'http://x' } } }",
                ["license 2 Apache-2.0"]
            ),
            (.gradle, "licenses { license { name.set(\"MIT\") } }", ["license 1 MIT"]),
            (.gradle, "apply plugin: 'license'", []),
            (.mix, "def package do\n [licenses: [\"Apache-2.0\"], links: %{}]\nend", ["licenses 2 Apache-2.0"]),
        ])
    func programs(format: ManifestFormat, text: String, expected: [String]) throws {
        #expect(try summaries(format, text) == expected)
    }

    @Test("Latin-1, UTF-16 and a byte-order mark are read")
    func encodings() throws {
        let latin1 = Array("Package: a\nLicense: Propri".utf8) + [0xE9] + Array("taire\n".utf8)
        #expect(try ManifestFormat.rDescription.parse(latin1).declarations.map(summary) == ["license 2 proprietary"])
        let utf16: [UInt8] =
            [0xFF, 0xFE] + Array("{\"license\":\"MIT\"}".utf8).flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
        #expect(try ManifestFormat.npm.parse(utf16).declarations.map(summary) == ["license 1 MIT"])
    }

    @Test("the bytes may belong to someone else")
    func rawBytes() throws {
        let manifest = try Array("{\"license\":\"MIT\"}".utf8).withUnsafeBytes { try ManifestFormat.npm.parse($0) }
        #expect(manifest.declarations.map(\.statement) == ["MIT"])
    }
}
