// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The vocabulary of licence statements, English and French: what each phrase says. Phrases are folded as LicenseWords
// folds a text; the longest phrase that fits wins. To teach codescan a name, add it to its row.

/// What a phrase contributes to a statement.
enum LicensePhrase: Sendable, Hashable {
    case family(LicenseFamily)
    case license(String)
    case version([Int])
    case orLater
    case only
    case or
    case and
    case slash
    case proprietary
    case noise
    case unknown
}

enum LicensePhrases {
    /// The longest phrase that begins at `index`, and how many words it takes.
    static func longest(in words: [String], at index: Int) -> (phrase: LicensePhrase, length: Int)? {
        byFirstWord[words[index]]?.first { candidate in
            words[index...].starts(with: candidate.words)
        }.map { ($0.phrase, $0.words.count) }
    }

    private static let byFirstWord: [String: [(words: [String], phrase: LicensePhrase)]] = {
        var index: [String: [(words: [String], phrase: LicensePhrase)]] = [:]
        for (phrase, texts) in table + creativeCommons {
            for text in texts {
                let words = text.split(separator: " ").map(String.init)
                index[words[0], default: []].append((words, phrase))
            }
        }
        return index.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()

    private static func family(_ name: String, _ stem: String) -> LicensePhrase {
        .family(LicenseFamily(name, stem))
    }

    private static let table: [(LicensePhrase, [String])] = [
        (
            .family(.agpl),
            [
                "agpl", "affero", "affero gpl", "affero general public", "affero gnu general public",
                "publique generale gnu affero", "publique generale affero gnu", "publique generale affero",
                "generale publique gnu affero", "generale publique affero",
            ]
        ),
        (
            .family(.lgpl),
            [
                "lgpl", "lesser gpl", "lesser general public", "library general public",
                "library or lesser general public", "publique generale amoindrie", "publique generale limitee",
                "publique generale gnu amoindrie", "publique generale gnu limitee", "generale publique limitee",
            ]
        ),
        (.family(.gpl), ["gpl", "general public", "publique generale", "generale publique"]),
        (.family(.gfdl), ["gfdl", "fdl", "free documentation"]),
        (.family(.apache), ["apache", "apache software", "apache software foundation", "asl"]),
        (.family(.bsd), ["bsd", "berkeley software distribution"]),
        (
            .license("BSD-3-Clause"),
            ["new bsd", "modified bsd", "revised bsd", "bsd new", "bsd modified", "bsd revised"]
        ),
        (.license("BSD-2-Clause"), ["simplified bsd", "freebsd", "free bsd"]),
        (.version([3]), ["new or revised", "three"]),
        (.version([2]), ["simplified", "two"]),
        (.license("0BSD"), ["zero clause bsd", "bsd zero clause"]),
        (.family(.cecill), ["cecill", "cea cnrs inria logiciel libre", "ce a cnrs inria logiciel libre"]),
        (.license("CECILL-B"), ["cecill b"]),
        (.license("CECILL-C"), ["cecill c"]),
        (
            .family(.eupl),
            [
                "eupl", "european union public", "eu public", "publique de l union europeenne",
                "publique de la union europeenne", "publique europeenne", "pubblica dell unione europea",
            ]
        ),
        (
            .family(.openLicence),
            [
                "licence ouverte", "license ouverte", "licences ouvertes", "licence ouverte etalab",
                "licence ouverte / open licence", "licence ouverte / open license", "open licence", "etalab",
                "etalab licence ouverte", "open licence etalab", "etalab open licence", "lo", "fr lo",
            ]
        ),
        (family("Open Government Licence", "OGL-UK-"), ["open government", "ogl", "ogl uk", "uk open government"]),
        (family("Mozilla Public License", "MPL-"), ["mpl", "mozilla", "mozilla public", "publique mozilla"]),
        (family("Eclipse Public License", "EPL-"), ["epl", "eclipse", "eclipse public", "publique eclipse"]),
        (family("Artistic License", "Artistic-"), ["artistic"]),
        (
            family("Common Development and Distribution License", "CDDL-"),
            ["cddl", "common development and distribution"]
        ),
        (family("Common Public License", "CPL-"), ["cpl", "common public"]),
        (family("Open Software License", "OSL-"), ["osl", "open software"]),
        (family("Academic Free License", "AFL-"), ["afl", "academic free"]),
        (family("SIL Open Font License", "OFL-"), ["ofl", "open font", "sil open font", "sil ofl"]),
        (family("Zope Public License", "ZPL-"), ["zpl", "zope public"]),
        (family("LaTeX Project Public License", "LPPL-"), ["lppl", "latex project public"]),
        (family("PHP License", "PHP-"), ["php"]),
        (family("Python License", "Python-"), ["python"]),
        (family("Universal Permissive License", "UPL-"), ["upl", "universal permissive"]),
        (family("Server Side Public License", "SSPL-"), ["sspl", "server side public"]),
        (family("Business Source License", "BUSL-"), ["busl", "business source"]),
        (family("Elastic License", "Elastic-"), ["elastic"]),
        (
            .license("MIT"),
            ["mit", "expat", "mit expat", "mit / expat", "expat mit", "mit x 11", "mit / x 11", "x 11 / mit"]
        ),
        (.license("MIT-0"), ["mit 0", "mit no attribution"]),
        (.license("X11"), ["x 11"]),
        (.license("ISC"), ["isc", "iscl", "internet systems consortium"]),
        (.license("Unlicense"), ["unlicense"]),
        (.license("WTFPL"), ["wtfpl", "do what the fuck you want to public"]),
        (.license("Zlib"), ["zlib", "zlib libpng", "zlib / libpng"]),
        (.license("BSL-1.0"), ["boost", "boost software", "bsl"]),
        (.license("PostgreSQL"), ["postgresql"]),
        (.license("PSF-2.0"), ["psf", "psfl", "python software foundation"]),
        (.license("NCSA"), ["ncsa", "university of illinois / ncsa", "university of illinois ncsa"]),
        (.license("HPND"), ["hpnd", "historical permission notice and disclaimer"]),
        (.license("W3C"), ["w 3 c"]),
        (.license("MS-PL"), ["ms pl", "microsoft public"]),
        (.license("MS-RL"), ["ms rl", "microsoft reciprocal"]),
        (.license("ODbL-1.0"), ["odbl", "odc odbl", "open database", "open data commons open database"]),
        (.license("ODC-By-1.0"), ["odc by", "open data commons attribution"]),
        (.license("PDDL-1.0"), ["pddl", "odc pddl", "open data commons public domain dedication and"]),
        (
            .license("CC0-1.0"),
            ["cc 0", "cc zero", "creative commons zero", "creative commons 0", "creative commons cc 0"]
        ),
        (
            .orLater,
            [
                "+", ">=", "or later", "or any later", "or greater", "or newer", "or higher", "or above", "or superior",
                "or any newer", "and later", "and above", "and newer", "any later", "and any later", "later",
                "at your option any later", "or at your option any later", "ou ulterieure", "ou ulterieures",
                "ou ulterieur", "ou plus recent", "ou plus recente", "ou plus", "ou superieur", "ou superieure",
                "ou posterieure", "ou suivante", "ou suivantes", "et ulterieures", "et suivantes", "et superieures",
                "ou toute version ulterieure", "ou toute version plus recente", "ou toute version posterieure",
                "ou une version ulterieure", "ou version ulterieure", "or any later version", "or a later",
                "or a newer",
            ]
        ),
        (.only, ["only", "==", "seulement", "uniquement"]),
        (.or, ["or", "ou", "|", "| |"]),
        (.and, ["and", "et", "&", "& &"]),
        (.slash, ["/"]),
        (
            .proprietary,
            [
                "unlicensed", "proprietary", "proprietaire", "proprietaires", "private", "prive", "privee",
                "commercial",
                "closed source", "all rights reserved", "tous droits reserves", "other / proprietary",
            ]
        ),
        (
            .noise,
            [
                "a", "the", "of", "for", "under", "sous", "la", "le", "les", "l", "d", "de", "du", "des", "v", "ver",
                "version", "versions", "license", "licence", "licenses", "licences", "licensed", "licensing", "gnu",
                "agreement", "software", "free software", "open source", "opensource", "logiciel", "libre", "osi",
                "approved", "osi approved", "spdx", "project", "projet", "code", "clause", "clauses", "dual", "dually",
                "either", "both", "international", "intl", "universal", "unported", "generic", "france", "fr", "en",
                "public domain dedication", "see", "voir", "cf", "at", "terms", "termes", "term", "is", "est",
                "distributed", "released", "distribue", "standard", ",", "deed", "legalcode", "public", "publique",
            ]
        ),
    ]

    /// "CC BY-SA", "Creative Commons Attribution-ShareAlike", "Attribution - Partage dans les mêmes conditions", …
    private static let creativeCommons: [(LicensePhrase, [String])] = {
        let attribution = ["by", "attribution", "paternite"]
        let elements: [String: [String]] = [
            "NC": ["nc", "noncommercial", "non commercial", "pas d utilisation commerciale"],
            "SA": ["sa", "sharealike", "share alike", "partage dans les memes conditions", "partage a l identique"],
            "ND": ["nd", "noderivatives", "no derivatives", "noderivs", "pas de modification"],
        ]
        let kinds: [[String]] = [[], ["SA"], ["NC"], ["ND"], ["NC", "SA"], ["NC", "ND"]]
        var rows: [(LicensePhrase, [String])] = [(.family(.creativeCommons), ["cc", "creative commons"])]
        for kind in kinds {
            var texts = attribution
            for element in kind {
                texts = texts.flatMap { text in (elements[element] ?? []).map { "\(text) \($0)" } }
            }
            let bare = texts.filter { !$0.hasPrefix("by") }
            let prefixed = ["cc", "creative commons", "creative commons cc"].flatMap { prefix in
                texts.map { "\(prefix) \($0)" }
            }
            let stem = (["CC-BY"] + kind).joined(separator: "-") + "-"
            rows.append((family((["CC BY"] + kind).joined(separator: "-"), stem), prefixed + bare))
        }
        return rows
    }()
}
