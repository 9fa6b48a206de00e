// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The alias file: repositories and accounts that moved, old address to new one, where no forge says so.
//
//     github.com/etalab/ancien-nom: github.com/etalab/nouveau-nom
//     https://gitlab.example.org/ancien-groupe: https://forge.example.org/groupe

import Languages
import Yams

/// Addresses that moved.
public struct Aliases: Sendable {
    /// No alias.
    public static let none = Aliases(targets: [:])

    /// The new address by the key of the old one.
    private let targets: [String: ForgeAddress]

    private init(targets: [String: ForgeAddress]) { self.targets = targets }

    /// Reads the bytes of a file that people know as `file`.
    public init(bytes: [UInt8], file: String) throws(TrackFileError) {
        guard let root = try TrackYAML.root(bytes, file), !root.isEmptyDocument else {
            self = .none
            return
        }
        guard case .mapping(let mapping) = root else {
            throw TrackFileError(
                file, line: 1,
                Bilingual(
                    "give one line for each address that moved: OLD: NEW",
                    "écrivez une ligne pour chaque adresse qui a changé\u{A0}: ANCIENNE: NOUVELLE"))
        }
        var targets: [String: ForgeAddress] = [:]
        for (key, value) in mapping {
            let line = key.mark?.line
            guard let old = key.string.flatMap({ ForgeAddress($0) }), !old.path.isEmpty else {
                throw TrackFileError(
                    file, line: line,
                    Bilingual(
                        "\"\(key.string ?? "")\" is no address; write it as github.com/owner/name",
                        "«\u{A0}\(key.string ?? "")\u{A0}» n’est pas une adresse\u{A0}; écrivez-la comme github.com/compte/nom"
                    ))
            }
            guard let new = value.string.flatMap({ ForgeAddress($0) }), !new.path.isEmpty else {
                throw TrackFileError(
                    file, line: line,
                    Bilingual(
                        "\"\(value.string ?? "")\" is no address; write it as github.com/owner/name",
                        "«\u{A0}\(value.string ?? "")\u{A0}» n’est pas une adresse\u{A0}; écrivez-la comme github.com/compte/nom"
                    ))
            }
            guard targets.updateValue(new, forKey: old.key) == nil else {
                throw TrackFileError(
                    file, line: line,
                    Bilingual(
                        "\(old.key) is there twice; keep one",
                        "\(old.key) y est deux fois\u{A0}; gardez une des lignes"))
            }
        }
        self.targets = targets
        for (key, value) in mapping {
            if let old = key.string.flatMap({ ForgeAddress($0) }), present(old) == nil {
                throw TrackFileError(
                    file, line: key.mark?.line,
                    Bilingual(
                        "\(value.string ?? "") leads back to \(old.key); remove one of the lines",
                        "\(value.string ?? "") ramène à \(old.key)\u{A0}; ôtez une des lignes"))
            }
        }
    }

    /// Where an address moved to, over several moves; nil when it did not, or when the moves go round.
    func present(_ address: ForgeAddress) -> ForgeAddress? {
        var current: ForgeAddress?
        for _ in 0...targets.count {
            guard let next = moved(current ?? address) else { return current }
            current = next
        }
        return nil
    }

    /// The longest old address that the path begins with gives way to the new one.
    private func moved(_ address: ForgeAddress) -> ForgeAddress? {
        for count in stride(from: address.path.count, to: 0, by: -1) {
            guard let target = targets[ForgeAddress.key(address.host, address.path.prefix(count))] else { continue }
            return ForgeAddress(
                host: target.host, path: target.path + address.path.dropFirst(count), tail: address.tail,
                suffix: address.suffix)
        }
        return nil
    }
}
