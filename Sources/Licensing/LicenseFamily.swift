// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Licences that come in versions, for statements such as "Eclipse Public License", which name the family and leave
// the version out.

/// A family of licences: one name, several versions.
public struct LicenseFamily: Sendable, Hashable {
    /// The name that people give the family.
    public let name: String
    /// What the identifiers of the family begin with.
    let stem: String
    /// What the name without a version grants, where a rule says so: the GNU licences let the reader choose any version
    /// when none is named (GPL-2.0 §9, GPL-3.0 §14), and SPDX and LicenseDB write that as the first one "or later".
    let unversioned: String?
    /// What the bare name usually means when nothing else in the repository says more, as LicenseDB reads it.
    private let usualIdentifier: String?

    init(_ name: String, _ stem: String, unversioned: String? = nil, usual: String? = nil) {
        self.name = name
        self.stem = stem
        self.unversioned = unversioned
        usualIdentifier = usual
    }

    /// Whether an identifier belongs to the family: `EPL-1.0` is an Eclipse Public License.
    public func contains(_ identifier: String) -> Bool {
        identifier.hasPrefix(stem) || (self == .openLicence && identifier.hasPrefix("LicenseRef-etalab-"))
    }

    /// What the bare name usually means (`BSD` is read as BSD-3-Clause, `Apache` as Apache-2.0); `nil` where nobody can
    /// say. A guess to fall back on, weaker than any evidence that names a version.
    public var usual: LicenseExpression? {
        (unversioned ?? usualIdentifier).map { LicenseExpression(LicenseOperand($0)) }
    }

    /// The family's licence at a version; `nil` when it has no such version.
    ///
    /// `+` is written only where the list has a later version to choose: "CeCILL (>= 2.1)" is `CECILL-2.1`.
    func license(version: [Int], orLater: Bool) -> LicenseOperand? {
        if self == .openLicence { return Self.openLicence(version: version, orLater: orLater) }
        if self == .bsd { return Self.bsd(clauses: version) }
        for candidate in [version, version + [0]] {
            let number = candidate.map(String.init).joined(separator: ".")
            if let gnu = GNUIdentifier(stem + number) {
                let identifier = gnu.identifier(orLater: orLater)
                if SPDXLicenseList.license(identifier) != nil { return LicenseOperand(identifier) }
            } else if let listed = SPDXLicenseList.license(stem + number) {
                let operand = LicenseOperand(listed.identifier, isOrLater: true)
                return orLater && operand.reach.count > 2 ? operand : LicenseOperand(listed.identifier)
            }
        }
        return nil
    }

    private static func openLicence(version: [Int], orLater: Bool) -> LicenseOperand? {
        switch version.first {
        case 1: LicenseOperand(orLater ? OpenLicence.version1OrLater : OpenLicence.version1)
        case 2: LicenseOperand(OpenLicence.version2)
        default: nil
        }
    }

    private static func bsd(clauses: [Int]) -> LicenseOperand? {
        switch clauses.first {
        case 0: LicenseOperand("0BSD")
        case let count? where (1...4).contains(count): LicenseOperand("BSD-\(count)-Clause")
        default: nil
        }
    }
}

extension LicenseFamily {
    static let agpl = LicenseFamily("GNU Affero General Public License", "AGPL-", unversioned: "AGPL-3.0-or-later")
    static let lgpl = LicenseFamily("GNU Lesser General Public License", "LGPL-", unversioned: "LGPL-2.0-or-later")
    static let gpl = LicenseFamily("GNU General Public License", "GPL-", unversioned: "GPL-1.0-or-later")
    static let gfdl = LicenseFamily("GNU Free Documentation License", "GFDL-", unversioned: "GFDL-1.1-or-later")
    static let apache = LicenseFamily("Apache License", "Apache-", usual: "Apache-2.0")
    static let bsd = LicenseFamily("BSD License", "BSD-", usual: "BSD-3-Clause")
    static let cecill = LicenseFamily("CeCILL", "CECILL-")
    static let eupl = LicenseFamily("European Union Public Licence", "EUPL-")
    static let openLicence = LicenseFamily("Licence Ouverte", "etalab-")
    static let creativeCommons = LicenseFamily("Creative Commons", "CC-")
}
