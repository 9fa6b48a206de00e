// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Where a forge shows a file and takes issues, by the program it runs. Where that is not known, the repository's own page
// is named: no address is made up.

import ForgeRecords
import Inventory

/// The pages of a repository on its forge.
struct ForgePages {
    private let url: String
    private let kind: ForgeKind?
    private let head: InventoryEntry.Head?

    init(_ entry: InventoryEntry) {
        url = entry.url ?? ""
        kind = entry.forgeKind
        head = entry.head
    }

    /// The page of a file at what was read.
    func file(_ path: String) -> String {
        guard let kind, let head else { return url }
        let (revision, path) = (CheckSARIF.uri(head.branch ?? head.commit), CheckSARIF.uri(path))
        switch kind {
        case .github: return "\(url)/blob/\(revision)/\(path)"
        case .gitlab: return "\(url)/-/blob/\(revision)/\(path)"
        case .gitea: return "\(url)/src/\(head.branch == nil ? "commit" : "branch")/\(revision)/\(path)"
        case .gogs, .bitbucket: return "\(url)/src/\(revision)/\(path)"
        case .sourcehut: return "\(url)/tree/\(revision)/item/\(path)"
        }
    }

    /// Where people say what is wrong.
    var issues: String {
        switch kind {
        case .github?, .gitea?, .gogs?, .bitbucket?: url + "/issues"
        case .gitlab?: url + "/-/issues"
        // SourceHut keeps its trackers apart.
        case .sourcehut?, nil: url
        }
    }
}

extension InventoryEntry {
    /// The program its forge runs: by the forge's record, else by a host name that tells; null when neither does.
    var forgeKind: ForgeKind? {
        if let kind = forgeRecord?.kind { return kind }
        guard let forge else { return nil }
        return forge == "github.com" ? .github : forge.hasPrefix("gitlab.") ? .gitlab : nil
    }
}
