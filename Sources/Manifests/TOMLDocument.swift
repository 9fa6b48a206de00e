// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Reads TOML 1.0 into a ManifestValue, with the line of each string. It is our own because what is read here is hostile:
// TOMLKit's C++ parser aborts the process, in release builds too, on texts as small as `[.a]` or `a = [}`, and forgets
// lines. This one reads more than it validates: numbers and dates are words, a table may be opened twice.

import Languages

struct TOMLDocument {
    /// How deep arrays and inline tables nest, and how many segments a dotted key has.
    private static let maximumDepth = 16

    private let bytes: [UInt8]
    private let format: String
    private var index = 0
    private var line = 1

    static func parse(_ text: ManifestText, format: String) throws(ManifestError) -> ManifestValue {
        var document = TOMLDocument(bytes: Array(text.string.utf8), format: format)
        return try document.document().value
    }

    private init(bytes: [UInt8], format: String) {
        self.bytes = bytes
        self.format = format
    }

    /// A table while it grows.
    private final class Table {
        enum Entry {
            case value(ManifestValue)
            case table(Table)
            case tables(TableList)
        }

        var entries: [String: Entry] = [:]

        var value: ManifestValue {
            .table(
                entries.mapValues { entry in
                    switch entry {
                    case .value(let value): value
                    case .table(let table): table.value
                    case .tables(let list): .list(list.tables.map(\.value))
                    }
                })
        }

        /// The table at the end of a path, made where it is missing; `nil` when a value stands in the way.
        func table(at path: some Sequence<String>) -> Table? {
            var table = self
            for key in path {
                switch table.entries[key] {
                case nil:
                    let child = Table()
                    table.entries[key] = .table(child)
                    table = child
                case .table(let child): table = child
                case .tables(let list): table = list.tables[list.tables.count - 1]
                case .value: return nil
                }
            }
            return table
        }

        /// A new table at the end of an array of tables.
        func append(at key: String) -> Table? {
            let child = Table()
            switch entries[key] {
            case nil: entries[key] = .tables(TableList(child))
            case .tables(let list): list.tables.append(child)
            case .table, .value: return nil
            }
            return child
        }
    }

    /// An array of tables, by reference so that it grows in place.
    private final class TableList {
        var tables: [Table]

        init(_ first: Table) {
            tables = [first]
        }
    }

    private mutating func document() throws(ManifestError) -> Table {
        let root = Table()
        var current = root
        while true {
            skipBlankLines()
            guard let byte = peek else { return root }
            if byte == UInt8(ascii: "[") {
                current = try header(in: root)
            } else {
                try pair(into: current, depth: 0)
            }
            skipBlanks()
            skipComment()
            guard peek == nil || peek == UInt8(ascii: "\n") else {
                throw malformed("the end of the line is expected", "la ligne devrait finir là")
            }
        }
    }

    /// `[a.b]` or `[[a.b]]`.
    private mutating func header(in root: Table) throws(ManifestError) -> Table {
        index += 1
        let isArray = take("[")
        let path = try key()
        guard take("]"), !isArray || take("]") else {
            throw malformed(
                "“]” is expected after a table's name", "«\u{A0}]\u{A0}» est attendu après le nom d’une table")
        }
        let table = isArray ? root.table(at: path.dropLast())?.append(at: path[path.count - 1]) : root.table(at: path)
        let name = path.joined(separator: ".")
        guard let table else { throw malformed("“\(name)” is no table", "«\u{A0}\(name)\u{A0}» n’est pas une table") }
        return table
    }

    /// `key = value`.
    private mutating func pair(into table: Table, depth: Int) throws(ManifestError) {
        let path = try key()
        let name = path.joined(separator: ".")
        guard take("=") else {
            throw malformed(
                "“=” is expected after “\(name)”", "«\u{A0}=\u{A0}» est attendu après «\u{A0}\(name)\u{A0}»")
        }
        skipBlanks()
        let value = try value(depth: depth)
        guard let owner = table.table(at: path.dropLast()), let last = path.last, owner.entries[last] == nil else {
            throw malformed("“\(name)” is already set", "«\u{A0}\(name)\u{A0}» est déjà défini")
        }
        owner.entries[last] = .value(value)
    }

    private mutating func key() throws(ManifestError) -> [String] {
        var path: [String] = []
        repeat {
            guard path.count < Self.maximumDepth else { throw ManifestError(format, .tooDeep, line: line) }
            skipBlanks()
            if peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") {
                path.append(try string())
            } else {
                path.append(try word(Bilingual("a key", "une clé"), while: Self.isKeyByte))
            }
            skipBlanks()
        } while take(".")
        return path
    }

    private mutating func value(depth: Int) throws(ManifestError) -> ManifestValue {
        guard depth <= Self.maximumDepth else { throw ManifestError(format, .tooDeep, line: line) }
        switch peek {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let start = line
            let text = try string()
            return .text(text, lines: start...line)
        case UInt8(ascii: "["):
            return try array(depth: depth + 1)
        case UInt8(ascii: "{"):
            return try inlineTable(depth: depth + 1)
        default:
            let word = try word(Bilingual("a value", "une valeur"), while: Self.isValueByte)
            guard Self.words.contains(word) || word.first.map({ "+-0123456789".contains($0) }) == true else {
                throw malformed(
                    "“\(word)” is no value; a string needs quotes",
                    "«\u{A0}\(word)\u{A0}» n’est pas une valeur\u{A0}; un texte s’écrit entre guillemets droits")
            }
            // "1979-05-27 07:32:00" is one date in two words.
            let isDate = word.utf8.count == 10 && word.utf8.count { $0 == UInt8(ascii: "-") } == 2
            if isDate, peek == 0x20, index + 1 < bytes.count, Self.isDigit(bytes[index + 1]) {
                index += 1
                _ = try self.word(Bilingual("a time", "une heure"), while: Self.isValueByte)
            }
            return word == "true" || word == "false" ? .flag(word == "true") : .other
        }
    }

    private mutating func array(depth: Int) throws(ManifestError) -> ManifestValue {
        index += 1
        var elements: [ManifestValue] = []
        skipBlankLines()
        while !take("]") {
            elements.append(try value(depth: depth))
            skipBlankLines()
            guard take(",") || peek == UInt8(ascii: "]") else {
                throw malformed("“,” or “]” is expected", "«\u{A0},\u{A0}» ou «\u{A0}]\u{A0}» est attendu")
            }
            skipBlankLines()
        }
        return .list(elements)
    }

    private mutating func inlineTable(depth: Int) throws(ManifestError) -> ManifestValue {
        index += 1
        let table = Table()
        skipBlankLines()
        while !take("}") {
            try pair(into: table, depth: depth)
            skipBlankLines()
            guard take(",") || peek == UInt8(ascii: "}") else {
                throw malformed("“,” or “}” is expected", "«\u{A0},\u{A0}» ou «\u{A0}}\u{A0}» est attendu")
            }
            skipBlankLines()
        }
        return table.value
    }

    private mutating func word(_ what: Bilingual, while isPart: (UInt8) -> Bool) throws(ManifestError) -> String {
        let start = index
        while index < bytes.count, isPart(bytes[index]) { index += 1 }
        guard index > start else {
            throw malformed("\(what(.english)) is expected", "\(what(.french)) est attendue")
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }
}

extension TOMLDocument {
    /// One of TOML's four kinds of string.
    private mutating func string() throws(ManifestError) -> String {
        let quote = bytes[index]
        let isBasic = quote == UInt8(ascii: "\"")
        let isMultiline = quotes(quote) >= 3
        let start = line
        index += isMultiline ? 3 : 1
        if isMultiline, peek == UInt8(ascii: "\n") { advance() }
        var content: [UInt8] = []
        while let byte = peek {
            if byte == quote {
                let count = quotes(quote)
                guard isMultiline else {
                    index += 1
                    return String(decoding: content, as: UTF8.self)
                }
                if count >= 3 {
                    // A multi-line string may end with one or two quotes of its own.
                    let own = min(count, 5) - 3
                    index += own + 3
                    return String(decoding: content + Array(repeating: quote, count: own), as: UTF8.self)
                }
                content += Array(repeating: quote, count: count)
                index += count
            } else if byte == UInt8(ascii: "\n"), !isMultiline {
                break
            } else if byte == UInt8(ascii: "\\"), isBasic {
                index += 1
                try escape(into: &content, isMultiline: isMultiline)
            } else {
                content.append(byte)
                advance()
            }
        }
        throw ManifestError(
            format, .malformed(Bilingual("a string is not closed", "un texte n’est pas fermé")), line: start)
    }

    private mutating func escape(into content: inout [UInt8], isMultiline: Bool) throws(ManifestError) {
        guard let byte = peek else { return }
        if let plain = Self.escapes[byte] {
            content.append(plain)
            index += 1
        } else if let length = Self.codeLengths[byte] {
            let digits = bytes[(index + 1)...].prefix(length)
            guard digits.count == length, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(code)
            else {
                let name = "\\\(Character(Unicode.Scalar(byte)))"
                throw malformed(
                    "“\(name)” needs \(length) hexadecimal digits",
                    "«\u{A0}\(name)\u{A0}» demande \(length) chiffres hexadécimaux")
            }
            content += Array(String(Character(scalar)).utf8)
            index += 1 + length
        } else if isMultiline, byte == UInt8(ascii: "\n") || byte == 0x20 || byte == 0x09 {
            // A backslash at the end of a line joins it to the next word.
            while let blank = peek, [0x20, 0x09, UInt8(ascii: "\n")].contains(blank) { advance() }
        } else {
            throw malformed("“\\” has no such escape", "«\u{A0}\\\u{A0}» n’a pas une telle séquence")
        }
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "b"): 0x08, UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "f"): 0x0C,
        UInt8(ascii: "r"): 0x0D, UInt8(ascii: "e"): 0x1B, UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C,
    ]

    private static let codeLengths: [UInt8: Int] = [UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8, UInt8(ascii: "x"): 2]

    /// How many of these quotes stand here, five at most.
    private func quotes(_ quote: UInt8) -> Int {
        bytes[index...].prefix(5).prefix { $0 == quote }.count
    }

    private var peek: UInt8? {
        index < bytes.count ? bytes[index] : nil
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: sign) else { return false }
        index += 1
        return true
    }

    private mutating func advance() {
        if bytes[index] == UInt8(ascii: "\n") { line += 1 }
        index += 1
    }

    private mutating func skipBlanks() {
        while peek == 0x20 || peek == 0x09 { index += 1 }
    }

    private mutating func skipComment() {
        guard peek == UInt8(ascii: "#") else { return }
        while let byte = peek, byte != UInt8(ascii: "\n") { index += 1 }
    }

    private mutating func skipBlankLines() {
        while true {
            skipBlanks()
            skipComment()
            guard peek == UInt8(ascii: "\n") else { return }
            advance()
        }
    }

    private func malformed(_ english: String, _ french: String) -> ManifestError {
        ManifestError(format, .malformed(Bilingual(english, french)), line: line)
    }

    private static let words: Set<String> = ["true", "false", "inf", "nan"]

    private static func isValueByte(_ byte: UInt8) -> Bool {
        isKeyByte(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
