// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Tags and comments of markup: they fall away, and what they quote is read.

extension ProseReader {
    /// A tag falls away; the long quoted values inside one (`label="…"`) are prose.
    mutating func angle(at i: Int, end: Int) -> Int {
        endWord()
        guard i + 1 < end else { return i + 1 }
        if text[i + 1] == UInt8(ascii: "!") { return htmlComment(at: i, end: end) }
        if text[i + 1] == UInt8(ascii: "%") || text[i + 1] == UInt8(ascii: "?") { return placeholder(at: i, end: end) }
        var close = i + 1
        let limit = min(end, i + Limit.tag)
        while close < limit, text[close] != UInt8(ascii: ">") { close += 1 }
        guard close < limit, !isInTag, isTagStart(text[i + 1]) else { return i + 1 }
        let inner = (i + 1)..<close
        if form != .source, let name = tagName(inner), !Self.tags.contains(name), isWords(inner) {
            emit(.blank)
            isInTag = true
            read(inner)
            endWord()
            isInTag = false
            return close + 1
        }
        if let name = tagName(inner), Self.blocks.contains(name) { endSentence() }
        readQuotedValues(inner)
        return close + 1
    }

    func isTagStart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || (0x61...0x7a).contains(byte | 0x20) || byte >= 0x80
    }

    func tagName(_ range: Range<Int>) -> String? {
        var name: [UInt8] = []
        for i in range where text[i] != UInt8(ascii: "/") || i != range.lowerBound {
            let byte = text[i] | 0x20
            guard (0x61...0x7a).contains(byte) || (0x30...0x39).contains(text[i]), name.count < 12 else { break }
            name.append((0x30...0x39).contains(text[i]) ? text[i] : byte)
        }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    static let blocks: Set<String> = Set(
        "p li td th tr h1 h2 h3 h4 h5 h6 div section dt dd ul ol table article header footer label option body main"
            .split(separator: " ").map(String.init))
    static let tags: Set<String> = blocks.union(
        "a b i u em strong span br hr img input button form script style link meta html head title template slot select small code pre"
            .split(separator: " ").map(String.init))

    /// Several words and nothing else: what a person is to replace.
    func isWords(_ range: Range<Int>) -> Bool {
        guard range.count <= Limit.blank, text[range.lowerBound] != UInt8(ascii: "/") else { return false }
        var spaces = 0
        for i in range {
            switch text[i] {
            case 0x20: spaces += 1
            case 0x41...0x5a, 0x61...0x7a, 0x80...0xff, UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: ","),
                UInt8(ascii: "."):
                break
            default: return false
            }
        }
        return spaces > 0
    }

    mutating func readQuotedValues(_ range: Range<Int>) {
        var i = range.lowerBound
        while i < range.upperBound {
            let quote = text[i]
            if quote == 0x0a { line += 1 }
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "`") else {
                i += 1
                continue
            }
            var close = i + 1
            var spaces = 0
            while close < range.upperBound, text[close] != quote {
                if text[close] == 0x20 { spaces += 1 }
                close += 1
            }
            let value = (i + 1)..<max(i + 1, close)
            if spaces > 2 {
                isInTag = true
                read(value)
                endWord()
                isInTag = false
            } else {
                line += UInt32(value.count { text[$0] == 0x0a })
            }
            i = close + 1
        }
    }

    mutating func htmlComment(at i: Int, end: Int) -> Int {
        guard i + 3 < end, text[i + 2] == UInt8(ascii: "-"), text[i + 3] == UInt8(ascii: "-"), commentsAreClosed else {
            return i + 1
        }
        var close = i + 4
        var lines: UInt32 = 0
        while close + 2 < end {
            if text[close] == UInt8(ascii: "-"), text[close + 1] == UInt8(ascii: "-"),
                text[close + 2] == UInt8(ascii: ">")
            {
                line += lines
                return close + 3
            }
            if text[close] == 0x0a { lines += 1 }
            close += 1
        }
        commentsAreClosed = false
        return i + 1
    }
}
