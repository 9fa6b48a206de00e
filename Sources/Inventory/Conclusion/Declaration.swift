// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A place that says "this is under that licence", and what of the project it speaks of.

import Git
import LicenseDetection
import Licensing

struct Declaration {
    /// What of the project is meant.
    enum Scope {
        /// The project or its code.
        case project
        /// Documentation, data, images, third parties.
        case part
    }

    var expression: LicenseExpression
    var evidence: LicenseEvidence
    var scope: Scope = .project
    /// The wording itself, of a machine or a notice: "or later" counts only when somebody wrote it.
    var isStatement: Bool
}

extension LicenseEvidence {
    init(_ match: LicenseMatch, in file: ListedFile, _ kind: Kind) {
        self.init(
            path: file.path.string, blob: file.id.hex, kind: kind, expression: match.expression,
            lines: [match.lines.lowerBound, match.lines.upperBound], coverage: match.coverage, rule: match.rule)
    }
}

extension LicenseEvidence.Kind {
    init(_ kind: LicenseMatch.Kind) {
        switch kind {
        case .text: self = .text
        case .notice, .intro: self = .notice
        case .reference, .clue: self = .reference
        case .tag: self = .tag
        }
    }
}
