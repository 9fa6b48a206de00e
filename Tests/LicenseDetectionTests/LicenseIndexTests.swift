// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// An index file that is missing, foreign or damaged: refused with the mend where the damage can be seen at the door,
// reported by `verify()` where it cannot, and never a crash.

import Foundation
import Testing

@testable import LicenseDetection

@Suite("Index loader")
struct LicenseIndexTests {
    /// Where a test writes its index.
    private final class Scratch {
        let folder: TemporaryFolder
        var path: String { folder.path + "/scratch.idx" }

        init(_ bytes: [UInt8]) throws {
            folder = try TemporaryFolder()
            try Data(bytes).write(to: URL(fileURLWithPath: path))
        }

        func write(_ byte: UInt8, at offset: Int) throws {
            let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
            try file.seek(toOffset: UInt64(offset))
            try file.write(contentsOf: Data([byte]))
            try file.close()
        }

        func truncate(to size: Int) throws {
            let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
            try file.truncate(atOffset: UInt64(size))
            try file.close()
        }
    }

    private static let rules =
        Sample.rules + [
            .rule("tag", "is_license_tag", of: "mit", "SPDX-License-Identifier"),
            .rule("phrase", "released {{under the garden licence}} by its gardeners and their many friends"),
        ]

    private static let texts = [
        Sample.garden, changed(Sample.garden, oneIn: 20, seed: 5),
        Sample.prose + Sample.harbour + Sample.gardenWithoutCompost,
        // REUSE-IgnoreStart
        "// SPDX-License-Identifier: MIT\nreleased under the garden licence",
        // REUSE-IgnoreEnd
        String(repeating: "garden ", count: 200),
    ]

    private func sections(_ bytes: [UInt8]) throws -> [SectionEntry] {
        try bytes.withUnsafeBytes { try SectionEntry.readTable($0, path: "small.idx") }
    }

    /// The refusal of a file, which names the file and the command that mends it.
    private func refusal(_ path: String, _ comment: Comment? = nil) throws -> LicenseIndexError {
        let error = try #require(throws: LicenseIndexError.self, comment) { _ = try LicenseIndex(contentsOfFile: path) }
        #expect(error.description.hasPrefix(path + ": "), comment)
        #expect(error.description.contains("codescan index build"), comment)
        return error
    }

    @Test("a sound index is read and verified")
    func sound() throws {
        let index = try makeDetector(Self.rules).index
        try index.verify()
        #expect(index.metadata.rules == 6)
        #expect(index.metadata.dataVersion == "unknown")
        #expect(index.sectionSizes.count == IndexFormat.Section.allCases.count)
        #expect(index.sectionSizes.map(\.bytes).reduce(0, +) <= index.size)
    }

    @Test("a missing file, a folder, an empty file and other files are refused, each in its words")
    func noIndex() throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let path = folder.path
        #expect(try refusal(path + "/none.idx") == .missing(path: path + "/none.idx"))
        #expect(try refusal(path + "/licenses/x/y") == .missing(path: path + "/licenses/x/y"))
        #expect(try refusal(path).description.contains("not a regular file"))
        for bytes in [
            [], [0x43], Array("CODESCAN".utf8), Array(Sample.garden.utf8), [UInt8](repeating: 0, count: 4096),
        ] {
            let scratch = try Scratch(bytes)
            defer { withExtendedLifetime(scratch) {} }
            #expect(try refusal(scratch.path) == .notAnIndex(path: scratch.path))
        }
    }

    @Test(
        "an index of another format is refused with both numbers", arguments: [0, UInt8(IndexFormat.version) + 1, 255])
    func version(version: UInt8) throws {
        let scratch = try Scratch(try indexBytes(Self.rules))
        defer { withExtendedLifetime(scratch) {} }
        try scratch.write(version, at: 8)
        let error = try refusal(scratch.path)
        #expect(
            error == .wrongVersion(path: scratch.path, found: UInt32(version), wanted: IndexFormat.version))
        #expect(error.description.contains("format \(version) and this codescan reads format \(IndexFormat.version)"))
    }

    @Test("one bit flipped anywhere in the header or the section table is enough to refuse")
    func header() throws {
        let bytes = try indexBytes(Self.rules)
        let scratch = try Scratch(bytes)
        defer { withExtendedLifetime(scratch) {} }
        let end = IndexFormat.headerSize + (try sections(bytes)).count * IndexFormat.sectionSize
        // Bytes 24 to 31 are not in use.
        for offset in 0..<end where !(24..<32).contains(offset) {
            let flipped = bytes[offset] ^ 1 << UInt8(offset % 8)
            try scratch.write(flipped, at: offset)
            _ = try refusal(scratch.path, "byte \(offset)")
            try scratch.write(bytes[offset], at: offset)
        }
        _ = try LicenseIndex(contentsOfFile: scratch.path)
    }

    @Test("an index that lacks a section, or holds elements of another size in one, is refused by the section's name")
    func missingSection() throws {
        let bytes = try indexBytes(Self.rules)
        for (i, section) in try sections(bytes).enumerated() {
            let name = "\(try #require(IndexFormat.Section(rawValue: section.kind)))"
            let entry = IndexFormat.headerSize + i * IndexFormat.sectionSize
            // Another kind; elements of one byte more, and none of them.
            for (edits, part) in [
                ([entry: 99], "no section \(name)"),
                ([entry + 4: UInt8(section.elementSize) + 1, entry + 16: 0, entry + 17: 0, entry + 18: 0], name),
            ] {
                var damaged = bytes
                for (place, value) in edits { damaged[place] = value }
                correctHeaderChecksum(of: &damaged)
                let scratch = try Scratch(damaged)
                defer { withExtendedLifetime(scratch) {} }
                let error = try refusal(scratch.path, "\(name)")
                #expect(error.description.contains("is damaged (") && error.description.contains(part))
            }
        }
    }

    /// Makes the header's checksum right for the header and the section table as they are now.
    private func correctHeaderChecksum(of bytes: inout [UInt8]) {
        let sum = bytes.withUnsafeBytes { all in
            let count = Int(all.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
            let table = IndexFormat.headerSize..<(IndexFormat.headerSize + count * IndexFormat.sectionSize)
            return IndexFormat.checksum(UnsafeRawBufferPointer(rebasing: all[table]))
                ^ IndexFormat.checksum(UnsafeRawBufferPointer(rebasing: all[0..<16]))
        }
        withUnsafeBytes(of: sum.littleEndian) { bytes.replaceSubrange(16..<24, with: $0) }
    }

    @Test("cut off at any section's beginning, middle or last byte, an index is refused")
    func truncated() throws {
        let bytes = try indexBytes(Self.rules)
        let scratch = try Scratch(bytes)
        defer { withExtendedLifetime(scratch) {} }
        let ranges = try sections(bytes).map(\.range).filter { !$0.isEmpty }
        let places = ranges.flatMap { [$0.upperBound - 1, ($0.lowerBound + $0.upperBound) / 2, $0.lowerBound] }
        for size in (places + [400, 100, 33, 32, 31, 8, 1, 0]).sorted(by: >) where size < bytes.count {
            try scratch.truncate(to: size)
            _ = try refusal(scratch.path, "\(size) bytes")
        }
    }

    @Test("a section of all ones or all zeros crashes nothing", arguments: [0x00, 0xff] as [UInt8])
    func overwrittenSection(byte: UInt8) throws {
        let bytes = try indexBytes(Self.rules)
        for section in try sections(bytes) where !section.range.isEmpty {
            var damaged = bytes
            for i in section.range { damaged[i] = byte }
            let scratch = try Scratch(damaged)
            defer { withExtendedLifetime(scratch) {} }
            guard let index = try? LicenseIndex(contentsOfFile: scratch.path) else { continue }
            let detector = LicenseDetector(index: index)
            for text in Self.texts {
                _ = detector.matches(in: text)
                _ = Array(text.utf8).withUnsafeBytes { detector.explanation(of: $0) }
            }
        }
    }

    @Test(
        "500 damaged bodies are reported by verify(), and detection with them neither crashes nor hangs",
        .timeLimit(.minutes(20)))
    func damagedBody() throws {
        let bytes = try indexBytes(Self.rules)
        let scratch = try Scratch(bytes)
        defer { withExtendedLifetime(scratch) {} }
        let sections = try sections(bytes).filter { !$0.range.isEmpty }
        for seed in 0..<500 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            // Each section in turn, or the large ones would have all the flips.
            let section = sections[Int(seed) % sections.count]
            let offset = Int.random(in: section.range, using: &random)
            try scratch.write(bytes[offset] ^ UInt8.random(in: 1...255, using: &random), at: offset)
            defer { try? scratch.write(bytes[offset], at: offset) }
            do throws(LicenseIndexError) {
                let index = try LicenseIndex(contentsOfFile: scratch.path)
                let detector = LicenseDetector(index: index)
                for text in Self.texts { _ = detector.matches(in: text) }
                _ = index.licenses
                try index.verify()
                Issue.record("seed \(seed): damage at \(offset) was not noticed")
            } catch {
                #expect(error.description.contains("is damaged ("), "seed \(seed)")
            }
        }
    }

    @Test("the checksum tells every single flipped bit and every length apart", arguments: [0, 1, 7, 8, 9, 64, 100])
    func checksum(count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
        var sums = [bytes.withUnsafeBytes(IndexFormat.checksum), (bytes + [0]).withUnsafeBytes(IndexFormat.checksum)]
        for bit in 0..<(8 * count) {
            var flipped = bytes
            flipped[bit / 8] ^= 1 << UInt8(bit % 8)
            sums.append(flipped.withUnsafeBytes(IndexFormat.checksum))
        }
        #expect(Set(sums).count == sums.count)
    }
}
