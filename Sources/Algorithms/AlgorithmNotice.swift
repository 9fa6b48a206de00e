// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a text says of an algorithm by which a public body decides about people: the kind of notice, where it stands, and
// which of the elements that the law asks for it gives.

/// A notice about the algorithm of a public body, or talk about such notices, in one text.
public struct AlgorithmNotice: Sendable, Hashable, Codable {
    /// What a notice is, strongest first.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// Printed on, or beside, a decision taken by means of an algorithm (CRPA L.311-3-1).
        case explicitMention
        /// An entry in the form of a public register of algorithms: Dutch, British, Amsterdam's or Helsinki's.
        case registerRecord
        /// Several algorithms of public bodies, as a table, data or prose (CRPA L.312-1-3).
        case inventory
        /// The rules or the code of an algorithm, said to be those a public body uses (CRPA L.312-1-3).
        case rulesPublication
        /// A model with blanks for others to fill in.
        case template
        /// Talk about the obligation: law, guides, plans. It fulfils nothing.
        case discussion
    }

    /// What the text is.
    public var kind: Kind
    /// First and last line, from 1.
    public var lines: ClosedRange<Int>
    /// The lines that establish each element that is there; empty for a discussion.
    public var elements: [AlgorithmElement: ClosedRange<Int>]

    /// What the law asks of this kind of notice and the text does not say, in the law's order.
    public var missing: [AlgorithmElement] {
        AlgorithmElement.allCases.filter { $0.isAsked(of: kind) && elements[$0] == nil }
    }

    /// A notice of the given kind.
    public init(kind: Kind, lines: ClosedRange<Int>, elements: [AlgorithmElement: ClosedRange<Int>] = [:]) {
        self.kind = kind
        self.lines = lines
        self.elements = elements
    }
}
