// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// From bytes to prose, in one pass: markup, quoting, concatenation and escapes fall away, what a program or a person will
// fill in becomes one word, and sentences end where a reader's breath would. Nothing is parsed; every look ahead is
// bounded, so that hostile input costs no more than any other. Signs, markup and places to fill have a file each.

struct ProseReader {
    enum Limit {
        static let wordBytes = 40
        static let interpolation = 160
        static let blank = 120
        static let tag = 800
    }

    let text: UnsafeRawBufferPointer
    let form: TextForm
    let vocabulary: Vocabulary
    var prose = Prose()
    var word: [UInt8] = []
    var wordIsNumber = false
    var line: UInt32 = 1
    var sentence: UInt32 = 0
    var sentenceIsEmpty = true
    var lastWordLength = 0
    var isInQuotes = false
    var isComment = false
    var isHeading = false
    var isInTag = false
    var commentsAreClosed = true

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

    mutating func read(_ range: Range<Int>) {
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
    func isHump(at i: Int, end: Int) -> Bool {
        i > 0 && (0x61...0x7a).contains(text[i - 1]) && i + 1 < end && (0x61...0x7a).contains(text[i + 1])
    }

    /// Reads what is neither letter, digit nor space, and returns where to go on.
    mutating func sign(_ byte: UInt8, at i: Int, end: Int) -> Int {
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

    mutating func add(letter: UInt8) {
        if wordIsNumber { endWord() }
        if word.count < Limit.wordBytes { word.append(letter) }
    }

    mutating func add(digit: UInt8) {
        if !word.isEmpty, !wordIsNumber { endWord() }
        wordIsNumber = true
        if word.count < Limit.wordBytes { word.append(digit) }
    }

    mutating func endWord() {
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

    static let null = Array("null".utf8)

    mutating func emit(_ special: Vocabulary.Special) {
        endWord()
        prose.atoms.append(special.atom)
        append(prose.atoms.count - 1)
        lastWordLength = 3
    }

    mutating func append(_ firstAtom: Int) {
        sentenceIsEmpty = false
        prose.words.append(
            Prose.Word(
                firstAtom: UInt32(firstAtom), atomCount: UInt8(clamping: prose.atoms.count - firstAtom),
                isComment: isComment, line: line, sentence: sentence))
    }

    mutating func endSentence() {
        endWord()
        if !sentenceIsEmpty {
            sentence += 1
            sentenceIsEmpty = true
        }
    }

    // MARK: Lines

    /// Looks at how a line begins; returns where its words begin.
    @discardableResult
    mutating func startLine(at start: Int) -> Int {
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
    func isStars(at i: Int, _ start: Int) -> Bool {
        guard i == start, text[i] == UInt8(ascii: "*") else { return false }
        var k = i
        while k < text.count, k - i < 8, text[k] == UInt8(ascii: "*") { k += 1 }
        return k < text.count && text[k] == 0x20
    }

    /// Whether a line of data begins with a key, an item or a sign, and does not go on with a folded text.
    func startsValue(at i: Int) -> Bool {
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

    func startsComment(_ byte: UInt8, _ next: UInt8, _ isSpaced: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "/"): next == UInt8(ascii: "/") || next == UInt8(ascii: "*")
        case UInt8(ascii: "#"): form == .source && (isSpaced || next == UInt8(ascii: "#"))
        case UInt8(ascii: "*"): form == .source && (isSpaced || next == UInt8(ascii: "*") || next == UInt8(ascii: "/"))
        case UInt8(ascii: "-"): form == .source && next == UInt8(ascii: "-")
        case UInt8(ascii: ";"): form == .source && next == UInt8(ascii: ";")
        default: false
        }
    }
}
