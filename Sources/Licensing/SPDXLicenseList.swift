// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Looks a licence up in the SPDX list. The lookup ignores case and answers with the canonical spelling:
//
//     SPDXLicenseList.license("mit")?.identifier        // "MIT"
//     SPDXLicenseList.license("CECILL-2.1")?.isFSFLibre // nil: the FSF says nothing about it

/// What the SPDX list says about one licence.
public struct SPDXLicense: Sendable, Hashable {
    /// The identifier, in its canonical spelling.
    public let identifier: String
    /// Whether the list has replaced the identifier by another, such as `GPL-2.0` by `GPL-2.0-only`.
    public let isDeprecated: Bool
    /// Whether the Open Source Initiative has approved it.
    public let isOSIApproved: Bool
    /// What the Free Software Foundation says of it; `nil` when it says nothing, which is not a "no".
    public let isFSFLibre: Bool?
}

/// The SPDX licence list, version 3.27.0.
public enum SPDXLicenseList {
    /// The list's version.
    public static let version = "3.27.0"

    /// Where the facts come from.
    public static let source = "SPDX License List 3.27.0 (2025-07-01), as carried by the PyPI package reuse 6.2.0"

    /// Every licence of the list, in alphabetical order.
    public static let licenses: [SPDXLicense] = words(of: SPDXLicenseTable.licenses).map { name, flags in
        SPDXLicense(
            identifier: name,
            isDeprecated: flags.contains(UInt8(ascii: "d")),
            isOSIApproved: flags.contains(UInt8(ascii: "o")),
            isFSFLibre: flags.contains(UInt8(ascii: "f")) ? true : flags.contains(UInt8(ascii: "n")) ? false : nil)
    }

    /// The identifiers of every exception of the list, in alphabetical order.
    public static let exceptions: [String] = words(of: SPDXLicenseTable.exceptions).map(\.name)

    /// The licence an identifier names, whatever its case.
    public static func license(_ identifier: some StringProtocol) -> SPDXLicense? {
        licensesByKey[identifier.lowercased()]
    }

    /// The canonical spelling of an exception's identifier, whatever its case; `nil` when the list has no such exception.
    public static func exception(_ identifier: some StringProtocol) -> String? {
        exceptionsByKey[identifier.lowercased()]
    }

    private static let licensesByKey = Dictionary(
        uniqueKeysWithValues: licenses.map { ($0.identifier.lowercased(), $0) })

    private static let exceptionsByKey = Dictionary(uniqueKeysWithValues: exceptions.map { ($0.lowercased(), $0) })

    /// Taken apart byte by byte: by characters, it would cost each start more than a millisecond.
    private static func words(of table: String) -> [(name: String, flags: Substring.UTF8View)] {
        table.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { word in
            let parts = word.split(separator: UInt8(ascii: ":"), maxSplits: 1)
            return (String(decoding: parts[0], as: UTF8.self), parts.count > 1 ? parts[1] : parts[0].suffix(0))
        }
    }
}
