// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// pom.xml, *.nuspec and the MSBuild projects. Elements are read by their place, so that the licences of a dependency are
// never taken for the project's.

import Licensing

enum XMLManifest {
    static func parse(_ text: ManifestText, as format: ManifestFormat) throws(ManifestError) -> Manifest {
        let root = try XMLDocument.parse(text, format: format.rawValue)
        var manifest = Manifest(format: format)
        switch format {
        case .maven: pom(root, &manifest)
        case .nuspec: nuspec(root, &manifest)
        default: msbuild(root, &manifest)
        }
        return manifest
    }

    /// Maven: several licences are the user's choice (the POM reference, "Licenses").
    private static func pom(_ project: XMLElement, _ manifest: inout Manifest) {
        manifest.name = project["artifactId"]?.text
        let licenses = project["licenses"]?.all("license").prefix(Manifest.maximumDeclarations)
        let values = (licenses ?? []).compactMap { license -> (statement: String, lines: ClosedRange<Int>)? in
            let (name, url) = (license["name"], license["url"])
            // A URL names the version that a name such as "GNU GPL" leaves out.
            let value = url.flatMap { precise(name?.text ?? "", $0.text) ? $0 : nil } ?? name
            guard let value, !value.text.isEmpty else { return nil }
            return (value.text, value.lines)
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

    private static func nuspec(_ package: XMLElement, _ manifest: inout Manifest) {
        guard let metadata = package["metadata"] else { return }
        manifest.name = metadata["id"]?.text
        if let license = metadata["license"] {
            let isFile = license.attributes["type"] == "file"
            manifest.declare(
                "license", license.text, reading: isFile ? .file(license.text) : nil, lines: license.lines)
        }
        if let url = metadata["licenseUrl"] { manifest.declare("licenseUrl", url.text, lines: url.lines) }
    }

    private static func msbuild(_ project: XMLElement, _ manifest: inout Manifest) {
        for group in project.all("PropertyGroup").prefix(Manifest.maximumDeclarations) {
            manifest.name = manifest.name ?? group["PackageId"]?.text
            if group["IsPackable"]?.text.lowercased() == "false" { manifest.isPrivate = true }
            for field in ["PackageLicenseExpression", "PackageLicenseFile", "PackageLicenseUrl"] {
                guard let value = group[field] else { continue }
                manifest.declare(
                    field, value.text, reading: field == "PackageLicenseFile" ? .file(value.text) : nil,
                    lines: value.lines)
            }
        }
    }
}
