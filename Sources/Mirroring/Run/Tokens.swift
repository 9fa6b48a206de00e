// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A forge's token: from the environment, else from git's credential helper. It is handed to the process that lists that
// forge and to nothing else: copies are of public repositories, and need none.

import Foundation
import Subprocess

/// Where tokens are found.
public struct Tokens: Sendable {
    private let environment: [String: String]

    /// Tokens of an environment.
    public init(environment: [String: String]) {
        self.environment = environment
    }

    /// The variable of a host: `CODESCAN_TOKEN_GITLAB_EXAMPLE_ORG`.
    public static func variable(for host: String) -> String {
        "CODESCAN_TOKEN_"
            + String(host.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    /// The variables that other tools use, for the two forges they speak of.
    private static let customary = [
        "github.com": ["GITHUB_TOKEN", "GH_TOKEN"], "gitlab.com": ["GITLAB_TOKEN"],
    ]

    /// The token for a host; nil where there is none.
    public func token(for host: String) async -> String? {
        // Its own variable, empty, is how somebody says: none.
        if let own = environment[Self.variable(for: host)] { return own.isEmpty ? nil : own }
        let customary = Self.customary[host]?.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        if let customary { return customary }
        return await credential(for: host)
    }

    /// What `git credential fill` says, if a helper is configured; nothing is asked of a person.
    private func credential(for host: String) async -> String? {
        let silence: [Environment.Key: String?] = [
            "GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": "/bin/false", "SSH_ASKPASS": "/bin/false",
        ]
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(1))]
        let asking = Task { [options] in
            try await Subprocess.run(
                .name("git"), arguments: ["credential", "fill"], environment: .inherit.updating(silence),
                platformOptions: options, input: .string("protocol=https\nhost=\(host)\n\n"),
                output: .string(limit: 64 << 10), error: .discarded)
        }
        // A helper that waits for somebody must not hold a run up.
        let limit = Task {
            try await Task.sleep(for: .seconds(10))
            asking.cancel()
        }
        defer { limit.cancel() }
        guard let answer = try? await asking.value, answer.terminationStatus.isSuccess else { return nil }
        let lines = answer.standardOutput.split(separator: "\n")
        return lines.first { $0.hasPrefix("password=") }.map { String($0.dropFirst("password=".count)) }
    }
}
