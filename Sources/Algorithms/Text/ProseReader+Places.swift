// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What a program will fill in (one word, by the names in it) and what a person will (a blank).

extension ProseReader {
    /// `#{…}`, `${…}`, `{{ … }}`, `{name}`, `<%= … %>`, `%s`, `%(name)s`, an e-mail's `@`.
    mutating func placeholder(at i: Int, end: Int) -> Int {
        let next = i + 1 < end ? text[i + 1] : 0x20
        switch text[i] {
        case UInt8(ascii: "@"): return at(i, end: end)
        case UInt8(ascii: "%"): return percent(at: i, next, end: end)
        case UInt8(ascii: "#"), UInt8(ascii: "$"):
            endWord()
            guard next == UInt8(ascii: "{") else { return i + 1 }
            return fill(from: i + 2, closing: UInt8(ascii: "}"), end: end, else: i + 2)
        case UInt8(ascii: "<"):
            guard i + 2 < end, text[i + 2] == UInt8(ascii: "=") else { return i + 2 }
            return fill(from: i + 3, closing: UInt8(ascii: ">"), end: end, else: i + 3)
        default:
            endWord()
            if next == UInt8(ascii: "{") { return fill(from: i + 2, closing: UInt8(ascii: "}"), end: end, else: i + 2) }
            if next == UInt8(ascii: "%") { return i + 2 }
            return isName(next) ? name(from: i + 1, end: end) : i + 1
        }
    }

    mutating func at(_ i: Int, end: Int) -> Int {
        let isEmail = !word.isEmpty && i + 1 < end && isName(text[i + 1])
        endWord()
        guard isEmail else { return i + 1 }
        var close = i + 1
        var dots = 0
        while close < end, isName(text[close]) || text[close] == UInt8(ascii: ".") || text[close] == UInt8(ascii: "-") {
            if text[close] == UInt8(ascii: ".") { dots += 1 }
            close += 1
        }
        if dots > 0 { emit(.email) }
        // A full stop behind the address is the sentence's.
        return text[close - 1] == UInt8(ascii: ".") ? close - 1 : close
    }

    mutating func percent(at i: Int, _ next: UInt8, end: Int) -> Int {
        let before = i > 0 ? text[i - 1] : 0x20
        let isAfterNumber =
            (0x30...0x39).contains(before) || (before == 0x20 && i > 1 && (0x30...0x39).contains(text[i - 2]))
            || before == 0xa0 || before == 0xaf
        endWord()
        if isAfterNumber {
            emit(.percent)
            return i + 1
        }
        if next == UInt8(ascii: "(") || next == UInt8(ascii: "{") {
            let close = next == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
            let after = fill(from: i + 2, closing: close, end: end, else: i + 2)
            return after < end && text[after] == UInt8(ascii: "s") ? after + 1 : after
        }
        var k = i + 1
        while k < end, k - i < 4, (0x30...0x39).contains(text[k]) || text[k] == UInt8(ascii: "$") { k += 1 }
        if k < end, "sdif@".utf8.contains(text[k]), k + 1 >= end || !isName(text[k + 1]) {
            emit(.fill)
            return k + 1
        }
        return i + 1
    }

    /// A short expression is one word; a long one, or one that quotes prose (`{{ "…"|trans }}`), is read on.
    mutating func fill(from start: Int, closing: UInt8, end: Int, else otherwise: Int) -> Int {
        endWord()
        var close = start
        var depth = 0
        var spaces = 0
        let limit = min(end, start + Limit.interpolation)
        while close < limit {
            let byte = text[close]
            if byte == closing, depth == 0 { break }
            if byte == UInt8(ascii: "{"), closing == UInt8(ascii: "}") { depth += 1 }
            if byte == closing { depth -= 1 }
            if byte == 0x0a { return otherwise }
            if byte == 0x20 { spaces += 1 }
            close += 1
        }
        guard close < limit, spaces < 7 else { return otherwise }
        emit(Filler.kind(of: text[start..<close]))
        close += 1
        return close < end && text[close] == closing && closing == UInt8(ascii: "}") ? close + 1 : close
    }

    /// `{montant}`, `{decision.montant}`, `{0}`.
    mutating func name(from start: Int, end: Int) -> Int {
        var close = start
        while close < end, close - start < 80, isName(text[close]) || ".()[]?:'".utf8.contains(text[close]) {
            close += 1
        }
        guard close < end, text[close] == UInt8(ascii: "}") else { return start }
        emit(Filler.kind(of: text[start..<close]))
        return close + 1
    }

    func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "_"): true
        default: false
        }
    }

    /// `[nom du service]`, `[…]`: a blank, unless it is a link, a box to tick or an array of a program. Its words are
    /// read too: they say what the place is for.
    mutating func bracket(at i: Int, end: Int) -> Int {
        endWord()
        guard form != .source, form != .data, !isInTag else { return i + 1 }
        var close = i + 1
        let limit = min(end, i + Limit.blank)
        var letters = 0
        while close < limit, text[close] != UInt8(ascii: "]"), text[close] != UInt8(ascii: "["), text[close] != 0x0a {
            if text[close] > UInt8(ascii: ".") { letters += 1 }
            close += 1
        }
        guard close < limit, text[close] == UInt8(ascii: "]"), close > i + 2 else { return i + 1 }
        let after = close + 1 < end ? text[close + 1] : 0x20
        let isLink =
            after == UInt8(ascii: "(") || after == UInt8(ascii: "[") || after == UInt8(ascii: ":")
            || after == UInt8(ascii: "{") || after == UInt8(ascii: "]")
        let isMarkup =
            [UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: "^"), UInt8(ascii: "]")].contains(text[i + 1])
            || (i > 0 && (isName(text[i - 1]) || text[i - 1] == UInt8(ascii: "]") || text[i - 1] == UInt8(ascii: "[")))
        let isDots = letters == 0 && text[i + 1] == UInt8(ascii: ".")
        let isProse = letters > 2 && !text[(i + 1)..<close].contains { "\"=;{}()/<>_".utf8.contains($0) }
        if !isLink, !isMarkup, isDots || isProse { emit(.blank) }
        return i + 1
    }
}

/// What a program will print in the place of an expression, by the names in it.
private enum Filler {
    static func kind(of expression: Slice<UnsafeRawBufferPointer>) -> Vocabulary.Special {
        let name = UnsafeRawBufferPointer(rebasing: expression)
        if contacts.isIn(name) { return .fillContact }
        return bodies.isIn(name) ? .fillBody : .fill
    }

    private static let contacts = AnchorFilter([
        "mail", "courriel", "contact", "adresse", "address", "phone", "url", "formulaire",
    ])
    private static let bodies = AnchorFilter([
        "administration", "commune", "organism", "collectivit", "ville", "mairie", "etablissement", "ministere",
        "authority", "organisation", "organization", "council", "municipality", "agency", "caisse", "rectorat",
        "departement", "universite", "academie", "prefecture", "gemeente", "service", "body", "autorite", "regie",
        "admin.",
    ])
}
