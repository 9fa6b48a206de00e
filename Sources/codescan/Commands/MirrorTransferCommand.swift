// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan mirror-transfer`: what `codescan mirror` starts to copy one repository. Nobody else has use for it.

import ArgumentParser
import Mirroring

struct MirrorTransferCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mirror-transfer", abstract: "Copies one repository for codescan mirror.", shouldDisplay: false)

    func run() async throws {
        try await TransferWorker.run()
    }
}
