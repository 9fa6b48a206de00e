// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Who a repository belongs to: `inventory.yml`. It is the national list of forge accounts, read unchanged
// (comptes-organismes-publics.yml: host → forge, owners, pso_id, …), with two keys of codescan's own: `organizations`
// names the bodies that the ids stand for, `corrections` says where a conclusion is to be replaced.
//
//     let accounts = try ForgeAccounts(contentsOf: "inventory.yml")
//     accounts.administration(forge: "github.com", owner: "etalab")?.name

import Languages

/// The forges, the accounts that public bodies have on them, and the corrections.
public struct ForgeAccounts: Sendable, Hashable {
    /// The forges, in the order of the file.
    public let forges: [Forge]
    /// The bodies, by their id in the public-service directory, in lower case.
    public let organizations: [String: Organization]
    /// The corrections, in the order of the file.
    public let corrections: [Correction]
    /// What is odd in the file and was passed over: keys that codescan does not know.
    public let warnings: [InventoryFileMistake]

    /// What the directory writes where no id is known.
    static let unknownID = "00000000-0000-0000-0000-000000000000"

    private let forgesByHost: [String: Forge]

    init(
        forges: [Forge], organizations: [String: Organization], corrections: [Correction],
        warnings: [InventoryFileMistake]
    ) {
        self.forges = forges
        self.organizations = organizations
        self.corrections = corrections
        self.warnings = warnings
        forgesByHost = Dictionary(forges.map { ($0.host.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What there is to know without an `inventory.yml`: nothing.
    public static let none = ForgeAccounts(forges: [], organizations: [:], corrections: [], warnings: [])

    /// The forge at a host name, of either case.
    public func forge(_ host: String) -> Forge? {
        forgesByHost[host.lowercased()]
    }

    /// The body that an account belongs to: the owner's own id, else that of the groups it is in (`a/b`, then `a`), else
    /// the forge's; nil where none has an id.
    public func administration(forge host: String, owner: String?) -> Administration? {
        guard let id = accounts(forge: host, owner: owner).lazy.compactMap(\.psoID).first else { return nil }
        let organization = organizations[id.lowercased()]
        return Administration(psoID: id, name: organization?.name, ministry: organization?.ministry)
    }

    /// The day since which an account, a group it is in or its whole forge is to be ignored, the earliest of them; nil
    /// when it is not.
    public func ignoredSince(forge host: String, owner: String?) -> CalendarDate? {
        accounts(forge: host, owner: owner).compactMap(\.ignoredSince).min()
    }

    /// The corrections of a repository, names compared without their case.
    public func corrections(forge: String?, owner: String?, name: String) -> [Correction] {
        let repository = [forge, owner, name].compactMap(\.self).joined(separator: "/").lowercased()
        return corrections.filter { $0.repository.lowercased() == repository }
    }

    /// The corrections of the repository at a location.
    public func corrections(for location: RepositoryLocation) -> [Correction] {
        corrections(forge: location.forge, owner: location.owner, name: location.name)
    }

    /// The settings that speak of an owner, the closest first.
    private func accounts(forge host: String, owner: String?) -> [Account] {
        guard let forge = forge(host) else { return [] }
        var accounts: [Account] = []
        var path = (owner?.lowercased() ?? "").split(separator: "/")
        while !path.isEmpty {
            if let account = forge.owners?[path.joined(separator: "/")] { accounts.append(account.account) }
            path.removeLast()
        }
        return accounts + [forge.account]
    }
}

/// A forge and its accounts.
public struct Forge: Sendable, Hashable {
    /// The host name.
    public let host: String
    /// What it runs.
    public let kind: ForgeKind
    /// What is said of the whole forge.
    public let account: Account
    /// The owners, by their path in lower case; nil when the whole forge is public code.
    public let owners: [String: Owner]?
}

/// An organisation, user or group on a forge.
public struct Owner: Sendable, Hashable {
    /// Its path, as the file spells it: `etalab`, `group/subgroup`.
    public let path: String
    /// What is said of it.
    public let account: Account
}

/// What the list says of a forge or an owner.
public struct Account: Sendable, Hashable {
    /// The body's id in the public-service directory; nil where none is known.
    public var psoID: String?
    /// The day from which it is ignored.
    public var ignoredSince: CalendarDate?
    /// Where its free-software policy is.
    public var flossPolicy: String?
    /// Where its open-source programme office is.
    public var ospoURL: String?
}

/// A public body's name.
public struct Organization: Sendable, Hashable {
    /// The body's name.
    public let name: String
    /// The ministry it belongs to; nil for those that belong to none.
    public let ministry: String?
}

/// The public body that a repository belongs to.
public struct Administration: Sendable, Hashable {
    /// Its id in the public-service directory (lannuaire.service-public.fr).
    public let psoID: String
    /// Its name, when `organizations` gives one.
    public let name: String?
    /// The ministry it belongs to, when `organizations` gives one.
    public let ministry: String?
}

/// A person's word in the place of a conclusion.
public struct Correction: Sendable, Hashable {
    /// What is replaced, and by what.
    public enum Change: Sendable, Hashable {
        /// `license.expression`: an SPDX expression, not checked here; nil for "no licence" (`null` or `NONE`).
        case licenseExpression(String?)
        /// `license.other`: SPDX expressions of documentation, data and parts of others.
        case licenseOther([String])
        /// `kind`: one of `Correction.kinds`.
        case kind(String)
        /// `fork`.
        case fork(Bool)
        /// `archived`.
        case archived(Bool)
        /// `mirror`.
        case mirror(Bool)

        /// The field, as the file names it.
        public var field: String {
            switch self {
            case .licenseExpression: "license.expression"
            case .licenseOther: "license.other"
            case .kind: "kind"
            case .fork: "fork"
            case .archived: "archived"
            case .mirror: "mirror"
            }
        }
    }

    /// The kinds a repository can be of.
    public static let kinds = ["software", "data", "documentation", "mixed", "empty"]

    /// The repository: `host/owner/name`.
    public let repository: String
    /// The change.
    public let change: Change
    /// Why.
    public let reason: String
    /// Who says so.
    public let who: String
    /// Since when.
    public let date: CalendarDate
    /// The last day it holds; nil when it holds on.
    public let expires: CalendarDate?
    /// The line of the file, from 1.
    public let line: Int

    /// Whether the correction no longer holds on a day.
    public func isExpired(on day: CalendarDate) -> Bool {
        expires.map { $0 < day } ?? false
    }
}

/// Something wrong in an `inventory.yml`.
public struct InventoryFileMistake: Sendable, Hashable, Spoken {
    /// The file, as it was given.
    public let file: String
    /// The line, from 1; nil when it is the file as a whole.
    public let line: Int?
    /// What is wrong and how to mend it.
    public let message: Bilingual

    /// `inventory.yml:12: unknown forge "gitbucket"; use one of …`.
    public func sentence(_ language: Language) -> String {
        file + (line.map { ":\($0)" } ?? "") + language.colon + " " + message(language)
    }
}

/// All that is wrong in an `inventory.yml`.
public struct InventoryFileError: Error, Sendable, Hashable, Spoken {
    /// The mistakes, in the order of the file.
    public let mistakes: [InventoryFileMistake]

    /// One line for each.
    public func sentence(_ language: Language) -> String {
        mistakes.map { $0.sentence(language) }.joined(separator: "\n")
    }
}
