// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The forms in which algorithms are recorded: the French national inventory template and the registers of other countries.
// A form is known by its fields' names, each at the head of a line, a cell or a key.

/// A form with named fields.
enum RecordForm: CaseIterable, Hashable, Sendable {
    case frenchInventory
    case dutchRegister
    case britishRecord
    case cityRegister

    /// The fields' names, alternatives separated by a slash, in Vocabulary's notation.
    var fields: [String] {
        switch self {
        case .frenchInventory: Self.french
        case .dutchRegister: Self.dutch
        case .britishRecord: Self.british
        case .cityRegister: Self.city
        }
    }

    /// What a field with a value establishes, by the field's place in the list.
    var elements: [Int: AlgorithmElement] {
        switch self {
        case .frenchInventory:
            [
                0: .administration, 6: .purpose, 7: .contribution, 8: .contribution, 12: .data, 13: .data,
                15: .operations,
            ]
        case .dutchRegister:
            [
                0: .administration, 3: .purpose, 7: .purpose, 10: .contribution, 13: .contribution, 18: .data,
                19: .operations,
            ]
        case .britishRecord:
            [
                2: .purpose, 5: .administration, 12: .contribution, 15: .purpose, 16: .purpose, 18: .contribution,
                26: .data,
            ]
        case .cityRegister: [1: .purpose, 2: .data, 3: .operations, 5: .contribution, 8: .administration]
        }
    }

    /// How many distinct fields tell the form.
    var threshold: Int {
        switch self {
        case .frenchInventory, .cityRegister: 4
        case .dutchRegister, .britishRecord: 5
        }
    }

    /// The fields that any form of anything may have: a name, a contact, a status.
    var commonFields: Set<Int> {
        switch self {
        case .frenchInventory: [0, 1, 2, 3, 5, 11, 16, 17]
        case .dutchRegister: [0, 1, 2, 3, 4, 5, 6, 7, 8, 18, 20, 21, 23]
        case .britishRecord: [1, 2, 3, 4, 5, 6, 15, 22, 25, 26, 28]
        case .cityRegister: [0, 1, 2, 7, 8]
        }
    }

    /// How many of the fields must be this form's own.
    var ownThreshold: Int { 2 }

    private static let french = [
        "nom _2 administration/administration/organisme/collectivite/organisation/department/direction/producteur/responsable/entite/ministere",
        "service _3 charge/service responsable/service gestionnaire/service",
        "contact/point contact/courriel/email",
        "date _3 mise jour/mise jour/derniere mise jour",
        "nom _2 algorit*/nom traitement*/algorit*/traitement*/nom/intitule/titre/name",
        "contexte/contexte general/description",
        "finalite*/objectif*/objet/purpose/but/usage/quoi sert/what _2 for",
        "who decides/comment _6 decision/integration _4 decision/role _4 decision/place _3 decision/decision*/intervention",
        "niveau _2 automatisation/automatisation/degre _2 automatisation/automatise*/level automation/automation/decision automati*",
        "base* legale*/base* juridique*/fondement* juridique*/fondement* legal*/cadre _1 juridique/textes/reference* juridique*/legal basis",
        "nombre _2 decisions/nombre _3 an/decisions _2 an/volume*/decisions annuelles",
        "portee/portee _2 decision*/impact",
        "personnes concernees/public* concerne*/public*/usagers concernes/beneficiaires/population*/affected",
        "donnees traitees/donnees/donnees utilisees/donnees entree/data/input data",
        "source* donnees/source*/origine _2 donnees/provenance",
        "mode* collecte/collecte/modalites collecte",
        "type _1 algorit*/nature _2 algorit*/type/type modele/technique*",
        "operations/operations effectuees/operations realisees/traitements effectues/fonctionnement",
        "logiciel/code source/code* source*/lien* _2 code/depot/url/licence/source code/ressources/ressources associees",
        "parametre*/criteres/ponderation*",
    ]

    private static let dutch = [
        "organization/organisation/organisatie",
        "department/afdeling",
        "name/naam/titel/title",
        "description short/description/korte beschrijving/beschrijving/omschrijving",
        "type/soort",
        "category/categorie/categories/theme/thema",
        "status",
        "goal/doel",
        "impact/impact op burgers",
        "proportionality/proportionaliteit/afweging*",
        "decision making process/besluitvorming*/besluitvormingsproces",
        "lawful basis/legal base/wettelijke basis/juridische basis/grondslag/lawful bases",
        "impacttoets*/impactassessment/dpia/impacttoetsen",
        "human intervention/menselijke tussenkomst",
        "risk management/risicobeheer/risks/monitoring",
        "standard version/publicatiestandaard/publiccode/schema version",
        "publication category/publicatiecategorie",
        "begin date/begindatum/end date/einddatum",
        "source data/data/gegevens/dpia description",
        "methods and models/methods models/technische werking/technical design/methods",
        "provider/leverancier/external provider",
        "contact email/contactgegevens/contact",
        "performance standard/prestatie*",
        "process index url/source id/revision date/url",
    ]

    private static let british = [
        "tier",
        "name",
        "description",
        "website url",
        "contact email",
        "organisation department/organisation/organisation or department",
        "team",
        "senior responsible owner",
        "external supplier*/supplier*/supplier or developer/external supplier involvement",
        "phase",
        "model architecture",
        "system architecture",
        "human decision*/human decisions and review",
        "required training",
        "appeals and review/appeals review/appeal*",
        "scope",
        "justification/benefit*/benefits",
        "previous process",
        "alternatives considered",
        "impact assessment*",
        "risks/risks and mitigations/mitigations",
        "data sharing agreements/data sharing",
        "process integration/integration into broader/how tool _6 process",
        "provided information",
        "frequency _3 usage/frequency and scale",
        "models and methods/model performance/model*",
        "datasets/development data/source data/operational data",
        "legal basis",
        "maintenance",
        "at2*|tier1|tier2",
    ]

    private static let city = [
        "contact information/contact/contact team/responsible",
        "detailed information/more detailed information/overview/description",
        "datasets/data sources/gegevensbronnen",
        "data processing/model architecture/gegevensverwerking",
        "non discrimination/nondiscrimination/equality/discriminatie*",
        "human oversight/menselijk toezicht",
        "risk management/risks/risico*/risicobeheer",
        "performance",
        "department/responsible department/city department/afdeling/organisation",
    ]
}
