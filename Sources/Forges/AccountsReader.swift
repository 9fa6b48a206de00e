// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The nodes of an `inventory.yml` brought into values: the national list's keys, then those that codescan adds. What is wrong is
// noted where it stands, and the reading goes on.

import ForgeRecords
import Foundation
import Languages
import Yams

struct AccountsReader {
    let file: String
    var mistakes: [InventoryFileMistake] = []
    var warnings: [InventoryFileMistake] = []

    init(file: String) {
        self.file = file
    }

    mutating func accounts(_ root: Node?) -> ForgeAccounts {
        var forges: [Forge] = []
        var organizations: [String: Organization] = [:]
        var corrections: [Correction] = []
        // A file of comments alone is a list of nothing.
        guard let root, !root.isNull else { return .none }
        for (key, value) in pairs(root, of: "the file") {
            switch key.text {
            case "organizations": organizations = self.organizations(value)
            case "corrections": corrections = self.corrections(value)
            case let host:
                guard HostName.isHostName(host) else {
                    mistake(
                        Bilingual(
                            "\"\(host)\" is not a host name; use one such as github.com, organizations or corrections",
                            "«\u{A0}\(host)\u{A0}» n’est pas un nom d’hôte\u{A0}; écrivez-en un tel que github.com, ou organizations, ou corrections"
                        ), key)
                    continue
                }
                if forges.contains(where: { $0.host.lowercased() == host.lowercased() }) {
                    mistake(
                        Bilingual(
                            "the forge \(host) is there twice; keep one",
                            "la forge \(host) y est deux fois\u{A0}; gardez-en une"), key)
                }
                if let forge = forge(host, at: key, value) { forges.append(forge) }
            }
        }
        return ForgeAccounts(
            forges: forges, organizations: organizations, corrections: corrections, warnings: warnings)
    }

    // MARK: - The national list

    private mutating func forge(_ host: String, at key: Node, _ node: Node) -> Forge? {
        var kind: ForgeKind?
        var account = Account()
        var owners: [String: Owner]?
        var isKindGiven = false
        for (setting, value) in pairs(node, of: host) {
            switch setting.text {
            case "forge":
                isKindGiven = true
                kind = ForgeKind(rawValue: value.text)
                if kind == nil {
                    let known = ForgeKind.allCases.map(\.rawValue).joined(separator: ", ")
                    mistake(
                        Bilingual(
                            "unknown forge \"\(value.text)\"; use one of \(known) (gitea for Forgejo)",
                            "forge inconnue «\u{A0}\(value.text)\u{A0}»\u{A0}; choisissez parmi \(known) (gitea pour Forgejo)"
                        ), value)
                }
            case "owners": owners = value.isNull ? nil : self.owners(value, of: host)
            default: read(setting, value, into: &account, of: host)
            }
        }
        if !isKindGiven {
            mistake(
                Bilingual(
                    "\(host) has no forge; add one, such as `forge: gitlab`",
                    "\(host) n’a pas de forge\u{A0}; ajoutez-en une, par exemple `forge: gitlab`"), key)
        }
        return kind.map { Forge(host: host, kind: $0, account: account, owners: owners) }
    }

    private mutating func owners(_ node: Node, of host: String) -> [String: Owner] {
        var owners: [String: Owner] = [:]
        for (key, value) in pairs(node, of: "owners") {
            let path = key.text.split(separator: "/").joined(separator: "/")
            guard !path.isEmpty else {
                mistake(
                    Bilingual(
                        "an owner of \(host) has no name; write `name:`",
                        "un compte de \(host) n’a pas de nom\u{A0}; écrivez `nom:`"), key)
                continue
            }
            var account = Account()
            for (setting, value) in value.isNull ? [] : pairs(value, of: path) {
                read(setting, value, into: &account, of: path)
            }
            let owner = Owner(path: path, account: account)
            if owners.updateValue(owner, forKey: path.lowercased()) != nil {
                mistake(
                    Bilingual(
                        "the owner \(path) of \(host) is there twice; keep one",
                        "le compte \(path) de \(host) y est deux fois\u{A0}; gardez-en un"), key)
            }
        }
        return owners
    }

    private mutating func read(_ setting: Node, _ value: Node, into account: inout Account, of name: String) {
        switch setting.text {
        case "pso_id":
            let id = text(value, of: "pso_id")
            account.psoID = id == ForgeAccounts.unknownID ? nil : id
        case "ignored_since": account.ignoredSince = value.isNull ? nil : date(value, of: "ignored_since")
        case "floss_policy": account.flossPolicy = text(value, of: "floss_policy")
        case "ospo_url": account.ospoURL = text(value, of: "ospo_url")
        case let unknown:
            let message = Bilingual(
                "\(name): the key \"\(unknown)\" is not known and was passed over",
                "\(name)\u{A0}: la clé «\u{A0}\(unknown)\u{A0}» est inconnue et a été ignorée")
            warnings.append(InventoryFileMistake(file: file, line: setting.mark?.line, message: message))
        }
    }

    // MARK: - What codescan adds

    private mutating func organizations(_ node: Node) -> [String: Organization] {
        var organizations: [String: Organization] = [:]
        for (key, value) in node.isNull ? [] : pairs(node, of: "organizations") {
            var name: String?
            var ministry: String?
            for (setting, value) in pairs(value, of: key.text) {
                switch setting.text {
                case "name": name = text(value, of: "name")
                case "ministry": ministry = text(value, of: "ministry")
                case let unknown:
                    mistake(
                        Bilingual(
                            "unknown key \"\(unknown)\"; an organization has name and ministry",
                            "clé inconnue «\u{A0}\(unknown)\u{A0}»\u{A0}; un organisme a name et ministry"), setting)
                }
            }
            guard let name else {
                mistake(
                    Bilingual(
                        "the organization \(key.text) has no name; add `name:`",
                        "l’organisme \(key.text) n’a pas de nom\u{A0}; ajoutez `name:`"), key)
                continue
            }
            let organization = Organization(name: name, ministry: ministry)
            if organizations.updateValue(organization, forKey: key.text.lowercased()) != nil {
                mistake(
                    Bilingual(
                        "the organization \(key.text) is there twice; keep one",
                        "l’organisme \(key.text) y est deux fois\u{A0}; gardez-en un"), key)
            }
        }
        return organizations
    }

    private mutating func corrections(_ node: Node) -> [Correction] {
        if node.isNull { return [] }
        guard let items = node.sequence else {
            mistake(
                Bilingual(
                    "corrections is not a list; begin each with `- repository: <host>/<owner>/<name>`",
                    "corrections n’est pas une liste\u{A0}; commencez chacune par `- repository: <hôte>/<compte>/<nom>`"
                ), node)
            return []
        }
        var corrections: [Correction] = []
        for item in items {
            guard let correction = correction(item) else { continue }
            let earlier = corrections.first {
                $0.repository.lowercased() == correction.repository.lowercased()
                    && $0.change.field == correction.change.field
            }
            if let earlier {
                let field = correction.change.field
                mistake(
                    Bilingual(
                        "\(correction.repository): \(field) is corrected on line \(earlier.line), too; keep one",
                        "\(correction.repository)\u{A0}: \(field) est déjà corrigé ligne \(earlier.line)\u{A0}; gardez l’une des deux"
                    ), item)
            }
            corrections.append(correction)
        }
        return corrections
    }

    private mutating func correction(_ node: Node) -> Correction? {
        let known = ["repository", "field", "value", "reason", "who", "date", "expires"]
        var values: [String: Node] = [:]
        for (key, value) in pairs(node, of: "a correction") {
            guard known.contains(key.text) else {
                mistake(
                    Bilingual(
                        "unknown key \"\(key.text)\"; a correction has \(known.joined(separator: ", "))",
                        "clé inconnue «\u{A0}\(key.text)\u{A0}»\u{A0}; une correction a \(known.joined(separator: ", "))"
                    ), key)
                continue
            }
            values[key.text] = value
        }
        // A value may be null, which says that there is no licence; nothing else may.
        let missing = known.dropLast().filter { values[$0] == nil || $0 != "value" && values[$0]?.isNull == true }
        guard missing.isEmpty else {
            if node.mapping != nil {
                mistake(
                    Bilingual(
                        "a correction has no \(missing.joined(separator: ", no ")); add it",
                        "une correction n’a pas de \(missing.joined(separator: ", ni de "))\u{A0}; ajoutez-le"), node)
            }
            return nil
        }
        // Each is read whatever becomes of the others, so that all the mistakes are told.
        let repository = values["repository"].flatMap { self.repository($0) }
        let change = self.change(field: values["field"], value: values["value"])
        let reason = values["reason"].flatMap { text($0, of: "reason") }
        let who = values["who"].flatMap { text($0, of: "who") }
        let date = values["date"].flatMap { self.date($0, of: "date") }
        let expires = values["expires"].flatMap { $0.isNull ? nil : self.date($0, of: "expires") }
        if let date, let expires, expires < date, let node = values["expires"] {
            mistake(
                Bilingual(
                    "expires \(expires) is before date \(date); correct one of them",
                    "expires \(expires) précède date \(date)\u{A0}; corrigez l’une des deux"), node)
        }
        guard let repository, let change, let reason, let who, let date else { return nil }
        return Correction(
            repository: repository, change: change, reason: reason, who: who, date: date, expires: expires,
            line: node.mark?.line ?? 0)
    }

    private mutating func repository(_ node: Node) -> String? {
        var name = node.text
        for prefix in ["https://", "http://"] where name.hasPrefix(prefix) {
            name = String(name.dropFirst(prefix.count))
        }
        let parts = name.split(separator: "/").map(String.init)
        guard parts.count >= 3, HostName.isHostName(parts[0]) else {
            mistake(
                Bilingual(
                    "\"\(node.text)\" is not a repository; write <host>/<owner>/<name>",
                    "«\u{A0}\(node.text)\u{A0}» n’est pas un dépôt\u{A0}; écrivez <hôte>/<compte>/<nom>"), node)
            return nil
        }
        return parts.joined(separator: "/").withoutGitSuffix
    }

    private mutating func change(field: Node?, value: Node?) -> Correction.Change? {
        guard let field, let value else { return nil }
        switch field.text {
        case "license.expression":
            if value.isNull || value.text == "NONE" { return .licenseExpression(nil) }
            return text(value, of: "license.expression").map { .licenseExpression($0) }
        case "license.other":
            let items = value.isNull ? [] : value.sequence.map { Array($0) } ?? [value]
            let texts = items.compactMap { text($0, of: "license.other") }
            return texts.count == items.count ? .licenseOther(texts) : nil
        case "kind":
            if Correction.kinds.contains(value.text) { return .kind(value.text) }
            let kinds = Correction.kinds.joined(separator: ", ")
            mistake(
                Bilingual(
                    "unknown kind \"\(value.text)\"; use one of \(kinds)",
                    "nature inconnue «\u{A0}\(value.text)\u{A0}»\u{A0}; choisissez parmi \(kinds)"), value)
        case "fork": return flag(value, of: "fork").map { .fork($0) }
        case "archived": return flag(value, of: "archived").map { .archived($0) }
        case "mirror": return flag(value, of: "mirror").map { .mirror($0) }
        case let unknown:
            mistake(
                Bilingual(
                    "unknown field \"\(unknown)\"; use one of license.expression, license.other, kind, fork, archived, mirror",
                    "champ inconnu «\u{A0}\(unknown)\u{A0}»\u{A0}; choisissez parmi license.expression, license.other, kind, fork, archived, mirror"
                ),
                field)
        }
        return nil
    }

    // MARK: - Nodes

    private mutating func pairs(_ node: Node, of name: String) -> [(key: Node, value: Node)] {
        guard let mapping = node.mapping else {
            mistake(
                Bilingual(
                    "\(name) is not a mapping; write `key: value` lines below it",
                    "\(name) n’est pas un dictionnaire\u{A0}; écrivez dessous des lignes `clé: valeur`"), node)
            return []
        }
        return mapping.map { ($0.key, $0.value) }
    }

    private mutating func text(_ node: Node, of name: String) -> String? {
        if node.isNull { return nil }
        guard node.scalar != nil, !node.text.isEmpty else {
            mistake(
                Bilingual(
                    "\(name) is not a text; write it on one line",
                    "\(name) n’est pas un texte\u{A0}; écrivez-le sur une ligne"), node)
            return nil
        }
        return node.text
    }

    private mutating func date(_ node: Node, of name: String) -> CalendarDate? {
        if let date = CalendarDate(node.text) { return date }
        mistake(
            Bilingual(
                "\(name) is not a date: \"\(node.text)\"; write yyyy-MM-dd",
                "\(name) n’est pas une date\u{A0}: «\u{A0}\(node.text)\u{A0}»\u{A0}; écrivez aaaa-mm-jj"), node)
        return nil
    }

    private mutating func flag(_ node: Node, of name: String) -> Bool? {
        switch node.text.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            mistake(
                Bilingual(
                    "\(name) is not true or false: \"\(node.text)\"; write one of them",
                    "\(name) n’est ni true ni false\u{A0}: «\u{A0}\(node.text)\u{A0}»\u{A0}; écrivez l’un des deux"),
                node)
            return nil
        }
    }

    private mutating func mistake(_ message: Bilingual, _ node: Node) {
        mistakes.append(InventoryFileMistake(file: file, line: node.mark?.line, message: message))
    }
}

extension Node {
    /// A scalar as it is written, whatever YAML takes it for: dates stay text. Empty for lists and mappings.
    fileprivate var text: String {
        (scalar?.string ?? "").trimmingCharacters(in: .whitespaces)
    }

    fileprivate var isNull: Bool {
        guard let scalar, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }
}
