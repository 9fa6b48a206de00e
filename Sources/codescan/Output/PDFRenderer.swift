// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A PDF from a page of HTML, by WeasyPrint: made for paged media, it needs no browser and runs no script, and writes a
// tagged PDF (PDF/UA) that screen readers follow. It is in Debian as `weasyprint` and on PyPI.

import ArgumentParser
import Foundation

/// What makes a PDF is not there, or failed.
struct PDFError: Error, CustomStringConvertible {
    var description: String
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
            let what =
                named.map { "\($0), which CODESCAN_WEASYPRINT names, is no program" } ?? "weasyprint is not installed"
            throw PDFError(
                description:
                    "a PDF cannot be made: \(what); install it (apt install weasyprint, or pip install weasyprint), or print the HTML report from a browser"
            )
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
                description: "a PDF cannot be made: \(program) does not start: \(error.localizedDescription)")
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0, let pdf = try? Data(contentsOf: file("page.pdf")) else {
            let words = (try? String(contentsOf: file("errors"), encoding: .utf8)) ?? ""
            throw PDFError(
                description: "a PDF cannot be made: \(program) ended with \(process.terminationStatus): "
                    + (words.split(whereSeparator: \.isNewline).last.map(String.init) ?? "it says nothing"))
        }
        return pdf
    }
}
