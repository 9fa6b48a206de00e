// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What people and manifests write about licences, and what codescan reads in it. A statement that codescan reads wrong
// is a row to add here.

import Testing

@testable import Licensing

@Suite("Licence statements")
struct LicenseStatementTests {
    @Test(
        "a statement is read as the licences it names",
        arguments: [
            // GNU, with and without versions.
            ("GPLv3", "GPL-3.0-only"), ("GPL-3", "GPL-3.0-only"), ("GPL 3", "GPL-3.0-only"), ("gpl3", "GPL-3.0-only"),
            ("GPL-3.0", "GPL-3.0-only"), ("GPL (>= 2)", "GPL-2.0-or-later"), ("GPL (== 2)", "GPL-2.0-only"),
            ("GPL v3 or later", "GPL-3.0-or-later"), ("GPLv3+", "GPL-3.0-or-later"), ("GPL-2+", "GPL-2.0-or-later"),
            ("GPL", "GPL-1.0-or-later"), ("LGPL", "LGPL-2.0-or-later"), ("LGPLV3", "LGPL-3.0-only"),
            ("LGPLv2.1+", "LGPL-2.1-or-later"), ("GNU Lesser General Public License v3.0", "LGPL-3.0-only"),
            ("GNU Library or Lesser General Public License (LGPL)", "LGPL-2.0-or-later"),
            ("AGPL v3", "AGPL-3.0-only"), ("AGPLv3+", "AGPL-3.0-or-later"), ("AGPL-3.0", "AGPL-3.0-only"),
            ("GNU Affero General Public License v3 or later (AGPLv3+)", "AGPL-3.0-or-later"),
            ("Affero GNU General Public License version 3", "AGPL-3.0-only"),
            ("GNU General Public License, version 3 (GPLv3)", "GPL-3.0-only"),
            ("GNU GPL, version 2 only", "GPL-2.0-only"),
            ("licence publique générale GNU affero version 3 ou ultérieure", "AGPL-3.0-or-later"),
            ("Licence publique générale GNU v3.0 ou plus récent", "GPL-3.0-or-later"),
            ("GNU AGPL v3.0 ou toute version ultérieure", "AGPL-3.0-or-later"),
            ("GNU Free Documentation License 1.3", "GFDL-1.3-only"),
            // Permissive.
            ("MIT License", "MIT"), ("The MIT License (MIT)", "MIT"), ("mit", "MIT"), ("Expat", "MIT"),
            ("MIT/X11", "MIT"), ("Licence MIT", "MIT"), ("MIT + file LICENSE", "MIT"), ("MIT-0 license", "MIT-0"),
            ("Apache 2", "Apache-2.0"), ("Apache License, Version 2.0", "Apache-2.0"), ("Apache2", "Apache-2.0"),
            ("Apache Software License 2.0", "Apache-2.0"), ("apache-2.0 or later", "Apache-2.0"),
            ("BSD 3-Clause", "BSD-3-Clause"), ("New BSD", "BSD-3-Clause"), ("3-Clause BSD License", "BSD-3-Clause"),
            ("BSD 3-Clause \"New\" or \"Revised\" License", "BSD-3-Clause"), ("Simplified BSD", "BSD-2-Clause"),
            ("BSD_3_clause + file LICENSE", "BSD-3-Clause"), ("BSD 2-Clause \"Simplified\" License", "BSD-2-Clause"),
            ("ISC License (ISCL)", "ISC"), ("The Unlicense (Unlicense)", "Unlicense"), ("zlib/libpng", "Zlib"),
            ("Boost Software License 1.0 (BSL-1.0)", "BSL-1.0"),
            // French and European.
            ("CeCILL-B", "CECILL-B"), ("CeCILL-B V1", "CECILL-B"), ("CeCILL-C", "CECILL-C"),
            ("CeCILL (>= 2.1)", "CECILL-2.1"), ("CeCILL v2", "CECILL-2.0"), ("CeCILL (>= 2)", "CECILL-2.0+"),
            ("CeCILL-B Free Software License Agreement (CECILL-B)", "CECILL-B"),
            ("EUPL v1.2", "EUPL-1.2"), ("EUPL-1.2-or-later", "EUPL-1.2"), ("EUPL 1.1 or later", "EUPL-1.1+"),
            ("Licence Publique de l’Union européenne 1.2", "EUPL-1.2"),
            ("European Union Public Licence 1.2 (EUPL 1.2)", "EUPL-1.2"),
            ("Licence\u{A0}Ouverte\u{202F}2.0", "etalab-2.0"), ("etalab-2.0", "etalab-2.0"),
            ("Licence Ouverte / Open Licence version 2.0", "etalab-2.0"), ("LICENCE OUVERTE v2.0", "etalab-2.0"),
            ("Licence Ouverte 1.0", "LicenseRef-etalab-1.0"),
            ("Licence Ouverte 1.0 ou ultérieure", "LicenseRef-etalab-1.0-or-later"),
            ("Licence Ouverte version 2.0 ou ultérieure", "etalab-2.0"),
            ("Open Government Licence v3.0", "OGL-UK-3.0"),
            // Creative Commons and data.
            ("CC BY-SA 4.0", "CC-BY-SA-4.0"), ("CC-BY 4.0", "CC-BY-4.0"), ("CC-BY 2.0", "CC-BY-2.0"),
            ("Creative Commons Attribution 4.0 International", "CC-BY-4.0"),
            (
                "Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International (CC BY-NC-SA 4.0)",
                "CC-BY-NC-SA-4.0"
            ),
            ("CC BY-SA 3.0 FR", "CC-BY-SA-3.0"), ("CC0", "CC0-1.0"),
            ("CC0 1.0 Universal (CC0 1.0) Public Domain Dedication", "CC0-1.0"), ("ODbL", "ODbL-1.0"),
            ("Open Database License 1.0", "ODbL-1.0"),
            // Others.
            ("MPL-2", "MPL-2.0"), ("Mozilla Public License 2.0 (MPL 2.0)", "MPL-2.0"),
            ("Eclipse Public License - v 1.0", "EPL-1.0"), ("SIL Open Font License 1.1", "OFL-1.1"),
            ("Artistic-2.0", "Artistic-2.0"),
            // Several.
            ("MIT/Apache-2.0", "MIT OR Apache-2.0"), ("MIT OR Apache-2.0", "MIT OR Apache-2.0"),
            ("GPL-2 | GPL-3", "GPL-2.0-only OR GPL-3.0-only"), ("GPL-3 | file LICENSE", "GPL-3.0-only"),
            ("MIT or GPLv3 or later", "MIT OR GPL-3.0-or-later"), ("MIT and CeCILL 2.1", "MIT AND CECILL-2.1"),
            ("(MIT or LGPL-2.1+)", "MIT OR LGPL-2.1-or-later"), ("MIT et Licence Ouverte 2.0", "MIT AND etalab-2.0"),
            ("dual licensed under MIT or Apache 2", "MIT OR Apache-2.0"),
            ("LicenseRef-Mine", "LicenseRef-Mine"),
        ])
    func expressions(text: String, expected: String) {
        #expect(LicenseStatement.reading(of: text).expression?.description == expected, "\(text)")
    }

    @Test(
        "a Trove classifier says its licence",
        arguments: [
            ("License :: OSI Approved :: GNU Affero General Public License v3", "AGPL-3.0-only"),
            ("License :: OSI Approved :: GNU Affero General Public License v3 or later (AGPLv3+)", "AGPL-3.0-or-later"),
            ("License :: OSI Approved :: GNU General Public License (GPL)", "GPL-1.0-or-later"),
            ("License :: OSI Approved :: GNU Lesser General Public License v2 or later (LGPLv2+)", "LGPL-2.0-or-later"),
            ("License :: OSI Approved :: MIT License", "MIT"),
            ("License :: OSI Approved :: Python Software Foundation License", "PSF-2.0"),
            (
                "License :: OSI Approved :: CEA CNRS Inria Logiciel Libre License, version 2.1 (CeCILL-2.1)",
                "CECILL-2.1"
            ),
            ("License :: OSI Approved :: European Union Public Licence 1.2 (EUPL 1.2)", "EUPL-1.2"),
            ("License :: CeCILL-B Free Software License Agreement (CECILL-B)", "CECILL-B"),
            ("License :: OSI Approved :: zlib/libpng License", "Zlib"),
            ("License :: OSI Approved :: University of Illinois/NCSA Open Source License", "NCSA"),
            ("License-Expression :: AGPL-3.0-or-later", "AGPL-3.0-or-later"),
        ])
    func classifiers(text: String, expected: String) {
        #expect(LicenseStatement.reading(of: text).expression?.description == expected)
    }

    @Test(
        "a licence's address says its licence",
        arguments: [
            ("https://opensource.org/licenses/MIT", "MIT"), ("http://opensource.org/licenses/mit-license.php", "MIT"),
            ("https://opensource.org/license/gpl-3-0/", "GPL-3.0-only"), ("opensource.org/licenses/MIT", nil),
            ("https://opensource.org/license/agpl-v3", "AGPL-3.0-only"),
            ("https://spdx.org/licenses/AGPL-3.0-or-later", "AGPL-3.0-or-later"),
            ("https://spdx.org/licenses/MIT.html", "MIT"), ("https://choosealicense.com/licenses/mit/", "MIT"),
            ("https://www.gnu.org/licenses/agpl-3.0.en.html", "AGPL-3.0-only"),
            ("http://www.fsf.org/licensing/licenses/agpl-3.0.html", "AGPL-3.0-only"),
            ("http://www.gnu.org/licenses/gpl.html", "GPL-1.0-or-later"),
            ("https://www.gnu.org/licenses/old-licenses/gpl-2.0-standalone.html", "GPL-2.0-only"),
            ("http://www.apache.org/licenses/LICENSE-2.0.txt", "Apache-2.0"),
            ("https://creativecommons.org/licenses/by-sa/4.0/deed.fr", "CC-BY-SA-4.0"),
            ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
            ("http://creativecommons.org/licenses/by-nc-nd/3.0/fr/", "CC-BY-NC-ND-3.0"),
            ("http://creativecommons.org/publicdomain/zero/1.0/legalcode", "CC0-1.0"),
            ("http://www.cecill.info/licences/Licence_CeCILL_V2.1-fr.html", "CECILL-2.1"),
            ("http://www.cecill.info/licences/Licence_CeCILL-B_V1-en.html", "CECILL-B"),
            ("https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf", "etalab-2.0"),
            ("https://github.com/etalab/licence-ouverte/blob/master/LO.md", "etalab-2.0"),
            ("https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12", "EUPL-1.2"),
            ("https://eupl.eu/1.2/fr/", "EUPL-1.2"), ("https://www.mozilla.org/en-US/MPL/2.0/", "MPL-2.0"),
            ("http://www.eclipse.org/legal/epl-v10.html", "EPL-1.0"),
            ("https://www.eclipse.org/legal/epl-2.0/", "EPL-2.0"),
            ("https://opendatacommons.org/licenses/odbl/1-0/", "ODbL-1.0"), ("http://unlicense.org", "Unlicense"),
            ("http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", "OGL-UK-3.0"),
            ("MIT (https://opensource.org/licenses/MIT)", "MIT"),
            ("Eclipse Public License <http://www.eclipse.org/legal/epl-v10.html>", "EPL-1.0"),
            ("https://example.org/terms", nil), ("https://www.data.gouv.fr/fr/datasets/", nil),
        ] as [(String, String?)])
    func addresses(text: String, expected: String?) {
        #expect(LicenseStatement.reading(of: text).expression?.description == expected, "\(text)")
    }

    @Test(
        "a family without its version stays a family",
        arguments: [
            ("Eclipse Public License", "EPL-1.0", nil), ("EPL", "EPL-2.0", nil),
            ("BSD", "BSD-2-Clause", "BSD-3-Clause"),
            ("License :: OSI Approved :: Apache Software License", "Apache-2.0", "Apache-2.0"),
            ("License :: OSI Approved :: BSD License", "BSD-3-Clause", "BSD-3-Clause"),
            ("CeCILL", "CECILL-B", nil), ("Licence Ouverte", "etalab-2.0", nil), ("CC BY-SA", "CC-BY-SA-4.0", nil),
            ("EUPL", "EUPL-1.2", nil), ("Licence Ouverte", "LicenseRef-etalab-1.0", nil),
            ("https://joinup.ec.europa.eu/software/page/eupl", "EUPL-1.1", nil),
        ] as [(String, String, String?)])
    func families(text: String, member: String, usual: String?) {
        guard case .family(let family) = LicenseStatement.reading(of: text) else {
            Issue.record("\(text) is not read as a family")
            return
        }
        #expect(family.contains(member))
        #expect(!family.contains("MIT"))
        #expect(family.usual?.description == usual)
    }

    @Test(
        "what grants nothing is proprietary",
        arguments: [
            "UNLICENSED", "proprietary", "Propriétaire", "private", "License :: Other/Proprietary License",
            "All rights reserved.", "Tous droits réservés", "Commercial",
        ])
    func proprietary(text: String) {
        #expect(LicenseStatement.reading(of: text) == .proprietary)
    }

    @Test(
        "a statement may point to a file",
        arguments: [
            ("SEE LICENSE IN LICENSE.md", "LICENSE.md"), ("see licence in ./eula.html", "./eula.html"),
            ("file LICENSE", "LICENSE"), ("LICENSE.txt", "LICENSE.txt"), ("See LICENSE", "LICENSE"),
            ("https://github.com/o/r/blob/main/docs/LICENSE.md", "docs/LICENSE.md"), ("LICENSE", "LICENSE"),
        ])
    func files(text: String, path: String) {
        #expect(LicenseStatement.reading(of: text) == .file(path))
    }

    @Test(
        "one word that nothing explains, and the statement is unknown",
        arguments: [
            "", "   ", "License :: OSI Approved", "{{ cookiecutter.license }}", "MIT for code, etalab-2.0 for docs",
            "MIT, but not for bombs", "MIT, BSD", "GPL-compatible", "TBD", "None", "other", "version 2",
            "GPL (>= 2, < 4)", "MIT and/or GPL", "(MIT or Apache 2) and BSD 2", "Apache 7", "MIT 3", "not MIT",
            "Public Domain", "Copyright 2020 Someone",
        ])
    func unknown(text: String) {
        #expect(LicenseStatement.reading(of: text) == .unknown)
    }

    @Test("of a whole text only a title that needs no version is read")
    func wholeTexts() {
        let body = String(repeating: "Permission is hereby granted. ", count: 40)
        #expect(LicenseStatement.reading(of: "MIT License\n\n" + body).expression?.description == "MIT")
        #expect(LicenseStatement.reading(of: "GNU GENERAL PUBLIC LICENSE\n" + body) == .unknown)
        #expect(LicenseStatement.reading(of: body) == .unknown)
    }

    @Test("hostile statements are read in bounded time")
    func hostile() {
        for piece in ["(", "MIT OR ", "or ", "/", "é", "1.", "+", "\u{301}", "https://", "file ", "::", "see "] {
            let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
            #expect(LicenseStatement.reading(of: text).expression == nil)
            _ = LicenseStatement.reading(of: text.prefix(500 / piece.utf8.count))
        }
    }
}
