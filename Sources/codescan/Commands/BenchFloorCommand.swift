// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The floors of `make bench`; of no use to anybody else, so they are not shown.

import ArgumentParser
import Inventory

struct BenchFloorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-floor",
        abstract: "Reads the blobs of a full inventory, or walks all commits, and drops them.",
        shouldDisplay: false)

    @Flag var commits = false

    @Argument var paths: [String]

    func run() throws {
        if commits { return print("\(try ReadingFloor.walkCommits(paths: paths)) commits") }
        let (blobs, bytes) = try ReadingFloor.read(paths: paths)
        print("\(blobs) blobs, \(bytes) bytes")
    }
}
