// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Copies a history cut short through the `git` program, where libgit2 is older than 1.7 and cannot. git is run with no
// configuration but what is said here, no hook, no prompt, no helper, no other transport than the job's own, and it
// checks every object that comes.

import Foundation
import Git
import Subprocess
import SystemPackage

struct GitProgram {
    let job: TransferJob
    let progress: (RemoteProgress) -> Void

    /// Brings in the objects of references, cut short, under names of their own: nothing is published yet.
    /// - Returns: how many bytes came.
    func fetch(_ wanted: [RemoteReference]) async throws -> Int {
        let names = job.branches == .all ? job.branches.patterns : wanted.map(\.name)
        let refspecs = names.map { name in
            "+\(name):refs/\(MirrorFolder.incoming)/\(name.string.dropFirst("refs/".count))"
        }
        let before = packBytes
        _ = try await run(
            ["fetch", "--progress", "--depth", String(job.depth ?? 1), "--no-tags", "--no-write-fetch-head", "--force"]
                + ["--no-auto-maintenance", job.url] + refspecs, in: job.folder)
        return packBytes - before
    }

    /// What the repository has: `git ls-remote`.
    func offer() async throws -> RemoteOffer {
        var head: GitPath?
        var advertised: [(name: GitPath, id: ObjectID)] = []
        let listing = try await run(["ls-remote", "--symref", job.url, "HEAD", "refs/heads/*", "refs/tags/*"], in: "/")
        for line in listing.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
            guard fields.count == 2 else { continue }
            let name = GitPath(fields[1])
            if fields[0].starts(with: "ref: ".utf8) {
                if name == "HEAD" { head = GitPath(fields[0].dropFirst(5)) }
            } else if let id = ObjectID(hex: String(decoding: fields[0], as: UTF8.self)), name != "HEAD" {
                advertised.append((name, id))
            }
        }
        return RemoteOffer(advertised: advertised, head: head)
    }

    /// Runs git in this process's group, so that whoever ends the one ends the other; reports every word it says as a
    /// step, and returns what it writes.
    /// - Throws: `RemoteError` with git's last words when it fails, or when there is no git.
    private func run(_ arguments: [String], in folder: String) async throws -> [UInt8] {
        guard let program = Self.path else {
            throw RemoteError(
                url: job.url,
                reason:
                    "a history cut short needs libgit2 1.7 or the git program, and neither is here; install git, or "
                    + "leave out --depth")
        }
        var steps = 0
        let ended = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(options + arguments), environment: .custom(environment),
            workingDirectory: FilePath(folder), input: .none, output: .bytes(limit: 256 << 20), error: .sequence
        ) { execution in
            var words: [String] = []
            for try await line in execution.standardError.strings() where !line.isEmpty {
                steps += 1
                let bytes = packBytes
                progress(RemoteProgress(receivedBytes: bytes, steps: bytes + steps))
                words = words.suffix(20) + [line]
            }
            return words
        }
        guard ended.terminationStatus.isSuccess else { throw failure(ended.closureResult) }
        return ended.standardOutput
    }

    /// No configuration of the machine or the user, no hook, nothing that asks; objects are checked as they come, but
    /// for slips of old tools that harm nobody.
    private var options: [String] {
        let settings = [
            "core.hooksPath=/dev/null", "credential.helper=", "protocol.file.allow=never", "http.followRedirects=false",
            "gc.auto=0", "fetch.fsckObjects=true", "fetch.unpackLimit=1", "fetch.fsck.zeroPaddedFilemode=warn",
            "fetch.fsck.badTimezone=warn", "fetch.fsck.missingSpaceBeforeDate=warn",
        ]
        return settings.flatMap { ["-c", $0] }
    }

    private var environment: [Environment.Key: String] {
        let inherited = ProcessInfo.processInfo.environment.filter { name, _ in
            name == "PATH" || name == "TMPDIR" || name.lowercased().hasSuffix("_proxy")
        }
        var own = [
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_TERMINAL_PROMPT": "0",
            "GIT_ASKPASS": "/bin/false", "GIT_ALLOW_PROTOCOL": "https:http:git", "LC_ALL": "C",
            "GIT_HTTP_USER_AGENT": job.userAgent,
        ]
        own["GIT_SSL_CAINFO"] = job.certificates
        return Dictionary(
            uniqueKeysWithValues: inherited.merging(own) { $1 }.compactMap { name, value in
                Environment.Key(rawValue: name).map { ($0, value) }
            })
    }

    /// `git`, in the PATH.
    private static var path: String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
            .map { $0 + "/git" }.first(where: FileManager.default.isExecutableFile)
    }

    /// The packs of the mirror, those that are being written included.
    private var packBytes: Int {
        let folder = job.folder + "/objects/pack"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.reduce(0) { $0 + Self.size(of: folder + "/" + $1) }
    }

    private static func size(of path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }

    private func failure(_ lines: [String]) -> RemoteError {
        let last = lines.last { $0.hasPrefix("fatal:") || $0.hasPrefix("error:") } ?? lines.last ?? "it says nothing"
        let isFinal = ["not found", "could not read Username", "certificate"].contains { last.contains($0) }
        return RemoteError(url: job.url, reason: "cannot be copied by git: \(last)", isTransient: !isFinal)
    }
}
