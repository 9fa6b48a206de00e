// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What some forges say only of one repository at a time, asked for when the repository changed since it was asked last.

import ForgeRecords

struct DetailReader {
    let api: any ForgeAPI
    let client: ForgeClient
    let cache: AnswerCache?
    let tell: @Sendable (ListingEvent) -> Void

    /// One sentence is enough, however many repositories it holds for.
    private var hasComplained = false

    init(api: any ForgeAPI, client: ForgeClient, cache: AnswerCache?, tell: @escaping @Sendable (ListingEvent) -> Void)
    {
        self.api = api
        self.client = client
        self.cache = cache
        self.tell = tell
    }

    /// Adds to each repository what is known of it alone.
    mutating func complete(_ repositories: inout [ListedRepository]) async throws {
        for index in repositories.indices {
            let record = repositories[index].record
            let requests = api.detailRequests(of: record)
            guard !requests.isEmpty, let details = try await details(of: record, requests) else { continue }
            repositories[index].record.license = details.license
            repositories[index].record.language = details.language
        }
    }

    private mutating func details(of record: ForgeRecord, _ requests: [APIRequest]) async throws -> RepositoryDetails? {
        if let id = record.id, let state = record.updatedAt, let kept = cache?.details(of: id, at: state) {
            return kept
        }
        var details = RepositoryDetails()
        do {
            for request in requests {
                do {
                    details =
                        try await client.send(request) { [api, details] answer in
                            var details = details
                            try api.add(answer, answering: request, to: &details)
                            return details
                        } ?? details
                } catch let failure as ListingFailure where failure.isRefusedWay {
                    continue
                }
            }
        } catch let failure as ListingFailure where !failure.concernsForge {
            if !hasComplained {
                hasComplained = true
                tell(
                    .oddity("\(record.host): the licence or language of a repository is not known: \(failure.sentence)")
                )
            }
            return nil
        }
        if let id = record.id, let state = record.updatedAt { cache?.keep(details, of: id, at: state) }
        return details
    }
}
