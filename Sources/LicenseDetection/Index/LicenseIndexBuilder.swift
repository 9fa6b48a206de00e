// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Compiles folders of licences and rules into an index file: `codescan index build`. The result is a pure function of
// the folders' files.

import Foundation

/// Compiles LicenseDB's files, and rules in its format, into the bytes of a licence index.
public struct LicenseIndexBuilder {
    /// What stands in the index's metadata for LicenseDB's licence, CC-BY-4.0.
    public static let attribution =
        "LicenseDB, Copyright (c) nexB Inc. and others, CC-BY-4.0; compiled to numbers, without its texts"

    private var folders: [RuleFolder] = []

    /// A builder without rules.
    public init() {}

    /// Reads a folder that holds `licenses/` and `rules/`. The first folder gives the data's version.
    /// - Throws: `LicenseIndexError` that names the file at fault.
    public mutating func add(folder: String) throws(LicenseIndexError) {
        folders.append(try RuleFolder(readingFrom: folder))
    }

    /// The folders, in which a rule without words has given its front matter to the rule of its name in an earlier folder, or
    /// `KEY.LICENSE.RULE` to a licence's own text.
    private var corrected: [RuleFolder] {
        var corrections: [String: RuleFile] = [:]
        return folders.reversed().map { folder in
            var folder = folder
            for (i, rule) in folder.rules.enumerated() {
                let name = rule.isLicenseFile ? rule.identifier + ".RULE" : rule.identifier
                if var correction = corrections[name] {
                    correction.identifier = rule.identifier
                    correction.text = rule.text
                    folder.rules[i] = correction
                } else if rule.isWithoutText {
                    corrections[rule.identifier] = rule
                }
            }
            return folder
        }.reversed()
    }

    /// The index file's bytes.
    /// - Throws: `LicenseIndexError` when the rules cannot be compiled.
    public func build() throws(LicenseIndexError) -> Data {
        let licenses = folders.flatMap(\.licenses).sorted { $0.key < $1.key }
        // Of two rules with the same words the first stays: a later folder corrects an earlier one, and in a folder a
        // licence's own file comes before what quotes it.
        let rules = corrected.reversed().flatMap { folder in
            folder.rules.sorted {
                ($0.isLicenseFile ? 0 : 1, $0.identifier) < ($1.isLicenseFile ? 0 : 1, $1.identifier)
            }
        }
        let translator = ExpressionTranslator(licenses)
        var strings = StringTable()
        var words = WordNumbers()
        var automaton = WordAutomatonBuilder()
        var records: [RuleRecord] = []
        var ruleWords: [WordID] = []
        var phrases: [PhraseRecord] = []
        var grams: [Set<UInt32>] = []
        var duplicates = 0

        for rule in rules {
            let text = try words.number(rule.text)
            if text.words.isEmpty { continue }
            guard records.count < Int(UInt16.max), text.words.count < Int(UInt16.max) else {
                throw .invalidRule(path: rule.identifier, reason: "an index holds 65,535 rules of 65,535 words at most")
            }
            if automaton.add(text.words, rule: UInt32(records.count)) != nil {
                duplicates += 1
                continue
            }
            var record = RuleRecord()
            record.wordsStart = UInt32(ruleWords.count)
            record.wordCount = UInt32(text.words.count)
            record.phrasesStart = UInt32(phrases.count)
            record.phraseCount = UInt16(clamping: text.phrases.count)
            let expression = translator.translate(rule.expression)
            record.expression = strings.number(expression)
            record.name = strings.number(rule.identifier)
            record.kind = rule.kind.rawValue
            record.relevance = rule.relevance
            record.minimumCoverage = rule.minimumCoverage
            record.flags =
                (rule.isLicenseFile ? RuleRecord.licenseFile : 0)
                | (Self.isWide(expression) ? RuleRecord.wide : 0)
            let isApproximate = Self.canMatchApproximately(rule, wordCount: text.words.count)
            if isApproximate { record.flags |= RuleRecord.approximate }
            grams.append(isApproximate ? text.words.withUnsafeBufferPointer(GramTable.hashes) : [])
            phrases += text.phrases
            ruleWords += text.words
            records.append(record)
        }

        let licenseRecords = licenses.map { license in
            LicenseRecord(
                key: strings.number(license.key),
                spdxIdentifier: strings.number(translator.translate(license.key)),
                category: strings.number(license.category),
                flags: (license.isException ? LicenseRecord.exception : 0)
                    | (license.isUnknown ? LicenseRecord.unknown : 0))
        }
        let otherIdentifiers = licenses.flatMap { license in
            license.otherIdentifiers.map {
                OtherIdentifierRecord(
                    other: strings.number($0.lowercased()),
                    spdxIdentifier: strings.number(translator.translate(license.key)))
            }
        }
        let tellingWords = TellingWords.compile(records, ruleWords, words.all, wordCount: words.count + 1)
        let vocabulary = Vocabulary.compile(words.all)
        let states = automaton.stateCount
        let compiled = automaton.compile(wordCount: words.count + 1)
        let telling = GramTable.telling(grams)
        for (rule, runs) in telling.enumerated() { records[rule].gramCount = UInt32(runs.count) }
        let gramTable = GramTable.compile(grams, known: telling)

        var writer = IndexWriter()
        writer.add(.wordBits, vocabulary.bits)
        writer.add(.words, vocabulary.slots)
        writer.add(.spellings, words.spellings.map { strings.number($0) })
        writer.add(.rootStates, compiled.rootStates)
        writer.add(.chain, compiled.chain)
        writer.add(.failure, compiled.failure)
        writer.add(.branchBits, compiled.branchBits)
        writer.add(.branchKeys, compiled.branchKeys)
        writer.add(.branchTargets, compiled.branchTargets)
        writer.add(.outputBits, compiled.outputBits)
        writer.add(.outputRanks, compiled.outputRanks)
        writer.add(.outputRules, compiled.outputRules)
        writer.add(.pairBits, compiled.pairBits)
        writer.add(.ruleWordBits, compiled.wordBits)
        writer.add(.tellingWords, tellingWords.words)
        writer.add(.tellingRuns, tellingWords.runs)
        writer.add(.rules, records)
        writer.add(.ruleWords, ruleWords)
        writer.add(.phrases, phrases)
        writer.add(.gramBits, gramTable.bits)
        writer.add(.gramBuckets, gramTable.buckets)
        writer.add(.gramKeys, gramTable.keys)
        writer.add(.gramStarts, gramTable.starts)
        writer.add(.gramPostings, gramTable.postings)
        writer.add(.stringOffsets, strings.offsets)
        writer.add(.strings, strings.bytes)
        writer.add(.licenses, licenseRecords)
        writer.add(.otherIdentifiers, otherIdentifiers)
        return writer.finish(
            LicenseIndex.Metadata(
                dataVersion: folders.compactMap(\.version).first ?? "unknown", attribution: Self.attribution,
                licenses: licenses.count, rules: records.count, duplicateRules: duplicates, words: words.count,
                states: states, fingerprint: writer.fingerprint))
    }

    /// Whether its reader may choose between licences, or has "or later" of a version that is said; LicenseDB gives a family
    /// without version its first one "or later".
    private static func isWide(_ expression: String) -> Bool {
        expression.contains(" OR ")
            || (expression.contains("-or-later") && !expression.contains("GPL-1.0-or-later")
                && !expression.contains("LGPL-2.0-or-later"))
    }

    /// Texts and notices of some length; a short phrase either stands there or does not.
    private static func canMatchApproximately(_ rule: RuleFile, wordCount: Int) -> Bool {
        if rule.isContinuous || rule.isRequiredPhrase || rule.minimumCoverage == 100 { return false }
        return switch rule.kind {
        case .text, .notice: wordCount >= 16
        case .reference, .tag, .intro: wordCount >= 30
        case .clue, .falsePositive: false
        }
    }
}

/// Numbers the words of the rules as they come.
private struct WordNumbers {
    private(set) var all: [UInt64: WordID] = [:]
    private(set) var count = 0
    /// By number; none has number 0.
    private(set) var spellings = [""]

    init() {
        for word in Vocabulary.stopwords { all[WordHash.of(folded: word)] = .stopword }
        for (word, variants) in Vocabulary.spellings {
            count += 1
            for variant in [word] + variants { all[WordHash.of(folded: variant)] = WordID(count) }
            spellings.append("\(word)")
        }
    }

    /// A rule's words and its `{{required phrases}}`.
    mutating func number(_ text: String) throws(LicenseIndexError) -> (words: [WordID], phrases: [PhraseRecord]) {
        var words: [WordID] = []
        var phrases: [PhraseRecord] = []
        for (i, outer) in text.components(separatedBy: "{{").enumerated() {
            let parts = outer.components(separatedBy: "}}")
            for (k, part) in parts.enumerated() {
                let start = words.count
                try number(part, into: &words)
                if i > 0, k == 0, parts.count > 1, words.count > start {
                    phrases.append(PhraseRecord(start: UInt32(start), count: UInt32(words.count - start)))
                }
            }
        }
        return (words, phrases)
    }

    private mutating func number(_ text: String, into words: inout [WordID]) throws(LicenseIndexError) {
        var text = text
        text.withUTF8 { utf8 in
            WordScanner.scan(UnsafeRawBufferPointer(utf8)) { word in
                if let known = all[word.hash] {
                    if known != .stopword { words.append(known) }
                    return
                }
                count += 1
                let id = WordID(clamping: min(count, IndexFormat.maximumWords))
                spellings.append(String(decoding: utf8[word.start..<word.end], as: UTF8.self).lowercased())
                all[word.hash] = id
                words.append(id)
            }
        }
        if count >= IndexFormat.maximumWords { throw .tooManyWords(count: count, limit: IndexFormat.maximumWords - 1) }
    }
}

/// The index's strings: identifiers, expressions, rule names.
private struct StringTable {
    private(set) var bytes: [UInt8] = []
    private(set) var offsets: [UInt32] = [0]
    private var numbers: [String: UInt32] = [:]

    mutating func number(_ string: String) -> UInt32 {
        if let known = numbers[string] { return known }
        let new = UInt32(numbers.count)
        numbers[string] = new
        bytes += Array(string.utf8)
        offsets.append(UInt32(bytes.count))
        return new
    }
}
