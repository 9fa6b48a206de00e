// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A PDF from a page of HTML, by WeasyPrint: made for paged media, it needs no browser and runs no script, and writes a
// tagged PDF (PDF/UA) that screen readers follow. It is in Debian as `weasyprint` and on PyPI.

import ArgumentParser
import Foundation
import Languages

/// What makes a PDF is not there, or failed.
struct PDFError: Error, Spoken {
    private let reason: Bilingual

    init(_ english: String, _ french: String) { reason = Bilingual(english, french) }

    func sentence(_ language: Language) -> String {
        language("a PDF cannot be made: \(reason(.english))", "le PDF ne peut être fait\u{A0}: \(reason(.french))")
    }

    /// EX_UNAVAILABLE of sysexits.h.
    static let status = EX_UNAVAILABLE
}

enum PDFRenderer {
    /// The program's path: `$CODESCAN_WEASYPRINT`, else `weasyprint` in the PATH.
    /// - Throws: `PDFError`, which says how to install it.
    static func program() throws(PDFError) -> String {
        let named = Environment["CODESCAN_WEASYPRINT"]
        let folders = (Environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
        let candidates = named.map { [$0] } ?? folders.map { $0 + "/weasyprint" }
        guard let program = candidates.first(where: FileManager.default.isExecutableFile) else {
            let what = Bilingual { language in
                named.map { name in
                    language(
                        "\(name), which CODESCAN_WEASYPRINT names, is no program",
                        "\(name), que nomme CODESCAN_WEASYPRINT, n’est pas un programme")
                } ?? language("weasyprint is not installed", "weasyprint n’est pas installé")
            }
            throw PDFError(
                "\(what(.english)); install it (apt install weasyprint, or pip install weasyprint), or print the HTML "
                    + "report from a browser",
                "\(what(.french))\u{A0}; installez-le (apt install weasyprint, ou pip install weasyprint), ou imprimez le "
                    + "rapport HTML depuis un navigateur")
        }
        return program
    }

    /// The PDF of a page that asks for nothing outside itself.
    /// - Throws: `PDFError` with the program's own words when it fails.
    static func pdf(of html: Data, by program: String) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("codescan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files, not pipes: a pipe that nobody empties would hold the program up.
        let file = { (name: String) in folder.appendingPathComponent(name) }
        try html.write(to: file("page.html"))
        try Data().write(to: file("errors"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [
            "--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", file("page.html").path,
            file("page.pdf").path,
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: file("errors"))
        do {
            try process.run()
        } catch {
            throw PDFError(
                "\(program) does not start: \(error.localizedDescription)",
                "\(program) ne démarre pas\u{A0}: \(error.localizedDescription)")
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0, let pdf = try? Data(contentsOf: file("page.pdf")) else {
            let words = (try? String(contentsOf: file("errors"), encoding: .utf8)) ?? ""
            let last = words.split(whereSeparator: \.isNewline).last.map(String.init)
            throw PDFError(
                "\(program) ended with \(process.terminationStatus): \(last ?? "it says nothing")",
                "\(program) a fini avec le statut \(process.terminationStatus)\u{A0}: \(last ?? "il ne dit rien")")
        }
        return pdf
    }
}
