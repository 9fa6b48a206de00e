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
    static func dropped(from findings: [Finding], _ trace: DetectionTrace?) -> [Finding] {
        let areVague = findings.indices.map { isSuperfluous(findings, $0) }
        guard areVague.contains(true) else { return findings }
        var kept: [Finding] = []
        for (finding, isVague) in zip(findings, areVague) {
            if isVague {
                trace?.drop(finding.origin, .vague)
            } else {
                kept.append(finding)
            }
        }
        return kept
    }

    private static func isSuperfluous(_ findings: [Finding], _ i: Int) -> Bool {
        let match = findings[i].match
        if unknown.contains(match.expression) || match.kind == .intro {
            return hasNeighbour(findings, i, below: match.kind == .intro ? longReach : reach) {
                !unknown.contains($0.match.expression) && $0.match.kind != .intro
            }
        }
        guard let family = families[match.expression], match.kind != .text else { return false }
        let isNoVersion = versionless.contains(match.expression)
        if !isNoVersion, findings[i].namesVersion { return false }
        return hasNeighbour(findings, i, above: longReach) {
            $0.match.expression.hasPrefix(family) && $0.match.expression != match.expression
                && (isNoVersion || $0.namesVersion)
        }
    }

    private static func hasNeighbour(
        _ findings: [Finding], _ i: Int, above: Int = reach, below: Int = reach, _ says: (Finding) -> Bool
    ) -> Bool {
        let own = findings[i].match.lines
        let lines = (own.lowerBound - above)...(own.upperBound + below)
        // Findings are in order of their first lines, so the neighbours stand close by in the list too.
        let near = max(0, i - 8)...min(findings.count - 1, i + 8)
        return near.contains { $0 != i && findings[$0].match.lines.overlaps(lines) && says(findings[$0]) }
    }
}
