// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// XML as elements that know their lines. Expat reads it: it is small, asks for no other library, and says the place and
// the reason of an error. Document types, and with them entities, are refused, as is deep nesting.

import CExpat
import Languages

/// An element of an XML file.
struct XMLElement {
    /// The name as written, prefix and all.
    let name: String
    let attributes: [String: String]
    /// The characters of the element itself, without the space around them.
    fileprivate(set) var text = ""
    /// The lines of `text`, from 1; where there is none, the line of the start tag.
    fileprivate(set) var lines: ClosedRange<Int>
    fileprivate(set) var children: [XMLElement] = []

    /// The first child of a name that holds anything.
    subscript(name: String) -> XMLElement? {
        children.first { $0.name == name && !($0.text.isEmpty && $0.children.isEmpty) }
    }

    /// The children of a name, in order.
    func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}

enum XMLDocument {
    /// The root element.
    static func parse(_ text: ManifestText, format: String) throws(ManifestError) -> XMLElement {
        // A declaration stands first; what stands before it in real files is blank.
        let body = text.string.drop(while: \.isWhitespace)
        let blankLines = text.string[..<body.startIndex].count { $0 == "\n" }
        return try Reader(format, blankLines).root(of: body)
    }

    /// What expat reports becomes a tree here.
    private final class Reader {
        private static let maximumDepth = 64

        private let format: String
        private let blankLines: Int
        private let parser: XML_Parser?
        /// The elements that are open, the root first.
        private var open: [XMLElement] = []
        private var root: XMLElement?
        private var failure: ManifestError?

        init(_ format: String, _ blankLines: Int) {
            self.format = format
            self.blankLines = blankLines
            // The text is UTF-8 by now, whatever encoding its declaration names.
            parser = XML_ParserCreate("UTF-8")
        }

        deinit { XML_ParserFree(parser) }

        func root(of body: Substring) throws(ManifestError) -> XMLElement {
            XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
            XML_SetStartElementHandler(parser) { Reader.of($0).start($1, $2) }
            XML_SetEndElementHandler(parser) { reader, _ in Reader.of(reader).end() }
            XML_SetCharacterDataHandler(parser) { Reader.of($0).characters($1, $2) }
            XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in
                Reader.of(reader).stop(
                    .forbidden(Bilingual("document types and entities", "les types de document et les entités")))
            }
            let status = Array(body.utf8).withUnsafeBytes {
                XML_Parse(parser, $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), 1)
            }
            if let failure { throw failure }
            guard status == XML_STATUS_OK, let root else {
                let words = XML_ErrorString(XML_GetErrorCode(parser)).map { Bilingual(String(cString: $0)) }
                throw ManifestError(format, .malformed(words ?? ManifestError.noReason), line: line)
            }
            return root
        }

        private static func of(_ pointer: UnsafeMutableRawPointer?) -> Reader {
            guard let pointer else { preconditionFailure("expat gives back the reader that it was given") }
            return Unmanaged<Reader>.fromOpaque(pointer).takeUnretainedValue()
        }

        /// The line that expat has come to.
        private var line: Int { Int(XML_GetCurrentLineNumber(parser)) + blankLines }

        private func stop(_ reason: ManifestError.Reason) {
            failure = failure ?? ManifestError(format, reason, line: line)
            XML_StopParser(parser, XML_Bool(XML_FALSE))
        }

        private func start(_ name: UnsafePointer<CChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
            if open.count == Self.maximumDepth { return stop(.tooDeep) }
            var attributes: [String: String] = [:]
            var next = pairs
            while let pair = next, let key = pair[0], let value = pair[1] {
                attributes[String(cString: key)] = String(cString: value)
                next = pair + 2
            }
            open.append(
                XMLElement(name: name.map { String(cString: $0) } ?? "", attributes: attributes, lines: line...line))
        }

        /// Expat gives a text in pieces, none of which goes over the end of a line.
        private func characters(_ bytes: UnsafePointer<CChar>?, _ count: Int32) {
            guard !open.isEmpty else { return }
            let piece = UnsafeRawBufferPointer(start: bytes, count: Int(count))
            let last = open.count - 1
            if piece.contains(where: { !Self.space.contains($0) }) {
                let first = open[last].text.isEmpty ? line : open[last].lines.lowerBound
                open[last].lines = first...line
            } else if open[last].text.isEmpty {
                return
            }
            open[last].text += String(decoding: piece, as: UTF8.self)
        }

        /// What XML calls white space: most of a document, and told by its bytes.
        private static let space = Array(" \t\r\n".utf8)

        private func end() {
            guard var element = open.popLast() else { return }
            element.text = ManifestText.trim(element.text)
            if open.isEmpty {
                root = element
            } else {
                open[open.count - 1].children.append(element)
            }
        }
    }
}
