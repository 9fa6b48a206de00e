// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// "or any later version" right after the name of a GNU licence, in the languages of the rules: no rule can hold every
// way in which a name and these words are joined.

import Foundation
import Licensing

enum LaterVersions {
    private static let phrases = [
        "any later version", "or later", "or newer", "or above", "or higher", "version ulterieure",
        "versions ulterieures",
        "ou ulterieure", "plus recent", "posterieure", "oder spater", "jede spatere", "o posterior", "o successiva",
        "of later",
    ]
    /// Bytes looked at, and words that may stand between: "(GPLv3) or (at your option) …".
    private static let reach = 96
    private static let wordsBetween = 5

    /// The expression, or its "or later" where the text after `end` says so.
    static func widened(_ expression: String, _ text: UnsafeRawBufferPointer, after end: Int) -> String {
        guard expression.contains("GPL-"), expression.hasSuffix("-only"),
            let parsed = try? LicenseExpression(parsing: expression), parsed.soleOperand != nil
        else { return expression }
        let following = String(decoding: text[min(end, text.count)..<min(end + reach, text.count)], as: UTF8.self)
            .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        let sentence = following.components(separatedBy: ". ").first ?? ""
        for phrase in phrases {
            guard let found = sentence.range(of: phrase) else { continue }
            let between = sentence[..<found.lowerBound].split { !($0.isLetter || $0.isNumber) }
            if between.count <= wordsBetween { return parsed.withOrLater().description }
        }
        return expression
    }
}
