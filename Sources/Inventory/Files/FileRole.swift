// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Which files matter, by their names alone: nothing is read to decide what to read.

import Git
import Licensing
import Manifests

/// What a file can tell about the repository.
enum FileRole: Equatable {
    /// A licence text or statement: LICENSE, LICENCE.md, COPYING.LESSER, MIT-LICENSE …
    case legal(LegalScope)
    /// A text in REUSE's `LICENSES/` folder, or one of its likes.
    case licensesFolder
    /// REUSE.toml or `.reuse/dep5`.
    case reuse
    case manifest(ManifestFormat)
    case readme
    /// NOTICE at the root: what the project says of itself and of others' parts in it.
    case notice
    case contributing
    case changelog
}

/// What a legal file's name says that it speaks of.
enum LegalScope: Equatable {
    case project
    /// Fonts, images, documentation, data, third parties: "LICENSE_FONTS", "THIRD-PARTY-LICENSES".
    case part
}

extension FileRole {
    /// The role of a file by its name, in lower case, and its folder; nil for one that says nothing.
    init?(name: String, in folder: Folder, path: GitPath) {
        let folders = folder.names
        if name == "reuse.toml" || (name == "dep5" && folders.last == ".reuse") {
            self = .reuse
        } else if let format = ManifestFormat.recognize(lowercasedName: name, path: path.bytes) {
            self = .manifest(format)
        } else if folders.last == "licenses" || folders.last == "licences" {
            guard Self.isProse(name) else { return nil }
            self = .licensesFolder
        } else if let scope = Self.legalScope(name) {
            self = .legal(scope)
        } else if folders.count == 1, Self.legalStems.contains(folders[0]), Self.isProse(name) {
            self = .legal(.project)  // a folder named LICENSE that holds the texts
        } else if folders.isEmpty, name.fileStem == "notice", Self.isProse(name) {
            self = .notice
        } else if let role = Self.described[String(name.fileStem)] {
            guard Self.isProse(name) else { return nil }
            self = role
        } else {
            return nil
        }
    }

    /// "Licence" in the languages of the Union's forges.
    private static let legalStems: Set<String> = [
        "license", "licence", "licenses", "licences", "copying", "unlicense", "unlicence", "copyright", "lizenz",
        "licenza", "licencia", "licenca", "licentie", "copyrights", "mit-license", "eula",
    ]

    /// Words in a legal file's name that make it speak of a part.
    private static let partWords: Set<String> = [
        "font", "fonts", "fonte", "fontes", "icon", "icons", "image", "images", "img", "asset", "assets", "artwork",
        "logo", "logos", "media", "doc", "docs", "documentation", "data", "donnees", "content", "third", "3rd",
        "thirdparty", "3rdparty", "vendor", "vendored", "dependencies", "deps", "bundled", "binary", "libs",
        "notices", "report",
    ]

    private static let proseExtensions: Set<String> = [
        "", "txt", "md", "markdown", "mdown", "mkd", "rst", "org", "adoc", "asciidoc", "html", "htm", "rtf", "tex",
        "text",
        "textile", "pdf", "odt", "docx", "pod", "creole", "fr", "en", "lesser", "gpl", "lgpl", "mit", "lgpl3", "gpl3",
    ]

    private static let codeExtensions: Set<String> = [
        "py", "js", "mjs", "cjs", "ts", "tsx", "jsx", "vue", "rb", "java", "php", "go", "rs", "c", "h", "cpp", "hpp",
        "cs", "swift", "kt", "scala", "css", "scss", "sass", "less", "json", "yml", "yaml", "xml", "csv", "tsv", "png",
        "svg", "jpg", "jpeg", "gif", "ico", "sh", "sql", "r", "rmd", "ejs", "erb", "haml", "twig", "snap", "toml",
        "lock",
        "po", "mo", "pot", "xlsx", "ods", "j2", "hbs", "njk", "pug", "svelte", "ipynb", "bat", "ps1", "pl", "pm", "lua",
        "clj", "ex", "exs", "hs", "ml", "dart", "m", "properties", "header", "tmpl", "tpl", "mustache", "spec",
    ]

    /// Whether a legal file's name, in lower case, is that of a component before the word: "bouncycastle-LICENSE.txt", and not
    /// "MIT-LICENSE" or "GPLv3-LICENSE". Beside a plain LICENSE it speaks of that component.
    static func namesComponent(_ name: String) -> Bool {
        let words = legalWords(of: name)
        guard let last = words.last, plainStems.contains(last), words.count > 1 else { return false }
        return !words.contains { licenseNames.contains(family($0)) || projectWords.contains($0) }
    }

    /// Whether a legal file's name is the word alone: "LICENSE.txt".
    static func isPlain(_ name: String) -> Bool {
        let words = legalWords(of: name)
        return words.count == 1 && plainStems.contains(words[0])
    }

    /// The words for a licence's text, and not for whom it binds.
    private static let plainStems = legalStems.subtracting(["copyright", "copyrights", "eula", "mit-license"])

    private static func words(of name: String) -> [String] {
        name.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    /// The words of a name without the ending of a text.
    private static func legalWords(of name: String) -> [String] {
        var words = words(of: name)
        if words.count > 1, let last = words.last, textEndings.contains(last) { words.removeLast() }
        return words
    }
    private static let textEndings = proseExtensions.subtracting(["lesser", "gpl", "lgpl", "mit", "lgpl3", "gpl3"])

    /// "gpl" of "gplv3", "apache" of "apache2".
    private static func family(_ word: String) -> String {
        let name = String(word.reversed().drop { $0.isNumber }.reversed())
        return name.count < word.count && name.count > 1 && name.last == "v" ? String(name.dropLast()) : name
    }

    /// What SPDX's identifiers begin with: "mit", "apache", "cecill".
    private static let licenseNames = Set(
        SPDXLicenseList.licenses.compactMap {
            $0.identifier.split(separator: "-").first.map { family($0.lowercased()) }
        }
    ).union(["gnu", "public", "creative", "eclipse", "mozilla", "ouverte", "open", "free", "libre"])
    private static let projectWords: Set<String> = [
        "project", "projet", "code", "source", "sources", "software", "logiciel", "main", "full", "text", "texte",
    ]

    /// Whether a folder of this name, in lower case, stands for a legal file.
    static func isLegalFolder(_ name: String) -> Bool { legalScope(name) == .project }

    /// Files that describe the repository, by what stands before the first dot.
    private static let described: [String: FileRole] = [
        "readme": .readme, "lisezmoi": .readme, "contributing": .contributing, "changelog": .changelog,
        "changes": .changelog, "news": .changelog, "history": .changelog,
    ]

    private static func isProse(_ name: String) -> Bool {
        proseExtensions.contains(String(name.fileEnding)) || !isCode(name)
    }
    private static func isCode(_ name: String) -> Bool { codeExtensions.contains(String(name.fileEnding)) }

    /// One of these is in every legal file's name: most names are dismissed by them.
    private static let marks: [StaticString] = ["licen", "copy", "lizenz", "eula"]

    private static func legalScope(_ name: String) -> LegalScope? {
        guard marks.contains(where: name.holds), !isCode(name), !name.hasPrefix(".") else { return nil }
        let words = words(of: name)
        guard let first = words.first, let last = words.last(where: { !proseExtensions.contains($0) }) ?? words.last
        else {
            return nil
        }
        let names =
            legalStems.contains(first) || legalStems.contains(last)
            || (words.count <= 3 && words.contains { legalStems.contains($0) })
        guard names else { return nil }
        return words.contains { partWords.contains($0) } ? .part : .project
    }
}
