// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Every source file names its licence (REUSE): off unless a policy asks for it.

import Inventory
import Languages

enum HeaderRule {
    static func findings(_ details: RepositoryDetails) -> [Finding] {
        (details.headers ?? []).filter { !$0.hasLicense }.map { header in
            Finding(
                .fileWithoutLicense, at: header.path, lines: 1...1,
                Bilingual(
                    "no licence is named for this file", "aucune licence n’est indiquée pour ce fichier"))
        }
    }
}
