// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The index file's layout: a header, a table of sections, then the sections, each an array of fixed-size integers
// aligned on 64 bytes, little-endian, read in place once mapped. Numbers and names only: no licence prose.
//
//   header   magic "CODESCAN" · format version · number of sections · checksum of header and section table
//   section  kind · bytes an element · offset · count · checksum of its bytes

enum IndexFormat {
    static let magic: UInt64 = 0x4e41_4353_4544_4f43  // "CODESCAN"
    /// Raised whenever a section is added or moved, and when its meaning, the word scanner's folding or the compilation
    /// changes.
    static let version: UInt32 = 11
    static let headerSize = 32
    static let sectionSize = 32
    static let alignment = 64
    static let maximumWords = Int(WordID.firstReserved)

    enum Section: UInt32, CaseIterable {
        case metadata = 1
        case wordBits, words, spellings
        case rootStates, chain, failure, branchBits, branchKeys, branchTargets
        case outputBits, outputRanks, outputRules, pairBits, ruleWordBits
        case tellingWords, tellingRuns, rules, ruleWords, phrases
        case gramBits, gramBuckets, gramKeys, gramStarts, gramPostings
        case stringOffsets, strings
        case licenses, otherIdentifiers
    }

    /// A 64-bit checksum, eight bytes at a time: against damage, not against malice.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sum: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(bytes.count)
        var i = 0
        while i + 8 <= bytes.count {
            sum = (sum ^ bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* 0xff51_afd7_ed55_8ccd
            sum ^= sum >> 32
            i += 8
        }
        while i < bytes.count {
            sum = (sum ^ UInt64(bytes[i])) &* 0xff51_afd7_ed55_8ccd
            i += 1
        }
        return sum ^ sum >> 29
    }
}

/// A word's number in the index.
typealias WordID = UInt16

extension WordID {
    /// A word that no rule holds.
    static let unknown: WordID = 0
    static let firstReserved: WordID = 0xfff0
    /// Mark-up and comment words, left out of rules and texts alike.
    static let stopword: WordID = 0xfff1
    /// No word: the end of a chain.
    static let none: WordID = 0xffff
}

/// One rule, as the index stores it (32 bytes).
struct RuleRecord: BitwiseCopyable {
    var wordsStart: UInt32 = 0
    var wordCount: UInt32 = 0
    var phrasesStart: UInt32 = 0
    /// Numbers in the string table.
    var expression: UInt32 = 0
    var name: UInt32 = 0
    var gramCount: UInt32 = 0
    var phraseCount: UInt16 = 0
    var kind: UInt8 = 0
    var relevance: UInt8 = 0
    var minimumCoverage: UInt8 = 0
    var flags: UInt8 = 0
    var padding: UInt16 = 0

    static let licenseFile: UInt8 = 2
    static let approximate: UInt8 = 8
    /// The expression lets its reader choose, between licences or versions.
    static let wide: UInt8 = 16

    func has(_ flag: UInt8) -> Bool { flags & flag != 0 }
}

/// One licence's facts (16 bytes).
struct LicenseRecord: BitwiseCopyable {
    var key: UInt32 = 0
    var spdxIdentifier: UInt32 = 0
    var category: UInt32 = 0
    var flags: UInt32 = 0

    static let exception: UInt32 = 1
    static let unknown: UInt32 = 2
}

/// An identifier that others use, in lower case, and the licence's own, both in the string table.
struct OtherIdentifierRecord: BitwiseCopyable {
    var other: UInt32 = 0
    var spdxIdentifier: UInt32 = 0
}

/// A run of words in a rule that a match must hold whole: LicenseDB's `{{required phrase}}`.
struct PhraseRecord: BitwiseCopyable {
    var start: UInt32
    var count: UInt32
}
