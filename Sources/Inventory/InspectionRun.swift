// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Repositories as a judge needs them: each entry with its details, one after the other, so that the details of one are gone
// before the next is read.

import Forges
import LicenseDetection

extension InventoryRun {
    /// Inspects the repositories at the locations, in their order, and hands each to `body`.
    public func inspect(_ locations: [RepositoryLocation], _ body: (RepositoryInspection) throws -> Void) rethrows {
        let cache = options.cachePath.flatMap { FindingsCache(path: $0, index: index) }
        let reader = RepositoryReader(detector: LicenseDetector(index: index), cache: cache, options: options)
        for location in locations {
            var inspection = reader.inspection(of: location)
            complete(&inspection.entry, at: location)
            try body(inspection)
        }
    }
}
