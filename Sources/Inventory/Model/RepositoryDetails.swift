// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a repository's files say beyond its entry: for those who judge the repository and tell its people what to mend.

import Git
import Licensing
import Manifests

/// An entry, and the details behind it.
public struct RepositoryInspection: Sendable {
    /// What the inventory says.
    public var entry: InventoryEntry
    /// What its files say beyond; nil when they could not be read.
    public var details: RepositoryDetails?
}

/// What a repository's files say beyond its entry.
public struct RepositoryDetails: Sendable {
    /// A manifest's word on licences.
    public struct Statement: Sendable {
        /// The manifest.
        public var path: String
        /// What kind of manifest it is.
        public var format: ManifestFormat
        /// The field, its value, how it reads, and where it stands.
        public var declaration: LicenseDeclaration
    }

    /// A text that speaks for the project, or for a part of it.
    public struct LegalText: Sendable {
        /// The file.
        public var path: String
        /// What it holds; nil when no rule explains it.
        public var expression: LicenseExpression?
        /// The lines that the licence's rule matched, from 1; nil when none did.
        public var matchedLines: ClosedRange<Int>?
        /// Whether it is that of somebody else's code.
        public var isVendored: Bool
        /// The lines of the file; empty when they were not asked for.
        public var lines: [String]
    }

    /// A source file of the project's own, and the licence that it, or REUSE for it, names.
    public struct Header: Sendable {
        /// The file.
        public var path: String
        /// Whether a licence is named for it.
        public var hasLicense: Bool
    }

    /// The policy at the repository's root.
    public enum PolicyFile: Sendable, Hashable {
        /// The name that it has.
        public static let name = ".codescan.yml"
        /// The largest that is read, in bytes.
        public static let maximumBytes = 1 << 20

        case absent
        case text([UInt8])
        /// There, and larger than what is read, no text, or a link that leads out of the repository.
        case unreadable
    }

    /// The repository's own policy: that of the files that were read, be they HEAD's or the work tree's.
    public var policyFile: PolicyFile
    /// What the manifests say, the nearest to the root first.
    public var statements: [Statement]
    /// The manifests that their parsers refuse, and why.
    public var brokenManifests: [(path: String, error: ManifestError)]
    /// The project's own legal files, with their lines.
    public var legalTexts: [LegalText]
    /// Legal files of parts and of vendored code.
    public var parts: [LegalText]
    /// The README at the root; nil without one.
    public var readme: String?
    /// Whether a README speaks of the licence.
    public var readmeSpeaksOfLicense: Bool
    /// publiccode.yml's path and text; nil without one.
    public var publiccode: (path: String, text: String)?
    /// Every source file of the project's own; nil unless they were asked for.
    public var headers: [Header]?
}

extension RepositoryDetails {
    /// The details of a reading. Where `readsHeaders` says so of the policy, every source file is opened.
    init(_ reading: RepositoryReader.Reading, readsHeaders: (PolicyFile) -> Bool) {
        let (sources, blobs, listing) = (reading.sources, reading.blobs, reading.listing)
        policyFile = Self.policyFile(in: listing, blobs)
        statements = sources.manifests.flatMap { manifest in
            manifest.manifest.declarations.map {
                Statement(path: manifest.file.path.string, format: manifest.manifest.format, declaration: $0)
            }
        }
        brokenManifests = blobs.skipped.compactMap { file in file.error.map { (file.path.string, $0) } }
        func text(_ legal: LegalFileReading, withLines: Bool) -> LegalText {
            let matched = legal.declarations.first { $0.evidence.kind == .text }?.evidence.lines
            return LegalText(
                path: legal.file.path.string, expression: legal.expression,
                matchedLines: matched.map { $0[0]...max($0[0], $0[1]) }, isVendored: legal.file.isVendored,
                lines: withLines ? Self.lines(blobs.text(of: legal.file, limit: BlobReader.Limit.whole)) : [])
        }
        let own = sources.legal + sources.licensesFolder + sources.referred.map(\.reading)
        legalTexts = own.map { text($0, withLines: true) }
        parts = sources.parts.map { text($0, withLines: false) }
        readme = sources.readmes.first?.path
        readmeSpeaksOfLicense = sources.readmes.contains(where: \.speaksOfLicense)
        publiccode = listing.files { $0 == .manifest(.publiccode) }.first { $0.depth == 0 }.flatMap { file in
            blobs.text(of: file, limit: BlobReader.Limit.manifest).map {
                (path: file.path.string, text: String(decoding: $0, as: UTF8.self))
            }
        }
        headers = readsHeaders(policyFile) ? Self.headers(reading) : nil
    }

    private static func policyFile(in listing: RepositoryListing, _ blobs: BlobReader) -> PolicyFile {
        guard let file = listing.files.first(where: { $0.path == GitPath(PolicyFile.name) }) else { return .absent }
        return blobs.text(of: file, limit: PolicyFile.maximumBytes).map { .text($0) } ?? .unreadable
    }

    /// Each source file of the project's own: its header, its `.license` companion or an annotation names a licence, or none.
    private static func headers(_ reading: RepositoryReader.Reading) -> [Header] {
        let annotations = reading.listing.files { $0 == .reuse }.filter { $0.depth <= 1 }.compactMap { file in
            reading.blobs.text(of: file, limit: BlobReader.Limit.manifest).flatMap { bytes in
                try? file.path.hasSuffix(".toml")
                    ? ReuseAnnotations.parseTOML(bytes) : ReuseAnnotations.parseDEP5(bytes)
            }
        }
        let companions = Set(reading.listing.files.map(\.path.string).filter { $0.hasSuffix(".license") })
        return reading.listing.files.compactMap { file in
            guard case .source? = file.type, file.mode != .symlink, !file.isVendored else { return nil }
            let path = file.path.string
            let isNamed =
                companions.contains(path + ".license")
                || annotations.contains { $0.annotation(for: path) != nil }
                || reading.blobs.headMatches(in: file).map { matches in
                    matches.contains { $0.kind == .tag || $0.kind == .notice || $0.kind == .text }
                } ?? false
            return Header(path: path, hasLicense: isNamed)
        }
    }

    private static func lines(_ bytes: [UInt8]?) -> [String] {
        String(decoding: bytes ?? [], as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        )
        .map(String.init)
    }
}
