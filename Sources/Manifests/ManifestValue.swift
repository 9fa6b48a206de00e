// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The tree that the JSON, TOML and YAML parsers share: only what a licence field can be.

indirect enum ManifestValue {
    case text(String, lines: ClosedRange<Int>?)
    case flag(Bool)
    case list([ManifestValue])
    case table([String: ManifestValue])
    case other

    subscript(key: String) -> ManifestValue? {
        if case .table(let table) = self { table[key] } else { nil }
    }

    /// The value at the end of a path of keys.
    subscript(path path: [String]) -> ManifestValue? {
        path.reduce(self) { value, key in value?[key] }
    }

    var text: String? {
        if case .text(let text, _) = self { text } else { nil }
    }

    var flag: Bool? {
        if case .flag(let flag) = self { flag } else { nil }
    }

    /// The elements of a list; any other value is a list of one.
    var elements: [ManifestValue] {
        if case .list(let elements) = self { elements } else { [self] }
    }

    /// A licence as text: itself, or the first of these keys of a table that holds one.
    func text(orOneOf keys: [String]) -> (text: String, lines: ClosedRange<Int>?)? {
        if case .text(let text, let lines) = self { return (text, lines) }
        for key in keys {
            if case .text(let text, let lines) = self[key] { return (text, lines) }
        }
        return nil
    }
}
