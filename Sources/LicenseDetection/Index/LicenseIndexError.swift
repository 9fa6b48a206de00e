// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

import Languages

/// Why a licence index cannot be built or used, with the mend.
public enum LicenseIndexError: Error, Sendable, Equatable, Spoken {
    case missing(path: String)
    case unreadable(path: String, reason: String)
    case notAnIndex(path: String)
    case wrongVersion(path: String, found: UInt32, wanted: UInt32)
    case damaged(path: String, part: String)
    case noRules(path: String)
    case invalidRule(path: String, reason: String)
    case tooManyWords(count: Int, limit: Int)

    /// One sentence that names the file and the command that mends it.
    public func sentence(_ language: Language) -> String {
        let mend = language(
            "make it with: codescan index build LICENSEDB -o \(LicenseIndex.fileName) (in codescan's source: make index)",
            "faites-le avec\u{A0}: codescan index build LICENSEDB -o \(LicenseIndex.fileName) (dans les sources de codescan\u{A0}: "
                + "make index)")
        return switch self {
        case .missing(let path):
            language(
                "\(path): no licence index here; \(mend)", "\(path)\u{A0}: pas d’index des licences ici\u{A0}; \(mend)")
        case .unreadable(let path, let reason):
            language(
                "\(path): the licence index cannot be read (\(reason)); \(mend)",
                "\(path)\u{A0}: l’index des licences est illisible (\(reason))\u{A0}; \(mend)")
        case .notAnIndex(let path):
            language(
                "\(path): not a licence index; \(mend)", "\(path)\u{A0}: n’est pas un index des licences\u{A0}; \(mend)"
            )
        case .wrongVersion(let path, let found, let wanted):
            language(
                "\(path): this licence index has format \(found) and this codescan reads format \(wanted); \(mend)",
                "\(path)\u{A0}: cet index des licences est au format \(found) et ce codescan lit le format \(wanted)\u{A0}; \(mend)"
            )
        case .damaged(let path, let part):
            language(
                "\(path): the licence index is damaged (\(part)); \(mend)",
                "\(path)\u{A0}: l’index des licences est abîmé (\(part))\u{A0}; \(mend)")
        case .noRules(let path):
            language(
                "\(path): no licences/*.LICENSE and rules/*.RULE here; give the folder that holds LicenseDB's licenses/ and rules/",
                "\(path)\u{A0}: ni licenses/*.LICENSE ni rules/*.RULE ici\u{A0}; donnez le dossier qui contient licenses/ et rules/ de "
                    + "LicenseDB")
        case .invalidRule(let path, let reason): "\(path)\(language.colon) \(reason)"
        case .tooManyWords(let count, let limit):
            language(
                "the rules hold \(count) distinct words and an index holds \(limit) at most; leave some rules out",
                "les règles ont \(count) mots distincts et un index en contient \(limit) au plus\u{A0}; laissez des règles de côté"
            )
        }
    }
}
