// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The words that people read for the values of the model, in French and in English, and their colours.

import Algorithms
import Inventory
import Languages
import LicenseDetection
import Licensing

/// codescan's vocabulary in one language.
struct Wording {
    let language: Language

    /// Short words for a column and for a count.
    func callAsFunction(_ status: FreeSoftwareStatus) -> String {
        switch status {
        case .free: language("free", "libre")
        case .dataLicense: language("data licence", "licence de données")
        case .nonFree: language("not free", "non libre")
        case .unknown: language("cannot tell", "indéterminé")
        case .none: language("no licence", "sans licence")
        }
    }

    func callAsFunction(_ status: LicenseConclusion.Status) -> String {
        switch status {
        case .declared: language("declared", "déclarée")
        case .conflicting: language("conflicting", "contradictoire")
        case .unrecognized: language("unrecognized", "non reconnue")
        case .missing: language("missing", "absente")
        }
    }

    /// The families of the decree's list (CRPA D.323-2-1).
    func callAsFunction(_ family: DecreeFamily) -> String {
        switch family {
        case .permissive: language("permissive", "permissive")
        case .reciprocity: language("reciprocity", "réciprocité")
        case .data: language("data", "données")
        case .notListed: language("not listed", "hors liste")
        case .none: "-"
        }
    }

    func callAsFunction(_ kind: ContentKind?) -> String {
        switch kind {
        case .software?: language("software", "logiciel")
        case .data?: language("data", "données")
        case .documentation?: language("documentation", "documentation")
        case .mixed?: language("mixed", "mixte")
        case .empty?: language("empty", "vide")
        case nil: language("not known", "inconnu")
        }
    }

    /// "3 proven": how many repositories are so on a day.
    func count(_ count: Int, _ publication: Publication.Status) -> String {
        switch publication {
        case .proven: language.count(count, ("proven", "proven"), ("prouvé", "prouvés"))
        case .unproven: language.count(count, ("not proven", "not proven"), ("non prouvé", "non prouvés"))
        case .notYet: language.count(count, ("not yet made", "not yet made"), ("pas encore créé", "pas encore créés"))
        }
    }

    /// What kind of wording matched; in English the name that JSON has.
    func callAsFunction(_ kind: LicenseMatch.Kind) -> String {
        switch kind {
        case .text: language("text", "texte")
        case .notice: language("notice", "mention")
        case .reference: language("reference", "référence")
        case .tag: language("tag", "étiquette")
        case .intro: language("intro", "introduction")
        case .clue: language("clue", "indice")
        }
    }

    func callAsFunction(_ notice: AlgorithmNotice.Kind) -> String {
        switch notice {
        case .explicitMention: language("explicit mention", "mention explicite")
        case .rulesPublication: language("publication", "publication")
        case .inventory: language("inventory", "inventaire")
        case .registerRecord: language("register", "registre")
        case .template: language("template", "modèle")
        case .discussion: language("discussion", "discussion")
        }
    }

    /// What no licence means: it is not "non-free" (CRPA L.321-1).
    var noLicense: String {
        language(
            "No licence is not \"not free\": code that a public body publishes is still reusable as a public document "
                + "(CRPA, article L.321-1), but nobody can tell, and outside France nothing is granted.",
            "Sans licence ne veut pas dire non libre\u{A0}: le code publié par une administration reste réutilisable comme "
                + "document public (CRPA, article L.321-1), mais personne ne peut le savoir, et hors de France rien "
                + "n’est accordé.")
    }
}

extension FreeSoftwareStatus {
    var color: TextColor {
        switch self {
        case .free: .green
        case .dataLicense: .cyan
        case .nonFree: .yellow
        case .unknown: .magenta
        case .none: .red
        }
    }
}
