// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Dates as the inventory writes them.
enum Timestamp {
    /// RFC 3339 in UTC, of seconds since 1970.
    static func utc(_ seconds: Int64) -> String {
        Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
    }
}
