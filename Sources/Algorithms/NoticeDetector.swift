// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Finds notices about the algorithms of public bodies in a text. The stages, one a file:
//
//     Glance         bytes → can there be a word of it?      at the speed of memory, and most texts stop here
//     AnchorFilter   bytes → is it worth a look?           a search for whole words
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
        static let head = 16 << 10
    }

    /// The strongest notice that the text holds; nil when it holds none. The form is asked for when there may be something
    /// to read.
    public static func notice(in text: UnsafeRawBufferPointer, form: @autoclosure () -> TextForm) -> AlgorithmNotice? {
        let text = UnsafeRawBufferPointer(rebasing: text.prefix(Limit.text))
        guard let part = worthReading(text, form()) else { return nil }
        let form = form()
        let vocabulary = Vocabulary.shared
        let reading = Reading(ProseReader.prose(of: part, form: form, vocabulary: vocabulary), vocabulary)
        guard let finding = KindDecision(reading, form).finding else { return nil }
        return AlgorithmNotice(
            kind: finding.kind, lines: reading.lines(of: finding.sentences),
            elements: ElementFinder(reading).elements(of: finding))
    }

    /// The part of a text that may hold a notice; nil for nearly every text of a repository. Programs speak of algorithms
    /// and calculations all the time: there, those whom a notice is for must be named, too.
    static func worthReading(
        _ text: UnsafeRawBufferPointer, _ form: @autoclosure () -> TextForm
    ) -> UnsafeRawBufferPointer? {
        let promises = AnchorFilter.glance.promises(in: text)
        if promises.isEmpty { return nil }
        let form = form()
        let isProgram = form == .source || form == .markup
        let isProse = form == .document || form == .table
        let whole = isProgram ? UnsafeRawBufferPointer(rebasing: text.prefix(Limit.source)) : text
        if promises.contains(.citation), AnchorFilter.citations.isIn(whole) { return whole }
        if promises.contains(.algorithm), AnchorFilter.algorithm.isIn(whole) {
            return isProse || AnchorFilter.setting.isIn(whole) ? whole : nil
        }
        guard promises.contains(.weak) else { return nil }
        let head = UnsafeRawBufferPointer(rebasing: text.prefix(Limit.head))
        return AnchorFilter.weak.isIn(head) && (isProse || AnchorFilter.setting.isIn(head)) ? head : nil
    }

    /// The strongest notice that the text holds; nil when it holds none.
    public static func notice(in text: [UInt8], form: TextForm) -> AlgorithmNotice? {
        text.withUnsafeBytes { notice(in: $0, form: form) }
    }
}
