// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Folds a statement into words: lower case, no accents, one spelling of spaces, hyphens and apostrophes; letters part
// from digits, and the few signs that mean something stay as words of their own.
//
//     LicenseWords.fold("Licence CeCILL (>= 2.1)")  // ["licence", "cecill", ">=", "2.1"]
//     LicenseWords.fold("GPLv3+")                   // ["gpl", "3", "+"]

enum LicenseWords {
    static func fold(_ text: some StringProtocol) -> [String] {
        var words: [String] = []
        var word = ""
        var previous = Kind.space

        func finish() {
            if word.hasSuffix(".") { word.removeLast() }
            if !word.isEmpty { words.append(word) }
            word = ""
        }

        for scalar in folded(text) {
            let kind = Kind(scalar)
            switch (kind, previous) {
            case (.letter, .letter), (.digit, .digit), (.digit, .dot), (.equals, .greater), (.equals, .equals):
                word.unicodeScalars.append(scalar)
            case (.dot, .digit):
                word.append(".")
            case (.dot, _), (.space, _):
                finish()
            case (.digit, .letter):
                // "gplv3": the v belongs to the version.
                if word.count > 1, word.last == "v" { word.removeLast() }
                finish()
                word.unicodeScalars.append(scalar)
            default:
                finish()
                word.unicodeScalars.append(scalar)
            }
            previous = kind == .dot && previous != .digit ? .space : kind
        }
        finish()
        return words
    }

    private enum Kind {
        case letter, digit, dot, greater, equals, sign, space

        init(_ scalar: Unicode.Scalar) {
            switch scalar {
            case "0"..."9": self = .digit
            case ".": self = .dot
            case ">": self = .greater
            case "=": self = .equals
            case "+", "|", "/", "&", "<", ",", "!", "*", "%", "$", "#", "@", "{", "}": self = .sign
            default: self = scalar.properties.isAlphabetic ? .letter : .space
            }
        }
    }

    private static func folded(_ text: some StringProtocol) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        for scalar in text.lowercased().unicodeScalars {
            switch scalar.value {
            case 0x300...0x36F: continue
            case 0xE0...0xE5: result.append("a")
            case 0xE7: result.append("c")
            case 0xE8...0xEB: result.append("e")
            case 0xEC...0xEF: result.append("i")
            case 0xF1: result.append("n")
            case 0xF2...0xF6: result.append("o")
            case 0xF9...0xFC: result.append("u")
            case 0x153: result += ["o", "e"]
            default: result.append(scalar)
            }
        }
        return result
    }
}
