// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// From the repositories' states to the counts at each date.

import Forges
import Git
import Languages
import Licensing

/// A repository's history with what else decides where it counts.
struct CountedHistory: Sendable {
    fileprivate let result: HistoryReader.Result
    fileprivate let record: ForgeRecord?
    /// The day since which `inventory.yml` ignores it (yyyy-MM-dd): from then on it counts nowhere.
    fileprivate let ignoredSince: String?

    init(
        _ result: HistoryReader.Result, at location: RepositoryLocation, _ accounts: ForgeAccounts?,
        _ language: Language
    ) {
        var result = result
        do {
            record = try ForgeRecord(beside: location.path)
        } catch {
            record = nil
            result.history.errors.append(error.sentence(language))
        }
        self.result = result
        ignoredSince = location.forge.flatMap { accounts?.ignoredSince(forge: $0, owner: location.owner)?.description }
    }
}

extension InventoryHistory {
    init(
        tool: Inventory.Tool, every: HistoryInterval, from: GitDate?, to: GitDate?, now: GitDate,
        of counted: [CountedHistory], problems: [String]
    ) {
        self.init(
            tool: tool, every: every, points: [], repositories: counted.map(\.result.history), problems: problems)
        let spans = counted.compactMap(\.result.span)
        // A committer's clock may run ahead: nothing is known of days that are still to come.
        guard let first = from ?? spans.map(\.lowerBound).min(),
            let last = to ?? spans.map({ min($0.upperBound, now) }).max(),
            first.seconds <= last.seconds
        else { return }
        let ends = every.ends(from: first, to: last)
        points = Self.points(counted, at: ends, until: last)
        // The states are those of whole periods: the last one ends with the history.
        guard let begin = points.first?.date, let end = points.last?.date else { return }
        for repository in repositories.indices {
            for state in repositories[repository].states.indices {
                let since = repositories[repository].states[state].since
                repositories[repository].states[state].since = min(max(since, begin), end)
            }
        }
    }

    private static func points(_ counted: [CountedHistory], at ends: [GitDate], until last: GitDate) -> [Point] {
        var positions = [Int](repeating: 0, count: counted.count)
        return ends.map { end in
            let date = min(end, last)
            var point = Point(date: date.description)
            for (index, repository) in counted.enumerated() {
                let states = repository.result.history.states
                while positions[index] < states.count, states[positions[index]].since <= end.description {
                    positions[index] += 1
                }
                if let day = repository.ignoredSince, day <= point.date.prefix(10) { continue }
                guard positions[index] > 0 else { continue }
                point.count(states[positions[index] - 1], repository.record?.publicationStatus(on: date) ?? .unproven)
            }
            return point
        }
    }
}

extension InventoryHistory.Point {
    fileprivate init(date: String) {
        func zeros(_ keys: [String]) -> [String: Int] { Dictionary(uniqueKeysWithValues: keys.map { ($0, 0) }) }
        self.init(
            date: date, repositories: 0, withLicense: 0, withoutLicense: 0,
            byFreeSoftwareStatus: zeros(FreeSoftwareStatus.allCases.map(\.rawValue)),
            byDecree: zeros(DecreeFamily.allCases.map(\.rawValue)), conflicting: 0, withNotices: 0,
            byPublication: zeros(Publication.Status.allCases.map(\.rawValue)), notKnown: 0)
    }

    fileprivate mutating func count(_ state: RepositoryHistory.State, _ publication: Publication.Status) {
        if state.content == .notKnown { notKnown += 1 }
        guard state.content == .held, let status = state.freeSoftware, let decree = state.decree else { return }
        repositories += 1
        if status == .none { withoutLicense += 1 } else { withLicense += 1 }
        byFreeSoftwareStatus[status.rawValue, default: 0] += 1
        byDecree[decree.rawValue, default: 0] += 1
        if state.status == .conflicting { conflicting += 1 }
        if state.notices > 0 { withNotices += 1 }
        byPublication[publication.rawValue, default: 0] += 1
    }
}
