// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The floor of `make bench`; of no use to anybody else, so it is not shown.

import ArgumentParser
import Inventory

struct BenchFloorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-floor", abstract: "Reads the blobs of a full inventory and drops them.",
        shouldDisplay: false)

    @Argument var paths: [String]

    func run() throws {
        let (blobs, bytes) = try ReadingFloor.read(paths: paths)
        print("\(blobs) blobs, \(bytes) bytes")
    }
}
