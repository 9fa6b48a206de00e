// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// From bytes to prose, in one pass: markup, quoting, concatenation and escapes fall away, what a program or a person will
// fill in becomes one word, and sentences end where a reader's breath would. Nothing is parsed; every look ahead is
// bounded, so that hostile input costs no more than any other.

struct ProseReader {
    private enum Limit {
        static let wordBytes = 40
        static let interpolation = 160
        static let blank = 120
        static let tag = 800
    }

    private let text: UnsafeRawBufferPointer
    private let form: TextForm
    private let vocabulary: Vocabulary
    private var prose = Prose()
    private var word: [UInt8] = []
    private var wordIsNumber = false
    private var line: UInt32 = 1
    private var sentence: UInt32 = 0
    private var sentenceIsEmpty = true
    private var lastWordLength = 0
    private var isInQuotes = false
    private var isComment = false
    private var isHeading = false
    private var isInTag = false
    private var commentsAreClosed = true

    /// The prose of a text.
    static func prose(
        of text: UnsafeRawBufferPointer, form: TextForm, vocabulary: Vocabulary
    ) -> Prose {
        var reader = ProseReader(text, form, vocabulary)
        reader.startLine(at: 0)
        reader.read(0..<text.count)
        reader.endWord()
        return reader.prose
    }

    private init(_ text: UnsafeRawBufferPointer, _ form: TextForm, _ vocabulary: Vocabulary) {
        self.text = text
        self.form = form
        self.vocabulary = vocabulary
        word.reserveCapacity(Limit.wordBytes)
    }

    private mutating func read(_ range: Range<Int>) {
        var i = range.lowerBound
        while i < range.upperBound {
            let byte = text[i]
            switch byte {
            case 0x61...0x7a: add(letter: byte)
            case 0x41...0x5a:
                if form == .data, isHump(at: i, end: range.upperBound) { endWord() }
                add(letter: byte | 0x20)
            case 0x30...0x39: add(digit: byte)
            case 0x20: endWord()
            default:
                i = max(i + 1, sign(byte, at: i, end: range.upperBound))
                continue
            }
            i += 1
        }
    }

    /// Whether a word of a camel-case key begins here.
    private func isHump(at i: Int, end: Int) -> Bool {
        i > 0 && (0x61...0x7a).contains(text[i - 1]) && i + 1 < end && (0x61...0x7a).contains(text[i + 1])
    }

    /// Reads what is neither letter, digit nor space, and returns where to go on.
    private mutating func sign(_ byte: UInt8, at i: Int, end: Int) -> Int {
        switch byte {
        case 0x0a:
            endWord()
            line += 1
            return startLine(at: i + 1)
        case UInt8(ascii: "<"): return angle(at: i, end: end)
        case UInt8(ascii: "{"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "@"):
            return placeholder(at: i, end: end)
        case UInt8(ascii: "["): return bracket(at: i, end: end)
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "!"), UInt8(ascii: "?"): return point(at: i, end: end)
        case UInt8(ascii: ":"): return colon(at: i, end: end)
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), 0x09, UInt8(ascii: "\""):
            return delimiter(at: i, end: end)
        case UInt8(ascii: "'"): if let next = continuation(of: byte, at: i, end: end) { return next }
        default: break
        }
        let character = FoldedCharacter.read(text, at: i)
        switch character.meaning {
        case .letter(let letter): add(letter: letter)
        case .letters(let first, let second):
            add(letter: first)
            add(letter: second)
        case .digit(let digit): add(digit: digit)
        case .ignorable: break
        case .euro:
            endWord()
            emit(.euro)
        case .ellipsis:
            endWord()
            if i + 6 <= end, text[i + 3] == text[i], text[i + 4] == text[i + 1] { emit(.blank) }
        case .separator: endWord()
        }
        return i + character.length
    }

    // MARK: Words

    private mutating func add(letter: UInt8) {
        if wordIsNumber { endWord() }
        if word.count < Limit.wordBytes { word.append(letter) }
    }

    private mutating func add(digit: UInt8) {
        if !word.isEmpty, !wordIsNumber { endWord() }
        wordIsNumber = true
        if word.count < Limit.wordBytes { word.append(digit) }
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        lastWordLength = wordIsNumber ? 3 : word.count
        if form == .data, word == Self.null {
            word.removeAll(keepingCapacity: true)
            emit(.empty)
            return
        }
        if wordIsNumber || (word.count > 1 && !Vocabulary.isArticle(word)) {
            let first = prose.atoms.count
            vocabulary.appendAtoms(of: word, to: &prose.atoms)
            if wordIsNumber { prose.atoms.append(Vocabulary.Special.number.atom) }
            append(first)
        }
        word.removeAll(keepingCapacity: true)
        wordIsNumber = false
    }

    private static let null = Array("null".utf8)

    private mutating func emit(_ special: Vocabulary.Special) {
        endWord()
        prose.atoms.append(special.atom)
        append(prose.atoms.count - 1)
        lastWordLength = 3
    }

    private mutating func append(_ firstAtom: Int) {
        sentenceIsEmpty = false
        prose.words.append(
            Prose.Word(
                firstAtom: UInt32(firstAtom), atomCount: UInt8(clamping: prose.atoms.count - firstAtom),
                isComment: isComment, line: line, sentence: sentence))
    }

    private mutating func endSentence() {
        endWord()
        if !sentenceIsEmpty {
            sentence += 1
            sentenceIsEmpty = true
        }
    }

    // MARK: Lines

    /// Looks at how a line begins; returns where its words begin.
    @discardableResult
    private mutating func startLine(at start: Int) -> Int {
        if isHeading { endSentence() }
        isHeading = false
        var i = start
        while i < text.count, text[i] == 0x20 || text[i] == 0x09 || text[i] == 0x0d, i - start < 200 { i += 1 }
        guard i < text.count else { return start }
        let next = i + 1 < text.count ? text[i + 1] : 0x0a
        let isSpaced = next == 0x20 || next == 0x0a || next == 0x0d
        if text[i] == 0x0a {
            endSentence()
            return i
        }
        switch form {
        case .document:
            let isItem = isSpaced && [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(text[i])
            let isNumbered = (0x30...0x39).contains(text[i]) && (next == UInt8(ascii: ".") || next == UInt8(ascii: ")"))
            if isItem || isNumbered || text[i] == UInt8(ascii: "|") { endSentence() }
            if text[i] == UInt8(ascii: "#") || text[i] == UInt8(ascii: "=") || isStars(at: i, start) {
                endSentence()
                isHeading = true
            }
        case .data:
            if startsValue(at: i) { endSentence() }
            isComment = text[i] == UInt8(ascii: "#") && isSpaced
        case .table:
            if !isInQuotes { endSentence() }
        case .translation:
            if text[i] == UInt8(ascii: "#") {
                endSentence()
                while i < text.count, text[i] != 0x0a { i += 1 }
                return i
            }
        case .source, .markup, .test:
            let wasComment = isComment
            isComment = startsComment(text[i], next, isSpaced)
            if wasComment != isComment { endSentence() }
        }
        return i
    }

    /// An Org heading: stars at the very head of a line, and a space.
    private func isStars(at i: Int, _ start: Int) -> Bool {
        guard i == start, text[i] == UInt8(ascii: "*") else { return false }
        var k = i
        while k < text.count, k - i < 8, text[k] == UInt8(ascii: "*") { k += 1 }
        return k < text.count && text[k] == 0x20
    }

    /// Whether a line of data begins with a key, an item or a sign, and does not go on with a folded text.
    private func startsValue(at i: Int) -> Bool {
        if !isName(text[i]), text[i] < 0x80 { return true }
        var k = i
        while k < text.count, k - i < 60,
            isName(text[k]) || text[k] == UInt8(ascii: "-") || text[k] == 0x20 || text[k] >= 0x80
        {
            k += 1
        }
        guard k < text.count, text[k] == UInt8(ascii: ":") || text[k] == UInt8(ascii: "=") else { return false }
        return k + 1 >= text.count || text[k + 1] <= 0x20
    }

    private func startsComment(_ byte: UInt8, _ next: UInt8, _ isSpaced: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "/"): next == UInt8(ascii: "/") || next == UInt8(ascii: "*")
        case UInt8(ascii: "#"): form == .source && (isSpaced || next == UInt8(ascii: "#"))
        case UInt8(ascii: "*"): form == .source && (isSpaced || next == UInt8(ascii: "*") || next == UInt8(ascii: "/"))
        case UInt8(ascii: "-"): form == .source && next == UInt8(ascii: "-")
        case UInt8(ascii: ";"): form == .source && next == UInt8(ascii: ";")
        default: false
        }
    }

    // MARK: Signs

    /// A full stop ends a sentence unless it abbreviates; four in a row are a blank.
    private mutating func point(at i: Int, end: Int) -> Int {
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

    private func wasAbbreviation(before i: Int) -> Bool {
        guard i >= 3 else { return false }
        let last = (text[i - 3] | 0x20, text[i - 2] | 0x20, text[i - 1] | 0x20)
        return last == (0x61, 0x72, 0x74) || last == (0x74, 0x65, 0x6c) || last == (0xe9, 0x6c, 0x2e)
    }

    /// `://` begins an address, which is skipped: words inside one are said to nobody.
    private mutating func colon(at i: Int, end: Int) -> Int {
        endWord()
        guard i + 2 < end, text[i + 1] == UInt8(ascii: "/"), text[i + 2] == UInt8(ascii: "/") else { return i + 1 }
        emit(.url)
        return skipAddress(from: i + 3, end: end)
    }

    private func skipAddress(from start: Int, end: Int) -> Int {
        var i = start
        while i < end, text[i] > 0x20, !Self.addressEnds.contains(text[i]) { i += 1 }
        return i
    }

    private static let addressEnds: Set<UInt8> = Set("\"'<>)]}`|\\,;".utf8)

    /// Where a literal goes on that was cut inside a word (`"trai" + "tement"`): behind the next quote, when only signs
    /// of concatenation stand between.
    private mutating func continuation(of quote: UInt8, at i: Int, end: Int) -> Int? {
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

    private mutating func delimiter(at i: Int, end: Int) -> Int {
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
    private func isCellEmpty(before i: Int) -> Bool {
        var k = i - 1
        while k >= 0, i - k < 60, text[k] == 0x20 { k -= 1 }
        return k >= 0 && k < i - 1 && text[k] == UInt8(ascii: "|")
    }

    // MARK: Markup

    /// A tag falls away; the long quoted values inside one (`label="…"`) are prose.
    private mutating func angle(at i: Int, end: Int) -> Int {
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

    private func isTagStart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || (0x61...0x7a).contains(byte | 0x20) || byte >= 0x80
    }

    private func tagName(_ range: Range<Int>) -> String? {
        var name: [UInt8] = []
        for i in range where text[i] != UInt8(ascii: "/") || i != range.lowerBound {
            let byte = text[i] | 0x20
            guard (0x61...0x7a).contains(byte) || (0x30...0x39).contains(text[i]), name.count < 12 else { break }
            name.append((0x30...0x39).contains(text[i]) ? text[i] : byte)
        }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    private static let blocks: Set<String> = Set(
        "p li td th tr h1 h2 h3 h4 h5 h6 div section dt dd ul ol table article header footer label option body main"
            .split(separator: " ").map(String.init))
    private static let tags: Set<String> = blocks.union(
        "a b i u em strong span br hr img input button form script style link meta html head title template slot select small code pre"
            .split(separator: " ").map(String.init))

    /// Several words and nothing else: what a person is to replace.
    private func isWords(_ range: Range<Int>) -> Bool {
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

    private mutating func readQuotedValues(_ range: Range<Int>) {
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

    private mutating func htmlComment(at i: Int, end: Int) -> Int {
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

    // MARK: Places to fill

    /// `#{…}`, `${…}`, `{{ … }}`, `{name}`, `<%= … %>`, `%s`, `%(name)s`, an e-mail's `@`.
    private mutating func placeholder(at i: Int, end: Int) -> Int {
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

    private mutating func at(_ i: Int, end: Int) -> Int {
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

    private mutating func percent(at i: Int, _ next: UInt8, end: Int) -> Int {
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
    private mutating func fill(from start: Int, closing: UInt8, end: Int, else otherwise: Int) -> Int {
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
    private mutating func name(from start: Int, end: Int) -> Int {
        var close = start
        while close < end, close - start < 80, isName(text[close]) || ".()[]?:'".utf8.contains(text[close]) {
            close += 1
        }
        guard close < end, text[close] == UInt8(ascii: "}") else { return start }
        emit(Filler.kind(of: text[start..<close]))
        return close + 1
    }

    private func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "_"): true
        default: false
        }
    }

    /// `[nom du service]`, `[…]`: a blank, unless it is a link, a box to tick or an array of a program. Its words are
    /// read too: they say what the place is for.
    private mutating func bracket(at i: Int, end: Int) -> Int {
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
        let name = String(decoding: expression, as: UTF8.self).lowercased()
        if contacts.contains(where: name.contains) { return .fillContact }
        return bodies.contains(where: name.contains) ? .fillBody : .fill
    }

    private static let contacts = ["mail", "courriel", "contact", "adresse", "address", "phone", "url", "formulaire"]
    private static let bodies = [
        "administration", "commune", "organism", "collectivit", "ville", "mairie", "etablissement", "ministere",
        "authority", "organisation", "organization", "council", "municipality", "agency", "caisse", "rectorat",
        "departement", "universite", "academie", "prefecture", "gemeente", "service", "body", "autorite", "regie",
        "admin.",
    ]
}
