// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a folder's place says, worked out once for all the files in it.

/// A folder of the snapshot.
final class Folder: Sendable {
    /// The names from the root, in lower case; none for the root.
    let names: [String]
    /// Whether the files in it were written by others and are only carried along: their licences are not the project's.
    let isVendored: Bool
    /// Whether the files in it are examples or test material, which speak of themselves only.
    let isExample: Bool
    /// Whether its own name promises notices about algorithms in it.
    let marksNotices: Bool

    /// How many folders it is below the one that says so; nil where it is not vendored.
    let vendoredDepth: Int?

    /// The root.
    init() {
        names = []
        isVendored = false
        vendoredDepth = nil
        isExample = false
        marksNotices = false
    }

    /// The folder of a name, in lower case, inside another.
    init(_ name: String, in parent: Folder) {
        names = parent.names + [name]
        isVendored = parent.isVendored || Self.vendored.contains(name) || Self.isRelease(name)
        vendoredDepth = isVendored ? parent.vendoredDepth.map { $0 + 1 } ?? 0 : nil
        isExample = parent.isExample || Self.examples.contains(name)
        marksNotices = NoticeReading.marks.contains { name.holds($0) }
    }

    private static let vendored: Set<String> = [
        "node_modules", "bower_components", "jspm_packages", "vendor", "vendors", "vendored", "third_party",
        "third-party",
        "thirdparty", "3rdparty", "3rd-party", "external", "externals", "extern", "site-packages", "deps", "carthage",
        "pods", "packrat", "renv", "lib-ext", "contrib", "dist", "bundled", "submodules", "dsfr", "webjars",
        // Editors of web pages that are copied whole.
        "fckeditor", "ckeditor", "tinymce", "tiny_mce",
    ]

    private static let examples: Set<String> = [
        "test", "tests", "testdata", "fixtures", "fixture", "example", "examples", "exemples", "__tests__", "spec",
        "samples", "sample", "mocks", "templates", "template",
    ]

    /// A folder named after a release, such as "heideltime-standalone-2.2.1", is an unpacked archive.
    private static func isRelease(_ folder: String) -> Bool {
        let bytes = folder.utf8
        guard let last = bytes.last, isDigit(last), let dash = bytes.lastIndex(of: UInt8(ascii: "-")),
            dash != bytes.startIndex
        else { return false }
        let version = bytes[dash...].dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return version.count >= 2 && version.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
