// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The rules by which a status is given, each in a sentence: the table of docs/track.md and every output say the same.

import Inventory
import Languages

/// Why a commitment has the status it has.
public enum StatusRule: String, Sendable, Codable, CaseIterable {
    case open, noLicense, dataLicense, notFree, unknownLicense, empty, noneFree, partOfRepositories
    case vanished, notYetCreated
    case unproven, unread, absent, notLookedAt, noRepository
    case plannedKept, plannedByDate, onDataGouvKept, keptAsWritten

    /// The status it gives; nil where it leaves the cell as it is.
    public var status: CodeStatus? {
        switch self {
        case .open: .available
        case .noLicense, .dataLicense, .notFree, .unknownLicense, .empty, .noneFree, .partOfRepositories:
            .partlyAvailable
        case .vanished, .notYetCreated: .unavailable
        case .plannedByDate: .planned
        case .unproven, .unread, .absent, .notLookedAt, .noRepository, .plannedKept, .onDataGouvKept, .keptAsWritten:
            nil
        }
    }

    /// The rule in a sentence.
    public func sentence(_ language: Language) -> String {
        switch self {
        case .open:
            language(
                "public, with files, under a free-software licence",
                "public, avec des fichiers, sous une licence de logiciel libre")
        case .noLicense:
            language("public, but without a licence", "public, mais sans licence")
        case .dataLicense:
            language(
                "public, but under a licence for data, which is not a free-software licence",
                "public, mais sous une licence de données, qui n’est pas une licence de logiciel libre")
        case .notFree:
            language("public, but under a licence that is not free", "public, mais sous une licence non libre")
        case .unknownLicense:
            language(
                "public, but nobody can tell under which licence", "public, mais nul ne peut dire sous quelle licence")
        case .empty:
            language("public, but without a file", "public, mais sans aucun fichier")
        case .noneFree:
            language(
                "none of the repositories is open under a free-software licence",
                "aucun des dépôts n’est ouvert sous une licence de logiciel libre")
        case .partOfRepositories:
            language(
                "only a part of the repositories is open under a free-software licence",
                "une partie seulement des dépôts est ouverte sous une licence de logiciel libre")
        case .vanished:
            language("the forge no longer shows the repository", "la forge ne montre plus le dépôt")
        case .notYetCreated:
            language("the forge made the repository after that day", "la forge a créé le dépôt après ce jour")
        case .unproven:
            language(
                "its content of that day is known, but nothing proves that it was public by then: commit dates are not publication",
                "son contenu de ce jour est connu, mais rien ne prouve qu’il était public à cette date\u{A0}: une date de commit n’est pas une publication"
            )
        case .unread:
            language("the repository could not be read", "le dépôt n’a pas pu être lu")
        case .absent:
            language(
                "the inventory has repositories of this account, but not this one",
                "l’inventaire a des dépôts de ce compte, mais pas celui-ci")
        case .notLookedAt:
            language(
                "outside what the inventory looked at: nothing is concluded",
                "hors de ce que l’inventaire a examiné\u{A0}: rien n’est conclu")
        case .noRepository:
            language("no repository is known", "aucun dépôt n’est connu")
        case .plannedKept:
            language(
                "planned: kept, and its date if it has one", "planifié\u{A0}: conservé, avec sa date s’il en a une")
        case .plannedByDate:
            language(
                "no repository is known and a date is expected", "aucun dépôt n’est connu et une date est annoncée")
        case .onDataGouvKept:
            language(
                "said to be on data.gouv.fr, which codescan does not judge: kept",
                "annoncé sur data.gouv.fr, dont codescan ne juge pas\u{A0}: conservé")
        case .keptAsWritten:
            language("kept as a person wrote it", "conservé tel qu’écrit par une personne")
        }
    }
}
