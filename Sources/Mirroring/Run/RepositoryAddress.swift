// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Repositories that no forge lists: a plain list of their addresses, one a line.
//
//     # the laboratory's own server
//     https://git.example.org/laboratoire/modele.git

import Forges
import Foundation
import Languages

/// Something wrong in a list of addresses.
public struct AddressListError: Error, Sendable, Hashable, Spoken {
    private let mistakes: [Bilingual]

    fileprivate init(_ mistakes: [Bilingual]) { self.mistakes = mistakes }

    /// One line for each mistake: file, line, what is wrong, how to mend it.
    public func sentence(_ language: Language) -> String { mistakes.map { $0(language) }.joined(separator: "\n") }
}

/// The address of a repository, as somebody wrote it.
public struct RepositoryAddress: Sendable, Hashable {
    /// The address itself.
    public let url: String
    /// Where its mirror is kept.
    public let place: MirrorPlace

    /// The addresses of a list: empty lines and those that begin with `#` are left out, and what is named twice counts
    /// once.
    /// - Throws: `AddressListError`, with all its mistakes.
    public static func list(_ text: String, file: String) throws(AddressListError) -> [RepositoryAddress] {
        var addresses: [RepositoryAddress] = []
        var places: Set<MirrorPlace> = []
        var mistakes: [Bilingual] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            let line = line.trimmingCharacters(in: .whitespaces)
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            do {
                let address = try RepositoryAddress(line)
                if places.insert(address.place).inserted { addresses.append(address) }
            } catch {
                mistakes.append(Bilingual { "\(file):\(index + 1)\($0.colon) \(error.reason($0))" })
            }
        }
        guard mistakes.isEmpty else { throw AddressListError(mistakes) }
        return addresses
    }

    private struct Mistake: Error {
        let reason: Bilingual
    }

    private init(_ text: String) throws(Mistake) {
        // A password must not be repeated in a message, nor be kept in a mirror.
        guard !text.contains("@") else {
            throw Mistake(
                reason: Bilingual(
                    "an address with a name or a password in it; leave out what stands before the @",
                    "une adresse avec un nom ou un mot de passe\u{A0}; ôtez ce qui précède le @"))
        }
        guard let components = URLComponents(string: text), let host = components.host, !host.isEmpty,
            ["https", "http", "git"].contains(components.scheme?.lowercased()), components.query == nil,
            components.fragment == nil
        else {
            throw Mistake(
                reason: Bilingual(
                    "\"\(text)\" is no address; write one such as https://git.example.org/owner/name",
                    "«\u{A0}\(text)\u{A0}» n’est pas une adresse\u{A0}; écrivez-en une comme https://git.example.org/compte/nom"
                ))
        }
        var folders = components.path.split(separator: "/").map(String.init)
        let last = folders.popLast() ?? ""
        let name = last.hasSuffix(".git") ? String(last.dropLast(4)) : last
        guard !folders.isEmpty,
            let place = MirrorPlace(
                host: host + (components.port.map { ":\($0)" } ?? ""), owner: folders.joined(separator: "/"), name: name
            )
        else {
            throw Mistake(
                reason: Bilingual(
                    "\"\(text)\" names no repository; write https://HOST/OWNER/NAME",
                    "«\u{A0}\(text)\u{A0}» ne nomme aucun dépôt\u{A0}; écrivez https://HÔTE/COMPTE/NOM"))
        }
        url = text
        self.place = place
    }

    /// What is known of it: its place.
    var listed: ListedRepository {
        var record = ForgeRecord(kind: nil, host: place.host, owner: place.owner, name: place.name)
        record.url = url.hasSuffix(".git") ? String(url.dropLast(4)) : url
        return ListedRepository(record: record, cloneURL: url)
    }
}
