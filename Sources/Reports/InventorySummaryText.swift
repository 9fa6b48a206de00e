// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What stands below the table of repositories: the counts, then what needs a person's eye.

import Inventory
import Languages
import Licensing

struct InventorySummaryText {
    let inventory: Inventory
    let names: RepositoryNames
    let style: InventoryTable

    private var language: Language { style.language }
    private var words: Wording { style.words }
    private var summary: InventorySummary { inventory.summary }

    /// More than this of a kind is counted, not listed: the table is for reading, the other formats have them all.
    private static let listed = 20

    /// Paragraphs, each of lines.
    var blocks: [[String]] {
        [totals, vanished, byMinistry, forgeFacts, publication, ignored, noLicense, corrections, skipped, errors]
            .filter { !$0.isEmpty }
    }

    private var totals: [String] {
        let day = inventory.asOf.map { language(", as of ", ", au ") + language.longDate($0) } ?? ""
        let heading = language.repositories(summary.repositories) + day
        guard summary.repositories > 0 else { return paragraph(heading, .bold, indent: 0) }
        let table = TextTable(
            columns: [
                .init(title: language("FREE SOFTWARE", "LOGICIEL LIBRE"), importance: 2),
                .init(title: language("COUNT", "NOMBRE"), alignsRight: true), .init(title: "%", alignsRight: true),
            ],
            rows: FreeSoftwareStatus.allCases.map { status in
                // What was not read has no status, for which the counts say "none".
                let count = (summary.byFreeSoftwareStatus[status.rawValue] ?? 0) - (status == .none ? notRead : 0)
                return row(words(status), status.color, count)
            } + (notRead > 0 ? [row(language("not read", "non lu"), .red, notRead)] : []), indent: 2)
        return paragraph(heading, .bold, indent: 0) + lines(table)
    }

    private var notRead: Int { inventory.entries.count { !$0.isRead } }

    private func row(_ title: String, _ color: TextColor, _ count: Int) -> [TextTable.Cell] {
        [.init(title, color), .init(String(count)), .init(percent(count))]
    }

    private var byMinistry: [String] {
        guard summary.byMinistry.contains(where: { $0.ministry != nil }) else { return [] }
        let table = TextTable(
            columns: [.init(title: language("MINISTRY", "MINISTÈRE"), narrowest: 14, importance: 9)]
                + [.init(title: language("ALL", "TOTAL"), alignsRight: true, importance: 8)]
                + FreeSoftwareStatus.allCases.enumerated().map { index, status in
                    .init(title: words(status).uppercased(), narrowest: 5, alignsRight: true, importance: 7 - index)
                },
            rows: summary.byMinistry.map { ministry in
                [
                    .init(
                        ministry.ministry ?? language("not known", "inconnu"), ministry.ministry == nil ? .dim : .plain),
                    .init(String(ministry.repositories)),
                ]
                    + FreeSoftwareStatus.allCases.map { status in
                        let count = ministry.byFreeSoftwareStatus[status.rawValue] ?? 0
                        return .init(String(count), count > 0 ? status.color : .dim)
                    }
            })
        return lines(table)
    }

    private var forgeFacts: [String] {
        guard summary.repositories > 0 else { return [] }
        let empty = "\(language("empty", "vides"))\(language.colon) \(summary.empty)"
        let facts = [
            tally(language("forks", "bifurcations"), summary.forks, ("inconnue", "inconnues")),
            tally(language("archived", "archivés"), summary.archived),
            tally(language("mirrors", "miroirs"), summary.mirrors), empty,
        ]
        return paragraph(facts.joined(separator: " · "), indent: 0)
    }

    /// Only where somebody looked: of a tree without forges' records there is nothing to tell.
    private var publication: [String] {
        func count(_ status: Publication.Status) -> Int { summary.byPublication[status.rawValue] ?? 0 }
        guard count(.proven) + count(.notYet) > 0 else { return [] }
        let counts = Publication.Status.allCases.filter { count($0) > 0 }.map { words.count(count($0), $0) }
        let title = language("published by that day", "publiés ce jour-là")
        return paragraph("\(title)\(language.colon) " + counts.joined(separator: ", "), indent: 0)
    }

    private var vanished: [String] {
        let repositories = inventory.vanished.map { entry, since in
            "\(names[entry]), \(sinceDay(since))"
        }
        return section(
            language("VANISHED: their forge no longer shows them", "DISPARUS\u{A0}: leur forge ne les montre plus"),
            repositories, .red)
    }

    private func sinceDay(_ day: String) -> String {
        language("since ", "depuis le ") + language.longDate(day)
    }

    private var ignored: [String] {
        let repositories = inventory.ignored.map { repository in
            let name = [repository.forge, repository.owner, repository.name].compactMap(\.self).joined(separator: "/")
            return "\(name), \(sinceDay(repository.since))"
        }
        return section(
            language("Left out, as inventory.yml says", "Laissés de côté, selon inventory.yml"), repositories, .dim)
    }

    private var noLicense: [String] {
        let unlicensed = inventory.entries.contains {
            $0.isRead && $0.license.freeSoftware == .none && $0.kind != .empty
        }
        return unlicensed ? paragraph(words.noLicense, indent: 0) : []
    }

    private var corrections: [String] {
        let stale = inventory.entries.flatMap { entry in
            entry.corrections.compactMap { correction in
                correction.stale.map { "\(names[entry])\(language.colon) \(correction.field)\(language.colon) \($0)" }
            }
        }
        return section(language("Corrections that were not applied", "Corrections non appliquées"), stale, .yellow)
    }

    private var skipped: [String] {
        let files = inventory.entries.flatMap { entry in
            entry.skipped.map { file in
                let reason = file.reason.words(language) + (file.detail.map { "\(language.colon) \($0)" } ?? "")
                return "\(names[entry])\(language.colon) \(file.path) (\(reason))"
            }
        }
        return section(language("Files that were not read", "Fichiers non lus"), files, .yellow)
    }

    private var errors: [String] {
        let errors =
            inventory.problems
            + inventory.entries.flatMap { entry in
                entry.errors.map { "\(names[entry])\(language.colon) \($0)" }
            }
        return section(language("Errors", "Erreurs"), errors, .red, limit: errors.count)
    }

    private func section(_ title: String, _ items: [String], _ color: TextColor, limit: Int = Self.listed) -> [String] {
        guard !items.isEmpty else { return [] }
        let rest = items.count - limit
        let more =
            "… \(language.others(rest))\(language.colon) "
            + language("--format json names them all", "--format json les nomme tous")
        return paragraph("\(title) (\(items.count))", color, indent: 0)
            + items.prefix(limit).flatMap { paragraph($0, indent: 2) }
            + (rest > 0 ? paragraph(more, .dim, indent: 2) : [])
    }

    private func tally(
        _ title: String, _ tally: InventorySummary.Tally, _ french: Language.Noun = ("inconnu", "inconnus")
    ) -> String {
        let known = tally.yes + tally.no > 0 ? String(tally.yes) : ""
        let unknown =
            tally.notKnown > 0
            ? language.count(tally.notKnown, ("not known", "not known"), french) : ""
        return "\(title)\(language.colon) " + [known, unknown].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func percent(_ count: Int) -> String {
        String((count * 100 + summary.repositories / 2) / summary.repositories)
    }

    private func lines(_ table: TextTable) -> [String] { table.lines(limit: style.width, colored: style.colored) }

    /// Safe text in lines that fit, those after the first further in.
    private func paragraph(_ text: String, _ color: TextColor = .plain, indent: Int) -> [String] {
        let safe = TerminalText(text)
        let lines = style.width.map { safe.wrapped(to: max(2, $0 - indent - 2)) } ?? [safe.string]
        return lines.enumerated().map { index, line in
            String(repeating: " ", count: index == 0 ? indent : indent + 2) + color.paint(line, if: style.colored)
        }
    }
}
