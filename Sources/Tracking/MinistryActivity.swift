// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The inventory by ministry, as the tracking reports show it.

import Inventory
import Licensing

/// What a ministry's repositories come to.
public struct MinistryActivity: Sendable, Equatable {
    /// The ministry's name; nil for repositories of no known ministry.
    public let ministry: String?
    /// How many repositories.
    public let repositories: Int
    /// Those that say a licence, be it one that nobody can tell.
    public let withLicense: Int
    /// Those under a free-software licence.
    public let free: Int
    /// Those under a licence of the decree's list (CRPA, D.323-2-1), that of data included.
    public let inDecree: Int
    /// Those that carry a notice about an algorithm, models and talk left out.
    public let withNotices: Int
    /// The newest commit or push (yyyy-mm-dd); nil when no repository has one.
    public let lastActivity: String?

    init(_ ministry: String?, _ entries: [InventoryEntry]) {
        self.ministry = ministry
        repositories = entries.count
        withLicense = entries.count { $0.license.freeSoftware != .none }
        free = entries.count { $0.license.freeSoftware == .free }
        inDecree = entries.count { [.permissive, .reciprocity, .data].contains($0.license.decree) }
        withNotices = entries.count { ($0.algorithms ?? []).contains { InventoryEntry.telling.contains($0.kind) } }
        lastActivity = entries.compactMap(\.lastActivity).max()
    }
}

extension Inventory {
    /// One line a ministry, by name; repositories of no known ministry come last.
    public var ministries: [MinistryActivity] {
        Dictionary(grouping: entries) { $0.administration?.ministry }
            .map { MinistryActivity($0, $1) }
            .sorted {
                ($0.ministry == nil ? 1 : 0, $0.ministry ?? "") < ($1.ministry == nil ? 1 : 0, $1.ministry ?? "")
            }
    }
}

extension InventoryEntry {
    /// The day of the newest commit that was read, or of the last push that the forge knows (yyyy-mm-dd).
    public var lastActivity: String? {
        [head?.date, forgeRecord?.pushedAt].compactMap { $0.map { String($0.prefix(10)) } }.max()
    }
}
