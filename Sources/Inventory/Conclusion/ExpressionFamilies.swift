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
        var seen: Set<LicenseExpression> = []
        var named = expressions.filter { seen.insert($0).inserted }.map(Named.init)
        let definite = named.filter { !$0.expression.isVague }
        if !definite.isEmpty { named = definite }
        // Each step looks at what the steps before it left.
        for isSuperfluous in steps where named.count > 1 {
            let all = named
            named.removeAll { one in all.contains { $0.expression != one.expression && isSuperfluous(one, $0) } }
        }
        return and(named.map(\.expression))?.simplified
    }

    /// An expression and what the steps ask of it.
    private struct Named {
        let expression: LicenseExpression
        let bases: Set<String>
        let isSingle: Bool
        let saysOrLater: Bool
        let hasException: Bool

        init(_ expression: LicenseExpression) {
            self.expression = expression
            bases = expression.bases
            isSingle = expression.soleOperand != nil
            saysOrLater = expression.saysOrLater
            hasException = !expression.exceptions.isEmpty
        }
    }

    /// When one expression makes another superfluous.
    private static let steps: [@Sendable (_ one: Named, _ other: Named) -> Bool] = [
        // A choice or a combination that is spelt out says how its parts go together.
        { one, other in one.isSingle && !other.isSingle && other.bases.isSuperset(of: one.bases) },
        // An exception beside the text that it completes says the whole.
        { one, other in !one.hasException && other.hasException && other.bases == one.bases },
        // "or later" beside the text of the same licence completes it.
        { one, other in !one.saysOrLater && other.saysOrLater && other.bases == one.bases },
        // A family's name without its version says less than the version.
        { one, other in
            guard let family = one.expression.soleOperand.flatMap({ versionless[$0.identifier] }) else { return false }
            return other.bases.contains { $0.hasPrefix(family) }
        },
        { one, other in one.isSingle && isCompanion(one.bases, of: other.bases) },
    ]

    /// What LicenseDB gives a name without version, and what the identifiers of the family begin with.
    private static let versionless = [
        "GPL-1.0-or-later": "GPL-", "LGPL-2.0-or-later": "LGPL-", "CECILL-2.0": "CECILL-", "AGPL-1.0-or-later": "AGPL-",
    ]

    /// The LGPL 3 is a set of permissions on top of the GPL 3, whose text goes with it; a licence's text names others.
    private static func isCompanion(_ bases: Set<String>, of main: Set<String>) -> Bool {
        companions.contains { companion, prefix in
            bases.contains(companion) && main.contains { $0.hasPrefix(prefix) }
        }
    }

    private static let companions = [
        ("GPL-3.0", "LGPL-3.0"), ("GPL-2.0", "LGPL-2.1"), ("GPL-2.0", "LGPL-2.0"), ("CC0-1.0", "CC-BY"),
    ]
}
