// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a folder's path says, worked out once for all the files in it.

import Git

/// A folder of the snapshot.
final class Folder: Sendable {
    /// The names from the root, in lower case; none for the root.
    let names: [String]
    /// Whether the files in it were written by others and are only carried along: their licences are not the project's.
    let isVendored: Bool
    /// Whether the files in it are examples or test material, which speak of themselves only.
    let isExample: Bool

    /// How many folders it is below the one that says so; nil where it is not vendored.
    let vendoredDepth: Int?

    init(_ path: GitPath?) {
        names = path?.components.map { $0.string.lowercased() } ?? []
        let first = names.firstIndex { Self.vendored.contains($0) || Self.isRelease($0) }
        isVendored = first != nil
        vendoredDepth = first.map { [names] in names.count - 1 - $0 }
        isExample = names.contains { Self.examples.contains($0) }
    }

    private static let vendored: Set<String> = [
        "node_modules", "bower_components", "jspm_packages", "vendor", "vendors", "vendored", "third_party",
        "third-party",
        "thirdparty", "3rdparty", "3rd-party", "external", "externals", "extern", "site-packages", "deps", "carthage",
        "pods", "packrat", "renv", "lib-ext", "contrib", "dist", "bundled", "submodules", "dsfr", "webjars",
    ]

    private static let examples: Set<String> = [
        "test", "tests", "testdata", "fixtures", "fixture", "example", "examples", "exemples", "__tests__", "spec",
        "samples", "sample", "mocks", "templates", "template",
    ]

    /// A folder named after a release, such as "heideltime-standalone-2.2.1", is an unpacked archive.
    private static func isRelease(_ folder: String) -> Bool {
        guard let dash = folder.lastIndex(of: "-"), dash != folder.startIndex else { return false }
        let version = folder[folder.index(after: dash)...].split(separator: ".", omittingEmptySubsequences: false)
        return version.count >= 2 && version.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    }
}
