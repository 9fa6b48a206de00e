// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Why the status is what it is, in plain words, in French or in English.

import Languages
import Licensing

enum LicenseExplanation {
    static func text(_ result: LicenseConcluder.Result, _ language: Language) -> String {
        var sentences = [basis(result, language)]
        if let expression = result.expression { sentences.append(status(expression, result, language)) }
        if let restriction = result.restriction {
            sentences.append(
                language(
                    "\(restriction.path), line \(restriction.line), restricts the use, which the licence's text does not.",
                    "\(restriction.path), ligne \(restriction.line), restreint l’usage, ce que le texte de la licence ne fait pas."
                ))
        } else if !result.conflicts.isEmpty {
            let list = result.conflicts.map { ConflictSentence($0)(language) }.joined(
                separator: "\(language.semicolon) ")
            sentences.append(language("Contradicted: \(list).", "Contredit\u{A0}: \(list)."))
        }
        return sentences.joined(separator: " ")
    }

    private static func basis(_ result: LicenseConcluder.Result, _ language: Language) -> String {
        let expression = result.expression.map(\.description) ?? ""
        switch result.basis {
        case .legalFiles(let paths):
            let list = paths.joined(separator: ", ")
            return "\(list)\(language.colon) \(expression)."
        case .referred(let source, let file):
            return language(
                "\(source) refers to \(file): \(expression).", "\(source) renvoie à \(file)\u{A0}: \(expression).")
        case .licensesFolder:
            return language(
                "The texts in the licences folder: \(expression).",
                "Textes du dossier des licences\u{A0}: \(expression).")
        case .reuse:
            return language("The REUSE annotations: \(expression).", "Annotations REUSE : \(expression).")
        case .manifest(let path):
            return language(
                "No licence file; \(path) says \(expression).",
                "Pas de fichier de licence\u{A0}; \(path) indique \(expression).")
        case .readme(let path):
            return language(
                "No licence file; \(path) says \(expression).",
                "Pas de fichier de licence\u{A0}; \(path) indique \(expression).")
        case .sourceHeaders(let count):
            let files = language.count(
                count, ("sampled source file", "sampled source files"),
                ("fichier source de l’échantillon", "fichiers source de l’échantillon"))
            return language(
                "No licence file; the headers of \(files) say \(expression).",
                "Pas de fichier de licence\u{A0}; les en-têtes de \(files) indiquent \(expression).")
        case .unexplained(let paths):
            let list = paths.joined(separator: ", ")
            return language(
                "No known licence is recognised in \(list).", "Aucune licence connue n’est reconnue dans \(list).")
        case .unreadable(let path, let reason):
            return language(
                "\(path) could not be read (\(reason.words(language))).",
                "\(path) n’a pas pu être lu (\(reason.words(language))).")
        case .nothing:
            return language(
                "No licence is declared: the code can be reused as a public document (CRPA, L.321-1), but nobody can tell, "
                    + "and outside France nothing is granted.",
                "Aucune licence n’est déclarée\u{A0}: le code est réutilisable comme document administratif (CRPA, L.321-1), "
                    + "mais personne ne peut le savoir, et hors de France rien n’est accordé.")
        }
    }

    private static func status(
        _ expression: LicenseExpression, _ result: LicenseConcluder.Result, _ language: Language
    ) -> String {
        let free: String
        switch FreeSoftwareStatus(expression) {
        case .free:
            free = language(
                "Free software (listed by the FSF or the OSI)", "Logiciel libre (listée par la FSF ou l’OSI)")
        case .nonFree: free = language("Not free software", "Pas une licence libre")
        case .dataLicense:
            free = language(
                "A data licence, not a free-software licence", "Licence de données, pas une licence de logiciel libre")
        case .unknown, .none: free = language("Not known to be free", "Caractère libre inconnu")
        }
        let decree: String
        switch DecreeFamily(expression) {
        case .permissive, .reciprocity, .data:
            decree = language(
                "on the list of article D.323-2-1 of the CRPA.", "figurant à l’article D.323-2-1 du CRPA.")
        case .notListed, .none:
            decree = language(
                "not on the list of article D.323-2-1 of the CRPA, so it needs an approval.",
                "hors de la liste de l’article D.323-2-1 du CRPA\u{A0}: une homologation est nécessaire.")
        }
        return "\(free), \(decree)"
    }
}
