// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What says less than its neighbour goes: an introduction before the licence it leads to, a family's name without
// version beside the version, "see the license" beside the licence.

enum VagueMatches {
    /// Lines between two matches that speak of the same thing.
    private static let reach = 4
    /// Lines from an introduction to the licence that it leads to: copyright lines stand between them.
    private static let reachOfIntro = 10

    private static let unknown = [
        "LicenseRef-scancode-unknown-license-reference", "LicenseRef-scancode-free-unknown",
        "LicenseRef-scancode-warranty-disclaimer",
    ]
    /// What LicenseDB gives a family's name, and what the identifiers of its versions begin with.
    private static let families = ["GPL-1.0-or-later": "GPL-", "LGPL-2.0-or-later": "LGPL-"]

    /// The findings, in order, without those that a neighbour makes superfluous.
    static func dropped(from findings: [Finding], _ trace: DetectionTrace?) -> [Finding] {
        let matches = findings.map(\.match)
        return findings.enumerated().filter { i, finding in
            let isVague = isSuperfluous(matches, i)
            if isVague { trace?.drop(finding.origin, .vague) }
            return !isVague
        }.map(\.element)
    }

    private static func isSuperfluous(_ matches: [LicenseMatch], _ i: Int) -> Bool {
        let match = matches[i]
        if unknown.contains(match.expression) || match.kind == .intro {
            return hasNeighbour(matches, i) { !unknown.contains($0.expression) && $0.kind != .intro }
        }
        if let family = families[match.expression], match.kind != .text {
            return hasNeighbour(matches, i) { $0.expression.hasPrefix(family) && $0.expression != match.expression }
        }
        return false
    }

    private static func hasNeighbour(_ matches: [LicenseMatch], _ i: Int, _ says: (LicenseMatch) -> Bool) -> Bool {
        let below = matches[i].kind == .intro ? reachOfIntro : reach
        let lines = (matches[i].lines.lowerBound - reach)...(matches[i].lines.upperBound + below)
        // Matches are in order of their first lines, so the neighbours stand close by in the list too.
        let near = max(0, i - 8)...min(matches.count - 1, i + 8)
        return near.contains { $0 != i && matches[$0].lines.overlaps(lines) && says(matches[$0]) }
    }
}
