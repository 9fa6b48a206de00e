// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The mends that are safe: a LICENSE where there is none, the licence field of a manifest that has none, a licence section
// in a README that does not speak of it. Texts come from the caller: they are installed beside the program.

import Inventory
import Languages
import Licensing
import Manifests

/// Why a mend cannot be made, in a sentence.
public struct MendError: Error, Sendable, Hashable, Spoken {
    private let message: Bilingual

    init(_ english: String, _ french: String) { message = Bilingual(english, french) }

    /// What is lacking, and how to give it.
    public func sentence(_ language: Language) -> String { message(language) }
}

/// What stands at the place of a file that may be mended.
public enum MendableFile: Sendable, Hashable {
    /// Nothing: a file can be made there.
    case absent
    /// A file that can be written again with lines added.
    case text(String)
    /// A link, a folder, a file that is not UTF-8: what is there stays as it is.
    case untouchable

    var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// The mends of one repository.
public struct LicenseMend: Sendable {
    private let license: String
    private let holder: String?
    private let year: Int

    /// Mends that put a project under `license`, a listed SPDX identifier. `holder` stands in the copyright notice of the
    /// licences that have one.
    public init(license: String, holder: String?, year: Int) {
        self.license = license
        self.holder = holder
        self.year = year
    }

    /// Licences whose text begins below a copyright notice that each project writes.
    private static let withNotice: Set<String> = ["MIT", "BSD-2-Clause", "BSD-3-Clause"]
    private static let manifests: [(path: String, format: ManifestFormat)] = [
        ("package.json", .npm), ("composer.json", .composer), ("pyproject.toml", .pyproject), ("Cargo.toml", .cargo),
    ]

    /// The changes. `read` gives what is at a path; `text` is the licence's.
    /// - Throws: `MendError` when the licence needs a holder and none was given, or when it would leave the build red.
    public func changes(
        _ verdict: Verdict, text: String, read: (String) -> MendableFile
    ) throws(MendError) -> [FileChange] {
        if verdict.entry.kind == .software,
            FreeSoftwareStatus(LicenseExpression(LicenseOperand(license))) == .dataLicense
        {
            throw MendError(
                "\(license) is a licence for data, and this is software; take one for software, as EUPL-1.2",
                "\(license) est une licence de données, et ceci est un logiciel\u{A0}; prenez-en une de logiciel, comme EUPL-1.2"
            )
        }
        var changes: [FileChange] = []
        let hasText = verdict.entry.license.evidence.contains { $0.kind == .text }
        if !hasText, ["LICENSE", "LICENCE", "LICENSE.txt", "LICENSE.md", "COPYING"].allSatisfy({ read($0) == .absent })
        {
            changes.append(FileChange(creating: "LICENSE", try notice() + text))
        }
        for (path, format) in Self.manifests {
            if let content = read(path).text, let change = fill(path, format, content) { changes.append(change) }
        }
        let isSilent = verdict.findings.contains { $0.rule == .readmeWithoutLicense || $0.rule == .noLicense }
        if isSilent, let path = verdict.entry.metadata.readme, path.lowercased().hasSuffix(".md"),
            let content = read(path).text, !content.lowercased().contains("licen")
        {
            let lines = FileChange.lines(content[...])
            let end = lines.first.flatMap { $0.last?.isNewline == true ? String($0.suffix(1)) : nil } ?? "\n"
            let gap = content.isEmpty || content.last?.isNewline == true ? end : end + end
            changes.append(
                FileChange(
                    inserting: [gap, "## Licence" + end, end, "\(license), [LICENSE](LICENSE)" + end],
                    below: lines.count, of: content, at: path))
        }
        return changes
    }

    private func notice() throws(MendError) -> String {
        guard Self.withNotice.contains(license) else { return "" }
        guard let holder else {
            throw MendError(
                "\(license) begins with a copyright notice; name its holder: --holder \"Commune de Montclair\"",
                "\(license) commence par une mention de droit d’auteur\u{A0}; nommez-en le titulaire\u{A0}: "
                    + "--holder \"Commune de Montclair\"")
        }
        return "Copyright (c) \(year) \(holder)\n\n"
    }

    /// The manifest with its licence field; nil when it has one, or when the result would not read back as meant.
    private func fill(_ path: String, _ format: ManifestFormat, _ content: String) -> FileChange? {
        guard let manifest = try? format.parse(Array(content.utf8)), manifest.declarations.isEmpty else { return nil }
        let isJSON = format == .npm || format == .composer
        let lines = FileChange.lines(content[...])
        guard let name = nameLine(lines, isJSON: isJSON, table: format == .cargo ? "[package]" : "[project]") else {
            return nil
        }
        let line = lines[name]
        let indent = line.prefix { $0 == " " || $0 == "\t" }
        let end = line.last?.isNewline == true ? String(line.suffix(1)) : "\n"
        let field = isJSON ? "\(indent)\"license\": \"\(license)\",\(end)" : "\(indent)license = \"\(license)\"\(end)"
        // JSON has no comma after the last member, so the field goes above the name, which has what follows it already.
        let change = FileChange(inserting: [field], below: isJSON ? name : name + 1, of: content, at: path)
        guard let reread = try? format.parse(Array(change.content.utf8)),
            reread.declarations.contains(where: { $0.reading.expression?.description == license }),
            reread.name == manifest.name
        else { return nil }
        return change
    }

    /// The line with the package's name, at the top level of JSON or in its table of TOML.
    private func nameLine(_ lines: [Substring], isJSON: Bool, table: String) -> Int? {
        if isJSON { return lines.firstIndex { $0.drop { $0.isWhitespace }.hasPrefix("\"name\"") } }
        guard let start = lines.firstIndex(where: { $0.trimmingPrefix(while: \.isWhitespace).hasPrefix(table) }) else {
            return nil
        }
        let inside = lines[(start + 1)...].prefix { !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("[") }
        return inside.firstIndex { line in
            let words = line.trimmingPrefix(while: \.isWhitespace)
            return words.hasPrefix("name") && words.dropFirst(4).drop { $0 == " " || $0 == "\t" }.first == "="
        }
    }
}
