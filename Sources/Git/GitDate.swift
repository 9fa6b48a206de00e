// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A date as a commit states it: seconds since 1970 and the zone of whoever made it. Printed without Foundation, whose
// formatters cost more than reading the commit.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// When a commit was made.
public struct GitDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z, kept within the years 0001 to 9999 so that every date can be printed.
    public let seconds: Int64
    /// How far the author's clock was ahead of UTC, in minutes.
    public let offsetMinutes: Int

    private static let printable: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
    private static let secondsPerDay: Int64 = 86_400

    /// A date, brought within the years 0001 to 9999.
    public init(seconds: Int64, offsetMinutes: Int = 0) {
        self.seconds = min(max(seconds, Self.printable.lowerBound), Self.printable.upperBound)
        self.offsetMinutes = offsetMinutes
    }

    /// This instant, by the machine's clock.
    public static var now: GitDate { GitDate(seconds: Int64(time(nil))) }

    /// The instant in UTC, ISO 8601: `2019-01-01T10:00:00Z`.
    public var description: String {
        let days = seconds.flooredDivision(by: Self.secondsPerDay)
        let second = Int(seconds - days * Self.secondsPerDay)
        let (year, month, day) = Self.civil(fromDays: Int(days))
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
            + "T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))Z"
    }

    /// Orders dates by instant, whatever the zone.
    public static func < (left: GitDate, right: GitDate) -> Bool {
        (left.seconds, left.offsetMinutes) < (right.seconds, right.offsetMinutes)
    }

    /// The Gregorian date of a day counted from 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date
    /// Algorithms", `civil_from_days`).
    static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}

extension Int64 {
    fileprivate func flooredDivision(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
