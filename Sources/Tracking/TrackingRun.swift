// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Fills in the source-code column: each commitment's addresses are looked up in the inventory, the rules give a status,
// and what a person wrote is kept unless evidence proves otherwise (docs/track.md).
//
//     let result = TrackingRun(table: table, inventory: inventory, options: TrackingOptions()).result()

import Git
import Inventory
import Languages

/// What a person can ask of a run.
public struct TrackingOptions: Sendable {
    /// The language of sentences; statuses are the table's own words.
    public var language = Language.english
    /// The past date that is spoken of, of which publication must be proven; nil for the inventory's own `pastDate`, and
    /// for the present where it has none.
    public var pastDate: GitDate?
    /// Addresses that moved.
    public var aliases = Aliases.none
    /// A person's word on proposals.
    public var decisions = Decisions.none
    /// The inventory of last time: a status that it gives was codescan's own, and follows the evidence.
    public var previous: Inventory?

    /// The defaults.
    public init() {}
}

/// A run over a table.
public struct TrackingRun: Sendable {
    private let table: TrackingTable
    private let options: TrackingOptions
    private let directory: InventoryDirectory
    private let previous: InventoryDirectory?
    private let proposals: ProposalFinder
    private let pastDate: GitDate?
    /// The day that is spoken of (yyyy-mm-dd).
    private let day: String?

    private var inventory: Inventory { directory.inventory }
    private var language: Language { options.language }

    /// A run of `inventory` over `table`.
    public init(table: TrackingTable, inventory: Inventory, options: TrackingOptions) {
        self.table = table
        self.options = options
        directory = InventoryDirectory(inventory, aliases: options.aliases)
        previous = options.previous.map { InventoryDirectory($0, aliases: options.aliases) }
        proposals = ProposalFinder(inventory, language: options.language)
        pastDate = options.pastDate ?? inventory.pastDate.flatMap { GitDate(rfc3339: $0) }
        day = (pastDate?.description ?? inventory.asOf).map { String($0.prefix(10)) }
    }

    /// What is concluded of every commitment with source code.
    public func result() -> TrackingResult {
        let book = DecisionBook(options.decisions, table: table, directory: directory, language)
        let rows = table.rows.indices.compactMap { position in
            let row = table.rows[position]
            return row.damage == nil && isOurs(row) ? tracked(position, book) : nil
        }
        return TrackingResult(
            table: table, inventory: inventory, day: day, isPast: pastDate != nil, rows: rows,
            changes: options.previous.map { InventoryDiff(from: $0, to: inventory) },
            remarks: columnRemarks + damageRemarks + book.remarks)
    }

    /// A row that promises source code, or says something of it; every other is other people's.
    private func isOurs(_ row: TableRow) -> Bool {
        let kinds = table.text(row, .type).split { ",;|[]\"\n".contains($0) }
        return kinds.contains { Words.spaced(String($0)) == "code source" }
            || SourceCodeField.allCases.contains { !table.text(row, $0).trimmed.isEmpty }
    }

    private var columnRemarks: [Remark] {
        let fields = CommitmentField.allCases.filter { !table.has($0) }
        guard !fields.isEmpty, !table.rows.isEmpty else { return [] }
        let missing = fields.map(\.rawValue).joined(separator: ", ")
        let consequences = fields.map { field in
            switch field {
            case .type:
                language(
                    "only rows that say something of source code are filled in",
                    "seules les lignes qui disent quelque chose du code source sont remplies")
            case .title: language("nothing is proposed", "rien n’est proposé")
            case .producer:
                language("proposals do not look at the producer", "les propositions ignorent le producteur")
            }
        }.joined(separator: ", ")
        return [
            Remark(
                kind: .notWritten,
                message: language(
                    "\(table.file): no column \(missing): \(consequences)",
                    "\(table.file)\u{A0}: pas de colonne \(missing)\u{A0}: \(consequences)"
                ))
        ]
    }

    /// Rows of which it is not sure which cell is which are left alone, whoever they are of.
    private var damageRemarks: [Remark] {
        table.rows.compactMap { row in
            guard case .tooManyCells(let count, let columns)? = row.damage else { return nil }
            return Remark(
                kind: .notWritten,
                message: language(
                    "\(table.file):\(row.line): \(count) cells for \(columns) columns, so that it is not sure which is which: left alone; put quotes around the cell that holds a separator",
                    "\(table.file):\(row.line)\u{A0}: \(count) cellules pour \(columns) colonnes, si bien qu’on ne sait laquelle est laquelle\u{A0}: laissée telle quelle\u{A0}; mettez entre guillemets la cellule qui contient un séparateur"
                ))
        }
    }

    private func tracked(_ position: Int, _ book: DecisionBook) -> TrackedRow {
        let row = table.rows[position]
        let written = Dictionary(uniqueKeysWithValues: SourceCodeField.allCases.map { ($0, table.text(row, $0)) })
        let title = table.text(row, .title).trimmed
        let producer = table.text(row, CommitmentField.producer).trimmed
        let url = written[.url] ?? ""
        let addresses = AddressCell(url)
        let accepted = book.accepted(position)
        var finder = AddressFinder(directory, pastDate: pastDate)
        for place in addresses.places { finder.find(place.address) }
        let isFilledByAcceptance = url.trimmed.isEmpty && !accepted.isEmpty
        if isFilledByAcceptance { for repository in accepted { finder.add(repository, .acceptance) } }
        let conclusion = Conclusion(finder.findings)
        let statusText = (written[.status] ?? "").trimmed
        let writtenStatus = CodeStatus(reading: statusText)
        let decision = StatusDecision(
            written: writtenStatus, isEmpty: statusText.isEmpty,
            hasDate: !(written[.expectedDate] ?? "").trimmed.isEmpty, conclusion,
            wasConcluded: formerConclusion(addresses, url))
        var tracked = TrackedRow(
            row: position, line: row.line, id: row.id, title: title, producer: producer, written: written,
            cells: written, status: decision.status, rule: decision.rule, explanation: "",
            repositories: finder.findings.repositories, proposals: [], changes: [], remarks: [])
        if finder.findings.repositories.isEmpty {
            tracked.proposals = proposals.proposals(title: title, producer: producer, except: book.decided(position))
        }
        let words = RowWords(inventory: inventory, language: language, day: day, pastDate: pastDate)
        tracked.explanation = words.explanation(tracked, finder.findings)
        tracked.remarks = words.remarks(tracked, finder.findings, decision, statusText: statusText)
        tracked.remarks += book.remarks(position, repositories: finder.findings.repositories.map(\.position))
        let writer = CellWriter(table: table, inventory: inventory, language: language)
        if isFilledByAcceptance { writer.fillURL(&tracked, accepted, book.word(position)) }
        writer.replaceMoved(&tracked, finder.moves, isWritten: pastDate == nil)
        writer.fillProducer(&tracked)
        writer.writeStatus(
            &tracked, words.reason(tracked, finder.findings), isWritten: writtenStatus == decision.status)
        return tracked
    }

    /// What codescan concluded from the previous inventory of the same cell.
    private func formerConclusion(_ addresses: AddressCell, _ url: String) -> CodeStatus? {
        guard let previous, !addresses.places.isEmpty else { return nil }
        var finder = AddressFinder(previous, pastDate: previous.inventory.pastDate.flatMap { GitDate(rfc3339: $0) })
        for place in addresses.places { finder.find(place.address) }
        return Conclusion(finder.findings).status
    }
}
