// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A JSON value's bytes as the text people read, and a text as the bytes of a JSON string (RFC 8259).

import Foundation

enum JSONText {
    /// What a value says: a string's text, a list's parts joined by `, ` without the marker "L" of the site's lists,
    /// nothing for null, any other value as it is written.
    static func reading(_ bytes: ArraySlice<UInt8>) -> String {
        switch bytes.first {
        case UInt8(ascii: "\"") where !bytes.contains(UInt8(ascii: "\\")):
            return String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
        case UInt8(ascii: "n"): return ""
        case UInt8(ascii: "\""), UInt8(ascii: "["):
            // What Foundation refuses, such as half a surrogate pair, is shown as it is written.
            guard
                let value = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            else { return String(decoding: bytes, as: UTF8.self) }
            if let text = value as? String { return text }
            var parts = value as? [Any] ?? []
            if parts.first as? String == "L" { parts.removeFirst() }
            return parts.map { ($0 as? String) ?? "\($0)" }.joined(separator: ", ")
        default: return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Whether a value is one that a text may take the place of.
    static func isTextOrNull(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.first == UInt8(ascii: "\"") || bytes.first == UInt8(ascii: "n")
    }

    /// A string in quotes. In a file that is all ASCII, as some writers make them, other characters are escaped.
    static func writing(_ text: String, asciiOnly: Bool) -> [UInt8] {
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes += "\\\"".utf8
            case "\\": bytes += "\\\\".utf8
            case "\n": bytes += "\\n".utf8
            case "\r": bytes += "\\r".utf8
            case "\t": bytes += "\\t".utf8
            case _ where scalar.properties.generalCategory == .control || asciiOnly && !scalar.isASCII:
                for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
                    let digits = String(unit, radix: 16)
                    bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
                }
            default: bytes += Array(String(scalar).utf8)
            }
        }
        return bytes + [UInt8(ascii: "\"")]
    }

    /// How the members of an object are spaced, to write one more after the last.
    struct MemberStyle {
        /// After the comma.
        var beforeKey: [UInt8] = []
        /// The colon and the spaces around it.
        var colon: [UInt8] = [UInt8(ascii: ":")]
        /// Where the next member goes: after the last one's value.
        var end: Int
        /// Whether there is no member yet.
        var isEmpty = true

        /// Reads an object's bytes, which are known to be JSON.
        init(of object: ArraySlice<UInt8>) {
            end = object.startIndex + 1
            var scan = Scan(bytes: object, at: end)
            while true {
                let beforeKey = scan.space()
                guard scan.peek == UInt8(ascii: "\"") else { return }
                scan.value()
                let beforeColon = scan.space()
                scan.at += 1
                let afterColon = scan.space()
                scan.value()
                self.beforeKey = Array(beforeKey)
                colon = beforeColon + [UInt8(ascii: ":")] + afterColon
                end = scan.at
                isEmpty = false
                _ = scan.space()
                guard scan.peek == UInt8(ascii: ",") else { return }
                scan.at += 1
            }
        }
    }

    /// Walks over values that are known to be JSON.
    private struct Scan {
        let bytes: ArraySlice<UInt8>
        var at: Int

        var peek: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

        mutating func space() -> ArraySlice<UInt8> {
            let start = at
            while let byte = peek, TrackingTable.isSpace(byte) { at += 1 }
            return bytes[start..<at]
        }

        /// A string, whatever is between brackets, or a word.
        mutating func value() {
            var depth = 0
            repeat {
                switch peek {
                case UInt8(ascii: "\"")?:
                    at += 1
                    while let byte = peek, byte != UInt8(ascii: "\"") { at += byte == UInt8(ascii: "\\") ? 2 : 1 }
                    at += 1
                case UInt8(ascii: "{")?, UInt8(ascii: "[")?:
                    depth += 1
                    at += 1
                case UInt8(ascii: "}")?, UInt8(ascii: "]")?:
                    depth -= 1
                    at += 1
                case nil: return
                default:
                    at += 1
                    if depth == 0 {
                        while let byte = peek, !TrackingTable.isSpace(byte), !Self.ends.contains(byte) { at += 1 }
                    }
                }
            } while depth > 0
        }

        private static let ends = Set(",]}".utf8)
    }
}
