// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Reads the files of one tree within the documented limits (docs/limits.md), follows symbolic links inside the
// tree, knows a Git LFS pointer when it sees one, and keeps count of what it could not read.

import Algorithms
import Git
import Languages
import LicenseDetection
import Manifests

final class BlobReader {
    /// Limits in bytes.
    enum Limit {
        /// Legal files, and every file of a full reading.
        static let whole = 20 << 20
        static let manifest = ManifestFormat.maximumSize
        static let readme = 5 << 20
        /// Source files of the sample: larger ones are generated or data.
        static let source = 1 << 20
        /// How much of a sampled source file is looked at.
        static let head = 6 << 10
    }

    private static let linkHops = 5
    private static let lfsPrefix = Array("version https://git-lfs.github.com/spec/".utf8)

    private let tree: any FileTree
    private let listing: RepositoryListing
    private let detector: LicenseDetector
    private let cache: FindingsCache?
    private let memo: SnapshotMemo?
    /// The notices about algorithms in the texts that were looked at for them.
    private var notices: [GitPath: (file: ListedFile, notice: AlgorithmNotice)] = [:]
    private(set) var skipped: [Skipped] = []
    private(set) var errors: [Bilingual] = []
    private var skippedPaths: Set<GitPath> = []
    private var fresh: [FindingsCache.Record] = []
    /// Whether the bytes that were read last are those of their blob's id.
    private var isVerified = false

    /// A reader of one tree's files; `memo` keeps what is read for the repository's other snapshots.
    init(
        _ tree: any FileTree, _ listing: RepositoryListing, _ detector: LicenseDetector, _ cache: FindingsCache?,
        _ memo: SnapshotMemo? = nil
    ) {
        self.tree = tree
        self.listing = listing
        self.detector = detector
        self.cache = cache
        self.memo = memo
    }

    /// What `make` reads in the file, or has read at the same path for another snapshot.
    func once<Reading>(
        _ readings: ReferenceWritableKeyPath<SnapshotMemo, [SnapshotMemo.PlacedBlob: Reading]>, _ file: ListedFile,
        _ make: () -> Reading?
    ) -> Reading? {
        once(readings, SnapshotMemo.PlacedBlob(blob: file.id, path: file.path), file, make)
    }

    /// The same for what is not said of a place: licences are the same wherever the text stands.
    private func onceAnywhere<Reading>(
        _ readings: ReferenceWritableKeyPath<SnapshotMemo, [ObjectID: Reading]>, _ file: ListedFile,
        _ make: () -> Reading?
    ) -> Reading? {
        once(readings, file.id, file, make)
    }

    private func once<Key, Reading>(
        _ readings: ReferenceWritableKeyPath<SnapshotMemo, [Key: Reading]>, _ key: Key, _ file: ListedFile,
        _ make: () -> Reading?
    ) -> Reading? {
        // A link's blob names a path, whose content may change while the link stays.
        guard let memo, file.mode != .symlink else { return make() }
        if let known = memo[keyPath: readings][key] { return known }
        let made = make()
        if let made { memo[keyPath: readings][key] = made }
        return made
    }

    /// The bytes of a text file; nil, and counted, when they cannot be had.
    func text(of file: ListedFile, limit: Int, countingBinary: Bool = true) -> [UInt8]? {
        read(file, limit: limit, countingBinary: countingBinary) { Array($0) }
    }

    /// The notices that were found, in the order of a walk, which is that of the paths.
    var noticeFindings: [NoticeFinding] {
        notices.values.sorted { $0.file.path < $1.file.path }.map { NoticeFinding($0.notice, in: $0.file) }
    }

    /// Whether a notice was found in the file.
    func hasNotice(in file: ListedFile) -> Bool { notices[file.path] != nil }

    /// Keeps the notice that a file holds; nil when it holds none.
    func keep(_ notice: AlgorithmNotice?, of file: ListedFile) { notices[file.path] = notice.map { (file, $0) } }

    /// Keeps what is wrong with a file that declares algorithms.
    func keep(_ error: AlgorithmsFileError) { errors.append(Bilingual(error.sentence)) }

    /// Looks for a notice in a file that is read for nothing else, when it is not too large.
    func lookForNotice(in file: ListedFile, limit: Int) {
        lazy var form = TextForm(path: file.path.string)
        if let known = cache?.look(file.id, form), known.bytes <= limit {
            keep(known.notice, of: file)
            return
        }
        let notice = once(\.notices, file) {
            read(file, limit: limit, isCounted: false, isClaim: { $0 != nil }) {
                NoticeDetector.notice(in: $0, form: form)
            }
        }
        keep(notice ?? nil, of: file)
    }

    /// Looks for a notice in a file whose content `matchesAndNotice` has read under the name of `twin`.
    func lookForNotice(in file: ListedFile, twinOf twin: ListedFile) {
        guard NoticeReading.mayHold(file) else { return }
        if NoticeReading.mayHold(twin), TextForm(path: twin.path.string) == TextForm(path: file.path.string) {
            keep(notices[twin.path]?.notice, of: file)
        } else {
            lookForNotice(in: file, limit: Limit.whole)
        }
    }

    /// The licence matches of a file, whole, and in the same look its notice: what `--full` reads; nil when it is no text or
    /// cannot be read. Matches are said of the blob's id only where they are news, so only then are the bytes checked
    /// against it.
    func matchesAndNotice(in file: ListedFile, areNews: ([LicenseMatch]) -> Bool) -> [LicenseMatch]? {
        guard NoticeReading.mayHold(file) else {
            return matches(in: file, limit: Limit.whole, countingBinary: false)
        }
        // The form belongs to what is kept; without a cache it is asked for by the few texts that are worth reading.
        let form = cache.map { _ in TextForm(path: file.path.string) }
        if let form, let look = cache?.look(file.id, form), let known = cache?.matches(file.id, .whole) {
            keep(look.notice, of: file)
            return known
        }
        let detector = self.detector
        let found = read(
            file, limit: Limit.whole, countingBinary: false,
            isClaim: { areNews($0.matches) || $0.notice != nil }
        ) { bytes in
            (
                matches: detector.matches(in: bytes),
                notice: NoticeDetector.notice(in: bytes, form: form ?? TextForm(path: file.path.string)),
                bytes: bytes.count
            )
        }
        guard let found else { return nil }
        keep(found.notice, of: file)
        remember(
            file.id, .whole, found.matches,
            form.map { FindingsCache.Look(form: $0, notice: found.notice, bytes: found.bytes) })
        return found.matches
    }

    /// The licence matches of a file, whole; nil, and counted, when it cannot be read.
    func matches(in file: ListedFile, limit: Int, countingBinary: Bool = true) -> [LicenseMatch]? {
        onceAnywhere(\.matches, file) { readMatches(in: file, limit: limit, countingBinary: countingBinary) }
    }

    private func readMatches(in file: ListedFile, limit: Int, countingBinary: Bool) -> [LicenseMatch]? {
        if file.mode != .symlink, let known = cache?.matches(file.id, .whole) { return known }
        let detector = self.detector
        let found = read(file, limit: limit, countingBinary: countingBinary, isClaim: isClaim) {
            detector.matches(in: $0)
        }
        guard let found else { return nil }
        if file.mode != .symlink { remember(file.id, .whole, found) }
        return found
    }

    /// The licence matches at the head of a source file; nil when it is too large or cannot be read.
    func headMatches(in file: ListedFile) -> [LicenseMatch]? {
        if let known = cache?.matches(file.id, .head) { return known }
        let detector = self.detector
        let memo = self.memo
        let found = read(file, limit: Limit.source, countingBinary: false, isClaim: isClaim) { bytes in
            let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(Limit.head))
            return memo.map { $0.headMatches(head, detector.matches) } ?? detector.matches(in: head)
        }
        guard let found else { return nil }
        remember(file.id, .head, found)
        return found
    }

    /// Keeps what was found for the next run.
    func flush() {
        cache?.store(fresh)
        fresh.removeAll()
    }

    private func remember(
        _ id: ObjectID, _ extent: FindingsCache.Extent, _ matches: [LicenseMatch], _ look: FindingsCache.Look? = nil
    ) {
        if cache != nil, isVerified { fresh.append(.init(blob: id, extent: extent, matches: matches, notice: look)) }
    }

    /// A file that was not read, why, and what its parser says where its content is the reason.
    struct Skipped {
        let path: GitPath
        let reason: SkippedFile.Reason
        let error: ManifestError?
    }

    /// Counts a file that was not read, once.
    func skip(_ path: GitPath, _ reason: SkippedFile.Reason, _ error: ManifestError? = nil) {
        if skippedPaths.insert(path).inserted { skipped.append(Skipped(path: path, reason: reason, error: error)) }
    }

    /// What `parse` makes of a manifest; nil when it cannot be read, and then it is counted.
    func parsed<Result>(
        _ file: ListedFile, _ parse: ([UInt8]) throws(ManifestError) -> Result
    ) -> Result? {
        guard let bytes = text(of: file, limit: Limit.manifest) else { return nil }
        do {
            return try parse(bytes)
        } catch {
            skip(file.path, .unreadable, error)
            return nil
        }
    }

    /// Whether the matches are going to be said of the blob's id.
    private func isClaim(_ matches: [LicenseMatch]) -> Bool { !matches.isEmpty }

    /// What `body` makes of a text file's bytes, UTF-16 turned into UTF-8; they are checked against the blob's id when that
    /// is a claim, and before the cache keeps it, where nothing found is a finding too.
    private func read<Result>(
        _ file: ListedFile, limit: Int, countingBinary: Bool = false, isCounted: Bool = true,
        isClaim: (Result) -> Bool = { _ in true },
        _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result? {
        guard let target = follow(file) else { return nil }
        do {
            return try tree.withContent(of: target.id, maximumBytes: limit, isChecked: false) { bytes -> Result? in
                if bytes.starts(with: Self.lfsPrefix), bytes.count < 1024 {
                    if isCounted { skip(file.path, .missing) }
                    return nil
                }
                guard let result = TextEncoding(of: bytes).withText(of: bytes, body) else {
                    if countingBinary { skip(file.path, .binary) }
                    return nil
                }
                if isClaim(result) {
                    try tree.check(bytes, is: target.id)
                    isVerified = true
                } else if cache != nil {
                    isVerified = (try? tree.check(bytes, is: target.id)) != nil
                }
                return result
            }
        } catch {
            if isCounted { note(error, file) }
            return nil
        }
    }

    private func note(_ error: any Error, _ file: ListedFile) {
        switch error as? GitError {
        case .missingObject: skip(file.path, .missing)
        case .tooLarge: skip(file.path, .tooLarge)
        default:
            skip(file.path, .unreadable)
            errors.append(Bilingual { "\(file.path)\($0.colon) \(error.words($0))" })
        }
    }

    /// The file that a chain of links inside the tree leads to.
    private func follow(_ file: ListedFile) -> ListedFile? {
        var current = file
        for _ in 0..<Self.linkHops {
            if current.mode != .symlink { return current }
            let destination: String?
            do {
                destination = try tree.withContent(of: current.id, maximumBytes: 4096, isChecked: true) {
                    String(decoding: $0, as: UTF8.self)
                }
            } catch {
                note(error, file)
                return nil
            }
            guard let destination, let next = listing.target(of: current.path, destination) else { break }
            current = next
        }
        skip(file.path, .unreadable)
        return nil
    }
}
