// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What version 0.5.0 of the publiccode.yml standard (https://yml.publiccode.tools, "schema.core") asks of each key, as a table.
// Lists that the standard leaves open or keeps elsewhere (platforms, categories, scopes) are not closed here.

/// What a value has to be.
indirect enum PubliccodeShape: Sendable {
    case text(ClosedRange<Int>)
    case url
    case day
    case flag
    case oneOf(Set<String>)
    case list(PubliccodeShape)
    /// One value or a list of them.
    case oneOrMore(PubliccodeShape)
    case mapping([PubliccodeKey])
    /// A mapping whose keys are languages.
    case byLanguage([PubliccodeKey])
    case anything

    static let text = PubliccodeShape.text(1...Int.max)
}

/// A key of a mapping.
struct PubliccodeKey: Sendable {
    let name: String
    let shape: PubliccodeShape
    let isRequired: Bool

    init(_ name: String, _ shape: PubliccodeShape, required: Bool = false) {
        self.name = name
        self.shape = shape
        isRequired = required
    }
}

extension PubliccodeShape {
    /// The whole file.
    static let file = PubliccodeShape.mapping([
        PubliccodeKey("publiccodeYmlVersion", .oneOf(versions), required: true),
        PubliccodeKey("name", .text, required: true),
        PubliccodeKey("applicationSuite", .text),
        PubliccodeKey("url", .url, required: true),
        PubliccodeKey("landingURL", .url),
        PubliccodeKey("isBasedOn", .oneOrMore(.text)),
        PubliccodeKey("softwareVersion", .text),
        PubliccodeKey("releaseDate", .day),
        PubliccodeKey("logo", .text),
        PubliccodeKey("monochromeLogo", .text),
        PubliccodeKey("inputTypes", .list(.text)),
        PubliccodeKey("outputTypes", .list(.text)),
        PubliccodeKey("platforms", .list(.text), required: true),
        PubliccodeKey("categories", .list(.text)),
        PubliccodeKey("usedBy", .list(.text)),
        PubliccodeKey("roadmap", .url),
        PubliccodeKey(
            "developmentStatus", .oneOf(["concept", "development", "beta", "stable", "obsolete"]), required: true),
        PubliccodeKey("softwareType", .oneOf(softwareTypes), required: true),
        PubliccodeKey("intendedAudience", audience),
        PubliccodeKey("description", .byLanguage(description), required: true),
        PubliccodeKey("legal", legal, required: true),
        PubliccodeKey("maintenance", maintenance, required: true),
        PubliccodeKey("localisation", localisation, required: true),
        PubliccodeKey("dependsOn", dependencies),
        PubliccodeKey("organisation", organisation),
        PubliccodeKey("fundedBy", .list(organisation)),
    ])

    private static let versions: Set<String> = [
        "0", "0.2", "0.2.0", "0.2.1", "0.2.2", "0.3", "0.3.0", "0.4", "0.4.0", "0.5", "0.5.0",
    ]
    private static let softwareTypes: Set<String> = [
        "standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web", "standalone/backend",
        "standalone/other", "addon", "library", "configurationFiles",
    ]
    private static let audience = PubliccodeShape.mapping([
        PubliccodeKey("countries", .list(.text(2...2))),
        PubliccodeKey("unsupportedCountries", .list(.text(2...2))),
        PubliccodeKey("scope", .list(.text)),
    ])
    private static let description = [
        PubliccodeKey("localisedName", .text),
        PubliccodeKey("genericName", .text(1...35)),
        PubliccodeKey("shortDescription", .text(1...150), required: true),
        PubliccodeKey("longDescription", .text(150...10_000), required: true),
        PubliccodeKey("documentation", .url),
        PubliccodeKey("apiDocumentation", .url),
        PubliccodeKey("features", .list(.text), required: true),
        PubliccodeKey("screenshots", .list(.text)),
        PubliccodeKey("videos", .list(.text)),
        PubliccodeKey("awards", .list(.text)),
    ]
    private static let legal = PubliccodeShape.mapping([
        PubliccodeKey("license", .text, required: true),
        PubliccodeKey("mainCopyrightOwner", .text),
        PubliccodeKey("repoOwner", .text),
        PubliccodeKey("authorsFile", .text),
    ])
    private static let maintenance = PubliccodeShape.mapping([
        PubliccodeKey("type", .oneOf(["internal", "contract", "community", "none"]), required: true),
        PubliccodeKey(
            "contractors",
            .list(
                .mapping([
                    PubliccodeKey("name", .text, required: true),
                    PubliccodeKey("until", .day, required: true),
                    PubliccodeKey("email", .text),
                    PubliccodeKey("website", .url),
                ]))),
        PubliccodeKey(
            "contacts",
            .list(
                .mapping([
                    PubliccodeKey("name", .text, required: true),
                    PubliccodeKey("email", .text),
                    PubliccodeKey("phone", .text),
                    PubliccodeKey("affiliation", .text),
                ]))),
    ])
    private static let localisation = PubliccodeShape.mapping([
        PubliccodeKey("localisationReady", .flag, required: true),
        PubliccodeKey("availableLanguages", .list(.text), required: true),
    ])
    private static let organisation = PubliccodeShape.mapping([
        PubliccodeKey("name", .text), PubliccodeKey("uri", .text),
    ])
    private static let dependencies = PubliccodeShape.mapping(
        ["open", "proprietary", "hardware"].map { kind in
            PubliccodeKey(
                kind,
                .list(
                    .mapping([
                        PubliccodeKey("name", .text, required: true),
                        PubliccodeKey("version", .text),
                        PubliccodeKey("versionMin", .text),
                        PubliccodeKey("versionMax", .text),
                        PubliccodeKey("optional", .flag),
                    ])))
        })
}
