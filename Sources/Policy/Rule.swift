// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The one table of rules: identifier, severity, reason with its source, mend. docs/rules/ has a page for each, and a test
// holds the pages against this table.

import Inventory
import Languages

/// What is asked of a repository.
public struct Rule: Sendable, Hashable {
    /// The rules' names, as people write them in `.codescan.yml`.
    public enum Identifier: String, Sendable, Hashable, Codable, CaseIterable {
        case noLicense = "no-license"
        case unrecognizedLicense = "unrecognized-license"
        case nonFreeLicense = "non-free-license"
        case dataLicenseOnCode = "data-license-on-code"
        case licenseNotInDecree = "license-not-in-decree"
        case licenseNotAllowed = "license-not-allowed"
        case conflictingLicenses = "conflicting-licenses"
        case brokenManifest = "broken-manifest"
        case invalidIdentifier = "invalid-license-identifier"
        case deprecatedIdentifier = "deprecated-license-identifier"
        case unfilledText = "unfilled-license-text"
        case readmeWithoutLicense = "readme-without-license"
        case fileWithoutLicense = "file-without-license"
        case incompatibleVendored = "incompatible-vendored-license"
        case noPubliccode = "no-publiccode"
        case invalidPubliccode = "invalid-publiccode"
        case incompleteNotice = "incomplete-algorithm-notice"
    }

    /// The name.
    public let identifier: Identifier
    /// The weight where no policy says otherwise.
    public let severity: Severity
    /// What is asked, in a few words.
    public let title: Bilingual
    /// Why.
    public let reason: Bilingual
    /// Where that is written.
    public let source: Bilingual
    /// How to mend it.
    public let mend: Bilingual

    /// The page about it.
    public var page: String { "https://github.com/codescan/codescan/blob/main/docs/rules/\(identifier.rawValue).md" }

    init(
        _ identifier: Identifier, _ severity: Severity, _ title: Bilingual, reason: Bilingual, source: Bilingual,
        mend: Bilingual
    ) {
        self.identifier = identifier
        self.severity = severity
        self.title = title
        self.reason = reason
        self.source = source
        self.mend = mend
    }
}

extension Rule {
    /// Every rule, in the order in which findings are told.
    public static let all: [Rule] = [
        Rule(
            .noLicense, .error, Bilingual("Software has a licence", "Un logiciel a une licence"),
            reason: Bilingual(
                "Without a licence nobody can tell what is allowed: public code can be reused in France as a public document, "
                    + "and outside France nothing is granted.",
                "Sans licence, personne ne sait ce qui est permis\u{A0}: le code est réutilisable en France comme document "
                    + "administratif, et hors de France rien n’est accordé."),
            source: Bilingual("CRPA, L.321-1, L.323-2, D.323-2-1"),
            mend: Bilingual(
                "Add a file LICENSE with the text of a licence on the decree's list: codescan check --fix --license EUPL-1.2",
                "Ajoutez un fichier LICENSE avec le texte d’une licence de la liste du décret\u{A0}: "
                    + "codescan check --fix --license EUPL-1.2")),
        Rule(
            .unrecognizedLicense, .error,
            Bilingual("The licence is one that people know", "La licence est une licence connue"),
            reason: Bilingual(
                "A text that nobody recognises, or a restriction beside a free licence, has to be read by a lawyer before anyone "
                    + "can use the code.",
                "Un texte que personne ne reconnaît, ou une restriction à côté d’une licence libre, doit être lu par un juriste "
                    + "avant toute réutilisation."),
            source: Bilingual(
                "CRPA, D.323-2-1; SPDX License List",
                "CRPA, D.323-2-1\u{A0}; liste des licences SPDX"),
            mend: Bilingual(
                "Replace it by the unchanged text of a licence on the decree's list, or take the restriction away.",
                "Remplacez-le par le texte, sans changement, d’une licence de la liste du décret, ou retirez la restriction."
            )),
        Rule(
            .nonFreeLicense, .error, Bilingual("The licence is free", "La licence est libre"),
            reason: Bilingual(
                "Neither the FSF nor the OSI lists the licence: it is not free software, and an administration needs an "
                    + "approval to choose it.",
                "Ni la FSF ni l’OSI ne liste cette licence\u{A0}: ce n’est pas un logiciel libre, et une administration a besoin d’une "
                    + "homologation pour la choisir."),
            source: Bilingual(
                "CRPA, L.323-2; FSF and OSI lists",
                "CRPA, L.323-2\u{A0}; listes de la FSF et de l’OSI"),
            mend: Bilingual(
                "Publish under a licence on the decree's list, or say in .codescan.yml why this one is needed, and until when.",
                "Publiez sous une licence de la liste du décret, ou dites dans .codescan.yml pourquoi celle-ci est nécessaire, "
                    + "et jusqu’à quand.")),
        Rule(
            .dataLicenseOnCode, .error,
            Bilingual("Code has a software licence", "Le code a une licence de logiciel"),
            reason: Bilingual(
                "A licence made for data says nothing of source, patents or warranty of software, and is not a free-software "
                    + "licence.",
                "Une licence de données ne dit rien du code source, des brevets ni de la garantie d’un logiciel, et n’est pas une "
                    + "licence de logiciel libre."),
            source: Bilingual(
                "CRPA, D.323-2-1 (separate lists for data and for software)",
                "CRPA, D.323-2-1 (listes distinctes pour les données et les logiciels)"),
            mend: Bilingual(
                "Put the code under a software licence on the decree's list, and keep the data licence for the data.",
                "Placez le code sous une licence de logiciel de la liste du décret, et gardez la licence de données pour les "
                    + "données.")),
        Rule(
            .licenseNotInDecree, .warning,
            Bilingual("The licence is on the decree's list", "La licence figure sur la liste du décret"),
            reason: Bilingual(
                "An administration that chooses another licence than those listed needs an approval (homologation).",
                "Une administration qui choisit une licence hors de la liste a besoin d’une homologation."),
            source: Bilingual(
                "CRPA, L.323-2, D.323-2-1; decrees 2017-638 and 2021-1559",
                "CRPA, L.323-2, D.323-2-1\u{A0}; décrets 2017-638 et 2021-1559"),
            mend: Bilingual(
                "Choose a listed licence, or note the approval as an exception in .codescan.yml.",
                "Choisissez une licence de la liste, ou notez l’homologation comme exception dans .codescan.yml.")),
        Rule(
            .licenseNotAllowed, .error,
            Bilingual("The licence is one that .codescan.yml allows", "La licence est permise par .codescan.yml"),
            reason: Bilingual(
                "The organisation's policy names the licences that may be used.",
                "La politique de l’organisation nomme les licences permises."),
            source: Bilingual(".codescan.yml"),
            mend: Bilingual(
                "Choose an allowed licence, or change licenses.allowed and licenses.denied in .codescan.yml.",
                "Choisissez une licence permise, ou changez licenses.allowed et licenses.denied dans .codescan.yml.")),
        Rule(
            .conflictingLicenses, .warning,
            Bilingual("Declarations agree", "Les déclarations concordent"),
            reason: Bilingual(
                "Where two files name two licences, whoever reads only one of them is wrong.",
                "Quand deux fichiers nomment deux licences, qui n’en lit qu’un se trompe."),
            source: Bilingual(
                "REUSE 3.3; SPDX",
                "REUSE 3.3 ; SPDX"),
            mend: Bilingual(
                "Correct the file that is wrong, so that all name the same licence.",
                "Corrigez le fichier fautif, pour que tous nomment la même licence.")),
        Rule(
            .brokenManifest, .warning,
            Bilingual("Manifests can be read", "Les manifestes sont lisibles"),
            reason: Bilingual(
                "What a manifest says of the licence is lost when its syntax is broken or it holds what no reader may expand: "
                    + "inventories pass it over.",
                "Ce qu’un manifeste dit de la licence est perdu quand sa syntaxe est fautive ou qu’il contient ce qu’un lecteur ne "
                    + "doit pas développer\u{A0}: les inventaires l’ignorent."),
            source: Bilingual(
                "the manifests' formats: JSON, TOML, YAML, XML",
                "les formats des manifestes\u{A0}: JSON, TOML, YAML, XML"),
            mend: Bilingual("Mend its syntax.", "Corrigez sa syntaxe.")),
        Rule(
            .invalidIdentifier, .warning,
            Bilingual("Manifests use SPDX identifiers", "Les manifestes utilisent les identifiants SPDX"),
            reason: Bilingual(
                "Package registries and inventories read the field by machine, and skip what is not an SPDX expression.",
                "Les registres de paquets et les inventaires lisent ce champ par programme et ignorent ce qui n’est pas une "
                    + "expression SPDX."),
            source: Bilingual(
                "SPDX 2.3, annex D; npm, Cargo, Composer and publiccode.yml documentation",
                "SPDX 2.3, annexe D\u{A0}; documentation de npm, Cargo, Composer et publiccode.yml"),
            mend: Bilingual(
                "Write the SPDX expression.", "Écrivez l’expression SPDX.")),
        Rule(
            .deprecatedIdentifier, .note,
            Bilingual("Identifiers are current", "Les identifiants sont à jour"),
            reason: Bilingual(
                "GPL-3.0 does not say whether a later version may be chosen: SPDX replaced it by -only and -or-later.",
                "GPL-3.0 ne dit pas si une version ultérieure peut être choisie\u{A0}: SPDX l’a remplacé par -only et -or-later."
            ),
            source: Bilingual(
                "SPDX License List, deprecated identifiers",
                "liste des licences SPDX, identifiants obsolètes"),
            mend: Bilingual("Write the current identifier.", "Écrivez l’identifiant actuel.")),
        Rule(
            .unfilledText, .warning,
            Bilingual("The licence's blanks are filled in", "Les blancs de la licence sont remplis"),
            reason: Bilingual(
                "The licence speaks of a copyright notice that names nobody: whom it binds is not said.",
                "La licence renvoie à une mention de droit d’auteur qui ne nomme personne\u{A0}: on ne sait pas qui elle engage."
            ),
            source: Bilingual(
                "MIT and BSD licences, copyright notice",
                "licences MIT et BSD, mention de droit d’auteur"),
            mend: Bilingual(
                "Write the year and the name of the administration in its place.",
                "Écrivez à la place l’année et le nom de l’administration.")),
        Rule(
            .readmeWithoutLicense, .note,
            Bilingual("The README says the licence", "Le README indique la licence"),
            reason: Bilingual(
                "The README is what people read first, and for many all they read.",
                "Le README est ce qu’on lit d’abord, et souvent tout ce qu’on lit."),
            source: Bilingual(
                "DINUM, guide de l’ouverture des codes sources; REUSE",
                "DINUM, guide de l’ouverture des codes sources\u{A0}; REUSE"),
            mend: Bilingual(
                "Add a section “Licence” that names it.", "Ajoutez une section «\u{A0}Licence\u{A0}» qui la nomme.")),
        Rule(
            .fileWithoutLicense, .off,
            Bilingual("Every source file names its licence", "Chaque fichier source nomme sa licence"),
            reason: Bilingual(
                "A file that leaves its repository takes its header along, and nothing else.",
                "Un fichier qui quitte son dépôt n’emporte que son en-tête."),
            source: Bilingual("REUSE 3.3"),
            mend: Bilingual(
                "Add the SPDX tags at its head, or an annotation in REUSE.toml.",
                "Ajoutez les balises SPDX en tête, ou une annotation dans REUSE.toml.")),
        Rule(
            .incompatibleVendored, .warning,
            Bilingual(
                "Vendored code may be combined with the project", "Le code tiers est compatible avec le projet"),
            reason: Bilingual(
                "Two licences that ask for the whole to be under each of them cannot both be followed.",
                "Deux licences qui exigent chacune que le tout soit sous elle ne peuvent pas être suivies ensemble."),
            source: Bilingual(
                "docs/rules/incompatible-vendored-license.md (FSF, EUPL annex, CeCILL)",
                "docs/rules/incompatible-vendored-license.md (FSF, annexe de l’EUPL, CeCILL)"),
            mend: Bilingual(
                "Replace the vendored code, or choose a licence for the project that is compatible with it.",
                "Remplacez le code tiers, ou choisissez pour le projet une licence compatible.")),
        Rule(
            .noPubliccode, .note,
            Bilingual("The project has a publiccode.yml", "Le projet a un publiccode.yml"),
            reason: Bilingual(
                "Catalogues of public software read it to list the project.",
                "Les catalogues de logiciels publics le lisent pour référencer le projet."),
            source: Bilingual("publiccode.yml 0.5.0"),
            mend: Bilingual(
                "Add a publiccode.yml at the root.", "Ajoutez un publiccode.yml à la racine.")),
        Rule(
            .invalidPubliccode, .warning,
            Bilingual("publiccode.yml is valid", "publiccode.yml est valide"),
            reason: Bilingual(
                "Catalogues leave out what does not follow the standard.",
                "Les catalogues écartent ce qui ne suit pas le standard."),
            source: Bilingual("publiccode.yml 0.5.0"),
            mend: Bilingual("Correct the field.", "Corrigez le champ.")),
        Rule(
            .incompleteNotice, .warning,
            Bilingual("A notice about an algorithm is complete", "Une mention d’algorithme est complète"),
            reason: Bilingual(
                "A decision taken on the basis of an algorithm without the mention that the law asks for can be void.",
                "Une décision fondée sur un algorithme sans la mention que la loi exige peut être nulle."),
            source: Bilingual(
                "CRPA, L.311-3-1, R.311-3-1-1; law 78-17, article 47",
                "CRPA, L.311-3-1, R.311-3-1-1 ; loi 78-17, article 47"),
            mend: Bilingual(
                "Add what is missing; codescan algorithms mention prints a complete one from algorithms.yml.",
                "Ajoutez ce qui manque\u{A0}; codescan algorithms mention en écrit une complète à partir d’algorithms.yml."
            )),
    ]

    /// The rule of a name.
    public static func rule(_ identifier: Identifier) -> Rule { byIdentifier[identifier]! }

    private static let byIdentifier = Dictionary(uniqueKeysWithValues: all.map { ($0.identifier, $0) })
}
