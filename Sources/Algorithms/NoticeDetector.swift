// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Finds notices about the algorithms of public bodies in a text. The stages, one a file:
//
//     AnchorFilter   bytes → is it worth a look?           nearly free, and most files stop here
//     ProseReader    bytes → words, sentences, lines       markup, quoting and escapes fall away
//     Reading        words → concepts by sentence          the phrase tables of Vocabulary/
//     KindDecision   concepts → a kind and its sentences   one rule a kind, and the named traps
//     ElementFinder  sentences → elements and their lines

/// The detector. A pure function of a text's bytes and form: the same text gives the same notice on any machine.
public enum NoticeDetector {
    /// How much of a text is looked at, in bytes.
    private enum Limit {
        /// Registers' exports reach two million.
        static let text = 4 << 20
        /// A longer program, or page, was put together by a program.
        static let source = 256 << 10
        /// A text without a telling word.
        static let head = 32 << 10
    }

    /// The strongest notice that the text holds; nil when it holds none.
    public static func notice(in text: UnsafeRawBufferPointer, form: TextForm) -> AlgorithmNotice? {
        var text = UnsafeRawBufferPointer(
            rebasing: text.prefix(form == .source || form == .markup ? Limit.source : Limit.text))
        if !AnchorFilter.telling.isIn(text) {
            text = UnsafeRawBufferPointer(rebasing: text.prefix(Limit.head))
            if !AnchorFilter.weak.isIn(text) { return nil }
        }
        let vocabulary = Vocabulary.shared
        let reading = Reading(ProseReader.prose(of: text, form: form, vocabulary: vocabulary), vocabulary)
        guard let finding = KindDecision(reading, form).finding else { return nil }
        return AlgorithmNotice(
            kind: finding.kind, lines: reading.lines(of: finding.sentences),
            elements: ElementFinder(reading).elements(of: finding))
    }

    /// The strongest notice that the text holds; nil when it holds none.
    public static func notice(in text: [UInt8], form: TextForm) -> AlgorithmNotice? {
        text.withUnsafeBytes { notice(in: $0, form: form) }
    }
}
