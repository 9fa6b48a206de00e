// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// JUnit's XML, which most CI servers show: a suite for each repository, a case for each rule, a failure where a finding
// makes the build red. Warnings and notes are the case's output: they fail nothing.

import Foundation
import Inventory
import Policy

/// `codescan check --format junit`.
public enum CheckJUnit {
    /// The report in UTF-8, with a newline at the end.
    public static func data(_ report: CheckReport) -> Data {
        let suites = report.verdicts.map { Suite($0, report) }
        let root = Element(
            "testsuites",
            [
                "name": "codescan", "tests": "\(suites.reduce(0) { $0 + $1.cases.count })",
                "failures": "\(suites.reduce(0) { $0 + $1.failures })",
                "errors": "\(suites.reduce(0) { $0 + $1.errors })",
            ], suites.map(\.element))
        let lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#] + root.lines
        return Data((lines.joined(separator: "\n") + "\n").utf8)
    }

    private struct Suite {
        let cases: [Case]
        private let verdict: Verdict

        init(_ verdict: Verdict, _ report: CheckReport) {
            self.verdict = verdict
            let rules = Rule.all.filter { $0.identifier != .fileWithoutLicense || report.preset == .reuse }
            cases =
                rules.map { Case($0.identifier, in: verdict, report) }
                + (verdict.hasErrors ? [Case(unreadable: verdict)] : [])
        }

        var failures: Int { cases.count { $0.outcome?.name == "failure" } }
        var errors: Int { cases.count { $0.outcome?.name == "error" } }

        var element: Element {
            // The content's own date: the same repository gives the same bytes.
            let date = (verdict.entry.head?.date ?? "1970-01-01T00:00:00Z").dropLast()
            return Element(
                "testsuite",
                [
                    "name": verdict.name, "tests": "\(cases.count)", "failures": "\(failures)", "errors": "\(errors)",
                    "skipped": "0", "time": "0", "timestamp": String(date), "hostname": "localhost",
                ], cases.map(\.element))
        }
    }

    private struct Case {
        private let name: String
        /// A failure or an error.
        let outcome: Element?
        private let output: Element?

        /// The findings of one rule.
        init(_ rule: Rule.Identifier, in verdict: Verdict, _ report: CheckReport) {
            func text(_ findings: [Finding]) -> String {
                findings.map { finding in
                    let line = finding.lines.map { ":\($0.lowerBound)" } ?? ""
                    return "\(report.place(finding, in: verdict))\(line): \(report.sentence(finding)) "
                        + finding.mend(report.language)
                }.joined(separator: "\n")
            }
            let findings = verdict.findings.filter { $0.rule == rule }
            let errors = findings.filter { $0.severity == .error }
            let others = findings.filter { $0.severity != .error }
            name = rule.rawValue
            outcome = errors.first.map {
                Element("failure", ["message": report.sentence($0), "type": rule.rawValue], text: text(errors))
            }
            output = others.isEmpty ? nil : Element("system-out", text: text(others))
        }

        init(unreadable verdict: Verdict) {
            name = "reading"
            outcome = Element(
                "error", ["message": "not everything could be read", "type": "reading"],
                text: verdict.entry.errors.joined(separator: "\n"))
            output = nil
        }

        var element: Element {
            Element(
                "testcase", ["classname": "codescan", "name": name, "time": "0"],
                [outcome, output].compactMap(\.self))
        }
    }

    /// An element with text or with children.
    private struct Element {
        let name: String
        /// The tags, and what is between them indented; a text keeps its line ends.
        let lines: [String]

        init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
            self.name = name
            lines = ["<\(name)\(Self.written(attributes))>\(Self.safe(text))</\(name)>"]
        }

        init(_ name: String, _ attributes: KeyValuePairs<String, String>, _ children: [Element]) {
            self.name = name
            let tag = "<\(name)\(Self.written(attributes))"
            lines =
                children.isEmpty
                ? [tag + " />"]
                : [tag + ">"] + children.flatMap(\.lines).map { "    " + $0 } + ["</\(name)>"]
        }

        private static func written(_ attributes: KeyValuePairs<String, String>) -> String {
            attributes.map { #" \#($0)="\#(safe($1))""# }.joined()
        }

        /// Text that XML 1.0 can hold: control characters written out.
        private static func safe(_ text: String) -> String {
            text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { Markup.escaped(TerminalText(String($0)).string) }.joined(separator: "\n")
        }
    }
}
