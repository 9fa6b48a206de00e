// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Reading answers leniently: unknown fields do not matter, a field of the wrong type is one that is not there, an entry
// that cannot be read takes no other with it.

import ForgeRecords
import Foundation

/// A repository in a forge's own words.
protocol ForgeRepository: Decodable {
    /// What it is called, for people.
    var label: String { get }
    /// Whether the answer itself says that everyone may see it.
    func isPublic(to site: ForgeSite) -> Bool
    /// The repository in codescan's words.
    /// - Throws: `Oddity` where its name or address is not to be trusted.
    func listed(by site: ForgeSite) throws -> ListedRepository
}

/// An entry of a page.
enum Entry<Value: Decodable>: Decodable {
    case readable(Value)
    /// Why not.
    case unreadable(String)

    init(from decoder: any Decoder) throws {
        do {
            self = .readable(try Value(from: decoder))
        } catch {
            self = .unreadable(Self.reason(error, decoder))
        }
    }

    private static func reason(_ error: any Error, _ decoder: any Decoder) -> String {
        let number = (decoder.codingPath.last?.intValue).map { "entry \($0 + 1) of its page: " } ?? ""
        switch error {
        case DecodingError.keyNotFound(let key, _): return "\(number)\(key.stringValue) is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            return "\(number)\(context.codingPath.last?.stringValue ?? "it") is not what it should be"
        default: return "\(number)it cannot be read"
        }
    }
}

/// A field that does without its value where that is missing, null or of another type.
@propertyWrapper
struct Loose<Value: Decodable & Sendable>: Decodable, Sendable {
    var wrappedValue: Value?

    init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

    init(from decoder: any Decoder) throws { wrappedValue = try? Value(from: decoder) }
}

extension KeyedDecodingContainer {
    func decode<Value>(_ type: Loose<Value>.Type, forKey key: Key) throws -> Loose<Value> {
        try decodeIfPresent(type, forKey: key) ?? Loose(wrappedValue: nil)
    }
}

/// An instant as RFC 3339 in UTC, to the second; nil for none, or for the year 1, by which programs in Go mean none.
func instant(_ text: String?) -> String? {
    guard let date = text.flatMap(Date.init(rfc3339:)), date.timeIntervalSince1970 > 0 else { return nil }
    return date.rfc3339
}

extension String {
    /// Without white space around it; nil when nothing is left.
    var nonEmpty: String? {
        let text = trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }

    /// A description that is no longer than people write.
    var asDescription: String? { String(prefix(4096)).nonEmpty }

    /// A name as it can be shown: no control characters, not long.
    var printable: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.prefix(100).map { $0.properties.generalCategory == .control ? "?" : $0 }))
    }

    /// As one segment of a path or value of a query (RFC 3986, section 2.3: all but the unreserved is escaped).
    var escaped: String {
        utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            let isUnreserved = byte < 0x80 && (character.isLetter || character.isNumber || "-._~".contains(character))
            if isUnreserved { return String(character) }
            let hex = String(byte, radix: 16, uppercase: true)
            return byte < 16 ? "%0\(hex)" : "%\(hex)"
        }.joined()
    }
}

extension [String] {
    /// Topics as they are kept: a hundred at the most, none empty.
    var asTopics: [String] { prefix(100).compactMap { String($0.prefix(100)).nonEmpty } }
}
