// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Reads what a repository says of licences, strongest first: legal files, REUSE, manifests, READMEs, and the heads of
// sampled source files where they can change the conclusion. Bounds keep a repository of thousands of packages cheap.

import Algorithms
import Git
import LicenseDetection
import Licensing
import Manifests

struct LicenseSourceReader {
    let listing: RepositoryListing
    let blobs: BlobReader
    let detector: LicenseDetector

    /// Bounds in files.
    private enum Bound {
        static let legal = 64
        static let parts = 16
        static let manifests = 16
        static let readmes = 4
        static let notices = 4
        /// References that are followed, and files whose headers are searched for them.
        static let references = 16
        static let headers = 4
    }

    /// Everything that the repository says.
    func read() -> LicenseSources {
        var sources = LicenseSources()
        readLegal(&sources)
        sources.reuse = reuse()
        sources.manifests = manifests()
        sources.readmes = readmes()
        sources.referred = referred(by: sources.manifests.flatMap(\.references) + sources.readmes.flatMap(\.references))
        if Self.headersCanTell(sources) {
            sources.notices = notices()
            let decided = sources.legal.contains { $0.expression != nil }
            sources.heads = heads(SourceSample.files(of: listing), givingUp: decided)
        }
        if sources.saysNothing { sources.referred = referred(by: headerReferences()) }
        return sources
    }

    // MARK: Legal files

    private func readLegal(_ sources: inout LicenseSources) {
        let named = listing.files { $0 == .legal(.project) }
            .filter { !$0.isVendored && ($0.depth == 0 || $0.isInLegalFolder) }
        let plain = Set(named.filter { FileRole.isPlain($0.path.lowercasedName) }.map(\.folder.names))
        let isComponent = { (file: ListedFile) in
            plain.contains(file.folder.names) && FileRole.namesComponent(file.path.lowercasedName)
        }
        var root = named.filter { !isComponent($0) }
        read(root.prefix(Bound.legal), &sources)
        if sources.legal.allSatisfy({ $0.expression == nil }) {
            // The plain one says nothing: then the other does.
            root = named
            read(named.filter(isComponent).prefix(Bound.legal), &sources)
        }
        for submodule in listing.submodules where submodule.role == .legal(.project) {
            blobs.skip(submodule.path, .missing)
            sources.unreadableLegal.append((submodule.path.string, .missing))
        }
        let folder = listing.files { $0 == .licensesFolder }.filter { $0.depth == 1 }
        sources.licensesFolder = folder.prefix(Bound.legal).compactMap(legal)

        let taken = Set(root.map(\.path) + folder.map(\.path))
        sources.parts = listing.files { $0 == .legal(.project) || $0 == .legal(.part) || $0 == .licensesFolder }
            .filter { !taken.contains($0.path) }.prefix(Bound.parts).compactMap(legal)
    }

    private func read(_ files: ArraySlice<ListedFile>, _ sources: inout LicenseSources) {
        for file in files {
            if let reading = legal(file) {
                sources.legal.append(reading)
            } else if let skipped = blobs.skipped.last, skipped.path == file.path {
                sources.unreadableLegal.append((skipped.path.string, skipped.reason))
            }
        }
    }

    private func legal(_ file: ListedFile) -> LegalFileReading? {
        blobs.once(\.legalFiles, file) { legalReading(of: file) }
    }

    private func legalReading(of file: ListedFile) -> LegalFileReading? {
        guard let matches = blobs.matches(in: file, limit: BlobReader.Limit.whole) else { return nil }
        let isEmpty =
            matches.isEmpty && (blobs.text(of: file, limit: BlobReader.Limit.whole)?.allSatisfy(isSpace) ?? false)
        return LegalFileReading(file, matches, isEmpty: isEmpty) {
            blobs.text(of: file, limit: BlobReader.Limit.whole).map { ThirdParties($0, detector) }
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

    // MARK: Statements

    private func reuse() -> [Declaration] {
        listing.files { $0 == .reuse }.filter { $0.depth <= 1 }.flatMap { file -> [Declaration] in
            blobs.once(\.reuse, file) {
                blobs.parsed(file) { bytes throws(ManifestError) in try ReuseReading.declarations(of: bytes, file) }
            } ?? []
        }
    }

    private func manifests() -> [ManifestReading] {
        listing.files { if case .manifest = $0 { true } else { false } }
            .filter { !$0.isVendored && !$0.folder.isExample && $0.depth <= 3 }
            .prefix(Bound.manifests).compactMap { file in
                blobs.once(\.manifests, file) {
                    guard case .manifest(let format)? = file.role else { return nil }
                    return blobs.parsed(file, format.parse).map { ManifestReading(file, $0) }
                }
            }
    }

    /// A README, read for both.
    struct Readme {
        let reading: ReadmeReading
        let notice: AlgorithmNotice?
    }

    private func readmes() -> [ReadmeReading] {
        listing.files { $0 == .readme }.filter { $0.depth == 0 }.prefix(Bound.readmes).compactMap { file in
            let readme = blobs.once(\.readmes, file) {
                blobs.text(of: file, limit: BlobReader.Limit.readme).map { bytes in
                    let notice = NoticeDetector.notice(in: bytes, form: TextForm(path: file.path.string))
                    return Readme(reading: ReadmeReading(file, bytes, detector), notice: notice)
                }
            }
            if let notice = readme?.notice { blobs.keep(notice, of: file) }
            return readme?.reading
        }
    }

    /// Where NOTICE says of the project that a later version may be chosen, which the legal file may leave open.
    private func notices() -> [Declaration] {
        listing.files { $0 == .notice }.prefix(Bound.notices).flatMap { file in
            blobs.once(\.heads, file) {
                guard let matches = blobs.matches(in: file, limit: BlobReader.Limit.readme) else { return nil }
                // Most notices say nothing of it: those are not read a second time.
                let later = matches.filter { match in
                    Self.declarations([match], file).contains {
                        $0.expression.saysOrLater && $0.expression.operands.count == 1
                    }
                }
                guard !later.isEmpty, let bytes = blobs.text(of: file, limit: BlobReader.Limit.readme) else {
                    return []
                }
                let theirs = ThirdParties(bytes, detector)
                return Self.declarations(later.filter { !theirs.own($0) }, file)
            } ?? []
        }
    }

    // MARK: References

    /// The files that references lead to, but for those whose names already say that they are legal files of the project.
    private func referred(by references: [FileReference]) -> [ReferredFile] {
        var seen: Set<GitPath> = []
        var found: [ReferredFile] = []
        for reference in references {
            for path in reference.paths {
                guard seen.count < Bound.references, let file = listing.file(meantBy: path, in: reference.source.path),
                    isFollowed(file), seen.insert(file.path).inserted, let reading = legal(file),
                    let referred = ReferredFile(reference, reading)
                else { continue }
                found.append(referred)
            }
        }
        return found
    }

    private func isFollowed(_ file: ListedFile) -> Bool {
        if file.isVendored || file.folder.isExample { return false }
        switch file.role {
        case nil: return file.type == nil || file.type == .document || file.type == .source(language: "HTML")
        case .legal(.project): return file.depth > 0 && !file.isInLegalFolder
        case .licensesFolder: return file.depth > 1
        default: return false
        }
    }

    /// What the first lines of a few source files say of where the licence is.
    private func headerReferences() -> [FileReference] {
        SourceSample.files(of: listing).prefix(Bound.headers).flatMap { file -> [FileReference] in
            blobs.once(\.headReferences, file) { headerReferences(in: file) } ?? []
        }
    }

    private func headerReferences(in file: ListedFile) -> [FileReference]? {
        guard let bytes = blobs.text(of: file, limit: BlobReader.Limit.source, countingBinary: false) else {
            return nil
        }
        let lines = String(decoding: bytes.prefix(BlobReader.Limit.head), as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.enumerated().compactMap { number, line in
            let folded = String(line).folded
            guard folded.holds("licen") || folded.holds("copying") || folded.holds("terms") else { return nil }
            return FileReference(line: String(line), number: number + 1, of: file, kind: .notice)
        }
    }

    // MARK: Headers

    /// Headers are read when there is no legal file, or when a text alone leaves "only" or "or later" open.
    private static func headersCanTell(_ sources: LicenseSources) -> Bool {
        let legal = sources.legal.compactMap(\.expression)
        if legal.isEmpty { return true }
        return legal.contains { $0.operands.contains { $0.identifier.hasSuffix("-only") } }
    }

    /// What the heads of the sample say. Where they can only add "or later" and the first are silent, so are the rest.
    private func heads(_ sample: [ListedFile], givingUp: Bool) -> [[Declaration]] {
        var heads: [[Declaration]] = []
        for file in sample {
            if givingUp, heads.count == SourceSample.first, heads.allSatisfy(\.isEmpty) { break }
            let head = blobs.once(\.heads, file) { blobs.headMatches(in: file).map { Self.declarations($0, file) } }
            if let head { heads.append(head) }
        }
        return heads
    }

    private static func declarations(_ matches: [LicenseMatch], _ file: ListedFile) -> [Declaration] {
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
}
