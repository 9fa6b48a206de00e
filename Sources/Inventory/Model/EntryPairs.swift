// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Which entry of one inventory is which of another: by forge, owner and name; and where a name is gone and another is
// new, by what the forge says: its own identifier, which survives a move, or the names it had before.

import Forges

struct EntryPairs {
    enum Pair {
        case both(old: InventoryEntry, new: InventoryEntry)
        /// Gone; with the day since which `inventory.yml` ignores it, if it does.
        case onlyOld(InventoryEntry, ignoredSince: String?)
        case onlyNew(InventoryEntry)
    }

    private(set) var all: [Pair] = []

    init(_ old: Inventory, _ new: Inventory) {
        var waiting = Dictionary(grouping: old.entries, by: \.key)
        var appeared: [InventoryEntry] = []
        var unsettled: [InventoryEntry] = []
        func pair(_ entry: InventoryEntry, with index: Int) {
            guard let match = waiting[entry.key]?.remove(at: index) else { return }
            all.append(.both(old: match, new: entry))
        }
        // Two copies of a repository are told apart by their paths, as far as these are the same.
        for entry in new.entries {
            if let same = waiting[entry.key]?.firstIndex(where: { $0.path == entry.path && !entry.isOther(than: $0) }) {
                pair(entry, with: same)
            } else {
                unsettled.append(entry)
            }
        }
        for entry in unsettled {
            if let same = waiting[entry.key]?.firstIndex(where: { !entry.isOther(than: $0) }) {
                pair(entry, with: same)
            } else {
                appeared.append(entry)
            }
        }
        var gone = old.entries.filter { entry in waiting[entry.key]?.contains { $0.path == entry.path } ?? false }
        for entry in appeared {
            if let before = gone.firstIndex(where: { entry.isRenamed(from: $0) }) {
                all.append(.both(old: gone.remove(at: before), new: entry))
            } else {
                all.append(.onlyNew(entry))
            }
        }
        let ignored = Dictionary(
            new.ignored.map { ([$0.forge, $0.owner ?? "", $0.name], $0.since) }, uniquingKeysWith: { first, _ in first }
        )
        all += gone.map { .onlyOld($0, ignoredSince: ignored[[$0.forge ?? "", $0.owner ?? "", $0.name]]) }
    }
}

extension InventoryEntry {
    /// Forge, owner and name; the path where the layout names no forge.
    fileprivate var key: [String] { forge.map { [$0, owner ?? "", name] } ?? [path] }

    /// Whether the forge says that it is another repository, one that took over a name.
    fileprivate func isOther(than old: InventoryEntry) -> Bool {
        guard let record = forgeRecord, let before = old.forgeRecord, let id = record.id, let oldID = before.id else {
            return false
        }
        return record.host == before.host && id != oldID
    }

    fileprivate func isRenamed(from old: InventoryEntry) -> Bool {
        guard let record = forgeRecord else { return false }
        if let before = old.forgeRecord, let id = record.id, record.host == before.host, id == before.id { return true }
        let formerName = [old.forge, old.owner, old.name].compactMap(\.self).joined(separator: "/")
        return old.forge != nil && record.formerNames.contains(formerName)
    }
}
