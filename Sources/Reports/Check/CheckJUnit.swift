// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// JUnit's XML, which most CI servers show: a suite for each repository, a case for each rule, a failure where a finding
// makes the build red. Warnings and notes are the case's output: they fail nothing.

import Foundation
import Inventory
import Policy
import XMLCoder

/// `codescan check --format junit`.
public enum CheckJUnit {
    /// The report in UTF-8, with a newline at the end.
    public static func data(_ report: CheckReport) throws -> Data {
        let suites = report.verdicts.map { Suite($0, report) }
        let root = Suites(
            name: "codescan", tests: suites.reduce(0) { $0 + $1.tests },
            failures: suites.reduce(0) { $0 + $1.failures },
            errors: suites.reduce(0) { $0 + $1.errors }, testsuite: suites)
        let encoder = XMLEncoder()
        encoder.outputFormatting = .prettyPrinted
        return try encoder.encode(root, withRootKey: "testsuites", header: XMLHeader(version: 1.0, encoding: "UTF-8"))
            + Data("\n".utf8)
    }

    private struct Suites: Encodable, JUnitNode {
        var name: String
        var tests: Int
        var failures: Int
        var errors: Int
        var testsuite: [Suite]
    }

    private struct Suite: Encodable, JUnitNode {
        var name: String
        var tests: Int
        var failures: Int
        var errors: Int
        var skipped: Int
        var time: String
        var timestamp: String
        var hostname: String
        var testcase: [Case]

        init(_ verdict: Verdict, _ report: CheckReport) {
            var cases = Rule.all.filter { $0.identifier != .fileWithoutLicense || report.preset == .reuse }.map {
                rule in
                Case(rule, verdict.findings.filter { $0.rule == rule.identifier }, verdict, report)
            }
            if verdict.hasErrors { cases.append(Case(unreadable: verdict)) }
            name = CheckJUnit.safe(verdict.name)
            tests = cases.count
            failures = cases.count { $0.failure != nil }
            errors = cases.count { $0.error != nil }
            skipped = 0
            time = "0"
            // The content's own date: the same repository gives the same bytes.
            timestamp = String((verdict.entry.head?.date ?? "1970-01-01T00:00:00Z").dropLast())
            hostname = "localhost"
            testcase = cases
        }
    }

    private struct Case: Encodable, JUnitNode {
        var classname: String
        var name: String
        var time: String
        var failure: Problem?
        var error: Problem?
        var systemOut: String?

        enum CodingKeys: String, CodingKey {
            case classname, name, time, failure, error
            case systemOut = "system-out"
        }

        init(_ rule: Rule, _ findings: [Finding], _ verdict: Verdict, _ report: CheckReport) {
            func text(_ findings: [Finding]) -> String {
                CheckJUnit.safe(
                    findings.map { finding in
                        let line = finding.lines.map { ":\($0.lowerBound)" } ?? ""
                        return "\(report.place(finding, in: verdict))\(line): \(report.sentence(finding)) "
                            + finding.mend(report.language)
                    }.joined(separator: "\n"))
            }
            let errors = findings.filter { $0.severity == .error }
            let others = findings.filter { $0.severity != .error }
            classname = "codescan"
            name = rule.identifier.rawValue
            time = "0"
            failure = errors.first.map {
                Problem(
                    message: CheckJUnit.safe(report.sentence($0)), type: rule.identifier.rawValue, text: text(errors))
            }
            error = nil
            systemOut = others.isEmpty ? nil : text(others)
        }

        init(unreadable verdict: Verdict) {
            classname = "codescan"
            name = "reading"
            time = "0"
            failure = nil
            let text = CheckJUnit.safe(verdict.entry.errors.joined(separator: "\n"))
            error = Problem(message: "not everything could be read", type: "reading", text: text)
            systemOut = nil
        }
    }

    private struct Problem: Encodable, JUnitNode {
        var message: String
        var type: String
        var text: String

        enum CodingKeys: String, CodingKey {
            case message, type
            case text = ""
        }
    }

    /// Text that XML 1.0 can hold: control characters written out.
    private static func safe(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText(String($0)).string }
            .joined(separator: "\n")
    }
}

/// Scalars are attributes; what has content of its own is an element.
private protocol JUnitNode: DynamicNodeEncoding {}

extension JUnitNode {
    fileprivate static func nodeEncoding(for key: any CodingKey) -> XMLEncoder.NodeEncoding {
        ["testsuite", "testcase", "failure", "error", "system-out", ""].contains(key.stringValue)
            ? .element : .attribute
    }
}
