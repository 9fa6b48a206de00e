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

    /// Whether it names a family, of which the other is a member: "GPL" for one of its versions. People write "BSD" for any of
    /// its wordings, and LicenseDB reads the name alone as the three-clause one.
    func isLooseName(of other: LicenseExpression) -> Bool {
        guard let name = soleOperand?.identifier else { return false }
        guard let family = name == "BSD-3-Clause" ? "BSD-" : Self.versionless[name] else { return false }
        return other.bases.contains { $0.hasPrefix(family) }
    }

    /// Whether it is a GNU licence's name without a version, and the other a version of that licence.
    func isVersionlessName(of other: LicenseExpression) -> Bool {
        guard let name = soleOperand?.identifier, name.hasSuffix("-or-later"), let family = Self.versionless[name],
            let version = other.soleOperand?.identifier
        else { return false }
        return version.hasPrefix(family) && version != name
    }

    /// A choice that names its sides loosely, with the members that the same place spells out: "dual BSD/GPLv2" above the
    /// text of the two-clause BSD and a notice that says "or later".
    private func spelledOut(by singles: [LicenseExpression]) -> LicenseExpression {
        let sides = alternatives.map { side -> LicenseExpression in
            let members = Set(
                singles.filter {
                    side.isLooseName(of: $0) || ($0.bases == side.bases && $0.saysOrLater)
                })
            return members.count == 1 ? members.first ?? side : side
        }
        return LicenseExpression.or(sides) ?? self
    }

    /// The expressions that one place names, as one: repetitions, companions and vague words go; the rest binds together.
    static func consolidate(_ expressions: [LicenseExpression]) -> LicenseExpression? {
        let singles = expressions.filter { $0.soleOperand != nil }
        var seen: Set<LicenseExpression> = []
        var named = expressions.map { $0.alternatives.count > 1 ? $0.spelledOut(by: singles) : $0 }
            .filter { seen.insert($0).inserted }.map(Named.init)
        let definite = named.filter { !$0.expression.isVague }
        if !definite.isEmpty { named = definite }
        // Each step looks at what the steps before it left.
        for step in steps where named.count > 1 {
            // A file of third parties' notices names hundreds: few come into question for a step.
            let others = named.filter(step.other)
            if others.isEmpty { continue }
            named.removeAll { one in
                step.one(one) && others.contains { $0.expression != one.expression && step.isSuperfluous(one, $0) }
            }
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
        /// What the identifiers of its family begin with, where it is a name without version.
        let family: String?
        /// The beginnings of the licences that it may merely accompany.
        let principals: [String]

        init(_ expression: LicenseExpression) {
            self.expression = expression
            bases = expression.bases
            let operand = expression.soleOperand
            isSingle = operand != nil
            saysOrLater = expression.saysOrLater
            hasException = !expression.exceptions.isEmpty
            family = operand.flatMap { versionless[$0.identifier] }
            principals = operand.flatMap { companions[base($0.identifier)] } ?? []
        }

        func names(anyOf beginnings: [String]) -> Bool {
            bases.contains { base in beginnings.contains { base.hasPrefix($0) } }
        }
    }

    /// When one expression makes another superfluous: which come into question, and what the pair must be.
    private struct Step: Sendable {
        var one: @Sendable (Named) -> Bool
        var other: @Sendable (Named) -> Bool = { _ in true }
        var isSuperfluous: @Sendable (_ one: Named, _ other: Named) -> Bool
    }

    private static let steps = [
        // A choice or a combination that is spelt out says how its parts go together.
        Step(one: \.isSingle, other: { !$0.isSingle }) { $1.bases.isSuperset(of: $0.bases) },
        // An exception beside the text that it completes says the whole.
        Step(one: { !$0.hasException }, other: \.hasException) { $0.bases == $1.bases },
        // "or later" beside the text of the same licence completes it.
        Step(one: { !$0.saysOrLater }, other: \.saysOrLater) { $0.bases == $1.bases },
        // A family's name without its version says less than the version.
        Step(one: { $0.family != nil }) { one, other in one.family.map { other.names(anyOf: [$0]) } ?? false },
        // The LGPL 3 is a set of permissions on top of the GPL 3, whose text goes with it; a licence's text names others.
        Step(one: { !$0.principals.isEmpty }) { $1.names(anyOf: $0.principals) },
    ]

    /// What LicenseDB gives a name without version, and what the identifiers of the family begin with.
    private static let versionless = [
        "GPL-1.0-or-later": "GPL-", "LGPL-2.0-or-later": "LGPL-", "CECILL-2.0": "CECILL-", "AGPL-1.0-or-later": "AGPL-",
    ]

    /// What a licence may merely accompany, by the beginnings of the others' identifiers.
    private static let companions = [
        "GPL-3.0": ["LGPL-3.0"], "GPL-2.0": ["LGPL-2.1", "LGPL-2.0"], "CC0-1.0": ["CC-BY"],
    ]
}
