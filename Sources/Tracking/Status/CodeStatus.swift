// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The statuses in use in the table. They are the table's own words, in French whatever the language of codescan.

import Inventory

/// What `Statut_Code_Source` says.
public enum CodeStatus: String, Sendable, Codable, CaseIterable {
    case onDataGouv = "Disponible sur data.gouv.fr"
    case available = "Disponible"
    case partlyAvailable = "Partiellement disponible"
    case planned = "Planifié"
    case unavailable = "Non disponible"

    /// The status that a cell means, whatever its case, accents and spaces; nil for other words and for none.
    public init?(reading text: String) {
        guard let status = Self.byWords[Words.spaced(text)] else { return nil }
        self = status
    }

    private static let byWords = Dictionary(uniqueKeysWithValues: allCases.map { (Words.spaced($0.rawValue), $0) })
}

/// Text brought to words, to be compared.
enum Words {
    /// The text in lower case, without accents, each run of spaces one.
    static func spaced(_ text: String) -> String {
        text.folded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
