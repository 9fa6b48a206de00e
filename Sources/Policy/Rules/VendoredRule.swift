// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Vendored code under a licence that cannot be followed together with the project's.

import Inventory
import Languages
import Licensing

enum VendoredRule {
    static func findings(_ entry: InventoryEntry, _ details: RepositoryDetails) -> [Finding] {
        guard let own = entry.license.expression else { return [] }
        return details.parts.compactMap { part in
            guard part.isVendored, let theirs = part.expression,
                case .no(let reason)? = Compatibility.answer(taking: theirs, into: own)
            else { return nil }
            return Finding(
                .incompatibleVendored, at: part.path,
                Bilingual(
                    "this code is under \(theirs), the project under \(own): \(reason(.english))",
                    "ce code est sous \(theirs), le projet sous \(own)\u{A0}: \(reason(.french))"),
                subject: theirs.description
            )
        }
    }
}
