// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What libFuzzer calls with each input it makes up. An input is one of three things, told by its first bytes:
//
//   "CODESCAN" …            a whole index file, given to the loader as it is
//   0xfd, n, n × 6 bytes …  edits of the small index in $FUZZ_INDEX (offset, new value), then a text to read with it
//   anything else           a text: word scanner, then the whole detector
//
// The run script, beside this file, builds it together with the reading half of LicenseDetection.

import Foundation

/// The small index as it was built, and a file in memory that the edits are made in.
private struct SmallIndex {
    let bytes: [UInt8]
    let descriptor: Int32
    let path: String
    let detector: LicenseDetector

    static let shared = SmallIndex()

    private init() {
        guard let path = ProcessInfo.processInfo.environment["FUZZ_INDEX"],
            let data = FileManager.default.contents(atPath: path), let index = try? LicenseIndex(contentsOfFile: path)
        else { fatalError("FUZZ_INDEX names no licence index; start the harness with Benchmarks/Fuzz/run") }
        bytes = Array(data)
        detector = LicenseDetector(index: index)
        self.path = ProcessInfo.processInfo.environment["FUZZ_SCRATCH"] ?? "/dev/shm/codescan-fuzz.idx"
        descriptor = open(self.path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        precondition(descriptor >= 0, "the scratch index cannot be made")
        restore(0..<bytes.count)
    }

    func write(_ bytes: some Collection<UInt8>, at offset: Int) {
        let written = Array(bytes).withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset)) }
        precondition(written == bytes.count, "the scratch index cannot be written")
    }

    func restore(_ range: Range<Int>) { write(bytes[range], at: range.lowerBound) }
}

/// The reader's entry point, under the name that libFuzzer's runtime looks for.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = UnsafeRawBufferPointer(start: start, count: count)
    if input.starts(with: Array("CODESCAN".utf8)) {
        load(input)
    } else if input.first == 0xfd {
        readWithEditedIndex(input)
    } else {
        read(input)
    }
    return 0
}

/// A text: the scanner's promises, then the matches' own.
private func read(_ text: UnsafeRawBufferPointer) {
    var last = 0
    WordScanner.scan(text) { word in
        precondition(word.start >= last && word.end > word.start && word.end <= text.count, "words out of order")
        last = word.end
    }
    let matches = SmallIndex.shared.detector.matches(in: text)
    var line = 1
    for match in matches {
        precondition(match.lines.lowerBound >= line, "matches out of order")
        precondition(match.coverage >= 0 && match.coverage <= 100, "a coverage that is no percentage")
        line = match.lines.lowerBound
        if case .asciiCompatible = TextEncoding(of: text) {
            precondition(match.bytes.upperBound <= text.count, "a match beyond the text")
        }
    }
}

/// An index file that is all the fuzzer's.
private func load(_ input: UnsafeRawBufferPointer) {
    let small = SmallIndex.shared
    ftruncate(small.descriptor, 0)
    small.write(input, at: 0)
    detect(Array("licensed under the MIT license".utf8))
    ftruncate(small.descriptor, 0)
    small.restore(0..<small.bytes.count)
}

/// The small index with a few bytes changed, and its header's checksum made right again unless `n` is odd, so that
/// damage gets past the door.
private func readWithEditedIndex(_ input: UnsafeRawBufferPointer) {
    let small = SmallIndex.shared
    guard input.count > 2 else { return }
    let (selector, edits) = (input[1], Int(input[1] >> 1 & 15))
    var at = 2
    var edited: [Int] = []
    var head = Array(small.bytes.prefix(headEnd))
    for _ in 0..<edits where at + 6 <= input.count {
        var place = Int(input.loadUnaligned(fromByteOffset: at, as: UInt32.self))
        let value = [input[at + 4], input[at + 5]]
        // Half of the edits go to the header and the section table, which are a small part of the file.
        place = place & 1 == 0 ? place / 2 % headEnd : place / 2 % (small.bytes.count - 1)
        small.write(value, at: place)
        if place < headEnd { head[place] = value[0] }
        if place + 1 < headEnd { head[place + 1] = value[1] }
        edited.append(place)
        at += 6
    }
    if selector & 1 == 0 {
        let table = head.withUnsafeBytes {
            IndexFormat.checksum(UnsafeRawBufferPointer(rebasing: $0[IndexFormat.headerSize..<headEnd]))
        }
        let sum = table ^ head.withUnsafeBytes { IndexFormat.checksum(UnsafeRawBufferPointer(rebasing: $0[0..<16])) }
        small.write(withUnsafeBytes(of: sum.littleEndian, Array.init), at: 16)
        edited.append(contentsOf: [16, 18, 20, 22])
    }
    if selector & 0x20 != 0, at + 4 <= input.count {
        let size = Int(input.loadUnaligned(fromByteOffset: at, as: UInt32.self)) % small.bytes.count
        ftruncate(small.descriptor, off_t(size))
        at += 4
    }
    detect(Array(input[at...]))
    if selector & 0x20 != 0 {
        small.restore(0..<small.bytes.count)
    } else {
        for place in edited { small.restore(place..<(place + 2)) }
    }
}

/// Where the small index's section table ends.
private let headEnd = {
    let count = SmallIndex.shared.bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 12, as: UInt32.self) }
    return IndexFormat.headerSize + Int(count) * IndexFormat.sectionSize
}()

/// Loads the scratch index and does with it whatever can be done.
private func detect(_ text: [UInt8]) {
    do throws(LicenseIndexError) {
        let index = try LicenseIndex(contentsOfFile: SmallIndex.shared.path)
        _ = LicenseDetector(index: index).matches(in: text)
        _ = index.licenses.count + index.sectionSizes.count
        try index.verify()
    } catch {
        precondition(error.description.contains("codescan index build"), "a refusal that does not say the mend")
    }
}
