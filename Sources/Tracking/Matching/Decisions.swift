// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The decisions on proposals: a YAML list that `--propose` writes, a person fills in and `--accept` reads.
//
//     - title: Simulateur de l’impôt
//       producer: Ministère des Exemples
//       repository: forge.example.org/ministere/simulateur-impot
//       accept: yes          # or no; left empty, nobody has decided
//       who: the free-software unit
//       date: 2026-11-20

import Forges
import Git
import Inventory
import Languages
import Yams

/// A person's word on a proposal.
public struct Decision: Sendable, Equatable {
    /// Whether the commitment means the repository.
    public enum Verdict: Sendable, Equatable {
        case accepted
        case rejected
        /// Nobody has decided.
        case open
    }

    /// The line of the file, from 1.
    public let line: Int
    /// The commitment, as the table spells it.
    public let title: String
    /// Its producer; nil where the title is enough.
    public let producer: String?
    /// `host/owner/name`, in any spelling.
    public let repository: String
    /// What was decided.
    public let verdict: Verdict
    /// Who decided; empty while nobody has.
    public let who: String
    /// When (yyyy-mm-dd); empty while nobody has.
    public let date: String
}

/// What is in a file of decisions.
public struct Decisions: Sendable {
    /// No decision.
    public static let none = Decisions(file: "", bytes: [], list: [])

    /// The file, as it was given.
    public let file: String
    /// In the order of the file.
    public let list: [Decision]
    private let bytes: [UInt8]

    private init(file: String, bytes: [UInt8], list: [Decision]) {
        self.file = file
        self.bytes = bytes
        self.list = list
    }

    /// Reads the bytes of a file that people know as `file`. Nobody has decided yet what is dated after `now`.
    public init(bytes: [UInt8], file: String, now: GitDate = .now) throws(TrackFileError) {
        var list: [Decision] = []
        if let root = try TrackYAML.root(bytes, file), !root.isEmptyDocument {
            guard case .sequence(let items) = root else {
                throw TrackFileError(
                    file, line: 1,
                    Bilingual(
                        "give a list of decisions, each beginning with \"- title:\"",
                        "écrivez une liste de décisions, dont chacune commence par «\u{A0}- title:\u{A0}»"))
            }
            for item in items { list.append(try Self.decision(item, file, now)) }
        }
        self.init(file: file, bytes: bytes, list: list)
    }

    /// The day begins 14 hours before UTC's where it begins first.
    private static let earliestZone: Int64 = 14 * 3_600

    private static let keys: Set<String> = [
        "title", "producer", "repository", "score", "reason", "accept", "who", "date", "note",
    ]

    private static func decision(_ node: Node, _ file: String, _ now: GitDate) throws(TrackFileError) -> Decision {
        let line = node.mark?.line ?? 1
        guard case .mapping(let mapping) = node else {
            throw TrackFileError(
                file, line: line,
                Bilingual(
                    "not a decision; begin each with \"- title:\"",
                    "n’est pas une décision\u{A0}; commencez chacune par «\u{A0}- title:\u{A0}»"))
        }
        var values: [String: String] = [:]
        for (key, value) in mapping {
            guard let name = key.string, keys.contains(name) else {
                throw TrackFileError(
                    file, line: key.mark?.line,
                    Bilingual(
                        "unknown key \"\(key.string ?? "")\"; use one of \(keys.sorted().joined(separator: ", "))",
                        "clé inconnue «\u{A0}\(key.string ?? "")\u{A0}»\u{A0}; choisissez parmi \(keys.sorted().joined(separator: ", "))"
                    ))
            }
            values[name] = value.null != nil ? "" : value.string?.trimmed ?? ""
        }
        func needed(_ key: String) throws(TrackFileError) -> String {
            guard let value = values[key], !value.isEmpty else {
                throw TrackFileError(
                    file, line: line,
                    Bilingual(
                        "a decision without \"\(key)\"; add it",
                        "une décision sans «\u{A0}\(key)\u{A0}»\u{A0}; ajoutez cette ligne"))
            }
            return value
        }
        let verdict: Decision.Verdict
        switch values["accept", default: ""].lowercased() {
        case "yes", "true", "oui": verdict = .accepted
        case "no", "false", "non": verdict = .rejected
        case "": verdict = .open
        case let other:
            throw TrackFileError(
                file, line: line,
                Bilingual(
                    "accept: \(other) is neither yes nor no; leave it empty if undecided",
                    "accept: \(other) n’est ni oui ni non\u{A0}; laissez vide si rien n’est décidé"))
        }
        if verdict != .open {
            _ = try needed("who")
            let date = try needed("date")
            guard let day = GitDate(endOfDay: date) else {
                throw TrackFileError(
                    file, line: line,
                    Bilingual(
                        "date: write the day of the decision as 2026-11-20",
                        "date: écrivez le jour de la décision comme 2026-11-20"))
            }
            guard day.seconds - 86_399 <= now.seconds + Self.earliestZone else {
                throw TrackFileError(
                    file, line: line,
                    Bilingual(
                        "date: \(date) is still to come; write the day of the decision, which is past",
                        "date: \(date) est à venir\u{A0}; écrivez le jour où la décision a été prise"))
            }
        }
        let repository = try needed("repository")
        guard let address = ForgeAddress(repository), address.path.count > 0 else {
            throw TrackFileError(
                file, line: line,
                Bilingual(
                    "\"\(repository)\" is no repository; write it as github.com/owner/name",
                    "«\u{A0}\(repository)\u{A0}» n’est pas un dépôt\u{A0}; écrivez-le comme github.com/compte/nom"))
        }
        return Decision(
            line: line, title: try needed("title"), producer: values["producer"].flatMap { $0.isEmpty ? nil : $0 },
            repository: repository, verdict: verdict, who: values["who"] ?? "", date: values["date"] ?? "")
    }

    /// The file with proposals that it does not have yet at its end; what people wrote there stays as it is.
    /// - Throws: `TrackFileError` when the list is written in a way that cannot be added to.
    public func bytes(adding proposals: [(title: String, producer: String, repository: String, proposal: Proposal)])
        throws(TrackFileError) -> [UInt8]
    {
        var text = ""
        for item in proposals where !has(item.title, item.producer, item.repository) {
            text += "- title: \(Self.scalar(item.title))\n"
            if !item.producer.isEmpty { text += "  producer: \(Self.scalar(item.producer))\n" }
            text += "  repository: \(Self.scalar(item.repository))\n"
            text += "  score: \(item.proposal.score)\n"
            text += "  reason: \(Self.scalar(item.proposal.reason))\n"
            text += "  accept:\n  who:\n  date:\n"
        }
        if text.isEmpty { return bytes }
        var result = bytes
        if let last = result.last, last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
        result += Array(text.utf8)
        guard let written = try? Decisions(bytes: result, file: file), Array(written.list.prefix(list.count)) == list
        else {
            throw TrackFileError(
                file,
                Bilingual(
                    "proposals cannot be added to a list that is written this way; begin each decision with \"- \" at the left margin",
                    "des propositions ne peuvent s’ajouter à une liste écrite ainsi\u{A0}; commencez chaque décision par «\u{A0}- » contre la marge gauche"
                )
            )
        }
        return result
    }

    private func has(_ title: String, _ producer: String, _ repository: String) -> Bool {
        let key = ForgeAddress(repository)?.key
        return list.contains {
            $0.concerns(title: title, producer: producer) && ForgeAddress($0.repository)?.key == key
        }
    }

    /// A JSON string is a YAML scalar, whatever it holds.
    private static func scalar(_ text: String) -> String {
        String(decoding: JSONText.writing(text, asciiOnly: false), as: UTF8.self)
    }
}

extension Decision {
    /// Whether it speaks of a commitment; case, accents and spaces do not count.
    func concerns(title: String, producer: String) -> Bool {
        Words.spaced(self.title) == Words.spaced(title)
            && self.producer.map { Words.spaced($0) == Words.spaced(producer) } ?? true
    }
}
