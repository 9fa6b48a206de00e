// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// publiccode.yml: is there one, and is it as version 0.5.0 of the standard asks?

import Inventory
import Languages

enum PubliccodeRules {
    static func findings(_ details: RepositoryDetails, _ kind: ContentKind) -> [Finding] {
        guard let file = details.publiccode else {
            guard kind == .software else { return [] }
            return [
                Finding(.noPubliccode, Bilingual("there is no publiccode.yml", "il n’y a pas de publiccode.yml"))
            ]
        }
        return PubliccodeReader.mistakes(in: file.text).map { mistake in
            Finding(
                .invalidPubliccode, at: file.path, lines: mistake.line.map { $0...$0 },
                Bilingual(mistake.english, mistake.french), subject: mistake.english)
        }
    }
}
