// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Every rule over one repository. A repository of software is judged as one; of texts and data, what would be an error
// there is a warning here, and an empty one owes nothing.

import Inventory
import Languages

enum RuleBook {
    static func findings(_ inspection: RepositoryInspection, _ policy: Policy) -> [Finding] {
        let entry = inspection.entry
        // What could not be read is told as an error of the run, not held against its people.
        guard let kind = entry.kind, kind != .empty else { return [] }
        var findings = LicenseRules.findings(entry, inspection.details, policy)
        if kind != .software {
            // Of data and texts, a data licence is the right one.
            if kind != .mixed { findings.removeAll { $0.rule == .dataLicenseOnCode } }
            for index in findings.indices where findings[index].severity == .error {
                findings[index].severity = .warning
            }
            for index in findings.indices where findings[index].rule == .noLicense && kind != .mixed {
                findings[index].ownMend = Bilingual(
                    "Add a file LICENSE with the text of a licence for data and texts on the decree's list: "
                        + "codescan check --fix --license etalab-2.0",
                    "Ajoutez un fichier LICENSE avec le texte d’une licence de la liste du décret pour les données et les "
                        + "textes : codescan check --fix --license etalab-2.0")
            }
        }
        findings += NoticeRule.findings(entry)
        guard let details = inspection.details else { return findings }
        findings += ManifestRules.findings(details)
        findings += TextRules.findings(entry, details)
        findings += VendoredRule.findings(entry, details)
        findings += PubliccodeRules.findings(details, kind)
        if policy.applies(.fileWithoutLicense) { findings += HeaderRule.findings(details) }
        return findings
    }
}
