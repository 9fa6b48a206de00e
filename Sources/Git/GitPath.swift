// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A path as git and the file system hold it: bytes, not text. Administrations' repositories carry Latin-1 names, line
// breaks and worse; the bytes survive, and `string` is what a person is shown.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A path, whole and unchanged, as bytes separated by `/`.
public struct GitPath: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The path's bytes.
    public let bytes: [UInt8]

    /// A path from its bytes.
    public init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// A path from text, as UTF-8.
    public init(_ string: String) {
        bytes = Array(string.utf8)
    }

    /// A path from a literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// The path for a person: itself when it is UTF-8; otherwise each byte that is not is shown as git shows it, by a
    /// backslash and three octal digits (`Donn\351es.txt`). Only `bytes` is sure to be exact.
    public var string: String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = ""
        var rest = bytes[...]
        while !rest.isEmpty {
            let length = Self.lengthOfCharacter(at: rest)
            if length > 0, let character = String(validating: rest.prefix(length), as: UTF8.self) {
                text += character
                rest = rest.dropFirst(length)
            } else {
                let octal = String(rest[rest.startIndex], radix: 8)
                text += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
                rest = rest.dropFirst()
            }
        }
        return text
    }

    /// Whether `string` is exact.
    public var isUTF8: Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// The same as `string`.
    public var description: String { string }

    /// The last component.
    public var name: GitPath {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return self }
        return GitPath(bytes[(slash + 1)...])
    }

    /// The components, without empty ones.
    public var components: [GitPath] {
        bytes.split(separator: UInt8(ascii: "/")).map { GitPath($0) }
    }

    /// How many folders the path is in: 0 at the root.
    public var depth: Int {
        bytes.count { $0 == UInt8(ascii: "/") }
    }

    /// The path without its last component; nil at the root.
    public var parent: GitPath? {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        return GitPath(bytes[..<slash])
    }

    /// The path with `A` to `Z` in lower case, every other byte unchanged.
    public var lowercasedASCII: GitPath {
        GitPath(bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
    }

    /// The path of `component` in this folder.
    public func appending(_ component: GitPath) -> GitPath {
        bytes.isEmpty ? component : component.bytes.withUnsafeBytes { appending($0) }
    }

    /// The same with a component's bytes.
    func appending(_ component: UnsafeRawBufferPointer) -> GitPath {
        let separator = bytes.isEmpty || bytes.last == UInt8(ascii: "/") ? 0 : 1
        let start = bytes.count + separator
        return GitPath(
            joined: [UInt8](unsafeUninitializedCapacity: start + component.count) { buffer, count in
                bytes.withUnsafeBufferPointer { _ = buffer.update(fromContentsOf: $0) }
                if separator == 1 { buffer[bytes.count] = UInt8(ascii: "/") }
                UnsafeMutableRawBufferPointer(buffer)[start...].copyBytes(from: component)
                count = start + component.count
            })
    }

    private init(joined bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether the path ends with these bytes.
    public func hasSuffix(_ suffix: String) -> Bool {
        bytes.count >= suffix.utf8.count && bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    /// Hashes all the bytes at once; an array's own way takes them one by one.
    public func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }

    /// Whether all bytes are the same.
    public static func == (left: GitPath, right: GitPath) -> Bool {
        left.bytes.count == right.bytes.count && left.compared(with: right) == 0
    }

    /// Orders paths by their bytes.
    public static func < (left: GitPath, right: GitPath) -> Bool {
        let order = left.compared(with: right)
        return order == 0 ? left.bytes.count < right.bytes.count : order < 0
    }

    /// How the bytes that both have compare; by the C library, since an array's own way takes them one by one.
    private func compared(with other: GitPath) -> Int32 {
        bytes.withUnsafeBytes { left in
            other.bytes.withUnsafeBytes { right in
                guard let first = left.baseAddress, let second = right.baseAddress else { return 0 }
                return memcmp(first, second, min(left.count, right.count))
            }
        }
    }

    /// How long the character is that the first byte announces; 0 when no character begins so.
    private static func lengthOfCharacter(at bytes: ArraySlice<UInt8>) -> Int {
        switch bytes[bytes.startIndex] {
        case ..<0x80: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }
}
