// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A mention printed on decisions gives all that the law asks for.

import Algorithms
import Inventory

enum NoticeRule {
    static func findings(_ entry: InventoryEntry) -> [Finding] {
        (entry.algorithms ?? []).filter { $0.kind == .explicitMention && !$0.missing.isEmpty }.map { notice in
            let english = notice.missing.map(\.rawValue).joined(separator: ", ")
            return Finding(
                .incompleteNotice, at: notice.path, lines: notice.lines[0]...max(notice.lines[0], notice.lines[1]),
                Bilingual(
                    "the mention does not give: \(english)", "la mention ne donne pas : \(english)"),
                mend: Bilingual(
                    notice.missing.map(\.mendInEnglish).joined(separator: " "),
                    notice.missing.map(\.mendInFrench).joined(separator: " ")), subject: english)
        }
    }
}
