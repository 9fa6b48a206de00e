// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Where a repository's files are: the git directory (HEAD) and the common one (objects, refs), which differ for a
// linked worktree only. See gitrepository-layout(5).

import Languages

/// How a repository lies in the file system.
public enum RepositoryKind: Sendable, Hashable {
    /// The folder is the git directory: `name.git/HEAD`.
    case bare
    /// The folder holds the git directory: `name/.git/HEAD`.
    case workTree
    /// The folder's `.git` is a file that names the git directory: a linked worktree or a submodule.
    case linked
}

struct RepositoryLayout {
    let kind: RepositoryKind
    /// HEAD and the worktree's own references.
    let gitDirectory: GitPath
    /// Objects, references, configuration.
    let commonDirectory: GitPath

    /// Finds the git directory of the repository at `path`: the folder itself, its `.git`, or the folder that a `.git`
    /// file names.
    init(of path: GitPath) throws(GitError) {
        guard !path.bytes.isEmpty, !path.bytes.contains(0), FileSystem.exists(path) else {
            throw .notFound(path: path.string)
        }
        let dotGit = path.appending(".git")
        if FileSystem.isFile(path) {
            kind = .linked
            gitDirectory = try Self.gitDirectory(namedBy: path, repository: path)
        } else if FileSystem.isFile(dotGit) {
            kind = .linked
            gitDirectory = try Self.gitDirectory(namedBy: dotGit, repository: path)
        } else if FileSystem.isFolder(dotGit) {
            kind = .workTree
            gitDirectory = dotGit
        } else {
            kind = .bare
            gitDirectory = path
        }
        commonDirectory = try Self.commonDirectory(of: gitDirectory, repository: path)
        if let missing = Self.missingPart(gitDirectory: gitDirectory, commonDirectory: commonDirectory) {
            let mend = Bilingual(
                "it has no \(missing); give the folder that `git clone --mirror` or `git clone` made",
                "il n’a pas de \(missing)\u{A0}; donnez le dossier créé par `git clone --mirror` ou `git clone`")
            throw .notARepository(path: path.string, reason: mend)
        }
    }

    /// Which part that every git directory has is lacking; nil when none is. A `config` is not asked for: mirrors made
    /// by other tools come without one.
    static func missingPart(gitDirectory: GitPath, commonDirectory: GitPath) -> String? {
        let head = gitDirectory.appending("HEAD")
        guard FileSystem.isFile(head) || FileSystem.symbolicLinkTarget(head) != nil else { return "HEAD" }
        guard FileSystem.isFolder(commonDirectory.appending("objects")) else { return "objects" }
        guard
            FileSystem.isFolder(commonDirectory.appending("refs"))
                || FileSystem.isFile(commonDirectory.appending("packed-refs"))
        else { return "refs" }
        return nil
    }

    /// A `.git` file says `gitdir: <path>`, from the folder it is in (gitrepository-layout(5)).
    private static func gitDirectory(namedBy file: GitPath, repository: GitPath) throws(GitError) -> GitPath {
        let text = try line(of: file, repository: repository)
        let key = Array("gitdir:".utf8)
        guard text.starts(with: key) else {
            throw .notARepository(
                path: repository.string,
                reason: Bilingual(
                    "it is a file, or its .git is one, that does not say gitdir: <folder>",
                    "c’est un fichier, ou son .git en est un, qui ne dit pas «\u{A0}gitdir: <dossier>\u{A0}»"))
        }
        let value = text.dropFirst(key.count).drop { $0 == UInt8(ascii: " ") }
        let target = resolve(GitPath(value), from: file.parent ?? ".")
        guard FileSystem.isFolder(target) else {
            let mend = Bilingual(
                "its .git file names a folder that does not exist; run: git worktree repair",
                "son fichier .git nomme un dossier qui n’existe pas\u{A0}; lancez\u{A0}: git worktree repair")
            throw .notARepository(path: repository.string, reason: mend)
        }
        return target
    }

    private static func commonDirectory(of gitDirectory: GitPath, repository: GitPath) throws(GitError) -> GitPath {
        let file = gitDirectory.appending("commondir")
        guard FileSystem.isFile(file) else { return gitDirectory }
        return resolve(GitPath(try line(of: file, repository: repository)), from: gitDirectory)
    }

    private static func resolve(_ path: GitPath, from folder: GitPath) -> GitPath {
        path.bytes.first == UInt8(ascii: "/") ? path : folder.appending(path)
    }

    /// A small file's content without the line breaks that end it.
    private static func line(of file: GitPath, repository: GitPath) throws(GitError) -> ArraySlice<UInt8> {
        do {
            var bytes = try FileSystem.read(file, maximumBytes: 16 << 10)[...]
            while let last = bytes.last, last == 10 || last == 13 { bytes.removeLast() }
            return bytes
        } catch .unreadable(let reason) {
            throw .unreadable(path: repository.string, reason: reason.of(file))
        } catch {
            throw .notARepository(
                path: repository.string,
                reason: Bilingual(
                    "its .git file or commondir is not one that git wrote",
                    "son fichier .git ou commondir n’est pas de ceux que git écrit"))
        }
    }
}

extension Repository {
    /// What kind of repository the folder looks like, from a few file names and nothing else; nil when it does not. The
    /// folder is not opened: a repository that is found may still be damaged.
    public static func looksLikeRepository(_ path: GitPath) -> RepositoryKind? {
        // An empty path names nothing; it must not come to mean the current folder.
        if path.bytes.isEmpty { return nil }
        let dotGit = path.appending(".git")
        if FileSystem.isFile(dotGit) { return .linked }
        if FileSystem.isFolder(dotGit) {
            return RepositoryLayout.missingPart(gitDirectory: dotGit, commonDirectory: dotGit) == nil ? .workTree : nil
        }
        return RepositoryLayout.missingPart(gitDirectory: path, commonDirectory: path) == nil ? .bare : nil
    }
}
