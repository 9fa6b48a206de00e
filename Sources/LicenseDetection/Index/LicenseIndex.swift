// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The compiled licence knowledge, mapped read-only: a start touches the header and no more, and processes share the
// pages. A damaged file is refused or, where the damage is in a body, read as zeros out of bounds: never a crash.

import Foundation

/// A licence index, mapped in memory. Made by `codescan index build`.
public final class LicenseIndex: Sendable {
    /// The name under which the index is installed.
    public static let fileName = "licenses.idx"

    /// Where the index was read from.
    public let path: String
    /// The index's size in bytes.
    public var size: Int { file.bytes.count }
    /// What `codescan index info` prints.
    public let metadata: Metadata

    /// What was compiled, and from what.
    public struct Metadata: Codable, Sendable, Equatable {
        /// LicenseDB's version ("32.5.0"), or "unknown".
        public var dataVersion: String
        /// Who made the data, and its licence.
        public var attribution: String
        /// Number of licences.
        public var licenses: Int
        /// Number of texts and rules.
        public var rules: Int
        /// Rules left out because another has the same words.
        public var duplicateRules: Int
        /// Distinct words.
        public var words: Int
        /// States of the word automaton.
        public var states: Int
        /// A checksum over all sections, in hexadecimal: what a result depends on.
        public var fingerprint: String
    }

    let vocabulary: Vocabulary
    let automaton: WordAutomaton
    let rules: IndexTable<RuleRecord>
    let ruleWords: IndexTable<WordID>
    let phrases: IndexTable<PhraseRecord>
    let grams: GramTable
    /// With how few votes each rule is worth an alignment.
    let fewestVotes = FewestVotes()
    /// Counters of such votes, for whoever matches.
    let votes = RuleVotes.Pool()
    /// What whoever matched has found in stretches of texts; a word costs two bytes.
    let stretches = Memory<Stretch, [Candidate]>(capacity: 1 << 20)
    let decisiveWords: DecisiveWords
    let tellingWords: TellingWords
    /// Words that, before a licence's name, make it another's.
    let affero: [WordID]

    /// "license" and "licensed", which stand in nearly every name.
    private let sharedWords: (WordID, WordID)

    /// Words that stand near a licence's name and seldom elsewhere.
    private let licenseTalk: WordSet

    private let file: MappedFile
    private let stringOffsets: IndexTable<UInt32>
    private let strings: IndexTable<UInt8>
    /// For each word's number the number of its spelling in the string table; read by explanations only.
    private let spellings: IndexTable<UInt32>
    private let licenseRecords: IndexTable<LicenseRecord>
    private let otherIdentifiers: IndexTable<OtherIdentifierRecord>
    private let sections: [SectionEntry]

    /// Maps the index at `path`.
    /// - Throws: `LicenseIndexError` when it is missing, is no index, has another format or a damaged header, or lacks a
    ///   section.
    public init(contentsOfFile path: String) throws(LicenseIndexError) {
        let file = try MappedFile(path)
        let sections = try SectionEntry.readTable(file.bytes, path: path)
        func table<Element: BitwiseCopyable>(_ section: IndexFormat.Section) throws(LicenseIndexError)
            -> IndexTable<Element>
        {
            guard let entry = sections.first(where: { $0.kind == section.rawValue }) else {
                throw .damaged(path: path, part: "no section \(section)")
            }
            guard entry.elementSize == MemoryLayout<Element>.stride else {
                throw .damaged(path: path, part: "section \(section) has elements of \(entry.elementSize) bytes")
            }
            return IndexTable(file.bytes, entry)
        }
        self.file = file
        self.path = path
        self.sections = sections
        let metadata: IndexTable<UInt8> = try table(.metadata)
        guard let read = try? JSONDecoder().decode(Metadata.self, from: Data(metadata.all)) else {
            throw .damaged(path: path, part: "metadata")
        }
        self.metadata = read
        vocabulary = try Vocabulary(bits: table(.wordBits), slots: table(.words))
        automaton = try WordAutomaton(
            rootStates: table(.rootStates), chain: table(.chain), failure: table(.failure),
            branchBits: table(.branchBits), branchKeys: table(.branchKeys), branchTargets: table(.branchTargets),
            outputBits: table(.outputBits), outputRanks: table(.outputRanks), outputRules: table(.outputRules),
            pairBits: table(.pairBits), wordBits: table(.ruleWordBits))
        rules = try table(.rules)
        ruleWords = try table(.ruleWords)
        phrases = try table(.phrases)
        grams = try GramTable(
            bits: table(.gramBits), buckets: table(.gramBuckets), keys: table(.gramKeys), starts: table(.gramStarts),
            postings: table(.gramPostings))
        let vocabulary = self.vocabulary
        decisiveWords = DecisiveWords(vocabulary)
        tellingWords = try TellingWords(words: table(.tellingWords), runs: table(.tellingRuns))
        affero = ["affero", "lesser"].map { vocabulary.id(of: WordHash.of(folded: $0)) }.filter { $0 != .unknown }
        sharedWords = (
            vocabulary.id(of: WordHash.of(folded: "license")), vocabulary.id(of: WordHash.of(folded: "licensed"))
        )
        let talk: [StaticString] = [
            "license", "licensed", "copyright", "copyrighted", "gnu", "software", "logiciel", "libre", "source",
            "released",
        ]
        licenseTalk = WordSet(talk.map { vocabulary.id(of: WordHash.of(folded: $0)) })
        stringOffsets = try table(.stringOffsets)
        strings = try table(.strings)
        spellings = try table(.spellings)
        licenseRecords = try table(.licenses)
        otherIdentifiers = try table(.otherIdentifiers)
    }

    /// Reads the whole file and compares every section with its checksum.
    /// - Throws: `LicenseIndexError.damaged`, naming the section.
    public func verify() throws(LicenseIndexError) {
        for section in sections {
            let body = UnsafeRawBufferPointer(rebasing: file.bytes[section.range])
            if IndexFormat.checksum(body) != section.checksum {
                let name = IndexFormat.Section(rawValue: section.kind).map { "\($0)" } ?? "section \(section.kind)"
                throw .damaged(path: path, part: name)
            }
        }
    }

    /// The name and size in bytes of each section, largest first.
    public var sectionSizes: [(name: String, bytes: Int)] {
        sections.map { ("\(IndexFormat.Section(rawValue: $0.kind).map { "\($0)" } ?? "?")", $0.range.count) }
            .sorted { $0.1 > $1.1 }
    }

    func string(_ number: UInt32) -> String {
        let start = Int(stringOffsets[Int(number)])
        let end = Int(stringOffsets[Int(number) + 1])
        guard start <= end, end <= strings.count else { return "" }
        return String(decoding: strings.all[start..<end], as: UTF8.self)
    }

    /// Whether the word is "license" or "licensed", in any spelling.
    func isSharedWord(_ word: WordID) -> Bool { word != .unknown && (word == sharedWords.0 || word == sharedWords.1) }

    /// Whether the word shows that licences are spoken of.
    func speaksOfLicenses(_ word: WordID) -> Bool { licenseTalk.contains(word) }

    /// Whether nearly all of a licence's text stands there, and not a few words of it.
    func isWholeText(_ candidate: Candidate) -> Bool {
        // LicenseDB calls some licences' whole texts notices.
        let longest = rules[candidate.rule].kind == RuleKind.text.rawValue ? 100 : 1_000
        return candidate.matched >= longest && candidate.coverage >= 90
    }

    /// A word as a rule first spells it, in lower case.
    func spelling(of word: WordID) -> String { string(spellings[Int(word)]) }

    /// The words of a rule.
    func words(of rule: RuleRecord) -> UnsafeBufferPointer<WordID> {
        ruleWords.slice(from: Int(rule.wordsStart), count: Int(rule.wordCount))
    }

    /// The licences' facts, in the order of their keys.
    public var licenses: [LicenseFacts] {
        licenseRecords.all.map {
            LicenseFacts(
                key: string($0.key), spdxIdentifier: string($0.spdxIdentifier), category: string($0.category),
                isException: $0.flags & LicenseRecord.exception != 0, isUnknown: $0.flags & LicenseRecord.unknown != 0)
        }
    }

    /// The SPDX identifier of a licence that others call so ("BSD-2"); nil where none is called so.
    func identifier(calledAlso other: String) -> String? {
        let wanted = other.lowercased()
        return otherIdentifiers.all.first { string($0.other) == wanted }.map { string($0.spdxIdentifier) }
    }
}

/// A file mapped read-only, for as long as this lives.
private final class MappedFile: Sendable {
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    init(_ path: String) throws(LicenseIndexError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw .missing(path: path) }
            throw .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(path: path, reason: "not a regular file")
        }
        let size = Int(status.st_size)
        guard size >= IndexFormat.headerSize else { throw .notAnIndex(path: path) }
        guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), base != MAP_FAILED else {
            throw .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        bytes = UnsafeRawBufferPointer(start: base, count: size)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}

/// What LicenseDB says of a licence.
public struct LicenseFacts: Sendable, Hashable {
    /// LicenseDB's key ("mit").
    public var key: String
    /// The SPDX identifier, or a `LicenseRef-`.
    public var spdxIdentifier: String
    /// LicenseDB's category ("Permissive").
    public var category: String
    /// Whether it is an exception, to stand after `WITH`.
    public var isException: Bool
    /// Whether it stands for licences that cannot be told.
    public var isUnknown: Bool
}

/// One line of the section table.
struct SectionEntry {
    var kind: UInt32
    var elementSize: Int
    var range: Range<Int>
    var checksum: UInt64

    static func readTable(_ bytes: UnsafeRawBufferPointer, path: String) throws(LicenseIndexError) -> [SectionEntry] {
        func read<T: BitwiseCopyable>(_ offset: Int, _: T.Type) -> T {
            bytes.loadUnaligned(fromByteOffset: offset, as: T.self)
        }
        guard read(0, UInt64.self) == IndexFormat.magic else { throw .notAnIndex(path: path) }
        let version = read(8, UInt32.self)
        guard version == IndexFormat.version else {
            throw .wrongVersion(path: path, found: version, wanted: IndexFormat.version)
        }
        let count = Int(read(12, UInt32.self))
        let end = IndexFormat.headerSize + count * IndexFormat.sectionSize
        guard count <= 64, end <= bytes.count else { throw .damaged(path: path, part: "section table") }
        // The checksum covers the fields before it and the whole section table.
        let table = UnsafeRawBufferPointer(rebasing: bytes[IndexFormat.headerSize..<end])
        let head = UnsafeRawBufferPointer(rebasing: bytes[0..<16])
        guard read(16, UInt64.self) == IndexFormat.checksum(table) ^ IndexFormat.checksum(head) else {
            throw .damaged(path: path, part: "header")
        }
        var entries: [SectionEntry] = []
        for i in 0..<count {
            let at = IndexFormat.headerSize + i * IndexFormat.sectionSize
            let elementSize = Int(read(at + 4, UInt32.self))
            let offset = read(at + 8, UInt64.self)
            let elements = read(at + 16, UInt64.self)
            let (length, overflow) = elements.multipliedReportingOverflow(by: UInt64(elementSize))
            guard !overflow, offset <= bytes.count, length <= UInt64(bytes.count) - offset,
                offset % UInt64(IndexFormat.alignment) == 0
            else { throw .damaged(path: path, part: "truncated") }
            entries.append(
                SectionEntry(
                    kind: read(at, UInt32.self), elementSize: elementSize,
                    range: Int(offset)..<Int(offset + length), checksum: read(at + 24, UInt64.self)))
        }
        return entries
    }
}

/// An array in the mapped index. Reading out of bounds gives zeros: a damaged index finds less, and never crashes.
struct IndexTable<Element: BitwiseCopyable>: @unchecked Sendable {
    // Sendable: it points into a read-only mapping that the index keeps alive.
    private let base: UnsafePointer<Element>
    let count: Int

    /// The elements of a section, whose size is known to be right.
    init(_ bytes: UnsafeRawBufferPointer, _ section: SectionEntry) {
        let elements = UnsafeRawBufferPointer(rebasing: bytes[section.range]).assumingMemoryBound(to: Element.self)
        // Of no elements there is an address, too: one to never look at.
        base = elements.baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment)!
        count = elements.count
    }

    @inline(__always)
    subscript(_ i: Int) -> Element {
        UInt(bitPattern: i) < UInt(bitPattern: count) ? base[i] : Self.zero
    }

    var all: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

    func slice(from start: Int, count wanted: Int) -> UnsafeBufferPointer<Element> {
        guard start >= 0, wanted >= 0, start <= count, wanted <= count - start else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return UnsafeBufferPointer(rebasing: all[start..<(start + wanted)])
    }

    private static var zero: Element {
        withUnsafeTemporaryAllocation(
            byteCount: MemoryLayout<Element>.stride, alignment: MemoryLayout<Element>.alignment
        ) {
            $0.initializeMemory(as: UInt8.self, repeating: 0)
            return $0.load(as: Element.self)
        }
    }
}
