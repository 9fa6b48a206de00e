// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

/// The program's version.
public enum CodescanVersion {
    /// Semantic version, as in CHANGELOG.md and publiccode.yml.
    public static let current = "0.1.0"
}
