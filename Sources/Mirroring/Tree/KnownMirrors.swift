// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a host's folder holds from earlier runs, and what of it this run has met again: how renamed and vanished
// repositories are found. Some hundred bytes a repository.

import Forges

/// The mirrors of one host.
struct KnownMirrors {
    private struct Known {
        var place: MirrorPlace
        var id: String?
        /// Whether a forge listed it; not, when somebody named its address.
        var isListed: Bool
        var hasVanished: Bool
        var isMet = false
    }

    private var mirrors: [Known] = []
    private var byID: [String: Int] = [:]
    private var byPlace: [MirrorPlace: Int] = [:]

    /// The mirrors of a host, from their records. Of two with the forge's same id, a move that was interrupted left one
    /// without a mirror, which counts for nothing.
    init(of host: String, in tree: MirrorTree) {
        for (place, record) in tree.records(of: host) {
            if let id = record.id, let other = byID[id] {
                guard tree.hasMirror(place), !tree.hasMirror(mirrors[other].place) else { continue }
                mirrors[other].isListed = false
            }
            add(
                Known(
                    place: place, id: record.id, isListed: record.kind != nil, hasVanished: record.vanishedSince != nil)
            )
        }
    }

    private mutating func add(_ known: Known) {
        byPlace[known.place] = mirrors.count
        if let id = known.id { byID[id] = mirrors.count }
        mirrors.append(known)
    }

    /// Where the repository is kept that the forge lists now: by its id, which survives a change of name; else by its
    /// place, where no other id is known to be there.
    func place(of record: ForgeRecord, at place: MirrorPlace) -> MirrorPlace? {
        if let id = record.id, let index = byID[id] { return mirrors[index].place }
        guard let index = byPlace[place], record.id == nil || mirrors[index].id == nil else { return nil }
        return place
    }

    /// Whether another repository is kept at a place than the one that the forge lists there now.
    func isTaken(_ place: MirrorPlace, byAnotherThan record: ForgeRecord) -> Bool {
        guard let index = byPlace[place], let id = mirrors[index].id, let listed = record.id else { return false }
        return id != listed
    }

    /// Whether this run has met the repository before: by the same id, or under an address that has none.
    func hasMet(_ place: MirrorPlace, _ record: ForgeRecord) -> Bool {
        guard let index = byPlace[place], mirrors[index].isMet else { return false }
        return record.id == nil || mirrors[index].id == record.id
    }

    /// Takes note that a repository is there, and where it is now; `before` is where it was kept.
    mutating func meet(_ record: ForgeRecord, at place: MirrorPlace, before: MirrorPlace?) {
        let known = Known(
            place: place, id: record.id, isListed: record.kind != nil, hasVanished: false, isMet: true)
        guard let before, let index = byPlace.removeValue(forKey: before) else {
            return add(known)
        }
        mirrors[index] = known
        byPlace[place] = index
        if let id = record.id { byID[id] = index }
    }

    /// Takes note that a mirror was moved out of the way of another repository, which has its name now.
    mutating func displace(from old: MirrorPlace, to new: MirrorPlace) {
        guard let index = byPlace.removeValue(forKey: old) else { return }
        mirrors[index].place = new
        byPlace[new] = index
    }

    /// Those of an account, or of the whole forge, that this run has not met and that were there before.
    func missing(from account: String?) -> [MirrorPlace] {
        mirrors.filter { $0.isListed && !$0.isMet && !$0.hasVanished && $0.place.isOf(account) }.map(\.place).sorted()
    }

    /// Takes note that a repository has vanished, so that it is said once.
    mutating func markVanished(_ place: MirrorPlace) {
        if let index = byPlace[place] { mirrors[index].hasVanished = true }
    }
}
