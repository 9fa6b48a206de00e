// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The inventory by address: which repository or group an address names, under its present name, a former one or an
// alias – and, where there is none, whether the inventory would have it if it were there.

import Forges
import Inventory

/// What an address names.
public enum AddressTarget: Sendable, Hashable {
    /// One repository, by its position in the inventory's entries.
    case repository(Int, FoundBy)
    /// The repositories of an organisation, a group with its subgroups, or a whole forge; never empty.
    case group([Int], FoundBy)
    /// A repository that inventory.yml tells to ignore since a day (yyyy-mm-dd).
    case ignored(since: String)
    /// The inventory has repositories of the account and not this one. It may be gone, or closed, or nobody mirrored it:
    /// no evidence, and worth a look.
    case absent
    /// The inventory has nothing of the account or the host: nobody looked.
    case notLookedAt
}

/// How an address led to a repository.
public enum FoundBy: String, Sendable, Codable, CaseIterable {
    /// By its present address.
    case url
    /// By a name that the forge says it had before.
    case formerName
    /// By the alias file.
    case alias
    /// By a proposal that a person accepted.
    case acceptance
}

/// The inventory's entries by address.
struct InventoryDirectory: Sendable {
    let inventory: Inventory
    let aliases: Aliases
    /// Positions of entries by present and by former address, in lower case; several where a forge tells cases apart.
    private var present: [String: [Int]] = [:]
    private var former: [String: [Int]] = [:]
    private var groups: [String: [Int]] = [:]
    private var ignored: [String: String] = [:]
    /// Accounts (a host and the first part of an owner's path) of which there are repositories.
    private var accounts: Set<String> = []

    init(_ inventory: Inventory, aliases: Aliases = .none) {
        self.inventory = inventory
        self.aliases = aliases
        for (position, entry) in inventory.entries.enumerated() {
            guard let host = entry.forge else { continue }
            let owner = entry.owner?.split(separator: "/").map(String.init) ?? []
            present[ForgeAddress.key(host, owner + [entry.name]), default: []].append(position)
            for count in 0...owner.count {
                groups[ForgeAddress.key(host, owner.prefix(count)), default: []].append(position)
            }
            for name in entry.forgeRecord?.formerNames ?? [] { former[name.lowercased(), default: []].append(position) }
            accounts.insert(ForgeAddress.key(host, owner.prefix(1)))
        }
        for repository in inventory.ignored {
            let owner = repository.owner?.split(separator: "/").map(String.init) ?? []
            ignored[ForgeAddress.key(repository.forge, owner + [repository.name])] = repository.since
            accounts.insert(ForgeAddress.key(repository.forge, owner.prefix(1)))
        }
    }

    /// What an address names; an alias, a person's word, is followed first.
    func target(of address: ForgeAddress) -> AddressTarget {
        if let alias = aliases.present(address), let found = found(alias, by: .alias) { return found }
        if let found = found(address, by: .url) { return found }
        for path in prefixes(of: address) {
            if let position = former[ForgeAddress.key(address.host, path)]?.first {
                return .repository(position, .formerName)
            }
        }
        for path in prefixes(of: address) {
            if let since = ignored[ForgeAddress.key(address.host, path)] { return .ignored(since: since) }
        }
        let account = ForgeAddress.key(address.host, address.path.prefix(1))
        return address.path.count > 1 && accounts.contains(account) ? .absent : .notLookedAt
    }

    /// The entry whose address is `host/owner/name`, in any spelling.
    func entry(named name: String) -> Int? {
        guard let address = ForgeAddress(name), case .repository(let position, _) = target(of: address) else {
            return nil
        }
        return position
    }

    /// Whether an address names an account or a group.
    func isGroup(_ name: String) -> Bool {
        guard let address = ForgeAddress(name), case .group = target(of: address) else { return false }
        return true
    }

    private func found(_ address: ForgeAddress, by: FoundBy) -> AddressTarget? {
        for path in prefixes(of: address) {
            guard let positions = present[ForgeAddress.key(address.host, path)] else { continue }
            let sameCase = positions.first { inventory.entries[$0].name == path.last }
            return .repository(sameCase ?? positions[0], by)
        }
        return groups[address.key].map { .group($0, by) }
    }

    /// The paths that may be a repository's, the longest first: a file's address may give no sign of where the name ends.
    private func prefixes(of address: ForgeAddress) -> [ArraySlice<String>] {
        stride(from: address.path.count, to: 0, by: -1).map { address.path.prefix($0) }
    }
}
