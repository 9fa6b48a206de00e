// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A date on the command line that content is asked for: a day, which counts whole, or an instant.
//
//     @Option(transform: PastDate.instant) var asOf: GitDate?

import ArgumentParser
import Foundation
import Git

enum PastDate {
    /// The last second that counts: that of the day in UTC, or the instant. A day that is not over yet counts as far as
    /// it has come; of later ones nobody can tell what a repository holds.
    static func instant(_ text: String) throws -> GitDate {
        let day = GitDate(endOfDay: text)
        guard let instant = day ?? GitDate(rfc3339: text) else {
            throw ValidationError("\(text) is no date: give a day such as 2021-04-27, or 2021-04-27T12:00:00Z")
        }
        let begin = instant.seconds - (day == nil ? 0 : 86_399)
        guard begin <= GitDate.now.seconds else {
            throw ValidationError("\(text) is still to come: give a past date")
        }
        return instant
    }
}
