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

@Suite("The table of runs")
struct GramTableTests {
    @Test("knows each run of the rules, also one that no rule is known by")
    func common() throws {
        let rule = (1...5).map { "mill stream wheel stone grain sack number\($0)" }.joined(separator: " ")
        let detector = try makeDetector([.license("mill", spdx: "Mill", "This license: " + rule)])
        let grams = detector.index.grams
        Array(rule.utf8).withUnsafeBytes { bytes in
            let ids = WordStream(bytes, detector.index.vocabulary).ids
            for i in 0...(ids.count - GramTable.length) {
                #expect(grams.holds(GramTable.hash(ids[i], ids[i + 1], ids[i + 2], ids[i + 3])))
            }
            let unknown = GramTable.hash(ids[3], ids[1], ids[2], ids[0])
            #expect(!grams.holds(unknown))
            // Many at once are looked up as each alone is.
            let hashes = (0...(ids.count - GramTable.length)).map {
                GramTable.hash(ids[$0], ids[$0 + 1], ids[$0 + 2], ids[$0 + 3])
            }
            #expect(
                grams.rules(of: hashes + [unknown] + hashes).map(Array.init)
                    == (hashes + hashes).map { Array(grams.rules(of: $0)) })
        }
        let known: [[UInt32]] = [[5], [], [5, 9]]
        let table = GramTable.compile([[5, 7], [7], [5, 7, 9]], known: known)
        #expect(table.keys == [5, 7, 9])
        #expect(table.starts == [0, 2, 2, 3])
        #expect(table.postings == [0, 2, 2])
    }

    @Test("a bucket whose end is damaged ends with the keys", .timeLimit(.minutes(20)))
    func damagedBucket() {
        var (bits, buckets, keys, starts, postings) = GramTable.compile([[5]], known: [[5]])
        for i in bits.indices { bits[i] = .max }
        for i in buckets.indices.dropFirst() { buckets[i] = i.isMultiple(of: 2) ? 0 : .max }
        withTable(bits) { bits in
            withTable(buckets) { buckets in
                withTable(keys) { keys in
                    withTable(starts) { starts in
                        withTable(postings) { postings in
                            let table = GramTable(
                                bits: bits, buckets: buckets, keys: keys, starts: starts, postings: postings)
                            #expect(table.holds(5))
                            for hash in stride(from: 6 as UInt32, to: .max - 100_000_000, by: 100_000_000) {
                                #expect(!table.holds(hash))
                            }
                        }
                    }
                }
            }
        }
    }

    private func withTable<Element: BitwiseCopyable>(_ elements: [Element], _ body: (IndexTable<Element>) -> Void) {
        elements.withUnsafeBytes {
            body(IndexTable($0, SectionEntry(kind: 0, elementSize: 0, range: 0..<$0.count, checksum: 0)))
        }
    }
}
