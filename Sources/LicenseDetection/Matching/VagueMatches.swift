// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What says less than its neighbour goes: an introduction before the licence it leads to, a family's name without
// version beside the version, "see the license" beside the licence.

enum VagueMatches {
    /// Lines between two matches that speak of the same thing.
    private static let reach = 4
    /// Lines from an introduction to the licence that it leads to, where copyright lines stand between them, and from a
    /// family's name to its version in the same notice.
    private static let longReach = 10

    private static let unknown = [
        "LicenseRef-scancode-unknown-license-reference", "LicenseRef-scancode-free-unknown",
        "LicenseRef-scancode-warranty-disclaimer",
    ]
    /// What a family's name alone is read as, and what the identifiers of its versions begin with.
    private static let families = [
        "GPL-1.0-or-later": "GPL-", "LGPL-2.0-or-later": "LGPL-", "LGPL-2.1-or-later": "LGPL-",
        "AGPL-3.0-or-later": "AGPL-",
        "EUPL-1.2": "EUPL-", "CECILL-2.1": "CECILL-2", "CECILL-2.0": "CECILL-2",
    ]
    /// Those of them that are no version's.
    private static let versionless = ["GPL-1.0-or-later", "LGPL-2.0-or-later"]

    /// The findings, in order, without those that a neighbour makes superfluous.
    static func dropped(from findings: [Finding], _ index: LicenseIndex, _ trace: DetectionTrace?) -> [Finding] {
        let matches = findings.map(\.match)
        return findings.enumerated().filter { i, finding in
            let isVague = isSuperfluous(matches, i) { finding.namesVersion(index) }
            if isVague { trace?.drop(finding.origin, .vague) }
            return !isVague
        }.map(\.element)
    }

    private static func isSuperfluous(
        _ matches: [LicenseMatch], _ i: Int, namesVersion: () -> Bool
    ) -> Bool {
        let match = matches[i]
        if unknown.contains(match.expression) || match.kind == .intro {
            return hasNeighbour(matches, i, below: match.kind == .intro ? longReach : reach) {
                !unknown.contains($0.expression) && $0.kind != .intro
            }
        }
        if let family = families[match.expression], match.kind != .text,
            versionless.contains(match.expression) || !namesVersion()
        {
            return hasNeighbour(matches, i, above: longReach) {
                $0.expression.hasPrefix(family) && $0.expression != match.expression
            }
        }
        return false
    }

    private static func hasNeighbour(
        _ matches: [LicenseMatch], _ i: Int, above: Int = reach, below: Int = reach, _ says: (LicenseMatch) -> Bool
    ) -> Bool {
        let lines = (matches[i].lines.lowerBound - above)...(matches[i].lines.upperBound + below)
        // Matches are in order of their first lines, so the neighbours stand close by in the list too.
        let near = max(0, i - 8)...min(matches.count - 1, i + 8)
        return near.contains { $0 != i && matches[$0].lines.overlaps(lines) && says(matches[$0]) }
    }
}

extension Finding {
    /// Whether its rule holds a number; a tag says all that it means.
    fileprivate func namesVersion(_ index: LicenseIndex) -> Bool {
        guard case .rule(let candidate) = origin else { return true }
        return index.words(of: index.rules[candidate.rule]).contains(where: index.decisiveWords.isNumber)
    }
}
