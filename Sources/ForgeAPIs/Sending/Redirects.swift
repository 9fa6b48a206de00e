// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Where a redirect may lead: an account that was renamed is elsewhere on the same server. Another server was named by
// nobody and is not asked, least of all with a token.

import HTTP

enum Redirects {
    /// How many follow each other.
    static let most = 5

    /// The address that an answer sends to.
    static func next(_ answer: HTTPResponse, from url: HTTPURL, after count: Int) throws(ListingFailure) -> HTTPURL {
        guard count < most else {
            throw .failed("\(url): redirected more than \(most) times; tell whoever runs the forge")
        }
        guard let next = answer.headers["Location"].flatMap(url.resolving) else {
            throw .failed("\(url): redirected to nowhere; tell whoever runs the forge")
        }
        guard next.origin == url.origin else {
            throw .failed(
                "\(url): redirected to \(next.origin), which is not asked; if the forge has moved, name its new host")
        }
        return next
    }
}
