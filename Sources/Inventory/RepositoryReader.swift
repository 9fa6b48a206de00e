// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// One repository in, one entry out. What goes wrong stays in the entry: the run goes on.

import Forges
import Git
import LicenseDetection
import Licensing
import Manifests

struct RepositoryReader {
    let detector: LicenseDetector
    let cache: FindingsCache?
    let options: InventoryOptions

    /// Bounds of the default reading, in files.
    private enum Bound {
        static let legal = 64
        static let parts = 16
        static let manifests = 16
        /// Commits among which the first licence is looked for, unless the reading is full.
        static let history = 32
        static let readmes = 4
    }

    func entry(of location: RepositoryLocation) -> InventoryEntry {
        var entry = InventoryEntry(at: location)
        let repository: Repository
        let head: Head
        let snapshot: Snapshot
        do {
            repository = try Repository(opening: location.path)
            head = try repository.head()
            entry.head = .init(branch: head.branch, commit: head.commit.hex, date: "")
            snapshot = try repository.snapshot(of: head.commit)
        } catch .unbornHead {
            entry.kind = .empty
            entry.kindReason = options.language("no commit yet", "aucun commit")
            entry.license.explanation = options.language(
                "The repository has no commit yet.", "Le dépôt n'a pas encore de commit.")
            entry.head = nil
            return entry
        } catch {
            entry.errors.append(error.description)
            entry.license.explanation = options.language(
                "The repository could not be read.", "Le dépôt n'a pas pu être lu.")
            entry.head = nil
            return entry
        }
        entry.head?.date = Timestamp.utc(snapshot.committerDate.seconds)
        entry.swhid = "swh:1:rev:\(snapshot.commit.hex)"
        do {
            try read(snapshot, in: repository, into: &entry)
        } catch {
            entry.errors.append(error.description)
            entry.license.explanation = options.language(
                "The repository could not be read whole.", "Le dépôt n'a pas pu être lu en entier.")
        }
        return entry
    }

    private func read(_ snapshot: Snapshot, in repository: Repository, into entry: inout InventoryEntry)
        throws(GitError)
    {
        let listing = try RepositoryListing(of: snapshot, in: repository, whole: options.full)
        entry.errors += listing.problems.map(\.description)
        let content = ContentKindClassifier(listing, options.language) { try? repository.size(ofBlob: $0.id) }
        entry.kind = content.kind
        entry.kindReason = content.reason
        entry.languages = content.languages

        let blobs = BlobReader(repository, listing, detector, cache)
        let sources = sources(listing, blobs, &entry.metadata)
        let result = LicenseConcluder(
            sources: sources, kind: content.kind, languages: content.languages.map(\.name)
        ).conclude()
        entry.license = LicenseConclusion(result, options.language)
        readSince(snapshot, in: repository, result, &entry.license)
        if options.full { readWhole(listing, blobs, &entry.license) }
        blobs.flush()
        entry.skipped = blobs.skipped
        entry.errors += blobs.errors
    }

    // MARK: Sources

    private func sources(
        _ listing: RepositoryListing, _ blobs: BlobReader, _ metadata: inout RepositoryMetadata
    ) -> LicenseSources {
        var sources = LicenseSources()
        readLegal(listing, blobs, &sources)
        readManifests(listing, blobs, &sources, &metadata)
        for file in listing.files({ $0 == .readme }).filter({ $0.depth == 0 })
            .prefix(Bound.readmes)
        {
            guard let bytes = blobs.text(of: file, limit: BlobReader.Limit.readme) else { continue }
            let reading = ReadmeReading(file, bytes, detector)
            sources.readmes.append(reading)
            metadata.readme = metadata.readme ?? file.path.string
            metadata.openness = metadata.openness ?? reading.openness
        }
        metadata.contributing = listing.files { $0 == .contributing }.first { $0.depth <= 1 }?.path.string
        metadata.changelog = listing.files { $0 == .changelog }.first { $0.depth == 0 }?.path.string
        if Self.headersCanTell(sources) {
            let decided = sources.legal.contains { $0.expression != nil }
            sources.heads = heads(SourceSample.files(of: listing), blobs, givingUp: decided)
        }
        return sources
    }

    private func readLegal(_ listing: RepositoryListing, _ blobs: BlobReader, _ sources: inout LicenseSources) {
        func reading(_ file: ListedFile) -> LegalFileReading? {
            guard let matches = blobs.matches(in: file, limit: BlobReader.Limit.whole) else { return nil }
            let isEmpty =
                matches.isEmpty && (blobs.text(of: file, limit: BlobReader.Limit.whole)?.allSatisfy(isSpace) ?? false)
            return LegalFileReading(file, matches, isEmpty: isEmpty)
        }
        let legal = listing.files { $0 == .legal(.project) }.filter { !$0.isVendored }
        let root = legal.filter { $0.depth == 0 || listing.isInLegalFolder($0) }
        for file in root.prefix(Bound.legal) {
            if let reading = reading(file) {
                sources.legal.append(reading)
            } else if let skipped = blobs.skipped.last, skipped.path == file.path.string {
                sources.unreadableLegal.append((skipped.path, skipped.reason))
            }
        }
        for submodule in listing.submodules where submodule.depth == 0 && submodule.role == .legal(.project) {
            blobs.skip(submodule.path, .missing)
            sources.unreadableLegal.append((submodule.path.string, .missing))
        }
        let folder = listing.files { $0 == .licensesFolder }.filter { $0.depth == 1 }
        sources.licensesFolder = folder.prefix(Bound.legal).compactMap(reading)
        let nested = listing.files { $0 == .legal(.project) || $0 == .legal(.part) || $0 == .licensesFolder }
        let taken = Set(root.map(\.path) + folder.map(\.path))
        for file in nested.filter({ !taken.contains($0.path) }).prefix(Bound.parts) {
            if let reading = reading(file) { sources.parts.append(reading) }
        }
    }

    private func readManifests(
        _ listing: RepositoryListing, _ blobs: BlobReader, _ sources: inout LicenseSources,
        _ metadata: inout RepositoryMetadata
    ) {
        for file in listing.files({ $0 == .reuse }) {
            guard file.depth <= 1, let bytes = blobs.text(of: file, limit: BlobReader.Limit.manifest) else {
                continue
            }
            do {
                sources.reuse += try ReuseReading.declarations(of: bytes, file)
            } catch {
                blobs.skip(file.path, .unreadable)
            }
        }
        let manifests = listing.files { if case .manifest = $0 { true } else { false } }
            .filter { !$0.isVendored && !$0.folder.isExample && $0.depth <= 3 }
        for file in manifests.prefix(Bound.manifests) {
            guard case .manifest(let format)? = file.role else { continue }
            if file.depth == 0 {
                if format == .publiccode { metadata.publiccode = metadata.publiccode ?? file.path.string }
                if format == .codemeta { metadata.codemeta = metadata.codemeta ?? file.path.string }
            }
            guard let bytes = blobs.text(of: file, limit: BlobReader.Limit.manifest) else { continue }
            guard let manifest = try? format.parse(bytes) else {
                blobs.skip(file.path, .unreadable)
                continue
            }
            sources.manifests.append(ManifestReading(file: file, manifest: manifest, isNested: file.depth > 0))
        }
    }

    /// Headers are read when there is no legal file, or when a text alone leaves "only" or "or later" open.
    private static func headersCanTell(_ sources: LicenseSources) -> Bool {
        let legal = sources.legal.compactMap(\.expression)
        if legal.isEmpty { return true }
        return legal.contains { $0.operands.contains { $0.identifier.hasSuffix("-only") } }
    }

    /// What the heads of the sample say. Where they can only add "or later" and a first few are silent, so are the rest.
    private func heads(_ sample: [ListedFile], _ blobs: BlobReader, givingUp: Bool) -> [[Declaration]] {
        var heads: [[Declaration]] = []
        for file in sample {
            if givingUp, heads.count == SourceSample.firstFew, heads.allSatisfy(\.isEmpty) { break }
            if let matches = blobs.headMatches(in: file) { heads.append(Self.headerDeclarations(matches, file)) }
        }
        return heads
    }

    private static func headerDeclarations(_ matches: [LicenseMatch], _ file: ListedFile) -> [Declaration] {
        matches.compactMap { match in
            guard
                match.kind == .notice || match.kind == .tag || match.kind == .text
                    || (match.kind == .reference && match.words >= 4),
                let expression = (try? LicenseExpression(parsing: match.expression))?.normalized, !expression.isVague
            else { return nil }
            return Declaration(
                expression: expression, evidence: LicenseEvidence(match, in: file, .init(match.kind)), isStatement: true
            )
        }
    }

    // MARK: Dates and the whole

    private func readSince(
        _ snapshot: Snapshot, in repository: Repository, _ result: LicenseConcluder.Result,
        _ license: inout LicenseConclusion
    ) {
        if result.expression == nil { return }
        // The files that declare it today, and the usual names that they may have had before.
        var paths = Set(result.evidence.map { GitPath($0.path) }.filter { $0.depth <= 1 })
        if case .legalFiles = result.basis {
            paths.formUnion(["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "LICENCE.md", "LICENCE.txt", "COPYING"])
        }
        let limit = options.full ? Int.max : Bound.history
        switch repository.firstCommit(from: snapshot.commit, introducingAnyOf: paths.sorted(), limit: limit) {
        case .commit(let first): license.since = Timestamp.utc(first.committerDate.seconds)
        case .none: break
        case .beyond:
            license.sinceReason = options.language(
                "the history is longer than \(limit) commits; --full looks through all of it",
                "l'historique compte plus de \(limit) commits ; --full le parcourt en entier")
        case .unknown(let reason): license.sinceReason = reason
        }
    }

    /// `--full`: every text file whole. What it finds beside the conclusion goes into `other`, with one place as evidence.
    private func readWhole(_ listing: RepositoryListing, _ blobs: BlobReader, _ license: inout LicenseConclusion) {
        var known = Set(license.other)
        let own = license.expression?.bases ?? []
        for file in listing.files where file.mode != .symlink {
            guard let matches = blobs.matches(in: file, limit: BlobReader.Limit.whole, countingBinary: false) else {
                continue
            }
            for match in matches where match.kind == .text || match.kind == .notice || match.kind == .tag {
                guard let expression = (try? LicenseExpression(parsing: match.expression))?.normalized,
                    !expression.isVague,
                    !expression.bases.isSubset(of: own), known.insert(expression.description).inserted
                else { continue }
                license.other.append(expression.description)
                license.evidence.append(LicenseEvidence(match, in: file, .init(match.kind)))
            }
        }
    }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

extension RepositoryListing {
    /// Whether the file stands in a folder at the root that is named like a licence file.
    func isInLegalFolder(_ file: ListedFile) -> Bool {
        guard file.depth == 1, let folder = file.folder.names.first else { return false }
        return folder != "licenses" && folder != "licences" && FileRole.isLegalFolder(folder)
    }
}

extension InventoryEntry {
    /// An entry about which nothing is known yet but the place.
    init(at location: RepositoryLocation) {
        self.init(
            forge: location.forge, owner: location.owner, name: location.name, kind: nil, kindReason: "", fork: nil,
            archived: nil, url: location.webURL, path: location.path.string, administration: nil, head: nil, swhid: nil,
            license: .unknown, algorithms: nil, metadata: RepositoryMetadata(), languages: [], skipped: [],
            corrections: [],
            errors: [])
    }
}

extension LicenseConclusion {
    /// Of a repository that could not be read.
    static let unknown = LicenseConclusion(
        status: .missing, expression: nil, freeSoftware: .none, osiApproved: nil, fsfFree: nil, decree: .none,
        other: [],
        since: nil, sinceReason: nil, explanation: "", evidence: [], conflicts: [])

    init(_ result: LicenseConcluder.Result, _ language: Language) {
        self.init(
            status: result.status, expression: result.expression, freeSoftware: result.freeSoftware,
            osiApproved: result.expression?.osiApproved, fsfFree: result.expression?.fsfFree,
            decree: DecreeFamily(result.expression), other: result.other, since: nil, sinceReason: nil,
            explanation: LicenseExplanation.text(result, language), evidence: result.evidence,
            conflicts: result.conflicts)
    }
}
