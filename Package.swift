// swift-tools-version: 6.2
// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The rooms of codescan. Data flows one way: where code lives (Forges) → what it says (Git, LicenseDetection,
// Manifests) → what it means (Licensing, Inventory) → what people read (Reports, codescan). What speaks HTTP (HTTP,
// ForgeAPIs) is a program of its own, which codescan starts: libcurl's libraries cost a start 11 ms.

import PackageDescription

let package = Package(
    name: "codescan",
    products: [
        .executable(name: "codescan", targets: ["codescan"]),
        .executable(name: "codescan-list-forge", targets: ["codescan-list-forge"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/CoreOffice/XMLCoder", exact: "0.18.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibgit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
        .target(name: "Git", dependencies: ["CLibgit2"]),
        .target(name: "Licensing"),
        .target(name: "LicenseDetection", dependencies: ["Licensing", "Yams"]),
        .target(name: "Algorithms", dependencies: ["Yams"]),
        .target(name: "Manifests", dependencies: ["Licensing", "XMLCoder", "Yams"]),
        .target(name: "ForgeRecords"),
        .target(name: "Forges", dependencies: ["ForgeRecords", "Git", "Yams"]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "HTTP", dependencies: ["CCurl"]),
        // Without Git: libgit2 comes along in the Debian package, where libcurl is the system's, and each brings its OpenSSL.
        .target(
            name: "ForgeAPIs", dependencies: ["ForgeRecords", "HTTP", .product(name: "GRDB", package: "GRDB.swift")]),
        .executableTarget(name: "codescan-list-forge", dependencies: ["ForgeAPIs", "ForgeRecords"]),
        .target(
            name: "Mirroring",
            dependencies: ["Forges", "Git", .product(name: "Subprocess", package: "swift-subprocess")]),
        .target(
            name: "Inventory",
            dependencies: [
                "Algorithms", "Git", "Licensing", "LicenseDetection", "Manifests", "Forges",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .target(
            name: "Policy",
            dependencies: ["Algorithms", "Forges", "Inventory", "Licensing", "Manifests", "Yams"]),
        .target(name: "Tracking", dependencies: ["Forges", "Git", "Inventory", "Licensing", "Yams"]),
        .target(
            name: "Reports",
            dependencies: [
                "Algorithms", "Inventory", "Licensing", "LicenseDetection", "Mirroring", "Policy", "Tracking",
                "XMLCoder",
                "Yams",
                .product(name: "Mustache", package: "swift-mustache"),
            ]),
        .executableTarget(
            name: "codescan",
            dependencies: [
                "Algorithms", "Git", "Licensing", "LicenseDetection", "Manifests", "Mirroring", "Forges", "Inventory",
                "Policy", "Reports", "Tracking", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "GitTests", dependencies: ["Git", "TestSupport"]),
        .testTarget(name: "LicensingTests", dependencies: ["Licensing"]),
        .testTarget(name: "LicenseDetectionTests", dependencies: ["LicenseDetection", "Licensing"]),
        .testTarget(name: "AlgorithmsTests", dependencies: ["Algorithms"]),
        .testTarget(name: "ManifestsTests", dependencies: ["Manifests", "Licensing"]),
        .testTarget(name: "MirroringTests", dependencies: ["Mirroring", "Forges", "Git", "TestSupport"]),
        .testTarget(name: "ForgesTests", dependencies: ["Forges", "Git", "TestSupport"]),
        .testTarget(name: "HTTPTests", dependencies: ["HTTP", "TestSupport"]),
        .testTarget(
            name: "ForgeAPIsTests",
            dependencies: ["ForgeAPIs", "ForgeRecords", "HTTP", "TestSupport", "codescan-list-forge"]),
        .testTarget(
            name: "InventoryTests",
            dependencies: [
                "Inventory", "Algorithms", "Git", "Forges", "Licensing", "LicenseDetection", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "TrackingTests",
            dependencies: ["Tracking", "Forges", "Git", "Inventory", "Licensing", "SwiftCSV", "TestSupport"]),
        .testTarget(
            name: "PolicyTests",
            dependencies: ["Policy", "Forges", "Git", "Inventory", "LicenseDetection", "Licensing", "TestSupport"]),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["Reports", "Algorithms", "Inventory", "Licensing", "Policy", "Tracking", "Yams"],
            exclude: ["Golden"]),
        .testTarget(name: "codescanTests", dependencies: ["codescan", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)
