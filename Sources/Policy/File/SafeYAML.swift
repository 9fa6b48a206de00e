// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// YAML that a person wrote: no anchors, which unfold, and little nesting, since Yams recurses.

import Languages
import Yams

struct SafeYAMLError: Error {
    var line: Int?
    var reason: Bilingual
}

enum SafeYAML {
    private static let deepest = 40
    private static let mostBrackets = 64

    static func compose(_ text: String) throws(SafeYAMLError) -> Node? {
        var brackets = 0
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            brackets += line.count { "[{".contains($0) } - line.count { "]}".contains($0) }
            let isDeep = line.prefix { " -[{".contains($0) }.count > deepest || brackets > mostBrackets
            let hasAnchor = line.split { " \t,[]{}".contains($0) }.contains { word in
                word.first == "&" && word.dropFirst().first?.isLetter == true
            }
            if isDeep || hasAnchor {
                throw SafeYAMLError(
                    line: index + 1,
                    reason: Bilingual(
                        "anchors and deep nesting are not read; write the values out",
                        "ancres et imbrications profondes ne sont pas lues\u{A0}; écrivez les valeurs en toutes lettres"
                    ))
            }
        }
        do {
            return try Yams.compose(yaml: text)
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw SafeYAMLError(
                    line: mark.line,
                    reason: Bilingual(
                        "\(problem); check indentation and quotes",
                        "\(problem)\u{A0}; vérifiez l’indentation et les guillemets"))
            case .duplicatedKeysInMapping(let keys, let context):
                let key = keys.first ?? ""
                throw SafeYAMLError(
                    line: context.mark.line,
                    reason: Bilingual("the key “\(key)” is there twice", "la clé «\u{A0}\(key)\u{A0}» y est deux fois"))
            default: throw SafeYAMLError(line: nil, reason: Bilingual("unreadable", "illisible"))
            }
        } catch {
            throw SafeYAMLError(line: nil, reason: Bilingual("\(error)"))
        }
    }
}
