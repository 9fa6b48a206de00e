// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Lays sections out as `IndexFormat` says.

import Foundation

struct IndexWriter {
    private struct Pending {
        var section: IndexFormat.Section
        var elementSize: Int
        var bytes: [UInt8]
    }
    private var sections: [Pending] = []

    mutating func add<Element: BitwiseCopyable>(_ section: IndexFormat.Section, _ elements: [Element]) {
        let bytes = elements.withUnsafeBytes { Array($0) }
        sections.append(Pending(section: section, elementSize: MemoryLayout<Element>.stride, bytes: bytes))
    }

    /// A checksum over all the sections added so far, in hexadecimal.
    var fingerprint: String {
        let sums = sections.map { $0.bytes.withUnsafeBytes(IndexFormat.checksum) }
        return String(sums.withUnsafeBytes(IndexFormat.checksum), radix: 16)
    }

    /// The file's bytes, with the metadata as its last section.
    consuming func finish(_ metadata: LicenseIndex.Metadata) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        if let json = try? encoder.encode(metadata) { add(.metadata, Array(json)) }

        var table = Data()
        var body = Data()
        let tableEnd = IndexFormat.headerSize + sections.count * IndexFormat.sectionSize
        let bodyStart = Self.aligned(tableEnd)
        for section in sections {
            body.append(Data(count: Self.aligned(body.count) - body.count))
            table.append(integer: section.section.rawValue)
            table.append(integer: UInt32(section.elementSize))
            table.append(integer: UInt64(bodyStart + body.count))
            table.append(integer: UInt64(section.bytes.count / section.elementSize))
            table.append(integer: section.bytes.withUnsafeBytes(IndexFormat.checksum))
            body.append(contentsOf: section.bytes)
        }
        var file = Data()
        file.append(integer: IndexFormat.magic)
        file.append(integer: IndexFormat.version)
        file.append(integer: UInt32(sections.count))
        let checksum = table.withUnsafeBytes(IndexFormat.checksum) ^ file.withUnsafeBytes(IndexFormat.checksum)
        file.append(integer: checksum)
        file.append(integer: UInt64(0))
        file.append(table)
        file.append(Data(count: bodyStart - file.count))
        file.append(body)
        return file
    }

    private static func aligned(_ offset: Int) -> Int {
        (offset + IndexFormat.alignment - 1) / IndexFormat.alignment * IndexFormat.alignment
    }
}

extension Data {
    fileprivate mutating func append(integer: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: integer.littleEndian) { append(contentsOf: $0) }
    }
}
