// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// May code under one licence be part of a project under another? The table of docs/rules/incompatible-vendored-license.md,
// with its sources. It answers where its sources do, and says nothing elsewhere: silence is not "yes".

import Languages
import Licensing

enum Compatibility {
    enum Answer: Sendable {
        case yes
        case no(Bilingual)
    }

    /// Whether code under `theirs` may be taken into a project under `own`; nil where the table does not say. Of an OR the
    /// taker chooses a side, of an AND all bind.
    static func answer(taking theirs: LicenseExpression, into own: LicenseExpression) -> Answer? {
        var isUnknown = false
        var refusal: Bilingual?
        for project in own.alternatives {
            for side in theirs.alternatives {
                let answers = side.operands.flatMap { part in
                    project.operands.map { answer(taking: part, into: $0) }
                }
                if let refused = answers.lazy.compactMap({ if case .no(let why)? = $0 { why } else { nil } }).first {
                    refusal = refusal ?? refused
                } else if answers.contains(where: { $0 == nil }) {
                    isUnknown = true
                } else {
                    return .yes
                }
            }
        }
        return isUnknown ? nil : refusal.map { .no($0) }
    }

    /// Licences that ask for little, so that anything may take their code.
    private static let permissive: Set<String> = [
        "MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Zlib", "Unlicense", "CC0-1.0", "BSL-1.0", "CECILL-B",
        "Python-2.0", "OFL-1.1",
    ]

    private static let whole = Bilingual(
        "it asks for the whole to be under it", "elle exige que le tout soit sous elle")
    private static let patents = Bilingual(
        "its terms on patents are a further restriction that GPL version 2 does not allow",
        "ses clauses de brevets sont une restriction que la GPL version 2 n’admet pas")
    private static let notFree = Bilingual(
        "it restricts what the project's licence grants", "elle restreint ce que la licence du projet accorde")

    private static func answer(taking their: LicenseOperand, into own: LicenseOperand) -> Answer? {
        // An exception grants more; the linking ones answer the question themselves.
        if their.identifier == own.identifier || permissive.contains(their.identifier) || their.exception != nil {
            return .yes
        }
        let (theirs, ours) = (GNU(their.identifier), GNU(own.identifier))
        switch their.identifier {
        case "Apache-2.0":
            // FSF's list of licences: compatible with GPL version 3, not with version 2.
            if let ours, ours.kind == .gpl, ours.highest < 3 { return .no(patents) }
            return .yes
        case "MPL-2.0", "EPL-2.0", "CECILL-C": return .yes
        case "EPL-1.0": return ours == nil ? .yes : .no(whole)
        case "CECILL-2.0", "CECILL-2.1":
            // Article 5.3.4: code may be distributed under the GNU GPL, and for 2.1 the AGPL and the EUPL.
            if ours?.kind == .gpl { return .yes }
            if their.identifier == "CECILL-2.1", ours?.kind == .agpl || own.identifier.hasPrefix("EUPL-") {
                return .yes
            }
            return .no(whole)
        case "EUPL-1.1", "EUPL-1.2":
            // The appendix of compatible licences, which 1.2 made longer.
            return eupl(their.identifier, into: own.identifier, ours) ? .yes : .no(whole)
        default: break
        }
        if let theirs { return gnu(theirs, into: own.identifier, ours) }
        return FreeSoftwareStatus(LicenseExpression(their)) == .nonFree ? .no(notFree) : nil
    }

    private static func gnu(_ theirs: GNU, into own: String, _ ours: GNU?) -> Answer? {
        // A library under the LGPL stays under it, and the program that uses it need not.
        if theirs.kind == .lgpl { return .yes }
        guard let ours else {
            // The EUPL and CeCILL let the whole go over to the GPL: allowed, but then the project's licence is another.
            return own.hasPrefix("EUPL-") || own.hasPrefix("CECILL-2") ? nil : .no(whole)
        }
        switch (theirs.kind, ours.kind) {
        case (.gpl, .lgpl), (.agpl, .lgpl): return .no(whole)
        case (.agpl, .gpl) where ours.highest < 3: return .no(whole)
        case (.agpl, .gpl), (.gpl, .agpl), (.gpl, .gpl), (.agpl, .agpl):
            let meets = !theirs.versions.intersection(ours.versions).isEmpty
            // Version 3 of the GPL and of the AGPL may be combined (article 13 of both).
            let bothReachThree = theirs.versions.contains(3) && ours.versions.contains(3)
            return meets || bothReachThree ? .yes : .no(whole)
        default: return nil
        }
    }

    private static func eupl(_ theirs: String, into own: String, _ ours: GNU?) -> Bool {
        if own.hasPrefix("EUPL-") { return theirs == "EUPL-1.1" || own == "EUPL-1.2" }
        let old: Set<String> = [
            "GPL-2.0-only", "GPL-2.0-or-later", "OSL-2.1", "OSL-3.0", "CPL-1.0", "EPL-1.0", "CECILL-2.0",
        ]
        if old.contains(own) { return true }
        guard theirs == "EUPL-1.2" else { return false }
        return ours.map { [.gpl, .agpl, .lgpl].contains($0.kind) } ?? false
            || ["CECILL-2.1", "MPL-2.0", "LiLiQ-R-1.1", "LiLiQ-Rplus-1.1", "CC-BY-SA-3.0"].contains(own)
    }

    /// A GNU licence's kind and the versions that may be chosen.
    private struct GNU {
        enum Kind { case gpl, lgpl, agpl }
        let kind: Kind
        let versions: Set<Int>
        var highest: Int { versions.max() ?? 0 }

        init?(_ identifier: String) {
            let parts = identifier.split(separator: "-")
            guard parts.count >= 2, let version = parts[1].first?.wholeNumberValue else { return nil }
            switch parts[0] {
            case "GPL": kind = .gpl
            case "LGPL": kind = .lgpl
            case "AGPL": kind = .agpl
            default: return nil
            }
            versions = identifier.hasSuffix("-or-later") ? Set(version...3) : [version]
        }
    }
}
