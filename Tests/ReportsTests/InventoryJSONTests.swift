// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The formats that hold the whole inventory: what goes in comes out again, and the same way each time.

import Foundation
import Testing
import Yams

@testable import Inventory
@testable import Reports

struct InventoryJSONTests {
    @Test("an inventory read back from its JSON is the same inventory")
    func jsonRoundTrip() throws {
        let data = try InventoryJSON.data(Sample.inventory)
        #expect(try JSONDecoder().decode(Inventory.self, from: data) == Sample.inventory)
    }

    @Test("an inventory read back from its YAML is the same inventory")
    func yamlRoundTrip() throws {
        let data = try InventoryYAML.data(Sample.inventory)
        #expect(try YAMLDecoder().decode(Inventory.self, from: data) == Sample.inventory)
    }

    @Test("YAML keeps apart a text and what looks like a number, a date, a truth or nothing")
    func yamlStrings() throws {
        var inventory = Sample.inventory
        inventory.problems = [
            "no", "null", "~", "", "1.0", "0x10", "1e3", "2019-01-01", "true", "- a", "a: b", "# c", " d ", "=",
            "é\n\n",
        ]
        let data = try InventoryYAML.data(inventory)
        #expect(try YAMLDecoder().decode(Inventory.self, from: data) == inventory)
        #expect(try #require(String(data: data, encoding: .utf8)).contains("Direction générale"))
    }

    @Test("the same inventory gives the same bytes, in every format")
    func determinism() throws {
        #expect(try InventoryJSON.data(Sample.inventory) == InventoryJSON.data(Sample.inventory))
        #expect(try InventoryJSONLines.data(Sample.inventory) == InventoryJSONLines.data(Sample.inventory))
        #expect(try InventoryYAML.data(Sample.inventory) == InventoryYAML.data(Sample.inventory))
        #expect(InventoryCSV.data(Sample.inventory) == InventoryCSV.data(Sample.inventory))
    }

    @Test("what is not known is null, and its key is there")
    func explicitNulls() throws {
        let object = try JSONSerialization.jsonObject(with: InventoryJSON.data(Sample.inventory)) as? [String: Any]
        let entries = try #require(object?["entries"] as? [[String: Any]])
        for (entry, nulls) in zip(
            entries, [["archived", "algorithms"], ["fork", "url", "swhid"], [], ["forge", "owner", "kind", "head"]])
        {
            for key in nulls { #expect(entry[key] is NSNull, "\(key)") }
        }
        let keys = Set(entries.map { Set($0.keys) })
        #expect(keys.count == 1)
        let license = try #require(entries[2]["license"] as? [String: Any])
        for key in ["expression", "osiApproved", "fsfFree", "since", "sinceReason"] {
            #expect(license[key] is NSNull, "\(key)")
        }
        let summary = try #require(object?["summary"] as? [String: Any])
        let ministries = try #require(summary["byMinistry"] as? [[String: Any]])
        #expect(ministries.map { $0["ministry"] as? String } == ["Finances", nil])
    }

    @Test("JSON is indented, its keys are in order, its slashes are plain")
    func jsonLayout() throws {
        let text = String(decoding: try InventoryJSON.data(Sample.inventory), as: UTF8.self)
        #expect(text.hasPrefix("{\n  \"asOf\" : \"2026-11-23T00:00:00Z\",\n  \"entries\" : ["))
        #expect(text.contains("\"https://github.com/etalab/taxe-habitation\""))
        #expect(text.hasSuffix("}\n"))
    }

    @Test("a line of JSON Lines is an entry, whatever its name holds")
    func jsonLines() throws {
        let lines = try InventoryJSONLines.data(Sample.inventory).split(separator: UInt8(ascii: "\n"))
        #expect(lines.count == 4)
        #expect(try lines.map { try JSONDecoder().decode(InventoryEntry.self, from: $0) } == Sample.inventory.entries)
    }

    @Test("a file in which nothing is found has an expression, null, in its line")
    func identifiedNull() throws {
        #expect(
            try IdentifiedFile(path: "a/b.c", matches: []).jsonLine()
                == #"{"expression":null,"licenses":[],"matches":[],"path":"a/b.c"}"#)
    }
}
