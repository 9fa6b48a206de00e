// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The bytes of a manifest as text: byte-order marks, UTF-16, Latin-1 and line ends are settled here, once, and the lines
// of a value are found again here for the parsers that forget them.

struct ManifestText {
    /// The text in UTF-8 with `\n` line ends.
    let string: String
    let lines: [Substring]

    init(_ bytes: [UInt8]) {
        let decoded = Self.decode(bytes)
        string = bytes.contains(0x0d) ? decoded.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : decoded
        lines = string.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
    }

    /// The lines that hold a value: the first with both key and value, else with the value, else the first with the key.
    func lines(of value: String, key: String) -> ClosedRange<Int> {
        let parts = value.split(separator: "\n", omittingEmptySubsequences: false)
        let head = parts.lazy.map(Self.trim).first { !$0.isEmpty } ?? ""
        let rest = max(0, parts.count - 1)
        let order = [
            firstLine { $0.contains(key) && $0.contains(head) },
            firstLine { $0.contains(head) },
            firstLine { $0.contains(key) },
        ]
        let line = order.compactMap(\.self).first ?? 1
        return line...min(lines.count, line + rest)
    }

    /// The first line, from `start` on, that satisfies a predicate.
    func firstLine(from start: Int = 1, where predicate: (Substring) -> Bool) -> Int? {
        lines.indices.dropFirst(start - 1).first { predicate(lines[$0]) }.map { $0 + 1 }
    }

    static func trim(_ text: some StringProtocol) -> String {
        var rest = Substring(text)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }

    private static func decode(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2)) { UInt16($0) | UInt16($1) << 8 } }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2)) { UInt16($0) << 8 | UInt16($1) } }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        if let text = String(validating: body, as: UTF8.self) { return text }
        // What is not UTF-8 is Latin-1 in practice; every byte has a meaning there.
        return String(String.UnicodeScalarView(body.map { Unicode.Scalar($0) }))
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, unit: (UInt8, UInt8) -> UInt16) -> String {
        let pairs = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2)
        return String(decoding: pairs.map { unit(bytes[$0], bytes[$0 + 1]) }, as: UTF16.self)
    }
}
