// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Lists a forge: one account after the other, one page after the other, each told as soon as it is there, so that
// memory holds one page whatever the forge holds.
//
//     await ForgeListing(job).run { event in print(event) }

import ForgeRecords
import HTTP

/// The work of one `ListingJob`.
public struct ForgeListing: Sendable {
    private let job: ListingJob

    /// What no account needs: five million repositories. A forge that never ends is given up there.
    private static let maximumPages = 50_000

    /// A listing that is not begun yet.
    public init(_ job: ListingJob) {
        self.job = job
    }

    /// Lists, and tells what it finds as it finds it. Every account ends with its outcome, and the last event is
    /// `.finished`. It returns early, and tells nothing more, when the task is cancelled.
    public func run(_ tell: @escaping @Sendable (ListingEvent) -> Void) async {
        let accounts: [String?] = job.accounts ?? [nil]
        guard let site = ForgeSite(job) else {
            for account in accounts {
                tell(.ended(account: account, outcome: .failed("\(job.host) is not the name of a host; correct it")))
            }
            return tell(.finished(ListingCost()))
        }
        let api = site.api
        let client = ForgeClient(job, site, headers: api.headers, tell: tell)
        let cache = job.cachePath.flatMap { AnswerCache(folder: $0, host: site.host) }
        var details = DetailReader(api: api, client: client, cache: cache, tell: tell)
        // What concerns the whole forge holds for the other accounts, too: they are not asked for in vain.
        var outage: ListingFailure?
        for account in accounts {
            do {
                if let outage { throw outage }
                try await list(account, api, client, cache, &details, tell)
                tell(.ended(account: account, outcome: .complete))
            } catch let failure as ListingFailure {
                if failure.concernsForge { outage = failure }
                tell(.ended(account: account, outcome: failure.outcome(of: account)))
            } catch {
                return
            }
        }
        cache?.forgetUnused()
        tell(.finished(client.cost))
    }

    /// Lists an account in the first of the ways that the forge offers for it.
    private func list(
        _ account: String?, _ api: any ForgeAPI, _ client: ForgeClient, _ cache: AnswerCache?,
        _ details: inout DetailReader, _ tell: (ListingEvent) -> Void
    ) async throws {
        var refusal = ListingFailure.notFound
        for way in try api.ways(to: account) {
            do {
                let first = try await page(way, of: account, full: api.perPage, api, client, cache)
                return try await follow(first, from: way, of: account, api, client, cache, &details, tell)
            } catch let failure as ListingFailure where failure.isRefusedWay {
                refusal = failure
            }
        }
        throw refusal
    }

    private func follow(
        _ first: ForgePage, from way: APIRequest, of account: String?, _ api: any ForgeAPI, _ client: ForgeClient,
        _ cache: AnswerCache?, _ details: inout DetailReader, _ tell: (ListingEvent) -> Void
    ) async throws {
        var current = first
        var seen: Set<Int> = [way.hashValue]
        // Whoever runs a forge may have it give less on a page than is asked for.
        let full = min(api.perPage, max(first.entries, 1))
        while true {
            for oddity in current.oddities { tell(.oddity(oddity)) }
            try await details.complete(&current.repositories)
            if !current.repositories.isEmpty { tell(.page(account: account, repositories: current.repositories)) }
            guard let next = current.next else { return }
            guard seen.insert(next.hashValue).inserted, seen.count <= Self.maximumPages else {
                throw ListingFailure.failed(
                    "\(client.site.host): its pages never end: \(next.path) comes again; tell whoever runs the forge")
            }
            do {
                current = try await page(next, of: account, full: full, api, client, cache)
            } catch let failure as ListingFailure where failure.isRefusedWay {
                throw ListingFailure.failed(
                    "\(client.site.host): \(next.path) was listed and is refused half-way; run it again")
            }
        }
    }

    /// A page of a listing, from the forge; or from the cache, when the forge says that it has not changed. A last page
    /// that is full is not kept: it stays the same when another page follows, and a "not modified" says nothing of
    /// that.
    private func page(
        _ request: APIRequest, of account: String?, full: Int, _ api: any ForgeAPI, _ client: ForgeClient,
        _ cache: AnswerCache?
    ) async throws -> ForgePage {
        let kept = cache?.answer(to: request)
        let answer = try await client.send(request, unlessStill: kept?.validators) { response in
            (try api.page(response, answering: request, of: account), AnswerCache.Validators(response.headers))
        }
        guard let (page, validators) = answer else { return kept?.page ?? ForgePage() }
        if page.endsList, page.entries >= full {
            cache?.forget(request)
        } else {
            cache?.keep(page, validators, answering: request)
        }
        return page
    }
}
