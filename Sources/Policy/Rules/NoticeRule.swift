// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A mention printed on decisions gives all that the law asks for.

import Algorithms
import Inventory
import Languages

enum NoticeRule {
    static func findings(_ entry: InventoryEntry) -> [Finding] {
        (entry.algorithms ?? []).filter { $0.kind == .explicitMention && !$0.missing.isEmpty }.map { notice in
            func list(_ language: Language) -> String {
                notice.missing.map { name(of: $0)(language) }.joined(separator: ", ")
            }
            return Finding(
                .incompleteNotice, at: notice.path, lines: notice.lines[0]...max(notice.lines[0], notice.lines[1]),
                Bilingual(
                    "the mention does not give: \(list(.english))", "la mention ne donne pas\u{A0}: \(list(.french))"),
                mend: Bilingual(
                    notice.missing.map(\.mendInEnglish).joined(separator: " "),
                    notice.missing.map(\.mendInFrench).joined(separator: " ")),
                subject: notice.missing.map(\.rawValue).joined(separator: ", "))
        }
    }

    private static func name(of element: AlgorithmElement) -> Bilingual {
        switch element {
        case .administration: Bilingual("the administration", "l’administration")
        case .purpose: Bilingual("the purpose", "la finalité")
        case .rightToRules: Bilingual("the right to the rules", "le droit aux règles")
        case .howToExercise: Bilingual("how to ask for them", "comment les demander")
        case .appeal: Bilingual("the appeal to the CADA", "le recours devant la CADA")
        case .contribution: Bilingual("the part in the decision", "la part dans la décision")
        case .data: Bilingual("the data", "les données")
        case .parameters: Bilingual("the parameters", "les paramètres")
        case .operations: Bilingual("the operations", "les opérations")
        }
    }
}
