// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The inventory as YAML, the same object as its JSON, for people who read it in an editor.

import Foundation
import Inventory
import Yams

/// `codescan inventory --format yaml`.
public enum InventoryYAML {
    /// The inventory in UTF-8. A line is never folded, so that a search finds a sentence whole.
    public static func data(_ inventory: Inventory) throws -> Data {
        let encoder = YAMLEncoder()
        encoder.options.allowUnicode = true
        encoder.options.sortKeys = true
        encoder.options.width = -1
        return Data(try encoder.encode(inventory).utf8)
    }
}
