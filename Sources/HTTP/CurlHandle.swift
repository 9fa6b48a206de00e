// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// libcurl's handles: one transfer at a time on each, whose connections stay open for the next.

import CCurl

final class CurlHandle: @unchecked Sendable {
    private static let isReady = codescan_curl_global_init() == CURLE_OK

    /// Used by one transfer at a time, which `HTTPClient` sees to: that is why the class may be shared.
    let pointer: UnsafeMutableRawPointer
    /// Where curl writes what went wrong.
    let message = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    init() {
        guard Self.isReady, let pointer = curl_easy_init() else { fatalError("libcurl cannot be started: no memory") }
        self.pointer = pointer
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        curl_easy_cleanup(pointer)
        message.deallocate()
    }

    /// Forgets the options of the last transfer; its connections stay.
    func reset() {
        curl_easy_reset(pointer)
        message.pointee = 0
    }

    /// What curl says went wrong, else the name of the error.
    func message(of code: CURLcode) -> String {
        message.pointee == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: message)
    }
}

/// A list of header lines, as curl takes them.
struct CurlList: ~Copyable {
    private(set) var pointer: UnsafeMutablePointer<curl_slist>?

    init(_ lines: [String]) {
        for line in lines { pointer = curl_slist_append(pointer, line) ?? pointer }
    }

    deinit { curl_slist_free_all(pointer) }
}
