// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The licence's text and the README: blanks left in the copyright notice, a README that does not say the licence.

import Inventory
import Languages
import Licensing

enum TextRules {
    static func findings(_ entry: InventoryEntry, _ details: RepositoryDetails) -> [Finding] {
        details.legalTexts.compactMap(blank) + [readme(entry, details)].compactMap(\.self)
    }

    /// A copyright line that still has the model's blanks. What stands below the text's own first lines in a GNU licence or
    /// in Apache-2.0 is the model of an appendix, and stays as it is.
    private static func blank(_ text: RepositoryDetails.LegalText) -> Finding? {
        let models = ["GPL-", "Apache-", "MPL-", "CECILL", "EUPL-", "EPL-"]
        if let expression = text.expression,
            expression.identifiers.allSatisfy({ id in models.contains { id.contains($0) } })
        {
            return nil
        }
        for (index, line) in text.lines.prefix(60).enumerated() {
            let folded = line.lowercased()
            guard folded.contains("copyright") || folded.contains("©") || folded.contains("(c)") else { continue }
            guard let open = folded.firstIndex(where: { "<[{".contains($0) }),
                let close = folded[open...].firstIndex(where: { ">]}".contains($0) })
            else { continue }
            let words = folded[folded.index(after: open)..<close].split { !$0.isLetter }
            guard words.contains(where: blanks.contains) else { continue }
            let blank = String(line[open...close])
            return Finding(
                .unfilledText, at: text.path, lines: (index + 1)...(index + 1),
                Bilingual(
                    "the copyright notice still has the blank \(blank)",
                    "la mention de droit d’auteur contient encore le blanc \(blank)"), subject: "blank")
        }
        return nil
    }

    private static let blanks: Set<Substring> = [
        "year", "years", "yyyy", "fullname", "name", "owner", "holder", "holders", "author", "organization", "annee",
        "année", "nom", "titulaire", "auteur",
    ]

    private static func readme(_ entry: InventoryEntry, _ details: RepositoryDetails) -> Finding? {
        guard let readme = details.readme, !details.readmeSpeaksOfLicense, let said = entry.license.expression else {
            return nil
        }
        return Finding(
            .readmeWithoutLicense, at: readme,
            Bilingual("does not say that the project is \(said)", "n’indique pas que le projet est sous \(said)"))
    }
}
