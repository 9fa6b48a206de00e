// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Each stage of the detector by itself: the filter, the forms, the prose, the kinds, the elements.

import Foundation
import Testing

@testable import Algorithms

/// The mention that the tests write in many ways: a body, a purpose, the right, an address, the appeal.
private let mention = """
    La présente décision a été prise sur le fondement d’un traitement algorithmique de la ville de Montclair, qui sert à
    classer les demandes. Vous pouvez demander les règles définissant ce traitement et les principales caractéristiques de
    sa mise en œuvre à algo@montclair.example. En cas de refus, vous pouvez saisir la CADA.
    """

private func notice(_ text: String, _ form: TextForm = .document) -> AlgorithmNotice? {
    NoticeDetector.notice(in: Array(text.utf8), form: form)
}

private let announced: Set<AlgorithmElement> = [.administration, .purpose, .rightToRules, .howToExercise, .appeal]

@Suite("The stages of detection")
struct DetectionStageTests {
    @Test(
        "a text without a telling word is not looked at",
        arguments: ["", "a", "The quick brown fox.", "ALGO", "311-3", "a sorting algorithm", "calculate(total)"])
    func silence(text: String) {
        Array(text.utf8).withUnsafeBytes { #expect(NoticeDetector.worthReading($0, .source) == nil) }
        #expect(notice(text) == nil)
    }

    @Test(
        "a text is looked at for a citation, or for an algorithm and whom it is about",
        arguments: [
            "L. 311-3-1", "un Traitement ALGORITHMIQUE", "algorithme, décision", "xxalgorit d&eacute;cisions",
            "ALGORITME EN BESLUIT", String(repeating: "a", count: 99) + "lgorit MINISTÈRE",
        ])
    func anchors(text: String) {
        Array(text.utf8).withUnsafeBytes { #expect(NoticeDetector.worthReading($0, .source) != nil) }
    }

    @Test(
        "a file's name gives its form",
        arguments: [
            ("README.md", TextForm.document), ("NOTICE", .document), ("app/views/mail.html.erb", .markup),
            ("lib/letter.rb", .source), ("public/app.js.map", .source), ("arch/entry.S", .source),
            ("config/fr.yml", .data),
            ("liste.CSV", .table),
            ("locale/fr/django.po", .translation),
            ("spec/letter_spec.rb", .test), ("src/LetterTest.java", .test), ("tests/data/x.json", .test),
            ("src/test_letter.py", .test), ("docs/latest.md", .document),
        ])
    func forms(path: String, form: TextForm) { #expect(TextForm(path: path) == form) }

    /// A record of the Dutch register in JSON, with these values after its keys.
    private func record(_ value: (String) -> String) -> String {
        let keys = [
            "name", "organization", "description_short", "status", "goal", "impact", "proportionality", "legal_base",
            "human_intervention", "risk_management", "source_data", "publication_category",
        ]
        let fields = keys.map { "\"\($0)\": \"\(value($0))\"" }.joined(separator: ",\n")
        let labels = (1...60).map { "{\"status\": \"to do\", \"name\": \"measure \($0)\"}" }.joined(separator: ",\n")
        return "{\"register\": \"algoritmeregister\",\n\(fields),\n\"measures\": [\(labels)]}"
    }

    @Test("a register's form whose fields are empty is a model, however much stands behind it")
    func emptyForm() {
        #expect(notice(record { _ in "" }, .data)?.kind == .template)
        #expect(notice(record { "Het algoritme van de gemeente: \($0)." }, .data)?.kind == .registerRecord)
    }

    @Test("a list of changes, in which words stand together by chance, publishes nothing")
    func listOfChanges() {
        let changes = [
            "publie le code source de l'algorithme de la direction générale des finances publiques",
            "ajoute le calcul de l'aide utilisé par la caisse", "corrige la page d'accueil",
        ]
        let list = (0..<60).map { "9e65\($0) \(changes[$0 % 3])" }
        #expect(notice(list.prefix(2).joined(separator: "\n"), .document)?.kind == .rulesPublication)
        #expect(notice(list.joined(separator: "\n"), .document)?.kind != .rulesPublication)
    }

    @Test("a schema of an inventory is no inventory")
    func schema() {
        let fields = ["administration", "nom de l'algorithme", "finalité", "niveau d'automatisation", "base légale"]
        func text(_ head: String, _ key: (String) -> String) -> String {
            let items = fields.map { key("\"\($0)\": ") }.joined(separator: ",\n")
            return "{\(head)\"titre\": \"Inventaire des algorithmes de la commune\",\n\(items)}"
        }
        let filled = text("") { $0 + "\"les demandes de la commune\"" }
        #expect(notice(filled, .data)?.kind == .inventory)
        let schema = text("\"$schema\": \"x\", \"required\": [], \"properties\": {},") { $0 + "{\"type\": \"string\"}" }
        #expect(notice(schema, .data)?.kind != .inventory)
    }

    @Test("a mention is found in prose, with its elements and nothing missing")
    func prose() throws {
        let found = try #require(notice(mention))
        #expect(found.kind == .explicitMention)
        #expect(Set(found.elements.keys) == announced)
        #expect(found.missing.isEmpty)
        #expect(found.lines == 1...3)
        #expect(found.elements[.appeal] == 3...3)
    }

    @Test(
        "a mention is found however its characters are written",
        arguments: [
            mention.replacing("’", with: "'"), mention.replacing(" ", with: "\u{a0}"), mention.uppercased(),
            mention.folding(options: .diacriticInsensitive, locale: nil),
            mention.replacing("é", with: "&eacute;").replacing("è", with: "&#232;").replacing("œ", with: "&oelig;"),
            mention.replacing("é", with: "\\u00e9").replacing("è", with: "\\xe8").replacing("’", with: "\\u{2019}"),
            mention.replacing("algorithmique", with: "algo\u{ad}rithmique").replacing("é", with: "e\u{301}"),
        ])
    func characters(text: String) throws {
        let found = try #require(notice(text))
        #expect(found.kind == .explicitMention)
        #expect(Set(found.elements.keys) == announced)
    }

    @Test("a mention is found in Latin-1")
    func latin1() throws {
        let plain = mention.replacing("’", with: "'").replacing("œ", with: "oe")
        let bytes = plain.unicodeScalars.map { UInt8($0.value) }
        #expect(NoticeDetector.notice(in: bytes, form: .document)?.kind == .explicitMention)
    }

    @Test("a mention is found in pieces, calls and literals cut inside a word")
    func pieces() throws {
        let words = mention.replacing("\n", with: " ").split(separator: " ")
        let calls = stride(from: 0, to: words.count, by: 4).map {
            "  pdf.text(\"\(words[$0..<min($0 + 4, words.count)].joined(separator: " ")) \")\n"
        }
        let cut = mention.replacing("\n", with: " ").replacing("traitement", with: "traite\" +\n    \"ment")
        for text in ["def write(pdf)\n" + calls.joined() + "end\n", "x = \"" + cut + "\";\n"] {
            let found = try #require(notice(text, .source))
            #expect(found.kind == .explicitMention)
            #expect(Set(found.elements.keys) == announced)
        }
    }

    @Test("what a program fills in is filled, what a person fills in is a blank")
    func places() {
        let program = mention.replacing("la ville de Montclair", with: "#{commune.nom}").replacing(
            "algo@montclair.example", with: "#{commune.courriel}")
        #expect(notice(program, .source)?.kind == .explicitMention)
        #expect(notice(program, .source)?.missing == [])
        let person = mention.replacing("la ville de Montclair", with: "[nom de l’organisme]").replacing(
            "algo@montclair.example", with: "[adresse]")
        #expect(notice(person)?.kind == .template)
    }

    @Test(
        "what only looks like a notice is none",
        arguments: [
            "Sauf mention explicite de propriété intellectuelle, les contenus de l'algorithme sont libres.",
            "Cette décision a été prise par le maire, sans algorithme.",
            "/* The sort algorithm: your result is computed by a comparison. */",
            "L'article L. 311-3-1 du code de l'éducation prévoit un programme personnalisé.",
            "Inventaire des algorithmes de chiffrement : AES, RSA.",
        ])
    func nearMisses(text: String) {
        let kind = notice(text)?.kind
        #expect(kind == nil || kind == .discussion)
    }

    @Test("the law in a general voice is talk, and owes nothing")
    func talk() throws {
        let found = try #require(
            notice(
                "Toute décision prise sur le fondement d'un traitement algorithmique doit comporter une mention explicite."
            ))
        #expect(found.kind == .discussion)
        #expect(found.elements.isEmpty && found.missing.isEmpty)
    }

    @Test(
        "a word with an accent gets past the first looks however the accent is written",
        arguments: ["barème", "BARÈME", "bareme", "bar&egrave;me", "bar\\u00e8me"])
    func accents(word: String) {
        for encoding in [String.Encoding.utf8, .isoLatin1] {
            Array("Le \(word) du service.".data(using: encoding) ?? Data()).withUnsafeBytes { text in
                #expect(AnchorFilter.glance.promises(in: text).contains(.weak))
                #expect(NoticeDetector.worthReading(text, .document) != nil)
            }
        }
    }

    @Test(
        "the first look sees a row of letters wherever it stands",
        arguments: ["L. 311-3-1", "senior_resp", "algorithme", "Calcul", "AUTOMATED", "artificiel", "bar\\u00e8me"])
    func firstLook(word: String) {
        for before in 0..<4 {
            for after in 0..<4 {
                let text = String(repeating: "x", count: before) + word + String(repeating: "y", count: after)
                Array(text.utf8).withUnsafeBytes { text in
                    #expect(!AnchorFilter.glance.promises(in: text).isEmpty, "\(before) before, \(after) after")
                }
            }
        }
        Array("xxxxx".utf8).withUnsafeBytes { #expect(AnchorFilter.glance.promises(in: $0).isEmpty) }
    }

    @Test("what a mention leaves out is named, with the article and a sentence that mends it")
    func missing() throws {
        let short = "Cette décision a été prise par un traitement algorithmique de la ville de Montclair."
        let found = try #require(notice(short))
        #expect(found.missing == [.purpose, .rightToRules, .howToExercise, .appeal])
        for element in found.missing {
            #expect(element.article == "R.311-3-1-1")
            #expect(!element.mendInFrench.isEmpty && !element.mendInEnglish.isEmpty)
        }
    }

    @Test("a test quotes, and says nothing")
    func tests() { #expect(notice(mention, .test)?.kind != .explicitMention) }

    @Test(
        "hostile text is read to its end",
        arguments: ["<", "<!--", "{{", "[", "#{", "%(", "&#", "\\u", "algorithme ", "\"", "....", "décision "],
        TextForm.allCases)
    func hostile(piece: String, form: TextForm) {
        let text = "algorithme " + String(repeating: piece, count: 20_000)
        _ = notice(text, form)
    }
}
