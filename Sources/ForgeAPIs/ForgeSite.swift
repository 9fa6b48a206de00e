// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The forge that is listed: what it is called, where its API is, and what of its answers is believed.

import ForgeRecords
import HTTP

/// A forge at a host.
struct ForgeSite: Sendable {
    let kind: ForgeKind
    /// The host name in lower case, with its port where that is not the usual one.
    let host: String
    /// Where the forge is.
    let origin: HTTPURL.Origin
    /// Where its API is.
    let apiOrigin: HTTPURL.Origin
    let token: String?

    /// Hosts whose API is on another host.
    private static let apiHosts: [ForgeKind: (host: String, api: String)] = [
        .github: ("github.com", "api.github.com"), .bitbucket: ("bitbucket.org", "api.bitbucket.org"),
    ]

    /// Nil where the job's host is none.
    init?(_ job: ListingJob) {
        guard let url = HTTPURL("https://\(job.host)/"), url.origin.authority == job.host.lowercased(),
            url.target == "/"
        else { return nil }
        kind = job.kind
        host = url.origin.authority
        origin = url.origin
        token = job.token.flatMap { $0.isEmpty ? nil : $0 }
        if let (known, api) = Self.apiHosts[job.kind], known == host {
            apiOrigin = HTTPURL.Origin(scheme: .https, host: api)
        } else {
            apiOrigin = url.origin
        }
    }

    /// Whether the API has a host of its own.
    var hasAPIHost: Bool { apiOrigin != origin }
}

/// Why an entry of a page is not listed.
struct Oddity: Error {
    let reason: String
}

extension ForgeSite {
    /// A record of a repository, whose owner and name can be a path on disk.
    func record(owner: String, name: String) throws(Oddity) -> ForgeRecord {
        let folders = owner.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...20).contains(folders.count), folders.allSatisfy({ Self.isSafe($0) && !$0.hasPrefix(".") }),
            Self.isSafe(name[...])
        else { throw Oddity(reason: "its name cannot be a folder's") }
        return ForgeRecord(kind: kind, host: host, owner: owner, name: name)
    }

    /// Longer names leave no room for what is kept beside a mirror: file systems allow 255 bytes.
    private static let maximumNameBytes = 200

    private static func isSafe(_ name: Substring) -> Bool {
        (1...maximumNameBytes).contains(name.utf8.count) && name != "." && name != ".." && name.lowercased() != ".git"
            && name.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: false
                default: scalar != "/" && scalar != "\\"
                }
            }
    }

    /// Where a repository is cloned from: what the forge says, by https and on the forge itself. A forge that believes
    /// itself to be reached by http, behind a proxy, is asked by https.
    func cloneURL(_ text: String) throws(Oddity) -> String {
        guard let url = HTTPURL(text), url.origin.host == origin.host, !url.target.contains("?"), url.target != "/",
            url.origin.scheme == .http || url.origin.port == origin.port
        else { throw Oddity(reason: "it is cloned from an address that is not on \(host)") }
        return HTTPURL(origin: origin, target: url.target).text
    }

    /// The page that the forge calls a repository's, when it is an address of the web.
    func webURL(_ text: String?) -> String? {
        text.flatMap { HTTPURL($0) == nil ? nil : $0 }
    }

    /// The public repositories among the entries of a page, and a sentence for each entry that cannot be read.
    func page<Value: ForgeRepository>(_ entries: [Entry<Value>], next: APIRequest?) -> ForgePage {
        var page = ForgePage(next: next, entries: entries.count, endsList: next == nil)
        for entry in entries {
            do {
                switch entry {
                case .unreadable(let reason): throw Oddity(reason: reason)
                case .readable(let value):
                    guard value.isPublic(to: self) else { continue }
                    do {
                        page.repositories.append(try value.listed(by: self))
                    } catch let oddity as Oddity {
                        throw Oddity(reason: "\(value.label.printable): \(oddity.reason)")
                    }
                }
            } catch {
                let reason = (error as? Oddity)?.reason ?? "\(error)"
                page.oddities.append("\(host): passed over a repository: \(reason)")
            }
        }
        return page
    }
}
