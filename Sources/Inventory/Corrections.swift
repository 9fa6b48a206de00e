// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Corrections by a person: they change what the entry says, the evidence stays, and what codescan had concluded is kept
// beside. A correction that has expired, that says what codescan says by now, or that was made after the day the
// inventory speaks of, is reported as stale.

import Forges
import Languages
import Licensing

extension InventoryEntry {
    mutating func apply(_ corrections: [Correction], _ options: InventoryOptions) {
        let language = options.language
        for correction in corrections {
            let original = value(of: correction.change)
            var applied = AppliedCorrection(
                field: correction.change.field, value: correction.change.text, reason: correction.reason,
                who: correction.who, date: correction.date.description, expires: correction.expires?.description,
                original: original, stale: nil)
            if options.asOf != nil, correction.date > options.day {
                applied.stale = language(
                    "it speaks of later content: it was made after that day",
                    "elle parle d’un contenu ultérieur\u{A0}: elle a été faite après ce jour")
            } else if correction.isExpired(on: options.day) {
                applied.stale = language("it has expired", "elle a expiré")
            } else if original == applied.value {
                applied.stale = language(
                    "codescan concludes the same by now", "codescan conclut désormais la même chose")
            } else {
                make(correction.change, correction.reason, language)
            }
            self.corrections.append(applied)
        }
    }

    private func value(of change: Correction.Change) -> String? {
        switch change {
        case .licenseExpression: license.expression?.description ?? "NONE"
        case .kind: kind?.rawValue
        case .fork: fork.map(String.init)
        case .archived: archived.map(String.init)
        case .mirror: mirror.map(String.init)
        case .licenseOther: license.other.joined(separator: "; ")
        }
    }

    private mutating func make(_ change: Correction.Change, _ reason: String, _ language: Language) {
        switch change {
        case .licenseExpression(let expression):
            license.correct(expression, reason, language)
        case .kind(let name): kind = ContentKind(rawValue: name) ?? kind
        case .fork(let value): fork = value
        case .archived(let value): archived = value
        case .mirror(let value): mirror = value
        case .licenseOther(let expressions): license.other = expressions
        }
    }
}

extension Correction.Change {
    /// The new value, written as the entry would write it.
    fileprivate var text: String {
        switch self {
        case .licenseExpression(let expression): expression ?? "NONE"
        case .licenseOther(let expressions): expressions.joined(separator: "; ")
        case .kind(let name): name
        case .fork(let value), .archived(let value), .mirror(let value): String(value)
        }
    }
}

extension LicenseConclusion {
    /// Replaces what was concluded by a person's word; nil says that there is no licence.
    fileprivate mutating func correct(_ text: String?, _ reason: String, _ language: Language) {
        let corrected = text.flatMap { try? LicenseExpression(parsing: $0).normalized }
        if text != nil, corrected == nil { return }
        expression = corrected
        status = corrected == nil ? .missing : .declared
        freeSoftware = FreeSoftwareStatus(corrected)
        osiApproved = corrected?.osiApproved
        fsfFree = corrected?.fsfFree
        decree = DecreeFamily(corrected)
        explanation = language("Corrected by a person: \(reason)", "Corrigé par une personne\u{A0}: \(reason)")
    }
}
