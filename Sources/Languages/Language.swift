// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The languages that codescan speaks to people, and how each writes what sentences are made of: days, numbers of things,
// what stands before a colon.
//
//     language("3 files", "3 fichiers")
//     language.count(repositories, ("repository", "repositories"), ("dépôt", "dépôts"))

/// A language that codescan speaks.
public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case french = "fr"

    /// From a locale's name as the environment gives it ("fr_FR.UTF-8"); English where it is neither.
    public init(locale: String?) { self = locale?.lowercased().hasPrefix("fr") == true ? .french : .english }

    /// The sentence in this language.
    public func callAsFunction(_ english: String, _ french: String) -> String { self == .french ? french : english }

    /// A colon within a sentence: French sets a space before it that does not break.
    public var colon: String { self(":", "\u{A0}:") }

    /// A decimal number, with the language's mark.
    public func decimal(_ number: Double) -> String {
        let text = "\(number)"
        return self(text, text.split(separator: ".").joined(separator: ","))
    }

    /// A semicolon within a sentence or a list, likewise.
    public var semicolon: String { self(";", "\u{A0};") }
}

extension Language {
    /// A word in the singular and in the plural.
    public typealias Noun = (one: String, many: String)

    /// The form of a word that goes with a number: French counts none as singular, English does not.
    public func form(_ count: Int, _ english: Noun, _ french: Noun) -> String {
        self(count == 1 ? english.one : english.many, count < 2 ? french.one : french.many)
    }

    /// A number of things: "0 repositories", "0 dépôt".
    public func count(_ count: Int, _ english: Noun, _ french: Noun) -> String {
        "\(count) \(form(count, english, french))"
    }

    /// "and 3 more", behind a list that was cut short.
    public func others(_ count: Int) -> String {
        "\(self("and", "et")) \(self.count(count, ("more", "more"), ("autre", "autres")))"
    }

    /// "3 repositories".
    public func repositories(_ count: Int) -> String {
        self.count(count, ("repository", "repositories"), ("dépôt", "dépôts"))
    }
}

extension Language {
    private static let months: [Noun] = [
        ("January", "janvier"), ("February", "février"), ("March", "mars"), ("April", "avril"), ("May", "mai"),
        ("June", "juin"), ("July", "juillet"), ("August", "août"), ("September", "septembre"), ("October", "octobre"),
        ("November", "novembre"), ("December", "décembre"),
    ]

    /// A day, or an instant of it, in a table's cell: 2026-11-23, 23/11/2026. What is no day stays as it is.
    public func date(_ day: some StringProtocol) -> String {
        guard let (year, month, number) = Self.parts(day) else { return String(day) }
        return self("\(year)-\(month)-\(number)", "\(number)/\(month)/\(year)")
    }

    /// A day, or an instant of it, within a sentence: 23 November 2026, 23 novembre 2026. What is no day stays as it is.
    public func longDate(_ day: some StringProtocol) -> String {
        guard let (year, month, number) = Self.parts(day), let position = Int(month), let day = Int(number),
            Self.months.indices.contains(position - 1)
        else { return String(day) }
        let name = Self.months[position - 1]
        // Non-breaking between the day and its month (Imprimerie nationale).
        return self("\(day) \(name.0) \(year)", "\(day == 1 ? "1er" : String(day))\u{A0}\(name.1) \(year)")
    }

    /// Year, month and day of what begins with yyyy-mm-dd.
    private static func parts(_ day: some StringProtocol) -> (year: Substring, month: Substring, day: Substring)? {
        let parts = String(day.prefix(10)).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { 48...57 ~= $0 } }) else {
            return nil
        }
        return (parts[0], parts[1], parts[2])
    }
}
