// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// libgit2's one-time, process-wide setup.
//
// libgit2 is only ever given an `objects` folder (see ObjectDatabase): it never opens a repository, so it reads no
// configuration, runs no hook, filter or program, follows no include and asks nobody who owns the files. Reading
// another user's repository is therefore safe, which git's "dubious ownership" check exists to prevent.

import CLibgit2

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

enum Libgit2 {
    /// Initialises libgit2 the first time it is called, on whichever thread: Swift runs it once.
    static let isReady: Bool = {
        guard git_libgit2_init() > 0 else { return false }
        // Each object is read once and parsed here; a cache would only keep memory, one per open repository.
        _ = codescan_git_enable_caching(0)
        // ObjectDatabase checks what it reads itself: not the many blobs of which nothing is said.
        _ = codescan_git_enable_strict_hash_verification(0)
        // Packs are mapped in windows. The default, 1 GiB windows up to 8 TiB, would let whole packs into resident
        // memory; these bound it for the process whatever the number of repositories. Windows are small so that many
        // fit: a history goes back and forth over the whole pack, and mapping is dear.
        _ = codescan_git_set_mwindow_size(1 << 20)
        _ = codescan_git_set_mwindow_mapped_limit(40 << 20)
        raiseOpenFileLimit()
        return true
    }()

    /// What libgit2 last complained of on this thread.
    static var lastMessage: String {
        guard let error = git_error_last(), let message = error.pointee.message else { return "unknown error" }
        return String(cString: message)
    }

    /// A pack is an open file, and a mirror that was never repacked has thousands: the usual limit of 1,024 would make
    /// their objects look missing.
    private static func raiseOpenFileLimit() {
        var limit = rlimit()
        #if canImport(Glibc)
            let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let resource = RLIMIT_NOFILE
        #endif
        guard getrlimit(resource, &limit) == 0 else { return }
        let wanted = min(limit.rlim_max, 65_536)
        guard limit.rlim_cur < wanted else { return }
        limit.rlim_cur = wanted
        _ = setrlimit(resource, &limit)
    }
}
