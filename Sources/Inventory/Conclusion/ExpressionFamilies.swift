// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// How the licences that one place names go together: what repeats, what completes, what only accompanies.

import Licensing

extension LicenseExpression {
    /// LicenseDB's words for "some licence", which say less than nothing once another is named.
    var isVague: Bool {
        operands.allSatisfy { operand in
            operand.identifier.hasPrefix("LicenseRef-scancode-")
                && [
                    "unknown", "generic", "warranty-disclaimer", "other-", "proprietary-license",
                    "public-domain-disclaimer",
                ]
                .contains { operand.identifier.dropFirst("LicenseRef-scancode-".count).contains($0) }
        }
    }

    /// Licences made for texts, data, images or fonts.
    var isContentLicense: Bool {
        operands.allSatisfy { operand in
            let id = operand.identifier
            return FreeSoftwareStatus(LicenseExpression(operand)) == .dataLicense
                || ["CC-", "CC0-", "OFL-", "ODbL-", "GFDL-", "PDDL-", "ODC-"].contains { id.hasPrefix($0) }
        }
    }

    /// The identifier without "only" and "or later": what a text alone says.
    static func base(_ identifier: String) -> String {
        for suffix in ["-only", "-or-later", "+"] where identifier.hasSuffix(suffix) {
            return String(identifier.dropLast(suffix.count))
        }
        return identifier
    }

    /// The bases of all operands.
    var bases: Set<String> { Set(operands.map { Self.base($0.identifier) }) }

    var saysOrLater: Bool { operands.contains { $0.isOrLater || $0.identifier.hasSuffix("-or-later") } }

    /// The expressions that one place names, as one: repetitions, companions and vague words go; the rest binds together.
    static func consolidate(_ expressions: [LicenseExpression]) -> LicenseExpression? {
        var rest: [LicenseExpression] = []
        for expression in expressions where !rest.contains(expression) { rest.append(expression) }
        if rest.count == 1 { return rest[0].operands.count == 1 ? rest[0] : rest[0].simplified }
        let definite = rest.filter { !$0.isVague }
        if !definite.isEmpty { rest = definite }
        // A choice or a combination that is spelt out says how its parts go together.
        let compound = rest.filter { $0.operands.count > 1 }
        rest.removeAll { single in
            single.operands.count == 1 && compound.contains { $0.bases.isSuperset(of: single.bases) }
        }
        // "or later" beside the text of the same licence completes it.
        // An exception beside the text that it completes says the whole.
        let excepted = rest
        rest.removeAll { plain in
            plain.exceptions.isEmpty && excepted.contains { !$0.exceptions.isEmpty && $0.bases == plain.bases }
        }
        let widening = rest
        rest.removeAll { plain in
            !plain.saysOrLater && widening.contains { $0 != plain && $0.saysOrLater && $0.bases == plain.bases }
        }
        // A family's name without its version says less than the version.
        let versioned = rest
        rest.removeAll { loose in
            guard let family = loose.soleOperand.flatMap({ versionless[$0.identifier] }) else { return false }
            return versioned.contains { $0 != loose && $0.bases.contains { $0.hasPrefix(family) } }
        }
        let named = rest
        rest.removeAll { isCompanion($0, of: named) }
        return and(rest)?.simplified
    }

    /// What LicenseDB gives a name without version, and what the identifiers of the family begin with.
    private static let versionless = [
        "GPL-1.0-or-later": "GPL-", "LGPL-2.0-or-later": "LGPL-", "CECILL-2.0": "CECILL-", "AGPL-1.0-or-later": "AGPL-",
    ]

    /// The LGPL 3 is a set of permissions on top of the GPL 3, whose text goes with it; a licence's text names others.
    private static func isCompanion(_ expression: LicenseExpression, of all: [LicenseExpression]) -> Bool {
        let companions: [(String, String)] = [
            ("GPL-3.0", "LGPL-3.0"), ("GPL-2.0", "LGPL-2.1"), ("GPL-2.0", "LGPL-2.0"), ("CC0-1.0", "CC-BY"),
        ]
        guard expression.operands.count == 1, let base = expression.bases.first else { return false }
        return companions.contains { companion, main in
            base == companion
                && all.contains { $0.bases.contains { $0 == main || (main == "CC-BY" && $0.hasPrefix(main)) } }
        }
    }
}
