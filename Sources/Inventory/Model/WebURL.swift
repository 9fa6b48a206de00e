// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

import Forges

extension RepositoryLocation {
    /// Where people find the repository, by the layout of the tree; nil without forge and owner.
    var webURL: String? {
        guard let forge, let owner else { return nil }
        return "https://\(forge)/\(owner)/\(name)"
    }
}
