// swift-tools-version: 6.2
// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The rooms of codescan. Data flows one way: where code lives (Forges) → what it says (Git, LicenseDetection,
// Manifests) → what it means (Licensing, Inventory) → what people read (Reports, codescan). What speaks HTTP (HTTP,
// ForgeAPIs) is a program of its own, which codescan starts: libcurl's libraries cost a start 11 ms. libgit2's cost 4 to 6,
// and are loaded where a repository is read (CLibgit2Loader).

import PackageDescription

let package = Package(
    name: "codescan",
    products: [
        .executable(name: "codescan", targets: ["codescan"]),
        .executable(name: "codescan-list-forge", targets: ["codescan-list-forge"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibgit2", providers: [.apt(["libgit2-dev"])]),
        .target(name: "CLibgit2Loader", dependencies: ["CLibgit2"]),
        .target(name: "Languages"),
        .target(name: "Git", dependencies: ["CLibgit2", "CLibgit2Loader", "Languages"]),
        .target(name: "Licensing"),
        .target(name: "LicenseDetection", dependencies: ["Languages", "Licensing", "Yams"]),
        .target(name: "Algorithms", dependencies: ["Languages", "Yams"]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .target(name: "Manifests", dependencies: ["CExpat", "Languages", "Licensing", "Yams"]),
        .target(name: "ForgeRecords"),
        .target(name: "Forges", dependencies: ["ForgeRecords", "Git", "Languages", "Yams"]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "HTTP", dependencies: ["CCurl"]),
        // Without Git: libgit2 comes along in the Debian package, where libcurl is the system's, and each brings its OpenSSL.
        .target(
            name: "ForgeAPIs", dependencies: ["ForgeRecords", "HTTP", .product(name: "GRDB", package: "GRDB.swift")]),
        .executableTarget(name: "codescan-list-forge", dependencies: ["ForgeAPIs", "ForgeRecords"]),
        .target(
            name: "Mirroring",
            dependencies: ["Forges", "Git", "Languages", .product(name: "Subprocess", package: "swift-subprocess")]),
        .target(
            name: "Inventory",
            dependencies: [
                "Algorithms", "Git", "Languages", "Licensing", "LicenseDetection", "Manifests", "Forges",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .target(
            name: "Policy",
            dependencies: ["Algorithms", "Forges", "Inventory", "Languages", "Licensing", "Manifests", "Yams"]),
        .target(name: "Tracking", dependencies: ["Forges", "Git", "Inventory", "Languages", "Licensing", "Yams"]),
        .target(
            name: "Reports",
            dependencies: [
                "Algorithms", "Inventory", "Languages", "Licensing", "LicenseDetection", "Mirroring", "Policy",
                "Tracking",
                "Yams",
                .product(name: "Mustache", package: "swift-mustache"),
            ]),
        .executableTarget(
            name: "codescan",
            dependencies: [
                "Algorithms", "Git", "Languages", "Licensing", "LicenseDetection", "Manifests", "Mirroring", "Forges",
                "Inventory", "Policy", "Reports", "Tracking",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "LanguagesTests", dependencies: ["Languages"]),
        .testTarget(name: "GitTests", dependencies: ["Languages", "Git", "TestSupport"]),
        .testTarget(name: "LicensingTests", dependencies: ["Licensing"]),
        .testTarget(name: "LicenseDetectionTests", dependencies: ["LicenseDetection", "Licensing"]),
        .testTarget(name: "AlgorithmsTests", dependencies: ["Algorithms", "Languages"]),
        .testTarget(name: "ManifestsTests", dependencies: ["Languages", "Manifests", "Licensing"]),
        .testTarget(name: "MirroringTests", dependencies: ["Languages", "Mirroring", "Forges", "Git", "TestSupport"]),
        .testTarget(name: "ForgesTests", dependencies: ["Languages", "Forges", "Git", "TestSupport"]),
        .testTarget(name: "HTTPTests", dependencies: ["HTTP", "TestSupport"]),
        .testTarget(
            name: "ForgeAPIsTests",
            dependencies: ["ForgeAPIs", "ForgeRecords", "HTTP", "TestSupport", "codescan-list-forge"]),
        .testTarget(
            name: "InventoryTests",
            dependencies: [
                "Inventory", "Algorithms", "Git", "Forges", "Languages", "Licensing", "LicenseDetection", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "TrackingTests",
            dependencies: [
                "Tracking", "Forges", "Git", "Inventory", "Languages", "Licensing", "SwiftCSV", "TestSupport",
            ]),
        .testTarget(
            name: "PolicyTests",
            dependencies: [
                "Policy", "Forges", "Git", "Inventory", "Languages", "LicenseDetection", "Licensing", "TestSupport",
            ]),
        .testTarget(
            name: "ReportsTests",
            dependencies: [
                "Reports", "Algorithms", "Inventory", "Languages", "Licensing", "Policy", "Tracking", "Yams",
            ],
            exclude: ["Golden"]),
        .testTarget(name: "codescanTests", dependencies: ["codescan", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)
