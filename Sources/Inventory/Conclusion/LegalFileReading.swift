// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What one legal file says: the text it holds, a title that says otherwise, or nothing that a rule explains.

import LicenseDetection
import Licensing

struct LegalFileReading {
    var file: ListedFile
    /// Nil when no rule explains the file, or it is empty.
    var expression: LicenseExpression?
    /// Every match that the conclusion rests on.
    var declarations: [Declaration]
    /// A title above another licence's body, and the like, each in a sentence.
    var contradictions: [String]
    var isEmpty: Bool

    /// Matches of fewer words than this are a name, not a text or a grant.
    private static let telling = 20

    /// `thirdParties` is asked where several licences are named and none stands there.
    init(_ file: ListedFile, _ matches: [LicenseMatch], isEmpty: Bool, thirdParties: () -> ThirdParties?) {
        self.file = file
        self.isEmpty = isEmpty
        let read = matches.compactMap { match -> (match: LicenseMatch, expression: LicenseExpression)? in
            guard match.kind != .clue, match.kind != .intro else { return nil }
            guard let expression = try? LicenseExpression(parsing: match.expression) else { return nil }
            return (match, expression.normalized)
        }
        let texts = read.filter { $0.match.kind == .text && $0.match.words >= Self.telling && !$0.expression.isVague }
        let notices = read.filter { ($0.match.kind == .notice || $0.match.kind == .tag) && !$0.expression.isVague }
        let others = read.filter { !$0.expression.isVague }
        var chosen = texts
        if texts.isEmpty {
            // A file that only names licences. What is named word for word beats what is only like a notice.
            let inexact = notices.filter { $0.match.coverage < 97 }
            let exact = others.filter {
                $0.match.coverage >= 97 && $0.match.relevance >= 90 && ($0.match.words >= 3 || $0.match.relevance >= 95)
            }
            let listed = exact.filter {
                $0.expression.operands.allSatisfy { !$0.identifier.hasPrefix("LicenseRef-scancode-") }
            }
            let corrected = listed.filter { name in
                inexact.contains {
                    $0.expression.bases.isDisjoint(with: name.expression.bases)
                        && Self.sameFamily($0.expression, name.expression)
                }
            }
            chosen =
                corrected.isEmpty
                ? notices + listed.filter { name in !notices.contains { $0.match == name.match } } : corrected
            if chosen.isEmpty { chosen = others }
        } else {
            // A notice beside the text can say more of the same licence: a choice, an exception, "or later". Below a GNU
            // licence's text it is the model that its appendix gives, and grants nothing.
            let top = texts.first?.match.lines.lowerBound ?? 0
            chosen += notices.filter { notice in
                let isModel =
                    notice.match.lines.lowerBound > top && notice.expression.exceptions.isEmpty
                    && notice.expression.bases.contains { $0.contains("GPL-") }
                return notice.match.words >= 8 && !isModel
                    && texts.contains { $0.expression.bases.isSubset(of: notice.expression.bases) }
            }
        }
        chosen += Self.choices(above: texts, in: others, notices) + Self.grants(beside: texts, in: notices)
        // The text of an exception completes the licence above it (SPDX: WITH).
        for match in matches {
            guard let exception = SPDXLicenseList.exception(match.expression),
                let base = texts.last(where: { $0.match.lines.upperBound <= match.lines.lowerBound })?.expression
                    .soleOperand, base.exception == nil
            else { continue }
            let whole = LicenseOperand(base.identifier, isOrLater: base.isOrLater, exception: exception)
            chosen.append((match, LicenseExpression(whole)))
        }
        var parts: [Named] = []
        if texts.isEmpty, Set(chosen.map(\.expression.bases)).count > 1,
            let theirs = thirdParties()
        {
            parts = chosen.filter { theirs.own($0.match) }
            // Where all are others', the file is a notice of theirs, and says what it says.
            if parts.count == chosen.count { parts = [] }
            chosen.removeAll { one in parts.contains { $0.match == one.match } }
        }
        expression = LicenseExpression.consolidate(chosen.map(\.expression))
        func declared(
            _ named: [Named], _ scope: Declaration.Scope
        ) -> [Declaration] {
            named.map { match, expression in
                Declaration(
                    expression: expression, evidence: LicenseEvidence(match, in: file, .init(match.kind)),
                    scope: scope, isStatement: match.kind != .text)
            }
        }
        declarations = declared(chosen, .project) + declared(parts, .part)
        contradictions = []
        if let first = texts.first, let expression {
            if let name = Self.name(of: file), name.bases.isDisjoint(with: expression.bases),
                !Self.sameFamily(name, expression)
            {
                contradictions.append("\(file.path.string) is named \(name) and holds the text of \(expression)")
            }
            for (match, title) in others
            where match.kind == .reference && match.lines.upperBound <= first.match.lines.lowerBound
                && match.lines.upperBound <= 6 && title.bases.isDisjoint(with: expression.bases)
                && !Self.sameFamily(title, expression) && match.relevance >= 90
            {
                contradictions.append("\(file.path.string) is titled \(title) above the text of \(first.expression)")
            }
        }
    }

    private typealias Named = (match: LicenseMatch, expression: LicenseExpression)

    /// A choice that is stated above the text of one of its sides, "dual BSD/GPL", and the notices of the other side.
    private static func choices(above texts: [Named], in named: [Named], _ notices: [Named]) -> [Named] {
        guard let top = texts.first?.match.lines.lowerBound else { return [] }
        let choices = named.filter { choice in
            choice.match.lines.upperBound < top && choice.match.relevance >= 90
                && choice.expression.alternatives.contains { side in
                    texts.contains { $0.expression.bases == side.bases || side.isLooseName(of: $0.expression) }
                } && choice.expression.alternatives.count > 1
        }
        let sides = choices.flatMap(\.expression.alternatives)
        return choices + notices.filter { notice in sides.contains { $0.bases == notice.expression.bases } }
    }

    /// Whole notices of another licence beside a text: "the files ported from C are under this licence", its text, "all others
    /// under the Apache License", its notice. Of GNU licences too many texts quote a notice as a model.
    private static func grants(beside texts: [Named], in notices: [Named]) -> [Named] {
        guard let top = texts.first?.match.lines.lowerBound else { return [] }
        return notices.filter { notice in
            notice.match.words >= shortestGrant && notice.match.coverage >= 97 && notice.match.lines.lowerBound > top
                && !notice.expression.bases.contains { $0.contains("GPL-") }
                && texts.allSatisfy { $0.expression.bases.isDisjoint(with: notice.expression.bases) }
        }
    }

    /// Words of a notice that says all: what is granted, where the text is, and what is not warranted.
    private static let shortestGrant = 60

    /// The listed licence that a file's name gives: `LICENSES/EUPL-1.2.txt` (REUSE), `LICENSE-MIT`, `MIT-LICENSE.txt`.
    private static func name(of file: ListedFile) -> LicenseExpression? {
        let ending = file.path.name.string.fileEnding.lowercased()
        var name = Substring(file.path.name.string)
        if ["txt", "md", "text"].contains(ending) { name = name.dropLast(ending.utf8.count + 1) }
        let words = name.split { $0 == "-" || $0 == "_" }
        let own = words.filter { !["license", "licence", "copying"].contains($0.lowercased()) }.joined(separator: "-")
        return SPDXLicenseList.license(own).map { LicenseExpression(LicenseOperand($0.identifier)).normalized }
    }

    /// "GPL" above the LGPL's text, or "CC BY" above CC-BY-SA's, is loose talk, not a contradiction.
    private static func sameFamily(_ a: LicenseExpression, _ b: LicenseExpression) -> Bool {
        func family(_ id: String) -> Substring { id.drop { $0 == "A" || $0 == "L" }.prefix { $0 != "-" } }
        return !Set(a.bases.map(family)).isDisjoint(with: Set(b.bases.map(family)))
    }
}
