// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import LicenseDetection

@Suite("The runs by which a rule is known")
struct TellingRunsTests {
    @Test("are its rare ones; where those are few, its rarest; and never one that thousands hold")
    func rarest() {
        // Run 1 stands in each rule, run 2 in 600 of them, and the rest in one each.
        let others = (0..<4_001).map { rule in Set<UInt32>([1]).union(rule < 600 ? [2] : []) }
        let many = Set<UInt32>(1...2).union(100..<140)
        let few = Set<UInt32>(1...2).union(200..<203)
        let telling = GramTable.telling([many, few] + others)
        #expect(telling[0] == Array(100..<140))
        #expect(telling[1] == [200, 201, 202, 2])
        #expect(telling[2] == [2])
        #expect(telling[700].isEmpty)
    }
}
