// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The grammar of licence expressions, their normal form and what they print.

import Testing

@testable import Licensing

@Suite("Licence expressions")
struct LicenseExpressionTests {
    @Test(
        "an expression prints with canonical spelling, upper-case operators and minimal parentheses",
        arguments: [
            ("mit", "MIT"),
            ("  MIT\t", "MIT"),
            ("(MIT)", "MIT"),
            ("MIT or apache-2.0", "MIT OR Apache-2.0"),
            ("(MIT AND BSD-2-Clause) OR ISC", "MIT AND BSD-2-Clause OR ISC"),
            ("MIT AND (BSD-2-Clause OR ISC)", "MIT AND (BSD-2-Clause OR ISC)"),
            ("MIT AND (BSD-2-Clause AND ISC)", "MIT AND BSD-2-Clause AND ISC"),
            ("GPL-2.0+ with classpath-exception-2.0", "GPL-2.0+ WITH Classpath-exception-2.0"),
            ("cecill-2.1+", "CECILL-2.1+"),
            ("licenseref-Mine OR DocumentRef-a:LicenseRef-b", "LicenseRef-Mine OR DocumentRef-a:LicenseRef-b"),
            ("MIT WITH AdditionRef-mine", "MIT WITH AdditionRef-mine"),
        ])
    func prints(text: String, expected: String) throws {
        #expect(try LicenseExpression(parsing: text).description == expected)
    }

    @Test(
        "what is no expression is refused with its place",
        arguments: [
            ("", LicenseExpressionError.Reason.empty, 1),
            ("MIT Apache-2.0", .operatorExpected(found: "Apache-2.0"), 5),
            ("MIT AND", .licenseExpected(found: nil), 8),
            ("OR MIT", .licenseExpected(found: "OR"), 1),
            ("(MIT OR ISC", .unclosedParenthesis, 12),
            ("MIT)", .operatorExpected(found: ")"), 4),
            ("MIT / ISC", .unexpectedCharacter("/"), 5),
            ("MIT é", .unexpectedCharacter("é"), 5),
            ("GPLv3", .unknownLicense("GPLv3"), 1),
            ("MIT WITH nothing", .unknownException("nothing"), 10),
            ("MIT WITH (ISC)", .exceptionExpected(found: "("), 10),
            ("LicenseRef-", .unknownLicense("LicenseRef-"), 1),
        ])
    func refuses(text: String, reason: LicenseExpressionError.Reason, position: Int) {
        #expect(throws: LicenseExpressionError(reason: reason, position: position)) {
            try LicenseExpression(parsing: text)
        }
    }

    @Test("an error says what, where and how to mend")
    func errorSentence() {
        let error = #expect(throws: LicenseExpressionError.self) { try LicenseExpression(parsing: "MIT Apache-2.0") }
        #expect(
            error?.description
                == "position 5: an operator is expected before “Apache-2.0”; join licences with AND or OR")
    }

    @Test("hostile texts are refused, never a crash")
    func hostile() {
        let deep = String(repeating: "(", count: 10_000) + "MIT"
        #expect(throws: LicenseExpressionError(reason: .tooDeep, position: 65)) { try LicenseExpression(parsing: deep) }
        let long = String(repeating: "MIT OR ", count: 10_000) + "MIT"
        #expect(throws: LicenseExpressionError.self) { try LicenseExpression(parsing: long) }
    }

    @Test("identifiers outside the list are let through on demand")
    func anyIdentifier() throws {
        #expect(try LicenseExpression(parsing: "gnu-gpl WITH own", identifiers: .any).description == "gnu-gpl WITH own")
    }

    @Test(
        "the normal form has no deprecated identifier",
        arguments: [
            ("GPL-2.0", "GPL-2.0-only"),
            ("GPL-2.0+", "GPL-2.0-or-later"),
            ("GPL-2.0-only+", "GPL-2.0-or-later"),
            ("AGPL-3.0", "AGPL-3.0-only"),
            ("LGPL-2.1-or-later", "LGPL-2.1-or-later"),
            ("GFDL-1.3", "GFDL-1.3-only"),
            ("GFDL-1.3-no-invariants-only", "GFDL-1.3-no-invariants-only"),
            ("GPL-2.0-with-classpath-exception", "GPL-2.0-only WITH Classpath-exception-2.0"),
            ("GPL-2.0-with-classpath-exception+", "GPL-2.0-or-later WITH Classpath-exception-2.0"),
            (
                "eCos-2.0 AND wxWindows",
                "GPL-2.0-or-later WITH eCos-exception-2.0 AND LGPL-2.0-or-later "
                    + "WITH WxWindows-exception-3.1"
            ),
            ("Nunit OR StandardML-NJ", "zlib-acknowledgement OR SMLNJ"),
            ("Net-SNMP", "Net-SNMP"),
            ("LGPLLR", "LGPLLR"),
            ("EUPL-1.1+", "EUPL-1.1+"),
        ])
    func normalizes(text: String, expected: String) throws {
        #expect(try LicenseExpression(parsing: text).normalized.description == expected)
    }

    @Test("every deprecated identifier but Net-SNMP has a successor that is not deprecated")
    func successors() throws {
        for license in SPDXLicenseList.licenses where license.isDeprecated && license.identifier != "Net-SNMP" {
            for operand in try LicenseExpression(parsing: license.identifier).normalized.operands {
                #expect(SPDXLicenseList.license(operand.identifier)?.isDeprecated == false, "\(license.identifier)")
                if let exception = operand.exception { #expect(SPDXLicenseList.exception(exception) == exception) }
            }
        }
    }

    @Test(
        "simplifying drops duplicates and what is absorbed, in order of first appearance",
        arguments: [
            ("MIT AND MIT", "MIT"),
            ("ISC OR MIT OR ISC", "ISC OR MIT"),
            ("MIT OR (MIT AND ISC)", "MIT"),
            ("(MIT AND ISC) OR MIT", "MIT"),
            ("MIT AND (MIT OR ISC)", "MIT"),
            ("(MIT AND ISC) OR (ISC AND MIT)", "MIT AND ISC"),
            ("(MIT AND ISC) OR (MIT AND ISC AND Zlib)", "MIT AND ISC"),
            ("MIT AND (ISC OR (ISC AND Zlib))", "MIT AND ISC"),
            ("MIT AND ISC OR Zlib", "MIT AND ISC OR Zlib"),
        ])
    func simplifies(text: String, expected: String) throws {
        #expect(try LicenseExpression(parsing: text).simplified.description == expected)
    }

    @Test("expressions are joined, taken apart and listed")
    func joins() throws {
        let (mit, isc) = (LicenseExpression(LicenseOperand("mit")), LicenseExpression(LicenseOperand("ISC")))
        let both = try #require(LicenseExpression.and([mit, isc]))
        let choice = try #require(LicenseExpression.or([both, mit]))
        #expect(choice.description == "MIT AND ISC OR MIT")
        #expect(choice.alternatives == [both, mit])
        #expect(both.conjuncts == [mit, isc])
        #expect(choice.identifiers == ["MIT", "ISC"])
        #expect(LicenseExpression.and([]) == nil)
        let gpl = try LicenseExpression(parsing: "GPL-2.0-only WITH Classpath-exception-2.0 AND MIT")
        #expect(gpl.identifiers == ["GPL-2.0-only", "MIT"])
        #expect(gpl.exceptions == ["Classpath-exception-2.0"])
    }

    @Test("or later is given to the GNU family alone")
    func orLater() throws {
        let text = "GPL-3.0-only WITH GCC-exception-3.1 OR LGPL-2.1 OR EUPL-1.2"
        #expect(
            try LicenseExpression(parsing: text).withOrLater().description
                == "GPL-3.0-or-later WITH GCC-exception-3.1 OR LGPL-2.1-or-later OR EUPL-1.2")
    }

    @Test(
        "a grant covers what it lets one take",
        arguments: [
            ("GPL-1.0-or-later", "GPL-3.0-only", true),
            ("GPL-3.0-or-later", "GPL-2.0-only", false),
            ("GPL-3.0-only", "GPL-3.0-or-later", false),
            ("GPL-3.0", "GPL-3.0-only", true),
            ("GPL-2.0-or-later", "AGPL-3.0-only", false),
            ("EUPL-1.1+", "EUPL-1.2", true),
            ("MIT OR CECILL-B", "MIT", true),
            ("LicenseRef-etalab-1.0-or-later", "etalab-2.0", true),
        ])
    func covers(grant: String, taken: String, expected: Bool) throws {
        #expect(try LicenseExpression(parsing: grant).covers(LicenseExpression(parsing: taken)) == expected)
    }
}
