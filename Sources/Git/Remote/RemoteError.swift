// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Why a repository elsewhere could not be had, in a sentence that begins with its address.

/// A repository elsewhere that cannot be reached or copied.
public struct RemoteError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The address, which holds no credentials.
    public let url: String
    /// What is wrong, and how to mend it where that is known.
    public let reason: String
    /// Whether trying again may help: the network or the server may have failed for a moment.
    public let isTransient: Bool

    /// An error about an address.
    public init(url: String, reason: String, isTransient: Bool = false) {
        self.url = url
        self.reason = reason
        self.isTransient = isTransient
    }

    /// One sentence.
    public var description: String { "\(url): \(reason)" }

    /// What libgit2 said last, with the mend for what users meet.
    init(url: String, status: Int32) {
        let words = Libgit2.lastMessage
        let known: String? =
            switch status {
            case Self.certificate:
                "its certificate is not trusted (\(words)); if the forge has a certificate authority of its own, "
                    + "give its file with --ca-file"
            case Self.authentication: "asks for a password: it is not public, or no longer there"
            case _ where words.contains("404") || words.contains("not exported"):
                "is not there: it was removed, renamed or made private (\(words))"
            case _ where words.contains("redirect"):
                "the server sends to another address, which is not followed; give that address, if you trust it"
            default: nil
            }
        self.init(url: url, reason: known ?? "cannot be copied: \(words)", isTransient: known == nil)
    }

    // GIT_ECERTIFICATE and GIT_EAUTH: C enumerators of a signed enum, which Swift imports without their type.
    private static let certificate: Int32 = -17
    private static let authentication: Int32 = -16
}
