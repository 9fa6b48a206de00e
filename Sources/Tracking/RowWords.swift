// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The sentences of a row: why it has its status, and what a person should know.

import Forges
import Git
import Inventory
import Languages
import Licensing

extension InventoryEntry {
    /// Forge, owner and name, as people speak of a repository.
    public var fullName: String { [forge, owner, name].compactMap(\.self).joined(separator: "/") }
}

struct RowWords {
    let inventory: Inventory
    let language: Language
    /// The day spoken of (yyyy-mm-dd).
    let day: String?
    /// The past date that is spoken of; nil for the present.
    var pastDate: GitDate?

    // MARK: The explanation of a status

    /// The rule; of several repositories, with how many there are of each state.
    func explanation(_ row: TrackedRow, _ findings: Findings) -> String {
        let counted = row.repositories.filter(\.counts)
        let rule = row.rule.sentence(language)
        guard counted.count + findings.absent.count > 1 else { return rule }
        return "\(rule)\(language.colon) \(tally(counted, findings))"
    }

    /// The explanation, with the name and the licence of the only repository it is of.
    func reason(_ row: TrackedRow, _ findings: Findings) -> String {
        let counted = row.repositories.filter(\.counts)
        guard counted.count == 1, findings.absent.isEmpty else { return row.explanation }
        let entry = inventory.entries[counted[0].position]
        let license = row.rule == .vanished ? "" : entry.license.expression.map { " (\($0.description))" } ?? ""
        return "\(entry.fullName)\(language.colon) \(row.explanation)\(license)"
    }

    /// "3 of 5 open, 1 without a licence, 1 vanished".
    private func tally(_ counted: [TrackedRepository], _ findings: Findings) -> String {
        let open = counted.count { $0.state == .open }
        let total = counted.count + findings.absent.count
        var parts = [language("\(open) of \(total) open", "\(count(open, .open)) sur \(total)")]
        for state in RepositoryState.allCases where state != .open {
            let number = counted.count { $0.state == state }
            if number > 0 { parts.append(count(number, state)) }
        }
        if !findings.absent.isEmpty {
            parts.append("\(findings.absent.count) " + language("not in the inventory", "hors de l’inventaire"))
        }
        return parts.joined(separator: ", ")
    }

    /// How many are in a state.
    private func count(_ count: Int, _ state: RepositoryState) -> String {
        let (english, french): (String, Language.Noun) =
            switch state {
            case .open: ("open", ("ouvert", "ouverts"))
            case .noLicense: ("without a licence", ("sans licence", "sans licence"))
            case .dataLicense: ("under a data licence", ("sous licence de données", "sous licence de données"))
            case .notFree: ("not free", ("non libre", "non libres"))
            case .unknownLicense:
                ("under a licence nobody can tell", ("sous licence indéterminée", "sous licence indéterminée"))
            case .empty: ("empty", ("vide", "vides"))
            case .vanished: ("vanished", ("disparu", "disparus"))
            case .notYetCreated: ("made later", ("créé plus tard", "créés plus tard"))
            case .unproven: ("not proven public", ("non prouvé public", "non prouvés publics"))
            case .unread: ("that could not be read", ("illisible", "illisibles"))
            }
        return language.count(count, (english, english), french)
    }

    // MARK: Remarks

    func remarks(
        _ row: TrackedRow, _ findings: Findings, _ decision: StatusDecision, statusText: String
    ) -> [Remark] {
        var remarks = lost(findings)
        remarks += contradictions(row, findings, decision, statusText)
        remarks += dates(row)
        remarks += unknown(row, findings)
        remarks += licenses(row)
        return remarks
    }

    private func lost(_ findings: Findings) -> [Remark] {
        let vanished = findings.repositories.filter { $0.state == .vanished }.map { repository in
            let entry = inventory.entries[repository.position]
            let since = language.longDate(entry.forgeRecord?.vanishedSince ?? "")
            return Remark(
                kind: .vanished,
                message: language(
                    "\(entry.fullName) has vanished: the forge no longer shows it since \(since); ask its owners whether it moved or was closed",
                    "\(entry.fullName) a disparu\u{A0}: la forge ne le montre plus depuis le \(since)\u{A0}; demandez à ses responsables s’il a déménagé ou fermé"
                ))
        }
        let absent = findings.absent.map { address in
            Remark(
                kind: .absent,
                message: language(
                    "\(address) is not in the inventory, which has other repositories of the account: it was removed, renamed or closed, or nobody mirrored it; open the address to see",
                    "\(address) n’est pas dans l’inventaire, qui a d’autres dépôts de ce compte\u{A0}: il a été supprimé, renommé ou fermé, ou nul ne l’a recopié\u{A0}; ouvrez l’adresse pour le voir"
                ))
        }
        return vanished + absent
    }

    private func contradictions(
        _ row: TrackedRow, _ findings: Findings, _ decision: StatusDecision, _ statusText: String
    ) -> [Remark] {
        var remarks: [Remark] = []
        if let evidence = decision.contradiction {
            let why = Conclusion(findings).rule.sentence(language)
            remarks.append(
                Remark(
                    kind: .contradiction,
                    message: language(
                        "the table says “\(statusText)”, the inventory “\(evidence.rawValue)” (\(why)): kept",
                        "le tableau dit «\u{A0}\(statusText)\u{A0}», l’inventaire «\u{A0}\(evidence.rawValue)\u{A0}» (\(why))\u{A0}: conservé"
                    )))
        }
        if CodeStatus(reading: statusText) == nil, !statusText.isEmpty {
            remarks.append(
                Remark(
                    kind: .unknownStatus,
                    message: language(
                        "“\(statusText)” is none of the statuses in use",
                        "«\u{A0}\(statusText)\u{A0}» n’est aucun des statuts en usage")))
        }
        let producer = (row.written[.producer] ?? "").trimmed
        let bodies = bodies(row)
        if !producer.isEmpty, !bodies.isEmpty,
            !bodies.contains(where: {
                ProposalFinder.isSameBody(producer, $0.name)
                    || ($0.ministry.map { ProposalFinder.isSameBody(producer, $0) } ?? false)
            })
        {
            let names = bodies.map(\.name).joined(separator: ", ")
            remarks.append(
                Remark(
                    kind: .contradiction,
                    message: language(
                        "the table says that “\(producer)” answers for the code, the inventory “\(names)”: kept",
                        "le tableau dit que «\u{A0}\(producer)\u{A0}» répond du code, l’inventaire «\u{A0}\(names)\u{A0}»\u{A0}: conservé"
                    )))
        }
        return remarks
    }

    /// The bodies of the repositories that count, each once.
    func bodies(_ row: TrackedRow) -> [(name: String, ministry: String?)] {
        row.repositories.filter(\.counts).reduce(into: []) { bodies, repository in
            guard let body = inventory.entries[repository.position].administration, let name = body.name,
                !bodies.contains(where: { $0.name == name })
            else { return }
            bodies.append((name, body.ministry))
        }
    }

    private func dates(_ row: TrackedRow) -> [Remark] {
        guard row.status == .planned else { return [] }
        let text = (row.written[.expectedDate] ?? "").trimmed
        guard !text.isEmpty else {
            return [Remark(kind: .noDate, message: language("planned, without a date", "planifié, sans date"))]
        }
        guard let day, let last = ExpectedDate.lastDay(text), last < day else { return [] }
        return [
            Remark(
                kind: .overdue,
                message: language(
                    "expected by \(language.longDate(text)), which was past on \(language.longDate(day))",
                    "date annoncée\u{A0}: \(language.longDate(text)), passée au \(language.longDate(day))"))
        ]
    }

    private func unknown(_ row: TrackedRow, _ findings: Findings) -> [Remark] {
        var remarks = findings.notLookedAt.map {
            Remark(
                kind: .notLookedAt,
                message: language(
                    "\($0) is outside the inventory: nobody looked",
                    "\($0) est hors de l’inventaire\u{A0}: nul n’a regardé"))
        }
        remarks += findings.ignored.map { address, since in
            Remark(
                kind: .notLookedAt,
                message: language(
                    "\(address) is ignored by inventory.yml since \(language.longDate(since)): nobody looked",
                    "\(address) est ignoré par inventory.yml depuis le \(language.longDate(since))\u{A0}: nul n’a regardé"
                ))
        }
        for repository in row.repositories where repository.counts {
            let name = inventory.entries[repository.position].fullName
            switch repository.state {
            case .unread:
                remarks.append(
                    Remark(
                        kind: .unread,
                        message: language("\(name) could not be read", "\(name) n’a pas pu être lu")))
            case .unproven:
                let entry = inventory.entries[repository.position]
                let reason = Publication(entry.forgeRecord, on: pastDate, language).reason
                remarks.append(
                    Remark(
                        kind: .unproven,
                        message: language(
                            "\(name) is not proven public by then: \(reason)",
                            "\(name) n’est pas prouvé public à cette date\u{A0}: \(reason)")))
            default: break
            }
        }
        return remarks
    }

    private func licenses(_ row: TrackedRow) -> [Remark] {
        var remarks: [Remark] = []
        for repository in row.repositories where repository.counts && repository.state == .open {
            let entry = inventory.entries[repository.position]
            if let conflict = entry.license.conflicts.first.map({ ConflictSentence($0)(language) }) {
                remarks.append(
                    Remark(
                        kind: .license,
                        message: language(
                            "\(entry.fullName): its declarations contradict each other (\(conflict))",
                            "\(entry.fullName)\u{A0}: ses déclarations se contredisent (\(conflict))")))
            }
            if entry.license.decree == .notListed {
                remarks.append(
                    Remark(
                        kind: .license,
                        message: language(
                            "\(entry.fullName): the licence is free and not in the decree's list (CRPA, D.323-2-1): it needs an approval",
                            "\(entry.fullName)\u{A0}: la licence est libre mais hors de la liste du décret (CRPA, D.323-2-1)\u{A0}: elle demande une homologation"
                        )))
            }
            if entry.archived == true {
                remarks.append(
                    Remark(
                        kind: .archived,
                        message: language("\(entry.fullName) is archived", "\(entry.fullName) est archivé")))
            }
        }
        return remarks
    }
}

/// The dates that people write for what is expected.
enum ExpectedDate {
    /// The last day that a text means, as yyyy-mm-dd, to be compared; nil for words. `2021`, `2021-06`, `06/2021`,
    /// `30/06/2021`, `T2 2021`, and the seconds since 1970 of the site's JSON.
    static func lastDay(_ text: String) -> String? {
        let text = text.folded
        if let day = CalendarDate(String(text.prefix(10))) { return day.description }
        if let match = text.wholeMatch(of: /([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})/) {
            return padded(match.3, match.2, match.1)
        }
        if let match = text.wholeMatch(of: /([0-9]{4})-([0-9]{2})/) { return padded(match.1, match.2, "31") }
        if let match = text.wholeMatch(of: /([0-9]{1,2})\/([0-9]{4})/) { return padded(match.2, match.1, "31") }
        if let match = text.wholeMatch(of: /t([1-4]) ?([0-9]{4})/) {
            return padded(match.2, Substring(String((Int(match.1) ?? 4) * 3)), "31")
        }
        if let match = text.wholeMatch(of: /(?:fin )?([0-9]{4})/) { return padded(match.1, "12", "31") }
        if let seconds = Int(text), seconds > 100_000_000 { return day(ofSecond: seconds) }
        return nil
    }

    private static func padded(_ year: Substring, _ month: Substring, _ day: Substring) -> String {
        func two(_ text: Substring) -> String { text.count == 1 ? "0" + text : String(text) }
        return "\(year)-\(two(month))-\(two(day))"
    }

    private static func day(ofSecond seconds: Int) -> String {
        String(GitDate(seconds: Int64(seconds)).description.prefix(10))
    }
}
