// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// One file of LicenseDB's format: YAML front matter between "---" lines, then a text. `licenses/*.LICENSE` describe
// licences, `rules/*.RULE` the ways they are named, summed up or quoted. codescan's own `Rules/` are in the same format.

import Foundation
import Yams

/// What a rule's text is, in LicenseDB's words.
public enum RuleKind: UInt8, Sendable, CaseIterable {
    case text = 1
    case notice
    case reference
    case tag
    case intro
    case clue
    case falsePositive
}

/// A licence as `licenses/KEY.LICENSE` describes it.
struct LicenseFile {
    var key: String
    /// The SPDX identifier, or `LicenseRef-scancode-KEY`.
    var spdxIdentifier: String
    /// Identifiers that SPDX or others gave it before.
    var otherIdentifiers: [String]
    var category: String
    var isException: Bool
    var isUnknown: Bool
}

/// A text to look for.
struct RuleFile {
    /// The file's name, unique in the index ("mit_5.RULE", "mit.LICENSE").
    var identifier: String
    /// In LicenseDB's keys; empty for a false positive.
    var expression: String
    var kind: RuleKind
    var relevance: UInt8
    /// The coverage below which an approximate match is none; 0 where the file does not say.
    var minimumCoverage: UInt8
    var isContinuous: Bool
    var isRequiredPhrase: Bool
    /// The whole text of a licence, from `licenses/`.
    var isLicenseFile: Bool
    var text: String

    /// Whether there is nothing to look for: then it corrects a rule of another folder.
    var isWithoutText: Bool { text.allSatisfy(\.isWhitespace) }
}

/// A folder of licences and rules, read.
struct RuleFolder {
    var licenses: [LicenseFile] = []
    var rules: [RuleFile] = []
    /// The `VERSION` file's first line, where there is one.
    var version: String?

    /// Reads `path`, which holds `licenses/`, `rules/` or both.
    /// - Throws: `LicenseIndexError.invalidRule`, naming the file, or `.noRules`.
    init(readingFrom path: String) throws(LicenseIndexError) {
        let version = try? String(contentsOfFile: path + "/VERSION", encoding: .utf8)
        self.version = version?.split(whereSeparator: \.isNewline).first.map(String.init)
        for name in Self.files(in: path + "/licenses", suffix: ".LICENSE") {
            try readLicense(path + "/licenses/" + name, name: name)
        }
        for name in Self.files(in: path + "/rules", suffix: ".RULE") {
            try readRule(path + "/rules/" + name, name: name)
        }
        if rules.isEmpty { throw .noRules(path: path) }
    }

    private static func files(in folder: String, suffix: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(suffix) }.sorted()
    }

    private mutating func readLicense(_ path: String, name: String) throws(LicenseIndexError) {
        let (facts, text) = try FrontMatter.read(path)
        if facts.flag("is_deprecated") { return }
        guard let key = facts.string("key") else {
            throw .invalidRule(path: path, reason: "the front matter has no \"key\"")
        }
        licenses.append(
            LicenseFile(
                key: key, spdxIdentifier: facts.string("spdx_license_key") ?? "LicenseRef-scancode-" + key,
                otherIdentifiers: facts.list("other_spdx_license_keys"),
                category: facts.string("category") ?? "Unstated License", isException: facts.flag("is_exception"),
                isUnknown: facts.flag("is_unknown")))
        if text.allSatisfy(\.isWhitespace) { return }
        rules.append(
            RuleFile(
                identifier: name, expression: key, kind: .text, relevance: 100,
                minimumCoverage: facts.percent("minimum_coverage") ?? 0, isContinuous: false, isRequiredPhrase: false,
                isLicenseFile: true, text: text))
    }

    private mutating func readRule(_ path: String, name: String) throws(LicenseIndexError) {
        let (facts, text) = try FrontMatter.read(path)
        if facts.flag("is_deprecated") { return }
        guard let kind = RuleFolder.kinds.first(where: { facts.flag($0.field) })?.kind else {
            throw .invalidRule(path: path, reason: "the front matter does not say what the text is (is_license_…)")
        }
        let expression = facts.string("license_expression") ?? ""
        if expression.isEmpty, kind != .falsePositive {
            throw .invalidRule(path: path, reason: "the front matter has no \"license_expression\"")
        }
        rules.append(
            RuleFile(
                identifier: name, expression: expression, kind: kind, relevance: facts.percent("relevance") ?? 100,
                minimumCoverage: facts.percent("minimum_coverage") ?? 0, isContinuous: facts.flag("is_continuous"),
                isRequiredPhrase: facts.flag("is_required_phrase"), isLicenseFile: false, text: text))
    }

    private static let kinds: [(field: String, kind: RuleKind)] = [
        ("is_false_positive", .falsePositive), ("is_license_text", .text), ("is_license_notice", .notice),
        ("is_license_reference", .reference), ("is_license_tag", .tag), ("is_license_intro", .intro),
        ("is_license_clue", .clue),
    ]
}

/// The YAML head of a file.
private struct FrontMatter {
    private var values: [String: String] = [:]
    private var lists: [String: [String]] = [:]

    /// The front matter and the text after it.
    static func read(_ path: String) throws(LicenseIndexError) -> (FrontMatter, String) {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw .invalidRule(path: path, reason: "the file cannot be read")
        }
        let content = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
        let opening = content.prefix(3)
        guard content.hasPrefix("---\n"),
            let end = content.range(of: "\n---", range: opening.endIndex..<content.endIndex)
        else {
            throw .invalidRule(path: path, reason: "the file does not begin with front matter between \"---\" lines")
        }
        let head = String(content[opening.endIndex..<end.lowerBound])
        let text = content[end.upperBound...].drop { $0 != "\n" }
        var facts = FrontMatter()
        do {
            for (key, value) in try Yams.compose(yaml: head)?.mapping ?? [:] {
                guard let key = key.string else { continue }
                if let value = value.scalar?.string { facts.values[key] = value }
                if let list = value.sequence { facts.lists[key] = list.compactMap { $0.scalar?.string } }
            }
        } catch {
            throw .invalidRule(path: path, reason: "the front matter is not YAML: \(error)")
        }
        return (facts, String(text.dropFirst()))
    }

    func string(_ key: String) -> String? { values[key].flatMap { $0.isEmpty ? nil : $0 } }
    func list(_ key: String) -> [String] { lists[key] ?? [] }
    func flag(_ key: String) -> Bool { ["yes", "true"].contains(values[key]?.lowercased()) }
    func percent(_ key: String) -> UInt8? {
        guard let value = values[key].flatMap(Double.init), !value.isNaN else { return nil }
        return UInt8(min(max(value, 0), 100))
    }
}
