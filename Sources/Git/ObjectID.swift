// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The name git gives an object: the SHA-1 of its header and content, 20 bytes. Kept in three integers so that millions
// of them can be compared, hashed and stored without touching the heap.

/// The id of a commit, tree, blob or tag: `ObjectID(hex: "4b825dc642cb6eb9a060e54bf8d69288fbee4904")`.
public struct ObjectID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// How many bytes an id has.
    public static let byteCount = 20

    // Big-endian words, so that comparing them is comparing the bytes.
    private let high: UInt64
    private let middle: UInt64
    private let low: UInt32

    /// The id that 40 hexadecimal digits, of either case, spell; nil for anything else.
    public init?(hex: some StringProtocol) {
        self.init(hexBytes: hex.utf8)
    }

    /// The id that 20 bytes spell; nil for any other number of bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        let id = Array(bytes).withUnsafeBytes { ObjectID(raw: $0) }
        self = id
    }

    init?(hexBytes: some Collection<UInt8>) {
        guard hexBytes.count == Self.byteCount * 2 else { return nil }
        var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
        var position = 0
        for digit in hexBytes {
            guard let value = Self.value(ofHexDigit: digit) else { return nil }
            if position < 16 {
                words.0 = words.0 << 4 | value
            } else if position < 32 {
                words.1 = words.1 << 4 | value
            } else {
                words.2 = words.2 << 4 | value
            }
            position += 1
        }
        high = words.0
        middle = words.1
        low = UInt32(words.2)
    }

    /// Stands for a numbered file that has no id yet. No object has such an id: it would be a SHA-1 of nearly all zeros.
    init(number: Int) {
        (high, middle, low) = (0, UInt64(number), 0)
    }

    /// The number that the id stands for; nil for an object's own.
    var number: Int? { high == 0 && low == 0 ? Int(exactly: middle) : nil }

    /// Reads the first 20 bytes of `raw`, which must hold at least as many.
    init(raw: UnsafeRawBufferPointer) {
        high = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
        middle = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        low = UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
    }

    /// The 40 lower-case hexadecimal digits.
    public var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: Self.byteCount * 2) { buffer in
            for (index, byte) in bytes.enumerated() {
                buffer[index * 2] = digits[Int(byte >> 4)]
                buffer[index * 2 + 1] = digits[Int(byte & 15)]
            }
            return Self.byteCount * 2
        }
    }

    /// The 20 bytes.
    public var bytes: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(Self.byteCount)
        withUnsafeBytes(of: high.bigEndian) { result.append(contentsOf: $0) }
        withUnsafeBytes(of: middle.bigEndian) { result.append(contentsOf: $0) }
        withUnsafeBytes(of: low.bigEndian) { result.append(contentsOf: $0) }
        return result
    }

    /// The same as `hex`.
    public var description: String { hex }

    /// Orders ids by their bytes, as git does.
    public static func < (left: ObjectID, right: ObjectID) -> Bool {
        (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
    }

    /// Stores the 20 bytes into `raw`, which must have room for them.
    func store(into raw: UnsafeMutableRawBufferPointer) {
        raw.storeBytes(of: high.bigEndian, as: UInt64.self)
        raw.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
        raw.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
    }

    private static func value(ofHexDigit digit: UInt8) -> UInt64? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(digit - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(digit - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}

/// What an object is.
public enum ObjectKind: String, Sendable {
    /// A commit: a tree, its parents, who and when.
    case commit
    /// A folder.
    case tree
    /// A file's content.
    case blob
    /// An annotated tag.
    case tag
}
