// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// pom.xml, *.nuspec and the MSBuild projects. XMLCoder reads the elements by their place, so that the licences of a
// dependency are never taken for the project's. Entities and deep nesting are refused before.

import Foundation
import Licensing
import XMLCoder

#if canImport(FoundationXML)
    import FoundationXML
#endif

enum XMLManifest {
    private static let maximumDepth = 64

    static func parse(_ text: ManifestText, as format: ManifestFormat) throws(ManifestError) -> Manifest {
        try refuseBombs(text, format.rawValue)
        var manifest = Manifest(format: format)
        let decoder = XMLDecoder(trimValueWhitespaces: true, removeWhitespaceElements: true)
        let data = Data(withoutDeclaration(text.string).utf8)
        do {
            switch format {
            case .maven: pom(try decoder.decode(POM.self, from: data), text, &manifest)
            case .nuspec: nuspec(try decoder.decode(Nuspec.self, from: data), text, &manifest)
            default: msbuild(try decoder.decode(MSBuild.self, from: data), text, &manifest)
            }
        } catch {
            throw malformed(data, format.rawValue)
        }
        return manifest
    }

    private struct POM: Decodable {
        struct Licenses: Decodable { var license: [License]? }
        struct License: Decodable { var name: String?, url: String? }
        var artifactId: String?
        var licenses: Licenses?
    }

    private struct Nuspec: Decodable {
        struct License: Decodable {
            var type: String?
            var value: String?
            enum CodingKeys: String, CodingKey {
                case type
                case value = ""
            }
        }
        struct Metadata: Decodable { var id: String?, license: License?, licenseUrl: String? }
        var metadata: Metadata?
    }

    private struct MSBuild: Decodable {
        struct PropertyGroup: Decodable {
            var expression: String?, file: String?, url: String?, id: String?, isPackable: String?
            enum CodingKeys: String, CodingKey {
                case expression = "PackageLicenseExpression"
                case file = "PackageLicenseFile"
                case url = "PackageLicenseUrl"
                case id = "PackageId"
                case isPackable = "IsPackable"
            }
        }
        var groups: [PropertyGroup]?
        enum CodingKeys: String, CodingKey { case groups = "PropertyGroup" }
    }

    /// Maven: several licences are the user's choice (the POM reference, "Licenses").
    private static func pom(_ pom: POM, _ text: ManifestText, _ manifest: inout Manifest) {
        manifest.name = pom.artifactId
        let start = pom.licenses.flatMap { _ in text.firstLine { $0.contains("<licenses") } } ?? 1
        let values = (pom.licenses?.license ?? []).prefix(Manifest.maximumDeclarations).compactMap {
            license -> (statement: String, lines: ClosedRange<Int>)? in
            let name = license.name ?? ""
            // A URL names the version that a name such as "GNU GPL" leaves out.
            let statement = license.url.flatMap { url in precise(name, url) ? url : nil } ?? name
            guard !statement.isEmpty else { return nil }
            return (statement, text.lines(of: statement, key: "<", from: start))
        }
        manifest.declareChoice("licenses", values)
    }

    /// Whether the URL says more than the name: the name has no version, or says nothing that codescan reads.
    private static func precise(_ name: String, _ url: String) -> Bool {
        let linked = LicenseStatement.reading(of: url)
        switch (LicenseStatement.reading(of: name), linked) {
        case (.family(let family), .expression(let expression)):
            return expression.identifiers.allSatisfy(family.contains)
        case (.unknown, .expression), (.unknown, .family): return true
        default: return name.isEmpty
        }
    }

    private static func nuspec(_ nuspec: Nuspec, _ text: ManifestText, _ manifest: inout Manifest) {
        guard let metadata = nuspec.metadata else { return }
        manifest.name = metadata.id
        if let license = metadata.license, let value = license.value {
            manifest.declare(
                "license", value, reading: license.type == "file" ? .file(value) : nil,
                lines: text.lines(of: value, key: "<license"))
        }
        if let url = metadata.licenseUrl {
            manifest.declare("licenseUrl", url, lines: text.lines(of: url, key: "<licenseUrl"))
        }
    }

    private static func msbuild(_ project: MSBuild, _ text: ManifestText, _ manifest: inout Manifest) {
        for group in (project.groups ?? []).prefix(Manifest.maximumDeclarations) {
            manifest.name = manifest.name ?? group.id
            if group.isPackable?.lowercased() == "false" { manifest.isPrivate = true }
            let fields = [
                ("PackageLicenseExpression", group.expression), ("PackageLicenseFile", group.file),
                ("PackageLicenseUrl", group.url),
            ]
            for case (let field, let value?) in fields {
                manifest.declare(
                    field, value, reading: field == "PackageLicenseFile" ? .file(value) : nil,
                    lines: text.lines(of: value, key: field))
            }
        }
    }

    /// The text is UTF-8 by now, whatever encoding its declaration names.
    private static func withoutDeclaration(_ text: String) -> Substring {
        let body = text.drop(while: \.isWhitespace)
        guard body.hasPrefix("<?xml"), let end = body.firstRange(of: "?>") else { return body }
        // The line ends stay, for the parser's line numbers.
        return body[..<end.upperBound].filter { $0 == "\n" } + body[end.upperBound...]
    }

    private static func refuseBombs(_ text: ManifestText, _ format: String) throws(ManifestError) {
        let bytes = Array(text.string.utf8)
        var depth = 0
        var line = 1
        var previous: UInt8 = 0
        for (i, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\n") { line += 1 }
            if previous == UInt8(ascii: "<") {
                switch byte {
                case UInt8(ascii: "/"): depth -= 1
                case UInt8(ascii: "!"):
                    if ["!ENTITY", "!DOCTYPE"].contains(where: { bytes[i...].starts(with: $0.utf8) }) {
                        throw ManifestError(format, .forbidden("document types and entities"), line: line)
                    }
                case UInt8(ascii: "?"): break
                default: depth += 1
                }
            }
            if previous == UInt8(ascii: "/"), byte == UInt8(ascii: ">") { depth -= 1 }
            if depth > maximumDepth { throw ManifestError(format, .tooDeep, line: line) }
            previous = byte
        }
    }

    /// XMLCoder keeps neither place nor reason; a second pass, by the parser under it, finds the place.
    private static func malformed(_ data: Data, _ format: String) -> ManifestError {
        let parser = XMLParser(data: data)
        let place = FirstErrorLine()
        parser.delegate = place
        _ = parser.parse()
        let words = place.line == nil ? "an element is not where it should be" : "a tag is not closed or misplaced"
        return ManifestError(format, .malformed(words), line: place.line)
    }
}

private final class FirstErrorLine: NSObject, XMLParserDelegate {
    private(set) var line: Int?

    func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
        line = line ?? parser.lineNumber
    }
}
