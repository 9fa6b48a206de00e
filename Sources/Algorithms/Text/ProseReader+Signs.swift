// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Full stops, addresses, delimiters, and literals cut inside a word.

extension ProseReader {
    /// A full stop ends a sentence unless it abbreviates; four in a row are a blank.
    mutating func point(at i: Int, end: Int) -> Int {
        var after = i
        while after < end, text[after] == text[i] { after += 1 }
        let count = after - i
        if text[i] == UInt8(ascii: "_") || text[i] == UInt8(ascii: ".") {
            if count > 3 {
                let before = i > 0 ? text[i - 1] : 0x0a
                let isRule = before == 0x0a && (after >= end || text[after] == 0x0a)
                if !isRule { emit(.blank) }
                return after
            }
            if text[i] == UInt8(ascii: "_") || count == 3 {
                endWord()
                return after
            }
        }
        endWord()
        let next = after < end ? text[after] : 0x20
        let isEnd =
            next <= 0x20 || next == UInt8(ascii: "<") || next == UInt8(ascii: "\"") || next == UInt8(ascii: "'")
            || next == UInt8(ascii: "\\") || next == UInt8(ascii: "`") || next == UInt8(ascii: "*")
            || next == UInt8(ascii: ")")
            || next == 0xc2 || next == 0xe2
        if isEnd, i > 0, text[i - 1] > 0x20, lastWordLength > 3 || (lastWordLength == 3 && !wasAbbreviation(before: i))
        {
            endSentence()
        }
        return after
    }

    func wasAbbreviation(before i: Int) -> Bool {
        guard i >= 3 else { return false }
        let last = (text[i - 3] | 0x20, text[i - 2] | 0x20, text[i - 1] | 0x20)
        return last == (0x61, 0x72, 0x74) || last == (0x74, 0x65, 0x6c) || last == (0xe9, 0x6c, 0x2e)
    }

    /// `://` begins an address, which is skipped: words inside one are said to nobody.
    mutating func colon(at i: Int, end: Int) -> Int {
        endWord()
        guard i + 2 < end, text[i + 1] == UInt8(ascii: "/"), text[i + 2] == UInt8(ascii: "/") else { return i + 1 }
        emit(.url)
        return skipAddress(from: i + 3, end: end)
    }

    func skipAddress(from start: Int, end: Int) -> Int {
        var i = start
        while i < end, text[i] > 0x20, !Self.addressEnds.contains(text[i]) { i += 1 }
        return i
    }

    static let addressEnds: Set<UInt8> = Set("\"'<>)]}`|\\,;".utf8)

    /// Where a literal goes on that was cut inside a word (`"trai" + "tement"`): behind the next quote, when only signs
    /// of concatenation stand between.
    mutating func continuation(of quote: UInt8, at i: Int, end: Int) -> Int? {
        guard !word.isEmpty, form == .source || form == .translation else { return nil }
        var next = i + 1
        var lines: UInt32 = 0
        while next < end, next - i < 160, " \n\r\t+.\\&".utf8.contains(text[next]) {
            if text[next] == 0x0a { lines += 1 }
            next += 1
        }
        guard next > i + 1, next + 1 < end, text[next] == quote, isName(text[next + 1]) || text[next + 1] >= 0xc3 else {
            return nil
        }
        line += lines
        return next + 1
    }

    mutating func delimiter(at i: Int, end: Int) -> Int {
        if text[i] == UInt8(ascii: "\""), let next = continuation(of: text[i], at: i, end: end) { return next }
        endWord()
        // An image or a font within the text.
        if text[i] == UInt8(ascii: ","), i >= 6, text[(i - 6)..<i].elementsEqual("base64".utf8) {
            return skipAddress(from: i + 1, end: end)
        }
        switch (form, text[i]) {
        case (.table, UInt8(ascii: "\"")): isInQuotes.toggle()
        case (.table, UInt8(ascii: ";")), (.table, 0x09): if !isInQuotes { endSentence() }
        case (.table, UInt8(ascii: ",")):
            if !isInQuotes, i + 1 < end, text[i + 1] != 0x20 { endSentence() }
        case (.data, UInt8(ascii: "\"")):
            if i > 0, text[i - 1] == UInt8(ascii: ",") || text[i - 1] == UInt8(ascii: "{") { endSentence() }
            if i > 0, i + 1 < end, text[i + 1] == text[i], text[i - 1] != UInt8(ascii: "\\") {
                emit(.empty)
                return i + 2
            }
        case (.document, UInt8(ascii: "|")):
            endSentence()
            if isCellEmpty(before: i) { emit(.empty) }
        case (.table, UInt8(ascii: "|")): endSentence()
        default: break
        }
        return i + 1
    }

    /// Whether only spaces stand between this sign and the one before.
    func isCellEmpty(before i: Int) -> Bool {
        var k = i - 1
        while k >= 0, i - k < 60, text[k] == 0x20 { k -= 1 }
        return k >= 0 && k < i - 1 && text[k] == UInt8(ascii: "|")
    }
}
