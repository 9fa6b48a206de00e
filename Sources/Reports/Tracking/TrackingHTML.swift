// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The tracking report as one page of HTML, which is also what the PDF is made from. It asks for nothing outside itself, is
// read by keyboard and screen reader (RGAA 4: language, title, skip link, headers of tables, contrast) and prints on A4.

import Foundation
import Inventory
import Languages
import Mustache
import Tracking

/// `codescan track --report suivi.html`.
public struct TrackingHTML {
    private let result: TrackingResult
    private let language: Language
    private let page: TrackingPage
    private var wording: Wording { Wording(language: language) }

    /// A page about a result.
    public init(_ result: TrackingResult, language: Language) {
        self.result = result
        self.language = language
        page = TrackingPage(result, language: language)
    }

    /// The page in UTF-8.
    public func data() throws -> Data {
        let template = try MustacheTemplate(string: TrackingTemplate.text)
        return Data(template.render(Self.escaped(context)).utf8)
    }

    /// Repositories shown of a large group.
    private static let shownRepositories = 8

    /// The template writes values as they are, since its library's own escaping looks at characters, and a quote under an
    /// accent is another character. Every text is escaped here instead, whoever wrote it.
    private static func escaped(_ value: Any) -> Any {
        switch value {
        case let text as String: Markup.escaped(text)
        case let list as [Any]: list.map(escaped)
        case let table as [String: Any]: table.mapValues(escaped)
        default: value
        }
    }

    // MARK: What the template is given

    private var context: [String: Any] {
        let sheets = TrackingSheets(result: result, language: language)
        var context: [String: Any] = [
            "lang": language.rawValue,
            "title": page.title,
            "introduction": page.introduction,
            "words": words,
            "counts": page.counts.map {
                ["status": $0.status, "statusLang": lang($0.code), "badge": badge($0.code), "count": String($0.count)]
            },
            "loudTitle": page.loudTitle,
            "loud": page.loudRemarks.isEmpty ? [] : [["items": page.loudRemarks]] as [Any],
            "rows": result.rows.map(row),
            "ministries": table(
                sheets.ministries, id: "ministries",
                caption: language(
                    "Repositories by ministry: licences, notices, last activity",
                    "Dépôts par ministère\u{A0}: licences, mentions, dernière activité")),
            "rules": rules,
            "tool": "codescan \(CodescanVersion.current), LicenseDB \(result.inventory.tool.index)",
        ]
        if let changes = sheets.changes, let diff = result.changes {
            context["changes"] = [
                table(
                    changes, id: "changes",
                    caption: language("Each change, before and after", "Chaque changement, avant et après")
                ).merging([
                    "heading": InventoryDiffReport(language: language).heading(diff), "any": !diff.changes.isEmpty,
                ]) { $1 }
            ]
        }
        return context
    }

    private var words: [String: Any] {
        [
            "skip": language("Skip to the commitments", "Aller aux engagements"),
            "byStatus": language("Commitments by status", "Engagements par statut"),
            "commitments": language("Commitments", "Engagements"),
            "commitment": language("Commitment", "Engagement"),
            "status": language("Status", "Statut"),
            "repositories": language("Repositories", "Dépôts"),
            "why": language("Why, and what to know", "Pourquoi, et ce qu’il faut savoir"),
            "caption": language(
                "Each commitment with source code: its status, its repositories and the reason",
                "Chaque engagement de code source\u{A0}: son statut, ses dépôts et la raison"),
            "before": language("before:", "avant\u{A0}:"),
            "expected": language("expected:", "attendu\u{A0}:"),
            "perhaps": language("To confirm by a person:", "À confirmer par une personne\u{A0}:"),
            "changed": language("Filled in:", "Rempli\u{A0}:"),
            "rules": language("How a status is given", "Comment un statut est donné"),
            "rulesCaption": language(
                "The rules and the status each gives", "Les règles et le statut que chacune donne"),
            "rule": language("Rule", "Règle"),
            "noLicense": wording.noLicense,
            "none": language("none known", "aucun connu"),
            "madeBy": language("Made by", "Produit par"),
        ]
    }

    private func row(_ row: TrackedRow) -> [String: Any] {
        func cell(_ cells: [SourceCodeField: String], _ field: SourceCodeField) -> String {
            (cells[field] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        }
        /// A part of the page that is there when the text is.
        func part(_ text: String) -> [[String: String]] { text.isEmpty ? [] : [["text": text]] }

        let (url, status) = (cell(row.cells, .url), cell(row.cells, .status))
        let isChanged = row.changes.contains { $0.field == .status }
        let shown = row.repositories.prefix(Self.shownRepositories)
        let rest = row.repositories.count - shown.count
        let changes = row.changes.filter { $0.field != .status }
        var context: [String: Any] = [:]
        context["title"] = page.name(row)
        context["producer"] = row.producer
        context["place"] = page.place(row)
        context["status"] = row.status?.rawValue ?? (status.isEmpty ? page.noStatus : status)
        context["statusLang"] = lang(row.status)
        context["badge"] = badge(row.status)
        context["before"] = part(isChanged ? cell(row.written, .status) : "")
        context["date"] = part(cell(row.cells, .expectedDate))
        context["repositories"] = shown.map(repository)
        context["rest"] = part(rest > 0 ? language.others(rest) : "")
        context["noRepository"] = row.repositories.isEmpty && url.isEmpty
        context["url"] = part(row.repositories.isEmpty ? url : "")
        context["explanation"] = row.explanation
        context["remarks"] = list(row.remarks.map { ["text": $0.message, "class": $0.kind.isLoud ? "loud" : "note"] })
        context["changes"] = list(changes.map { ["field": $0.field.rawValue, "new": $0.new] })
        context["proposals"] = list(row.proposals.map(proposal))
        return context
    }

    /// The items of a list, in one element, so that an empty list leaves no empty tag.
    private func list(_ items: [[String: String]]) -> [Any] { items.isEmpty ? [] : [["items": items]] }

    private func repository(_ repository: TrackedRepository) -> [String: Any] {
        let entry = result.inventory.entries[repository.position]
        return [
            "name": entry.fullName,
            // A line breaks behind a slash.
            "parts": entry.fullName.split(separator: "/").enumerated().map { $0 == 0 ? String($1) : "/\($1)" },
            "link": link(entry.address),
            "plain": Markup.link(entry.address) == nil,
            "facts": facts(repository, entry).joined(separator: ", "),
        ]
    }

    /// Its licence, whether it is free, its last activity; that it vanished before all.
    private func facts(_ repository: TrackedRepository, _ entry: InventoryEntry) -> [String] {
        let vanished = repository.state == .vanished ? language("vanished", "disparu") : nil
        return [
            vanished, entry.license.expression?.description, wording(entry.license.freeSoftware),
            entry.lastActivity.map { language.date($0) },
        ].compactMap(\.self)
    }

    private func proposal(_ proposal: Proposal) -> [String: String] {
        let entry = result.inventory.entries[proposal.position]
        return ["name": entry.fullName, "score": language.decimal(proposal.score), "reason": proposal.reason]
    }

    private func link(_ url: String) -> [Any] { Markup.link(url).map { [["href": $0]] } ?? [] }

    private func table(_ sheet: Sheet, id: String, caption: String) -> [String: Any] {
        let numbers = sheet.numbers
        func classed(_ text: String, _ column: Int) -> [String: String] {
            ["text": text, "class": numbers.contains(column) ? "number" : "text"]
        }
        let header = sheet.header.enumerated().map { classed($1, $0) }
        let rows: [[String: Any]] = sheet.rows.map { row in
            let cells = row.indices.dropFirst().map { classed(text(row[$0]), $0) }
            return ["first": row[0].string, "cells": cells]
        }
        return ["id": id, "title": sheet.title, "caption": caption, "header": header, "rows": rows]
    }

    private func text(_ cell: Sheet.Cell) -> String {
        if case .day(let day) = cell { return day.map { language.date($0) } ?? "–" }
        return cell.string
    }

    private var rules: [[String: Any]] {
        StatusRule.allCases.map { rule in
            [
                "status": rule.status?.rawValue ?? language("left as it is", "laissé tel quel"),
                "statusLang": lang(rule.status), "badge": badge(rule.status), "sentence": rule.sentence(language),
            ]
        }
    }

    /// The table's statuses are French words in any page.
    private func lang(_ status: CodeStatus?) -> String { status == nil ? language.rawValue : Language.french.rawValue }

    /// The class of a status's badge in the style sheet.
    private func badge(_ status: CodeStatus?) -> String {
        switch status {
        case .onDataGouv?, .available?: "available"
        case .partlyAvailable?: "partly"
        case .planned?: "planned"
        case .unavailable?: "unavailable"
        case nil: "none"
        }
    }
}
