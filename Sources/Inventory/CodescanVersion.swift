// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

/// The program's version.
public enum CodescanVersion {
    /// Semantic version, as in CHANGELOG.md and publiccode.yml.
    public static let current = "0.1.0"

    /// What the program calls itself before servers (RFC 9110, section 10.1.5), with where to complain.
    public static let userAgent = "codescan/\(current) (+https://github.com/codescan/codescan)"
}
