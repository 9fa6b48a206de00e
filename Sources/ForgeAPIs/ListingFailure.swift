// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Why an account, or the whole forge, cannot be listed.

import ForgeRecords
import HTTP

struct ListingFailure: Error, Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// There is nothing at the address (404).
        case notFound
        /// The forge does not offer this way of listing (400, 405).
        case notOffered
        /// This account cannot be listed now.
        case account
        /// No account of the forge can be listed now.
        case forge
    }

    let kind: Kind
    /// What is wrong, where, how to mend it.
    let sentence: String

    static let notFound = ListingFailure(kind: .notFound, sentence: "nothing is there")

    static func failed(_ sentence: String) -> ListingFailure { ListingFailure(kind: .account, sentence: sentence) }

    static func forge(_ sentence: String) -> ListingFailure { ListingFailure(kind: .forge, sentence: sentence) }

    var concernsForge: Bool { kind == .forge }

    /// Whether another way to list the account may be offered.
    var isRefusedWay: Bool { kind == .notFound || kind == .notOffered }

    func outcome(of account: String?) -> ListingOutcome {
        switch kind {
        case .notFound where account != nil: .noSuchAccount
        case .notFound: .failed("the API that lists repositories is not there; check what the forge runs")
        case .notOffered, .account, .forge: .failed(sentence)
        }
    }
}

extension ListingFailure {
    init(_ error: HTTPError) {
        self.init(kind: error.concernsServer ? .forge : .account, sentence: error.description)
    }
}
