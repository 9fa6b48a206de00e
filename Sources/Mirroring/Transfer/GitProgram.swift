// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Copies a history cut short through the `git` program, where libgit2 is older than 1.7 and cannot. git is run with no
// configuration but what is said here, no hook, no prompt, no helper, no other transport than the job's own, and it
// checks every object that comes.

import Foundation
import Git

struct GitProgram {
    let job: TransferJob
    let progress: (RemoteProgress) -> Void

    /// Brings the mirror's branches up to date.
    func fetch(into folder: MirrorFolder) throws -> TransferOutcome {
        let remote = try offer()
        let isAll = job.branches == .all
        let wanted = remote.references.filter { isAll || $0.name == remote.head }
        if folder.holds(wanted, head: remote.head) { return wanted.isEmpty ? .empty : .unchanged }
        guard !wanted.isEmpty else {
            try folder.publish([], head: remote.head)
            return .empty
        }
        let names = isAll ? job.branches.patterns : wanted.map(\.name)
        let before = packBytes
        _ = try run(
            ["fetch", "--progress", "--depth", String(job.depth ?? 1), "--no-tags", "--no-write-fetch-head", "--force"]
                + ["--no-auto-maintenance", job.url] + names.map { "+\($0):\($0)" }, in: folder.path)
        // All at once, as libgit2's copies are published; what changed in between comes with the next run.
        let repository = try Repository(opening: folder.path)
        let arrived = wanted.filter { repository.contains($0.id) }
        try folder.publish(arrived, head: remote.head)
        return folder.isWhole ? .updated(bytes: packBytes - before) : .damaged
    }

    /// What the repository has: `git ls-remote`.
    private func offer() throws -> RemoteOffer {
        var head: GitPath?
        var advertised: [(name: GitPath, id: ObjectID)] = []
        let listing = try run(["ls-remote", "--symref", job.url, "HEAD", "refs/heads/*", "refs/tags/*"], in: "/")
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

    /// Runs git, reports every word it says and every byte of a pack as a step, and returns what it writes.
    /// - Throws: `RemoteError` with git's last words when it fails, or when there is no git.
    private func run(_ arguments: [String], in folder: String) throws -> Data {
        guard let program = Self.path else {
            throw RemoteError(
                url: job.url,
                reason:
                    "a history cut short needs libgit2 1.7 or the git program, and neither is here; install git, or "
                    + "leave out --depth")
        }
        // Files, not pipes: a pipe that nobody empties would hold git up.
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("codescan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let (output, errors) = (scratch.appendingPathComponent("output"), scratch.appendingPathComponent("errors"))
        for file in [output, errors] { try Data().write(to: file) }

        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = options + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        do {
            try process.run()
        } catch {
            throw RemoteError(url: job.url, reason: "\(program) does not start: \(error.localizedDescription)")
        }
        while process.isRunning {
            usleep(200_000)
            let bytes = packBytes
            progress(RemoteProgress(receivedBytes: bytes, steps: bytes + Self.size(of: errors.path)))
        }
        guard process.terminationStatus == 0 else {
            throw failure(String(decoding: try Data(contentsOf: errors), as: UTF8.self))
        }
        return try Data(contentsOf: output)
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

    private var environment: [String: String] {
        let inherited = ProcessInfo.processInfo.environment.filter { name, _ in
            name == "PATH" || name == "TMPDIR" || name.lowercased().hasSuffix("_proxy")
        }
        var own = [
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_TERMINAL_PROMPT": "0",
            "GIT_ASKPASS": "/bin/false", "GIT_ALLOW_PROTOCOL": "https:http:git", "LC_ALL": "C",
            "GIT_HTTP_USER_AGENT": job.userAgent,
        ]
        own["GIT_SSL_CAINFO"] = job.certificates
        return inherited.merging(own) { $1 }
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

    private func failure(_ words: String) -> RemoteError {
        let lines = words.split(whereSeparator: { $0 == "\n" || $0 == "\r" }).map(String.init)
        let last = lines.last { $0.hasPrefix("fatal:") || $0.hasPrefix("error:") } ?? lines.last ?? "it says nothing"
        let isFinal = ["not found", "could not read Username", "certificate"].contains { last.contains($0) }
        return RemoteError(url: job.url, reason: "cannot be copied by git: \(last)", isTransient: !isFinal)
    }
}
