// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A zip archive of stored entries (PKWARE APPNOTE 6.3.3), which is all that an OpenDocument file needs: its first entry
// must not be compressed, and a table of thousands of lines is a few megabytes. The same files give the same bytes.

import Foundation

struct ZipArchive {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// Adds a file; names are ASCII.
    mutating func add(_ name: String, _ content: [UInt8]) {
        let offset = UInt32(body.count)
        var fields: [UInt8] = []
        // Version 2.0, no flags, stored; the first date that the format can say, 1 January 1980.
        for value in [20, 0, 0, 0, 0x21] as [UInt16] { fields += Self.bytes(value) }
        for value in [Self.checksum(content), UInt32(content.count), UInt32(content.count)] {
            fields += Self.bytes(value)
        }
        fields += Self.bytes(UInt16(name.utf8.count)) + Self.bytes(0 as UInt16)
        body += Self.bytes(0x0403_4B50 as UInt32) + fields + Array(name.utf8) + content
        directory += Self.bytes(0x0201_4B50 as UInt32) + Self.bytes(20 as UInt16) + fields
        // No comment, the first disk, no attributes.
        directory += [UInt8](repeating: 0, count: 10) + Self.bytes(offset) + Array(name.utf8)
        count += 1
    }

    /// The archive.
    var data: Data {
        var end = Self.bytes(0x0605_4B50 as UInt32) + Self.bytes(0 as UInt32)
        end += Self.bytes(count) + Self.bytes(count)
        end += Self.bytes(UInt32(directory.count)) + Self.bytes(UInt32(body.count)) + Self.bytes(0 as UInt16)
        return Data(body + directory + end)
    }

    private static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }

    /// CRC-32 (ISO 3309), by a table of the remainders of each byte.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF as UInt32) { remainders[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
    }

    private static let remainders: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 1 ? 0xEDB8_8320 ^ rest >> 1 : rest >> 1 }
    }
}
