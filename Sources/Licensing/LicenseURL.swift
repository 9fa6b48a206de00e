// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Reads the addresses of licences. A table says, for each host, which words its paths leave out and which segments only
// repeat the way; what remains is read as a statement: gnu.org/licenses/agpl-3.0.html is "agpl 3.0".

/// The address of a licence, taken apart.
struct LicenseURL {
    let host: String
    /// The path's segments in lower case.
    let path: [String]
    /// The path's segments as written.
    private let spelledPath: [String]

    /// The first address in a text, and the text without it.
    static func find(in text: String) -> (url: LicenseURL, rest: String)? {
        let delimiters: Set<Character> = ["(", ")", "<", ">", "[", "]", "\"", "'", ",", ";"]
        let pieces = text.split { $0.isWhitespace || delimiters.contains($0) }
        guard let piece = pieces.first(where: { $0.contains("://") || $0.hasPrefix("www.") }) else { return nil }
        let rest = text.replacing(piece, with: " ", maxReplacements: 1)
        return LicenseURL(piece).map { ($0, String(rest.map { delimiters.contains($0) ? " " : $0 })) }
    }

    init?(_ text: some StringProtocol) {
        var address = String(text)[...]
        if let scheme = address.firstRange(of: "://") { address = address[scheme.upperBound...] }
        address = address.prefix { $0 != "?" && $0 != "#" }
        var segments = address.split(separator: "/").map(String.init)
        guard var host = segments.first?.lowercased() else { return nil }
        segments.removeFirst()
        if host.hasPrefix("www.") { host.removeFirst(4) }
        self.host = host
        path = segments.map { $0.lowercased() }
        spelledPath = segments
    }

    var reading: LicenseStatement.Reading {
        for row in Self.table where row.applies(to: self) {
            for (marks, answer) in row.exact where marks.allSatisfy({ mark in path.contains { $0.contains(mark) } }) {
                return LicenseStatement.reading(of: answer)
            }
            if let repositoryFile { return repositoryFile }
            let kept = path.map(Self.withoutExtension).filter { !row.leftOut.contains($0) }
            let text = row.prefix + " " + kept.suffix(row.segments).joined(separator: " ")
            if row.prefix.isEmpty, kept.count == 1, let listed = SPDXLicenseList.license(kept[0]) {
                return .expression(LicenseExpression(LicenseOperand(listed.identifier)).normalized)
            }
            return LicenseStatement.words(Self.versionFromSlug(text))
        }
        return repositoryFile ?? .unknown
    }

    /// A link to a licence file of a repository on a forge: `…/blob/main/LICENSE`.
    private var repositoryFile: LicenseStatement.Reading? {
        guard let index = path.firstIndex(where: { ["blob", "raw", "tree"].contains($0) }), index + 2 < path.count
        else {
            return nil
        }
        let file = spelledPath[(index + 2)...].joined(separator: "/")
        return LicenseStatement.isFileName(file) ? .file(file) : nil
    }

    private static let extensions = [".html", ".htm", ".txt", ".php", ".md", ".json", ".pdf", ".rdf", ".en", ".fr"]

    private static func withoutExtension(_ segment: String) -> String {
        var name = segment[...]
        while let suffix = extensions.first(where: { name.hasSuffix($0) && name.count > $0.count }) {
            name.removeLast(suffix.count)
        }
        return String(name)
    }

    /// Slugs write a version without its dot: `gpl-3-0`, `epl-v10`, `eupl-12`.
    private static func versionFromSlug(_ text: String) -> String {
        let words = text.split { $0 == " " || $0 == "-" || $0 == "_" }.map(String.init)
        var result: [String] = []
        for word in words {
            let digits = word.hasPrefix("v") ? word.dropFirst() : word[...]
            if digits.count == 2, digits.allSatisfy(\.isNumber) {
                result.append("\(digits.first ?? "0").\(digits.last ?? "0")")
            } else if ["0", "1", "2"].contains(word), let last = result.last, last.count == 1,
                last.allSatisfy(\.isNumber)
            {
                result[result.count - 1] = "\(last).\(word)"
            } else {
                result.append(word)
            }
        }
        return result.joined(separator: " ")
    }
}

extension LicenseURL {
    /// How the paths of one host name a licence.
    private struct Host: Sendable {
        let host: String
        /// Words to read before the path's.
        var prefix = ""
        /// Segments, without their extension, that say nothing.
        var leftOut: Set<String> = ["licenses", "license", "licence", "licences"]
        /// How many of the last segments are read.
        var segments = 1
        /// Paths that hold all these marks say this, whatever else they hold.
        var exact: [([String], String)] = []
        /// A mark that the path must hold for the row to apply, on hosts that serve much else.
        var marker: String?

        func applies(to url: LicenseURL) -> Bool {
            guard url.host == host || url.host.hasSuffix(".\(host)") else { return false }
            return marker.map { marker in url.path.contains { $0.contains(marker) } } ?? true
        }
    }

    private static let table: [Host] = [
        Host(
            host: "opensource.org", leftOut: ["licenses", "license", "osi"],
            exact: [(["mit-license"], "MIT"), (["isc-license"], "ISC"), (["bsd-license"], "BSD")]),
        Host(host: "spdx.org"),
        Host(host: "choosealicense.com"),
        Host(host: "tldrlegal.com"),
        Host(
            host: "gnu.org", leftOut: ["licenses", "copyleft", "old-licenses"],
            exact: gnuPages),
        Host(host: "fsf.org", leftOut: ["licensing", "licenses", "copyleft"], exact: gnuPages),
        Host(host: "apache.org", prefix: "apache", leftOut: ["licenses"]),
        Host(host: "mozilla.org", leftOut: ["en-us", "fr"], segments: 2),
        Host(
            host: "eclipse.org", leftOut: ["legal", "org", "documents"],
            exact: [(["epl-v10"], "EPL-1.0"), (["epl-2.0"], "EPL-2.0"), (["epl-v20"], "EPL-2.0")]),
        Host(
            host: "creativecommons.org", prefix: "cc", leftOut: ["licenses", "deed", "legalcode", "publicdomain"],
            segments: 3,
            exact: [(["zero"], "CC0-1.0"), (["mark"], "CC-PDM-1.0")]),
        Host(
            host: "cecill.info", prefix: "cecill", leftOut: ["licences", "licenses"],
            exact: [(["cecill-b"], "CECILL-B"), (["cecill-c"], "CECILL-C")]),
        Host(
            host: "etalab.gouv.fr", prefix: "licence ouverte", segments: 0,
            exact: [(["ouverte-v2"], "etalab-2.0"), (["2014", "licence_ouverte"], "Licence Ouverte 1.0")],
            marker: "licen"),
        Host(
            host: "data.gouv.fr", prefix: "licence ouverte", segments: 0,
            exact: [(["licence-ouverte-v2"], "etalab-2.0")],
            marker: "licen"),
        Host(host: "eupl.eu", prefix: "eupl", leftOut: ["en", "fr", "text"]),
        Host(
            host: "europa.eu", prefix: "eupl", segments: 0,
            exact: [
                (["eupl", "1.2"], "EUPL-1.2"), (["eupl-12"], "EUPL-1.2"), (["eupl_v1.2"], "EUPL-1.2"),
                (["eupl-v12"], "EUPL-1.2"), (["eupl1.1"], "EUPL-1.1"), (["eupl-11"], "EUPL-1.1"),
                (["eupl-v11"], "EUPL-1.1"), (["eupl", "1.1"], "EUPL-1.1"),
            ], marker: "eupl"),
        Host(host: "opendatacommons.org", leftOut: ["licenses", "1.0", "1-0", "summary"]),
        Host(host: "nationalarchives.gov.uk", prefix: "ogl", leftOut: ["version"]),
        Host(host: "unlicense.org", prefix: "unlicense", segments: 0),
        Host(host: "mit-license.org", prefix: "mit", segments: 0),
        Host(host: "wtfpl.net", prefix: "wtfpl", segments: 0),
        Host(host: "boost.org", exact: [(["license_1_0"], "BSL-1.0")]),
        Host(host: "scripts.sil.org", exact: [(["ofl"], "OFL-1.1")]),
        Host(host: "openfontlicense.org", prefix: "ofl 1.1", segments: 0),
        Host(host: "zlib.net", exact: [(["zlib_license"], "Zlib")]),
        Host(host: "postgresql.org", prefix: "postgresql", segments: 0, marker: "licen"),
        Host(host: "github.com", segments: 0, exact: [(["etalab", "licence-ouverte", "lo"], "etalab-2.0")]),
    ]

    private static let gnuPages: [([String], String)] = [
        (["agpl-3.0"], "AGPL-3.0"), (["lgpl-3.0"], "LGPL-3.0"), (["gpl-3.0"], "GPL-3.0"), (["lgpl-2.1"], "LGPL-2.1"),
        (["lgpl-2.0"], "LGPL-2.0"), (["gpl-2.0"], "GPL-2.0"), (["gpl-1.0"], "GPL-1.0"), (["fdl-1.3"], "GFDL-1.3"),
        (["fdl-1.2"], "GFDL-1.2"), (["lesser"], "LGPL"),
    ]
}
