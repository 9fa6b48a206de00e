// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Dates as forges and HTTP write them.

import Foundation

extension Date {
    private static let format = Date.ISO8601FormatStyle(timeZoneSeparator: .colon)
    private static let formatWithFraction = Date.ISO8601FormatStyle(
        timeZoneSeparator: .colon, includingFractionalSeconds: true)
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// The instant that an RFC 3339 date and time names, `2021-04-27T10:00:00.123+02:00`; nil for anything else.
    init?(rfc3339 text: String) {
        guard text.utf8.count <= 40 else { return nil }
        guard let date = (try? Self.format.parse(text)) ?? (try? Self.formatWithFraction.parse(text)) else {
            return nil
        }
        self = date
    }

    /// The instant that an HTTP date names (RFC 9110, section 5.6.7), `Sun, 06 Nov 1994 08:49:37 GMT`; nil for anything
    /// else, the two obsolete forms among it.
    init?(httpDate text: String) {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", words[1].count == 2, words[3].count == 4,
            let month = Self.months.firstIndex(of: String(words[2]))
        else { return nil }
        self.init(rfc3339: "\(words[3])-\(month < 9 ? "0" : "")\(month + 1)-\(words[1])T\(words[4])Z")
    }

    /// RFC 3339, UTC, to the second.
    var rfc3339: String { Self.format.format(self) }
}
