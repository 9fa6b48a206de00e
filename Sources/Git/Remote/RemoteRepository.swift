// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A repository elsewhere, copied with libgit2 over http, https or git. It brings objects into a bare repository and
// nothing else: which references follow is the caller's to write, all at once.
//
//     try RemoteRepository.prepare(certificates: nil, userAgent: "codescan")
//     let remote = try RemoteRepository(url: "https://github.com/etalab/csvapi", into: "csvapi.git")
//     try remote.download(["refs/heads/*"]) { print($0.receivedBytes) }
//
// libgit2 1.5 has no time-out: a server that falls silent holds the calling thread for ever. So a process of its own
// makes each copy, and whoever started it ends it.

import CLibgit2

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How far a copy is.
public struct RemoteProgress: Sendable, Hashable {
    /// Bytes of the pack so far.
    public var receivedBytes: Int
    /// Objects and deltas that were worked on, received or indexed: it grows while anything happens.
    public var steps: Int

    /// A progress.
    public init(receivedBytes: Int, steps: Int) {
        self.receivedBytes = receivedBytes
        self.steps = steps
    }
}

/// A connection to a repository elsewhere.
public final class RemoteRepository {
    /// What it has.
    public let offer: RemoteOffer

    private let url: String
    private let repository: OpaquePointer
    private let remote: OpaquePointer

    /// The oldest libgit2 that fetches a history cut short is 1.7; Debian 12 has 1.5.
    public static var canFetchShallow: Bool { codescan_git_set_fetch_depth(nil, 1) != 0 }

    /// Sets this process up for copying: no configuration of the system or of a user is read, packs are brought to the
    /// disk before they count, and `certificates`, a file, stand in the place of the system's authorities.
    /// - Throws: `RemoteError` when the file holds no certificate.
    public static func prepare(certificates: String?, userAgent: String) throws(RemoteError) {
        guard Libgit2.isReady else { throw RemoteError(url: "libgit2", reason: Libgit2.lastMessage) }
        for level in [
            GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_PROGRAMDATA,
        ] {
            _ = codescan_git_set_search_path(level, "")
        }
        // Whoever owns a mirror, its configuration is codescan's own and was written a moment ago.
        _ = codescan_git_set_owner_validation(0)
        _ = codescan_git_enable_fsync_gitdir(1)
        _ = codescan_git_set_user_agent(userAgent)
        if let certificates, codescan_git_set_ssl_cert_locations(certificates) != 0 {
            throw RemoteError(url: certificates, reason: "holds no certificate that can be read; give a file in PEM")
        }
    }

    /// Asks a repository what it has. `path` is the bare repository that its objects are for.
    public init(url: String, into path: GitPath) throws(RemoteError) {
        self.url = url
        var repository: OpaquePointer?
        guard git_repository_open_bare(&repository, path.bytes.map { CChar(bitPattern: $0) } + [0]) == 0, let repository
        else { throw RemoteError(url: url, reason: "cannot be copied into \(path): \(Libgit2.lastMessage)") }
        var remote: OpaquePointer?
        guard git_remote_create_anonymous(&remote, repository, url) == 0, let remote else {
            git_repository_free(repository)
            throw RemoteError(url: url, reason: "is no address of a repository: \(Libgit2.lastMessage)")
        }
        let status = Self.connect(remote)
        guard status == 0, let offer = Self.offer(of: remote) else {
            let error = RemoteError(url: url, status: status)
            git_remote_free(remote)
            git_repository_free(repository)
            throw error
        }
        (self.repository, self.remote, self.offer) = (repository, remote, offer)
    }

    deinit {
        git_remote_disconnect(remote)
        git_remote_free(remote)
        git_repository_free(repository)
    }

    /// Brings in the objects that the references of these names lead to and that are not here, as one pack; nothing when
    /// all are here. A name may be a pattern, `refs/heads/*`. `depth` cuts histories short; it asks for a libgit2 that
    /// `canFetchShallow`.
    public func download(
        _ names: [GitPath], depth: Int? = nil, progress: @escaping (RemoteProgress) -> Void
    ) throws(RemoteError) {
        guard !names.isEmpty, !offer.references.isEmpty else { return }
        var options = git_fetch_options()
        git_fetch_options_init(&options, UInt32(GIT_FETCH_OPTIONS_VERSION))
        options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE
        options.update_fetchhead = 0
        options.follow_redirects = GIT_REMOTE_REDIRECT_NONE
        options.proxy_opts.type = GIT_PROXY_AUTO
        if let depth { _ = codescan_git_set_fetch_depth(&options, Int32(depth)) }
        let listener = Listener(report: progress)
        options.callbacks.payload = Unmanaged.passUnretained(listener).toOpaque()
        options.callbacks.transfer_progress = { progress, payload in
            guard let progress = progress?.pointee, let payload else { return 0 }
            Unmanaged<Listener>.fromOpaque(payload).takeUnretainedValue().hear(progress)
            return 0
        }
        // What a server says while it counts its objects.
        options.callbacks.sideband_progress = { _, _, payload in
            guard let payload else { return 0 }
            Unmanaged<Listener>.fromOpaque(payload).takeUnretainedValue().hearWords()
            return 0
        }
        let status = withExtendedLifetime(listener) {
            Self.withStrings(names.map(Self.refspec)) { git_remote_download(remote, $0, &options) }
        }
        guard status == 0 else { throw RemoteError(url: url, status: status) }
    }

    private static func connect(_ remote: OpaquePointer) -> Int32 {
        var options = git_remote_connect_options()
        git_remote_connect_options_init(&options, UInt32(GIT_REMOTE_CONNECT_OPTIONS_VERSION))
        // A forge that sends elsewhere is not followed: only hosts that somebody named are contacted.
        options.follow_redirects = GIT_REMOTE_REDIRECT_NONE
        options.proxy_opts.type = GIT_PROXY_AUTO
        return git_remote_connect_ext(remote, GIT_DIRECTION_FETCH, &options)
    }

    private static func offer(of remote: OpaquePointer) -> RemoteOffer? {
        var heads: UnsafeMutablePointer<UnsafePointer<git_remote_head>?>?
        var count = 0
        guard git_remote_ls(&heads, &count, remote) == 0 else { return nil }
        var head: GitPath?
        var advertised: [(name: GitPath, id: ObjectID)] = []
        for index in 0..<count {
            guard let entry = heads?[index]?.pointee, let name = entry.name.map({ GitPath(cString: $0) })
            else { continue }
            if name == "HEAD" {
                head = entry.symref_target.map { GitPath(cString: $0) } ?? defaultBranch(of: remote)
            } else {
                advertised.append((name, ObjectID(entry.oid)))
            }
        }
        return RemoteOffer(advertised: advertised, head: head)
    }

    /// What libgit2 takes for HEAD's branch where an old server does not say.
    private static func defaultBranch(of remote: OpaquePointer) -> GitPath? {
        var buffer = git_buf()
        guard git_remote_default_branch(&buffer, remote) == 0 else { return nil }
        defer { git_buf_dispose(&buffer) }
        return GitPath(cString: buffer.ptr)
    }

    /// `+name:name`, with a null byte after it.
    private static func refspec(_ name: GitPath) -> [UInt8] {
        [UInt8(ascii: "+")] + name.bytes + [UInt8(ascii: ":")] + name.bytes + [0]
    }

    private static func withStrings(
        _ strings: [[UInt8]], _ body: (UnsafePointer<git_strarray>) -> Int32
    ) -> Int32 {
        var copies = strings.map { bytes in strdup(bytes.map { CChar(bitPattern: $0) }) }
        defer { copies.forEach { free($0) } }
        return copies.withUnsafeMutableBufferPointer { buffer in
            var array = git_strarray(strings: buffer.baseAddress, count: buffer.count)
            return body(&array)
        }
    }
}

/// Who is told of the progress; libgit2 tells it hundreds of thousands of times.
private final class Listener {
    private let report: (RemoteProgress) -> Void
    private var words = 0
    private var bytes = 0

    init(report: @escaping (RemoteProgress) -> Void) { self.report = report }

    func hear(_ progress: git_indexer_progress) {
        bytes = progress.received_bytes
        let steps = Int(progress.received_objects) + Int(progress.indexed_objects) + Int(progress.indexed_deltas)
        report(RemoteProgress(receivedBytes: bytes, steps: words + steps))
    }

    func hearWords() {
        words += 1
        report(RemoteProgress(receivedBytes: bytes, steps: words))
    }
}

extension GitPath {
    /// The bytes of a C string, which need not be text.
    fileprivate init(cString: UnsafePointer<CChar>) {
        self.init(UnsafeRawBufferPointer(start: cString, count: strlen(cString)))
    }
}
