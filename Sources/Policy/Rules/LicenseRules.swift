// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The project's licence: is there one, is it known, free, on the decree's list, allowed, and do all say the same?

import Inventory
import Languages
import Licensing

enum LicenseRules {
    static func findings(_ entry: InventoryEntry, _ details: RepositoryDetails?, _ policy: Policy) -> [Finding] {
        let license = entry.license
        var findings = [status(license, policy)].compactMap(\.self)
        let said = license.expression?.description ?? ""
        if let place = license.evidence.first, license.decree == .notListed, license.freeSoftware == .free {
            findings.append(
                Finding(
                    .licenseNotInDecree, at: place.path, lines: place.range,
                    Bilingual(
                        "\(said) is free, and not on the list of article D.323-2-1 of the CRPA",
                        "\(said) est libre, mais ne figure pas à l’article D.323-2-1 du CRPA"), subject: said))
        }
        if let expression = license.expression, let place = license.evidence.first,
            let refused = refused(expression, policy)
        {
            findings.append(
                Finding(
                    .licenseNotAllowed, at: place.path, lines: place.range,
                    Bilingual(
                        "\(refused) is not allowed by .codescan.yml", "\(refused) n’est pas permise par .codescan.yml"),
                    subject: refused))
        }
        findings += license.conflicts.map { conflict in
            let conflict = ConflictSentence(conflict)
            return Finding(
                .conflictingLicenses, at: conflict.path, lines: conflict.lines(in: entry, details),
                Bilingual(
                    "\(conflict(.english)), and the project is \(said)",
                    "\(conflict(.french)), alors que le projet est sous \(said)"),
                subject: conflict.subject)
        }
        return findings
    }

    /// The one finding that can make the build red.
    private static func status(_ license: LicenseConclusion, _ policy: Policy) -> Finding? {
        let said = license.expression?.description ?? ""
        let place = license.evidence.first
        func finding(_ rule: Rule.Identifier, _ message: Bilingual) -> Finding {
            Finding(rule, at: place?.path, lines: place?.range, message, subject: said)
        }
        switch license.freeSoftware {
        case .none:
            return Finding(
                .noLicense, Bilingual("no licence is declared", "aucune licence n’est déclarée"))
        case .unknown:
            return finding(
                .unrecognizedLicense, Bilingual(license.explanation, license.explanation))
        case .nonFree:
            return finding(
                .nonFreeLicense,
                Bilingual("\(said) is not a free-software licence", "\(said) n’est pas une licence libre"))
        case .dataLicense:
            return finding(
                .dataLicenseOnCode,
                Bilingual(
                    "\(said) is a licence for data, and it is the only one",
                    "\(said) est une licence de données, et c’est la seule"))
        case .free:
            guard policy.preset == .osi, license.osiApproved != true else { return nil }
            return finding(
                .nonFreeLicense,
                Bilingual("\(said) is not approved by the OSI", "\(said) n’est pas approuvée par l’OSI"))
        }
    }

    /// The licence that stands in the way: of an OR all its sides, of an AND one.
    private static func refused(_ expression: LicenseExpression, _ policy: Policy) -> String? {
        guard policy.allowed != nil || !policy.denied.isEmpty else { return nil }
        func isAllowed(_ identifier: String) -> Bool {
            !policy.denied.contains(identifier) && (policy.allowed?.contains(identifier) ?? true)
        }
        let isUsable = expression.alternatives.contains { side in side.identifiers.allSatisfy(isAllowed) }
        return isUsable ? nil : expression.identifiers.first { !isAllowed($0) }
    }
}

extension LicenseEvidence {
    /// First and last line as a range.
    var range: ClosedRange<Int>? {
        guard let first = lines.first, let last = lines.last, first > 0 else { return nil }
        return first...max(first, last)
    }
}
