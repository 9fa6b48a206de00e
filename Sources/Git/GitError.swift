// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Everything that can go wrong with a repository, each with one sentence for a person: what, where, how to mend it.
// Inventory writes these into the repository's entry and goes on with the next.

import Languages

/// Why a repository, or an object of it, cannot be read. `path` is always the repository's, as it was given.
public enum GitError: Error, Sendable, Hashable, Spoken {
    /// There is nothing at the path.
    case notFound(path: String)
    /// There is something at the path, and it is not a git repository: `reason` says what is lacking.
    case notARepository(path: String, reason: Bilingual)
    /// The operating system refuses to read a file of the repository.
    case unreadable(path: String, reason: Bilingual)
    /// The repository names its objects with another hash than SHA-1.
    case unsupportedObjectFormat(path: String, format: String)
    /// The repository keeps its references in a format that codescan does not read.
    case unsupportedReferenceFormat(path: String, format: String)
    /// HEAD names a branch that has no commit.
    case unbornHead(path: String, branch: String)
    /// HEAD, or a reference, is neither an object id nor the name of a reference.
    case invalidReference(path: String, name: String)
    /// No reference has this name.
    case unknownReference(path: String, name: String)
    /// The object is not in the repository.
    case missingObject(ObjectID, ObjectKind, path: String, alternates: Bool)
    /// The object is of another kind than the one asked for.
    case unexpectedKind(ObjectID, expected: ObjectKind, path: String)
    /// The object has more bytes than the caller, or codescan, reads.
    case tooLarge(ObjectID, size: Int, limit: Int, path: String)
    /// The object, or the object store, is damaged.
    case corrupt(path: String, message: Bilingual)

    /// One sentence: what is wrong, where, and how to mend it.
    public func sentence(_ language: Language) -> String { "\(place)\(language.colon) \(fault(language))" }

    /// The repository, or the file of it.
    private var place: String {
        switch self {
        case .notFound(let path), .notARepository(let path, _), .unreadable(let path, _),
            .unsupportedObjectFormat(let path, _), .unsupportedReferenceFormat(let path, _), .unbornHead(let path, _),
            .invalidReference(let path, _), .unknownReference(let path, _), .missingObject(_, _, let path, _),
            .unexpectedKind(_, _, let path), .tooLarge(_, _, _, let path), .corrupt(let path, _):
            path
        }
    }

    private func fault(_ language: Language) -> String {
        switch self {
        case .notFound:
            language(
                "no such file or folder; check the path", "aucun fichier ni dossier de ce nom\u{A0}; vérifiez le chemin"
            )
        case .notARepository(_, let reason):
            language(
                "not a git repository: \(reason(.english))", "n’est pas un dépôt git\u{A0}: \(reason(.french))")
        case .unreadable(_, let reason):
            language(
                "cannot be read: \(reason(.english)); give the user who runs codescan the right to read it",
                "illisible\u{A0}: \(reason(.french))\u{A0}; donnez le droit de lecture à l’utilisateur qui lance codescan"
            )
        case .unsupportedObjectFormat(_, let format):
            language(
                "its objects are named with \(format), which codescan does not read; only SHA-1 repositories are "
                    + "supported: mirror it from a SHA-1 source",
                "ses objets sont nommés en \(format), que codescan ne lit pas\u{A0}; seuls les dépôts en SHA-1 sont "
                    + "lus\u{A0}: recopiez-le depuis une source en SHA-1")
        case .unsupportedReferenceFormat(let path, let format):
            language(
                "its references are kept as \(format), which codescan does not read; run: "
                    + "git -C \(path) refs migrate --ref-format=files",
                "ses références sont tenues en \(format), que codescan ne lit pas\u{A0}; lancez\u{A0}: "
                    + "git -C \(path) refs migrate --ref-format=files")
        case .unbornHead(let path, let branch):
            language(
                "HEAD names the branch \(branch), which has no commit; if the code is on another branch, run: "
                    + "git -C \(path) symbolic-ref HEAD refs/heads/<branch>",
                "HEAD désigne la branche \(branch), qui n’a aucun commit\u{A0}; si le code est sur une autre branche, lancez\u{A0}: "
                    + "git -C \(path) symbolic-ref HEAD refs/heads/<branche>")
        case .invalidReference(_, let name):
            language(
                "the reference \(name) is damaged: it holds neither an object id nor a reference's name; "
                    + "mirror the repository again",
                "la référence \(name) est abîmée\u{A0}: elle ne contient ni identifiant d’objet ni nom de référence\u{A0}; "
                    + "recopiez le dépôt")
        case .unknownReference(let path, let name):
            language(
                "no reference is named \(name); list them with: git -C \(path) for-each-ref",
                "aucune référence ne s’appelle \(name)\u{A0}; listez-les avec\u{A0}: git -C \(path) for-each-ref")
        case .missingObject(let id, let kind, let path, alternates: true):
            language(
                "the \(kind.rawValue) \(id) is not in this repository, which borrows objects from another one "
                    + "(objects/info/alternates is not followed); run: git -C \(path) repack -a -d",
                "l’objet \(id) (\(kind.rawValue)) n’est pas dans ce dépôt, qui emprunte des objets à un autre "
                    + "(objects/info/alternates n’est pas suivi)\u{A0}; lancez\u{A0}: git -C \(path) repack -a -d")
        case .missingObject(let id, let kind, let path, alternates: false):
            language(
                "the \(kind.rawValue) \(id) is missing; find out with git -C \(path) fsck, then fetch it again",
                "l’objet \(id) (\(kind.rawValue)) manque\u{A0}; examinez avec git -C \(path) fsck, puis rapatriez-le")
        case .unexpectedKind(let id, let expected, let path):
            language(
                "the object \(id) is not a \(expected.rawValue); check with: git -C \(path) cat-file -t \(id)",
                "l’objet \(id) n’est pas un \(expected.rawValue)\u{A0}; vérifiez avec\u{A0}: git -C \(path) cat-file -t \(id)"
            )
        case .tooLarge(let id, let size, let limit, _):
            language(
                "the object \(id) has \(size) bytes, more than the \(limit) that are read",
                "l’objet \(id) fait \(size) octets, plus que les \(limit) que codescan lit")
        case .corrupt(let path, let message):
            language(
                "damaged: \(message(.english)); find out with git -C \(path) fsck, then mirror the repository again",
                "abîmé\u{A0}: \(message(.french))\u{A0}; examinez avec git -C \(path) fsck, puis recopiez le dépôt")
        }
    }
}
