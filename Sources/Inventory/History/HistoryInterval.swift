// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The periods at whose ends a history is told, by the calendar and in UTC.

import Git

/// How often a history looks.
public enum HistoryInterval: String, Codable, Sendable, CaseIterable {
    /// ISO 8601's weeks, which end on Sunday.
    case week
    case month
    case quarter
    case year

    /// The last second of the period that holds the instant.
    func end(of instant: GitDate) -> GitDate {
        if self == .week {
            // 1970-01-04 was a Sunday.
            let day = Int((Double(instant.seconds) / 86_400).rounded(.down))
            let sinceSunday = ((day - 3) % 7 + 7) % 7
            let sunday = day + (7 - sinceSunday) % 7
            return GitDate(seconds: Int64(sunday + 1) * 86_400 - 1)
        }
        let text = instant.description
        let month = Int(text.dropFirst(5).prefix(2)) ?? 12
        let last =
            switch self {
            case .week, .month: month
            case .quarter: (month + 2) / 3 * 3
            case .year: 12
            }
        let year = text.prefix(4)
        let days = ["31", "30", "29", "28"].lazy.map { "\(year)-\(last < 10 ? "0" : "")\(last)-\($0)" }
        return days.compactMap(GitDate.init(endOfDay:)).first ?? instant
    }

    /// The ends of the periods from the one that holds `first` to the one that holds `last`.
    func ends(from first: GitDate, to last: GitDate) -> [GitDate] {
        var ends: [GitDate] = []
        var next = end(of: first)
        let end = end(of: last)
        while next.seconds <= end.seconds {
            ends.append(next)
            let after = self.end(of: GitDate(seconds: next.seconds + 1))
            // The year 9999 is the last.
            guard after.seconds > next.seconds else { break }
            next = after
        }
        return ends
    }
}
