// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Repositories that a commitment may mean, by the words of its title and by its producer. A proposal is for a person to
// confirm: nothing is ever written from one that nobody accepted.
//
//     score = 0.5 × how much of the repository's name the title says
//           + 0.3 × how much of the title the repository's name and description say
//           + 0.2 × whether the producer is the body (1), another (0) or one of the two is not known (0.5)
//
// A word weighs more the fewer repositories have it.

import Foundation
import Inventory
import Languages

/// A repository that a commitment may mean.
public struct Proposal: Sendable, Equatable {
    /// Its position in the inventory's entries.
    public let position: Int
    /// 0 to 1, two decimals.
    public let score: Double
    /// The words that the title shares with it, and what the producer says, in a sentence.
    public let reason: String
}

struct ProposalFinder: Sendable {
    /// Below it a repository is not proposed.
    static let threshold = 0.5
    /// Of the name, this much must be in the title.
    private static let leastName = 0.5
    private static let shown = 3

    private struct Profile {
        var name: Set<String>
        var text: Set<String>
        var nameWeight: Double
        var bodies: [Set<String>]
    }

    private let language: Language
    private var profiles: [Profile] = []
    private var positions: [String: [Int]] = [:]
    private var weights: [String: Double] = [:]
    private let rareWeight: Double

    init(_ inventory: Inventory, language: Language) {
        self.language = language
        var count: [String: Int] = [:]
        let words = inventory.entries.map { entry in
            let name = Self.words(Self.spelledOut(entry.name))
            let text = name.union(Self.words(entry.forgeRecord?.description ?? ""))
            for word in text { count[word, default: 0] += 1 }
            return (name, text)
        }
        let total = Double(max(1, inventory.entries.count))
        rareWeight = log(1 + total)
        for (word, number) in count { weights[word] = log(1 + total / Double(number)) }
        for (position, (entry, words)) in zip(inventory.entries, words).enumerated() {
            // Without a forge there is no address for the table.
            if entry.forge != nil { for word in words.0 { positions[word, default: []].append(position) } }
            let bodies = [entry.administration?.name, entry.administration?.ministry].compactMap(\.self).map(Self.words)
            profiles.append(
                Profile(
                    name: words.0, text: words.1, nameWeight: weight(of: words.0), bodies: bodies.filter { !$0.isEmpty }
                ))
        }
    }

    /// The best few, the best first; a repository in `except` is not proposed.
    func proposals(title: String, producer: String, except: Set<Int>) -> [Proposal] {
        let single = Self.words(title)
        // "taxe d'habitation" may be spelled "taxehabitation" in a name.
        let list = Self.list(title)
        let words = single.union(zip(list, list.dropFirst()).map { $0 + $1 })
        let body = Self.words(producer)
        let titleWeight = weight(of: single)
        guard titleWeight > 0 else { return [] }
        var found: [Proposal] = []
        for position in Set(words.flatMap { positions[$0] ?? [] }).subtracting(except) {
            let profile = profiles[position]
            let inName = profile.name.intersection(words)
            let nameShare = weight(of: inName) / profile.nameWeight
            guard nameShare >= Self.leastName else { continue }
            let titleShare = min(1, weight(of: profile.text.intersection(words)) / titleWeight)
            let agreement = Self.agreement(body, profile.bodies)
            let score = 0.5 * nameShare + 0.3 * titleShare + 0.2 * agreement.rawValue
            guard score >= Self.threshold else { continue }
            found.append(
                Proposal(
                    position: position, score: (score * 100).rounded() / 100, reason: reason(inName.sorted(), agreement)
                ))
        }
        return Array(found.sorted { ($1.score, $0.position) < ($0.score, $1.position) }.prefix(Self.shown))
    }

    /// Whether the producer is the repository's body.
    enum Agreement: Double {
        case other = 0
        case notKnown = 0.5
        case same = 1
    }

    /// The same when most of the words are the same: "DINUM – Direction interministérielle du numérique".
    static func agreement(_ producer: Set<String>, _ bodies: [Set<String>]) -> Agreement {
        if producer.isEmpty || bodies.isEmpty { return .notKnown }
        let isSame = bodies.contains { body in
            let shared = Double(body.intersection(producer).count)
            return shared / Double(min(body.count, producer.count)) >= 0.75
                && shared / Double(max(body.count, producer.count)) >= 0.5
        }
        return isSame ? .same : .other
    }

    /// Whether two names of bodies are the same by their words.
    static func isSameBody(_ one: String, _ other: String) -> Bool {
        agreement(words(one), [words(other)].filter { !$0.isEmpty }) != .other
    }

    private func weight(of words: some Sequence<String>) -> Double {
        words.reduce(0) { $0 + (weights[$1] ?? rareWeight) }
    }

    private func reason(_ words: [String], _ agreement: Agreement) -> String {
        let shared = words.map { language("“\($0)”", "«\u{A0}\($0)\u{A0}»") }.joined(separator: ", ")
        let title = language(
            "the title and the repository's name share \(shared)", "le titre et le nom du dépôt ont en commun \(shared)"
        )
        let producer =
            switch agreement {
            case .same: language("the producer is the repository's body", "le producteur est l’organisme du dépôt")
            case .other: language("the repository is another body's", "le dépôt est d’un autre organisme")
            case .notKnown: language("its body is not known", "son organisme n’est pas connu")
            }
        return title + language("; ", "\u{A0}; ") + producer
    }

    // MARK: Words

    /// "simulateurImpot" as "simulateur Impot".
    private static func spelledOut(_ name: String) -> String {
        var result = ""
        var previous: Character = " "
        for character in name {
            if character.isUppercase, previous.isLowercase { result.append(" ") }
            result.append(character)
            previous = character
        }
        return result
    }

    private static func words(_ text: String) -> Set<String> { Set(list(text)) }

    /// The telling words, without accents and without the ending of a plural.
    private static func list(_ text: String) -> [String] {
        text.folded.split { !$0.isLetter && !$0.isNumber }.compactMap { word in
            guard word.count > 2 || word.allSatisfy(\.isNumber), !common.contains(word) else { return nil }
            return word.count > 3 && (word.last == "s" || word.last == "x") ? String(word.dropLast()) : String(word)
        }
    }

    /// Words that say nothing of what a repository is.
    private static let common: Set<Substring> = [
        "and", "api", "application", "aux", "avec", "code", "dans", "data", "des", "donnees", "est", "for", "les",
        "logiciel",
        "open", "outil", "par", "pour", "projet", "publique", "que", "qui", "service", "site", "source", "sources",
        "sur",
        "the", "une", "web", "www",
    ]
}
