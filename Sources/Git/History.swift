// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The history of a branch, as its first parents tell it: what the branch was after each change, without the commits
// that were merged into it.

import Languages

/// A commit on a branch's history.
public struct HistoryCommit: Sendable, Hashable {
    /// The commit's id.
    public let commit: ObjectID
    /// Its root folder.
    public let tree: ObjectID
    /// When it was made.
    public let committerDate: GitDate
}

/// A branch's commits, newest first, and where they end.
public struct FirstParentChain: Sendable, Hashable {
    /// Why the chain goes no further.
    public enum End: Sendable, Hashable {
        /// At the first commit of all.
        case root
        /// At a commit whose parents were left out when the repository was cloned (git clone --depth).
        case shallow
        /// At a commit that cannot be read.
        case unreadable(GitError)
    }

    /// The commits, newest first.
    public let commits: [HistoryCommit]
    /// Where they end.
    public let end: End
}

/// Which commit first brought a path.
public enum FirstCommit: Sendable, Hashable {
    /// This one.
    case commit(Snapshot)
    /// None: no commit of the whole history holds a path.
    case none
    /// It cannot be told, as the history is not all here; the reason is one sentence.
    case unknown(reason: Bilingual)
}

/// What a branch held at a date.
public enum StateAtDate: Sendable, Hashable {
    /// This commit's content.
    case commit(Snapshot)
    /// Nothing: its first commit, this one, was made later.
    case beforeFirst(Snapshot)
    /// It cannot be told, as the history is not all here; the reason is one sentence.
    case unknown(reason: Bilingual)
}

extension Repository {
    /// The commits from `commit` back along first parents. Their contents are not checked against their ids, which costs
    /// more than reading them: whoever says something of one reads it by `snapshot(of:)`, which does.
    public func firstParentChain(from commit: ObjectID) -> FirstParentChain {
        // Of commits that are what their ids say none leads back to itself: the check finds the one that is not.
        firstParentChain(from: commit, isChecked: false) ?? firstParentChain(from: commit, isChecked: true)
            ?? FirstParentChain(
                commits: [],
                end: .unreadable(
                    .corrupt(
                        path: path.string, message: Bilingual("its history has no end", "son historique n’a pas de fin")
                    )))
    }

    /// The chain; nil when it leads back to itself.
    private func firstParentChain(from commit: ObjectID, isChecked: Bool) -> FirstParentChain? {
        var commits: [HistoryCommit] = []
        var next: ObjectID? = commit
        // Brent's way to find a circle: one commit is remembered, twice as far along each time.
        var (remembered, distance) = (commit, 1)
        while let id = next {
            do {
                let snapshot = try snapshot(of: id, isChecked: isChecked)
                commits.append(
                    HistoryCommit(commit: id, tree: snapshot.tree, committerDate: snapshot.committerDate))
                if shallowCommits.contains(id) { return FirstParentChain(commits: commits, end: .shallow) }
                next = snapshot.parents.first
                if next == remembered { return nil }
                if commits.count == distance { (remembered, distance) = (next ?? id, distance * 2) }
            } catch {
                return FirstParentChain(commits: commits, end: .unreadable(error))
            }
        }
        return FirstParentChain(commits: commits, end: .root)
    }

    /// The state at a date: the first commit back from `head` along first parents that was made then or before, as
    /// `git rev-list -1 --first-parent --before=<date>` finds it. Where committers' clocks went back and forth, what the
    /// branch held by the newest such commit counts, with all that it was built on.
    public func state(asOf date: GitDate, from head: ObjectID) throws(GitError) -> StateAtDate {
        var next = head
        while true {
            let snapshot = try snapshot(of: next)
            if snapshot.committerDate.seconds <= date.seconds { return .commit(snapshot) }
            if shallowCommits.contains(next) { return .unknown(reason: Self.shallowReason) }
            guard let parent = snapshot.parents.first else { return .beforeFirst(snapshot) }
            next = parent
        }
    }

    /// Why nothing is known beyond a shallow clone's end, and how to mend it.
    static let shallowReason = Bilingual(
        "the history was cut short (shallow clone); run: git fetch --unshallow",
        "l’historique a été tronqué (clone superficiel)\u{A0}; lancez\u{A0}: git fetch --unshallow")

    /// The commit that first brought any of `paths`: the oldest on the first-parent history of `head` whose tree holds
    /// one, even if all were removed later and added again.
    ///
    /// The search goes from the oldest commit on and ends at the first that holds a path, which for a licence is
    /// mostly among the first. Bisecting would read fewer trees, and be wrong whenever a file came, went and came back.
    public func firstCommit(from head: ObjectID, introducingAnyOf paths: [GitPath]) -> FirstCommit {
        guard !paths.isEmpty else { return .none }
        let chain = firstParentChain(from: head)
        switch chain.end {
        case .root: break
        case .shallow: return .unknown(reason: Self.shallowReason)
        case .unreadable(let error): return .unknown(reason: Bilingual(error.sentence))
        }
        var search = PathSearch(objects: objects, paths: paths)
        var previous: ObjectID?
        do {
            for commit in chain.commits.reversed() where commit.tree != previous {
                previous = commit.tree
                if try search.isAnyPath(in: commit.tree) { return .commit(try snapshot(of: commit.commit)) }
            }
        } catch {
            return .unknown(reason: Bilingual(error.sentence))
        }
        return .none
    }
}

/// Whether a tree holds one of some paths, remembering the answer for the folders it had to open: most commits leave
/// most folders as they were.
private struct PathSearch {
    private struct Question: Hashable {
        let folder: ObjectID
        let node: Int
    }

    /// The paths as a tree of names: the children of a name, or none where a path ends.
    private var nodes: [[GitPath: Int]] = [[:]]
    private var ends: Set<Int> = []
    private var answers: [Question: Bool] = [:]
    private let objects: ObjectDatabase

    init(objects: ObjectDatabase, paths: [GitPath]) {
        self.objects = objects
        for path in paths {
            var node = 0
            for component in path.components {
                if let child = nodes[node][component] {
                    node = child
                } else {
                    nodes.append([:])
                    nodes[node][component] = nodes.count - 1
                    node = nodes.count - 1
                }
            }
            if node != 0 { ends.insert(node) }
        }
    }

    mutating func isAnyPath(in tree: ObjectID) throws(GitError) -> Bool {
        try isAnyPath(below: 0, in: tree)
    }

    private mutating func isAnyPath(below node: Int, in tree: ObjectID) throws(GitError) -> Bool {
        let question = Question(folder: tree, node: node)
        if let answer = answers[question] { return answer }
        var folders: [(node: Int, id: ObjectID)] = []
        var isFound = false
        let object = try objects.read(tree, as: .tree, maximumBytes: WalkLimits().treeBytes)
        let names = nodes[node]
        object.withBytes { bytes in
            var reader = TreeReader(bytes: bytes)
            while let entry = reader.next() {
                for (name, child) in names where entry.name.elementsEqual(name.bytes) {
                    if ends.contains(child) { isFound = true }
                    if entry.mode == .directory, !nodes[child].isEmpty { folders.append((child, entry.id)) }
                }
                if isFound { return }
            }
        }
        if !isFound {
            for folder in folders where try isAnyPath(below: folder.node, in: folder.id) {
                isFound = true
                break
            }
        }
        // The root is another one in nearly every commit: remembering it would only take memory.
        if node != 0 { answers[question] = isFound }
        return isFound
    }
}
