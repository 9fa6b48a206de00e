// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What goes wrong, in a sentence for a person, in the language that they read.
//
//     throw InputError("\(path): not UTF-8; save it as UTF-8", "\(path)\u{A0}: n’est pas en UTF-8\u{A0}; …")
//     error.sentence(.french)

/// A sentence in every language.
public struct Bilingual: Sendable, Hashable {
    private let english: String
    private let french: String

    /// What it is in each.
    public init(_ english: String, _ french: String) {
        self.english = english
        self.french = french
    }

    /// What is the same in each: numbers of articles, names, another program's words.
    public init(_ words: String) { self.init(words, words) }

    /// One that is made of others.
    public init(_ make: (Language) -> String) { self.init(make(.english), make(.french)) }

    /// The sentence in a language.
    public func callAsFunction(_ language: Language) -> String { language(english, french) }
}

/// What says what is wrong, where, and how to mend it.
public protocol Spoken: CustomStringConvertible {
    /// One sentence, or one a line.
    func sentence(_ language: Language) -> String
}

extension Spoken {
    /// The sentence in English, for logs and tests.
    public var description: String { sentence(.english) }
}

extension Error {
    /// The error's sentence in a language; what has none, another program's or library's, in its own words.
    public func words(_ language: Language) -> String { (self as? any Spoken)?.sentence(language) ?? "\(self)" }
}
