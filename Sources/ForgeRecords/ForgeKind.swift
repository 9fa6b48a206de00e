// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The programs that forges run.

/// The software a forge runs, as the national list spells it; `bitbucket` is codescan's own addition.
public enum ForgeKind: String, Codable, Sendable, CaseIterable {
    /// github.com, or GitHub Enterprise.
    case github
    /// gitlab.com, or a GitLab of one's own.
    case gitlab
    /// Gitea; Forgejo speaks its API.
    case gitea
    /// Gogs.
    case gogs
    /// SourceHut.
    case sourcehut
    /// Bitbucket Cloud.
    case bitbucket
}
