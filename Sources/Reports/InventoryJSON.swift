// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The inventory as one JSON object, indented, with its keys in order: the same inventory gives the same bytes, so
// that two inventories can be compared with any diff.

import Foundation
import Inventory

/// `codescan inventory --format json`.
public enum InventoryJSON {
    /// The inventory in UTF-8, with a newline at the end.
    public static func data(_ inventory: Inventory) throws -> Data {
        try JSONEncoder.report(.prettyPrinted).encode(inventory) + Data("\n".utf8)
    }
}

extension JSONEncoder {
    /// The encoder of every JSON that codescan writes.
    static func report(_ formatting: OutputFormatting = []) -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
        return encoder
    }
}
