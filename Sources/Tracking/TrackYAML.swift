// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The YAML files of `track`, which a person writes: small, without aliases, which can unfold into gigabytes.

import Languages
import Yams

enum TrackYAML {
    /// 8 MiB.
    private static let maximumBytes = 8 << 20

    /// The document's root; nil for an empty file.
    static func root(_ bytes: [UInt8], _ file: String) throws(TrackFileError) -> Node? {
        guard bytes.count <= maximumBytes else {
            throw TrackFileError(
                file,
                Bilingual(
                    "larger than \(maximumBytes >> 20) MiB; is it the file you meant?",
                    "dépasse \(maximumBytes >> 20)\u{A0}Mio\u{A0}; est-ce le bon fichier\u{A0}?"))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw TrackFileError(
                file,
                Bilingual(
                    "not UTF-8; save it with the encoding UTF-8",
                    "n’est pas en UTF-8\u{A0}; enregistrez-le dans cet encodage"))
        }
        let node: Node?
        do {
            // Yams counts lines by "\n"; its parser refuses what goes too deep.
            try refuseAliases(text, file)
            node = try Yams.compose(yaml: text)
        } catch let error as TrackFileError {
            throw error
        } catch let error as YamlError {
            throw TrackFileError(
                file, line: error.line,
                Bilingual(
                    "not YAML: \(error.problem); check indentation and quotes around here",
                    "n’est pas du YAML\u{A0}: \(error.problem)\u{A0}; vérifiez l’indentation et les guillemets près d’ici"
                ))
        } catch {
            throw TrackFileError(
                file,
                Bilingual(
                    "not YAML; check it with a YAML editor",
                    "n’est pas du YAML\u{A0}; vérifiez-le dans un éditeur YAML"))
        }
        return node
    }

    private static func refuseAliases(_ text: String, _ file: String) throws(TrackFileError) {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for word in line.split(whereSeparator: \.isWhitespace) where word.first == "*" && word.count > 1 {
                throw TrackFileError(
                    file, line: index + 1,
                    Bilingual(
                        "a YAML alias (*name) is not read; write the value out",
                        "un alias YAML (*nom) n’est pas lu\u{A0}; écrivez la valeur en toutes lettres"))
            }
        }
    }
}

extension Node {
    /// Whether a document of comments alone was read.
    var isEmptyDocument: Bool { string == "" || null != nil }
}

extension YamlError {
    fileprivate var line: Int? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: nil
        }
    }

    fileprivate var problem: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _),
            .reader(let problem, _, _, _):
            problem
        case .duplicatedKeysInMapping(let keys, _): "\(keys.map { "\"\($0)\"" }.joined(separator: ", ")) is there twice"
        default: "it cannot be read"
        }
    }
}
