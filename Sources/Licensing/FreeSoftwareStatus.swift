// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What an expression means for an administration: is it free software, and does the decree list it (CRPA L.323-2 and
// D.323-2-1, decrees 2017-638 and 2021-1559)? Each operand is looked up in a table; OR takes the better, AND the worse.

/// Whether a licence makes software free, as DINUM's free-software policy counts: the FSF or the OSI lists it.
public enum FreeSoftwareStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// The FSF or the OSI lists it.
    case free
    /// A data or open-government licence that neither lists.
    case dataLicense
    /// A known licence that neither lists.
    case nonFree
    /// A licence that nobody can tell.
    case unknown
    /// No licence.
    case none

    /// The status of an expression; `.none` without one.
    public init(_ expression: LicenseExpression?) {
        self = expression?.freeSoftware ?? .none
    }
}

/// The family that a licence belongs to in the list an administration may choose from without an approval.
public enum DecreeFamily: String, Sendable, Hashable, Codable, CaseIterable {
    /// Software, permissive: Apache, BSD, CeCILL-B, MIT.
    case permissive
    /// Software, with an obligation of reciprocity: MPL, GNU, CeCILL, EUPL, EPL.
    case reciprocity
    /// Data: Licence Ouverte, ODbL.
    case data
    /// Not on the list: it needs an approval (homologation).
    case notListed
    /// No licence.
    case none

    /// The family of an expression; `.none` without one.
    public init(_ expression: LicenseExpression?) {
        self = expression?.decree ?? .none
    }
}

extension LicenseExpression {
    /// The free-software status: `OR` takes the better of its parts, `AND` the worse, an exception changes nothing.
    public var freeSoftware: FreeSoftwareStatus {
        node.folded(FreeSoftwareStatus.best, better: { $0 < $1 }, of: \.freeSoftware)
    }

    /// The decree's family: `OR` takes the listed side, `AND` needs both. Where both sides are listed, `OR` takes
    /// the first in the order permissive, reciprocity, data, and `AND` the last. An operand counts by its exact
    /// identifier, so `EUPL-1.0`, `CECILL-1.1` and `W3C-20150513` are not listed.
    public var decree: DecreeFamily {
        node.folded(DecreeFamily.best, better: { $0 < $1 }, of: \.decree)
    }

    /// Whether the OSI has approved a licence that may be chosen; `nil` when the answer hangs on a licence outside the
    /// SPDX list.
    public var osiApproved: Bool? {
        node.flag { $0.listed?.isOSIApproved }
    }

    /// Whether the FSF says free of a licence that may be chosen; `nil` when the answer hangs on a licence of which it
    /// says nothing.
    public var fsfFree: Bool? {
        node.flag { $0.listed?.isFSFLibre }
    }
}

extension FreeSoftwareStatus {
    fileprivate static let best: [FreeSoftwareStatus] = [.free, .dataLicense, .nonFree, .unknown, .none]
}

extension DecreeFamily {
    fileprivate static let best: [DecreeFamily] = [.permissive, .reciprocity, .data, .notListed, .none]
}

extension LicenseExpression.Node {
    /// Folds the operands' values by their rank in `order`, best first: OR keeps the best, AND the worst.
    fileprivate func folded<Value: Equatable>(
        _ order: [Value], better: (Int, Int) -> Bool, of value: (LicenseOperand) -> Value
    ) -> Value {
        func rank(_ node: Self) -> Int {
            switch node {
            case .license(let operand): order.firstIndex(of: value(operand)) ?? order.count - 1
            case .or(let parts): parts.map(rank).min(by: better) ?? order.count - 1
            case .and(let parts): parts.map(rank).max(by: better) ?? order.count - 1
            }
        }
        return order[rank(self)]
    }

    /// Three-valued logic: an OR is true with one true part, an AND false with one false part, else `nil` wins.
    fileprivate func flag(_ value: (LicenseOperand) -> Bool?) -> Bool? {
        switch self {
        case .license(let operand): return value(operand)
        case .or(let parts): return Self.decide(parts.map { $0.flag(value) }, by: true)
        case .and(let parts): return Self.decide(parts.map { $0.flag(value) }, by: false)
        }
    }

    private static func decide(_ values: [Bool?], by decisive: Bool) -> Bool? {
        if values.contains(decisive) { return decisive }
        return values.contains(nil) ? nil : !decisive
    }
}

extension LicenseOperand {
    /// What the list says of the operand's own identifier, or of its successor for a deprecated one without flags.
    fileprivate var listed: SPDXLicense? {
        let own = SPDXLicenseList.license(identifier)
        if let own, own.isDeprecated, !own.isOSIApproved, own.isFSFLibre == nil {
            return SPDXLicenseList.license(normalized.identifier) ?? own
        }
        return own
    }

    /// "Or later" lets its reader take the later version, so the best that it reaches counts: GPL-1.0 has neither
    /// flag, and whoever holds `GPL-1.0-or-later` may still take GPL-2.0.
    fileprivate var freeSoftware: FreeSoftwareStatus {
        let own = status
        if own == .free { return own }
        let reached = reach.map(\.status)
        return FreeSoftwareStatus.best.first { reached.contains($0) || own == $0 } ?? own
    }

    private var status: FreeSoftwareStatus {
        if let listed {
            if listed.isOSIApproved || listed.isFSFLibre == true { return .free }
            return Self.openData.contains { $0.matches(identifier) } ? .dataLicense : .nonFree
        }
        if Self.openData.contains(where: { $0.matches(identifier) }) { return .dataLicense }
        guard identifier.hasPrefix(Self.scancodePrefix) else { return .unknown }
        let key = identifier.dropFirst(Self.scancodePrefix.count)
        let isUnknown =
            key.contains("unknown") || key.hasPrefix("other-") || key.hasPrefix("generic-")
            || key.split(separator: "-").contains("cla")
        return isUnknown ? .unknown : .nonFree
    }

    fileprivate var decree: DecreeFamily {
        guard ownDecree == .notListed else { return ownDecree }
        let reached = reach.map(\.ownDecree)
        return DecreeFamily.best.first { reached.contains($0) } ?? .notListed
    }

    private var ownDecree: DecreeFamily {
        Self.decreeList.first { $0.patterns.contains { $0.matches(identifier) } }?.family ?? .notListed
    }

    private static let scancodePrefix = "LicenseRef-scancode-"

    /// Licences made for data or for public information. `NCGL-UK` (no commercial use) is not one of them, and
    /// LicenseDB's `ogl-1.0a` is the Open Game License.
    private static let openData: [IdentifierPattern] = [
        "etalab-2.0", "LicenseRef-etalab-1.0", "LicenseRef-etalab-1.0-or-later", "LicenseRef-scancode-etalab-2.0*",
        "OGL-*", "LicenseRef-scancode-ogl-canada-*", "LicenseRef-scancode-ogl-wpd-*", "OGDL-*", "NLOD-*", "DL-DE-*",
        "ODbL-*", "ODC-By-*", "PDDL-*", "CDLA-*", "O-UDA-*",
    ]

    /// The decree's table, with the data licence's first version where a later one may be chosen.
    private static let decreeList: [(family: DecreeFamily, patterns: [IdentifierPattern])] = [
        (.permissive, ["Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CECILL-B", "MIT"]),
        (
            .reciprocity,
            [
                "MPL-2.0", "GPL-*", "LGPL-*", "AGPL-*", "CECILL-2.0", "CECILL-2.1", "CECILL-C", "EUPL-1.1", "EUPL-1.2",
                "EPL-1.0", "EPL-2.0",
            ]
        ),
        (.data, ["etalab-2.0", "ODbL-1.0"]),
    ]
}

/// An identifier, or a prefix of identifiers when it ends with `*`.
private struct IdentifierPattern: Sendable, ExpressibleByStringLiteral {
    private let text: String
    private let isPrefix: Bool

    init(stringLiteral value: String) {
        isPrefix = value.hasSuffix("*")
        text = isPrefix ? String(value.dropLast()) : value
    }

    func matches(_ identifier: String) -> Bool {
        isPrefix ? identifier.hasPrefix(text) : identifier == text
    }
}
