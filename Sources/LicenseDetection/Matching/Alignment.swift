// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Lays a rule over a text: which of its words stand there, in order. Shared runs of four words or more are the anchors;
// the heaviest chain of anchors that ascends in both is the skeleton; the short gaps between are filled by a longest
// common subsequence. Each step is bounded, so that the time is proportional to the rule.

/// A rule laid over a text.
struct Alignment {
    /// From the first to the last matched word of the text.
    var words: Range<Int>
    var matched: Int
    /// For each word of the rule the word of the text, -1 where it is missing.
    var textPositions: [Int32]
    /// The stretches of the text that hold the rule's words, small gaps closed.
    var segments: [Range<Int>]

    /// The rule's missing words before its first and after its last that matched.
    var cutOff: Int {
        let head = textPositions.firstIndex { $0 >= 0 } ?? textPositions.count
        let tail = textPositions.lastIndex { $0 >= 0 }.map { textPositions.count - 1 - $0 } ?? 0
        return head + tail
    }
}

/// A stretch of text, prepared for laying rules over it.
struct AlignmentText {
    private static let chainLimit = 16
    private static let lookBack = 40
    /// Words of an anchor that is no chance.
    private static let longAnchor = 12
    /// Words of the text that an edit may put between two anchors.
    static let longestInsertion = 200
    private static let maximumPlacements = 8

    private let ids: [WordID]
    private let window: Range<Int>
    /// For each run's hash the last position that begins one, and for each position the one before it with this hash.
    private var heads: [Int32]
    private var previous: [Int32]
    private let mask: Int
    /// The window's words.
    let words: WordSet

    init(_ ids: [WordID], _ window: Range<Int>) {
        self.ids = ids
        self.window = window
        var size = 1024
        while size < window.count { size *= 2 }
        mask = size - 1
        heads = [Int32](repeating: -1, count: size)
        previous = [Int32](repeating: -1, count: window.count)
        words = WordSet(ids, [window])
        guard window.count >= GramTable.length else { return }
        for i in window.lowerBound...(window.upperBound - GramTable.length) where ids[i] != .unknown {
            let slot = slot(ids[i], ids[i + 1], ids[i + 2], ids[i + 3])
            previous[i - window.lowerBound] = heads[slot]
            heads[slot] = Int32(i)
        }
    }

    @inline(__always)
    private func slot(_ a: WordID, _ b: WordID, _ c: WordID, _ d: WordID) -> Int {
        Int(GramTable.hash(a, b, c, d)) & mask
    }

    private struct Anchor {
        var text: Int
        var rule: Int
        var length: Int
    }

    /// The ways the rule lies on the text, the best first; they do not overlap.
    func alignments(with rule: UnsafeBufferPointer<WordID>) -> [Alignment] {
        var anchors = anchors(with: rule)
        var found: [Alignment] = []
        // A chain is no longer than all anchors together: what the first leaves is mostly not worth a search.
        while Self.isEnough(anchors, of: rule), found.count < Self.maximumPlacements {
            let chain = heaviestChain(anchors)
            if !Self.isEnough(chain, of: rule) { break }
            let alignment = fill(chain, rule)
            found.append(alignment)
            anchors.removeAll {
                $0.text < alignment.words.upperBound && $0.text + $0.length > alignment.words.lowerBound
            }
        }
        return found
    }

    /// Whether the anchors hold a quarter of the rule.
    private static func isEnough(_ anchors: [Anchor], of rule: UnsafeBufferPointer<WordID>) -> Bool {
        !anchors.isEmpty && anchors.reduce(0) { $0 + $1.length } * 4 >= rule.count
    }

    /// The longest shared runs, by their place in the rule; of those at one place, the last in the text first.
    private func anchors(with rule: UnsafeBufferPointer<WordID>) -> [Anchor] {
        var anchors: [Anchor] = []
        guard rule.count >= GramTable.length else { return [] }
        var covered = CoveredDiagonals()
        // Whether the rule's word before stands in more places than were looked at.
        var wasCutShort = false
        // Where the farthest-reaching long anchor ends: inside it, short runs elsewhere are chance ("of the software"), and
        // one word in nine is looked at, one of which a long run holds.
        var explainedUntil = 0
        ids.withUnsafeBufferPointer { ids in
            var r = 0
            while r <= rule.count - GramTable.length {
                var position = heads[slot(rule[r], rule[r + 1], rule[r + 2], rule[r + 3])]
                var steps = 0
                while position >= 0, steps < Self.chainLimit {
                    let t = Int(position)
                    position = previous[t - window.lowerBound]
                    steps += 1
                    let isInside = r < explainedUntil
                    var before = 0
                    if r > 0, t > window.lowerBound, ids[t - 1] == rule[r - 1] {
                        // A run that began before was looked at there, unless there were too many, or that word was none of
                        // those that are looked at.
                        let isNew = isInside || r == explainedUntil
                        if !isNew && !wasCutShort || r < covered.end(of: t - r) { continue }
                        if isNew { before = shared(ids, rule, t - 1, r - 1, step: -1) }
                    }
                    let length = shared(ids, rule, t, r, step: 1)
                    let isLong = before + length >= Self.longAnchor
                    if length < GramTable.length || isInside && !isLong { continue }
                    if isLong {
                        explainedUntil = max(explainedUntil, r + length)
                    } else {
                        before = 0
                    }
                    anchors.append(Anchor(text: t - before, rule: r - before, length: before + length))
                    covered.cover(t - r, until: r + length)
                }
                wasCutShort = position >= 0
                if anchors.count > 1024 { break }
                r += 1
                if r < explainedUntil, !wasCutShort { r = min(r + Self.longAnchor - GramTable.length, explainedUntil) }
            }
        }
        return anchors.sorted { ($0.rule, -$0.text) < ($1.rule, -$1.text) }
    }

    /// How many words text and rule share from two places on, forwards or backwards.
    @inline(__always)
    private func shared(
        _ ids: UnsafeBufferPointer<WordID>, _ rule: UnsafeBufferPointer<WordID>, _ t: Int, _ r: Int, step: Int
    ) -> Int {
        var (i, k) = (t, r)
        while window.contains(i), rule.indices.contains(k), ids[i] == rule[k] {
            i += step
            k += step
        }
        return abs(i - t)
    }

    /// The best chain that ends with an anchor: its weight and the anchor before.
    private struct Link {
        var weight: Int
        var before = -1
        /// The most that a chain weighs which ends with this anchor or one before.
        var most = 0
    }

    private func heaviestChain(_ anchors: [Anchor]) -> [Anchor] {
        var links = anchors.map { Link(weight: $0.length) }
        var top = 0
        anchors.withUnsafeBufferPointer { anchors in
            links.withUnsafeMutableBufferPointer { links in
                for i in anchors.indices {
                    let anchor = anchors[i]
                    var link = links[i]
                    for j in stride(from: i - 1, through: max(0, i - Self.lookBack), by: -1) {
                        if links[j].most + anchor.length <= link.weight { break }
                        if links[j].weight + anchor.length <= link.weight { continue }
                        let before = anchors[j]
                        guard before.rule < anchor.rule, before.text < anchor.text else { continue }
                        let overlap = max(
                            0, before.rule + before.length - anchor.rule, before.text + before.length - anchor.text)
                        let inserted = anchor.text - before.text - before.length
                        guard overlap < anchor.length, inserted <= Self.longestInsertion else { continue }
                        let shift = abs((anchor.text - anchor.rule) - (before.text - before.rule))
                        let weight = links[j].weight + anchor.length - overlap - min(shift, 8) / 2
                        if weight > link.weight { link = Link(weight: weight, before: j) }
                    }
                    link.most = max(link.weight, i > 0 ? links[i - 1].most : 0)
                    links[i] = link
                    if link.weight > links[top].weight { top = i }
                }
            }
        }
        var chain: [Anchor] = []
        var at = top
        while at >= 0 {
            chain.append(anchors[at])
            at = links[at].before
        }
        chain.reverse()
        // Where two anchors overlap, the later one gives way.
        for i in chain.indices.dropFirst() {
            let before = chain[i - 1]
            let overlap = max(
                0, before.rule + before.length - chain[i].rule, before.text + before.length - chain[i].text)
            chain[i] = Anchor(
                text: chain[i].text + overlap, rule: chain[i].rule + overlap, length: chain[i].length - overlap)
        }
        return chain
    }

    private func fill(_ chain: [Anchor], _ rule: UnsafeBufferPointer<WordID>) -> Alignment {
        var positions = [Int32](repeating: -1, count: rule.count)
        var ruleEnd = 0
        // Before the first anchor: the rule's words that are left, against as many words of the text and a few more.
        var textEnd = chain.first.map { max(window.lowerBound, $0.text - $0.rule - 4) } ?? window.lowerBound
        for anchor in chain {
            fillGap(textEnd..<anchor.text, ruleEnd..<anchor.rule, rule, &positions)
            for k in 0..<anchor.length { positions[anchor.rule + k] = Int32(anchor.text + k) }
            textEnd = anchor.text + anchor.length
            ruleEnd = anchor.rule + anchor.length
        }
        let tail = min(window.upperBound, textEnd + (rule.count - ruleEnd) + 4)
        fillGap(textEnd..<max(textEnd, tail), ruleEnd..<rule.count, rule, &positions)

        var segments: [Range<Int>] = []
        var matched = 0
        var segment = 0..<0
        for position in positions where position >= 0 {
            let t = Int(position)
            if matched > 0, t - segment.upperBound <= 2 {
                segment = segment.lowerBound..<(t + 1)
            } else {
                if matched > 0 { segments.append(segment) }
                segment = t..<(t + 1)
            }
            matched += 1
        }
        if matched > 0 { segments.append(segment) }
        let words = (segments.first?.lowerBound ?? 0)..<(segments.last?.upperBound ?? 0)
        return Alignment(words: words, matched: matched, textPositions: positions, segments: segments)
    }

    /// Fills in the longest common subsequence of two stretches; of a long one only the beginning is looked at, as edits
    /// change little after what still matched.
    private func fillGap(
        _ text: Range<Int>, _ ruleRange: Range<Int>, _ rule: UnsafeBufferPointer<WordID>, _ positions: inout [Int32]
    ) {
        let text = text.prefix(CommonSubsequence.longest)
        let ruleRange = ruleRange.prefix(CommonSubsequence.longest)
        if text.isEmpty || ruleRange.isEmpty { return }
        ids.withUnsafeBufferPointer { ids in
            let common = CommonSubsequence(
                UnsafeBufferPointer(rebasing: ids[text]), UnsafeBufferPointer(rebasing: rule[ruleRange]))
            common.forEach { i, k in positions[ruleRange.lowerBound + k] = Int32(text.lowerBound + i) }
        }
    }
}

/// On each diagonal (place in the text minus place in the rule) where the last run ends that an anchor covers: an
/// open-addressing table, at most half full, since it is asked for every anchor of every rule.
private struct CoveredDiagonals {
    /// An end of zero is an empty slot.
    private var slots: [(diagonal: Int, end: Int)] = []
    private var count = 0

    /// 0 where nothing is covered.
    func end(of diagonal: Int) -> Int { slots.isEmpty ? 0 : slots[slot(of: diagonal)].end }

    mutating func cover(_ diagonal: Int, until end: Int) {
        if 2 * count >= slots.count { grow() }
        let slot = slot(of: diagonal)
        if slots[slot].end == 0 { count += 1 }
        slots[slot] = (diagonal, end)
    }

    private func slot(of diagonal: Int) -> Int {
        let mask = slots.count - 1
        var slot = (diagonal &* 0x9e37_79b1) >> 7 & mask
        while slots[slot].end != 0, slots[slot].diagonal != diagonal { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = slots
        slots = [(diagonal: Int, end: Int)](repeating: (0, 0), count: max(16, 4 * old.count))
        for (diagonal, end) in old where end != 0 { slots[slot(of: diagonal)] = (diagonal, end) }
    }
}
