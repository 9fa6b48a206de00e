// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The inventory's entries, one JSON object a line, for programs that read line by line. The summary stays out.

import Foundation
import Inventory

/// `codescan inventory --format jsonl`.
public enum InventoryJSONLines {
    /// One line an entry, in the inventory's order.
    public static func data(_ inventory: Inventory) throws -> Data {
        let encoder = JSONEncoder.report()
        return try inventory.entries.reduce(into: Data()) { lines, entry in
            lines += try encoder.encode(entry)
            lines += Data("\n".utf8)
        }
    }
}
