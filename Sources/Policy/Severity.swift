// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

/// How much a finding weighs.
public enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// The rule is not applied.
    case off
    /// Worth knowing.
    case note
    /// To be mended; the build stays green.
    case warning
    /// The build is red.
    case error

    /// Orders severities by weight.
    public static func < (left: Severity, right: Severity) -> Bool {
        let order: [Severity] = [.off, .note, .warning, .error]
        return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
}
