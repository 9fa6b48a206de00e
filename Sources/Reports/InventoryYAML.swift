// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The inventory as YAML. Every JSON text is YAML, so it is the JSON that is laid out anew: numbers keep their spelling
// (an encoder of its own would write 100 as 1e+2, which readers of YAML 1.1 take for a string) and strings their quotes.

import Foundation
import Inventory
import Yams

/// `codescan inventory --format yaml`.
public enum InventoryYAML {
    /// The inventory in UTF-8. A line is never folded, so that a search finds a sentence whole.
    public static func data(_ inventory: Inventory) throws -> Data {
        let json = String(decoding: try InventoryJSON.data(inventory), as: UTF8.self)
        guard let root = try Yams.compose(yaml: escaped(json)) else { return Data() }
        return Data(try Yams.serialize(node: block(root), width: -1, allowUnicode: true).utf8)
    }

    /// Keys that readers of YAML 1.1 take for booleans: they keep their quotes.
    private static let booleans: Set<String> = ["yes", "no", "on", "off", "y", "n"]

    /// JSON allows some control characters as they are; YAML wants them as escapes, which JSON's strings allow too.
    private static func escaped(_ json: String) -> String {
        let isForbidden: (Unicode.Scalar) -> Bool = { scalar in
            (0x7f...0x9f).contains(scalar.value) || scalar.value == 0xfffe || scalar.value == 0xffff
        }
        guard json.unicodeScalars.contains(where: isForbidden) else { return json }
        var escaped = ""
        for scalar in json.unicodeScalars {
            if isForbidden(scalar) {
                let digits = String(scalar.value, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func block(_ node: Node) -> Node {
        switch node {
        case .mapping(let mapping):
            let pairs = mapping.map { key, value in
                let name = key.string ?? ""
                return (booleans.contains(name) ? key : Node(name), block(value))
            }
            return .mapping(Node.Mapping(pairs, .implicit, pairs.isEmpty ? .flow : .block))
        case .sequence(let sequence):
            return .sequence(Node.Sequence(sequence.map(block), .implicit, sequence.isEmpty ? .flow : .block))
        default: return node
        }
    }
}
