// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A table of licences – a package manager's list of identifiers, a form's choices, an SPDX tool's data – names many and
// grants none. What gives it away: a long row of short names, each near the next, hardly one like the other.

enum LicenseLists {
    /// Names in a row from which it is a list.
    private static let shortestList = 15
    /// Different licences among them, whatever their number.
    private static let differentLicenses = 5
    /// Bytes between two names of one list: a line of JSON with a title and an address.
    private static let reach = 400
    /// A longer match is a notice, not a name.
    private static let longestName = 20

    /// The findings, in order, without the names of lists.
    static func dropped(from findings: [Finding], _ trace: DetectionTrace?) -> [Finding] {
        guard findings.count >= shortestList else { return findings }
        var kept: [Finding] = []
        var row: [Finding] = []
        func close() {
            if isList(row) {
                for finding in row { trace?.drop(finding.origin, .listOfLicenses) }
            } else {
                kept += row
            }
            row.removeAll()
        }
        for finding in findings {
            let isNear = row.last.map { finding.match.bytes.lowerBound - $0.match.bytes.upperBound <= reach } ?? true
            if !isName(finding) || !isNear { close() }
            if isName(finding) { row.append(finding) } else { kept.append(finding) }
        }
        close()
        return kept
    }

    private static func isName(_ finding: Finding) -> Bool {
        let match = finding.match
        guard case .rule = finding.origin, match.words <= longestName, match.coverage == 100 else { return false }
        return match.kind == .reference || match.kind == .tag || match.kind == .intro || match.kind == .clue
    }

    private static func isList(_ row: [Finding]) -> Bool {
        guard row.count >= shortestList else { return false }
        return Set(row.map(\.match.expression)).count >= differentLicenses
    }
}
