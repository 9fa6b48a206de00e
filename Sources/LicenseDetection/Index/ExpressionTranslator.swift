// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// LicenseDB's expressions are written in its own keys ("gpl-2.0-plus WITH classpath-exception-2.0"); the index keeps
// them in SPDX identifiers. Where LicenseDB gives a translation of a text an identifier of its own, the identifier that
// SPDX gives the licence is used: the French text of CeCILL 2.1 *is* CECILL-2.1.

struct ExpressionTranslator {
    private var identifiers: [String: String] = [:]

    init(_ licenses: [LicenseFile]) {
        for license in licenses { identifiers[license.key] = license.spdxIdentifier }
        identifiers.merge(Self.translations) { _, ours in ours }
    }

    /// LicenseDB keys of translations → SPDX. CeCILL's, Licence Ouverte's and the Mulan licences' language versions are
    /// equally authentic (CeCILL 2.1, article 13.3; the others are bilingual by their publishers).
    private static let translations: [String: String] = [
        "cecill-2.0-fr": "CECILL-2.0",
        "cecill-2.1-fr": "CECILL-2.1",
        "cecill-1.0-en": "CECILL-1.0",
        "cecill-b-en": "CECILL-B",
        "cecill-c-en": "CECILL-C",
        "etalab-2.0-en": "etalab-2.0",
        "mulanpsl-1.0-en": "MulanPSL-1.0",
        "mulanpsl-2.0-en": "MulanPSL-2.0",
        "d-fsl-1.0-en": "D-FSL-1.0",
        "dl-de-by-2-0-en": "DL-DE-BY-2.0",
    ]

    /// The expression in SPDX identifiers; a key that no licence file has becomes `LicenseRef-scancode-KEY`.
    func translate(_ expression: String) -> String {
        var result = ""
        var key = ""
        func flush() {
            if key.isEmpty { return }
            switch key.uppercased() {
            case "AND", "OR", "WITH": result += key.uppercased()
            default: result += identifiers[key.lowercased()] ?? (Self.isSPDX(key) ? key : "LicenseRef-scancode-" + key)
            }
            key = ""
        }
        for character in expression {
            if character == " " || character == "(" || character == ")" || character.isNewline {
                flush()
                result.append(character.isNewline ? " " : character)
            } else {
                key.append(character)
            }
        }
        flush()
        return result
    }

    /// Rules of our own may name a licence by its SPDX identifier or `LicenseRef-`.
    private static func isSPDX(_ key: String) -> Bool { key.hasPrefix("LicenseRef-") || key != key.lowercased() }
}
