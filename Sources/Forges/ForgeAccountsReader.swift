// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Reads `inventory.yml` into `ForgeAccounts`. Every mistake is collected, with its line, so that a person mends the
// file in one go. The file comes from anyone: its size is bounded, and what YAML can do beyond lists of names (aliases,
// which unfold into gigabytes) is refused before it is parsed.

import Foundation
import Git
import Languages
import Yams

extension ForgeAccounts {
    /// The largest file that is read: 8 MiB, a hundred times the national list.
    public static let maximumBytes = 8 << 20

    /// Reads a file.
    public init(contentsOf path: String) throws(InventoryFileError) {
        func failure(_ english: String, _ french: String) -> InventoryFileError {
            InventoryFileError(
                mistakes: [InventoryFileMistake(file: path, line: nil, message: Bilingual(english, french))])
        }
        guard GitPath(path).isThere else {
            throw failure(
                "no such file; check the path",
                "aucun fichier de ce nom\u{A0}; vérifiez le chemin")
        }
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw failure(
                "cannot be read; give the user who runs codescan the right to read it",
                "illisible\u{A0}; donnez le droit de lecture à l’utilisateur qui lance codescan")
        }
        let data: Data
        do {
            data = try file.read(upToCount: Self.maximumBytes + 1) ?? Data()
        } catch {
            throw failure(
                "cannot be read; give a YAML file",
                "illisible\u{A0}; donnez un fichier YAML")
        }
        try self.init(bytes: Array(data), file: path)
    }

    /// Reads the bytes of a file that people know as `file`.
    public init(bytes: [UInt8], file: String) throws(InventoryFileError) {
        func failure(_ message: Bilingual, line: Int? = nil) -> InventoryFileError {
            InventoryFileError(mistakes: [InventoryFileMistake(file: file, line: line, message: message)])
        }
        guard bytes.count <= Self.maximumBytes else {
            throw failure(
                Bilingual(
                    "larger than \(Self.maximumBytes >> 20) MiB; give a list of forge accounts",
                    "dépasse \(Self.maximumBytes >> 20)\u{A0}Mio\u{A0}; donnez une liste de comptes de forges"))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw failure(
                Bilingual(
                    "not UTF-8; save it with the encoding UTF-8",
                    "n’est pas en UTF-8\u{A0}; enregistrez-le dans cet encodage"))
        }
        if let line = Self.lineOfAlias(in: text) {
            throw failure(
                Bilingual(
                    "a YAML alias (*name) is not read; write the value out",
                    "un alias YAML (*nom) n’est pas lu\u{A0}; écrivez la valeur en toutes lettres"), line: line)
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            let (line, message) = error.sentence
            throw failure(message, line: line)
        } catch {
            throw failure(
                Bilingual(
                    "not YAML: \(error)",
                    "n’est pas du YAML\u{A0}: \(error)"))
        }
        var reader = AccountsReader(file: file)
        let accounts = reader.accounts(root)
        guard reader.mistakes.isEmpty else {
            throw InventoryFileError(mistakes: reader.mistakes.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
        }
        self = accounts
    }

    /// The line of the first alias of an anchor that the text defines; nil when there is none. Words are looked at, not
    /// YAML: what is in a comment or a quotation counts only if both `&name` and `*name` are there.
    private static func lineOfAlias(in text: String) -> Int? {
        var anchors: Set<Substring> = []
        var aliases: [(name: Substring, line: Int)] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "*") }) else { continue }
            for word in line.split(whereSeparator: { $0.isWhitespace || "[]{},:".contains($0) }) {
                if word.first == "&" { anchors.insert(word.dropFirst()) }
                if word.first == "*" { aliases.append((word.dropFirst(), index + 1)) }
            }
        }
        return aliases.first { anchors.contains($0.name) }?.line
    }
}

extension YamlError {
    private static func twice(_ keys: String) -> Bilingual {
        Bilingual("\(keys) is there twice; keep one", "\(keys) y est deux fois\u{A0}; gardez-en un")
    }

    /// The line, from 1, and a sentence of one line.
    fileprivate var sentence: (line: Int?, message: Bilingual) {
        switch self {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (
                mark.line,
                Bilingual(
                    "not YAML: \(problem); check indentation and quotes around here",
                    "n’est pas du YAML\u{A0}: \(problem)\u{A0}; vérifiez l’indentation et les guillemets près d’ici")
            )
        case .duplicatedKeysInMapping(let keys, let context):
            (context.mark.line, Self.twice(keys.map { "\"\($0)\"" }.joined(separator: ", ")))
        case .reader(let problem, _, _, _):
            (
                nil,
                Bilingual(
                    "not YAML: \(problem); remove the control characters",
                    "n’est pas du YAML\u{A0}: \(problem)\u{A0}; ôtez les caractères de contrôle")
            )
        default:
            (
                nil,
                Bilingual(
                    "not YAML; check it with a YAML editor",
                    "n’est pas du YAML\u{A0}; vérifiez-le dans un éditeur YAML")
            )
        }
    }
}
