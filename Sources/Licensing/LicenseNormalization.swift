// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Turns an expression into the one way of saying it: deprecated identifiers become their successors, `+` becomes
// `-or-later` where the list has it, duplicates and absorbed parts go.

extension LicenseExpression {
    /// The same expression without deprecated identifiers: `GPL-2.0` is `GPL-2.0-only`, `GPL-2.0+` is
    /// `GPL-2.0-or-later`, `GPL-2.0-with-classpath-exception` is `GPL-2.0-only WITH Classpath-exception-2.0`. A
    /// deprecated identifier without a known successor stays.
    public var normalized: LicenseExpression {
        LicenseExpression(node: node.mapOperands { .license($0.normalized) })
    }

    /// The same expression without what adds nothing: nested parentheses of one kind are flattened, duplicates go, and
    /// so does what is absorbed (`A OR (A AND B)` is `A`, `A AND (A OR B)` is `A`). First appearance gives the order.
    public var simplified: LicenseExpression {
        LicenseExpression(node: node.simplified)
    }

    /// The same expression where each `-only` or bare version of the GNU family becomes `-or-later`.
    public func withOrLater() -> LicenseExpression {
        LicenseExpression(node: node.mapOperands { .license($0.withOrLater) })
    }

    /// Whether this grant lets its holder take `other`: it is this expression, one of its alternatives, or a version
    /// that an "or later" of it reaches. `GPL-1.0-or-later` covers `GPL-3.0-only`; `GPL-3.0-only` covers only itself.
    public func covers(_ other: LicenseExpression) -> Bool {
        let wanted = other.normalized.simplified
        return normalized.simplified.alternatives.contains { own in
            if own == wanted { return true }
            guard let mine = own.soleOperand, let theirs = wanted.soleOperand else { return false }
            return mine.exception == theirs.exception && mine.reach.contains(theirs)
        }
    }
}

extension LicenseOperand {
    /// The operand without a deprecated identifier, where a successor is known.
    var normalized: LicenseOperand {
        if let gnu = GNUIdentifier(identifier) {
            return LicenseOperand(
                gnu.identifier(orLater: gnu.isOrLater || isOrLater), exception: exception)
        }
        guard let successor = Self.successors[identifier], exception == nil || successor.exception == nil else {
            return self
        }
        let base = LicenseOperand(
            successor.identifier, isOrLater: isOrLater, exception: successor.exception ?? exception)
        return GNUIdentifier(base.identifier) == nil ? base : base.normalized
    }

    var withOrLater: LicenseOperand {
        let operand = normalized
        guard let gnu = GNUIdentifier(operand.identifier) else { return self }
        return LicenseOperand(gnu.identifier(orLater: true), exception: operand.exception)
    }

    /// Every operand that this one lets its reader choose: itself, and what "or later" reaches on the list.
    var reach: [LicenseOperand] {
        let operand = normalized
        var reached = [operand]
        if let gnu = GNUIdentifier(operand.identifier), gnu.isOrLater {
            for license in SPDXLicenseList.licenses where !license.isDeprecated {
                guard let other = GNUIdentifier(license.identifier), other.family == gnu.family else { continue }
                if !other.version.lexicographicallyPrecedes(gnu.version) {
                    reached.append(LicenseOperand(license.identifier, exception: operand.exception))
                }
            }
        } else if operand.isOrLater, let own = VersionedIdentifier(operand.identifier) {
            for license in SPDXLicenseList.licenses {
                guard let other = VersionedIdentifier(license.identifier), other.stem == own.stem else { continue }
                if !other.version.lexicographicallyPrecedes(own.version) {
                    reached.append(LicenseOperand(license.identifier, exception: operand.exception))
                }
            }
        } else if operand.identifier == OpenLicence.version1OrLater {
            reached += [OpenLicence.version1, OpenLicence.version2].map { LicenseOperand($0) }
        }
        return unique(reached)
    }

    /// The SPDX list's own advice for each deprecated identifier outside the plain GNU ones. `Net-SNMP` stacks several
    /// licences and has no successor.
    private static let successors: [String: LicenseOperand] = [
        "BSD-2-Clause-FreeBSD": LicenseOperand("BSD-2-Clause-Views"),
        "BSD-2-Clause-NetBSD": LicenseOperand("BSD-2-Clause"),
        "bzip2-1.0.5": LicenseOperand("bzip2-1.0.6"),
        "eCos-2.0": LicenseOperand("GPL-2.0-or-later", exception: "eCos-exception-2.0"),
        "GPL-2.0-with-autoconf-exception": LicenseOperand("GPL-2.0-only", exception: "Autoconf-exception-2.0"),
        "GPL-2.0-with-bison-exception": LicenseOperand("GPL-2.0-only", exception: "Bison-exception-2.2"),
        "GPL-2.0-with-classpath-exception": LicenseOperand("GPL-2.0-only", exception: "Classpath-exception-2.0"),
        "GPL-2.0-with-font-exception": LicenseOperand("GPL-2.0-only", exception: "Font-exception-2.0"),
        "GPL-2.0-with-GCC-exception": LicenseOperand("GPL-2.0-only", exception: "GCC-exception-2.0"),
        "GPL-3.0-with-autoconf-exception": LicenseOperand("GPL-3.0-only", exception: "Autoconf-exception-3.0"),
        "GPL-3.0-with-GCC-exception": LicenseOperand("GPL-3.0-only", exception: "GCC-exception-3.1"),
        "Nunit": LicenseOperand("zlib-acknowledgement"),
        "StandardML-NJ": LicenseOperand("SMLNJ"),
        "wxWindows": LicenseOperand("LGPL-2.0-or-later", exception: "WxWindows-exception-3.1"),
    ]
}

/// The Licence Ouverte of Etalab; the SPDX list has only its second version.
enum OpenLicence {
    static let version1 = "LicenseRef-etalab-1.0"
    static let version1OrLater = "LicenseRef-etalab-1.0-or-later"
    static let version2 = "etalab-2.0"
}

/// An identifier of the GNU family, taken apart: `LGPL-2.1-or-later`, `GPL-2.0`, `GFDL-1.3-no-invariants-only`.
struct GNUIdentifier: Equatable {
    let family: String
    let version: [Int]
    let invariants: String
    let isOrLater: Bool

    init?(_ identifier: String) {
        let pieces = identifier.split(separator: "-", maxSplits: 2)
        guard pieces.count >= 2, ["GPL", "LGPL", "AGPL", "GFDL"].contains(pieces[0]) else { return nil }
        var version = pieces[1]
        var tail = pieces.count > 2 ? pieces[2] : ""
        var isOrLater = false
        if version.last == "+" {
            version.removeLast()
            isOrLater = true
        }
        for (suffix, orLater) in [("or-later", true), ("only", false)] where tail.hasSuffix(suffix) {
            isOrLater = isOrLater || orLater
            tail.removeLast(suffix.count)
            if tail.last == "-" { tail.removeLast() }
            break
        }
        guard ["", "invariants", "no-invariants"].contains(tail) else { return nil }
        let numbers = version.split(separator: ".").map { Int($0) }
        guard numbers.count == 2, !numbers.contains(nil) else { return nil }
        family = String(pieces[0])
        self.version = numbers.compactMap(\.self)
        invariants = String(tail)
        self.isOrLater = isOrLater
    }

    func identifier(orLater: Bool) -> String {
        let number = version.map(String.init).joined(separator: ".")
        return [family, number, invariants, orLater ? "or-later" : "only"].filter { !$0.isEmpty }.joined(separator: "-")
    }
}

/// An identifier that ends with its version: `EUPL-1.1` is `EUPL` at 1.1.
struct VersionedIdentifier {
    let stem: Substring
    let version: [Int]

    init?(_ identifier: String) {
        guard let dash = identifier.lastIndex(of: "-") else { return nil }
        let numbers = identifier[identifier.index(after: dash)...].split(separator: ".").map { Int($0) }
        guard !numbers.isEmpty, !numbers.contains(nil) else { return nil }
        stem = identifier[..<dash]
        version = numbers.compactMap(\.self)
    }
}

extension LicenseExpression.Node {
    var simplified: Self {
        switch self {
        case .license: self
        case .and(let parts): Self.simplify(parts, by: .and)
        case .or(let parts): Self.simplify(parts, by: .or)
        }
    }

    /// Beyond this many compound parts only single parts absorb, which keeps the work linear.
    private static let pairwiseLimit = 64

    private static func simplify(_ parts: [Self], by operation: Operator) -> Self {
        let inner = joined(parts.map(\.simplified), by: operation).map { $0.parts(of: operation) } ?? []
        let candidates = unique(inner)
        let all = Set(candidates)
        let opposite: Operator = operation == .and ? .or : .and
        var kept = candidates.filter { part in
            let pieces = part.parts(of: opposite)
            return pieces.count == 1 || !pieces.contains { all.contains($0) }
        }
        let compounds = kept.map { Set($0.parts(of: opposite)) }
        if compounds.count(where: { $0.count > 1 }) <= pairwiseLimit {
            kept = kept.indices.filter { index in
                compounds[index].count == 1
                    || !compounds.indices.contains { other in
                        other != index && compounds[other].isStrictSubset(of: compounds[index])
                            || other < index && compounds[other] == compounds[index]
                    }
            }.map { kept[$0] }
        }
        return joined(kept, by: operation) ?? parts[0]
    }

    private func parts(of operation: Operator) -> [Self] {
        switch (self, operation) {
        case (.and(let parts), .and), (.or(let parts), .or): parts
        default: [self]
        }
    }
}
