// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// One repository in, one entry out: its head or its state at a date, its files, what they say of licences, the conclusion, its date. What goes
// wrong stays in the entry: the run goes on.

import Forges
import Git
import Languages
import LicenseDetection
import Licensing

struct RepositoryReader {
    let detector: LicenseDetector
    let cache: FindingsCache?
    let options: InventoryOptions

    /// What the reading of a tree brought.
    struct Reading {
        let listing: RepositoryListing
        let blobs: BlobReader
        let sources: LicenseSources
        let result: LicenseConcluder.Result
    }

    func entry(of location: RepositoryLocation) -> InventoryEntry { inspection(of: location, withDetails: false).entry }

    /// The entry, and the details when they are wanted and its files can be read.
    func inspection(of location: RepositoryLocation, withDetails: Bool = true) -> RepositoryInspection {
        var details: RepositoryDetails?
        let keep = { (reading: Reading) in
            if withDetails { details = RepositoryDetails(reading, readsHeaders: options.readsHeaders) }
        }
        let isBare = Repository.looksLikeRepository(location.path) == .bare
        let entry =
            options.readsWorkTrees && !isBare
            ? workTreeEntry(of: location, keep) : committedEntry(of: location, keep)
        return RepositoryInspection(entry: entry, details: details)
    }

    /// What lies in the folder; HEAD is named where there is one, as what the files stand beside.
    private func workTreeEntry(of location: RepositoryLocation, _ keep: (Reading) -> Void) -> InventoryEntry {
        var entry = InventoryEntry(at: location)
        do {
            if let repository = try? Repository(opening: location.path), let head = try? repository.head(),
                let snapshot = try? repository.snapshot(of: head.commit)
            {
                entry.head = .init(
                    branch: head.branch, commit: head.commit.hex, date: snapshot.committerDate.description)
            }
            let tree = try WorkTree(at: location.path)
            keep(try read(tree, into: &entry))
            entry.license.sinceReason = options.language(
                "the work tree was read, not a commit", "la copie de travail a été lue, non un commit")
            entry.nameBlobs(of: tree)
        } catch {
            entry.errors.append(error.sentence(options.language))
            entry.license.explanation = options.language(
                "The work tree could not be read.", "La copie de travail n’a pas pu être lue.")
        }
        return entry
    }

    private func committedEntry(of location: RepositoryLocation, _ keep: (Reading) -> Void) -> InventoryEntry {
        var entry = InventoryEntry(at: location)
        do {
            let repository = try Repository(opening: location.path)
            let head = try repository.head()
            guard let snapshot = try snapshot(from: head.commit, in: repository, &entry) else { return entry }
            entry.head = .init(
                branch: head.branch, commit: snapshot.commit.hex, date: snapshot.committerDate.description)
            entry.swhid = "swh:1:rev:\(snapshot.commit.hex)"
            let reading = try read(CommittedTree(of: snapshot, in: repository), into: &entry)
            let dating = LicenseDating(
                repository: repository, searchesAll: options.searchesHistories, language: options.language)
            (entry.license.since, entry.license.sinceReason) = dating.since(of: reading.result, at: snapshot)
            keep(reading)
        } catch .unbornHead {
            entry.kind = .empty
            entry.kindReason = options.language("no commit yet", "aucun commit")
            entry.license.explanation = options.language(
                "The repository has no commit yet.", "Le dépôt n’a pas encore de commit.")
        } catch {
            entry.errors.append(error.sentence(options.language))
            entry.license.explanation =
                entry.head == nil
                ? options.language("The repository could not be read.", "Le dépôt n’a pas pu être lu.")
                : options.language("The repository could not be read whole.", "Le dépôt n’a pas pu être lu en entier.")
        }
        return entry
    }

    /// The content to read, that of HEAD or of a date; nil, and the entry says why, when there is none.
    private func snapshot(
        from head: ObjectID, in repository: Repository, _ entry: inout InventoryEntry
    ) throws(GitError) -> Snapshot? {
        guard let date = options.asOf else { return try repository.snapshot(of: head) }
        switch try repository.state(asOf: date, from: head) {
        case .commit(let snapshot): return snapshot
        case .beforeFirst(let first):
            let day = options.language.longDate(first.committerDate.description)
            entry.kind = .empty
            entry.kindReason = options.language(
                "no commit yet on that day: the first is of \(day)",
                "aucun commit ce jour-là\u{A0}: le premier est du \(day)")
            entry.license.explanation = options.language(
                "The repository had no commit yet on that day.", "Le dépôt n’avait pas encore de commit ce jour-là.")
        case .unknown(let reason):
            entry.errors.append(
                options.language(
                    "\(repository.path): what it held on that day cannot be told: \(reason(.english))",
                    "\(repository.path)\u{A0}: on ne peut pas dire ce qu’il contenait ce jour-là\u{A0}: \(reason(.french))"
                ))
            entry.license.explanation = options.language(
                "What the repository held on that day cannot be told.",
                "On ne peut pas dire ce que le dépôt contenait ce jour-là.")
        }
        return nil
    }

    /// Reads a tree into its entry; the date of the licence is left open. `memo` keeps what is read for the repository's
    /// other snapshots.
    @discardableResult
    func read(
        _ tree: any FileTree, into entry: inout InventoryEntry, memo: SnapshotMemo? = nil
    ) throws(GitError) -> Reading {
        let listing = try RepositoryListing(of: tree, whole: options.full, memo: memo)
        entry.errors += listing.problems.map { $0.sentence(options.language) }
        let content = ContentKindClassifier(listing, options.language)
        entry.kind = content.kind
        entry.kindReason = content.reason
        lazy var languages = LanguageShare.all(in: listing) { file in
            let size = { (blob: ObjectID) in try? tree.size(of: blob) }
            return memo.map { $0.size(of: file.id, size) } ?? size(file.id)
        }
        // A history tells nothing that needs them: it asks for the sizes of all files where the conclusion does.
        if memo == nil { entry.languages = languages }

        let blobs = BlobReader(tree, listing, detector, tree is WorkTree ? nil : cache, memo)
        let sources = LicenseSourceReader(listing: listing, blobs: blobs, detector: detector).read()
        entry.metadata = RepositoryMetadata(listing, sources.readmes)
        let result = LicenseConcluder(
            sources: sources, kind: content.kind, languages: { languages.map(\.name) }
        ).conclude()
        entry.license = LicenseConclusion(result, options.language)
        if options.full {
            entry.license.add(WholeReading.findings(in: listing, blobs))
        } else {
            NoticeReading.lookAround(listing, blobs)
        }
        NoticeReading.readDeclaration(listing, blobs)
        entry.algorithms = blobs.noticeFindings
        blobs.flush()
        entry.skipped = blobs.skipped.map {
            SkippedFile(path: $0.path.string, reason: $0.reason, detail: $0.error?.sentence(options.language))
        }
        entry.errors += blobs.errors.map { $0(options.language) }
        return Reading(listing: listing, blobs: blobs, sources: sources, result: result)
    }
}

extension InventoryEntry {
    /// Gives the files named as evidence the ids that git would give their contents.
    fileprivate mutating func nameBlobs(of tree: WorkTree) {
        var known: [String: String] = [:]
        func id(_ path: String) -> String {
            if let id = known[path] { return id }
            let id = tree.blobID(of: GitPath(path), maximumBytes: BlobReader.Limit.whole)?.hex ?? ""
            known[path] = id
            return id
        }
        for index in license.evidence.indices { license.evidence[index].blob = id(license.evidence[index].path) }
        algorithms = algorithms?.map { notice in
            var notice = notice
            notice.blob = id(notice.path)
            return notice
        }
    }
}
