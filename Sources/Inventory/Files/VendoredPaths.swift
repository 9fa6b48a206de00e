// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Files that others wrote and a repository carries along: their licences are not the project's.

import Git

enum VendoredPaths {
    private static let folders: Set<String> = [
        "node_modules", "bower_components", "jspm_packages", "vendor", "vendors", "vendored", "third_party",
        "third-party",
        "thirdparty", "3rdparty", "3rd-party", "external", "externals", "extern", "site-packages", "deps", "carthage",
        "pods", "packrat", "renv", "lib-ext", "contrib", "dist", "bundled", "submodules", "dsfr", "webjars",
    ]

    private static let testFolders: Set<String> = [
        "test", "tests", "testdata", "fixtures", "fixture", "example", "examples", "exemples", "__tests__", "spec",
        "samples", "sample", "mocks", "templates", "template",
    ]

    /// Whether a folder on the way says that the file is somebody else's, or the name says that it is built.
    static func contains(_ path: GitPath) -> Bool {
        if path.folders.contains(where: { folders.contains($0.lowercased()) || isRelease($0) }) { return true }
        let name = path.name.string.lowercased()
        return name.contains(".min.") || name.contains(".bundle.") || name.hasPrefix("jquery")
    }

    /// A folder named after a release, such as "heideltime-standalone-2.2.1", is an unpacked archive.
    private static func isRelease(_ folder: String) -> Bool {
        guard let dash = folder.lastIndex(of: "-"), dash != folder.startIndex else { return false }
        let version = folder[folder.index(after: dash)...].split(separator: ".", omittingEmptySubsequences: false)
        return version.count >= 2 && version.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    }

    /// Whether the file is an example or test material, which speaks of itself only.
    static func isExample(_ path: GitPath) -> Bool {
        path.folders.contains { testFolders.contains($0.lowercased()) }
    }
}
