// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What the environment says, read in one place. An empty variable is one that is not set.

import Foundation
import Git
import Inventory
import Languages

enum Environment {
    static subscript(name: String) -> String? {
        // One variable, and not all of them as strings: this is asked for at every start.
        getenv(name).flatMap { $0.pointee == 0 ? nil : String(cString: $0) }
    }

    /// The language of messages, by POSIX's order of the locale's variables.
    static var language: Language {
        Language(locale: self["LC_ALL"] ?? self["LC_MESSAGES"] ?? self["LANG"])
    }

    /// SOURCE_DATE_EPOCH (reproducible-builds.org), so that the same input gives the same bytes on any day.
    /// - Throws: `InputError` when it is not a number of seconds.
    static func sourceDate() throws -> GitDate? {
        guard let text = self["SOURCE_DATE_EPOCH"] else { return nil }
        // 253402300799 is the last second that four digits of a year can write.
        guard let seconds = Int64(text), (0...253_402_300_799).contains(seconds) else {
            throw InputError(
                "SOURCE_DATE_EPOCH: \(text) is not a number of seconds since 1970; unset it, or use date +%s",
                "SOURCE_DATE_EPOCH\u{A0}: \(text) n’est pas un nombre de secondes depuis 1970\u{A0}; retirez-la, ou employez date +%s"
            )
        }
        return GitDate(seconds: seconds)
    }

    /// Where findings are kept from run to run; null without a home.
    static var cachePath: String? { cacheFolder.map { $0 + "/findings.sqlite" } }

    /// Where anything is kept from run to run (XDG Base Directory Specification); null without a home.
    static var cacheFolder: String? {
        let folder =
            self["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? self["HOME"].map { $0 + "/.cache" }
        return folder.map { $0 + "/codescan" }
    }
}
