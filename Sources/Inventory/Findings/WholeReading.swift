// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `--full`: every text file whole. What it finds beside the conclusion goes into `other`, with one place as evidence.

import Git
import LicenseDetection
import Licensing

enum WholeReading {
    /// A licence that a file names or holds.
    struct Finding {
        var expression: LicenseExpression
        var evidence: LicenseEvidence
    }

    /// Every licence of every file, each where it was first found.
    static func findings(in listing: RepositoryListing, _ blobs: BlobReader) -> [Finding] {
        var seen: Set<String> = []
        var read: [ObjectID: ListedFile] = [:]
        var findings: [Finding] = []
        for file in listing.files where file.mode != .symlink {
            if let twin = read[file.id] {
                blobs.lookForNotice(in: file, twinOf: twin)
                continue
            }
            let matches = blobs.matchesAndNotice(in: file) { matches in
                matches.contains { isStatement($0) && !seen.contains($0.expression) }
            }
            guard let matches else { continue }
            read[file.id] = file
            for match in matches where isStatement(match) {
                guard seen.insert(match.expression).inserted,
                    let expression = (try? LicenseExpression(parsing: match.expression))?.normalized,
                    !expression.isVague
                else { continue }
                findings.append(
                    Finding(
                        expression: expression, evidence: LicenseEvidence(match, in: file, .init(match.kind))))
            }
        }
        return findings
    }

    /// Whether it is a licence or a grant, and not a name.
    private static func isStatement(_ match: LicenseMatch) -> Bool {
        match.kind == .text || match.kind == .notice || match.kind == .tag
    }
}

extension LicenseConclusion {
    /// Adds to `other` what is neither the project's own licence nor named already.
    mutating func add(_ findings: [WholeReading.Finding]) {
        var known = Set(other)
        let own = expression?.bases ?? []
        for finding in findings
        where !finding.expression.bases.isSubset(of: own) && known.insert(finding.expression.description).inserted {
            other.append(finding.expression.description)
            evidence.append(finding.evidence)
        }
    }
}
