// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `Rules/examples.tsv`: sentences, and what the index that is made of LicenseDB and `Rules/` must read in them. Needs
// $CODESCAN_INDEX (that index); without it the test is skipped.

import Foundation
import Licensing
import Testing

@testable import LicenseDetection

@Suite("The examples of Rules/")
struct RulesOfOurOwnTests {
    private static let index = ProcessInfo.processInfo.environment["CODESCAN_INDEX"]

    @Test(
        "each sentence is read as the table says, and nothing where it says nothing",
        .enabled(if: Self.index != nil, "set CODESCAN_INDEX to the index of LicenseDB and Rules"))
    func examples() throws {
        let detector = LicenseDetector(index: try LicenseIndex(contentsOfFile: try #require(Self.index)))
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let table = try String(contentsOf: root.appendingPathComponent("Rules/examples.tsv"), encoding: .utf8)
        let lines = table.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.count > 100)
        for line in lines {
            let fields = line.split(separator: "\t", maxSplits: 1)
            try #require(fields.count == 2, "a tab between \"\(line)\" and its reading")
            let read = try detector.matches(in: Array(fields[1].utf8)).map {
                try LicenseExpression(parsing: $0.expression).normalized
            }
            let expected = fields[0] == "-" ? nil : try LicenseExpression(parsing: String(fields[0])).normalized
            let sides = { (expression: LicenseExpression) in expression.alternatives.count > 1 }
            #expect(
                Set(read.flatMap(\.operands)) == Set(expected?.operands ?? [])
                    && read.contains(where: sides) == expected.map(sides) ?? false,
                "\(fields[1]): \(read.map(\.description))")
        }
    }
}
