// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The inventory of algorithms: one row for each that a repository declares in algorithms.yml, and one for a repository
// that only carries a notice – with what that notice lets one say, and no more.

import Algorithms
import Forges
import Git

/// An algorithm in the inventory.
public struct AlgorithmRow: Sendable, Equatable {
    /// Forge, owner and name.
    public var repository: String
    /// Where people find the repository.
    public var url: String?
    /// The kind of notice that speaks of it; nil when the repository declares it in algorithms.yml.
    public var notice: AlgorithmNotice.Kind?
    /// The place: "README.md:1-12".
    public var evidence: String
    /// The fields of the national template, as far as they are given.
    public var record: AlgorithmRecord

    /// A row of these values.
    public init(
        repository: String, url: String?, notice: AlgorithmNotice.Kind?, evidence: String, record: AlgorithmRecord
    ) {
        self.repository = repository
        self.url = url
        self.notice = notice
        self.evidence = evidence
        self.record = record
    }
}

extension Inventory {
    /// The algorithms of the entries, in their order.
    public func algorithmRows() -> [AlgorithmRow] { entries.flatMap(\.algorithmRows) }
}

extension InventoryEntry {
    /// What fulfils something: models and talk do not.
    package static let telling: [AlgorithmNotice.Kind] = [
        .explicitMention, .registerRecord, .inventory, .rulesPublication,
    ]

    fileprivate var algorithmRows: [AlgorithmRow] {
        let notices = algorithms ?? []
        let repository = [forge, owner, name].compactMap(\.self).joined(separator: "/")
        if let declared = notices.first(where: { AlgorithmsFile.paths.contains($0.path) }),
            let records = records(in: declared)
        {
            return records.map {
                AlgorithmRow(
                    repository: repository, url: url, notice: nil, evidence: declared.place, record: $0)
            }
        }
        for kind in Self.telling {
            guard let notice = notices.first(where: { $0.kind == kind }) else { continue }
            var values: [AlgorithmField: [String]] = [.name: [name]]
            if let body = administration?.name { values[.administration] = [body] }
            if kind == .rulesPublication, let url { values[.sourceCode] = [url] }
            return [
                AlgorithmRow(
                    repository: repository, url: url, notice: kind, evidence: notice.place,
                    record: AlgorithmRecord(values: values))
            ]
        }
        return []
    }

    private func records(in notice: NoticeFinding) -> [AlgorithmRecord]? {
        guard let id = ObjectID(hex: notice.blob), let repository = try? Repository(opening: GitPath(path)),
            let text = try? repository.withBlob(
                id, maximumBytes: AlgorithmsFile.maximumBytes, { String(decoding: $0, as: UTF8.self) })
        else { return nil }
        return (try? AlgorithmsFile(parsing: text, file: notice.path))?.algorithms
    }
}

extension NoticeFinding {
    /// "README.md:1-12".
    var place: String { lines[0] == lines[1] ? "\(path):\(lines[0])" : "\(path):\(lines[0])-\(lines[1])" }
}
