// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The explicit mention of R.311-3-1-1, from algorithms.yml: what is printed on, or sent with, each decision. In French,
// the language of the decisions that the law speaks of.

import Languages

/// Why no mention can be written.
public struct MentionError: Error, Equatable, Spoken {
    /// The keys that lack.
    let lacking: [String]

    /// A sentence for a person: what lacks, and where to add it.
    public func sentence(_ language: Language) -> String {
        let keys = lacking.joined(separator: ", ")
        return language(
            "the mention must say \(keys) (CRPA, R.311-3-1-1), which algorithms.yml does not give; add it",
            "la mention doit indiquer \(keys) (CRPA, R.311-3-1-1), que algorithms.yml ne donne pas\u{A0}; ajoutez-le")
    }
}

extension AlgorithmRecord {
    /// The mention, complete under R.311-3-1-1: the administration, the purpose, the right, how to exercise it, the CADA.
    /// - Throws: `MentionError` when the record lacks what the mention must say.
    public func mention() throws(MentionError) -> String {
        let needed: [AlgorithmField] = [.administration, .name, .purpose, .contact]
        let lacking = needed.filter { self[$0] == nil }.map(\.key)
        guard lacking.isEmpty, let administration = self[.administration], let name = self[.name],
            let purpose = self[.purpose], let contact = self[.contact]
        else {
            throw MentionError(lacking: lacking)
        }
        let place = [self[.service], contact].compactMap { $0 }.joined(separator: ", ")
        return """
            Cette décision a été prise sur le fondement d’un traitement algorithmique, « \(name) », mis en œuvre sous la \
            responsabilité de l’administration suivante : \(administration).
            Ce traitement a pour finalité : \(purpose.withoutFullStop).\(contribution)
            Vous avez le droit d’obtenir la communication des règles qui définissent ce traitement et des principales \
            caractéristiques de son application à votre cas. Pour exercer ce droit, adressez votre demande à : \
            \(place.withoutFullStop).
            En cas de refus, ou sans réponse dans le délai d’un mois, vous pouvez saisir la Commission d’accès aux \
            documents administratifs (CADA, www.cada.fr) dans les deux mois qui suivent.
            (Code des relations entre le public et l’administration, articles L. 311-3-1, R. 311-3-1-1 et R. 343-1.)
            """
    }

    private var contribution: String {
        switch self[.automation] {
        case "full": " La décision est entièrement automatisée."
        case "partial": " La décision est en partie automatisée."
        case "support": " Il aide à la décision, qu’un agent prend."
        default: ""
        }
    }
}

extension String {
    fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
