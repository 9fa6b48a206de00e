// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan identify --explain`: why a file was read as it was, for a person.

import Foundation
import Inventory
import Languages
import LicenseDetection

/// One file, each match with what is missing from it, and what was dropped by which step.
public struct ExplainedFile: Sendable {
    private let path: String
    private let explanation: DetectionExplanation?
    private let language: Language

    /// Dropped matches shown; a long text has thousands of words that name nothing.
    private static let shownDrops = 40
    /// Runs of missing words shown a match, and letters of each.
    private static let shownRuns = 6
    private static let shownLetters = 80

    /// Reads a file of any size and kind.
    /// - Throws: what Foundation says when it cannot be read.
    public init(path: String, _ detector: LicenseDetector, language: Language) throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        self.path = path
        self.language = language
        explanation = data.withUnsafeBytes { detector.explanation(of: $0) }
    }

    /// The explanation in lines, without a last line break.
    public func text() -> String {
        let name = TerminalText(path).string
        guard let explanation else {
            return "\(name): " + language("binary, not read", "binaire, non lu")
        }
        let matches = explanation.kept.map(\.match)
        let expression = IdentifiedFile(path: path, matches: matches).expression ?? "-"
        var lines = ["\(name): \(expression)"]
        for entry in explanation.kept { lines += described(entry, mark: "✓") }
        if !explanation.dropped.isEmpty {
            lines.append(
                "  "
                    + language(
                        "dropped (\(explanation.dropped.count)):", "écartées (\(explanation.dropped.count))\u{A0}:"))
        }
        for entry in explanation.dropped.prefix(Self.shownDrops) { lines += described(entry, mark: "✗") }
        if explanation.dropped.count > Self.shownDrops {
            let more = explanation.dropped.count - Self.shownDrops
            lines.append("  " + language.others(more))
        }
        return lines.joined(separator: "\n")
    }

    private func described(_ entry: DetectionExplanation.Entry, mark: String) -> [String] {
        let match = entry.match
        let place =
            match.lines.count == 1
            ? language("line \(match.lines.lowerBound)", "ligne \(match.lines.lowerBound)")
            : language(
                "lines \(match.lines.lowerBound)-\(match.lines.upperBound)",
                "lignes \(match.lines.lowerBound)-\(match.lines.upperBound)")
        var facts = [place, "\(Wording(language: language)(match.kind)) \(match.rule)"]
        if entry.ruleWords > 0 {
            facts.append(
                language(
                    "\(match.words) of \(language.words(entry.ruleWords)), coverage \(language.decimal(match.coverage))%",
                    "\(language.words(match.words)) sur \(entry.ruleWords), couverture \(language.decimal(match.coverage))\u{A0}%"
                ))
        }
        if entry.inserted > 0 {
            facts.append(language.count(entry.inserted, ("put in", "put in"), ("ajouté", "ajoutés")))
        }
        facts.append(language("relevance \(match.relevance)", "pertinence \(match.relevance)"))
        let title = match.expression.isEmpty ? language("no licence", "aucune licence") : match.expression
        var lines = ["  \(mark) \(title)\(language.colon) " + facts.joined(separator: ", ")]
        if let tag = entry.tag { lines.append("      " + language("reads: ", "lit\u{A0}: ") + shortened(tag)) }
        if let said = entry.ruleSays, entry.reason == nil {
            lines.append(
                "      "
                    + language(
                        "the rule says \(said), the words beside it the rest",
                        "la règle dit \(said), les mots voisins le reste"))
        }
        if let reason = entry.reason { lines.append("      " + words(for: reason)) }
        if entry.reason == nil || entry.ruleWords < 400 {
            for run in entry.missing.prefix(Self.shownRuns) {
                lines.append("      " + language("missing: ", "manque\u{A0}: ") + shortened(run))
            }
            if entry.missing.count > Self.shownRuns {
                let more = entry.missing.count - Self.shownRuns
                let runs = language.count(more, ("more run", "more runs"), ("autre passage", "autres passages"))
                lines.append("      " + language("missing: ", "manque\u{A0}: ") + runs)
            }
        }
        return lines
    }

    private func shortened(_ text: String) -> String {
        TerminalText(text.count > Self.shownLetters ? text.prefix(Self.shownLetters) + "…" : text).string
    }

    private func words(for reason: DropReason) -> String {
        switch reason {
        case .contained(let rule):
            language(
                "dropped: inside a longer exact match, \(rule)",
                "écartée\u{A0}: dans une correspondance exacte plus longue, \(rule)")
        case .missingPhrase:
            language(
                "dropped: a required phrase is missing or broken", "écartée\u{A0}: un passage exigé manque ou est coupé"
            )
        case .belowCoverage(let minimum):
            language(
                "dropped: covers less than the \(Int(minimum)) % that the rule needs",
                "écartée\u{A0}: couvre moins que les \(Int(minimum))\u{A0}% exigés par la règle")
        case .scattered:
            language("dropped: too many other words in between", "écartée\u{A0}: trop d’autres mots intercalés")
        case .decisiveWord:
            language(
                "dropped: a word that makes it another licence differs",
                "écartée\u{A0}: un mot qui en fait une autre licence diffère")
        case .notAName:
            language(
                "dropped: names no licence here: part of an identifier, an address or another name, another version, or chance",
                "écartée\u{A0}: ne nomme pas de licence ici\u{A0}: partie d’un identifiant, d’une adresse ou d’un autre nom, autre version, ou hasard"
            )
        case .tooThin:
            language("dropped: more is missing than matches", "écartée\u{A0}: il manque plus qu’il ne correspond")
        case .overlapped(let rule):
            language("dropped: \(rule) explains these words better", "écartée\u{A0}: \(rule) explique mieux ces mots")
        case .namesNoLicense:
            language(
                "dropped: the rule stands for a wording that names no licence",
                "écartée\u{A0}: la règle décrit une formule qui ne nomme aucune licence")
        case .falsePositive(let rule):
            language(
                "dropped: a wording known to name no licence, \(rule)",
                "écartée\u{A0}: formule connue pour ne nommer aucune licence, \(rule)")
        case .listOfLicenses:
            language("dropped: one of many names in a list", "écartée\u{A0}: un nom parmi d’autres dans une liste")
        case .saidByTag:
            language("dropped: an SPDX tag says it", "écartée\u{A0}: une étiquette SPDX le dit")
        case .emptyTag: language("dropped: the tag has no value", "écartée\u{A0}: l’étiquette n’a pas de valeur")
        case .exampleTag(let text):
            language(
                "dropped: an example that \(text) shows", "écartée\u{A0}: un exemple que montre \(text)")
        case .tagReadByRule(let rule):
            language(
                "dropped: no SPDX expression, and \(rule) knows what it means",
                "écartée\u{A0}: pas une expression SPDX, et \(rule) sait ce qu’elle veut dire")
        case .vague:
            language("dropped: a neighbour says more", "écartée\u{A0}: un voisin en dit plus")
        }
    }
}

extension Language {
    fileprivate func words(_ count: Int) -> String { self.count(count, ("word", "words"), ("mot", "mots")) }
}
