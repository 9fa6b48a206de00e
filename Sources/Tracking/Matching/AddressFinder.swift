// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Looks a commitment's addresses up, one after the other, and keeps what they name.

import Git
import Inventory

struct AddressFinder {
    /// An address that a repository or group no longer has.
    struct Move {
        let from: ForgeAddress
        /// The present address.
        let url: String
        /// The present name, `host/owner/name`.
        let name: String

        /// What to write in the place of a spelling of `from`; nil where that is not sure: another forge has other paths
        /// to a file.
        func replacement(of address: ForgeAddress) -> String? {
            guard address.tail.isEmpty || ForgeAddress(url)?.host == address.host else { return nil }
            return ([url] + address.tail).joined(separator: "/") + address.suffix
        }
    }

    private let directory: InventoryDirectory
    private let pastDate: GitDate?
    private(set) var findings = Findings()
    /// By the key of the former address.
    private(set) var moves: [String: Move] = [:]
    private var seen: Set<String> = []
    /// Where each repository stands in the findings, by its position in the inventory's entries.
    private var places: [Int: Int] = [:]

    init(_ directory: InventoryDirectory, pastDate: GitDate?) {
        self.directory = directory
        self.pastDate = pastDate
    }

    /// Looks an address up, once however often a cell has it; each spelling is replaced when it moved.
    mutating func find(_ address: ForgeAddress) {
        guard seen.insert(address.key).inserted else { return }
        switch directory.target(of: address) {
        case .repository(let position, let foundBy):
            add(position, foundBy)
            if foundBy == .formerName || foundBy == .alias {
                let entry = directory.inventory.entries[position]
                moves[address.key] = Move(from: address, url: entry.address, name: entry.fullName)
            }
        case .group(let positions, let foundBy):
            add(group: positions, foundBy)
            if foundBy == .alias, let present = directory.aliases.present(address) {
                let name = ([present.host] + present.path).joined(separator: "/")
                moves[address.key] = Move(from: address, url: "https://" + name, name: name)
            }
        case .ignored(let since): findings.ignored.append((address.key, since))
        case .absent: findings.absent.append(address.key)
        case .notLookedAt: findings.notLookedAt.append(address.key)
        }
    }

    /// Adds a repository, once however often it is named.
    mutating func add(_ position: Int, _ foundBy: FoundBy, counts: Bool = true) {
        let repository = TrackedRepository(
            position: position, foundBy: foundBy,
            state: RepositoryState(directory.inventory.entries[position], on: pastDate), counts: counts)
        if let place = places[position] {
            if counts, !findings.repositories[place].counts { findings.repositories[place] = repository }
        } else {
            places[position] = findings.repositories.count
            findings.repositories.append(repository)
        }
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
