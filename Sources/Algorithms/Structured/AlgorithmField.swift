// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The fields of the national template for inventories of algorithms, in its four groups, as algorithms.yml names them.

/// A field of algorithms.yml.
public enum AlgorithmField: String, Sendable, CaseIterable {
    // The administration: said once for all its algorithms.
    case administration, service, contact, updated
    // The algorithm and the decision.
    case name, context, purpose, decision, automation, legalBasis, resources
    // The impact.
    case decisionsPerYear, reach, peopleConcerned, impactResources
    // The inner working.
    case data, dataSources, dataCollection, kind, operations, parameters, sourceCode

    /// The fields under the key `administration`, where the first is written `name`.
    static let ofAdministration: [AlgorithmField] = [.administration, .service, .contact, .updated]
    /// The fields of each item under the key `algorithms`.
    static let ofAlgorithm = allCases.filter { !ofAdministration.contains($0) }

    /// What a field's value may be.
    enum Shape: Equatable {
        case text
        /// A text or a list of texts.
        case texts
        case date
        case number
        case choice([String])
    }

    /// The key in the file.
    var key: String { self == .administration ? "name" : rawValue }

    var shape: Shape {
        switch self {
        case .updated: .date
        case .decisionsPerYear: .number
        case .automation: .choice(["full", "partial", "support"])
        case .reach: .choice(["external", "internal"])
        case .kind: .choice(["rules", "learning"])
        case .legalBasis, .resources, .peopleConcerned, .impactResources, .data, .dataSources, .parameters, .operations,
            .sourceCode:
            .texts
        default: .text
        }
    }

    /// Without these an entry says nothing: who, what, and what for.
    var isRequired: Bool { [.administration, .name, .purpose].contains(self) }

    /// The field as a French reader knows it from the template.
    public var frenchLabel: String { Self.labels[self]?.french ?? rawValue }
    /// The field in English.
    public var englishLabel: String { Self.labels[self]?.english ?? rawValue }

    private static let labels: [AlgorithmField: (french: String, english: String)] = [
        .administration: ("Administration", "Administration"),
        .service: ("Service responsable", "Service in charge"),
        .contact: ("Contact", "Contact"),
        .updated: ("Date de mise à jour", "Date of update"),
        .name: ("Nom de l’algorithme", "Algorithm"),
        .context: ("Contexte", "Context"),
        .purpose: ("Finalité", "Purpose"),
        .decision: ("Place dans la décision", "Part in the decision"),
        .automation: ("Niveau d’automatisation", "Level of automation"),
        .legalBasis: ("Base légale", "Legal basis"),
        .resources: ("Ressources", "Resources"),
        .decisionsPerYear: ("Décisions par an", "Decisions a year"),
        .reach: ("Portée de la décision", "Reach of the decision"),
        .peopleConcerned: ("Personnes concernées", "People concerned"),
        .impactResources: ("Ressources sur l’impact", "Resources on the impact"),
        .data: ("Données traitées", "Data processed"),
        .dataSources: ("Sources des données", "Sources of the data"),
        .dataCollection: ("Mode de collecte", "How data are collected"),
        .kind: ("Type d’algorithme", "Kind of algorithm"),
        .operations: ("Opérations effectuées", "Operations carried out"),
        .parameters: ("Paramètres et pondération", "Parameters and weights"),
        .sourceCode: ("Code source", "Source code"),
    ]
}
