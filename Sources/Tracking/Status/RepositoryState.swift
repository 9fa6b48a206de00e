// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What one repository's evidence says of its being open, by itself.

import Git
import Inventory
import Licensing

/// Whether a repository is open, and what is missing where it is not wholly.
public enum RepositoryState: String, Sendable, Codable, CaseIterable {
    /// Public, with files, under a free-software licence.
    case open
    /// Public, with files, and nothing says under which licence.
    case noLicense
    /// Under a licence for data, which is no free-software licence.
    case dataLicense
    /// Under a licence that the OSI and the FSF do not list.
    case notFree
    /// Under a licence that nobody can tell.
    case unknownLicense
    /// Public, without a file.
    case empty
    /// The forge no longer shows it.
    case vanished
    /// The forge made it after the day in question.
    case notYetCreated
    /// Open by its content, and nothing proves that it was public by the day in question.
    case unproven
    /// It could not be read.
    case unread

    /// The state of an entry; `date` is the past date in question, nil for the inventory's own present. Content is not
    /// publication: of a past date only what the forge's record proves counts.
    init(_ entry: InventoryEntry, on date: GitDate?) {
        // The words of the reason are not used here.
        let publication = date.map { Publication(entry.forgeRecord, on: $0, .english).status }
        if publication == .notYet {
            self = .notYetCreated
        } else if entry.vanishedSince(on: date) != nil {
            self = .vanished
        } else if entry.kind == nil {
            self = .unread
        } else if publication == .unproven {
            self = .unproven
        } else if entry.kind == .empty {
            self = .empty
        } else {
            switch entry.license.freeSoftware {
            case .free: self = .open
            case .dataLicense: self = .dataLicense
            case .nonFree: self = .notFree
            case .unknown: self = .unknownLicense
            case .none: self = .noLicense
            }
        }
    }

    /// What it means for a commitment.
    enum Meaning { case open, partly, gone, notKnown }

    var meaning: Meaning {
        switch self {
        case .open: .open
        case .noLicense, .dataLicense, .notFree, .unknownLicense, .empty: .partly
        case .vanished, .notYetCreated: .gone
        case .unproven, .unread: .notKnown
        }
    }
}
