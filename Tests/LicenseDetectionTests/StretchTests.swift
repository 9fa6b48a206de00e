// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What is cut out of a text for comparison, and that it makes no difference what was compared before.

import Foundation
import Synchronization
import Testing

@testable import LicenseDetection

@Suite("Stretches of a text that speak of licences")
struct StretchTests {
    /// The sample's text with a word changed in most lines, so that no line of it is found word for word.
    static let header = changed(Sample.garden, oneIn: 30, seed: 7)
    /// Names of a program, which no rule holds.
    static func code(_ words: Int, seed: UInt64) -> String {
        var random = SeededGenerator(seed: seed)
        return (0..<words).map { _ in "v\(Int.random(in: 0..<10_000, using: &random))x" }.joined(separator: " ")
    }

    static func words(of text: String, in detector: LicenseDetector) -> [[WordID]] {
        Array(text.utf8).withUnsafeBytes { bytes in
            let stream = WordStream(bytes, detector.index.vocabulary)
            let exact = ExactMatcher.candidates(in: stream, detector.index, nil)
            let finder = StretchFinder(
                index: detector.index, ids: stream.ids, long: exact.filter { $0.ruleLength >= 30 }, tags: [])
            return finder.stretches().map { Array(stream.ids[$0]) }
        }
    }

    @Test("the header of every file of a repository is one stretch, whatever the file goes on with")
    func header() throws {
        let detector = try makeDetector(Sample.rules)
        let stretches = (1...5 as ClosedRange<UInt64>).map { seed in
            Self.words(of: "/*\n\(Self.header)\n*/\n\(Self.code(500, seed: seed))", in: detector)
        }
        #expect(Set(stretches).count == 1)
        #expect(stretches[0].count == 1)
        let length = hashes(Self.header).count
        #expect((length - 8...length + 4).contains(stretches[0][0].count))
    }

    @Test("two edited texts far apart are two stretches, and nothing between them is compared")
    func apart() throws {
        let detector = try makeDetector(Sample.rules)
        let text = [Self.header, Self.code(1_000, seed: 1), changed(Sample.harbour, oneIn: 30, seed: 8)]
            .joined(separator: "\n")
        #expect(Self.words(of: text, in: detector).count == 2)
        #expect(detector.expressions(in: text) == ["Garden-1.0", "Harbour"])
    }

    @Test("a text that goes on for long without a word that tells of licences is one stretch from end to end")
    func untelling() throws {
        // Only the last sentence has such a word; the runs of the others lead back to the first.
        let verses = (1...60).map { "The \($0)th lantern hangs on hook \($0 * 7), above door \($0 * 3) of the mill." }
        let licence = verses.joined(separator: "\n") + "\nThis license ends where the mill stream does."
        let detector = try makeDetector([.license("mill", spdx: "Mill", licence)])
        let text = changed(licence, oneIn: 60, seed: 2)
        let length = hashes(text).count
        #expect(Self.words(of: text, in: detector).map(\.count) == [length])
        #expect(detector.expressions(in: text) == ["Mill"])
    }

    @Test("prose, code and a text that stands there word for word leave nothing to compare")
    func nothing() throws {
        let detector = try makeDetector(Sample.rules)
        for text in [Sample.prose, Self.code(2_000, seed: 3), Sample.garden] {
            #expect(Self.words(of: text, in: detector) == [])
        }
    }

    @Test("what was compared before, and in which order, makes no difference")
    func order() throws {
        var texts: [String] = []
        for seed in 1...12 as ClosedRange<UInt64> {
            let garden = changed(seed.isMultiple(of: 2) ? Sample.garden : Sample.garden2, oneIn: 40, seed: seed % 3)
            texts.append(Self.code(Int(seed) * 9, seed: seed) + "\n" + garden)
            texts.append(garden + "\n" + changed(Sample.harbour, oneIn: 35, seed: seed % 4))
        }
        let fresh = try texts.map { try makeDetector(Sample.rules).matches(in: $0) }
        let one = try makeDetector(Sample.rules)
        #expect(texts.map { one.matches(in: $0) } == fresh)
        #expect(texts.reversed().map { one.matches(in: $0) } == fresh.reversed())
        #expect(fresh.allSatisfy { !$0.isEmpty })
    }
}

@Suite("A memory of answers")
struct MemoryTests {
    @Test("an answer is made once, and again when the memory was emptied since")
    func once() {
        let memory = Memory<Int, Int>(capacity: 80)
        let made = Mutex<[Int]>([])
        func ask(_ key: Int) -> Int {
            memory.value(for: key, cost: 10) {
                made.withLock { $0.append(key) }
                return key * key
            }
        }
        #expect([3, 4, 3, 4].map(ask) == [9, 16, 9, 16])
        #expect(made.withLock { $0 } == [3, 4])
        // Six more fill it, the next one empties it.
        #expect((10..<17).map(ask) == (10..<17).map { $0 * $0 })
        #expect(ask(3) == 9)
        #expect(made.withLock { $0 } == [3, 4] + Array(10..<17) + [3])
    }

    @Test("what would take more than its share is not kept")
    func tooMuch() {
        let memory = Memory<Int, Int>(capacity: 80)
        var made = 0
        for _ in 1...3 {
            #expect(
                memory.value(for: 1, cost: 11) {
                    made += 1
                    return 7
                } == 7)
        }
        #expect(made == 3)
    }
}
