// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// One pass over a JSON text that notes the line of each string value near the top, by its path ("/licenses/0/type"). It
// keeps its own stack, so that hostile nesting is refused before JSONSerialization, which recurses, sees it.

struct JSONPositions {
    struct TooDeep: Error {
        let line: Int
    }

    static let maximumDepth = 64
    /// Licence fields stand within the first levels.
    private static let recordedDepth = 4

    private(set) var lines: [String: Int] = [:]

    private struct Container {
        let path: String
        let isObject: Bool
        var key = ""
        var index = 0
        var expectsKey: Bool

        var childPath: String { "\(path)/\(isObject ? key : String(index))" }
    }

    init(_ text: some Sequence<UInt8>) throws(TooDeep) {
        var stack: [Container] = []
        var line = 1
        var string: [UInt8]?
        var isEscaped = false

        for byte in text {
            if byte == UInt8(ascii: "\n") { line += 1 }
            if var content = string {
                string = nil
                if isEscaped || byte != UInt8(ascii: "\"") {
                    isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                    if content.count < 64 { content.append(byte) }
                    string = content
                } else if let top = stack.indices.last {
                    if stack[top].isObject, stack[top].expectsKey {
                        stack[top].key = String(decoding: content, as: UTF8.self)
                    } else if stack.count <= Self.recordedDepth {
                        lines[stack[top].childPath] = line
                    }
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                string = []
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard stack.count < Self.maximumDepth else { throw TooDeep(line: line) }
                let isObject = byte == UInt8(ascii: "{")
                stack.append(
                    Container(
                        path: stack.count < Self.recordedDepth ? stack.last?.childPath ?? "" : "", isObject: isObject,
                        expectsKey: isObject))
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                stack.popLast().map { _ in }
            case UInt8(ascii: ":"):
                if let top = stack.indices.last { stack[top].expectsKey = false }
            case UInt8(ascii: ","):
                if let top = stack.indices.last {
                    stack[top].index += 1
                    stack[top].expectsKey = stack[top].isObject
                }
            default:
                break
            }
        }
    }
}
