// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What the tests of this room share: small indexes built from rules written in the test, texts of our own that sound
// like licences, and random numbers that are the same on every machine.

import Foundation

@testable import LicenseDetection

/// A file of a small rule folder.
struct TestRule {
    var path: String
    var content: String

    /// A licence with its text.
    static func license(_ key: String, spdx: String, _ text: String) -> TestRule {
        TestRule(
            path: "licenses/\(key).LICENSE",
            content: "---\nkey: \(key)\nspdx_license_key: \(spdx)\ncategory: Permissive\n---\n\(text)\n")
    }

    /// A rule; `facts` are further lines of front matter.
    static func rule(
        _ name: String, _ kind: String, of expression: String = "garden", _ text: String, facts: String...
    ) -> TestRule {
        rule(name, kind, of: expression, text, facts)
    }

    /// A notice.
    static func rule(_ name: String, of expression: String = "garden", _ text: String, facts: String...) -> TestRule {
        rule(name, "is_license_notice", of: expression, text, facts)
    }

    private static func rule(
        _ name: String, _ kind: String, of expression: String, _ text: String, _ facts: [String]
    ) -> TestRule {
        let lines = ["license_expression: \(expression)", "\(kind): yes"] + facts
        return TestRule(
            path: "rules/\(name).RULE", content: "---\n\(lines.joined(separator: "\n"))\n---\n\(text)\n")
    }
}

/// A folder for the time of a test.
final class TemporaryFolder {
    let path: String

    init(_ files: [TestRule] = []) throws {
        path = NSTemporaryDirectory() + "/codescan-detection-" + UUID().uuidString
        for folder in ["licenses", "rules"] {
            try FileManager.default.createDirectory(atPath: path + "/" + folder, withIntermediateDirectories: true)
        }
        for file in files {
            try Data(file.content.utf8).write(to: URL(fileURLWithPath: path + "/" + file.path))
        }
    }

    /// What `body` makes of the folder, which is there until it returns.
    func use<Result>(_ body: (String) throws -> Result) rethrows -> Result {
        try withExtendedLifetime(self) { try body(path) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// The bytes of the index of some rules.
func indexBytes(_ files: [TestRule]) throws -> [UInt8] {
    try TemporaryFolder(files).use { try indexBytes(folders: [$0]) }
}

private func indexBytes(folders: [String]) throws -> [UInt8] {
    var builder = LicenseIndexBuilder()
    for folder in folders { try builder.add(folder: folder) }
    return Array(try builder.build())
}

/// A detector that knows some rules and nothing else.
func makeDetector(_ files: [TestRule]) throws -> LicenseDetector {
    try TemporaryFolder(files).use { try makeDetector(folders: [$0]) }
}

/// A detector that knows the rules of some folders, of which a later one may correct an earlier one's.
func makeDetector(folders: [String]) throws -> LicenseDetector {
    try TemporaryFolder().use { path in
        try Data(try indexBytes(folders: folders)).write(to: URL(fileURLWithPath: path + "/small.idx"))
        return LicenseDetector(index: try LicenseIndex(contentsOfFile: path + "/small.idx"))
    }
}

extension LicenseDetector {
    func matches(in text: String) -> [LicenseMatch] { matches(in: Array(text.utf8)) }

    /// The expressions found, in the order of the text.
    func expressions(in text: String) -> [String] { matches(in: text).map(\.expression) }
}

/// The words of a text, as the scanner gives them.
func scannedWords(_ bytes: [UInt8]) -> [Word] {
    var words: [Word] = []
    bytes.withUnsafeBytes { WordScanner.scan($0) { words.append($0) } }
    return words
}

/// What tells the words of a text apart.
func hashes(_ text: String) -> [UInt64] { scannedWords(Array(text.utf8)).map(\.hash) }

/// SplitMix64: the same numbers from the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
        return z ^ z >> 31
    }
}

/// A text with one word in `oneIn` replaced by a word that no licence holds.
func changed(_ text: String, oneIn: Int, seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var copied = 0
    for word in scannedWords(bytes) where Int.random(in: 0..<oneIn, using: &random) == 0 {
        result += bytes[copied..<word.start]
        result += "qx\(Int.random(in: 0..<1000, using: &random))".utf8
        copied = word.end
    }
    return String(decoding: result + bytes[copied...], as: UTF8.self)
}

/// Texts of our own.
enum Sample {
    /// A licence of three conditions.
    static let garden = """
        Garden Licence, version 1.0. Copyright holder: the gardeners of the north field.
        Whoever receives these seeds may sow them, water them and share the harvest with neighbours near and far.
        The names of the gardeners stay on the wooden sign at the gate, painted in letters that a child can read.
        A visitor who cuts a hedge writes in the book what was cut, on which day, and for what reason.
        Nobody sells the compost heap or claims to have built it alone.
        The gardeners promise nothing about the weather, the slugs, the taste of the tomatoes or the patience of bees.
        If a pumpkin rolls down the hill and breaks a window, its owner is not to be sued for the glass.
        These words hold in every season until the field is given back to the village.
        """

    /// The same, without the sentence on the compost.
    static let gardenWithoutCompost = garden.replacingOccurrences(
        of: "Nobody sells the compost heap or claims to have built it alone.\n", with: "")

    /// The same, of another version.
    static let garden2 = garden.replacingOccurrences(of: "version 1.0", with: "version 2.0")
        .replacingOccurrences(of: "in every season", with: "in spring, summer and autumn")

    /// Another licence.
    static let harbour = """
        Harbour Licence. Ships of any flag may tie up at the stone pier between the first bell and the last lamp.
        The keeper notes the ship's name, its cargo and the number of sailors before the ropes are made fast.
        A captain who leaves at night puts out the lanterns and tells the watchman the next port.
        Fish is weighed on the public scale and never on board, whatever the hour or the weather may be.
        The town answers neither for the tide nor for ropes that break in a storm.
        """

    /// Prose that is no licence.
    static let prose = """
        The train left the valley at noon and climbed slowly through woods of beech and fir.
        From the window one saw a lake, two boats, and smoke above a village whose name nobody remembered.
        """

    static let rules: [TestRule] = [
        .license("garden", spdx: "Garden-1.0", garden),
        .license("garden-nc", spdx: "Garden-short-1.0", gardenWithoutCompost),
        .license("garden-2", spdx: "Garden-2.0", garden2),
        .license("harbour", spdx: "Harbour", harbour),
    ]
}
