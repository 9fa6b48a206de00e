// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Whether a repository is proven to have been public on the inventory's day. Content is not publication: a repository
// that was opened in 2023 may hold commits of 2015, and any clock can be set. Only who saw it on the forge can tell.

import Forges
import Git
import Languages

/// What is known of a repository's publication on a day.
public struct Publication: Codable, Sendable, Equatable {
    /// Whether it is known to have been public.
    public enum Status: String, Codable, Sendable, CaseIterable {
        /// codescan saw it listed publicly on that day or before.
        case proven
        /// It may have been public or not.
        case unproven
        /// The forge made it after that day.
        case notYet
    }

    /// Whether it is known to have been public on the inventory's day.
    public var status: Status
    /// When codescan first saw it listed publicly (RFC 3339), which is then the latest that it was published; null unless
    /// proven.
    public var publishedBy: String?
    /// Why, in a sentence, in the language of the run.
    public var reason: String
}

extension Publication {
    /// Of an inventory that was written before codescan told it.
    static let untold = Publication(status: .unproven, reason: "the inventory does not say")

    /// What the forge's record proves of a date; of the time it was read when there is no date.
    package init(_ record: ForgeRecord?, on date: GitDate?, _ language: Language) {
        status = record?.publicationStatus(on: date) ?? .unproven
        func day(_ text: String?) -> String { language.longDate(text ?? "") }
        let (host, made, seen) = (record?.host ?? "", day(record?.createdAt), day(record?.firstSeenAt))
        switch status {
        case .notYet:
            reason = language(
                "\(host) made it on \(made), after that day", "\(host) l’a créé le \(made), après ce jour")
        case .proven:
            publishedBy = record?.firstSeenAt
            reason = language(
                "codescan saw it listed publicly on \(seen)", "codescan l’a vu listé publiquement le \(seen)")
        case .unproven where record == nil:
            reason = language(
                "no forge's record beside the repository: only codescan mirror, which saw it listed, can prove it",
                "aucune fiche de forge à côté du dépôt\u{A0}: seul codescan mirror, qui l’y a vu, peut le prouver")
        case .unproven where seen.isEmpty:
            reason = language("codescan never saw it listed publicly", "codescan ne l’a jamais vu listé publiquement")
        case .unproven:
            reason = language(
                "codescan first saw it listed publicly on \(seen), after that day; the dates of commits prove nothing",
                "codescan l’a vu listé publiquement le \(seen) pour la première fois, après ce jour\u{A0}; "
                    + "les dates des commits ne prouvent rien")
        }
    }
}

extension ForgeRecord {
    /// What it proves of a date; of the time it was read when there is no date.
    func publicationStatus(on date: GitDate?) -> Publication.Status {
        func isLater(_ text: String) -> Bool {
            guard let date, let instant = GitDate(rfc3339: text) else { return false }
            return instant.seconds > date.seconds
        }
        if let createdAt, isLater(createdAt) { return .notYet }
        return firstSeenAt.map { isLater($0) ? .unproven : .proven } ?? .unproven
    }

    /// Whether what it says was so at a date: what a forge says today of forks and archives need not have been so before.
    func speaks(for date: GitDate?) -> Bool {
        guard let date else { return true }
        guard let seen = lastSeenAt.flatMap({ GitDate(rfc3339: $0) }) else { return false }
        return seen.seconds <= date.seconds
    }
}

extension KeyedDecodingContainer {
    /// Reads entries without a publication, too, as the first inventories have them.
    func decode(_ type: Publication.Type, forKey key: Key) throws -> Publication {
        try decodeIfPresent(type, forKey: key) ?? .untold
    }
}
