// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What sentences are made of, as each language writes it.

import Languages
import Testing

struct LanguageTests {
    @Test(
        "a number takes its noun's form: none is a plural in English and a singular in French",
        arguments: [
            (0, "0 repositories", "0 dépôt"), (1, "1 repository", "1 dépôt"), (2, "2 repositories", "2 dépôts"),
        ])
    func counts(_ count: Int, _ english: String, _ french: String) {
        #expect(Language.english.repositories(count) == english)
        #expect(Language.french.repositories(count) == french)
        #expect(Language.french.others(count) == (count < 2 ? "et \(count) autre" : "et \(count) autres"))
    }

    @Test(
        "a day is written as people write it, in a sentence and in a table",
        arguments: [
            ("2021-04-27", "27 April 2021", "27\u{A0}avril 2021", "27/04/2021"),
            ("2026-08-01T23:59:59Z", "1 August 2026", "1er\u{A0}août 2026", "01/08/2026"),
            ("0999-12-31", "31 December 0999", "31\u{A0}décembre 0999", "31/12/0999"),
        ])
    func days(_ day: String, _ english: String, _ french: String, _ cell: String) {
        #expect(Language.english.longDate(day) == english)
        #expect(Language.french.longDate(day) == french)
        #expect(Language.french.date(day) == cell)
        #expect(Language.english.date(day) == String(day.prefix(10)))
    }

    @Test("what is no day stays as it is", arguments: ["", "2021", "bientôt", "2021-00-10", "2021-13-01", "-1-2-3"])
    func noDays(_ text: String) {
        #expect(Language.allCases.map { $0.longDate(text) } == [text, text])
    }

    @Test(
        "a locale gives its language, and English where codescan has no other",
        arguments: [
            ("fr_FR.UTF-8", Language.french), ("fr", .french), ("en_GB", .english), ("de_DE.UTF-8", .english),
            ("C.UTF-8", .english), ("", .english),
        ])
    func locales(_ name: String, _ language: Language) {
        #expect(Language(locale: name) == language)
        #expect(Language(locale: nil) == .english)
    }

    @Test("why the system refused is told in both languages, and in the system's words where there are no others")
    func systemReasons() {
        let denied = Bilingual(systemError: 13)
        #expect(denied(.english) == "Permission denied")
        #expect(denied(.french) == "permission non accordée")
        let rare = Bilingual(systemError: 84)
        #expect(rare(.french) == rare(.english))
    }
}
