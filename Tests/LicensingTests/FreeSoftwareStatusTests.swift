// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The list's facts, the free-software status and the decree's families.

import Foundation
import Testing

@testable import Licensing

@Suite("What a licence means")
struct FreeSoftwareStatusTests {
    @Test("the SPDX list 3.27.0 has 699 licences, 145 OSI-approved and 127 FSF-free")
    func counts() {
        #expect(SPDXLicenseList.licenses.count == 699)
        #expect(SPDXLicenseList.licenses.count(where: \.isOSIApproved) == 145)
        #expect(SPDXLicenseList.licenses.count { $0.isFSFLibre == true } == 127)
        #expect(SPDXLicenseList.exceptions.count == 79)
    }

    @Test("a lookup ignores case; an absent FSF flag is no answer")
    func lookup() {
        #expect(SPDXLicenseList.license("cecill-2.1")?.identifier == "CECILL-2.1")
        #expect(SPDXLicenseList.license("CECILL-2.1")?.isFSFLibre == nil)
        #expect(SPDXLicenseList.license("JSON")?.isFSFLibre == false)
        #expect(SPDXLicenseList.license("gplv3") == nil)
        #expect(SPDXLicenseList.exception("llvm-EXCEPTION") == "LLVM-exception")
    }

    @Test(
        "the free-software status and the decree's family of an expression",
        arguments: [
            ("MIT", FreeSoftwareStatus.free, DecreeFamily.permissive),
            ("CECILL-2.1", .free, .reciprocity),
            ("CECILL-1.1", .nonFree, .notListed),
            ("CC0-1.0", .free, .notListed),
            ("CC-BY-4.0", .free, .notListed),
            ("CC-BY-3.0", .nonFree, .notListed),
            ("CC-BY-NC-SA-4.0", .nonFree, .notListed),
            ("ODbL-1.0", .free, .data),
            ("etalab-2.0", .dataLicense, .data),
            ("OGL-UK-3.0", .dataLicense, .notListed),
            ("LicenseRef-etalab-1.0", .dataLicense, .notListed),
            ("LicenseRef-etalab-1.0-or-later", .dataLicense, .data),
            ("LGPL-2.0-or-later", .free, .reciprocity),
            ("GPL-1.0-or-later", .free, .reciprocity),
            ("AGPL-3.0", .free, .reciprocity),
            ("GPL-2.0-only WITH Classpath-exception-2.0", .free, .reciprocity),
            ("GPL-2.0-with-classpath-exception", .free, .reciprocity),
            ("EUPL-1.0", .nonFree, .notListed),
            ("EUPL-1.0+", .free, .reciprocity),
            ("W3C-20150513", .free, .notListed),
            ("BUSL-1.1", .nonFree, .notListed),
            ("MIT OR CECILL-B", .free, .permissive),
            ("GPL-3.0-only OR etalab-2.0", .free, .reciprocity),
            ("etalab-2.0 OR CC-BY-4.0", .free, .data),
            ("etalab-2.0 AND MIT", .dataLicense, .data),
            ("MIT AND GPL-3.0-only", .free, .reciprocity),
            ("MIT AND CC-BY-4.0", .free, .notListed),
            ("MIT AND CC-BY-NC-4.0", .nonFree, .notListed),
            ("MIT AND LicenseRef-mine", .unknown, .notListed),
            ("MIT OR LicenseRef-mine", .free, .permissive),
            ("LicenseRef-scancode-unknown-license-reference", .unknown, .notListed),
            ("LicenseRef-scancode-free-unknown", .unknown, .notListed),
            ("LicenseRef-scancode-other-permissive", .unknown, .notListed),
            ("LicenseRef-scancode-google-cla", .unknown, .notListed),
            ("LicenseRef-scancode-proprietary-license", .nonFree, .notListed),
            ("LicenseRef-scancode-commons-clause", .nonFree, .notListed),
            ("LicenseRef-scancode-etalab-2.0-en", .dataLicense, .notListed),
            ("LicenseRef-scancode-ogl-1.0a", .nonFree, .notListed),
        ])
    func status(text: String, free: FreeSoftwareStatus, decree: DecreeFamily) throws {
        let expression = try LicenseExpression(parsing: text)
        #expect(expression.freeSoftware == free)
        #expect(expression.decree == decree)
    }

    @Test(
        "the flags of an expression are three-valued",
        arguments: [
            ("CECILL-2.1", true, nil),
            ("CC0-1.0", false, true),
            ("etalab-2.0", false, nil),
            ("JSON", false, false),
            ("CECILL-2.1 OR MIT", true, true),
            ("CECILL-2.1 AND JSON", false, false),
            ("CECILL-2.1 AND MIT", true, nil),
            ("LicenseRef-mine", nil, nil),
            ("GPL-2.0-with-classpath-exception", true, true),
        ] as [(String, Bool?, Bool?)])
    func flags(text: String, osi: Bool?, fsf: Bool?) throws {
        let expression = try LicenseExpression(parsing: text)
        #expect(expression.osiApproved == osi)
        #expect(expression.fsfFree == fsf)
    }

    @Test("no licence is its own status")
    func noLicense() {
        #expect(FreeSoftwareStatus(nil) == .none)
        #expect(DecreeFamily(nil) == .none)
    }

    @Test("an expression is coded as its string")
    func coding() throws {
        let expression = try LicenseExpression(parsing: "MIT AND (ISC OR Zlib)")
        let data = try JSONEncoder().encode([expression])
        #expect(String(decoding: data, as: UTF8.self) == #"["MIT AND (ISC OR Zlib)"]"#)
        #expect(try JSONDecoder().decode([LicenseExpression].self, from: data) == [expression])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([LicenseExpression].self, from: Data("[\"(\"]".utf8))
        }
    }
}
