// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Looks a commitment's addresses up, one after the other, and keeps what they name.

import Git
import Inventory

struct AddressFinder {
    /// An address that a repository no longer has.
    struct Move {
        let from: ForgeAddress
        /// The position of the repository in the inventory's entries.
        let position: Int
    }

    private let directory: InventoryDirectory
    private let pastDate: GitDate?
    private(set) var findings = Findings()
    private(set) var moves: [Move] = []

    init(_ directory: InventoryDirectory, pastDate: GitDate?) {
        self.directory = directory
        self.pastDate = pastDate
    }

    mutating func find(_ address: ForgeAddress) {
        switch directory.target(of: address) {
        case .repository(let position, let foundBy):
            add(position, foundBy)
            if foundBy == .formerName || foundBy == .alias { moves.append(Move(from: address, position: position)) }
        case .group(let positions, let foundBy): add(group: positions, foundBy)
        case .ignored(let since): findings.ignored.append((address.key, since))
        case .absent(let listed):
            // Today's list proves nothing of a past date.
            findings.absent.append((address.key, listed && pastDate == nil))
        case .notLookedAt: findings.notLookedAt.append(address.key)
        }
    }

    /// Adds a repository, once however often it is named.
    mutating func add(_ position: Int, _ foundBy: FoundBy, counts: Bool = true) {
        if let index = findings.repositories.firstIndex(where: { $0.position == position }) {
            guard counts, !findings.repositories[index].counts else { return }
            findings.repositories.remove(at: index)
        }
        findings.repositories.append(
            TrackedRepository(
                position: position, foundBy: foundBy,
                state: RepositoryState(directory.inventory.entries[position], on: pastDate), counts: counts))
    }

    /// Of a group its own software counts: no forks, no mirrors, nothing that is empty, only data or documentation, or no
    /// longer there; unless there is nothing else.
    private mutating func add(group positions: [Int], _ foundBy: FoundBy) {
        let entries = directory.inventory.entries
        let present = positions.filter { RepositoryState(entries[$0], on: pastDate).meaning != .gone }
        let own = present.filter { position in
            let entry = entries[position]
            let isOther = entry.kind == .data || entry.kind == .documentation || entry.kind == .empty
            return entry.fork != true && entry.mirror != true && !isOther
        }
        let counted = Set(!own.isEmpty ? own : !present.isEmpty ? present : positions)
        for position in positions { add(position, foundBy, counts: counted.contains(position)) }
    }
}
