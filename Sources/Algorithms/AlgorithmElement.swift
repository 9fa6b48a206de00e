// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The elements that articles R.311-3-1-1 and R.311-3-1-2 of the CRPA ask for: which kind of notice owes which, under which
// article, and the sentence that would mend its absence.

/// An element of the information owed to a person about an algorithm, in the law's order.
public enum AlgorithmElement: String, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
    /// The public body responsible.
    case administration
    /// What the treatment is for.
    case purpose
    /// The right to obtain the rules that define it and the main features of how it was applied.
    case rightToRules
    /// Where and how that right is exercised.
    case howToExercise
    /// The appeal to the commission on access to administrative documents (CADA).
    case appeal
    /// The degree and mode of its contribution to the decision.
    case contribution
    /// The data processed and their sources.
    case data
    /// The parameters and, where it applies, their weights.
    case parameters
    /// The operations carried out.
    case operations

    /// The article of the CRPA that asks for it.
    public var article: String {
        switch self {
        case .administration, .purpose, .rightToRules, .howToExercise, .appeal: "R.311-3-1-1"
        case .contribution, .data, .parameters, .operations: "R.311-3-1-2"
        }
    }

    /// Whether a notice of this kind owes the element. A register's record follows the register's own law, a discussion
    /// and a model owe nothing.
    func isAsked(of kind: AlgorithmNotice.Kind) -> Bool {
        switch kind {
        case .explicitMention: article == "R.311-3-1-1"
        case .rulesPublication, .inventory:
            self == .administration || self == .purpose || article == "R.311-3-1-2"
        case .registerRecord, .template, .discussion: false
        }
    }

    /// One sentence, in French, that would mend its absence.
    public var mendInFrench: String {
        switch self {
        case .administration: "Nommez l’administration responsable du traitement."
        case .purpose: "Dites à quoi sert le traitement."
        case .rightToRules:
            "Dites que la personne peut demander les règles de ce traitement et les principales caractéristiques de son application à son cas."
        case .howToExercise: "Donnez l’adresse, le formulaire ou le guichet où présenter cette demande."
        case .appeal: "Indiquez qu’en cas de refus, ou sans réponse après un mois, la personne peut saisir la CADA."
        case .contribution: "Précisez quelle part le traitement prend à la décision et qui décide en dernier lieu."
        case .data: "Énumérez les données traitées et leurs sources."
        case .parameters: "Donnez les paramètres et leur pondération."
        case .operations: "Décrivez les opérations que le traitement effectue."
        }
    }

    /// One sentence, in English, that would mend its absence.
    public var mendInEnglish: String {
        switch self {
        case .administration: "Name the public body responsible for the treatment."
        case .purpose: "Say what the treatment is for."
        case .rightToRules:
            "Say that the person may ask for the rules of the treatment and the main features of how it was applied to their case."
        case .howToExercise: "Give the address, form or desk where to ask."
        case .appeal: "Say that after a refusal, or a month without an answer, the person may turn to the CADA."
        case .contribution: "Say what part the treatment has in the decision, and who decides in the end."
        case .data: "List the data processed and where they come from."
        case .parameters: "Give the parameters and their weights."
        case .operations: "Describe the operations carried out."
        }
    }
}
