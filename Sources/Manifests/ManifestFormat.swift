// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Which files are manifests, and which parser reads each. To teach codescan a format, add a case, its file names and its
// parser.
//
//     if let format = ManifestFormat.recognize(path: "app/package.json") {
//         let manifest = try format.parse(bytes)
//     }

/// A kind of manifest.
public enum ManifestFormat: String, Sendable, Hashable, CaseIterable {
    /// npm.
    case npm = "package.json"
    /// Bower.
    case bower = "bower.json"
    /// Composer (PHP).
    case composer = "composer.json"
    /// CodeMeta.
    case codemeta = "codemeta.json"
    /// Zenodo's deposit metadata.
    case zenodo = ".zenodo.json"
    /// Frictionless Data's package of data.
    case dataPackage = "datapackage.json"
    /// Frictionless Data's Table Schema; a file of this name may be another kind of schema.
    case tableSchema = "schema.json"
    /// Python's PEP 621, Poetry and Flit.
    case pyproject = "pyproject.toml"
    /// Setuptools' declarative configuration.
    case setupCfg = "setup.cfg"
    /// Setuptools' script; it is read, never run.
    case setupPy = "setup.py"
    /// Cargo (Rust).
    case cargo = "Cargo.toml"
    /// Maven.
    case maven = "pom.xml"
    /// R's package description.
    case rDescription = "DESCRIPTION"
    /// RubyGems' specification.
    case gemspec = "gemspec"
    /// opam (OCaml).
    case opam = "opam"
    /// Leiningen (Clojure).
    case leiningen = "project.clj"
    /// Cabal (Haskell).
    case cabal = "cabal"
    /// Gradle's publication block, in Groovy or Kotlin.
    case gradle = "build.gradle"
    /// Mix (Elixir).
    case mix = "mix.exs"
    /// NuGet's specification.
    case nuspec = "nuspec"
    /// MSBuild's project (C#, F#, Visual Basic).
    case msbuild = "csproj"
    /// The Citation File Format.
    case citation = "CITATION.cff"
    /// publiccode.yml.
    case publiccode = "publiccode.yml"
    /// Debian's machine-readable copyright file.
    case debianCopyright = "debian/copyright"
}

extension ManifestFormat {
    /// The largest file that is read, in bytes. The largest manifests of the field stay far below.
    public static let maximumSize = 1 << 20

    /// The format that a path's last component names, if any; case is ignored, except for R's `DESCRIPTION`.
    public static func recognize(path: some StringProtocol) -> ManifestFormat? {
        recognize(path: Array(path.utf8))
    }

    /// The format that a git path names, if any.
    public static func recognize(path: [UInt8]) -> ManifestFormat? {
        let start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        return recognize(lowercasedName: String(decoding: path[start...], as: UTF8.self).lowercased(), path: path)
    }

    /// The same for a caller who has the last component in lower case.
    public static func recognize(lowercasedName key: String, path: [UInt8]) -> ManifestFormat? {
        if let format = byName[key] { return format }
        if key == "description" { return path.suffix(11).elementsEqual("DESCRIPTION".utf8) ? .rDescription : nil }
        if key == "copyright" { return path.suffix(16).starts(with: "debian/".utf8) ? .debianCopyright : nil }
        guard let dot = key.utf8.lastIndex(of: UInt8(ascii: ".")), dot > key.startIndex else { return nil }
        return bySuffix[String(key[key.utf8.index(after: dot)...])]
    }

    /// Reads a manifest. Nothing is executed, no entity is expanded, nesting and size are bounded.
    public func parse(_ bytes: [UInt8]) throws(ManifestError) -> Manifest {
        guard bytes.count <= Self.maximumSize else { throw ManifestError(rawValue, .tooLarge(bytes: bytes.count)) }
        return try parser(ManifestText(bytes), self)
    }

    /// Reads a manifest from memory that someone else owns.
    public func parse(_ bytes: UnsafeRawBufferPointer) throws(ManifestError) -> Manifest {
        guard bytes.count <= Self.maximumSize else { throw ManifestError(rawValue, .tooLarge(bytes: bytes.count)) }
        return try parse(Array(bytes))
    }

    private typealias Parser = (ManifestText, ManifestFormat) throws(ManifestError) -> Manifest

    private var parser: Parser {
        switch self {
        case .npm, .bower, .composer, .codemeta, .zenodo, .dataPackage, .tableSchema: JSONManifest.parse
        case .pyproject, .cargo: TOMLManifest.parse
        case .citation, .publiccode: YAMLManifest.parse
        case .maven, .nuspec, .msbuild: XMLManifest.parse
        case .rDescription, .cabal, .debianCopyright, .setupCfg: FieldManifest.parse
        case .setupPy, .gemspec, .opam, .leiningen, .gradle, .mix: SourceManifest.parse
        }
    }

    private static let byName: [String: ManifestFormat] = [
        "package.json": .npm, "bower.json": .bower, "composer.json": .composer, "codemeta.json": .codemeta,
        ".zenodo.json": .zenodo, "datapackage.json": .dataPackage, "schema.json": .tableSchema,
        "pyproject.toml": .pyproject, "setup.cfg": .setupCfg, "setup.py": .setupPy,
        "cargo.toml": .cargo, "pom.xml": .maven, "opam": .opam, "project.clj": .leiningen, "mix.exs": .mix,
        "build.gradle": .gradle, "build.gradle.kts": .gradle, "citation.cff": .citation,
        "publiccode.yml": .publiccode, "publiccode.yaml": .publiccode,
    ]

    private static let bySuffix: [String: ManifestFormat] = [
        "gemspec": .gemspec, "opam": .opam, "cabal": .cabal, "nuspec": .nuspec, "csproj": .msbuild, "fsproj": .msbuild,
        "vbproj": .msbuild,
    ]
}
