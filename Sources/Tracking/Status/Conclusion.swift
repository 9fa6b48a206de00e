// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What the repositories of a commitment say together of its status, before anybody asks what the cell says today.

import Inventory

/// A repository of a commitment.
public struct TrackedRepository: Sendable, Equatable {
    /// Its position in the inventory's entries.
    public let position: Int
    /// How it was found.
    public let foundBy: FoundBy
    /// What its evidence says.
    public let state: RepositoryState
    /// Whether it counts: of a group only its own software does, where it has some.
    public let counts: Bool
}

/// What a commitment's addresses name.
struct Findings {
    var repositories: [TrackedRepository] = []
    /// Addresses that name nothing in the inventory, as keys.
    var notLookedAt: [String] = []
    var ignored: [(address: String, since: String)] = []
    /// Addresses of accounts that the inventory has, without them.
    var absent: [String] = []
}

/// A status and the rule that gives it.
struct Conclusion: Equatable {
    /// Nil where the evidence does not decide.
    var status: CodeStatus?
    var rule: StatusRule
    /// Whether there is nothing to read: every repository is empty or gone.
    let isBare: Bool

    /// The rules of docs/track.md over what was found.
    init(_ findings: Findings) {
        let counted = findings.repositories.filter(\.counts).map(\.state)
        let open = counted.count { $0.meaning == .open }
        let partly = counted.filter { $0.meaning == .partly }
        let gone = counted.count { $0.meaning == .gone }
        let isWhole = open + partly.count + gone > 0 && !Self.hasUnknown(findings, counted)
        if !partly.isEmpty || open > 0 && gone > 0 {
            status = .partlyAvailable
            // All for one reason: that reason is the rule.
            let isOneReason = gone == 0 && Set(partly).count == 1
            rule = open > 0 ? .partOfRepositories : isOneReason ? Self.rule(partly[0]) : .noneFree
        } else if open > 0 {
            status = isWhole ? .available : nil
            rule = isWhole ? .open : Self.unknownRule(findings, counted)
        } else if gone > 0 {
            status = isWhole ? .unavailable : nil
            rule = counted.contains(.notYetCreated) ? .notYetCreated : .vanished
        } else {
            status = nil
            rule = Self.unknownRule(findings, counted)
        }
        isBare = counted.allSatisfy { $0 == .empty || $0.meaning == .gone }
    }

    private static func hasUnknown(_ findings: Findings, _ counted: [RepositoryState]) -> Bool {
        counted.contains { $0.meaning == .notKnown } || !findings.notLookedAt.isEmpty || !findings.ignored.isEmpty
            || !findings.absent.isEmpty
    }

    private static func unknownRule(_ findings: Findings, _ counted: [RepositoryState]) -> StatusRule {
        if counted.contains(.unproven) { return .unproven }
        if counted.contains(.unread) { return .unread }
        if !findings.absent.isEmpty { return .absent }
        if !findings.notLookedAt.isEmpty || !findings.ignored.isEmpty { return .notLookedAt }
        return .noRepository
    }

    private static func rule(_ state: RepositoryState) -> StatusRule {
        switch state {
        case .open: .open
        case .noLicense: .noLicense
        case .dataLicense: .dataLicense
        case .notFree: .notFree
        case .unknownLicense: .unknownLicense
        case .empty: .empty
        case .vanished: .vanished
        case .notYetCreated: .notYetCreated
        case .unproven: .unproven
        case .unread: .unread
        }
    }
}
