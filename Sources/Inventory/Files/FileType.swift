// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a file is by its name's ending: source code of a language, a document, or data. A table, after GitHub
// Linguist's names for the languages.

enum FileType: Equatable {
    case source(language: String)
    case document
    case data

    /// The type of a file by its name, in lower case.
    init?(name: String) {
        if let language = Self.namedFiles[name] {
            self = .source(language: language)
        } else if let type = Self.byEnding[String(name.fileEnding)] {
            self = type
        } else {
            return nil
        }
    }

    /// The tables below as one: a language's file before a document, a document before data.
    private static let byEnding: [String: FileType] = {
        let types =
            languages.map { ($0.key, FileType.source(language: $0.value)) }
            + documentEndings.map { ($0, .document) } + dataEndings.map { ($0, .data) }
        return Dictionary(types, uniquingKeysWith: { first, _ in first })
    }()

    private static let namedFiles: [String: String] = [
        "makefile": "Makefile", "dockerfile": "Dockerfile", "rakefile": "Ruby", "gemfile": "Ruby",
        "cmakelists.txt": "CMake",
        "jenkinsfile": "Groovy", "vagrantfile": "Ruby",
    ]

    private static let languages: [String: String] = [
        "ada": "Ada", "adb": "Ada", "ads": "Ada", "as": "ActionScript", "asm": "Assembly", "awk": "Awk",
        "bash": "Shell",
        "bat": "Batchfile", "c": "C", "cc": "C++", "catala_fr": "Catala", "catala_en": "Catala", "clj": "Clojure",
        "cljs": "Clojure", "cljc": "Clojure", "cob": "COBOL", "cbl": "COBOL", "coffee": "CoffeeScript", "cpp": "C++",
        "cs": "C#", "css": "CSS", "cu": "Cuda", "cxx": "C++", "d": "D", "dart": "Dart", "el": "Emacs Lisp",
        "elm": "Elm",
        "erb": "HTML+ERB", "erl": "Erlang", "ex": "Elixir", "exs": "Elixir", "f": "Fortran", "f77": "Fortran",
        "f90": "Fortran", "f95": "Fortran", "for": "Fortran", "fs": "F#", "go": "Go", "gradle": "Gradle",
        "groovy": "Groovy",
        "h": "C", "hh": "C++", "hpp": "C++", "hs": "Haskell", "html": "HTML", "htm": "HTML", "hx": "Haxe",
        "ipynb": "Jupyter Notebook", "java": "Java", "jl": "Julia", "js": "JavaScript", "jsp": "Java Server Pages",
        "jsx": "JavaScript", "kt": "Kotlin", "kts": "Kotlin", "less": "Less", "lisp": "Common Lisp", "lua": "Lua",
        "m": "M", "mjs": "JavaScript", "cjs": "JavaScript", "ml": "OCaml", "mli": "OCaml", "mm": "Objective-C++",
        "nf": "Nextflow", "nim": "Nim", "nix": "Nix", "pas": "Pascal", "php": "PHP", "pl": "Perl", "pm": "Perl",
        "pro": "IDL", "ps1": "PowerShell", "psm1": "PowerShell", "py": "Python", "pyx": "Cython", "qml": "QML",
        "r": "R",
        "rmd": "RMarkdown", "qmd": "RMarkdown", "rb": "Ruby", "rs": "Rust", "sas": "SAS", "sass": "Sass",
        "scala": "Scala",
        "scm": "Scheme", "scss": "SCSS", "sh": "Shell", "smk": "Snakemake", "sol": "Solidity", "sql": "SQL",
        "stan": "Stan", "svelte": "Svelte", "swift": "Swift", "tcl": "Tcl", "tf": "HCL", "ts": "TypeScript",
        "tsx": "TypeScript", "twig": "Twig", "v": "V", "vb": "Visual Basic", "vba": "VBA", "vbs": "VBScript",
        "vhd": "VHDL", "vhdl": "VHDL", "vue": "Vue", "xsl": "XSLT", "xslt": "XSLT", "zig": "Zig", "zsh": "Shell",
    ]

    private static let documentEndings: Set<String> = [
        "md", "markdown", "mdx", "rst", "org", "adoc", "asciidoc", "tex", "txt", "pdf", "odt", "doc", "docx", "odp",
        "ppt",
        "pptx", "epub", "textile", "rtf",
    ]

    private static let dataEndings: Set<String> = [
        "csv", "tsv", "parquet", "geojson", "shp", "dbf", "shx", "gpkg", "kml", "gml", "xlsx", "xls", "ods", "rds",
        "rdata",
        "rda", "feather", "arrow", "sqlite", "db", "nc", "hdf5", "h5", "ttl", "rdf", "nt", "jsonl", "ndjson", "dta",
        "sav",
        "tif", "tiff", "json", "xml", "owl", "topojson", "avro", "zip", "gz", "7z",
    ]
}
