// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// SARIF 2.1.0 (OASIS): one run, the rules that found something, a result for each finding.

import Foundation
import Inventory
import Languages
import Policy

/// `codescan check --format sarif`.
public enum CheckSARIF {
    /// The log in UTF-8, with a newline at the end.
    public static func data(_ report: CheckReport) throws -> Data {
        try JSONEncoder.report(.prettyPrinted).encode(Log(report)) + Data("\n".utf8)
    }

    private struct Log: Encodable {
        var schema = "https://json.schemastore.org/sarif-2.1.0.json"
        var version = "2.1.0"
        var runs: [Run]

        init(_ report: CheckReport) { runs = [Run(report)] }

        enum CodingKeys: String, CodingKey {
            case version, runs
            case schema = "$schema"
        }
    }

    private struct Text: Encodable { var text: String }

    private struct Run: Encodable {
        var tool: Tool
        var columnKind = "unicodeCodePoints"
        var originalUriBaseIds = ["SRCROOT": ["description": Text(text: "The repository's root.")]]
        var results: [Result]

        init(_ report: CheckReport) {
            let used = Set(report.verdicts.flatMap(\.findings).map(\.rule))
            let rules = Rule.all.filter { used.contains($0.identifier) }
            tool = Tool(driver: .init(rules: rules.map { .init($0, report.language) }))
            let positions = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.identifier, $0) })
            results = report.verdicts.flatMap { verdict in
                verdict.findings.map { Result($0, positions[$0.rule] ?? 0, in: verdict, report) }
            }
        }
    }

    private struct Tool: Encodable {
        struct Driver: Encodable {
            var name = "codescan"
            var version = CodescanVersion.current
            var informationUri = "https://github.com/codescan/codescan"
            var rules: [Descriptor]
        }
        var driver: Driver
    }

    private struct Descriptor: Encodable {
        var id: String
        var shortDescription: Text
        var fullDescription: Text
        var help: Text
        var helpUri: String
        var defaultConfiguration: [String: String]

        init(_ rule: Rule, _ language: Language) {
            id = rule.identifier.rawValue
            shortDescription = Text(text: rule.title(language))
            fullDescription = Text(text: rule.reason(language))
            help = Text(text: "\(rule.mend(language)) (\(rule.source(language)))")
            helpUri = rule.page
            defaultConfiguration = ["level": CheckSARIF.level(rule.severity)]
        }
    }

    private struct Result: Encodable {
        struct Location: Encodable {
            struct Physical: Encodable {
                var artifactLocation: [String: String]
                var region: [String: Int]?
            }
            var physicalLocation: Physical
        }
        var ruleId: String
        var ruleIndex: Int
        var level: String
        var message: Text
        var locations: [Location]
        var partialFingerprints: [String: String]

        init(_ finding: Finding, _ position: Int, in verdict: Verdict, _ report: CheckReport) {
            ruleId = finding.rule.rawValue
            ruleIndex = position
            level = CheckSARIF.level(finding.severity)
            message = Text(text: report.sentence(finding) + " " + finding.mend(report.language))
            locations = [
                Location(
                    physicalLocation: .init(
                        artifactLocation: [
                            "uri": CheckSARIF.uri(report.place(finding, in: verdict)), "uriBaseId": "SRCROOT",
                        ],
                        region: finding.lines.map { ["startLine": $0.lowerBound, "endLine": $0.upperBound] }))
            ]
            partialFingerprints = ["codescan/v1": report.fingerprint(finding, in: verdict)]
        }
    }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "note"
        case .off: "none"
        }
    }

    /// A path as a relative reference (RFC 3986): a first part with a colon would be read as a scheme.
    static func uri(_ path: String) -> String {
        var result = ""
        for byte in path.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._~/".utf8.contains(byte)
            if isPlain {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }
}
