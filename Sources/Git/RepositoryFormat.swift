// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The one thing that a repository's `config` decides: which format its objects and references are in. The file is read
// as text, to refuse what codescan cannot read by its name; nothing in it is obeyed, and no include is followed.

struct RepositoryFormat {
    /// `extensions.objectFormat`, in lower case.
    private(set) var objectFormat = "sha1"
    /// `extensions.refStorage`, in lower case.
    private(set) var referenceFormat = "files"

    /// Reads what there is: a configuration that is missing, unreadable or broken is an ordinary repository's.
    init(commonDirectory: GitPath) {
        let bytes = try? FileSystem.read(commonDirectory.appending("config"), maximumBytes: 1 << 20)
        self.init(configuration: String(decoding: bytes ?? [], as: UTF8.self))
    }

    init(configuration: String) {
        var isExtensions = false
        for line in configuration.split(whereSeparator: \.isNewline) {
            var text = line.drop(while: \.isWhitespace)
            if text.first == "[", let end = text.firstIndex(of: "]") {
                isExtensions = text[..<end].dropFirst().lowercased() == "extensions"
                // A section's header and its first key may share a line.
                text = text[text.index(after: end)...]
            }
            guard isExtensions, let equals = text.firstIndex(of: "=") else { continue }
            let key = Self.trimmed(text[..<equals]).lowercased()
            let value = text[text.index(after: equals)...].prefix { $0 != "#" && $0 != ";" }
            let name = Self.trimmed(value).filter { $0 != "\"" }.lowercased()
            switch key {
            case "objectformat": objectFormat = name
            case "refstorage": referenceFormat = name
            default: break
            }
        }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
