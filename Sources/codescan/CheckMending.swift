// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan check --fix`: shows the changes as a diff, asks, and writes them.

import ArgumentParser
import Foundation
import Inventory
import Languages
import Licensing
import Policy

struct CheckMendingOptions: ParsableArguments {
    @Flag(help: "Make the mends that are safe: show them as a diff, ask, then write. Nothing is overwritten.")
    var fix = false

    @Option(
        help: ArgumentHelp(
            "The licence to put the project under. (default: the one that it declares)", valueName: "SPDX-identifier"))
    var license: String?

    @Option(help: ArgumentHelp("Who stands in the copyright notice of MIT and BSD.", valueName: "name"))
    var holder: String?

    @Flag(help: "Write without asking.")
    var yes = false

    func validate() throws {
        if !fix, license != nil || holder != nil || yes {
            throw ValidationError("--license, --holder and --yes go with --fix")
        }
    }

    func mend(_ verdicts: [Verdict], _ language: Language, isCommitted: Bool) throws {
        guard let verdict = verdicts.first, verdicts.count == 1, !isCommitted else {
            throw InputError(
                "--fix mends the files of one work tree; give its folder",
                "--fix répare les fichiers d’une seule copie de travail\u{A0}; donnez son dossier")
        }
        let root = verdict.entry.path
        guard !root.hasSuffix(".git") || FileManager.default.fileExists(atPath: root + "/.git") else {
            throw InputError(
                "\(root): a bare repository has no files to mend; give a work tree",
                "\(root)\u{A0}: un dépôt nu n’a pas de fichiers à réparer\u{A0}; donnez une copie de travail")
        }
        let identifier = try identifier(for: verdict)
        let year = Calendar(identifier: .gregorian).component(.year, from: Date())
        let changes = try LicenseMend(license: identifier, holder: holder, year: year).changes(
            verdict, text: try text(of: identifier)
        ) { Self.read(root + "/" + $0) }
        guard !changes.isEmpty else {
            Failure.say(language("nothing that can be mended safely", "rien qui puisse être corrigé sans risque"))
            return
        }
        try StandardOutput.write(Data(changes.map(\.unifiedDiff).joined().utf8))
        guard try yes || isConfirmed(language) else {
            Failure.say(
                language("nothing was written; --yes writes it", "rien n’a été écrit\u{A0}; --yes l’écrit"))
            return
        }
        for change in changes {
            try OutputFile(root + "/" + change.path).write(Data(change.content.utf8))
        }
        Failure.say(
            language.count(changes.count, ("file written", "files written"), ("fichier écrit", "fichiers écrits"))
                + "\(language.semicolon) "
                + language("run codescan check again", "relancez codescan check"))
    }

    /// What is at a path. A link is not followed, since what it leads to may be anywhere, and a text that is not UTF-8 would
    /// not come out as it went in.
    private static func read(_ place: String) -> MendableFile {
        var status = stat()
        guard lstat(place, &status) == 0 else { return errno == ENOENT ? .absent : .untouchable }
        guard status.st_mode & S_IFMT == S_IFREG, let data = FileManager.default.contents(atPath: place),
            let text = String(data: data, encoding: .utf8), text.utf8.elementsEqual(data)
        else { return .untouchable }
        return .text(text)
    }

    private func isConfirmed(_ language: Language) throws -> Bool {
        guard Terminal(descriptor: STDIN_FILENO).isTerminal else { return false }
        try StandardOutput.write(Data(language("Write these changes? [y/N] ", "Écrire ces changements ? [o/N] ").utf8))
        return ["y", "yes", "o", "oui"].contains(readLine()?.lowercased() ?? "")
    }

    /// The identifier that was given, or the one the project declares, in its listed spelling.
    private func identifier(for verdict: Verdict) throws -> String {
        guard let stated = license ?? verdict.entry.license.expression?.soleOperand?.identifier else {
            throw InputError(
                "say which licence: --license EUPL-1.2, or another of the decree's list (docs/check.md)",
                "dites quelle licence\u{A0}: --license EUPL-1.2, ou une autre de la liste du décret (docs/check.md)")
        }
        return SPDXLicenseList.license(stated)?.identifier ?? stated
    }

    private func text(of identifier: String) throws -> String {
        let folder = Environment["CODESCAN_TEXTS"] ?? InstalledFiles.find("texts")
        guard let folder else {
            throw InputError(
                "the licences' texts are not installed; run: make build, or set CODESCAN_TEXTS to their folder",
                "les textes des licences ne sont pas installés\u{A0}; lancez make build, ou donnez leur dossier dans CODESCAN_TEXTS"
            )
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard names.contains(identifier + ".txt"),
            let text = FileManager.default.contents(atPath: "\(folder)/\(identifier).txt")
        else {
            let known = names.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
            throw InputError(
                "\(identifier): no text for it in \(folder); there are \(known.joined(separator: ", "))",
                "\(identifier)\u{A0}: pas de texte dans \(folder)\u{A0}; il y a \(known.joined(separator: ", "))")
        }
        return String(decoding: text, as: UTF8.self)
    }
}
