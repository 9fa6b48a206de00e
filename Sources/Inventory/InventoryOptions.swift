// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a person can ask of a run, and what a run tells while it goes on.

import Forges
import Foundation
import Git
import Languages

/// How repositories are read.
public struct InventoryOptions: Sendable {
    /// Read every text file whole, not only the files that matter.
    public var full = false
    /// Whether the commit that first brought a licence is looked for in large repositories too.
    public var searchesHistories = false
    /// Read the files that lie in a repository's work tree, where it has one, and not HEAD's.
    public var readsWorkTrees = false
    /// Whether to look for a licence at the head of every source file (REUSE), by what the repository's own policy says; for
    /// inspections alone.
    public var readsHeaders: @Sendable (RepositoryDetails.PolicyFile) -> Bool = { _ in false }
    /// Repositories read side by side.
    public var jobs = 1
    /// Where findings are kept from run to run; null to keep none.
    public var cachePath: String?
    /// The language of explanations.
    public var language = Language.english
    /// `--as-of`: conclude from what each repository held then; null for HEAD.
    public var asOf: GitDate?
    /// SOURCE_DATE_EPOCH: the date that the inventory states, when `asOf` gives none.
    public var sourceDate: GitDate?

    /// The defaults.
    public init() {}

    /// The date that the inventory is told to state; null for that of the newest HEAD.
    var statedDate: GitDate? { asOf ?? sourceDate }

    /// The day against which corrections expire and accounts are ignored: the stated one, else today, UTC.
    public var day: CalendarDate {
        CalendarDate(String(now.description.prefix(10))) ?? Self.unknownDay
    }

    /// The stated date, else this instant.
    var now: GitDate { statedDate ?? .now }

    /// Before every correction's end.
    private static let unknownDay = CalendarDate("0001-01-01").unsafelyUnwrapped
}

/// How far a run is.
public struct InventoryProgress: Sendable {
    /// Repositories that are finished.
    public var done: Int
    /// Repositories in all.
    public var total: Int
    /// The repository finished last.
    public var repository: String

    /// `done` repositories of `total`, the last being `repository`.
    public init(done: Int, total: Int, repository: String) {
        self.done = done
        self.total = total
        self.repository = repository
    }
}
